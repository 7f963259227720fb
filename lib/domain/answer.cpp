#include "domain/answer.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <array>

namespace dudao::domain {

namespace {

constexpr int greatest_digit = 9;

struct CommonWord {
    std::string_view word;
    Mark mark;
};

/// What people write for the answers that most items know, in lower case.
constexpr std::array<CommonWord, 40> common_words{{
    {"p", mark::pass},
    {"pass", mark::pass},
    {"合格", mark::pass},
    {"符合", mark::pass},
    {"达标", mark::pass},
    {"是", mark::pass},
    {"√", mark::pass},
    {"✓", mark::pass},
    {"yes", mark::pass},
    {"y", mark::pass},
    {"ok", mark::pass},
    {"f", mark::fail},
    {"fail", mark::fail},
    {"不合格", mark::fail},
    {"不符合", mark::fail},
    {"缺失", mark::fail},
    {"否", mark::fail},
    {"×", mark::fail},
    {"x", mark::fail},
    {"✗", mark::fail},
    {"no", mark::fail},
    {"m", mark::partial},
    {"partial", mark::partial},
    {"部分符合", mark::partial},
    {"部分", mark::partial},
    {"△", mark::partial},
    {"n", mark::na},
    {"na", mark::na},
    {"n/a", mark::na},
    {"不适用", mark::na},
    {"不適用", mark::na},
    {"w", mark::waived},
    {"waived", mark::waived},
    {"豁免", mark::waived},
    {"-", mark::not_checked},
    {"未检", mark::not_checked},
    {"未檢", mark::not_checked},
    {"not_checked", mark::not_checked},
    {"/", mark::na},
    {"不涉及", mark::na},
}};

std::optional<Mark> common_mark(std::string_view lower) {
    for (const auto& [word, mark] : common_words) {
        if (word == lower) {
            return mark;
        }
    }
    return std::nullopt;
}

/// What the item allows, for people: "P, F, N" or "1 … 5, N".
std::string allowed(const Item& item) {
    std::string list;
    const auto add = [&](std::string_view word) {
        list += (list.empty() ? "" : ", ") + std::string{word};
    };
    switch (item.kind) {
        case ItemKind::pass_fail:
            add("P");
            if (item.partial_points) {
                add("M");
            }
            add("F");
            break;
        case ItemKind::scale:
            add(std::to_string(item.scale_from) + " … " +
                std::to_string(item.scale_from + static_cast<int>(item.levels.size()) - 1));
            break;
        case ItemKind::number:
            add("3.5");
            break;
        case ItemKind::choice:
            for (const auto& option : item.options) {
                add(option.value);
            }
            break;
    }
    if (na_allowed(item)) {
        add("N");
    }
    return list;
}

Error not_an_answer(const Item& item, std::string_view text) {
    return {ErrorId::bad_answer, {text, item.id, allowed(item)}};
}

bool is_accepted(const Item& item, Decimal value) {
    return (!item.accept_min || value >= *item.accept_min) &&
           (!item.accept_max || value <= *item.accept_max);
}

Mark letter_of(AnswerResult result) noexcept {
    switch (result) {
        case AnswerResult::pass:
            return mark::pass;
        case AnswerResult::partial:
            return mark::partial;
        default:
            return mark::fail;
    }
}

/// The level of a scale's value; null when it is beyond the ends or not whole.
const Outcome* level_of(const Item& item, Decimal value) {
    const auto index = value.millionths() / Decimal::one - item.scale_from;
    const bool within = value.millionths() % Decimal::one == 0 && index >= 0 &&
                        index < static_cast<std::int64_t>(item.levels.size());
    return within ? &item.levels[static_cast<std::size_t>(index)] : nullptr;
}

Result<Answer> parse_scale(const Item& item, std::string_view text) {
    const auto value = parse_decimal(text);
    const auto* level = value ? level_of(item, *value) : nullptr;
    if (level == nullptr) {
        return not_an_answer(item, text);
    }
    if (!needs_value(item)) {
        return Answer{.mark = static_cast<char>('0' + value->millionths() / Decimal::one)};
    }
    return Answer{.mark = letter_of(level->result), .detail = {.value = *value}};
}

Result<Answer> parse_number(const Item& item, std::string_view text) {
    auto number = text;
    if (!item.measure_unit.empty() && number.ends_with(item.measure_unit)) {
        number.remove_suffix(item.measure_unit.size());
        number = trimmed(number);
    }
    const auto value = parse_decimal(number);
    if (!value) {
        return not_an_answer(item, text);
    }
    return Answer{.mark = is_accepted(item, *value) ? mark::pass : mark::fail,
                  .detail = {.value = *value}};
}

bool is_label(const Option& option, std::string_view text) {
    return std::any_of(option.label.all().begin(), option.label.all().end(), [&](const auto& each) {
        return each.second == text;
    });
}

Result<Answer> parse_choice(const Item& item, std::string_view text) {
    for (std::size_t at = 0; at < item.options.size(); ++at) {
        const auto& option = item.options[at];
        if (option.value == text || is_label(option, text)) {
            return Answer{.mark = static_cast<char>('a' + at)};
        }
    }
    return not_an_answer(item, text);
}

/// An answer that any kind of item may have.
std::optional<Mark> shared_mark(std::string_view lower) {
    const auto found = common_mark(lower);
    const bool shared =
        found && (*found == mark::na || *found == mark::waived || *found == mark::not_checked);
    return shared ? found : std::nullopt;
}

std::string option_text(const Item& item, Mark mark) {
    const auto index = static_cast<std::size_t>(mark - 'a');
    return index < item.options.size() ? item.options[index].value : std::string(1, mark);
}

/// The first common word for `mark` that is not what an option of the item is called.
std::string common_text(const Item& item, Mark mark) {
    for (const auto& [word, each] : common_words) {
        if (each == mark && !parse_choice(item, word)) {
            return std::string{word};
        }
    }
    return {mark};
}

}  // namespace

Answers no_answers(std::size_t items) {
    return {.results = std::string(items, mark::not_checked)};
}

bool needs_value(const Item& item) noexcept {
    return item.kind == ItemKind::scale &&
           (item.scale_from < 0 ||
            item.scale_from + static_cast<int>(item.levels.size()) - 1 > greatest_digit);
}

std::vector<std::pair<Mark, Outcome>> scored_marks(const Item& item) {
    std::vector<std::pair<Mark, Outcome>> marks;
    switch (item.kind) {
        case ItemKind::pass_fail:
        case ItemKind::number:
            marks.emplace_back(mark::pass, Outcome{AnswerResult::pass, item.points});
            if (item.partial_points) {
                marks.emplace_back(mark::partial,
                                   Outcome{AnswerResult::partial, *item.partial_points});
            }
            marks.emplace_back(mark::fail, Outcome{AnswerResult::fail, {}});
            break;
        case ItemKind::scale:
            for (std::size_t at = 0; at < item.levels.size() && !needs_value(item); ++at) {
                const auto value = item.scale_from + static_cast<int>(at);
                marks.emplace_back(static_cast<char>('0' + value), item.levels[at]);
            }
            break;
        case ItemKind::choice:
            for (std::size_t at = 0; at < item.options.size(); ++at) {
                marks.emplace_back(static_cast<char>('a' + at), item.options[at].outcome);
            }
            break;
    }
    return marks;
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

Result<Answer> parse_answer(const Item& item, std::string_view text) {
    const auto word = trimmed(text);
    if (word.empty()) {
        return Answer{};
    }
    if (item.kind == ItemKind::choice) {
        if (auto chosen = parse_choice(item, word)) {
            return chosen;
        }
    }
    const auto lower = ascii_lower(word);
    if (const auto shared = shared_mark(lower)) {
        if (*shared == mark::na && !na_allowed(item)) {
            return Error{ErrorId::na_not_allowed, {item.id}};
        }
        return Answer{.mark = *shared};
    }
    switch (item.kind) {
        case ItemKind::scale:
            return parse_scale(item, word);
        case ItemKind::number:
            return parse_number(item, word);
        case ItemKind::choice:
            return not_an_answer(item, word);
        case ItemKind::pass_fail:
            break;
    }
    const auto found = common_mark(lower);
    if (!found || (*found == mark::partial && !item.partial_points)) {
        return not_an_answer(item, word);
    }
    return Answer{.mark = *found};
}

std::string answer_text(const Item& item, const Answer& answer) {
    if (answer.detail.value) {
        return to_text(*answer.detail.value);
    }
    if (item.kind == ItemKind::choice && answer.mark >= 'a' && answer.mark <= 'z') {
        return option_text(item, answer.mark);
    }
    auto letter = std::string(1, answer.mark);
    return item.kind == ItemKind::choice && parse_choice(item, letter)
               ? common_text(item, answer.mark)
               : letter;
}

}  // namespace dudao::domain
