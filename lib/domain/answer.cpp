#include "domain/answer.hpp"

#include <algorithm>
#include <array>
#include <numeric>
#include <random>

namespace dudao::domain {

namespace {

constexpr int greatest_digit = 9;

bool has_levels(ItemKind kind) noexcept {
    return kind == ItemKind::scale || kind == ItemKind::count || kind == ItemKind::knowledge;
}

/// The answers that one letter gives: P, M where the item knows it, F.
std::vector<std::pair<Mark, Outcome>> letters_of(const Item& item) {
    std::vector<std::pair<Mark, Outcome>> marks;
    marks.emplace_back(mark::pass, Outcome{AnswerResult::pass, item.points});
    if (item.partial_points) {
        marks.emplace_back(mark::partial, Outcome{AnswerResult::partial, *item.partial_points});
    }
    marks.emplace_back(mark::fail, Outcome{AnswerResult::fail, {}});
    return marks;
}

const Option* option_of(const Item& item, std::string_view value) {
    const auto found = std::find_if(item.options.begin(),
                                    item.options.end(),
                                    [&](const auto& each) { return each.value == value; });
    return found == item.options.end() ? nullptr : &*found;
}

/// What the options that were chosen give together; nothing when one of them is unknown.
std::optional<Outcome> outcome_of_choices(const Item& item,
                                          const std::vector<std::string>& values) {
    auto points = item.additive ? Decimal{} : item.points;
    auto worst = AnswerResult::pass;
    for (const auto& value : values) {
        const auto* option = option_of(item, value);
        if (option == nullptr) {
            return std::nullopt;
        }
        const auto& outcome = option->outcome;
        points += item.additive ? outcome.points : outcome.points - item.points;
        worst = std::max(worst, outcome.result);
    }
    points = std::clamp(points, Decimal{}, item.points);
    if (!item.additive) {
        return Outcome{worst, points};
    }
    if (points == item.points) {
        return Outcome{AnswerResult::pass, points};
    }
    return Outcome{points.is_zero() ? AnswerResult::fail : AnswerResult::partial, points};
}

/// The numbers below `count` in an order that `seed` decides.
std::vector<std::size_t> shuffled(std::size_t count, std::uint64_t seed) {
    std::vector<std::size_t> order(count);
    std::iota(order.begin(), order.end(), std::size_t{0});
    // Not std::shuffle: what it draws differs from one library to the next.
    std::mt19937_64 chance{seed};
    for (auto left = order.size(); left > 1; --left) {
        std::swap(order[left - 1], order[chance() % left]);
    }
    return order;
}

}  // namespace

void add_evidence(AnswerDetail& detail, const std::string& digest) {
    auto& all = detail.evidence;
    if (std::find(all.begin(), all.end(), digest) == all.end()) {
        all.push_back(digest);
    }
}

Answers no_answers(std::size_t items) {
    return {.results = std::string(items, mark::not_checked)};
}

bool needs_value(const Item& item) noexcept {
    switch (item.kind) {
        case ItemKind::scale:
            return item.scale_from < 0 ||
                   item.scale_from + static_cast<int>(item.levels.size()) - 1 > greatest_digit;
        case ItemKind::count:
            return item.levels.size() > greatest_digit + 1;
        default:
            return item.kind == ItemKind::choices;
    }
}

bool is_marked(const Item& item) noexcept {
    switch (item.kind) {
        case ItemKind::number:
        case ItemKind::stopwatch:
        case ItemKind::choices:
            return false;
        default:
            return !needs_value(item) && !is_unscored(item.kind);
    }
}

const Outcome* level_of(const Item& item, Decimal value) noexcept {
    const auto size = static_cast<std::int64_t>(item.levels.size());
    auto index = value.millionths() / Decimal::one - item.scale_from;
    if (item.kind == ItemKind::count) {
        index = std::min(index, size - 1);
    }
    const bool within = value.millionths() % Decimal::one == 0 && index >= 0 && index < size;
    return within ? &item.levels[static_cast<std::size_t>(index)] : nullptr;
}

std::vector<std::pair<Mark, Outcome>> scored_marks(const Item& item) {
    std::vector<std::pair<Mark, Outcome>> marks;
    if (has_levels(item.kind)) {
        for (std::size_t at = 0; at < item.levels.size() && !needs_value(item); ++at) {
            const auto value = item.scale_from + static_cast<int>(at);
            marks.emplace_back(static_cast<char>('0' + value), item.levels[at]);
        }
        return marks;
    }
    if (item.kind == ItemKind::choice) {
        for (std::size_t at = 0; at < item.options.size(); ++at) {
            marks.emplace_back(static_cast<char>('a' + at), item.options[at].outcome);
        }
        return marks;
    }
    if (is_unscored(item.kind)) {
        marks.emplace_back(mark::pass, Outcome{AnswerResult::pass, {}});
        return marks;
    }
    return item.kind == ItemKind::choices ? marks : letters_of(item);
}

std::vector<std::pair<Mark, Outcome>> known_marks(const Item& item) {
    auto marks =
        needs_value(item)
            ? std::vector<std::pair<Mark, Outcome>>{{mark::pass, {AnswerResult::pass, {}}},
                                                    {mark::partial, {AnswerResult::partial, {}}},
                                                    {mark::fail, {AnswerResult::fail, {}}}}
            : scored_marks(item);
    if (item.na == NaPolicy::fail || item.na == NaPolicy::zero) {
        marks.emplace_back(mark::na, na_outcome(item));
    }
    return marks;
}

Outcome na_outcome(const Item& item) noexcept {
    return {item.na == NaPolicy::fail ? AnswerResult::fail : AnswerResult::na, {}};
}

std::optional<Outcome> outcome_of(const Item& item, const Answer& answer) {
    switch (answer.mark) {
        case mark::na:
            return na_outcome(item);
        case mark::not_checked:
            return Outcome{AnswerResult::not_checked, {}};
        case mark::waived:
            return Outcome{AnswerResult::waived, {}};
        case mark::hidden:
            return Outcome{AnswerResult::hidden, {}};
        default:
            break;
    }
    if (item.kind == ItemKind::choices) {
        return outcome_of_choices(item, answer.detail.values);
    }
    if (needs_value(item) && answer.detail.value) {
        const auto* level = level_of(item, *answer.detail.value);
        return level == nullptr ? std::nullopt : std::optional{*level};
    }
    for (const auto& [each, outcome] : scored_marks(item)) {
        if (each == answer.mark) {
            return outcome;
        }
    }
    return std::nullopt;
}

std::vector<std::size_t> drawn_people(std::size_t people,
                                      std::size_t questions,
                                      std::uint64_t seed) {
    const auto order = shuffled(people, seed);
    std::vector<std::size_t> drawn;
    for (std::size_t at = 0; at < questions && people > 0; ++at) {
        drawn.push_back(order[at % people]);
    }
    return drawn;
}

std::vector<std::size_t> drawn_questions(const Item& item, std::uint64_t seed) {
    auto drawn = shuffled(item.options.size(), seed);
    drawn.resize(std::min(drawn.size(), static_cast<std::size_t>(item.samples)));
    std::sort(drawn.begin(), drawn.end());
    return drawn;
}

}  // namespace dudao::domain
