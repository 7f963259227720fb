#pragma once

#include "commands/declare.hpp"
#include "context.hpp"
#include "workflow/period_units.hpp"

#include <optional>
#include <string>

namespace dudao::commands {

/// What a report is about, as it was asked for.
struct ReportScope {
    /// Absent: the text says it.
    std::optional<domain::PeriodKind> kind = domain::PeriodKind::month;
    std::string period = {};  ///< as it was typed; of a range its ends are
    Day first{};
    Day last{};
    domain::UnitFilter units = {};
    std::string as_of = {};
};

/// FROM and TO.
void add_range(Command& verb, ReportScope& scope, const Catalogue& words);

/// Which units, and by whose organisation.
void add_scope(Command& verb, ReportScope& scope, const Catalogue& words);

/// The period is the one named, or the one of its kind that the named day lies in.
/// Errors (thrown): usage_not_the_period, usage_range, bad_period.
workflow::PeriodReportRequest request_of(const ReportScope& scope, const Context& context);

/// The day by whose organisation units stand, where one is named. Errors (thrown): bad_day.
std::optional<Day> organised_on(const ReportScope& scope, workflow::Session& session);

}  // namespace dudao::commands
