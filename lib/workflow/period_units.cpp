#include "workflow/period_units.hpp"

#include "workflow/lookup.hpp"
#include "workflow/unit_scope.hpp"

#include <algorithm>

namespace dudao::workflow {

namespace {

/// The units that the filter lets through on a day; nothing where it asks for none but those below
/// one.
std::optional<std::unordered_set<std::int64_t>> units_wanted(Session& session,
                                                             domain::UnitFilter filter,
                                                             Day day) {
    filter.text.clear();
    filter.below.clear();
    filter.as_of = {};
    if (filter == domain::UnitFilter{}) {
        return std::nullopt;
    }
    filter.as_of = day;
    const UnitScope scope{session, filter};
    std::unordered_set<std::int64_t> wanted;
    store::Units{session.driver()}.each([&](store::UnitRow row) {
        if (scope.place(row)) {
            wanted.insert(row.key);
        }
        return true;
    });
    return wanted;
}

}  // namespace

PeriodUnits::PeriodUnits(Session& session, const PeriodReportRequest& request)
    : session_(&session),
      organisation_(store::Units{session.driver()}.organisation()),
      organised_on_(request.organised_on.value_or(std::min(request.period.last, session.today()))),
      below_(request.units.below.empty() ? 0 : find_unit(session, request.units.below).key),
      wanted_(units_wanted(session, request.units, organised_on_)) {}

void PeriodUnits::each(const Visit& visit) const {
    const store::Units units{session_->driver()};
    const auto past = units.affiliations_on(organised_on_);
    units.scan([&](const store::UnitScan& row) {
        if (wanted_ && !wanted_->contains(row.key)) {
            return;
        }
        auto parent = row.parent;
        auto status = row.status;
        const auto was = past.find(row.key);
        if (was != past.end()) {
            const auto* node = organisation_.find(was->second.parent);
            parent = node == nullptr ? 0 : node->key;
            status = was->second.status;
        }
        visit(row, parent, status);
    });
}

}  // namespace dudao::workflow
