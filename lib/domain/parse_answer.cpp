#include "base/error_id.hpp"
#include "base/text.hpp"
#include "domain/answer.hpp"

#include <algorithm>
#include <array>

namespace dudao::domain {

namespace {

constexpr std::int64_t greatest_digit = 9;

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

/// What people write for a step of a walk-through, beside the common words.
constexpr std::array<CommonWord, 14> step_words{{{"done", mark::pass},
                                                 {"完成", mark::pass},
                                                 {"已完成", mark::pass},
                                                 {"做到", mark::pass},
                                                 {"slow", mark::partial},
                                                 {"慢", mark::partial},
                                                 {"偏慢", mark::partial},
                                                 {"超时", mark::partial},
                                                 {"超時", mark::partial},
                                                 {"omitted", mark::fail},
                                                 {"遗漏", mark::fail},
                                                 {"遺漏", mark::fail},
                                                 {"漏做", mark::fail},
                                                 {"未做", mark::fail}}};

template <std::size_t size>
std::optional<Mark> mark_of(const std::array<CommonWord, size>& words, std::string_view lower) {
    for (const auto& [word, mark] : words) {
        if (word == lower) {
            return mark;
        }
    }
    return std::nullopt;
}

std::optional<Mark> common_mark(std::string_view lower) {
    return mark_of(common_words, lower);
}

/// What the item allows, for people: "P, F, N" or "1 … 5, N".
std::string allowed(const Item& item) {
    std::string list;
    const auto add = [&](std::string_view word) {
        list += (list.empty() ? "" : ", ") + std::string{word};
    };
    switch (item.kind) {
        case ItemKind::pass_fail:
        case ItemKind::step:
            add("P");
            if (item.partial_points) {
                add("M");
            }
            add("F");
            break;
        case ItemKind::scale:
        case ItemKind::knowledge:
            add(std::to_string(item.scale_from) + " … " +
                std::to_string(item.scale_from + static_cast<int>(item.levels.size()) - 1));
            break;
        case ItemKind::count:
            add("0 …");
            break;
        case ItemKind::number:
            add("3.5");
            break;
        case ItemKind::choice:
        case ItemKind::choices:
            for (const auto& option : item.options) {
                add(option.value);
            }
            if (item.kind == ItemKind::choices) {
                add("none");
            }
            break;
        case ItemKind::stopwatch:
            for (int n = 0; n < item.samples; ++n) {
                list += n == 0 ? "95" : "; 102";
            }
            break;
        case ItemKind::date:
            add("2026-11-05");
            break;
        case ItemKind::time:
            add("22:30");
            break;
        case ItemKind::text:
        case ItemKind::photo:
        case ItemKind::signature:
            add("…");
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

bool is_between(const std::optional<Decimal>& min,
                const std::optional<Decimal>& max,
                Decimal value) {
    return (!min || value >= *min) && (!max || value <= *max);
}

/// What a measured value is worth: accepted, tolerated, or neither.
Mark letter_for(const Item& item, Decimal value) {
    if (is_between(item.accept_min, item.accept_max, value)) {
        return mark::pass;
    }
    const bool tolerates = item.tolerate_min || item.tolerate_max;
    return tolerates && is_between(item.tolerate_min, item.tolerate_max, value) ? mark::partial
                                                                                : mark::fail;
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

Result<Answer> parse_scale(const Item& item, std::string_view text) {
    const auto value = parse_decimal(text);
    const auto* level = value ? level_of(item, *value) : nullptr;
    if (level == nullptr) {
        return not_an_answer(item, text);
    }
    if (!needs_value(item)) {
        const auto whole = value->millionths() / Decimal::one;
        Answer answer{.mark = static_cast<char>('0' + std::min(whole, greatest_digit))};
        if (whole > greatest_digit) {
            answer.detail.value = *value;
        }
        return answer;
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
    return Answer{.mark = letter_for(item, *value), .detail = {.value = *value}};
}

/// The parts of a list in which people separate with ; or with 、 or blanks.
std::vector<std::string> parts_of(std::string_view text) {
    std::string even{text};
    for (const std::string_view sign : {"；", "、", "，", ",", " "}) {
        for (auto at = even.find(sign); at != std::string::npos; at = even.find(sign)) {
            even.replace(at, sign.size(), ";");
        }
    }
    return split_list(even, ";");
}

/// Seconds, or minutes and seconds as 2:05.
std::optional<Decimal> parse_seconds(std::string_view text) {
    constexpr std::int64_t minute = 60;
    for (const std::string_view unit : {"s", "秒"}) {
        if (text.ends_with(unit)) {
            text.remove_suffix(unit.size());
        }
    }
    const auto colon = text.find(':');
    if (colon == std::string_view::npos) {
        const auto value = parse_decimal(text);
        return value && *value >= Decimal{} ? std::optional{*value} : std::nullopt;
    }
    const auto minutes = parse_decimal(text.substr(0, colon));
    const auto seconds = parse_decimal(text.substr(colon + 1));
    const bool fits = minutes && seconds && *minutes >= Decimal{} && *minutes < Decimal{1000} &&
                      minutes->millionths() % Decimal::one == 0 && *seconds >= Decimal{} &&
                      *seconds < Decimal{minute};
    return fits ? std::optional{Decimal::from_millionths(minutes->millionths() * minute) + *seconds}
                : std::nullopt;
}

/// The samples against the standard: their worst, or their mean, rounded half up to 3 places.
Result<Answer> parse_times(const Item& item, std::string_view text) {
    Answer answer;
    Decimal sum;
    Decimal worst;
    for (const auto& part : parts_of(text)) {
        const auto seconds = parse_seconds(part);
        if (!seconds) {
            return not_an_answer(item, text);
        }
        sum += *seconds;
        worst = std::max(worst, *seconds);
        answer.detail.values.push_back(to_text(*seconds));
    }
    const auto count = static_cast<int>(answer.detail.values.size());
    if (count < std::max(1, item.samples)) {
        return not_an_answer(item, text);
    }
    constexpr std::int64_t half = 2;
    constexpr std::int64_t thousandth = Decimal::one / 1000;
    const auto mean = Decimal::from_thousandths((half * sum.millionths() + count * thousandth) /
                                                (half * count * thousandth));
    answer.detail.value = item.judge == Judge::mean ? mean : worst;
    answer.mark = letter_for(item, *answer.detail.value);
    return answer;
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

const Option* option_named(const Item& item, std::string_view text) {
    const auto found =
        std::find_if(item.options.begin(), item.options.end(), [&](const auto& each) {
            return each.value == text || is_label(each, text);
        });
    return found == item.options.end() ? nullptr : &*found;
}

/// Several options, in the order of the checklist.
Result<Answer> parse_choices(const Item& item, std::string_view text) {
    std::vector<const Option*> chosen;
    const auto lower = ascii_lower(text);
    const bool none = lower == "none" || text == "无" || text == "無";
    if (const auto* whole = option_named(item, text)) {
        chosen.push_back(whole);
    } else if (!none) {
        for (const auto& part : parts_of(text)) {
            const auto* option = option_named(item, part);
            if (option == nullptr ||
                std::find(chosen.begin(), chosen.end(), option) != chosen.end()) {
                return not_an_answer(item, text);
            }
            chosen.push_back(option);
        }
    }
    std::sort(chosen.begin(), chosen.end());
    Answer answer{.mark = mark::pass};
    for (const auto* option : chosen) {
        answer.detail.values.push_back(option->value);
    }
    answer.mark = letter_of(outcome_of(item, answer)->result);
    return answer;
}

/// A moment of the day as 22:30.
std::optional<std::string> parse_time(std::string_view text) {
    const auto moment = parse_moment("2000-01-01 " + std::string{text});
    constexpr std::size_t longest = 5;
    const auto colon = text.find(':');
    if (!moment || colon == std::string_view::npos || text.size() > longest) {
        return std::nullopt;
    }
    return (colon == 1 ? "0" : "") + std::string{text};
}

/// What is only written down: it is there, whatever it says.
Result<Answer> parse_written(const Item& item, std::string_view text) {
    Answer answer{.mark = mark::pass};
    if (item.kind == ItemKind::date) {
        const auto day = parse_day(text);
        if (!day) {
            return not_an_answer(item, text);
        }
        answer.detail.values.push_back(dudao::to_text(*day));
        return answer;
    }
    if (item.kind == ItemKind::time) {
        const auto time = parse_time(text);
        if (!time) {
            return not_an_answer(item, text);
        }
        answer.detail.values.push_back(*time);
        return answer;
    }
    if (item.kind != ItemKind::text && common_mark(ascii_lower(text)) == mark::pass) {
        return answer;
    }
    if (!is_line(text)) {
        return not_an_answer(item, text);
    }
    answer.detail.values.emplace_back(text);
    return answer;
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
        if (each == mark && option_named(item, word) == nullptr) {
            return std::string{word};
        }
    }
    return {mark};
}

/// One of the letters P, M and F.
Result<Answer> parse_letter(const Item& item, std::string_view text, std::string_view lower) {
    auto found = common_mark(lower);
    if (item.kind == ItemKind::step && !found) {
        found = mark_of(step_words, lower);
    }
    if (!found || (*found == mark::partial && !item.partial_points)) {
        return not_an_answer(item, text);
    }
    return Answer{.mark = *found};
}

/// An answer that says what was found.
Result<Answer> parse_given(const Item& item, std::string_view text, std::string_view lower) {
    switch (item.kind) {
        case ItemKind::scale:
        case ItemKind::count:
        case ItemKind::knowledge:
            return parse_scale(item, text);
        case ItemKind::number:
            return parse_number(item, text);
        case ItemKind::stopwatch:
            return parse_times(item, text);
        case ItemKind::choice:
        case ItemKind::choices:
            return not_an_answer(item, text);
        case ItemKind::text:
        case ItemKind::date:
        case ItemKind::time:
        case ItemKind::photo:
        case ItemKind::signature:
            return parse_written(item, text);
        case ItemKind::pass_fail:
        case ItemKind::step:
            break;
    }
    return parse_letter(item, text, lower);
}

}  // namespace

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
    if (item.kind == ItemKind::choices) {
        if (auto chosen = parse_choices(item, word)) {
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
    return parse_given(item, word, lower);
}

std::string answer_text(const Item& item, const Answer& answer) {
    if (!answer.detail.values.empty()) {
        return joined(answer.detail.values, ";");
    }
    if (item.kind == ItemKind::choices && answer.mark != mark::na &&
        answer.mark != mark::not_checked && answer.mark != mark::waived) {
        return "none";
    }
    if (answer.detail.value) {
        return to_text(*answer.detail.value);
    }
    if (item.kind == ItemKind::choice && answer.mark >= 'a' && answer.mark <= 'z') {
        return option_text(item, answer.mark);
    }
    auto letter = std::string(1, answer.mark);
    const bool is_option = (item.kind == ItemKind::choice || item.kind == ItemKind::choices) &&
                           option_named(item, letter) != nullptr;
    return is_option ? common_text(item, answer.mark) : letter;
}

}  // namespace dudao::domain
