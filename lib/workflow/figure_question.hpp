#pragma once

#include "domain/plan.hpp"
#include "report/figure_id.hpp"
#include "report/period_report.hpp"
#include "workflow/figure_rows.hpp"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace dudao::workflow {

/// Which rows a figure is made from.
struct FigureQuestion {
    FigureBasis basis = FigureBasis::visits;
    domain::Period period{};  ///< that visits are of
    /// Code of the region that units count to; absent: any.
    std::optional<std::string> region = {};
    std::string unit = {};       ///< code of the only one; empty: any
    std::string checklist = {};  ///< code of the only one; empty: any
    std::string version = {};    ///< of the checklist; empty: any
    std::string item = {};       ///< id of the only one; empty: any
    std::function<bool(const store::InspectionRow&)> visit = {};
    std::function<bool(domain::VisitStanding)> planned = {};
    std::function<bool(bool is_visited)> open_shop = {};
    std::string move = {};  ///< of units whose grade went from one to another: "A>C"
    std::function<bool(domain::AnswerResult)> answer = {};

    /// Issues raised in the period, open ones, or those accepted in it.
    enum class Issues : std::uint8_t { raised = 1, open = 2, accepted = 3 };
    Issues issues = Issues::raised;
    std::function<bool(const store::IssueRow&)> issue = {};
};

/// Whether the score of a visit enters means.
bool is_scored(const store::InspectionRow& row);

/// Nothing for a figure that no rows are behind, such as a name. `report` is the one that has it.
std::optional<FigureQuestion> question_of(const report::PeriodReport& report,
                                          const std::vector<report::FigureStep>& figure);

}  // namespace dudao::workflow
