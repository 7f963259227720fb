#include "workflow/units.hpp"

#include "workflow/lookup.hpp"
#include "workflow/transact.hpp"

#include <algorithm>

namespace dudao::workflow {

namespace {

constexpr std::size_t visits_shown = 5;

/// Puts a past affiliation into a unit; the key of its parent then.
std::int64_t with_affiliation(store::UnitRow& row,
                              const domain::Affiliation& past,
                              const domain::Organisation& organisation) {
    row.unit.parent = past.parent;
    row.unit.ownership = past.ownership;
    row.unit.status = past.status;
    row.unit.head = past.head;
    row.unit.supervisor = past.supervisor;
    const auto* parent = organisation.find(past.parent);
    return parent == nullptr ? 0 : parent->key;
}

}  // namespace

Listed list_units(Session& session,
                  const UnitListRequest& request,
                  const std::function<void(const ListedUnit&)>& print) {
    return reading(session, [&] {
        const store::Units units{session.driver()};
        const auto organisation = units.organisation();
        const auto below = key_below(session, request.filter);
        const auto& as_of = request.filter.as_of;
        const auto past = as_of ? units.affiliations_on(*as_of)
                                : std::unordered_map<std::int64_t, domain::Affiliation>{};
        Listed listed;
        units.each([&](store::UnitRow&& row) {
            const auto was = past.find(row.key);
            const auto parent =
                was == past.end() ? row.parent : with_affiliation(row, was->second, organisation);
            const bool in_scope =
                below == 0 || row.key == below || organisation.is_below(parent, below);
            if (!in_scope || !domain::matches(request.filter, row.unit)) {
                return true;
            }
            if (request.limit && listed.rows == *request.limit) {
                listed.truncated = true;
                return false;
            }
            ++listed.rows;
            print({std::move(row.unit), organisation.path(parent)});
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
