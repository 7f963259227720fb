#pragma once

#include "base/decimal.hpp"
#include "base/error.hpp"
#include "report/period_report.hpp"

#include <cstdint>
#include <optional>
#include <string_view>

namespace dudao::report {

/// The figures that a script can set limits to. Shares are in percent.
enum class LimitFigure : std::uint8_t {
    visits = 1,
    mean = 2,         ///< of the visits' percentages
    passed = 3,       ///< share of the scored visits
    coverage = 4,     ///< share of the planned visits that are done
    units = 5,        ///< share of the open shops that were visited
    missed = 6,       ///< planned visits
    late = 7,         ///< planned visits
    incomplete = 8,   ///< visits
    raised = 9,       ///< issues
    open = 10,        ///< issues
    overdue = 11,     ///< issues
    closed = 12,      ///< 整改完成率
    on_time = 13,     ///< 整改及时率
    first_pass = 14,  ///< 一次验收通过率
};

inline constexpr Vocabulary<LimitFigure, 14> limit_figures{
    "figure",
    {{{LimitFigure::visits, "visits"},
      {LimitFigure::mean, "mean"},
      {LimitFigure::passed, "passed"},
      {LimitFigure::coverage, "coverage"},
      {LimitFigure::units, "units"},
      {LimitFigure::missed, "missed"},
      {LimitFigure::late, "late"},
      {LimitFigure::incomplete, "incomplete"},
      {LimitFigure::raised, "raised"},
      {LimitFigure::open, "open"},
      {LimitFigure::overdue, "overdue"},
      {LimitFigure::closed, "closed"},
      {LimitFigure::on_time, "on_time"},
      {LimitFigure::first_pass, "first_pass"}}}};

/// "overdue>0": what a figure must not be.
struct Limit {
    LimitFigure figure{};
    bool above = false;       ///< met above the number, else below it
    bool with_equal = false;  ///< and at the number
    Decimal number;

    bool operator==(const Limit&) const = default;
};

/// Reads a figure, one of > >= < <= and a number, with or without blanks between them.
/// Errors: bad_limit; those of limit_figures.
Result<Limit> parse_limit(std::string_view text);

/// What the report says of the figure; nothing where it cannot be made.
std::optional<Decimal> value_of(LimitFigure figure, const PeriodReport& report);

/// Whether the figure is what it must not be. One that cannot be made never is.
bool is_met(const Limit& limit, const PeriodReport& report);

}  // namespace dudao::report
