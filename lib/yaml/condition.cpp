#include "yaml/condition.hpp"

#include "base/error_id.hpp"
#include "base/nearest.hpp"
#include "base/text.hpp"
#include "domain/answer.hpp"
#include "yaml/map_reader.hpp"

#include <algorithm>
#include <array>

namespace dudao::yaml {

namespace {

using domain::Condition;
using domain::ConditionKind;

constexpr DecimalRange number_range{Decimal{-1'000'000'000}, Decimal{1'000'000'000}};

constexpr std::array<std::pair<std::string_view, ConditionKind>, 7> kind_keys{
    {{"all", ConditionKind::all},
     {"any", ConditionKind::any},
     {"not", ConditionKind::none},
     {"item", ConditionKind::item},
     {"unit", ConditionKind::unit},
     {"attribute", ConditionKind::attribute},
     {"history", ConditionKind::history}}};

constexpr WholeRange visits_range{1, 12};

enum class Subject : std::uint8_t { kind, ownership, tag };
constexpr Vocabulary<Subject, 3> subjects{
    "condition",
    {{{Subject::kind, "kind"}, {Subject::ownership, "ownership"}, {Subject::tag, "tag"}}}};

void check_unit(const Condition& condition,
                const Node& subject,
                const Node* words,
                Problems& problems) {
    const auto kind = subjects.parse(condition.subject);
    if (!kind) {
        problems.error(subject, kind.error());
        return;
    }
    for (const auto& word : condition.words) {
        if (*kind == Subject::kind && !domain::unit_kinds.parse(word)) {
            problems.error(*words, domain::unit_kinds.parse(word).error());
        }
        if (*kind == Subject::ownership && !domain::ownerships.parse(word)) {
            problems.error(*words, domain::ownerships.parse(word).error());
        }
    }
}

/// What a condition looks at, and as what; a problem unless it is one thing.
std::optional<std::pair<const Node*, ConditionKind>> find_asked(MapReader& map) {
    std::optional<std::pair<const Node*, ConditionKind>> asked;
    for (const auto& [key, kind] : kind_keys) {
        const auto* found = map.find(key);
        if (found != nullptr && asked) {
            map.problems().error(map.key_node(key), ErrorId::condition_not_one);
            return std::nullopt;
        }
        if (found != nullptr) {
            asked = {found, kind};
        }
    }
    if (!asked) {
        map.problems().error(map.node(), ErrorId::condition_not_one);
    }
    return asked;
}

}  // namespace

void EarlierItems::add(const domain::Item& item) {
    Known known{.id = item.id};
    const bool is_free = domain::is_unscored(item.kind) || item.kind == domain::ItemKind::stopwatch;
    for (const auto& [mark, outcome] : domain::known_marks(item)) {
        known.words.emplace_back(domain::answer_results.word(outcome.result));
    }
    for (const auto& option : item.options) {
        known.words.push_back(option.value);
    }
    known.words.emplace_back("na");
    if (is_free || item.kind == domain::ItemKind::choices) {
        known.words.emplace_back("none");
    }
    known.is_number = !is_free || item.kind == domain::ItemKind::stopwatch;
    known.is_number = known.is_number && item.kind != domain::ItemKind::pass_fail &&
                      item.kind != domain::ItemKind::step &&
                      item.kind != domain::ItemKind::choice &&
                      item.kind != domain::ItemKind::choices;
    if (is_free) {
        known.words.clear();
    }
    if (item.kind == domain::ItemKind::scale && !item.levels.empty()) {
        const auto greatest = item.scale_from + static_cast<int>(item.levels.size()) - 1;
        known.range = {Decimal{item.scale_from}, Decimal{greatest}};
    }
    known_.emplace(ascii_lower(item.id), std::move(known));
}

std::optional<Condition> EarlierItems::read(const Node& node, Problems& problems) {
    return node.kind == NodeKind::list ? read_parts(ConditionKind::all, node, problems)
                                       : read_map(node, problems);
}

std::optional<Condition> EarlierItems::read_parts(ConditionKind kind,
                                                  const Node& node,
                                                  Problems& problems) {
    Condition condition{.kind = kind};
    if (node.kind != NodeKind::list) {
        if (auto part = read(node, problems)) {
            condition.parts.push_back(*std::move(part));
        }
        return condition.parts.empty() ? std::nullopt : std::optional{std::move(condition)};
    }
    for (const auto& each : node.items) {
        if (auto part = read(each, problems)) {
            condition.parts.push_back(*std::move(part));
        }
    }
    if (node.items.empty()) {
        problems.error(node, ErrorId::condition_no_test);
    }
    return condition.parts.empty() ? std::nullopt : std::optional{std::move(condition)};
}

std::optional<Condition> EarlierItems::read_map(const Node& node, Problems& problems) {
    MapReader map{node, problems};
    if (node.kind != NodeKind::map) {
        return std::nullopt;
    }
    const auto asked = find_asked(map);
    if (!asked) {
        return std::nullopt;
    }
    const auto& [subject, kind] = *asked;
    if (kind <= ConditionKind::none) {
        map.finish();
        return read_parts(kind, *subject, problems);
    }
    Condition condition{.kind = kind};
    condition.subject = read_line(*subject, problems).value_or("");
    const auto* words = map.find("is");
    if (words != nullptr) {
        condition.words = read_line_or_list(*words, problems);
    }
    if (kind == ConditionKind::history) {
        read_history(condition, *subject, words, map);
    } else if (kind != ConditionKind::unit) {
        condition.min = map.decimal("min", number_range);
        condition.max = map.decimal("max", number_range);
    }
    map.finish();
    if (condition.words.empty() && !condition.min && !condition.max) {
        problems.error(node, ErrorId::condition_no_test);
        return std::nullopt;
    }
    if (kind == ConditionKind::item) {
        check_item(condition, *subject, words, problems);
    } else if (kind == ConditionKind::unit) {
        check_unit(condition, *subject, words, problems);
    }
    return condition;
}

/// The results that an item got in the last visits: it may be any item of the checklist.
void EarlierItems::read_history(Condition& condition,
                                const Node& subject,
                                const Node* words,
                                MapReader& map) {
    condition.visits = map.whole("visits", visits_range).value_or(1);
    remembered_.push_back({&subject, condition.subject});
    for (const auto& word : condition.words) {
        const auto result = domain::answer_results.parse(word);
        if (!result) {
            map.problems().error(*words, result.error());
        }
    }
}

void EarlierItems::check_item(Condition& condition,
                              const Node& subject,
                              const Node* words,
                              Problems& problems) {
    const auto found = known_.find(ascii_lower(condition.subject));
    if (found == known_.end()) {
        missing_.push_back({&subject, condition.subject});
        return;
    }
    const auto& item = found->second;
    condition.subject = item.id;
    if ((condition.min || condition.max) && !item.is_number) {
        problems.error(subject, ErrorId::condition_no_number, {item.id});
    }
    check_range(condition, item, subject, problems);
    for (const auto& word : condition.words) {
        const auto& known = item.words;
        const auto number = parse_decimal(word);
        const bool is_digit = item.is_number && number && item.has_point(*number);
        if (!known.empty() && !is_digit &&
            std::find(known.begin(), known.end(), word) == known.end()) {
            const std::vector<std::string_view> names{known.begin(), known.end()};
            problems.warning(*words,
                             ErrorId::condition_unreachable,
                             {item.id, word, nearest(word, names).value_or(known.front())});
        }
    }
}

/// A scale has no points where the condition looks for them.
void EarlierItems::check_range(const Condition& condition,
                               const Known& item,
                               const Node& subject,
                               Problems& problems) {
    if (!item.range) {
        return;
    }
    const auto& [least, greatest] = *item.range;
    if (condition.min && *condition.min > greatest) {
        problems.warning(subject,
                         ErrorId::condition_unreachable,
                         {item.id, to_text(*condition.min), to_text(greatest)});
    }
    if (condition.max && *condition.max < least) {
        problems.warning(subject,
                         ErrorId::condition_unreachable,
                         {item.id, to_text(*condition.max), to_text(least)});
    }
}

void EarlierItems::report_missing(Problems& problems) const {
    report_unknown(problems);
    for (const auto& [node, id] : missing_) {
        if (known_.contains(ascii_lower(id))) {
            problems.error(*node, ErrorId::condition_not_earlier, {id});
        } else {
            report_no_item(problems, *node, id);
        }
    }
}

/// Those that are looked back at must be there, but may stand anywhere.
void EarlierItems::report_unknown(Problems& problems) const {
    for (const auto& [node, id] : remembered_) {
        const auto found = known_.find(ascii_lower(id));
        if (found == known_.end()) {
            report_no_item(problems, *node, id);
        } else if (found->second.id != id) {
            problems.error(*node, ErrorId::condition_misspelt_item, {id, found->second.id});
        }
    }
}

void EarlierItems::report_no_item(Problems& problems,
                                  const Node& node,
                                  const std::string& id) const {
    std::vector<std::string_view> ids;
    ids.reserve(known_.size());
    for (const auto& [lower, known] : known_) {
        ids.push_back(known.id);
    }
    const auto near = nearest(id, ids);
    problems.error(node,
                   near ? ErrorId::condition_misspelt_item : ErrorId::condition_no_item,
                   {id, near.value_or("")});
}

}  // namespace dudao::yaml
