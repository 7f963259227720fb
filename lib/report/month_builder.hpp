#pragma once

#include "domain/plan.hpp"
#include "domain/score.hpp"
#include "report/mark_slot.hpp"
#include "report/month.hpp"
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

/// A unit that the report is about, with where it belonged in the month.
struct UnitFact {
    std::int64_t key = 0;
    std::string code;
    std::size_t region = 0;  ///< index of its region; no_region for none
    bool is_open_shop = false;
};

inline constexpr std::size_t no_region = static_cast<std::size_t>(-1);

/// A region of the report: its line is filled from what happens in it.
struct RegionFact {
    std::string code;
    std::string name;
};

/// A visit of the month that counts.
struct VisitFact {
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

/// Visits of a month of the trend, added up.
struct TrendFact {
    Day day{};
    domain::Verdict verdict = domain::Verdict::passed;
    std::string grade;
    std::int64_t visits = 0;
    std::int64_t scored = 0;
    std::int64_t percentages = 0;  ///< their sum, in thousandths
};

/// An issue raised in the month, or one that is open.
struct IssueFact {
    std::int64_t unit = 0;
    std::string_view category;
    domain::Urgency urgency = domain::Urgency::medium;
    domain::IssueCourse course = {};
};

/// Adds up the facts of a month, once over each. Units come first, then the rest in any order;
/// facts of units that are not in the report are passed over.
class MonthBuilder {
  public:
    MonthBuilder(const domain::Period& month, Day today, std::vector<RegionFact> regions);

    void add_unit(UnitFact unit);

    /// `sheet` must outlive the builder.
    void add_checklist(std::int64_t key, const domain::ScoreSheet& sheet);

    void add_visit(const VisitFact& visit);
    void add_planned(std::int64_t key, domain::VisitStanding standing);
    void add_trend(const TrendFact& fact);

    /// From the month that begins on this day on, scores cannot be compared with those before.
    void break_trend(Day first);
    void add_raised(const IssueFact& issue);
    void add_open(const IssueFact& issue);
    void add_closed(std::int64_t key);

    bool has_unit(std::int64_t key) const { return index_.contains(key); }

    /// A unit among the best or the worst, to be named by the caller.
    struct Ranked {
        std::int64_t key = 0;
        UnitLine line;
    };

    /// The report as far as facts go: names, titles and the overdue list are the caller's. `best`
    /// and `worst` get the ranked units.
    MonthReport finish(std::string_view language,
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
    void add_coverage(MonthReport& report) const;
    void add_scores(MonthReport& report) const;
    TrendPoint trend_point(const domain::Period& month,
                           const std::vector<std::string>& order) const;
    void add_trend_points(MonthReport& report) const;
    void add_regions(MonthReport& report) const;
    void add_matrices(MonthReport& report, std::string_view language) const;
    static std::vector<domain::SectionPoints> region_points(const Counted& counted,
                                                            std::size_t region);
    void add_failed_items(MonthReport& report, std::string_view language) const;
    void add_issues(MonthReport& report) const;
    void add_rectification(MonthReport& report) const;
    void rank(std::vector<Ranked>& best, std::vector<Ranked>& worst) const;

    domain::Period month_;
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
    std::map<Day, std::vector<TrendFact>> trend_;  ///< by the first day of the month
    std::set<Day> breaks_ = {};                    ///< first days of months

    std::int64_t raised_ = 0;
    std::map<domain::IssueStatus, std::int64_t> by_status_;
    std::map<std::string, std::int64_t, std::less<>> by_category_;
    std::map<domain::Urgency, std::int64_t> by_urgency_;
    std::int64_t open_ = 0;
    std::int64_t overdue_ = 0;
    RectificationCount rectification_;
    std::int64_t closed_in_month_ = 0;
};

}  // namespace dudao::report
