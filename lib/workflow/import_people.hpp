#pragma once

#include "workflow/list_reader.hpp"
#include "workflow/session.hpp"

namespace dudao::workflow {

/// What an import of a list did, or would do.
struct ImportedList {
    ListSummary list = {};
    std::int64_t added = 0;
    std::int64_t changed = 0;
    std::int64_t unchanged = 0;
    std::vector<std::string> made =
        {};  ///< codes of regions that the list names and were not there
};

/// Imports people by their codes: new ones are added, others changed where the list has a column
/// and says something else. All or nothing, unless the source keeps going.
/// Errors (thrown): role_missing; every refused row.
ImportedList import_people(Session& session, const ListSource& source);

}  // namespace dudao::workflow
