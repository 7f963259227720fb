#include "workflow/plan_rules.hpp"

#include "base/error_id.hpp"
#include "exchange/recurrence.hpp"
#include "store/checklists.hpp"
#include "store/risk_facts.hpp"
#include "workflow/lookup.hpp"
#include "yaml/frequency.hpp"

#include <algorithm>

namespace dudao::workflow {

namespace {

using domain::FrequencyRule;
using domain::Rhythm;

/// Visits before are too old to tell anything of today.
constexpr std::chrono::days looks_back{730};

/// Enough for the switching rules.
constexpr std::size_t most_visits = 10;

RuleBook read(std::string_view yaml, std::string_view file) {
    auto reading = yaml::read_frequency(yaml, file);
    if (!reading.rules) {
        throw Failure{std::move(reading.errors)};
    }
    return {.rules = *std::move(reading.rules), .risk = std::move(reading.risk)};
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

RuleBook rules_of(const domain::Plan& plan) {
    if (!plan.rules.empty()) {
        return read(plan.rules, "rules");
    }
    return {
        .rules = {{.id = plan.checklist,
                   .checklist = {.code = plan.checklist},
                   .frequency = {.count = plan.visits_per_unit, .span = domain::Span::period}}}};
}

void check_rules(Session& session, std::string_view yaml, std::string_view file) {
    const auto book = read(yaml, file);
    std::vector<Error> errors;
    const auto check_checklist = [&](const domain::NamedCode& checklist) {
        collect(errors, checklist.place, [&] { checklist_of(session, checklist.code); });
    };
    if (book.risk) {
        check_checklist(book.risk->checklist);
    }
    for (const auto& rule : book.rules) {
        check_checklist(rule.checklist);
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
}

PlanRules::PlanRules(Session& session, const store::PlanRow& plan)
    : period_(plan.plan.period),
      scope_(plan.scope),
      today_(session.today()),
      organisation_(store::Units{session.driver()}.organisation()) {
    auto book = rules_of(plan.plan);
    for (auto& rule : book.rules) {
        add(session, std::move(rule));
    }
    if (book.risk) {
        risk_ = std::move(book.risk);
        risk_facts_ = store::risk_facts(
            session.driver(), risk_->checklist.code, today_ - looks_back, today_, most_visits);
    }
    add_closings(session);
}

void PlanRules::add(Session& session, FrequencyRule rule) {
    const auto [found, is_new] = checklists_.try_emplace(rule.checklist.code);
    if (is_new) {
        found->second = checklist_of(session, rule.checklist.code).applies_to;
    }
    const auto length = static_cast<std::size_t>(domain::length_of(period_));
    domain::RuleDays days{.usable = domain::DaySet(length, true), .due = due_days(rule, period_)};
    if (rule.working_days) {
        days.usable = domain::working_days(session.policy().calendar, period_).or_throw();
    }
    if (rule.frequency.rhythm == Rhythm::after_change && heads_since_.empty()) {
        heads_since_ = store::Units{session.driver()}.heads_since();
    }
    rules_.push_back({std::move(rule), found->second, std::move(days)});
}

void PlanRules::add_closings(Session& session) {
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

std::optional<domain::Risk> PlanRules::risk(std::int64_t unit) const {
    if (!risk_) {
        return std::nullopt;
    }
    const auto found = risk_facts_.find(unit);
    return domain::risk_of(
        *risk_, found == risk_facts_.end() ? domain::RiskFacts{} : found->second, today_);
}

std::vector<domain::RuleVerdict> PlanRules::judge(const store::UnitRow& unit) const {
    domain::VisitedUnit facts{
        .unit = &unit.unit, .above = above(unit), .head_since = head_since(unit.key)};
    facts.closed = closed(facts.above);
    if (const auto scored = risk(unit.key)) {
        facts.watch = scored->watch;
    }
    return domain::judge(rules_, facts, period_);
}

}  // namespace dudao::workflow
