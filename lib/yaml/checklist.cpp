#include "yaml/checklist.hpp"

#include "base/error_id.hpp"
#include "domain/contradiction.hpp"
#include "yaml/applicability.hpp"
#include "yaml/item.hpp"
#include "yaml/profiles.hpp"
#include "yaml/repeat.hpp"
#include "yaml/scoring.hpp"

#include <map>
#include <utility>

namespace dudao::yaml {

namespace {

constexpr DecimalRange weight_range{Decimal{0}, Decimal{10'000}};
constexpr DecimalRange percentage_range{Decimal{0}, Decimal{100}};
constexpr Decimal whole_weight{100};

/// Reads the parts of one checklist, from the top down.
class ChecklistReader {
  public:
    explicit ChecklistReader(Problems& problems) : problems_(&problems) {}

    domain::Checklist read(const Node& root) {
        domain::Checklist list;
        MapReader map{root, *problems_};
        list.code = must_id(map, "code");
        list.version = must_id(map, "version");
        list.title = scope_.answers.texts.must_read(map, "title", TextKind::title);
        if (const auto* applies_to = map.find("applies_to")) {
            list.applies_to = read_applies_to(*applies_to);
        }
        if (const auto* scoring = map.find("scoring")) {
            list.scoring = read_scoring(*scoring, *problems_);
        }
        method_ = list.scoring.method;
        const auto issue = read_issue(map, std::nullopt, scope_.answers.texts);
        if (const auto* sets = map.find("response_sets")) {
            read_response_sets(*sets);
        }
        if (const auto* sections = map.must_find("sections")) {
            read_sections(*sections, issue, std::nullopt);
            spread_conditions();
            list.sections = std::move(sections_);
        }
        if (const auto* profiles = map.find("profiles")) {
            list.profiles =
                read_profiles(*profiles, list, repeated_, scope_.answers.texts, *problems_);
        }
        map.finish();
        scope_.answers.texts.report_missing(*problems_);
        scope_.earlier.report_missing(*problems_);
        for (const auto& [name, set] : scope_.answers.sets) {
            if (!set.used) {
                problems_->warning(*set.options, ErrorId::set_unused, {name});
            }
        }
        return list;
    }

  private:
    std::string must_id(MapReader& map, std::string_view key) {
        const auto* node = map.must_find(key);
        return node == nullptr ? std::string{} : read_id(*node, *problems_).value_or("");
    }

    /// Lists of options by name; they are read where an item uses them, with its points.
    void read_response_sets(const Node& node) {
        MapReader map{node, *problems_};
        for (const auto& entry : node.entries) {
            scope_.answers.sets.emplace(entry.key.text, ResponseSet{map.find(entry.key.text)});
        }
    }

    domain::Applicability read_applies_to(const Node& node) {
        MapReader map{node, *problems_};
        auto rule = read_applicability(map);
        map.finish();
        return rule;
    }

    /// Adds the sections of a list, each followed by its parts. `parent` is the section that the
    /// list belongs to.
    void read_sections(const Node& list,
                       const std::optional<IssueDraft>& issue,
                       std::optional<std::size_t> parent) {
        std::vector<std::optional<Decimal>> weights;
        for (const auto& node : read_list(list, *problems_)) {
            weights.push_back(read_section(node, issue, parent));
        }
        if (list.kind == NodeKind::list && weights.empty()) {
            problems_->error(list, ErrorId::no_sections);
        }
        if (method_ == domain::ScoringMethod::weighted_sections && !weights.empty()) {
            check_weights(list, weights);
        }
    }

    /// The weight, where there is one.
    std::optional<Decimal> read_section(const Node& node,
                                        const std::optional<IssueDraft>& issue,
                                        std::optional<std::size_t> parent) {
        const auto index = sections_.size();
        domain::Section section;
        section.parent = parent;
        MapReader map{node, *problems_};
        section.id = must_id(map, "id");
        if (!section.id.empty()) {
            section_ids_.add(*map.find("id"), section.id, *problems_, ErrorId::duplicate_section);
        }
        section.title = scope_.answers.texts.must_read(map, "title", TextKind::title);
        const auto weight = read_weight(map);
        section.weight = weight.value_or(Decimal{});
        section.pass = map.thousandths("pass", percentage_range);
        check_title(map, section);
        if (const auto* when = map.find("when")) {
            section.when = scope_.earlier.read(*when, *problems_);
            check_condition(*when, section.when);
        }
        const auto section_issue = read_issue(map, issue, scope_.answers.texts);
        const auto* repeat = map.find("repeat");
        const auto* parts = map.find("sections");
        const auto* items = parts == nullptr ? map.must_find("items") : map.find("items");
        if (parts != nullptr && items != nullptr) {
            problems_->error(map.key_node("items"), ErrorId::key_not_with, {"items", "sections"});
        }
        if (parts != nullptr && repeat != nullptr) {
            problems_->error(map.key_node("repeat"), ErrorId::key_not_with, {"repeat", "sections"});
        }
        map.finish();
        sections_.push_back(std::move(section));
        if (parts != nullptr) {
            read_sections(*parts, section_issue, index);
        } else if (items != nullptr) {
            read_items(*items, section_issue, index);
            if (repeat != nullptr) {
                repeat_section(*repeat, index);
            }
        }
        return weight;
    }

    /// Puts the parts that it becomes after the last section, which has the items once.
    void repeat_section(const Node& node, std::size_t index) {
        const auto repeat = read_repeat(node, *problems_, scope_.answers.texts);
        if (!repeat) {
            return;
        }
        auto parts = repeated(sections_[index], *repeat);
        repeated_.add(sections_[index], *repeat, parts);
        sections_[index].items.clear();
        sections_[index].repeat = repeat->score;
        for (auto& part : parts) {
            section_ids_.add(node, part.id, *problems_, ErrorId::duplicate_section);
            for (const auto& item : part.items) {
                check_id(node, item.id, *problems_);
                scope_.ids.add(node, item.id, *problems_, ErrorId::duplicate_item);
                scope_.earlier.add(item);
            }
            part.parent = index;
            sections_.push_back(std::move(part));
        }
    }

    void spread_conditions() {
        for (auto& section : sections_) {
            repeated_.spread(section.when);
            for (auto& item : section.items) {
                repeated_.spread(item.when);
            }
        }
    }

    void read_items(const Node& list, const std::optional<IssueDraft>& issue, std::size_t section) {
        auto& items = sections_[section].items;
        for (const auto& item : read_list(list, *problems_)) {
            items.push_back(read_item(item, *problems_, scope_, issue));
            check_shows(item, sections_[section].when, items.back().when);
        }
        if (list.kind == NodeKind::list && items.empty()) {
            problems_->error(list, ErrorId::empty_section, {sections_[section].id});
        }
    }

    void check_title(MapReader& map, const domain::Section& section) {
        const auto [first, is_new] = ids_by_title_.emplace(section.title.in(""), section.id);
        if (!is_new && !section.title.empty()) {
            problems_->warning(*map.find("title"), ErrorId::same_title, {first->second});
        }
    }

    void check_condition(const Node& node, const std::optional<domain::Condition>& when) {
        if (when && !domain::can_hold(*when)) {
            problems_->warning(node, ErrorId::condition_contradiction);
        }
    }

    /// An item shows where its section does and its own condition holds.
    void check_shows(const Node& node,
                     const std::optional<domain::Condition>& section,
                     const std::optional<domain::Condition>& item) {
        check_condition(node, item);
        if (section && item && domain::can_hold(*section) && domain::can_hold(*item)) {
            check_condition(node, domain::Condition{.parts = {*section, *item}});
        }
    }

    std::optional<Decimal> read_weight(MapReader& map) {
        const bool counts = method_ == domain::ScoringMethod::weighted_sections;
        const auto* node = counts ? map.must_find("weight") : map.find("weight");
        if (node == nullptr) {
            return std::nullopt;
        }
        if (!counts) {
            problems_->warning(map.key_node("weight"),
                               ErrorId::key_without_effect,
                               {"weight", domain::scoring_methods.word(method_)});
        }
        return read_thousandths(*node, *problems_, weight_range);
    }

    void check_weights(const Node& list, const std::vector<std::optional<Decimal>>& weights) {
        Decimal sum;
        for (const auto& weight : weights) {
            if (!weight) {
                return;
            }
            sum += *weight;
        }
        if (sum.is_zero()) {
            problems_->error(list, ErrorId::weights_zero);
        } else if (sum != whole_weight) {
            problems_->warning(list, ErrorId::weights_not_hundred, {to_text(sum)});
        }
    }

    Problems* problems_;
    ItemScope scope_;
    Names section_ids_;
    std::map<std::string, std::string, std::less<>> ids_by_title_;
    domain::ScoringMethod method_{};
    std::vector<domain::Section> sections_;
    RepeatedItems repeated_;
};

}  // namespace

ChecklistReading read_checklist(std::string_view yaml, std::string_view file) {
    auto parsed = parse(yaml, file);
    if (!parsed.errors.empty()) {
        return {.errors = std::move(parsed.errors)};
    }
    Problems problems{file};
    auto checklist = ChecklistReader{problems}.read(parsed.root);
    ChecklistReading reading{.errors = problems.take_errors(),
                             .warnings = problems.take_warnings()};
    if (reading.errors.empty()) {
        reading.checklist = std::move(checklist);
    }
    return reading;
}

}  // namespace dudao::yaml
