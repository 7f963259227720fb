#pragma once

#include "workflow/import_people.hpp"

#include <optional>

namespace dudao::workflow {

/// Imports units by their codes: new ones are added, others changed where the list has a column and
/// says something else. Regions that columns for province and city name are made when they are not
/// there. Columns of the user's own become attributes. What reports depend on keeps its history
/// until `as_of` (today when absent). All or nothing, unless the source keeps going.
/// Errors (thrown): role_missing; every refused row.
ImportedList import_units(Session& session,
                          const ListSource& source,
                          std::optional<Day> as_of = {});

}  // namespace dudao::workflow
