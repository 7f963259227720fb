#pragma once

#include "base/vocabulary.hpp"

#include <cstdint>

namespace dudao::domain {

/// What issues are grouped by.
enum class IssueDimension : std::uint8_t {
    region = 1,  ///< path of the units above the unit
    store = 2,
    category = 3,
    urgency = 4,
    status = 5,
    department = 6,
    owner = 7,
    checklist = 8,
    item = 9,    ///< of a checklist: CODE ITEM
    month = 10,  ///< in which it was raised
    source = 11,
    recurring = 12,  ///< whether it recurs by the rules
};

inline constexpr Vocabulary<IssueDimension, 12> issue_dimensions{
    "dimension",
    {{{IssueDimension::region, "region"},
      {IssueDimension::store, "store"},
      {IssueDimension::category, "category"},
      {IssueDimension::urgency, "urgency"},
      {IssueDimension::status, "status"},
      {IssueDimension::department, "department"},
      {IssueDimension::owner, "owner"},
      {IssueDimension::checklist, "checklist"},
      {IssueDimension::item, "item"},
      {IssueDimension::month, "month"},
      {IssueDimension::source, "source"},
      {IssueDimension::recurring, "recurring"}}}};

}  // namespace dudao::domain
