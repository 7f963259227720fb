#pragma once

#include "report/period_report.hpp"

#include <string>
#include <vector>

namespace dudao::report {

/// What a report points out by itself, each by a rule of its own (docs/guide/report.md).
enum class RemarkRule : std::uint8_t {
    mean_up = 1,      ///< highlight: in 5 visits or more, at least 1 point over the period before
    mean_down = 2,    ///< at least 1 point under it
    plan_done = 3,    ///< highlight: every planned visit was made
    plan_missed = 4,  ///< at least 5 % of the planned visits were missed
    closed_on_time = 5,  ///< highlight: at least 95 % of 10 issues or more
    overdue_many = 6,    ///< at least 10 % of the open issues, 5 or more
    overdue_old = 7,     ///< issues that are overdue for more than 30 days
    item_often = 8,      ///< an item failed in at least 20 % of 10 answers or more
    item_critical = 9,   ///< a critical item failed
    region_low = 10,     ///< a region with 5 visits or more, 5 points or more under the mean of all
    region_high = 11,    ///< highlight: the same, 3 points or more over it
    grades_up = 12,      ///< highlight: more grades rose than fell
    grades_down = 13,    ///< more grades fell than rose
    exemplary = 14,  ///< highlight: a shop with 2 visits, a mean of 95 and no open issue (标杆门店)
};

inline constexpr Vocabulary<RemarkRule, 14> remark_rules{
    "remark",
    {{{RemarkRule::mean_up, "mean_up"},
      {RemarkRule::mean_down, "mean_down"},
      {RemarkRule::plan_done, "plan_done"},
      {RemarkRule::plan_missed, "plan_missed"},
      {RemarkRule::closed_on_time, "closed_on_time"},
      {RemarkRule::overdue_many, "overdue_many"},
      {RemarkRule::overdue_old, "overdue_old"},
      {RemarkRule::item_often, "item_often"},
      {RemarkRule::item_critical, "item_critical"},
      {RemarkRule::region_low, "region_low"},
      {RemarkRule::region_high, "region_high"},
      {RemarkRule::grades_up, "grades_up"},
      {RemarkRule::grades_down, "grades_down"},
      {RemarkRule::exemplary, "exemplary"}}}};

/// A figure that a remark goes by.
struct RemarkFigure {
    std::string figure;  ///< its id; empty for a sum of several
    Decimal value;

    bool operator==(const RemarkFigure&) const = default;
};

/// A highlight (工作亮点), or something to be done about (建议).
struct Remark {
    RemarkRule rule{};
    std::string about = {};  ///< code of a region or a shop, checklist/item; empty: all
    std::string name = {};   ///< what people call it
    std::vector<RemarkFigure> figures = {};

    bool operator==(const Remark&) const = default;
};

bool is_highlight(RemarkRule rule) noexcept;

/// Highlights first, then what is to be done; of a rule that fits several, 3 at most.
std::vector<Remark> remarks_of(const PeriodReport& report);

}  // namespace dudao::report
