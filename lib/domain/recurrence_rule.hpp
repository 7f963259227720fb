#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace dudao::domain {

/// The part of a recurrence rule of RFC 5545 that is not possible, as it is written; nothing when
/// the rule is one of days: FREQ is DAILY, WEEKLY, MONTHLY or YEARLY, and each part is known,
/// stands once, has a value in its range and fits FREQ. UNTIL is a day. BYWEEKNO is not taken: what
/// expands rules loses days of it at the ends of years. "RRULE:" does not belong to the rule.
std::optional<std::string> impossible_part(std::string_view rule);

}  // namespace dudao::domain
