#include "report/grade_moves.hpp"

#include <algorithm>

namespace dudao::report {

std::uint32_t GradeMoves::number_of(std::vector<std::string>& names, std::string_view name) {
    const auto found = std::find(names.begin(), names.end(), name);
    const auto number = static_cast<std::uint32_t>(found - names.begin());
    if (found == names.end()) {
        names.emplace_back(name);
    }
    return number;
}

void GradeMoves::add(Grades& grades, const Graded& visit) {
    auto& last = grades[{visit.unit, number_of(checklists_, visit.checklist)}];
    if (std::pair{visit.day, visit.key} >= std::pair{last.day, last.key}) {
        last = {visit.day, visit.key, number_of(names_, visit.grade)};
    }
}

std::vector<GradeMove> GradeMoves::moves() const {
    std::map<std::pair<std::string, std::string>, std::int64_t> counts;
    for (const auto& [unit, now] : now_) {
        const auto then = before_.find(unit);
        if (then != before_.end()) {
            ++counts[{names_[then->second.grade], names_[now.grade]}];
        }
    }
    std::vector<GradeMove> moves;
    moves.reserve(counts.size());
    for (const auto& [grades, units] : counts) {
        moves.push_back({grades.first, grades.second, units});
    }
    return moves;
}

std::vector<std::int64_t> GradeMoves::units(std::string_view from, std::string_view to) const {
    std::vector<std::int64_t> units;
    for (const auto& [unit, now] : now_) {
        const auto then = before_.find(unit);
        if (then != before_.end() && names_[then->second.grade] == from &&
            names_[now.grade] == to) {
            units.push_back(unit.first);
        }
    }
    return units;
}

}  // namespace dudao::report
