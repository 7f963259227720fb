#include "domain/compare.hpp"

#include "domain/profile.hpp"

#include <algorithm>

namespace dudao::domain {

namespace {

std::string shown(const std::optional<Decimal>& value) {
    return value ? to_text(*value) : std::string{};
}

std::string shown(bool value) {
    return value ? "true" : "false";
}

template <class Enum, std::size_t size>
std::string shown(const Vocabulary<Enum, size>& vocabulary, Enum value) {
    return std::string{vocabulary.word(value)};
}

std::string shown(const std::optional<RepeatScore>& repeat) {
    return repeat ? shown(repeat_scores, *repeat) : std::string{};
}

std::string shown(const LocalText& text) {
    std::string all;
    for (const auto& [language, each] : text.all()) {
        all += (all.empty() ? "" : " / ") + each;
    }
    return all;
}

std::string shown(const std::vector<std::string>& words) {
    std::string all;
    for (const auto& word : words) {
        all += (all.empty() ? "" : ", ") + word;
    }
    return all;
}

std::string shown(const Outcome& outcome) {
    return shown(answer_results, outcome.result) + ' ' + to_text(outcome.points);
}

std::string shown_options(const Item& item) {
    std::string all;
    for (const auto& option : item.options) {
        all += (all.empty() ? "" : ", ") + option.value + ' ' + shown(option.outcome);
    }
    return all;
}

std::string shown_levels(const Item& item) {
    std::string all;
    auto value = item.scale_from;
    for (const auto& level : item.levels) {
        all += (all.empty() ? "" : ", ") + std::to_string(value++) + ' ' + shown(level);
    }
    return all;
}

std::string shown_labels(const Item& item) {
    std::string all;
    for (const auto& option : item.options) {
        all += (all.empty() ? "" : ", ") + option.value + ' ' + shown(option.label);
    }
    return all;
}

std::string shown_range(const std::optional<Decimal>& min, const std::optional<Decimal>& max) {
    return min || max ? shown(min) + " … " + shown(max) : std::string{};
}

std::string shown(const std::optional<Condition>& condition) {
    return condition ? to_text(*condition) : std::string{};
}

std::string shown_critical(const Item& item) {
    auto text = shown(critical_effects, item.critical);
    return item.critical == CriticalEffect::cap ? text + ' ' + to_text(item.cap) : text;
}

std::string shown_grades(const Scoring& scoring) {
    std::string all;
    for (const auto& grade : scoring.grades) {
        all += (all.empty() ? "" : ", ") + grade.name + ' ' +
               (grade.max ? "<= " + to_text(*grade.max) : to_text(grade.min));
        all += grade.worst_item ? " item " + to_text(*grade.worst_item) : "";
        all += grade.worst_section ? " section " + to_text(*grade.worst_section) : "";
    }
    return all;
}

std::string shown_profiles(const Checklist& list) {
    const auto items = items_of(list);
    std::string all;
    for (const auto& profile : list.profiles) {
        all += (all.empty() ? "" : "; ") + profile.id + ' ' + shown(profile.title) + ':';
        for (std::size_t at = 0; at < items.size(); ++at) {
            all += is_in(&profile, at) ? ' ' + items[at].item->id : "";
        }
    }
    return all;
}

std::string shown_issue(const Item& item) {
    if (!item.issue) {
        return {};
    }
    const auto& rule = *item.issue;
    auto text = rule.category + ' ' + shown(urgencies, rule.urgency);
    text += rule.department.empty() ? "" : ' ' + rule.department;
    text += rule.days ? ' ' + std::to_string(*rule.days) + (rule.working_days ? "wd" : "d") : "";
    return rule.measure.empty() ? text : text + ' ' + shown(rule.measure);
}

bool counts(const Item& item) {
    return !item.points.is_zero() || item.critical != CriticalEffect::none;
}

/// Gathers the differences of one thing that both checklists have.
class Differences {
  public:
    Differences(std::vector<Change>& changes, ChangePlace place, std::string_view id)
        : changes_(&changes), place_(place), id_(id) {}

    void add(std::string_view key,
             const std::string& before,
             const std::string& after,
             ChangeEffect effect) {
        if (before != after) {
            changes_->push_back({.kind = ChangeKind::changed,
                                 .place = place_,
                                 .id = std::string{id_},
                                 .key = std::string{key},
                                 .before = before,
                                 .after = after,
                                 .effect = effect});
        }
    }

  private:
    std::vector<Change>* changes_;
    ChangePlace place_;
    std::string_view id_;
};

void compare_scoring(std::vector<Change>& changes, const Checklist& a, const Checklist& b) {
    Differences found{changes, ChangePlace::checklist, ""};
    const auto& before = a.scoring;
    const auto& after = b.scoring;
    found.add("title", shown(a.title), shown(b.title), ChangeEffect::none);
    found.add("method",
              shown(scoring_methods, before.method),
              shown(scoring_methods, after.method),
              ChangeEffect::score);
    if (after.method == ScoringMethod::deduction) {
        found.add(
            "full_mark", to_text(before.full_mark), to_text(after.full_mark), ChangeEffect::score);
    }
    found.add("decimals",
              std::to_string(before.decimals),
              std::to_string(after.decimals),
              ChangeEffect::verdict);
    found.add("pass", shown(before.pass), shown(after.pass), ChangeEffect::verdict);
    found.add("pass_sum", shown(before.pass_sum), shown(after.pass_sum), ChangeEffect::verdict);
    found.add("grades", shown_grades(before), shown_grades(after), ChangeEffect::verdict);
    found.add("profiles", shown_profiles(a), shown_profiles(b), ChangeEffect::none);
}

std::string parent_of(const Checklist& list, const Section& section) {
    return section.parent ? list.sections[*section.parent].id : std::string{};
}

bool is_pooled(const Checklist& list) {
    return list.scoring.method != ScoringMethod::weighted_sections &&
           list.scoring.method != ScoringMethod::mean_of_sections;
}

void compare_section(std::vector<Change>& changes,
                     const Checklist& a,
                     const Section& before,
                     const Checklist& b,
                     const Section& after) {
    Differences found{changes, ChangePlace::section, after.id};
    const auto place = is_pooled(b) ? ChangeEffect::none : ChangeEffect::score;
    found.add("title", shown(before.title), shown(after.title), ChangeEffect::none);
    found.add("weight",
              to_text(before.weight),
              to_text(after.weight),
              b.scoring.method == ScoringMethod::weighted_sections ? ChangeEffect::score
                                                                   : ChangeEffect::none);
    found.add("pass", shown(before.pass), shown(after.pass), ChangeEffect::verdict);
    found.add("sections", parent_of(a, before), parent_of(b, after), place);
    found.add("when", shown(before.when), shown(after.when), ChangeEffect::score);
    found.add("repeat", shown(before.repeat), shown(after.repeat), ChangeEffect::score);
}

/// What decides about points.
void compare_scores(Differences& found, const Item& before, const Item& after) {
    const auto score = ChangeEffect::score;
    found.add("type", shown(item_kinds, before.kind), shown(item_kinds, after.kind), score);
    found.add("points", to_text(before.points), to_text(after.points), score);
    found.add("weight", std::to_string(before.weight), std::to_string(after.weight), score);
    found.add("na", shown(na_policies, before.na), shown(na_policies, after.na), score);
    found.add("critical", shown_critical(before), shown_critical(after), score);
    found.add("partial_points", shown(before.partial_points), shown(after.partial_points), score);
    found.add("levels", shown_levels(before), shown_levels(after), score);
    found.add("options", shown_options(before), shown_options(after), score);
    found.add("accept",
              shown_range(before.accept_min, before.accept_max),
              shown_range(after.accept_min, after.accept_max),
              score);
    found.add("tolerate",
              shown_range(before.tolerate_min, before.tolerate_max),
              shown_range(after.tolerate_min, after.tolerate_max),
              score);
    found.add("samples", std::to_string(before.samples), std::to_string(after.samples), score);
    found.add("judge", shown(judges, before.judge), shown(judges, after.judge), score);
    found.add("when", shown(before.when), shown(after.when), score);
}

void compare_item(std::vector<Change>& changes, const Item& before, const Item& after) {
    Differences found{changes, ChangePlace::item, after.id};
    const auto none = ChangeEffect::none;
    found.add("text", shown(before.text), shown(after.text), none);
    compare_scores(found, before, after);
    found.add("required", shown(before.required), shown(after.required), ChangeEffect::verdict);
    found.add("class",
              shown(item_classes, before.item_class),
              shown(item_classes, after.item_class),
              none);
    found.add("red_line", shown(before.red_line), shown(after.red_line), none);
    found.add("evidence",
              shown(evidence_rules, before.evidence),
              shown(evidence_rules, after.evidence),
              none);
    found.add("method",
              before.method ? shown(methods, *before.method) : "",
              after.method ? shown(methods, *after.method) : "",
              none);
    found.add("options.label", shown_labels(before), shown_labels(after), none);
    found.add("unit", before.measure_unit, after.measure_unit, none);
    found.add("guidance", shown(before.guidance), shown(after.guidance), none);
    found.add("reference", before.reference, after.reference, none);
    found.add("tags", shown(before.tags), shown(after.tags), none);
    found.add("issue", shown_issue(before), shown_issue(after), none);
}

const Section* find_section(const Checklist& list, std::string_view id) {
    const auto found = std::find_if(list.sections.begin(),
                                    list.sections.end(),
                                    [&](const auto& each) { return each.id == id; });
    return found == list.sections.end() ? nullptr : &*found;
}

const PlacedItem* find_item(const std::vector<PlacedItem>& items, std::string_view id) {
    const auto found = std::find_if(
        items.begin(), items.end(), [&](const auto& each) { return each.item->id == id; });
    return found == items.end() ? nullptr : &*found;
}

Change presence(ChangeKind kind, ChangePlace place, const std::string& id, const LocalText& text) {
    Change change{.kind = kind, .place = place, .id = id};
    (kind == ChangeKind::added ? change.after : change.before) = shown(text);
    return change;
}

Change presence(ChangeKind kind, const Item& item) {
    auto change = presence(kind, ChangePlace::item, item.id, item.text);
    change.effect = counts(item) ? ChangeEffect::score : ChangeEffect::none;
    return change;
}

bool can_lose_all(const Section& section) {
    return std::any_of(section.items.begin(), section.items.end(), [](const Item& item) {
        return item.critical == CriticalEffect::fail_section;
    });
}

/// What it means that a counted item stands in another section, which counts in the score where
/// sections do, where one can lose its points as a whole, and in the verdict where sections are
/// judged on their own.
ChangeEffect effect_of_move(const Checklist& after, const Section& from, const Section& to) {
    if (!is_pooled(after) || can_lose_all(from) || can_lose_all(to)) {
        return ChangeEffect::score;
    }
    const auto& grades = after.scoring.grades;
    const bool is_judged =
        from.pass || to.pass || std::any_of(grades.begin(), grades.end(), [](const Grade& grade) {
            return grade.worst_section.has_value();
        });
    return is_judged ? ChangeEffect::verdict : ChangeEffect::none;
}

/// Sections and items of `after`: those that are new, and what changed in the others.
void compare_parts(std::vector<Change>& changes,
                   const Checklist& before,
                   const Checklist& after,
                   const std::vector<PlacedItem>& old_items,
                   const std::vector<PlacedItem>& new_items) {
    for (const auto& section : after.sections) {
        if (const auto* same = find_section(before, section.id)) {
            compare_section(changes, before, *same, after, section);
        } else {
            changes.push_back(
                presence(ChangeKind::added, ChangePlace::section, section.id, section.title));
        }
    }
    for (const auto& [section, item] : new_items) {
        const auto* same = find_item(old_items, item->id);
        if (same == nullptr) {
            changes.push_back(presence(ChangeKind::added, *item));
            continue;
        }
        compare_item(changes, *same->item, *item);
        Differences found{changes, ChangePlace::item, item->id};
        found.add(
            "section",
            same->section->id,
            section->id,
            counts(*item) ? effect_of_move(after, *same->section, *section) : ChangeEffect::none);
    }
}

}  // namespace

std::vector<Change> compare(const Checklist& before, const Checklist& after) {
    std::vector<Change> changes;
    const auto old_items = items_of(before);
    const auto new_items = items_of(after);
    compare_scoring(changes, before, after);
    compare_parts(changes, before, after, old_items, new_items);
    for (const auto& section : before.sections) {
        if (find_section(after, section.id) == nullptr) {
            changes.push_back(
                presence(ChangeKind::removed, ChangePlace::section, section.id, section.title));
        }
    }
    for (const auto& [section, item] : old_items) {
        if (find_item(new_items, item->id) == nullptr) {
            changes.push_back(presence(ChangeKind::removed, *item));
        }
    }
    return changes;
}

ChangeEffect effect_of(const std::vector<Change>& changes) noexcept {
    auto gravest = ChangeEffect::none;
    for (const auto& change : changes) {
        gravest = std::max(gravest, change.effect);
    }
    return gravest;
}

}  // namespace dudao::domain
