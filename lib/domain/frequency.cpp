#include "domain/frequency.hpp"

#include "domain/organisation.hpp"

#include <algorithm>

namespace dudao::domain {

namespace {

bool is_below(const FrequencyRule& rule, const VisitedUnit& facts) {
    const auto& above = facts.above;
    return rule.below.empty() ||
           std::any_of(rule.below.begin(), rule.below.end(), [&](const NamedCode& named) {
               return std::find(above.begin(), above.end(), named.code) != above.end();
           });
}

/// Why the unit is none of those that the rule and its checklist are for; nothing when it is.
std::optional<Fit> misfit(const RuleInUse& in_use, const VisitedUnit& facts) {
    const auto& unit = *facts.unit;
    const auto& rule = in_use.rule;
    const bool opens = unit.status == UnitStatus::preparing && unit.opened_on;
    if (unit.status != UnitStatus::open && !(opens && is_occasion(rule.frequency.rhythm))) {
        return Fit::not_open;
    }
    if (!applies_to({.kinds = rule.units.kinds}, unit)) {
        return Fit::other_kind;
    }
    const bool named = !rule.units.kinds.empty() || !in_use.checklist.kinds.empty();
    if ((is_group(unit.kind) && !named) || !applies_to(in_use.checklist, unit)) {
        return Fit::other_checklist;
    }
    if (!applies_to({.ownerships = rule.units.ownerships}, unit)) {
        return Fit::other_ownership;
    }
    if (!applies_to({.tags = rule.units.tags}, unit)) {
        return Fit::other_tags;
    }
    const auto& risks = rule.risks;
    if (!risks.empty() && std::find(risks.begin(), risks.end(), facts.watch) == risks.end()) {
        return Fit::other_risk;
    }
    return is_below(rule, facts) ? std::nullopt : std::optional{Fit::elsewhere};
}

std::optional<Fit> missing_fact(const FrequencyRule& rule, const VisitedUnit& facts) {
    const auto rhythm = rule.frequency.rhythm;
    if (rhythm == Rhythm::on_opening && !facts.unit->opened_on) {
        return Fit::no_opening;
    }
    if (rhythm == Rhythm::after_change && !facts.head_since) {
        return Fit::no_change;
    }
    return std::nullopt;
}

}  // namespace

Result<DaySet> working_days(const Calendar& calendar, const Period& period) {
    DaySet worked;
    for (auto day = period.first; day <= period.last; day += std::chrono::days{1}) {
        const auto is_worked = is_working_day(calendar, day);
        if (!is_worked) {
            return is_worked.error();
        }
        worked.push_back(*is_worked);
    }
    return worked;
}

std::vector<RuleVerdict> judge(const std::vector<RuleInUse>& rules,
                               const VisitedUnit& facts,
                               const Period& period) {
    std::vector<RuleVerdict> judged;
    std::vector<const FrequencyRule*> followed;
    for (std::size_t position = 0; position < rules.size(); ++position) {
        const auto& in_use = rules[position];
        const auto& rule = in_use.rule;
        auto fit = misfit(in_use, facts);
        if (!fit) {
            fit = missing_fact(rule, facts);
        }
        if (fit) {
            judged.push_back({.fit = *fit});
            continue;
        }
        const auto earlier = std::find_if(followed.begin(), followed.end(), [&](const auto* each) {
            return each->checklist.code == rule.checklist.code;
        });
        if (!is_occasion(rule.frequency.rhythm)) {
            if (earlier != followed.end()) {
                judged.push_back({.fit = Fit::earlier_rule, .earlier = (*earlier)->id});
                continue;
            }
            followed.push_back(&rule);
        }
        judged.push_back({.windows = windows_of(rule, position, in_use.days, facts, period)});
    }
    return judged;
}

}  // namespace dudao::domain
