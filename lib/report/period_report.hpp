#pragma once

#include "base/decimal.hpp"
#include "base/ulid.hpp"
#include "domain/inspection.hpp"
#include "domain/issue.hpp"
#include "domain/organisation.hpp"
#include "domain/period.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace dudao::report {

/// So many of so many. No figure can be made when `whole` is 0.
struct Share {
    std::int64_t part = 0;
    std::int64_t whole = 0;

    bool operator==(const Share&) const = default;
};

/// A percentage with one decimal, rounded half up; nothing when `whole` is 0.
std::optional<Decimal> percent(const Share& share);

/// A figure with those it is compared with, where they can be compared. All in percent.
struct Compared {
    std::optional<Decimal> now = {};
    std::optional<Decimal> period_before = {};
    std::optional<Decimal> year_before = {};  ///< the same period of it; absent for years

    bool operator==(const Compared&) const = default;
};

/// Planned visits whose windows end in the period, and visits that no plan asked for.
struct Coverage {
    std::int64_t planned = 0;  ///< not counting the cancelled
    std::int64_t done = 0;     ///< late ones included
    std::int64_t late = 0;     ///< done after the window, within the plan's period
    std::int64_t open = 0;     ///< the window has not ended yet
    std::int64_t missed = 0;   ///< the window has ended
    std::int64_t cancelled = 0;
    std::int64_t unplanned = 0;  ///< visits beside the plan
    Share units = {};            ///< open shops visited at least once, of all open shops

    bool operator==(const Coverage&) const = default;
};

struct GradeCount {
    std::string grade;  ///< as the checklist names it
    std::int64_t visits = 0;

    bool operator==(const GradeCount&) const = default;
};

/// Units whose grade went from one to another, or stayed, since the period before.
struct GradeMove {
    std::string from;
    std::string to;
    std::int64_t units = 0;  ///< with each checklist for itself

    bool operator==(const GradeMove&) const = default;
};

struct VerdictCount {
    domain::Verdict verdict = domain::Verdict::passed;
    std::int64_t visits = 0;

    bool operator==(const VerdictCount&) const = default;
};

/// Scores of the period's visits. Visits without a score and incomplete ones are counted, but enter
/// neither mean.
struct Scores {
    std::int64_t visits = 0;
    std::optional<std::int64_t> visits_year_before = {};  ///< as in Compared
    std::int64_t scored = 0;
    Compared mean = {};                       ///< mean of the visits' percentages
    std::optional<Decimal> pooled = {};       ///< 100 × all points got / all points possible
    Share passed = {};                        ///< of the scored
    std::vector<GradeCount> grades = {};      ///< the best first
    std::vector<VerdictCount> verdicts = {};  ///< in the order of the enumeration, all six
    /// Empty where scores cannot be compared with the period before.
    std::vector<GradeMove> moves = {};

    bool operator==(const Scores&) const = default;
};

/// The periods of the trend of a report: the last is its own, those before are of the same kind.
/// 5 years, 9 quarters, 13 months or weeks, 14 days, 6 ranges of the same length.
std::vector<domain::Period> trend_of(const domain::Period& period);

/// One period of the trend.
struct TrendPoint {
    domain::Period period{};
    /// A checklist was used in a version whose scores cannot be compared with those of the periods
    /// before.
    bool breaks = false;
    std::int64_t visits = 0;
    std::optional<Decimal> mean = {};
    std::vector<GradeCount> grades = {};

    bool operator==(const TrendPoint&) const = default;
};

/// A unit below which shops hang, at the first level of the scope.
struct RegionLine {
    std::string code;
    std::string name;
    std::int64_t units = 0;  ///< open shops
    Share coverage = {};     ///< planned visits done
    std::int64_t visits = 0;
    std::optional<Decimal> mean = {};
    Share passed = {};
    std::int64_t issues = 0;   ///< raised in the period
    std::int64_t overdue = 0;  ///< open and overdue at the report's day

    bool operator==(const RegionLine&) const = default;
};

/// A shop among the best or the worst.
struct UnitLine {
    std::string code;
    std::string name;
    std::string region;
    std::int64_t visits = 0;
    Decimal mean;
    std::string grade = {};  ///< of the last visit
    std::int64_t open_issues = 0;

    bool operator==(const UnitLine&) const = default;
};

/// Percentages of one checklist by region and section.
struct Matrix {
    std::string code;                           ///< of the checklist
    std::string version;                        ///< of the checklist
    std::string checklist;                      ///< title
    std::vector<std::string> section_ids = {};  ///< in the order of the titles
    std::vector<std::string> sections = {};     ///< titles
    std::vector<std::string> region_codes = {};
    std::vector<std::string> regions = {};                        ///< names
    std::vector<std::vector<std::optional<Decimal>>> cells = {};  ///< [region][section]

    bool operator==(const Matrix&) const = default;
};

/// An item that failed, for the Pareto chart.
struct FailedItem {
    std::string checklist;  ///< code
    std::string item;       ///< id
    std::string text;
    std::string section;  ///< title
    bool critical = false;
    std::int64_t assessed = 0;  ///< pass, partial or fail
    std::int64_t failed = 0;    ///< fail
    std::int64_t partial = 0;
    std::optional<Decimal> share = {};       ///< of all failures of the period, in percent
    std::optional<Decimal> cumulative = {};  ///< of this and those above

    bool operator==(const FailedItem&) const = default;
};

struct NamedCount {
    std::string name;  ///< a word of ours (translated) or the chain's own
    std::int64_t count = 0;

    bool operator==(const NamedCount&) const = default;
};

struct IssueFigures {
    std::int64_t raised = 0;   ///< in the period
    std::int64_t open = 0;     ///< at the report's day, whenever raised
    std::int64_t overdue = 0;  ///< of the open
    /// Of the open: "not_due", overdue for "1-7", "8-30", "31-90" days or longer, "91-".
    std::vector<NamedCount> by_age = {};
    std::vector<NamedCount> by_status = {};    ///< of those raised in the period; issue statuses
    std::vector<NamedCount> by_category = {};  ///< of those raised in the period
    std::vector<NamedCount> by_urgency = {};   ///< of those raised in the period; urgencies

    bool operator==(const IssueFigures&) const = default;
};

struct OverdueLine {
    Ulid id{};
    std::string unit;
    std::string unit_name;
    std::string text;  ///< what is wrong
    std::string category;
    domain::Urgency urgency = domain::Urgency::medium;
    domain::IssueStatus status = domain::IssueStatus::open;
    std::string owner = {};  ///< name; empty: nobody yet
    Day due{};
    std::int64_t days = 0;  ///< overdue by

    bool operator==(const OverdueLine&) const = default;
};

/// Of the issues raised in the period, but for the cancelled and duplicates.
struct Rectification {
    Share closed = {};   ///< 整改完成率: accepted, of all
    Share on_time = {};  ///< 整改及时率: accepted not after the due day, of those due by now
    Share first_pass = {};  ///< 一次验收通过率: accepted in the first cycle, of the accepted
    std::int64_t closed_in_period = 0;             ///< accepted in the period, whenever raised
    std::optional<std::int64_t> median_days = {};  ///< from binding to acceptance
    std::optional<std::int64_t> p90_days = {};

    bool operator==(const Rectification&) const = default;
};

/// The report of a day, a week, a month, a quarter, a year or any days: figures only, in no
/// language.
struct PeriodReport {
    domain::Period period{};
    Day today{};  ///< the day the report was made; later facts are not in it
    Instant made_at{};
    std::string timezone;
    std::string chain;              ///< name of the chain: of the workspace
    std::string scope = {};         ///< path of the unit that it is about; empty: all
    domain::UnitFilter units = {};  ///< which units below it; only kinds, tags and people count
    Day organised_on{};             ///< by whose organisation units stand
    Coverage coverage = {};
    Scores scores = {};
    std::vector<TrendPoint> trend = {};  ///< of the periods of trend_of()
    std::vector<RegionLine> regions = {};
    std::vector<UnitLine> best = {};
    std::vector<UnitLine> worst = {};
    std::vector<Matrix> matrices = {};          ///< a checklist each
    std::vector<FailedItem> failed_items = {};  ///< the most frequent first, 20 at most
    std::int64_t all_failures = 0;              ///< failed answers of the period
    IssueFigures issues = {};
    std::vector<OverdueLine> overdue = {};  ///< the longest first, 50 at most
    Rectification rectification = {};

    bool operator==(const PeriodReport&) const = default;
};

}  // namespace dudao::report
