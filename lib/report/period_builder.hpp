#pragma once

#include "domain/plan.hpp"
#include "domain/score.hpp"
#include "report/grade_moves.hpp"
#include "report/mark_slot.hpp"
#include "report/period_report.hpp"
#include "report/rectification_count.hpp"

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace dudao::report {

/// A unit that the report is about, with where it belonged in the period.
struct UnitFact {
    std::int64_t key = 0;
    std::string code;
    std::size_t region = 0;  ///< index of its region; no_region for none
    bool is_open_shop = false;
};

/// How long open issues are overdue, in days; see IssueFigures.
inline constexpr std::array<std::string_view, 5> age_names{
    "not_due", "1-7", "8-30", "31-90", "91-"};

/// The place of an issue among them that is due on a day, if on any.
std::size_t age_of(std::optional<Day> due, Day today) noexcept;

inline constexpr std::size_t no_region = static_cast<std::size_t>(-1);

/// A region of the report: its line is filled from what happens in it.
struct RegionFact {
    std::string code;
    std::string name;
};

/// A visit of the period that counts.
struct VisitFact {
    std::int64_t key = 0;  ///< of visits of one day, that with the greater is the later
    std::int64_t unit = 0;
    std::int64_t checklist = 0;
    Day day{};
    domain::Verdict verdict = domain::Verdict::passed;
    std::int64_t score = 0;                       ///< thousandths
    std::int64_t max_score = 0;                   ///< thousandths
    std::optional<std::int64_t> percentage = {};  ///< thousandths
    std::string_view grade;
    std::string_view results;
    bool planned = false;
    /// Answers whose values decide their points, where the checklist has such items.
    const domain::Answers* answers = nullptr;
};

/// Visits of the trend or of the year before, added up.
struct TrendFact {
    Day day{};
    domain::Verdict verdict = domain::Verdict::passed;
    std::string grade;
    std::int64_t visits = 0;
    std::int64_t scored = 0;
    std::int64_t percentages = 0;  ///< their sum, in thousandths
};

/// An issue raised in the period, or one that is open.
struct IssueFact {
    std::int64_t unit = 0;
    std::string_view category;
    domain::Urgency urgency = domain::Urgency::medium;
    domain::IssueCourse course = {};
};

/// Adds up the facts of a period, once over each. Units come first, then the rest in any order;
/// facts of units that are not in the report are passed over.
class PeriodBuilder {
  public:
    PeriodBuilder(const domain::Period& period, Day today, std::vector<RegionFact> regions);

    void add_unit(UnitFact unit);

    /// `sheet` must outlive the builder.
    void add_checklist(std::int64_t key, const domain::ScoreSheet& sheet);

    void add_visit(const VisitFact& visit);

    /// A visit of the period before, to see how grades move.
    void add_grade_before(const GradeMoves::Graded& visit);
    void add_planned(std::int64_t key, domain::VisitStanding standing);
    void add_trend(const TrendFact& fact);

    /// From the period of the trend that begins on this day on, scores cannot be compared with
    /// those before.
    void break_trend(Day first);
    void add_raised(const IssueFact& issue);
    void add_open(const IssueFact& issue);
    void add_closed(std::int64_t key);

    bool has_unit(std::int64_t key) const { return index_.contains(key); }

    /// The unit, where the report is about it, else null.
    const UnitFact* find(std::int64_t key) const {
        const auto found = index_.find(key);
        return found == index_.end() ? nullptr : &units_[found->second].fact;
    }

    /// A unit among the best or the worst, to be named by the caller.
    struct Ranked {
        std::int64_t key = 0;
        UnitLine line;
    };

    /// The report as far as facts go: names, titles and the overdue list are the caller's. `best`
    /// and `worst` get the ranked units.
    PeriodReport finish(std::string_view language,
                        std::vector<Ranked>& best,
                        std::vector<Ranked>& worst) const;

  private:
    using Marks = std::array<std::int32_t, mark_slots>;

    struct UnitSums {
        UnitFact fact;
        std::int32_t visits = 0;
        std::int32_t scored = 0;
        std::int64_t percentages = 0;
        std::int32_t open_issues = 0;
        Day last{};
        std::int64_t last_key = 0;
        std::string grade = {};
    };

    struct RegionSums {
        std::int64_t units = 0;
        domain::VisitCounts planned = {};
        std::int64_t visits = 0;
        std::int64_t scored = 0;
        std::int64_t percentages = 0;
        std::int64_t passed = 0;
        std::int64_t raised = 0;
        std::int64_t overdue = 0;
    };

    /// One checklist: marks by region and item.
    struct Counted {
        const domain::ScoreSheet* sheet = nullptr;
        std::vector<Marks> marks = {};  ///< [region × items + position]
        /// Points that marks do not tell, in thousandths: [region × sections + section].
        std::vector<domain::SectionPoints> extra = {};
    };

    UnitSums* unit(std::int64_t key);
    RegionSums* region_of(const UnitSums& sums);
    void count_marks(const VisitFact& visit, std::size_t region);
    void count_score(const VisitFact& visit, UnitSums& sums, RegionSums* region);
    std::vector<std::string> grade_order() const;
    void add_coverage(PeriodReport& report) const;
    void add_scores(PeriodReport& report) const;
    TrendPoint trend_point(std::size_t index, const std::vector<std::string>& order) const;
    void add_trend_points(PeriodReport& report) const;
    void add_regions(PeriodReport& report) const;
    void add_matrices(PeriodReport& report, std::string_view language) const;
    static std::vector<domain::SectionPoints> region_points(const Counted& counted,
                                                            std::size_t region);
    void add_failed_items(PeriodReport& report, std::string_view language) const;
    void add_issues(PeriodReport& report) const;
    void add_rectification(PeriodReport& report) const;
    void rank(std::vector<Ranked>& best, std::vector<Ranked>& worst) const;

    domain::Period period_;
    Day today_;
    std::vector<RegionFact> regions_;
    std::vector<RegionSums> region_sums_;
    std::vector<UnitSums> units_;
    std::unordered_map<std::int64_t, std::size_t> index_;
    std::map<std::int64_t, Counted> checklists_;

    domain::VisitCounts planned_;
    std::int64_t visits_ = 0;
    std::int64_t scored_ = 0;
    std::int64_t percentages_ = 0;
    std::int64_t points_ = 0;
    std::int64_t max_points_ = 0;
    std::int64_t passed_ = 0;
    std::map<std::string, std::int64_t, std::less<>> grades_;
    std::map<domain::Verdict, std::int64_t> verdicts_;
    std::vector<domain::Period> trend_periods_;
    std::vector<std::vector<TrendFact>> trend_;  ///< by index of the period
    domain::Period year_before_;
    std::int64_t year_before_visits_ = 0;
    std::int64_t year_before_scored_ = 0;
    std::int64_t year_before_percentages_ = 0;
    std::set<Day> breaks_ = {};  ///< first days of periods

    std::int64_t raised_ = 0;
    std::map<domain::IssueStatus, std::int64_t> by_status_;
    std::map<std::string, std::int64_t, std::less<>> by_category_;
    std::map<domain::Urgency, std::int64_t> by_urgency_;
    std::int64_t open_ = 0;
    std::int64_t overdue_ = 0;
    std::array<std::int64_t, age_names.size()> by_age_ = {};
    GradeMoves moves_ = {};
    RectificationCount rectification_;
    std::int64_t closed_in_period_ = 0;
};

}  // namespace dudao::report
