#include "domain/visibility.hpp"

#include "domain/profile.hpp"

#include <algorithm>

namespace dudao::domain {

namespace {

bool is_one_of(const std::vector<std::string>& words, std::string_view word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

bool is_within(const Condition& condition, Decimal value) {
    return (!condition.min || value >= *condition.min) &&
           (!condition.max || value <= *condition.max);
}

/// The number that was answered: one that was measured, or a scale's value.
std::optional<Decimal> number_of(const Answer& answer) {
    if (answer.detail.value) {
        return answer.detail.value;
    }
    const bool is_digit = answer.mark >= '0' && answer.mark <= '9';
    return is_digit ? std::optional{Decimal{answer.mark - '0'}} : std::nullopt;
}

bool says_one_of(const Item& item, const Answer& answer, const std::vector<std::string>& words) {
    const auto outcome = outcome_of(item, answer);
    if (outcome && is_one_of(words, answer_results.word(outcome->result))) {
        return true;
    }
    const auto& values = answer.detail.values;
    const bool chosen = std::any_of(
        values.begin(), values.end(), [&](const auto& value) { return is_one_of(words, value); });
    return chosen || is_one_of(words, answer_text(item, answer));
}

bool holds_for_unit(const Condition& condition, const UnitFacts& unit) {
    if (condition.subject == "kind") {
        return is_one_of(condition.words, unit_kinds.word(unit.kind));
    }
    if (condition.subject == "ownership") {
        return unit.ownership && is_one_of(condition.words, ownerships.word(*unit.ownership));
    }
    return std::any_of(unit.tags.begin(), unit.tags.end(), [&](const auto& tag) {
        return is_one_of(condition.words, tag);
    });
}

bool holds_for_attribute(const Condition& condition, const UnitFacts& unit) {
    const auto found = unit.attributes.find(condition.subject);
    if (found == unit.attributes.end()) {
        return false;
    }
    if (!condition.words.empty() && !is_one_of(condition.words, found->second)) {
        return false;
    }
    if (!condition.min && !condition.max) {
        return true;
    }
    const auto number = parse_decimal(found->second);
    return number && is_within(condition, *number);
}

bool holds_for_history(const Condition& condition, const UnitFacts& unit) {
    const auto found = unit.history.find(condition.subject);
    if (found == unit.history.end()) {
        return false;
    }
    const auto& results = found->second;
    const auto depth = std::min(results.size(), static_cast<std::size_t>(condition.visits));
    return std::any_of(results.begin(),
                       results.begin() + static_cast<std::ptrdiff_t>(depth),
                       [&](AnswerResult result) {
                           return is_one_of(condition.words, answer_results.word(result));
                       });
}

}  // namespace

Visibility::Visibility(const ScoreSheet& sheet) : sheet_(&sheet) {
    const auto& sections = sheet.checklist().sections;
    for (std::size_t at = 0; at < sheet.size(); ++at) {
        const auto& item = *sheet.items()[at].item;
        positions_.emplace(item.id, at);
        Conditional conditional{at, {}};
        for (std::optional<std::size_t> section = sheet.section_of(at); section;
             section = sections[*section].parent) {
            if (sections[*section].when) {
                conditional.conditions.push_back(&*sections[*section].when);
            }
        }
        if (item.when) {
            conditional.conditions.push_back(&*item.when);
        }
        for (const auto* condition : conditional.conditions) {
            each_part(*condition,
                      [&](const Condition& part) { visits_ = std::max(visits_, part.visits); });
        }
        if (!conditional.conditions.empty()) {
            conditional_.push_back(std::move(conditional));
        }
    }
}

void Visibility::apply(const UnitFacts& unit, Answers& answers, const Profile* profile) const {
    const auto hide = [&](std::size_t position) {
        answers.results[position] = mark::hidden;
        answers.details.erase(position);
    };
    for (std::size_t at = 0; profile != nullptr && at < answers.results.size(); ++at) {
        if (!is_in(profile, at)) {
            hide(at);
        }
    }
    for (const auto& [position, conditions] : conditional_) {
        if (!is_in(profile, position)) {
            continue;
        }
        auto& mark = answers.results[position];
        const bool shows =
            std::all_of(conditions.begin(), conditions.end(), [&](const Condition* condition) {
                return holds(*condition, unit, answers);
            });
        if (shows && mark == mark::hidden) {
            mark = mark::not_checked;
        }
        if (!shows) {
            hide(position);
        }
    }
}

bool Visibility::holds(const Condition& condition,
                       const UnitFacts& unit,
                       const Answers& answers) const {
    const auto part_holds = [&](const Condition& part) { return holds(part, unit, answers); };
    const auto& parts = condition.parts;
    switch (condition.kind) {
        case ConditionKind::all:
            return std::all_of(parts.begin(), parts.end(), part_holds);
        case ConditionKind::any:
            return std::any_of(parts.begin(), parts.end(), part_holds);
        case ConditionKind::none:
            return std::none_of(parts.begin(), parts.end(), part_holds);
        case ConditionKind::item:
            return holds_for_item(condition, answers);
        case ConditionKind::unit:
            return holds_for_unit(condition, unit);
        case ConditionKind::attribute:
            return holds_for_attribute(condition, unit);
        case ConditionKind::history:
            return holds_for_history(condition, unit);
    }
    return false;
}

bool Visibility::holds_for_item(const Condition& condition, const Answers& answers) const {
    const auto found = positions_.find(condition.subject);
    if (found == positions_.end()) {
        return false;
    }
    const auto at = found->second;
    Answer answer{.mark = answers.results[at]};
    if (answer.mark == mark::hidden || answer.mark == mark::not_checked) {
        return false;
    }
    const auto detail = answers.details.find(at);
    if (detail != answers.details.end()) {
        answer.detail = detail->second;
    }
    const auto& item = *sheet_->items()[at].item;
    if (!condition.words.empty() && !says_one_of(item, answer, condition.words)) {
        return false;
    }
    if (!condition.min && !condition.max) {
        return true;
    }
    const auto number = number_of(answer);
    return number && is_within(condition, *number);
}

}  // namespace dudao::domain
