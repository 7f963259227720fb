#include "yaml/item_answers.hpp"

#include "base/text.hpp"
#include "yaml/ids.hpp"

#include <array>

namespace dudao::yaml {

namespace {

using domain::AnswerResult;
using domain::ItemKind;

constexpr std::size_t most_levels_of_scale = 101;
constexpr WholeRange scale_range{-1000, 1000};
constexpr std::size_t least_options = 2;
constexpr std::size_t most_options = 26;
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

struct KeyOfKind {
    std::string_view key;
    ItemKind kind;
};

constexpr std::array<KeyOfKind, 9> keys_of_kinds{{{"partial_points", ItemKind::pass_fail},
                                                  {"from", ItemKind::scale},
                                                  {"to", ItemKind::scale},
                                                  {"pass_from", ItemKind::scale},
                                                  {"partial_from", ItemKind::scale},
                                                  {"levels", ItemKind::scale},
                                                  {"unit", ItemKind::number},
                                                  {"accept", ItemKind::number},
                                                  {"options", ItemKind::choice}}};

void refuse_keys_of_other_kinds(MapReader& map, ItemKind kind) {
    for (const auto& [key, owner] : keys_of_kinds) {
        if (owner != kind && map.find(key) != nullptr) {
            map.problems().error(
                map.key_node(key), ErrorId::key_not_for_type, {key, domain::item_kinds.word(kind)});
        }
    }
}

/// Points that are not beyond those of the item.
std::optional<Decimal> read_part(const Node& node, Problems& problems, Decimal points) {
    const auto part = read_thousandths(node, problems, points_range);
    if (part && *part > points) {
        problems.error(node, ErrorId::points_beyond_item, {to_text(*part), to_text(points)});
        return std::nullopt;
    }
    return part;
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

void read_number(MapReader& map, domain::Item& item) {
    if (const auto* unit = map.find("unit")) {
        item.measure_unit = read_line(*unit, map.problems()).value_or("");
        if (code_points(item.measure_unit) > longest_unit) {
            map.problems().error(*unit, ErrorId::bad_unit, {shortened(item.measure_unit)});
        }
    }
    const auto* node = map.find("accept");
    if (node == nullptr) {
        return;
    }
    MapReader accept{*node, map.problems()};
    item.accept_min = accept.decimal("min", measure_range);
    item.accept_max = accept.decimal("max", measure_range);
    accept.finish();
    if (node->kind == NodeKind::map && node->entries.empty()) {
        map.problems().error(*node, ErrorId::accept_empty);
    }
    if (item.accept_min && item.accept_max && *item.accept_min > *item.accept_max) {
        map.problems().error(*node,
                             ErrorId::accept_reversed,
                             {to_text(*item.accept_min), to_text(*item.accept_max)});
    }
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

void read_options(MapReader& map, Translations& texts, domain::Item& item) {
    const auto* list = map.must_find("options");
    if (list == nullptr) {
        return;
    }
    Names values;
    for (const auto& node : read_list(*list, map.problems())) {
        item.options.push_back(read_option(node, map.problems(), texts, values, item));
    }
    if (list->kind == NodeKind::list &&
        (item.options.size() < least_options || item.options.size() > most_options)) {
        map.problems().error(
            *list, ErrorId::bad_option_count, {std::to_string(item.options.size())});
    }
}

}  // namespace

void ignore_answer_keys(MapReader& map) {
    for (const auto& [key, kind] : keys_of_kinds) {
        map.find(key);
    }
}

void read_item_answers(MapReader& map, Translations& texts, domain::Item& item) {
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
            read_options(map, texts, item);
            break;
    }
}

}  // namespace dudao::yaml
