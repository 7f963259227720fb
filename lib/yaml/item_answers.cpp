#include "yaml/item_answers.hpp"

#include "base/error_id.hpp"
#include "base/nearest.hpp"
#include "base/text.hpp"
#include "yaml/ids.hpp"
#include "yaml/item_measures.hpp"

#include <algorithm>
#include <array>

namespace dudao::yaml {

namespace {

using domain::AnswerResult;
using domain::ItemKind;

constexpr std::size_t most_levels_of_scale = 101;
constexpr WholeRange scale_range{-1000, 1000};
constexpr std::size_t longest_unit = 16;
constexpr DecimalRange measure_range{Decimal{-1'000'000'000}, Decimal{1'000'000'000}};

constexpr Vocabulary<AnswerResult, 3> level_results{"answer result",
                                                    {{{AnswerResult::pass, "pass"},
                                                      {AnswerResult::partial, "partial"},
                                                      {AnswerResult::fail, "fail"}}}};
constexpr Vocabulary<AnswerResult, 4> option_results{"answer result",
                                                     {{{AnswerResult::pass, "pass"},
                                                       {AnswerResult::partial, "partial"},
                                                       {AnswerResult::fail, "fail"},
                                                       {AnswerResult::na, "na"}}}};

/// A key with up to four kinds of items that know it.
struct KeyOfKind {
    std::string_view key;
    std::array<ItemKind, 4> kinds;
};

constexpr std::array<KeyOfKind, 19> keys_of_kinds{{
    {"partial_points",
     {ItemKind::pass_fail, ItemKind::number, ItemKind::step, ItemKind::stopwatch}},
    {"from", {ItemKind::scale}},
    {"to", {ItemKind::scale}},
    {"pass_from", {ItemKind::scale, ItemKind::knowledge}},
    {"partial_from", {ItemKind::scale, ItemKind::knowledge}},
    {"levels", {ItemKind::scale}},
    {"unit", {ItemKind::number}},
    {"accept", {ItemKind::number}},
    {"tolerate", {ItemKind::number}},
    {"options", {ItemKind::choice, ItemKind::choices}},
    {"deduct", {ItemKind::count}},
    {"pass_to", {ItemKind::count}},
    {"partial_to", {ItemKind::count}},
    {"standard", {ItemKind::step, ItemKind::stopwatch}},
    {"samples", {ItemKind::stopwatch}},
    {"judge", {ItemKind::stopwatch}},
    {"slow_to", {ItemKind::stopwatch}},
    {"ask", {ItemKind::knowledge}},
    {"questions", {ItemKind::knowledge}},
}};

void refuse_keys_of_other_kinds(MapReader& map, ItemKind kind) {
    for (const auto& [key, kinds] : keys_of_kinds) {
        const bool known = std::find(kinds.begin(), kinds.end(), kind) != kinds.end();
        if (!known && map.find(key) != nullptr) {
            map.problems().error(
                map.key_node(key), ErrorId::key_not_for_type, {key, domain::item_kinds.word(kind)});
        }
    }
}

/// What is left of the item's points by the key `deduct` or `share`.
std::optional<Decimal> read_deduct(const Node& node, Problems& problems, Decimal points) {
    const auto lost = read_part(node, problems, points);
    return lost ? std::optional{points - *lost} : std::nullopt;
}

std::optional<Decimal> read_share(const Node& node, Problems& problems, Decimal points) {
    constexpr DecimalRange percentage_range{Decimal{0}, Decimal{100}};
    const auto share = read_thousandths(node, problems, percentage_range);
    if (!share) {
        return std::nullopt;
    }
    constexpr std::int64_t whole = 100'000;
    const auto product = points.thousandths() * share->thousandths();
    if (product % whole != 0) {
        problems.error(node, ErrorId::share_inexact, {to_text(*share), to_text(points)});
        return std::nullopt;
    }
    return Decimal::from_thousandths(product / whole);
}

/// The points of a level or an option by the one key of three that is given.
struct GivenPoints {
    const Node* node = nullptr;  ///< null: none is
    std::optional<Decimal> points = {};
};

GivenPoints read_points(MapReader& map, Decimal points) {
    GivenPoints given;
    std::string_view first;
    for (const std::string_view key : {"points", "deduct", "share"}) {
        const auto* node = map.find(key);
        if (node == nullptr) {
            continue;
        }
        if (given.node != nullptr) {
            map.problems().error(map.key_node(key), ErrorId::key_not_with, {key, first});
            return given;
        }
        first = key;
        given.node = node;
        if (key == "points") {
            given.points = read_part(*node, map.problems(), points);
        } else {
            given.points = key == "deduct" ? read_deduct(*node, map.problems(), points)
                                           : read_share(*node, map.problems(), points);
        }
    }
    return given;
}

/// The keys `result` and `points`, `deduct` or `share` of a level or an option. Points go without
/// saying, but for a partial result.
template <std::size_t size>
domain::Outcome read_outcome(MapReader& map,
                             const Vocabulary<AnswerResult, size>& results,
                             Decimal points) {
    domain::Outcome outcome;
    if (const auto* node = map.must_find("result")) {
        outcome.result = read_word(*node, map.problems(), results).value_or(AnswerResult::fail);
    }
    const bool is_partial = outcome.result == AnswerResult::partial;
    const auto given = read_points(map, points);
    if (is_partial && given.node == nullptr) {
        map.must_find("points");
    }
    if (outcome.result == AnswerResult::pass) {
        outcome.points = points;
    }
    outcome.points = given.points.value_or(outcome.points);
    if (outcome.result == AnswerResult::na && !outcome.points.is_zero()) {
        map.problems().error(
            *given.node, ErrorId::points_beyond_item, {to_text(outcome.points), "0"});
    }
    return outcome;
}

void read_pass_fail(MapReader& map, domain::Item& item) {
    if (const auto* node = map.find("partial_points")) {
        item.partial_points = read_part(*node, map.problems(), item.points);
    }
}

void read_levels(const Node& list, Problems& problems, domain::Item& item) {
    std::optional<int> last;
    for (const auto& node : read_list(list, problems)) {
        MapReader map{node, problems};
        const auto* value_node = map.must_find("value");
        const auto value =
            value_node == nullptr ? std::nullopt : read_whole(*value_node, problems, scale_range);
        item.levels.push_back(read_outcome(map, level_results, item.points));
        map.finish();
        if (!value) {
            return;
        }
        if (last && *value != *last + 1) {
            problems.error(*value_node,
                           ErrorId::levels_not_consecutive,
                           {std::to_string(*value), std::to_string(*last + 1)});
            return;
        }
        if (!last) {
            item.scale_from = *value;
        }
        last = value;
    }
    if (list.kind == NodeKind::list &&
        (item.levels.size() < 2 || item.levels.size() > most_levels_of_scale)) {
        problems.error(list, ErrorId::bad_scale_size, {std::to_string(most_levels_of_scale)});
    }
}

/// The two ends of a scale and the values from which its results begin.
struct Scale {
    int from = 1;
    int to = 5;
    int pass_from = 0;
    int partial_from = 0;  ///< as pass_from where there is no partial result

    AnswerResult result_of(int value) const {
        if (value >= pass_from) {
            return AnswerResult::pass;
        }
        return value >= partial_from ? AnswerResult::partial : AnswerResult::fail;
    }
};

/// Nothing when the keys do not make a scale.
std::optional<Scale> read_ends(MapReader& map) {
    Scale scale;
    scale.from = map.whole("from", scale_range).value_or(scale.from);
    scale.to = map.whole("to", scale_range).value_or(scale.to);
    const auto* pass_node = map.must_find("pass_from");
    const auto* partial_node = map.find("partial_from");
    if (scale.to <= scale.from ||
        static_cast<std::size_t>(scale.to - scale.from) >= most_levels_of_scale) {
        const auto* to_node = map.find("to");
        map.problems().error(to_node == nullptr ? map.node() : *to_node,
                             ErrorId::bad_scale_size,
                             {std::to_string(most_levels_of_scale)});
        return std::nullopt;
    }
    const WholeRange values{scale.from, scale.to};
    const auto pass =
        pass_node == nullptr ? std::nullopt : read_whole(*pass_node, map.problems(), values);
    const auto partial = map.whole("partial_from", values);
    if (!pass) {
        return std::nullopt;
    }
    if (partial && *partial >= *pass) {
        map.problems().error(*partial_node,
                             ErrorId::partial_not_below_pass,
                             {std::to_string(*partial), std::to_string(*pass)});
    }
    scale.pass_from = *pass;
    scale.partial_from = partial.value_or(*pass);
    return scale;
}

/// A level for each value: its share of the points is value / to.
void make_levels(const Scale& scale, MapReader& map, domain::Item& item) {
    item.scale_from = scale.from;
    for (auto value = scale.from; value <= scale.to; ++value) {
        const auto product = item.points.thousandths() * value;
        if (product != 0 && (value < 0 || scale.to <= 0 || product % scale.to != 0)) {
            map.problems().error(*map.find("points"),
                                 ErrorId::scale_points_inexact,
                                 {std::to_string(value), std::to_string(scale.to)});
            return;
        }
        const auto points =
            product == 0 ? Decimal{} : Decimal::from_thousandths(product / scale.to);
        item.levels.push_back({scale.result_of(value), points});
    }
}

void read_scale(MapReader& map, domain::Item& item) {
    const auto* levels = map.find("levels");
    if (levels == nullptr) {
        if (const auto scale = read_ends(map)) {
            make_levels(*scale, map, item);
        }
        return;
    }
    for (const auto* key : {"from", "to", "pass_from", "partial_from"}) {
        if (map.find(key) != nullptr) {
            map.problems().error(map.key_node(key), ErrorId::key_not_with, {key, "levels"});
        }
    }
    read_levels(*levels, map.problems(), item);
}

/// The ends of the key `accept` or `tolerate`.
struct Ends {
    std::optional<Decimal> min = {};
    std::optional<Decimal> max = {};
};

Ends read_range(const Node& node, Problems& problems) {
    MapReader range{node, problems};
    const Ends ends{range.decimal("min", measure_range), range.decimal("max", measure_range)};
    range.finish();
    if (node.kind == NodeKind::map && node.entries.empty()) {
        problems.error(node, ErrorId::accept_empty);
    }
    if (ends.min && ends.max && *ends.min > *ends.max) {
        problems.error(node, ErrorId::accept_reversed, {to_text(*ends.min), to_text(*ends.max)});
    }
    return ends;
}

/// What lies beyond the accepted range and still gives a part of the points.
void read_tolerated(MapReader& map, domain::Item& item) {
    const auto* node = map.find("tolerate");
    if (node == nullptr) {
        if (map.find("partial_points") != nullptr) {
            map.problems().error(
                map.key_node("partial_points"), ErrorId::key_missing, {"tolerate"});
        }
        return;
    }
    const auto ends = read_range(*node, map.problems());
    item.tolerate_min = ends.min;
    item.tolerate_max = ends.max;
    if (const auto* points = map.must_find("partial_points")) {
        item.partial_points = read_part(*points, map.problems(), item.points);
    }
    const bool wider_below =
        !item.tolerate_min || !item.accept_min || *item.tolerate_min <= *item.accept_min;
    const bool wider_above =
        !item.tolerate_max || !item.accept_max || *item.tolerate_max >= *item.accept_max;
    if (!wider_below || !wider_above) {
        const auto& inner = wider_below ? item.tolerate_max : item.tolerate_min;
        const auto& outer = wider_below ? item.accept_max : item.accept_min;
        map.problems().error(*node, ErrorId::tolerance_within, {to_text(*inner), to_text(*outer)});
    }
}

void read_number(MapReader& map, domain::Item& item) {
    if (const auto* unit = map.find("unit")) {
        item.measure_unit = read_line(*unit, map.problems()).value_or("");
        if (code_points(item.measure_unit) > longest_unit) {
            map.problems().error(*unit, ErrorId::bad_unit, {shortened(item.measure_unit)});
        }
    }
    if (const auto* node = map.find("accept")) {
        const auto ends = read_range(*node, map.problems());
        item.accept_min = ends.min;
        item.accept_max = ends.max;
    }
    read_tolerated(map, item);
}

domain::Option read_option(const Node& node,
                           Problems& problems,
                           Translations& texts,
                           Names& values,
                           const domain::Item& item) {
    domain::Option option;
    MapReader map{node, problems};
    if (const auto* value = map.must_find("value")) {
        option.value = read_id(*value, problems).value_or("");
        if (!option.value.empty()) {
            values.add(*value, option.value, problems, ErrorId::duplicate_option);
        }
    }
    option.label = texts.must_read(map, "label", TextKind::label);
    option.outcome = read_outcome(map, option_results, item.points);
    if (option.outcome.result == AnswerResult::na &&
        item.critical != domain::CriticalEffect::none) {
        problems.error(*map.find("result"), ErrorId::critical_allows_na, {item.id});
    }
    map.finish();
    return option;
}

/// The list of options, or the response set that the key names.
const Node* find_options(MapReader& map, ResponseSets& sets) {
    const auto* node = map.must_find("options");
    if (node == nullptr || node->kind != NodeKind::scalar) {
        return node;
    }
    const auto name = read_line(*node, map.problems());
    if (!name) {
        return nullptr;
    }
    const auto found = sets.find(*name);
    if (found != sets.end()) {
        found->second.used = true;
        return found->second.options;
    }
    std::vector<std::string_view> names;
    for (const auto& [known, set] : sets) {
        names.push_back(known);
    }
    const auto near = nearest(*name, names);
    map.problems().error(
        *node, near ? ErrorId::misspelt_set : ErrorId::no_such_set, {*name, near.value_or("")});
    return nullptr;
}

/// Several choices either add up, when all say points or share, or each takes off what it says.
void read_sum(const Node& list, Problems& problems, domain::Item& item) {
    std::string_view first;
    for (const auto& node : list.items) {
        for (const auto& entry : node.entries) {
            const std::string_view key = entry.key.text;
            if (key != "points" && key != "share" && key != "deduct") {
                continue;
            }
            const bool adds = key != "deduct";
            if (!first.empty() && adds != item.additive) {
                problems.error(entry.key, ErrorId::key_not_with, {key, first});
                return;
            }
            item.additive = adds;
            first = key;
        }
    }
}

void read_options(MapReader& map, AnswerScope& scope, domain::Item& item) {
    const auto* list = find_options(map, scope.sets);
    if (list == nullptr) {
        return;
    }
    Names values;
    for (const auto& node : read_list(*list, map.problems())) {
        item.options.push_back(read_option(node, map.problems(), scope.texts, values, item));
    }
    if (list->kind == NodeKind::list &&
        (item.options.size() < least_options || item.options.size() > most_options)) {
        map.problems().error(
            *list, ErrorId::bad_option_count, {std::to_string(item.options.size())});
    }
    if (item.kind == ItemKind::choices) {
        read_sum(*list, map.problems(), item);
    }
}

}  // namespace

void ignore_answer_keys(MapReader& map) {
    for (const auto& [key, kinds] : keys_of_kinds) {
        map.find(key);
    }
}

std::optional<Decimal> read_part(const Node& node, Problems& problems, Decimal points) {
    const auto part = read_thousandths(node, problems, points_range);
    if (part && *part > points) {
        problems.error(node, ErrorId::points_beyond_item, {to_text(*part), to_text(points)});
        return std::nullopt;
    }
    return part;
}

void read_item_answers(MapReader& map, AnswerScope& scope, domain::Item& item) {
    refuse_keys_of_other_kinds(map, item.kind);
    switch (item.kind) {
        case ItemKind::pass_fail:
            read_pass_fail(map, item);
            break;
        case ItemKind::scale:
            read_scale(map, item);
            break;
        case ItemKind::number:
            read_number(map, item);
            break;
        case ItemKind::choice:
        case ItemKind::choices:
            read_options(map, scope, item);
            break;
        case ItemKind::count:
            read_count(map, item);
            break;
        case ItemKind::step:
            read_step(map, item);
            break;
        case ItemKind::stopwatch:
            read_stopwatch(map, item);
            break;
        case ItemKind::knowledge:
            read_knowledge(map, scope.texts, item);
            break;
        case ItemKind::text:
        case ItemKind::date:
        case ItemKind::time:
        case ItemKind::photo:
        case ItemKind::signature:
            break;
    }
}

}  // namespace dudao::yaml
