#include "yaml/scoring.hpp"

#include "base/text.hpp"
#include "yaml/ids.hpp"

namespace dudao::yaml {

namespace {

constexpr DecimalRange percentage_range{Decimal{0}, Decimal{100}};
constexpr DecimalRange full_mark_range{Decimal{1}, Decimal{10'000}};
constexpr WholeRange decimals_range{0, 3};

/// A grade that both keys could be read of, with their places.
struct PlacedGrade {
    domain::Grade grade;
    const Node* min;
};

std::vector<PlacedGrade> read_grade_list(const Node& list, Problems& problems) {
    std::vector<PlacedGrade> grades;
    Names names;
    for (const auto& node : read_list(list, problems)) {
        MapReader map{node, problems};
        const auto* name_node = map.must_find("name");
        const auto* min_node = map.must_find("min");
        map.finish();
        if (name_node == nullptr || min_node == nullptr) {
            continue;
        }
        const auto name = read_line(*name_node, problems);
        const auto min = read_thousandths(*min_node, problems, percentage_range);
        if (name && min) {
            names.add(*name_node, *name, problems, ErrorId::duplicate_grade);
            grades.push_back({{*name, *min}, min_node});
        }
    }
    return grades;
}

std::vector<domain::Grade> read_grades(const Node& list, Problems& problems) {
    std::vector<domain::Grade> grades;
    const auto placed = read_grade_list(list, problems);
    for (const auto& [grade, min] : placed) {
        if (!grades.empty() && grade.min >= grades.back().min) {
            problems.error(*min, ErrorId::grades_not_falling, {grade.name, grades.back().name});
        }
        grades.push_back(grade);
    }
    if (!placed.empty() && !grades.back().min.is_zero()) {
        problems.error(
            *placed.back().min, ErrorId::grades_end_above_zero, {placed.back().grade.name});
    }
    return grades;
}

}  // namespace

domain::Scoring read_scoring(const Node& node, Problems& problems) {
    domain::Scoring scoring;
    MapReader map{node, problems};
    scoring.method = map.word("method", domain::scoring_methods).value_or(scoring.method);
    if (const auto full_mark = map.thousandths("full_mark", full_mark_range)) {
        scoring.full_mark = *full_mark;
        if (scoring.method != domain::ScoringMethod::deduction) {
            problems.warning(map.key_node("full_mark"),
                             ErrorId::key_without_effect,
                             {"full_mark", domain::scoring_methods.word(scoring.method)});
        }
    }
    scoring.decimals = map.whole("decimals", decimals_range).value_or(scoring.decimals);
    scoring.pass = map.thousandths("pass", percentage_range);
    if (const auto* grades = map.find("grades")) {
        scoring.grades = read_grades(*grades, problems);
    }
    map.finish();
    return scoring;
}

}  // namespace dudao::yaml
