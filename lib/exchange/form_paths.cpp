#include "exchange/form_paths.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace dudao::exchange {

namespace {

using domain::AnswerResult;
using domain::ConditionKind;
using domain::ItemKind;

/// `stops` decides the whole, `neutral` nothing.
std::string joined_by(const std::vector<std::string>& conditions,
                      std::string_view word,
                      std::string_view stops,
                      std::string_view neutral) {
    if (std::find(conditions.begin(), conditions.end(), stops) != conditions.end()) {
        return std::string{stops};
    }
    std::vector<std::string> said;
    std::copy_if(conditions.begin(),
                 conditions.end(),
                 std::back_inserter(said),
                 [&](const std::string& each) { return !each.empty() && each != neutral; });
    if (said.empty()) {
        return std::string{neutral};
    }
    if (said.size() == 1) {
        return said.front();
    }
    std::string text;
    for (const auto& each : said) {
        text += (text.empty() ? "" : fmt::format(" {} ", word)) + "(" + each + ")";
    }
    return text;
}

std::string no(const std::string& condition) {
    return condition == xpath_false  ? std::string{xpath_true}
           : condition == xpath_true ? std::string{xpath_false}
                                     : "not(" + condition + ")";
}

std::string within(const std::string& value,
                   const std::optional<Decimal>& min,
                   const std::optional<Decimal>& max) {
    return all_of({min ? value + " >= " + to_text(*min) : std::string{},
                   max ? value + " <= " + to_text(*max) : std::string{}});
}

}  // namespace

std::string xpath_text(std::string_view text) {
    const bool has_single = text.find('\'') != std::string_view::npos;
    if (has_single && text.find('"') != std::string_view::npos) {
        return {};
    }
    const auto quote = has_single ? '"' : '\'';
    return fmt::format("{0}{1}{0}", quote, text);
}

std::string all_of(const std::vector<std::string>& conditions) {
    return joined_by(conditions, "and", xpath_false, xpath_true);
}

std::string any_of(const std::vector<std::string>& conditions) {
    return joined_by(conditions, "or", xpath_true, xpath_false);
}

FormPaths::FormPaths(const domain::ScoreSheet& sheet, const FormNames& names)
    : sheet_(&sheet), names_(&names) {
    for (std::size_t at = 0; at < sheet.size(); ++at) {
        positions_.emplace(sheet.items()[at].item->id, at);
    }
}

std::string FormPaths::holds(const domain::Condition& condition) const {
    return holds(condition, Unknown::yes);
}

/// `unknown` is what stands in for what a form cannot know, so that the whole may hold.
std::string FormPaths::holds(const domain::Condition& condition, Unknown unknown) const {
    switch (condition.kind) {
        case ConditionKind::all:
        case ConditionKind::any:
            return parts(condition, unknown);
        case ConditionKind::none: {
            const auto inner = unknown == Unknown::yes ? Unknown::no : Unknown::yes;
            return no(parts({.kind = ConditionKind::any, .parts = condition.parts}, inner));
        }
        case ConditionKind::item:
            return holds_for_item(condition, unknown);
        case ConditionKind::unit:
        case ConditionKind::attribute:
        case ConditionKind::history:
            break;
    }
    return std::string{unknown == Unknown::yes ? xpath_true : xpath_false};
}

std::string FormPaths::parts(const domain::Condition& condition, Unknown unknown) const {
    std::vector<std::string> all;
    for (const auto& part : condition.parts) {
        all.push_back(holds(part, unknown));
    }
    return condition.kind == ConditionKind::all ? all_of(all) : any_of(all);
}

std::string FormPaths::holds_for_item(const domain::Condition& condition, Unknown unknown) const {
    const auto position = positions_.find(condition.subject)->second;
    std::vector<std::string> words;
    bool is_known = sheet_->items()[position].item->kind != ItemKind::stopwatch;
    for (const auto& word : condition.words) {
        auto text = says(position, word);
        is_known = is_known && !text.empty();
        words.push_back(std::move(text));
    }
    if (!is_known) {
        return std::string{unknown == Unknown::yes ? xpath_true : xpath_false};
    }
    const auto range = within(value(position), condition.min, condition.max);
    return all_of({words.empty() ? std::string{xpath_true} : any_of(words), range});
}

/// When the answer is this word: a result, an option, a number or a text; "" where XPath cannot
/// say.
std::string FormPaths::says(std::size_t position, const std::string& word) const {
    const auto& item = *sheet_->items()[position].item;
    const auto own = value(position);
    const auto result = domain::answer_results.parse(word);
    auto as_result = result ? is(position, *result) : std::string{xpath_false};
    if (item.kind == ItemKind::choices) {
        return any_of({as_result, "selected(" + own + ", " + xpath_text(word) + ")"});
    }
    if (parse_decimal(word) && item.kind != ItemKind::choice && is_typed(item) &&
        !domain::is_unscored(item.kind)) {
        return any_of({as_result, own + " = " + word});
    }
    if (result && !domain::is_unscored(item.kind) && item.kind != ItemKind::choice) {
        return as_result;
    }
    const auto text = xpath_text(word);
    return text.empty() ? text : any_of({as_result, own + " = " + text});
}

std::string FormPaths::is(std::size_t position, AnswerResult result) const {
    const auto& item = *sheet_->items()[position].item;
    const auto own = value(position);
    if (result == AnswerResult::na) {
        if (!na_allowed(item)) {
            return std::string{xpath_false};
        }
        return is_typed(item) ? "selected(${" + names_->not_applicable(position) + "}, 'na')"
               : item.kind == ItemKind::choices ? "selected(" + own + ", 'na')"
                                                : own + " = 'na'";
    }
    if (!domain::is_scored(result)) {
        return std::string{xpath_false};
    }
    switch (item.kind) {
        case ItemKind::pass_fail:
        case ItemKind::step:
            return result == AnswerResult::partial && !item.partial_points
                       ? std::string{xpath_false}
                       : own + " = '" + std::string{domain::answer_results.word(result)} + "'";
        case ItemKind::choice:
        case ItemKind::choices:
            return chosen(position, result);
        case ItemKind::scale:
        case ItemKind::count:
        case ItemKind::knowledge:
            return level(position, result);
        case ItemKind::number:
            return measured(position, result);
        default:
            return std::string{xpath_false};
    }
}

/// When the options that were chosen have this result.
std::string FormPaths::chosen(std::size_t position, AnswerResult result) const {
    const auto& item = *sheet_->items()[position].item;
    const auto own = value(position);
    const auto picked = [&](const domain::Option& option) {
        return item.kind == ItemKind::choice ? own + " = '" + option.value + "'"
                                             : "selected(" + own + ", '" + option.value + "')";
    };
    const auto any_with = [&](AnswerResult wanted) {
        std::vector<std::string> all;
        for (const auto& option : item.options) {
            if (option.outcome.result == wanted) {
                all.push_back(picked(option));
            }
        }
        return any_of(all);
    };
    if (item.kind == ItemKind::choice) {
        return any_with(result);
    }
    const auto given = all_of({own + " != ''", no(is(position, AnswerResult::na))});
    if (!item.additive) {
        auto fails = any_with(AnswerResult::fail);
        const auto partly = any_with(AnswerResult::partial);
        switch (result) {
            case AnswerResult::fail:
                return fails;
            case AnswerResult::partial:
                return all_of({partly, no(fails)});
            default:
                return all_of({given, no(fails), no(partly)});
        }
    }
    std::string points = "0";
    for (const auto& option : item.options) {
        points += " + " + to_text(option.outcome.points) + " * " + picked(option);
    }
    switch (result) {
        case AnswerResult::fail:
            return all_of({given, points + " = 0"});
        case AnswerResult::pass:
            return all_of({given, points + " >= " + to_text(item.points)});
        default:
            return all_of({given, points + " > 0", points + " < " + to_text(item.points)});
    }
}

/// When the value is one of those with this result; the last of a count stands for all beyond it.
std::string FormPaths::level(std::size_t position, AnswerResult result) const {
    const auto& item = *sheet_->items()[position].item;
    const auto own = value(position);
    const auto size = item.levels.size();
    std::vector<std::string> runs;
    for (std::size_t from = 0; from < size; ++from) {
        if (item.levels[from].result != result) {
            continue;
        }
        auto to = from;
        while (to + 1 < size && item.levels[to + 1].result == result) {
            ++to;
        }
        const auto number = [&](std::size_t at) {
            return Decimal{item.scale_from + static_cast<std::int64_t>(at)};
        };
        const bool is_open = item.kind == ItemKind::count && to + 1 == size;
        runs.push_back(
            within(own, number(from), is_open ? std::nullopt : std::optional{number(to)}));
        from = to;
    }
    return any_of(runs);
}

std::string FormPaths::measured(std::size_t position, AnswerResult result) const {
    const auto& item = *sheet_->items()[position].item;
    const auto own = value(position);
    const auto accepted = within(own, item.accept_min, item.accept_max);
    const auto given = own + " != ''";
    const bool has_partial = item.tolerate_min || item.tolerate_max;
    const auto tolerated =
        has_partial ? within(own, item.tolerate_min, item.tolerate_max) : accepted;
    switch (result) {
        case AnswerResult::pass:
            return all_of({given, accepted});
        case AnswerResult::partial:
            return has_partial ? all_of({given, tolerated, no(accepted)})
                               : std::string{xpath_false};
        default:
            return all_of({given, no(tolerated)});
    }
}

}  // namespace dudao::exchange
