#include "workflow/plan_rules.hpp"

#include "exchange/recurrence.hpp"
#include "store/checklists.hpp"
#include "workflow/lookup.hpp"
#include "yaml/frequency.hpp"

#include <algorithm>

namespace dudao::workflow {

namespace {

using domain::FrequencyRule;
using domain::Rhythm;

std::vector<FrequencyRule> read(std::string_view yaml, std::string_view file) {
    auto reading = yaml::read_frequency(yaml, file);
    if (!reading.rules) {
        throw Failure{std::move(reading.errors)};
    }
    return *std::move(reading.rules);
}

std::vector<Day> due_days(const FrequencyRule& rule, const domain::Period& period) {
    const auto& frequency = rule.frequency;
    return frequency.rhythm == Rhythm::recurrence
               ? exchange::recurrence_days(
                     frequency.recurrence, frequency.starting, period.first, period.last)
               : std::vector<Day>{};
}

/// Errors (thrown): no_such_checklist.
domain::Checklist checklist_of(Session& session, const std::string& code) {
    const store::Checklists checklists{session.driver()};
    const auto head = checklists.newest(code);
    if (!head) {
        throw Failure{Error{ErrorId::no_such_checklist, {code}}};
    }
    return checklists.load(head->key).checklist;
}

/// Adds what `step` throws about the rule, at this place.
template <class Step>
void collect(std::vector<Error>& errors, const Place& place, const Step& step) {
    try {
        step();
    } catch (const Failure& failure) {
        auto error = failure.error();
        if (error.errc != Errc::input) {
            throw;
        }
        error.place = place;
        errors.push_back(std::move(error));
    }
}

}  // namespace

std::vector<FrequencyRule> rules_of(const domain::Plan& plan) {
    if (!plan.rules.empty()) {
        return read(plan.rules, "rules");
    }
    return {{.id = plan.checklist,
             .checklist = {.code = plan.checklist},
             .frequency = {.count = plan.visits_per_unit, .span = domain::Span::period}}};
}

std::vector<FrequencyRule> check_rules(Session& session,
                                       std::string_view yaml,
                                       std::string_view file) {
    auto rules = read(yaml, file);
    std::vector<Error> errors;
    for (const auto& rule : rules) {
        collect(errors, rule.checklist.place, [&] { checklist_of(session, rule.checklist.code); });
        for (const auto& unit : rule.below) {
            collect(errors, unit.place, [&] { find_unit(session, unit.code); });
        }
        collect(errors, rule.checklist.place, [&] {
            due_days(rule, {.first = rule.frequency.starting, .last = rule.frequency.starting});
        });
    }
    if (!errors.empty()) {
        throw Failure{std::move(errors)};
    }
    return rules;
}

PlanRules::PlanRules(Session& session, const store::PlanRow& plan)
    : period_(plan.plan.period),
      scope_(plan.scope),
      organisation_(store::Units{session.driver()}.organisation()) {
    std::unordered_map<std::string, domain::Applicability> checklists;
    for (auto& rule : rules_of(plan.plan)) {
        const auto [found, is_new] = checklists.try_emplace(rule.checklist.code);
        if (is_new) {
            found->second = checklist_of(session, rule.checklist.code).applies_to;
        }
        domain::RuleDays days{
            .usable = domain::DaySet(static_cast<std::size_t>(domain::length_of(period_)), true),
            .due = due_days(rule, period_)};
        if (rule.working_days) {
            days.usable = domain::working_days(session.policy().calendar, period_).or_throw();
        }
        const bool asks = rule.frequency.rhythm == Rhythm::after_change;
        if (asks && heads_since_.empty()) {
            heads_since_ = store::Units{session.driver()}.heads_since();
        }
        rules_.push_back({std::move(rule), found->second, std::move(days)});
    }
    for (const auto& closing : session.policy().closed_days) {
        std::vector<Error> errors;
        collect(errors, closing.place, [&] { find_unit(session, closing.unit); });
        if (!errors.empty()) {
            throw Failure{std::move(errors)};
        }
        closings_[closing.unit].push_back(&closing);
    }
}

bool PlanRules::in_scope(const store::UnitRow& unit) const {
    return scope_ == 0 || unit.key == scope_ || organisation_.is_below(unit.parent, scope_);
}

std::vector<std::string> PlanRules::above(const store::UnitRow& unit) const {
    std::vector<std::string> codes{unit.unit.code};
    for (const auto* node = organisation_.find(unit.parent); node != nullptr;
         node = organisation_.find(node->parent)) {
        codes.push_back(node->code);
    }
    return codes;
}

domain::DaySet PlanRules::closed(const std::vector<std::string>& above) const {
    domain::DaySet days;
    for (const auto& code : above) {
        const auto found = closings_.find(code);
        if (found == closings_.end()) {
            continue;
        }
        days.resize(static_cast<std::size_t>(domain::length_of(period_)));
        for (const auto* closing : found->second) {
            const auto last = std::min(closing->to, period_.last);
            for (auto day = std::max(closing->from, period_.first); day <= last;
                 day += std::chrono::days{1}) {
                days[static_cast<std::size_t>((day - period_.first).count())] = true;
            }
        }
    }
    return days;
}

std::optional<Day> PlanRules::head_since(std::int64_t unit) const {
    const auto found = heads_since_.find(unit);
    return found == heads_since_.end() ? std::nullopt : std::optional{found->second};
}

std::vector<domain::RuleVerdict> PlanRules::judge(const store::UnitRow& unit) const {
    domain::VisitedUnit facts{
        .unit = &unit.unit, .above = above(unit), .head_since = head_since(unit.key)};
    facts.closed = closed(facts.above);
    return domain::judge(rules_, facts, period_);
}

}  // namespace dudao::workflow
