#pragma once

#include "workflow/import_people.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace dudao::workflow {

/// What to do about units that a complete list does not have.
enum class Missing : std::uint8_t {
    unknown = 0,  ///< the list may be part of a whole
    told = 1,
    closed = 2,  ///< unless rows of the list were rejected: those may be the missing ones
};

/// Imports units by their codes: new ones are added, others changed where the list has a column and
/// says something else. Regions that columns for province and city name are made when they are not
/// there. Columns of the user's own become attributes. What reports depend on keeps its history
/// until `as_of` (today when absent). Groups, such as regions, are never missing. All or nothing,
/// unless the source keeps going. Errors (thrown): role_missing; every refused row.
ImportedList import_units(Session& session,
                          const ListSource& source,
                          std::optional<Day> as_of = {},
                          Missing missing = Missing::unknown);

/// Sets fields of the unit with this code, named as the columns of a list are: texts by field, in
/// the order of `fields`; others become attributes, and an empty text takes one away.
/// Errors (thrown): role_missing, no_such_unit, those of a row.
ImportedList edit_unit(Session& session,
                       const std::string& code,
                       const std::vector<std::pair<std::string, std::string>>& fields,
                       std::optional<Day> as_of,
                       bool dry_run);

}  // namespace dudao::workflow
