#pragma once

#include "report/period_report.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace dudao::report {

/// Follows the grade of each unit with each checklist from one period to the next: the last grade
/// of either counts.
class GradeMoves {
  public:
    /// A visit that gave a grade; `key` tells visits of one day apart, the greater is the later.
    struct Graded {
        std::int64_t unit = 0;
        std::string_view checklist;  ///< code
        Day day{};
        std::int64_t key = 0;
        std::string_view grade;
    };

    void add_before(const Graded& visit) { add(before_, visit); }
    void add_now(const Graded& visit) { add(now_, visit); }

    /// Of units that have a grade in both periods, by the names of the grades; those that stayed
    /// among them.
    std::vector<GradeMove> moves() const;

    /// The units that went from one grade to the other, once for each checklist.
    std::vector<std::int64_t> units(std::string_view from, std::string_view to) const;

  private:
    struct Last {
        Day day{};
        std::int64_t key = 0;
        std::uint32_t grade = 0;
    };
    /// By unit and checklist, which are numbered as they come.
    using Grades = std::map<std::pair<std::int64_t, std::uint32_t>, Last>;

    static std::uint32_t number_of(std::vector<std::string>& names, std::string_view name);
    void add(Grades& grades, const Graded& visit);

    std::vector<std::string> checklists_ = {};
    std::vector<std::string> names_ = {};  ///< of grades
    Grades before_ = {};
    Grades now_ = {};
};

}  // namespace dudao::report
