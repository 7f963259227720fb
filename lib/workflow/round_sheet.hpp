#pragma once

#include "workflow/record.hpp"
#include "workflow/session.hpp"

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

namespace dudao::workflow {

/// What a form for visits without this program is to be for.
struct RoundSheetRequest {
    std::vector<std::string> units;  ///< codes, at least one
    std::string checklist;           ///< "CODE" or "CODE@VERSION"
    std::string profile = {};        ///< id; empty: the whole checklist
    std::string inspector = {};      ///< code; empty: who acts
};

/// A visit that the form has room for.
struct SheetVisit {
    std::string unit;  ///< code
    std::string unit_name;
};

/// A form with all items of a checklist, or of a profile of it, for each of some visits.
struct RoundSheet {
    std::unique_ptr<ChecklistInUse> checklist;
    std::string profile;                 ///< id, or empty
    std::vector<std::size_t> positions;  ///< of the items that are asked
    std::vector<SheetVisit> visits;
    std::string inspector;  ///< code
    std::string inspector_name;
};

/// Items that conditions hide until something is answered are in it, too.
/// Errors (thrown): no_such_unit, no_such_checklist, checklist_does_not_fit, unit_closed,
/// no_such_profile, no_such_person.
RoundSheet round_sheet(Session& session, const RoundSheetRequest& request);

}  // namespace dudao::workflow
