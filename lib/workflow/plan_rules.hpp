#pragma once

#include "domain/frequency.hpp"
#include "domain/organisation.hpp"
#include "store/plans.hpp"
#include "store/units.hpp"
#include "workflow/session.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace dudao::workflow {

/// The rules by which a visit plan visits.
struct RuleBook {
    std::vector<domain::FrequencyRule> rules;
    std::optional<domain::RiskPolicy> risk = {};
};

/// Those that are pinned in the plan, or one of its checklist and number of visits.
RuleBook rules_of(const domain::Plan& plan);

/// Reads rules that a plan is to be drafted with, and looks whether what they name is there.
/// Errors (thrown): all mistakes of the file, no_such_checklist, no_such_unit, bad_recurrence, each
/// at its place; no_libical.
void check_rules(Session& session, std::string_view yaml, std::string_view file);

/// The rules of a plan, made ready to be asked about many units.
class PlanRules {
  public:
    /// Errors (thrown): no_such_checklist; no_such_unit at the place where a closing names it;
    /// calendar_unknown; no_libical.
    PlanRules(Session& session, const store::PlanRow& plan);

    const std::vector<domain::RuleInUse>& rules() const noexcept { return rules_; }

    /// Whether the plan is about the unit at all.
    bool in_scope(const store::UnitRow& unit) const;

    /// What each rule means for the unit.
    std::vector<domain::RuleVerdict> judge(const store::UnitRow& unit) const;

    /// When the head changed from another to the one that it is; known only when a rule asks.
    std::optional<Day> head_since(std::int64_t unit) const;

    /// The risk of the unit today; nothing when the rules do not score it.
    std::optional<domain::Risk> risk(std::int64_t unit) const;

  private:
    std::vector<std::string> above(const store::UnitRow& unit) const;
    domain::DaySet closed(const std::vector<std::string>& above) const;

    void add(Session& session, domain::FrequencyRule rule);
    void add_closings(Session& session);

    domain::Period period_;
    std::int64_t scope_;
    Day today_;
    std::vector<domain::RuleInUse> rules_ = {};
    domain::Organisation organisation_;
    std::unordered_map<std::string, domain::Applicability> checklists_ = {};  ///< by code
    std::unordered_map<std::int64_t, Day> heads_since_ = {};
    std::optional<domain::RiskPolicy> risk_ = {};
    std::unordered_map<std::int64_t, domain::RiskFacts> risk_facts_ = {};
    std::unordered_map<std::string, std::vector<const domain::ClosedDays*>> closings_ = {};
};

}  // namespace dudao::workflow
