#pragma once

#include "domain/organisation.hpp"
#include "store/events.hpp"
#include "store/inspections.hpp"
#include "store/issues.hpp"
#include "store/units.hpp"
#include "workflow/listed.hpp"
#include "workflow/session.hpp"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dudao::workflow {

/// A unit as listings show it.
struct ListedUnit {
    domain::Unit unit;
    std::string region;  ///< names of the units above, from the top down; empty for none
};

struct UnitListRequest {
    domain::UnitFilter filter = {};
    std::optional<std::size_t> limit = {};
};

/// By code. Errors (thrown): no_such_unit.
Listed list_units(Session& session,
                  const UnitListRequest& request,
                  const std::function<void(const ListedUnit&)>& print);

/// A unit with what is going on there.
struct UnitDetail {
    ListedUnit listed;
    Day since{};  ///< from which its affiliation holds; 1970-01-01: always
    std::vector<store::InspectionRow> visits;  ///< the last five
    std::vector<store::IssueRow> issues;       ///< open
};

/// Errors (thrown): no_such_unit.
UnitDetail show_unit(Session& session, std::string_view code);

/// Where a unit belonged, and from which day until which.
struct UnitSpan {
    Day from{};                     ///< 1970-01-01: always
    std::optional<Day> until = {};  ///< the first day on which it held no longer; nothing: it holds
    domain::Affiliation affiliation;
};

/// In their order; the present one comes last. Errors (thrown): no_such_unit.
std::vector<UnitSpan> unit_history(Session& session, std::string_view code);

/// People by code.
std::vector<store::PersonRow> list_people(Session& session, std::optional<domain::Role> role);

}  // namespace dudao::workflow
