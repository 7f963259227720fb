#include "workflow/lookup.hpp"

#include "base/error_id.hpp"
#include "base/nearest.hpp"

#include <algorithm>

namespace dudao::workflow {

namespace {

/// Enough to show people which one they may have meant.
constexpr std::size_t most_candidates = 20;

/// The one id of `candidates`. Errors (thrown): `none`, id_ambiguous.
Ulid only(const std::vector<Ulid>& candidates, std::string_view typed, ErrorId none) {
    if (candidates.empty()) {
        throw Failure{Error{none, {typed}}};
    }
    if (candidates.size() > 1) {
        const auto length = shortest_unambiguous(candidates);
        std::string list;
        for (const auto& id : candidates) {
            list += (list.empty() ? "" : ", ") + short_text(id, length);
        }
        throw Failure{Error{ErrorId::id_ambiguous, {typed, list}}};
    }
    return candidates.front();
}

template <class Repository>
Ulid id_of(const Repository& repository, std::string_view typed, ErrorId none) {
    const auto tail = parse_tail(typed).or_throw(Errc::usage);
    return only(repository.ending(tail, most_candidates), typed, none);
}

}  // namespace

std::size_t shortest_unambiguous(const std::vector<Ulid>& ids) {
    constexpr std::size_t whole = 26;
    for (auto length = shortest_tail; length < whole; ++length) {
        std::vector<std::string> tails;
        tails.reserve(ids.size());
        for (const auto& id : ids) {
            tails.push_back(short_text(id, length));
        }
        std::sort(tails.begin(), tails.end());
        if (std::adjacent_find(tails.begin(), tails.end()) == tails.end()) {
            return length;
        }
    }
    return whole;
}

store::IssueRow find_issue(Session& session, std::string_view tail) {
    const store::Issues issues{session.driver()};
    return issues.find(id_of(issues, tail, ErrorId::no_such_issue)).value();
}

store::TaskRow find_task(Session& session, std::string_view tail) {
    const store::Tasks tasks{session.driver()};
    return tasks.find(id_of(tasks, tail, ErrorId::no_such_task)).value();
}

store::InspectionRow find_inspection(Session& session, std::string_view tail) {
    const store::Inspections inspections{session.driver()};
    return inspections.find(id_of(inspections, tail, ErrorId::no_such_inspection)).value();
}

store::PlanRow find_plan(Session& session, std::string_view tail_or_period) {
    const store::Plans plans{session.driver()};
    const auto period = domain::parse_period(tail_or_period);
    if (!period) {
        return plans.find(id_of(plans, tail_or_period, ErrorId::no_such_plan)).value();
    }
    const auto found = plans.of_period(*period);
    std::vector<Ulid> ids;
    ids.reserve(found.size());
    for (const auto& row : found) {
        ids.push_back(row.plan.id);
    }
    return plans.find(only(ids, tail_or_period, ErrorId::no_such_plan)).value();
}

store::ReportRow find_report(Session& session, std::string_view tail_or_period) {
    const store::Reports reports{session.driver()};
    std::vector<Ulid> ids;
    for (const auto& row : reports.latest_of(tail_or_period)) {
        ids.push_back(row.report.id);
    }
    if (ids.empty() && !domain::parse_period(tail_or_period)) {
        return reports.find(id_of(reports, tail_or_period, ErrorId::no_such_report)).value();
    }
    return reports.find(only(ids, tail_or_period, ErrorId::no_such_report)).value();
}

store::VisitRow find_visit(Session& session, std::string_view tail) {
    const store::Plans plans{session.driver()};
    const auto parsed = parse_tail(tail).or_throw(Errc::usage);
    const auto id =
        only(plans.visits_ending(parsed, most_candidates), tail, ErrorId::no_such_visit);
    return plans.find_visit(id).value();
}

store::UnitRow find_unit(Session& session, std::string_view code) {
    const store::Units units{session.driver()};
    auto found = units.find(code);
    if (!found) {
        throw Failure{Error{ErrorId::no_such_unit, {code}}};
    }
    return *std::move(found);
}

void check_person(Session& session, std::string_view code) {
    if (!store::People{session.driver()}.find(code)) {
        throw Failure{Error{ErrorId::no_such_person, {code}}};
    }
}

std::int64_t key_below(Session& session, const domain::UnitFilter& filter) {
    return filter.below.empty() ? 0 : find_unit(session, filter.below).key;
}

}  // namespace dudao::workflow
