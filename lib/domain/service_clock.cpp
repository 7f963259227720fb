#include "domain/service_clock.hpp"

#include "domain/issue_steps.hpp"

namespace dudao::domain {

namespace {

std::optional<Instant> done_at(const ServiceTimes& times, ServiceStep step) {
    switch (step) {
        case ServiceStep::respond:
            return times.responded;
        case ServiceStep::solve:
            return times.solved;
        case ServiceStep::call_back:
            return times.called_back;
    }
    return std::nullopt;
}

const std::string& done_by(const ServicePeople& people, ServiceStep step) {
    if (step == ServiceStep::respond) {
        return people.responded;
    }
    return step == ServiceStep::solve ? people.solved : people.called_back;
}

std::optional<std::chrono::hours> limit_of(const ServicePolicy& policy,
                                           const IssueState& state,
                                           ServiceStep step) {
    const auto limits = policy.find(state.source);
    if (limits == policy.end()) {
        return std::nullopt;
    }
    const auto of_step = limits->second.find(step);
    if (of_step == limits->second.end()) {
        return std::nullopt;
    }
    const auto hours = of_step->second.find(state.urgency);
    return hours == of_step->second.end() ? std::nullopt
                                          : std::optional{std::chrono::hours{hours->second}};
}

ServiceDue due_of(const ServicePolicy& policy,
                  const IssueState& state,
                  ServiceStep step,
                  Instant now) {
    const auto& times = state.service;
    ServiceDue due{
        .step = step, .done = done_at(times, step), .by = done_by(state.served_by, step)};
    const auto from = step == ServiceStep::call_back ? times.solved : times.received;
    const auto limit = limit_of(policy, state, step);
    if (from && limit) {
        due.due = *from + *limit;
        due.late = due.done.value_or(now) > *due.due;
    }
    return due;
}

}  // namespace

std::vector<ServiceDue> service_clock(const ServicePolicy& policy,
                                      const IssueState& state,
                                      Instant now) {
    std::vector<ServiceDue> clock;
    if (!has_service_clock(state.source)) {
        return clock;
    }
    for (const auto& [step, word] : service_steps.words) {
        auto due = due_of(policy, state, step, now);
        if (due.due || due.done) {
            clock.push_back(std::move(due));
        }
    }
    return clock;
}

std::optional<Instant> late_since(const ServicePolicy& policy,
                                  const IssueState& state,
                                  ServiceStep step,
                                  Instant now) {
    const bool is_over = state.status == IssueStatus::cancelled ||
                         state.status == IssueStatus::duplicate ||
                         (state.status == IssueStatus::accepted && step != ServiceStep::call_back);
    if (is_over || !has_service_clock(state.source)) {
        return std::nullopt;
    }
    const auto due = due_of(policy, state, step, now);
    return due.late && !due.done ? due.due : std::nullopt;
}

}  // namespace dudao::domain
