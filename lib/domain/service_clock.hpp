#pragma once

#include "domain/issue.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace dudao::domain {

/// What is owed to whoever complained; of an incident, respond is to report it.
enum class ServiceStep : std::uint8_t { respond = 1, solve = 2, call_back = 3 };

inline constexpr Vocabulary<ServiceStep, 3> service_steps{
    "service step",
    {{{ServiceStep::respond, "respond"},
      {ServiceStep::solve, "solve"},
      {ServiceStep::call_back, "call_back"}}}};

/// Hours by step and urgency, from receipt; for a call-back, from the solution.
using ServiceLimits = std::map<ServiceStep, std::map<Urgency, int>>;

/// The limits of complaints and incidents: config/rules/response.yaml. What is absent has no limit.
using ServicePolicy = std::map<IssueSource, ServiceLimits>;

/// One step of the clock of an issue.
struct ServiceDue {
    ServiceStep step = ServiceStep::respond;
    std::optional<Instant> due = {};   ///< absent: no limit, or it does not run yet
    std::optional<Instant> done = {};  ///< absent: not yet
    std::string by = {};               ///< code of who did it, where that is known
    bool late = false;                 ///< not done, or done after it was due
};

/// The steps that have a limit or are done, in their order; none for an issue from elsewhere.
/// Limits are those of its urgency now.
std::vector<ServiceDue> service_clock(const ServicePolicy& policy,
                                      const IssueState& state,
                                      Instant now);

/// The moment since which a step is owed and late; nothing where it is done or in time.
std::optional<Instant> late_since(const ServicePolicy& policy,
                                  const IssueState& state,
                                  ServiceStep step,
                                  Instant now);

}  // namespace dudao::domain
