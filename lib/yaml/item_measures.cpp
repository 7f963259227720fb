#include "yaml/item_measures.hpp"

#include "base/error_id.hpp"

#include <algorithm>

namespace dudao::yaml {

namespace {

using domain::AnswerResult;

constexpr std::size_t packed_levels = 10;  ///< a digit each, the last for all beyond
constexpr std::size_t most_counted = 101;
constexpr WholeRange count_range{0, 100};
constexpr WholeRange sample_range{1, 30};
constexpr WholeRange asked_range{1, 9};
constexpr std::size_t most_questions = 200;
constexpr DecimalRange seconds_range{Decimal{0}, Decimal{86'400}};

/// The ends of what passes and what passes in part, from a greatest count on.
struct Limits {
    int pass = 0;
    int partial = 0;  ///< as `pass` where there is no partial result

    AnswerResult result_of(int count) const {
        if (count <= pass) {
            return AnswerResult::pass;
        }
        return count <= partial ? AnswerResult::partial : AnswerResult::fail;
    }
};

Limits read_limits(MapReader& map) {
    Limits limits;
    limits.pass = map.whole("pass_to", count_range).value_or(0);
    limits.partial = map.whole("partial_to", count_range).value_or(limits.pass);
    if (limits.partial < limits.pass) {
        map.problems().error(*map.find("partial_to"),
                             ErrorId::number_out_of_range,
                             {std::to_string(limits.partial),
                              std::to_string(limits.pass),
                              std::to_string(count_range.to)});
    }
    return limits;
}

}  // namespace

void read_count(MapReader& map, domain::Item& item) {
    const auto* node = item.points.is_zero() ? map.find("deduct") : map.must_find("deduct");
    const auto limits = read_limits(map);
    std::optional<Decimal> per{Decimal{}};
    auto most = item.points;
    if (node != nullptr) {
        MapReader deduct{*node, map.problems()};
        const auto* per_node = deduct.must_find("per");
        const auto* most_node = deduct.find("most");
        deduct.finish();
        per =
            per_node == nullptr ? std::nullopt : read_part(*per_node, map.problems(), item.points);
        if (most_node != nullptr) {
            most = read_part(*most_node, map.problems(), item.points).value_or(item.points);
        }
    }
    if (!per) {
        return;
    }
    Decimal lost;
    const auto last = std::max(limits.pass, limits.partial);
    for (int count = 0; item.levels.size() < most_counted; ++count) {
        item.levels.push_back({limits.result_of(count), item.points - lost});
        const bool settled = count > last && (per->is_zero() || lost == most);
        if (settled && item.levels.size() >= packed_levels) {
            return;
        }
        lost = std::min(lost + *per, most);
    }
    map.problems().error(*node, ErrorId::bad_scale_size, {std::to_string(most_counted)});
}

void read_step(MapReader& map, domain::Item& item) {
    item.partial_points = Decimal{};
    if (const auto* node = map.find("partial_points")) {
        item.partial_points = read_part(*node, map.problems(), item.points).value_or(Decimal{});
    }
    item.accept_max = map.decimal("standard", seconds_range);
}

void read_stopwatch(MapReader& map, domain::Item& item) {
    const auto* standard = map.must_find("standard");
    if (standard != nullptr) {
        item.accept_max = read_decimal(*standard, map.problems(), seconds_range);
    }
    item.samples = map.whole("samples", sample_range).value_or(1);
    item.judge = map.word("judge", domain::judges).value_or(item.judge);
    const auto* slow = map.find("slow_to");
    const auto* points =
        slow == nullptr ? map.find("partial_points") : map.must_find("partial_points");
    if (slow != nullptr) {
        item.tolerate_max = read_decimal(*slow, map.problems(), seconds_range);
        if (item.tolerate_max && item.accept_max && *item.tolerate_max <= *item.accept_max) {
            map.problems().error(*slow,
                                 ErrorId::tolerance_within,
                                 {to_text(*item.tolerate_max), to_text(*item.accept_max)});
        }
    } else if (points != nullptr) {
        map.problems().error(map.key_node("partial_points"), ErrorId::key_missing, {"slow_to"});
    }
    if (points != nullptr) {
        item.partial_points = read_part(*points, map.problems(), item.points);
    }
}

namespace {

/// The bank that the questions are drawn from, as options without a result.
std::vector<domain::Option> read_questions(const Node& list,
                                           Translations& texts,
                                           Problems& problems) {
    std::vector<domain::Option> questions;
    for (const auto& node : read_list(list, problems)) {
        MapReader question{node, problems};
        domain::Option option{.value = std::to_string(questions.size() + 1),
                              .label = texts.must_read(question, "text", TextKind::item),
                              .outcome = {AnswerResult::hidden, {}}};
        question.finish();
        questions.push_back(std::move(option));
    }
    return questions;
}

}  // namespace

void read_knowledge(MapReader& map, Translations& texts, domain::Item& item) {
    const auto* ask_node = map.must_find("ask");
    const auto* list = map.must_find("questions");
    const auto ask =
        ask_node == nullptr ? std::nullopt : read_whole(*ask_node, map.problems(), asked_range);
    const WholeRange values{0, ask.value_or(asked_range.to)};
    const auto pass = map.whole("pass_from", values).value_or(values.to);
    const auto partial = map.whole("partial_from", values).value_or(pass);
    if (list != nullptr) {
        item.options = read_questions(*list, texts, map.problems());
        const auto size = item.options.size();
        if (ask && (size < static_cast<std::size_t>(*ask) || size > most_questions)) {
            map.problems().error(
                *list, ErrorId::too_few_questions, {std::to_string(size), std::to_string(*ask)});
        }
    }
    if (!ask) {
        return;
    }
    item.samples = *ask;
    for (int right = 0; right <= *ask; ++right) {
        const auto product = item.points.thousandths() * right;
        if (product % *ask != 0) {
            map.problems().error(*map.find("points"),
                                 ErrorId::scale_points_inexact,
                                 {std::to_string(right), std::to_string(*ask)});
            return;
        }
        const auto result = right >= pass      ? AnswerResult::pass
                            : right >= partial ? AnswerResult::partial
                                               : AnswerResult::fail;
        item.levels.push_back({result, Decimal::from_thousandths(product / *ask)});
    }
}

}  // namespace dudao::yaml
