#include "yaml/scoring.hpp"

#include "base/error_id.hpp"
#include "base/text.hpp"
#include "yaml/ids.hpp"

namespace dudao::yaml {

namespace {

constexpr DecimalRange percentage_range{Decimal{0}, Decimal{100}};
constexpr DecimalRange sum_range{Decimal{0}, Decimal{1'000'000}};
constexpr DecimalRange full_mark_range{Decimal{1}, Decimal{10'000}};
constexpr WholeRange decimals_range{0, 3};

/// A grade whose keys could be read, with their places.
struct PlacedGrade {
    domain::Grade grade;
    const Node* node;
    const Node* bound;  ///< min, or max where the lower sum is the better
};

/// The grades of one list, read for the scoring method.
class GradesReader {
  public:
    GradesReader(domain::ScoringMethod method, Problems& problems)
        : method_(domain::scoring_methods.word(method)),
          by_sum_(method == domain::ScoringMethod::penalty),
          problems_(&problems) {}

    std::vector<domain::Grade> read(const Node& list) {
        std::vector<PlacedGrade> placed;
        const auto& nodes = read_list(list, *problems_);
        for (const auto& node : nodes) {
            const bool is_last = &node == &nodes.back();
            if (auto grade = read_grade(node, is_last)) {
                placed.push_back(std::move(*grade));
            }
        }
        std::vector<domain::Grade> grades;
        for (const auto& each : placed) {
            if (!grades.empty()) {
                check_order(each, grades.back());
            }
            grades.push_back(each.grade);
        }
        if (!placed.empty() && placed.size() == nodes.size()) {
            check_last(placed.back());
        }
        return grades;
    }

  private:
    std::optional<PlacedGrade> read_grade(const Node& node, bool is_last) {
        MapReader map{node, *problems_};
        const auto* name_node = map.must_find("name");
        const auto* min = by_sum_ ? map.find("min") : map.must_find("min");
        const auto* max = by_sum_ && !is_last ? map.must_find("max") : map.find("max");
        domain::Grade grade;
        const auto least = by_sum_ ? sum_range : percentage_range;
        grade.worst_item = map.thousandths("worst_item", least);
        grade.worst_section = map.thousandths("worst_section", least);
        map.finish();
        if (max != nullptr && !by_sum_) {
            problems_->error(map.key_node("max"), ErrorId::key_without_effect, {"max", method_});
            return std::nullopt;
        }
        const auto name = name_node == nullptr ? std::nullopt : read_line(*name_node, *problems_);
        const auto from =
            min == nullptr ? std::nullopt : read_thousandths(*min, *problems_, percentage_range);
        grade.max = max == nullptr ? std::nullopt : read_thousandths(*max, *problems_, sum_range);
        const bool is_bounded = by_sum_ ? grade.max || is_last : from.has_value();
        if (!name || !is_bounded) {
            return std::nullopt;
        }
        names_.add(*name_node, *name, *problems_, ErrorId::duplicate_grade);
        grade.name = *name;
        grade.min = from.value_or(Decimal{});
        return PlacedGrade{grade, &node, by_sum_ ? max : min};
    }

    void check_order(const PlacedGrade& placed, const domain::Grade& better) {
        const auto& grade = placed.grade;
        if (!by_sum_ && grade.min >= better.min) {
            problems_->error(*placed.bound, ErrorId::grades_not_falling, {grade.name, better.name});
        }
        if (grade.max && better.max && *grade.max <= *better.max) {
            problems_->error(*placed.bound, ErrorId::grades_not_rising, {grade.name, better.name});
        }
    }

    /// The last grade takes whatever the others leave.
    void check_last(const PlacedGrade& placed) {
        const auto& grade = placed.grade;
        if (!by_sum_ && !grade.min.is_zero()) {
            problems_->error(*placed.bound, ErrorId::grades_end_above_zero, {grade.name});
        }
        const auto refuse = [&](bool given, std::string_view key) {
            if (given) {
                problems_->error(*placed.node, ErrorId::grades_end_limited, {grade.name, key});
            }
        };
        refuse(by_sum_ && !grade.min.is_zero(), "min");
        refuse(grade.max.has_value(), "max");
        refuse(grade.worst_item.has_value(), "worst_item");
        refuse(grade.worst_section.has_value(), "worst_section");
    }

    std::string_view method_;
    bool by_sum_;
    Problems* problems_;
    Names names_ = {};
};

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
    scoring.pass_sum = map.thousandths("pass_sum", sum_range);
    if (scoring.pass_sum && scoring.method != domain::ScoringMethod::penalty) {
        problems.warning(map.key_node("pass_sum"),
                         ErrorId::key_without_effect,
                         {"pass_sum", domain::scoring_methods.word(scoring.method)});
    }
    if (const auto* grades = map.find("grades")) {
        scoring.grades = GradesReader{scoring.method, problems}.read(*grades);
    }
    map.finish();
    return scoring;
}

}  // namespace dudao::yaml
