#include "workflow/units.hpp"

#include "workflow/lookup.hpp"
#include "workflow/transact.hpp"
#include "workflow/unit_scope.hpp"

#include <algorithm>

namespace dudao::workflow {

namespace {

constexpr std::size_t visits_shown = 5;

}  // namespace

Listed list_units(Session& session,
                  const UnitListRequest& request,
                  const std::function<void(const ListedUnit&)>& print) {
    return reading(session, [&] {
        const UnitScope scope{session, request.filter};
        Listed listed;
        store::Units{session.driver()}.each([&](store::UnitRow& row) {
            const auto parent = scope.place(row);
            if (!parent) {
                return true;
            }
            if (!listed.admit(request.limit)) {
                return false;
            }
            print({row.unit, scope.organisation().path(*parent)});
            return true;
        });
        return listed;
    });
}

UnitDetail show_unit(Session& session, std::string_view code) {
    return reading(session, [&] {
        const auto row = find_unit(session, code);
        const auto organisation = store::Units{session.driver()}.organisation();
        UnitDetail detail{.listed = {row.unit, organisation.path(row.parent)},
                          .since = row.since,
                          .visits = {},
                          .issues = {}};
        const store::InspectionFilter visits{.unit = row.unit.code};
        store::Inspections{session.driver()}.each(visits, 0, [&](const auto& visit) {
            detail.visits.push_back(visit);
            return detail.visits.size() < visits_shown;
        });
        const store::IssueFilter issues{.unit = row.unit.code};
        store::Issues{session.driver()}.each(issues, 0, [&](const auto& issue) {
            detail.issues.push_back(issue);
            return true;
        });
        return detail;
    });
}

std::vector<UnitSpan> unit_history(Session& session, std::string_view code) {
    return reading(session, [&] {
        const auto row = find_unit(session, code);
        std::vector<UnitSpan> spans;
        Day from{};
        for (auto& [until, affiliation] : store::Units{session.driver()}.history(row.key)) {
            spans.push_back({from, until, std::move(affiliation)});
            from = until;
        }
        spans.push_back({from, std::nullopt, domain::affiliation_of(row.unit)});
        return spans;
    });
}

std::vector<store::PersonRow> list_people(Session& session, std::optional<domain::Role> role) {
    return reading(session, [&] {
        auto people = store::People{session.driver()}.all();
        std::erase_if(people, [&](const store::PersonRow& row) {
            return role && !domain::has_role(row.person, *role);
        });
        return people;
    });
}

}  // namespace dudao::workflow
