#include "yaml/repeat.hpp"

#include "base/error_id.hpp"
#include "base/text.hpp"

#include <algorithm>

namespace dudao::yaml {

namespace {

constexpr int most_times = 20;
constexpr WholeRange times_range{2, most_times};

std::vector<domain::LocalText> read_names(const Node& list,
                                          Problems& problems,
                                          Translations& texts) {
    std::vector<domain::LocalText> names;
    for (const auto& node : read_list(list, problems)) {
        names.push_back(texts.read(node, problems, TextKind::title));
    }
    if (list.kind == NodeKind::list && (names.empty() || names.size() > most_times)) {
        problems.error(list, ErrorId::bad_repeat, {std::to_string(most_times)});
    }
    return names;
}

/// `text` of the thing that is called `name`.
domain::LocalText text_of(const domain::LocalText& text, const domain::LocalText& name) {
    domain::LocalText both;
    for (const auto& [language, each] : text.all()) {
        both.set(language, each + " · " + std::string{name.in(language)});
    }
    return both;
}

std::string id_of(const std::string& id, std::size_t number) {
    return id + '.' + std::to_string(number);
}

/// How many things there are: one part of the section more for each.
domain::Item question(const domain::Section& section, const Repeat& repeat) {
    domain::Item item{.id = section.id + ".n", .text = repeat.ask};
    item.kind = domain::ItemKind::scale;
    item.scale_from = 0;
    item.na = domain::NaPolicy::forbid;
    item.levels.assign(repeat.names.size() + 1, {domain::AnswerResult::pass, {}});
    return item;
}

/// Conditions that look at items of the section look at those of its part with this number.
void look_at_own(domain::Condition& condition, const domain::Section& section, std::size_t number) {
    domain::each_part(condition, [&](domain::Condition& part) {
        const auto is_subject = [&](const domain::Item& item) { return item.id == part.subject; };
        if (domain::is_about_item(part) &&
            std::any_of(section.items.begin(), section.items.end(), is_subject)) {
            part.subject = id_of(part.subject, number);
        }
    });
}

}  // namespace

std::optional<Repeat> read_repeat(const Node& node, Problems& problems, Translations& texts) {
    MapReader map{node, problems};
    Repeat repeat;
    repeat.score = map.word("score", domain::repeat_scores).value_or(repeat.score);
    const auto* over = map.find("over");
    const auto* most = over == nullptr ? map.must_find("most") : map.find("most");
    if (over != nullptr && most != nullptr) {
        problems.error(map.key_node("most"), ErrorId::key_not_with, {"most", "over"});
    } else if (over != nullptr) {
        repeat.names = read_names(*over, problems, texts);
    } else if (most != nullptr) {
        const auto times = read_whole(*most, problems, times_range).value_or(0);
        for (int number = 1; number <= times; ++number) {
            repeat.names.emplace_back(std::to_string(number));
        }
        repeat.ask = texts.must_read(map, "ask", TextKind::item);
    }
    map.finish();
    return repeat.names.empty() ? std::nullopt : std::optional{repeat};
}

std::vector<domain::Section> repeated(const domain::Section& section, const Repeat& repeat) {
    const bool is_asked = !repeat.ask.empty();
    std::vector<domain::Section> parts;
    if (is_asked) {
        domain::Section asking{.id = section.id + ".0", .title = section.title};
        asking.items.push_back(question(section, repeat));
        parts.push_back(std::move(asking));
    }
    std::size_t number = 0;
    for (const auto& name : repeat.names) {
        ++number;
        domain::Section part{.id = id_of(section.id, number),
                             .title = text_of(section.title, name)};
        if (is_asked) {
            part.when = {.kind = domain::ConditionKind::item,
                         .subject = section.id + ".n",
                         .min = Decimal{static_cast<std::int64_t>(number)}};
        }
        for (auto item : section.items) {
            item.id = id_of(item.id, number);
            item.text = text_of(item.text, name);
            if (item.when) {
                look_at_own(*item.when, section, number);
            }
            part.items.push_back(std::move(item));
        }
        parts.push_back(std::move(part));
    }
    return parts;
}

void RepeatedItems::add(const domain::Section& section,
                        const Repeat& repeat,
                        const std::vector<domain::Section>& parts) {
    const bool is_asked = !repeat.ask.empty();
    for (std::size_t at = 0; at < section.items.size(); ++at) {
        Became became{.ids = {}, .is_asked = is_asked};
        for (const auto& part : parts) {
            const bool is_question = is_asked && &part == &parts.front();
            became.ids.push_back(part.items[is_question ? 0 : at].id);
        }
        items_.emplace(ascii_lower(section.items[at].id), std::move(became));
    }
}

const std::vector<std::string>* RepeatedItems::find(std::string_view id) const {
    const auto found = items_.find(ascii_lower(id));
    return found == items_.end() ? nullptr : &found->second.ids;
}

void RepeatedItems::spread(std::optional<domain::Condition>& condition) const {
    if (condition) {
        spread(*condition);
    }
}

void RepeatedItems::spread(domain::Condition& condition) const {
    for (auto& part : condition.parts) {
        spread(part);
    }
    const auto found = items_.find(ascii_lower(condition.subject));
    if (!domain::is_about_item(condition) || found == items_.end()) {
        return;
    }
    const auto& [ids, is_asked] = found->second;
    domain::Condition any{.kind = domain::ConditionKind::any};
    for (std::size_t at = is_asked ? 1 : 0; at < ids.size(); ++at) {
        any.parts.push_back(condition);
        any.parts.back().subject = ids[at];
    }
    condition = std::move(any);
}

}  // namespace dudao::yaml
