#pragma once

#include "workflow/list_reader.hpp"
#include "workflow/session.hpp"
#include "workflow/unit_changes.hpp"

#include <string>
#include <vector>

namespace dudao::workflow {

/// A unit that an import has changed, or would.
struct ChangedUnit {
    std::string code;
    std::vector<FieldChange> fields;
};

/// Changes that are told one by one.
inline constexpr std::size_t most_changes = 1000;

/// What an import of a list did, or would do.
struct ImportedList {
    ListSummary list = {};
    std::int64_t added = 0;
    std::int64_t changed = 0;
    std::int64_t unchanged = 0;
    std::vector<ChangedUnit> changes = {};  ///< the first most_changes, in the order of the list
    /// Codes of units that are not closed and not in the list, sorted, where that was asked for.
    std::vector<std::string> missing = {};
    std::int64_t closed = 0;             ///< of those that are missing
    std::vector<std::string> made = {};  ///< codes of regions that the list names, new ones
};

/// Imports people by their codes: new ones are added, others changed where the list has a column
/// and says something else. All or nothing, unless the source keeps going.
/// Errors (thrown): role_missing; every refused row.
ImportedList import_people(Session& session, const ListSource& source);

}  // namespace dudao::workflow
