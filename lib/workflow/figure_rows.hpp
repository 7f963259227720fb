#pragma once

#include "store/inspections.hpp"
#include "store/issues.hpp"
#include "store/plans.hpp"
#include "workflow/period_units.hpp"
#include "workflow/session.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace dudao::workflow {

/// What a figure is made from.
enum class FigureBasis : std::uint8_t {
    visits = 1,
    planned = 2,  ///< planned visits
    units = 3,
    issues = 4,
    answers = 5,
};

/// An answer to an item that was assessed.
struct AnswerRow {
    store::InspectionRow visit;
    std::string item;  ///< its id
    domain::AnswerResult result = domain::AnswerResult::pass;
};

/// A unit that a figure counts.
struct CountedUnit {
    std::string code;
    std::string name;
};

/// A figure of a report with the rows behind it: a count has as many as it says.
struct FigureRows {
    std::string figure;  ///< its id
    std::string value;   ///< as JSON
    FigureBasis basis = FigureBasis::visits;
    std::vector<store::InspectionRow> visits = {};  ///< the latest first
    std::vector<store::VisitRow> planned = {};      ///< by the end of their windows, unit and id
    std::vector<CountedUnit> units = {};            ///< by code
    std::vector<store::IssueRow> issues = {};       ///< the most urgent first
    std::vector<AnswerRow> answers = {};            ///< of the latest visit first
};

/// A figure's id with its value as JSON.
struct ReportFigure {
    std::string figure;
    std::string value;
};

/// The figures of a report, as they stand in its JSON. Errors (thrown): no_such_unit.
std::vector<ReportFigure> report_figures(Session& session, const PeriodReportRequest& request);

/// The rows behind one of them; `figure` is its id. Errors (thrown): no_such_unit; no_such_figure,
/// with the nearest that there is; figure_without_rows for what is no count, such as a name.
FigureRows figure_rows(Session& session,
                       const PeriodReportRequest& request,
                       std::string_view figure);

}  // namespace dudao::workflow
