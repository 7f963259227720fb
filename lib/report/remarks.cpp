#include "report/remarks.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace dudao::report {

namespace {

constexpr std::size_t most_of_a_rule = 3;
constexpr int mean_change = 1;       // points
constexpr int mean_least = 5;        // scored visits
constexpr int missed_percent = 5;    // of the planned visits
constexpr int on_time_percent = 95;  // of the issues due
constexpr int on_time_least = 10;    // issues
constexpr int overdue_percent = 10;  // of the open issues
constexpr int overdue_least = 5;     // issues
constexpr int failure_percent = 20;  // of the answers
constexpr int failure_least = 10;    // answers
constexpr int region_least = 5;      // visits
constexpr int region_low_by = 5;     // points
constexpr int region_high_by = 3;    // points
constexpr int exemplary_mean = 95;   // percent
constexpr int exemplary_visits = 2;

/// Whether `part` is at least so many percent of `whole`.
bool is_share(std::int64_t part, std::int64_t whole, int percent_of) {
    constexpr int hundred = 100;
    return whole > 0 && part * hundred >= whole * percent_of;
}

Decimal number(std::int64_t count) {
    return Decimal{count};
}

/// Gathers the remarks of one report.
class Remarks {
  public:
    explicit Remarks(const PeriodReport& report) : report_(&report) {
        look_at_means();
        look_at_plan();
        look_at_closing();
        look_at_overdue();
        look_at_items();
        look_at_regions();
        look_at_grades();
        look_at_shops();
        std::stable_partition(remarks_.begin(), remarks_.end(), [](const Remark& remark) {
            return is_highlight(remark.rule);
        });
    }

    std::vector<Remark>&& take() && { return std::move(remarks_); }

  private:
    /// Adds a remark, unless there are enough of its rule.
    void add(Remark remark) {
        const auto same = std::count_if(remarks_.begin(), remarks_.end(), [&](const Remark& each) {
            return each.rule == remark.rule;
        });
        if (static_cast<std::size_t>(same) < most_of_a_rule) {
            remarks_.push_back(std::move(remark));
        }
    }

    void look_at_means() {
        const auto& mean = report_->scores.mean;
        if (!mean.now || !mean.period_before || report_->scores.scored < mean_least) {
            return;
        }
        const std::vector<RemarkFigure> figures{{"scores.mean.now", *mean.now},
                                                {"scores.mean.period_before", *mean.period_before}};
        if (*mean.now >= *mean.period_before + number(mean_change)) {
            add({.rule = RemarkRule::mean_up, .figures = figures});
        } else if (*mean.now + number(mean_change) <= *mean.period_before) {
            add({.rule = RemarkRule::mean_down, .figures = figures});
        }
    }

    void look_at_plan() {
        const auto& coverage = report_->coverage;
        if (coverage.planned > 0 && coverage.done == coverage.planned) {
            add({.rule = RemarkRule::plan_done,
                 .figures = {{"coverage.planned", number(coverage.planned)}}});
        } else if (is_share(coverage.missed, coverage.planned, missed_percent)) {
            add({.rule = RemarkRule::plan_missed,
                 .figures = {{"coverage.missed", number(coverage.missed)},
                             {"coverage.planned", number(coverage.planned)}}});
        }
    }

    void look_at_closing() {
        const auto& on_time = report_->rectification.on_time;
        if (on_time.whole >= on_time_least &&
            is_share(on_time.part, on_time.whole, on_time_percent)) {
            add({.rule = RemarkRule::closed_on_time,
                 .figures = {{"rectification.on_time.part", number(on_time.part)},
                             {"rectification.on_time.whole", number(on_time.whole)}}});
        }
    }

    void look_at_overdue() {
        const auto& issues = report_->issues;
        if (issues.overdue >= overdue_least &&
            is_share(issues.overdue, issues.open, overdue_percent)) {
            add({.rule = RemarkRule::overdue_many,
                 .figures = {{"issues.overdue", number(issues.overdue)},
                             {"issues.open", number(issues.open)}}});
        }
        std::int64_t old = 0;
        for (const auto& age : issues.by_age) {
            old += age.name == "31-90" || age.name == "91-" ? age.count : 0;
        }
        if (old > 0) {
            add({.rule = RemarkRule::overdue_old, .figures = {{"", number(old)}}});
        }
    }

    void look_at_items() {
        for (const auto& item : report_->failed_items) {
            const auto about = item.checklist + '/' + item.item;
            const auto line = "failed_items[" + about + "].";
            const std::vector<RemarkFigure> figures{{line + "failed", number(item.failed)},
                                                    {line + "assessed", number(item.assessed)}};
            if (item.critical) {
                add({RemarkRule::item_critical, about, item.text, figures});
            } else if (item.assessed >= failure_least &&
                       is_share(item.failed, item.assessed, failure_percent)) {
                add({RemarkRule::item_often, about, item.text, figures});
            }
        }
    }

    void look_at_regions() {
        const auto& mean = report_->scores.mean.now;
        for (const auto& region : report_->regions) {
            if (!mean || !region.mean || region.visits < region_least) {
                continue;
            }
            const std::vector<RemarkFigure> figures{
                {fmt::format("regions[{}].mean", region.code), *region.mean},
                {"scores.mean.now", *mean}};
            if (*region.mean + number(region_low_by) <= *mean) {
                add({RemarkRule::region_low, region.code, region.name, figures});
            } else if (*region.mean >= *mean + number(region_high_by)) {
                add({RemarkRule::region_high, region.code, region.name, figures});
            }
        }
    }

    /// The place of a grade among those of the period, the best first.
    std::size_t place_of(const std::string& grade) const {
        const auto& grades = report_->scores.grades;
        const auto found = std::find_if(
            grades.begin(), grades.end(), [&](const auto& each) { return each.grade == grade; });
        return static_cast<std::size_t>(found - grades.begin());
    }

    void look_at_grades() {
        std::int64_t rose = 0;
        std::int64_t fell = 0;
        for (const auto& move : report_->scores.moves) {
            rose += place_of(move.to) < place_of(move.from) ? move.units : 0;
            fell += place_of(move.to) > place_of(move.from) ? move.units : 0;
        }
        if (rose != fell) {
            add({.rule = rose > fell ? RemarkRule::grades_up : RemarkRule::grades_down,
                 .figures = {{"", number(rose)}, {"", number(fell)}}});
        }
    }

    void look_at_shops() {
        for (const auto& unit : report_->best) {
            const bool fits = unit.visits >= exemplary_visits && unit.open_issues == 0 &&
                              unit.mean >= number(exemplary_mean);
            if (fits) {
                const auto line = fmt::format("best[{}].", unit.code);
                add({RemarkRule::exemplary,
                     unit.code,
                     unit.name,
                     {{line + "mean", unit.mean}, {line + "visits", number(unit.visits)}}});
            }
        }
    }

    const PeriodReport* report_;
    std::vector<Remark> remarks_ = {};
};

}  // namespace

bool is_highlight(RemarkRule rule) noexcept {
    switch (rule) {
        case RemarkRule::mean_up:
        case RemarkRule::plan_done:
        case RemarkRule::closed_on_time:
        case RemarkRule::region_high:
        case RemarkRule::grades_up:
        case RemarkRule::exemplary:
            return true;
        default:
            return false;
    }
}

std::vector<Remark> remarks_of(const PeriodReport& report) {
    return Remarks{report}.take();
}

}  // namespace dudao::report
