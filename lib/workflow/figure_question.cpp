#include "workflow/figure_question.hpp"

#include "report/period_builder.hpp"
#include "report/rectification_count.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace dudao::workflow {

namespace {

using domain::AnswerResult;
using domain::VisitStanding;
using report::FigureStep;
using store::InspectionRow;
using store::IssueRow;
using Question = std::optional<FigureQuestion>;

/// Figures of visits by the names that reports have for them.
Question visits_question(const std::string& member, FigureQuestion base) {
    base.basis = FigureBasis::visits;
    if (member == "visits") {
        base.visit = [](const InspectionRow&) { return true; };
    } else if (member == "passed.part") {
        base.visit = [](const InspectionRow& row) {
            return is_scored(row) && row.score.verdict == domain::Verdict::passed;
        };
    } else if (member == "scored" || member == "pooled" || member == "mean" ||
               member == "mean.now" || member == "passed.whole" || member == "passed.percent") {
        base.visit = is_scored;
    } else {
        return std::nullopt;
    }
    return base;
}

Question grade_question(const std::string& grade, bool with_percentage, FigureQuestion base) {
    base.basis = FigureBasis::visits;
    base.visit = [grade, with_percentage](const InspectionRow& row) {
        const bool counts =
            with_percentage ? is_scored(row) : domain::enters_means(row.score.verdict);
        return counts && row.score.grade == grade;
    };
    return base;
}

/// Figures of planned visits.
Question planned_question(const std::string& member, FigureQuestion base) {
    static const std::map<std::string, std::vector<VisitStanding>> standings{
        {"done", {VisitStanding::done, VisitStanding::late}},
        {"part", {VisitStanding::done, VisitStanding::late}},
        {"late", {VisitStanding::late}},
        {"open", {VisitStanding::open}},
        {"missed", {VisitStanding::missed}},
        {"cancelled", {VisitStanding::cancelled}}};
    base.basis = FigureBasis::planned;
    const auto found = standings.find(member);
    if (found != standings.end()) {
        base.planned = [wanted = found->second](VisitStanding standing) {
            return std::find(wanted.begin(), wanted.end(), standing) != wanted.end();
        };
        return base;
    }
    if (member == "planned" || member == "completion" || member == "whole" || member == "percent") {
        base.planned = [](VisitStanding standing) { return standing != VisitStanding::cancelled; };
        return base;
    }
    return std::nullopt;
}

/// Figures of open shops; `member` is "part" for those that were visited.
Question units_question(const std::string& member, FigureQuestion base) {
    base.basis = FigureBasis::units;
    base.open_shop = [only_visited = member == "part"](bool is_visited) {
        return is_visited || !only_visited;
    };
    return base;
}

Question coverage_question(const std::string& member, FigureQuestion base) {
    constexpr std::string_view of_units = "units.";
    if (member == "unplanned") {
        base.visit = [](const InspectionRow& row) { return row.visit.key == 0; };
        return base;
    }
    if (member.starts_with(of_units)) {
        return units_question(member.substr(of_units.size()), std::move(base));
    }
    return planned_question(member, std::move(base));
}

Question issues_question(FigureQuestion::Issues which,
                         FigureQuestion base,
                         std::function<bool(const IssueRow&)> issue = {}) {
    base.basis = FigureBasis::issues;
    base.issues = which;
    base.issue = std::move(issue);
    return base;
}

Question overdue_question(Day today, FigureQuestion base) {
    return issues_question(FigureQuestion::Issues::open,
                           std::move(base),
                           [today](const IssueRow& row) { return row.state.due < today; });
}

Question issue_figure(const report::PeriodReport& report,
                      const std::vector<FigureStep>& figure,
                      FigureQuestion base) {
    using Issues = FigureQuestion::Issues;
    const auto& step = figure.at(1);
    if (step.name == "by_age" && !step.keys.empty()) {
        const auto age = static_cast<std::size_t>(
            std::find(report::age_names.begin(), report::age_names.end(), step.keys.front()) -
            report::age_names.begin());
        return issues_question(
            Issues::open, std::move(base), [age, today = report.today](const IssueRow& row) {
                return report::age_of(row.state.due, today) == age;
            });
    }
    if (!step.keys.empty()) {
        const auto& name = step.keys.front();
        return issues_question(
            Issues::raised, std::move(base), [by = step.name, name](const IssueRow& row) {
                return by == "by_status"    ? domain::issue_statuses.word(row.state.status) == name
                       : by == "by_urgency" ? domain::urgencies.word(row.issue.urgency) == name
                                            : row.state.record.category == name;
            });
    }
    if (step.name == "overdue") {
        return overdue_question(report.today, std::move(base));
    }
    return issues_question(step.name == "open" ? Issues::open : Issues::raised, std::move(base));
}

/// Whether a figure of rectification counts an issue that was to be put right.
bool counts(const std::string& member, const report::Rectified& how) {
    if (member == "closed.part" || member == "first_pass.whole" || member == "first_pass.percent") {
        return how.accepted;
    }
    if (member == "first_pass.part") {
        return how.at_once;
    }
    if (member == "on_time.part") {
        return how.in_time;
    }
    if (member == "on_time.whole" || member == "on_time.percent") {
        return how.due;
    }
    if (member == "median_days" || member == "p90_days") {
        return how.days.has_value();
    }
    return true;
}

Question rectification_figure(const report::PeriodReport& report,
                              const std::string& member,
                              FigureQuestion base) {
    using Issues = FigureQuestion::Issues;
    if (member == "closed_in_period" || member == "closed_in_month") {
        return issues_question(Issues::accepted, std::move(base));
    }
    return issues_question(
        Issues::raised, std::move(base), [member, today = report.today](const IssueRow& row) {
            const auto how = report::rectified(domain::course_of(row.issue, row.state), today);
            return how && counts(member, *how);
        });
}

Question scores_figure(const std::vector<FigureStep>& figure,
                       const std::string& member,
                       FigureQuestion base) {
    const auto& step = figure.at(1);
    if (step.name == "grades" && !step.keys.empty()) {
        return grade_question(step.keys.front(), true, std::move(base));
    }
    if (step.name == "moves" && !step.keys.empty() && member == "moves.units") {
        base.basis = FigureBasis::units;
        base.move = step.keys.front();
        return base;
    }
    if (step.name == "verdicts" && !step.keys.empty()) {
        base.visit = [word = step.keys.front()](const InspectionRow& row) {
            return domain::verdicts.word(row.score.verdict) == word;
        };
        return base;
    }
    if (member == "mean.period_before" || member == "mean.month_before") {
        base.period = domain::periods_later(base.period, -1);
        return visits_question("mean", std::move(base));
    }
    if (member == "mean.year_before" || member == "visits_year_before") {
        base.period = domain::year_before(base.period);
        return visits_question(member == "visits_year_before" ? "visits" : "mean", std::move(base));
    }
    return visits_question(member, std::move(base));
}

Question trend_figure(const report::PeriodReport& report,
                      const std::vector<FigureStep>& figure,
                      const std::string& member,
                      FigureQuestion base) {
    for (const auto& point : report.trend) {
        if (domain::to_text(point.period) == figure.front().keys.front()) {
            base.period = point.period;
        }
    }
    const auto& step = figure.at(1);
    return step.keys.empty() ? visits_question(member, std::move(base))
                             : grade_question(step.keys.front(), false, std::move(base));
}

Question region_figure(const report::PeriodReport& report,
                       const std::string& member,
                       FigureQuestion base) {
    constexpr std::string_view of_coverage = "coverage.";
    if (member == "units") {
        return units_question("whole", std::move(base));
    }
    if (member == "issues") {
        return issues_question(FigureQuestion::Issues::raised, std::move(base));
    }
    if (member == "overdue") {
        return overdue_question(report.today, std::move(base));
    }
    if (member.starts_with(of_coverage)) {
        return planned_question(member.substr(of_coverage.size()), std::move(base));
    }
    return visits_question(member, std::move(base));
}

Question unit_figure(const std::string& member, FigureQuestion base) {
    if (member == "open_issues") {
        return issues_question(FigureQuestion::Issues::open, std::move(base));
    }
    return visits_question(member == "grade" ? "visits" : member, std::move(base));
}

Question answers_question(const std::string& member, FigureQuestion base) {
    base.basis = FigureBasis::answers;
    if (member == "assessed") {
        base.answer = [](AnswerResult result) {
            return result == AnswerResult::pass || result == AnswerResult::partial ||
                   result == AnswerResult::fail;
        };
    } else if (member == "partial") {
        base.answer = [](AnswerResult result) { return result == AnswerResult::partial; };
    } else if (member == "failed" || member == "share" || member == "cumulative") {
        base.answer = [](AnswerResult result) { return result == AnswerResult::fail; };
    } else {
        return std::nullopt;
    }
    return base;
}

/// A line of failed_items: its key is the checklist's code, a slash, the item's id.
Question item_figure(const std::string& key, const std::string& member, FigureQuestion base) {
    const auto slash = key.rfind('/');
    if (slash == std::string::npos) {
        return std::nullopt;
    }
    base.checklist = key.substr(0, slash);
    base.item = key.substr(slash + 1);
    return answers_question(member, std::move(base));
}

/// A cell of a matrix is made from the visits of its region with its checklist.
Question matrix_figure(const std::vector<std::string>& keys, FigureQuestion base) {
    const auto at = keys.front().rfind('@');
    if (keys.size() < 2 || at == std::string::npos) {
        return std::nullopt;
    }
    base.checklist = keys.front().substr(0, at);
    base.version = keys.front().substr(at + 1);
    base.region = keys[1];
    return visits_question("visits", std::move(base));
}

/// A figure of a line in one of the report's lists.
Question line_figure(const report::PeriodReport& report,
                     const std::vector<FigureStep>& figure,
                     FigureQuestion base) {
    const auto& [list, keys] = figure.front();
    if (list == "matrices") {
        return matrix_figure(keys, std::move(base));
    }
    if (figure.size() < 2) {
        return std::nullopt;
    }
    const auto member = report::member_of(figure);
    if (list == "trend") {
        return trend_figure(report, figure, member, std::move(base));
    }
    if (list == "regions") {
        base.region = keys.front();
        return region_figure(report, member, std::move(base));
    }
    if (list == "best" || list == "worst") {
        base.unit = keys.front();
        return unit_figure(member, std::move(base));
    }
    if (list == "failed_items") {
        return item_figure(keys.front(), member, std::move(base));
    }
    if (list == "overdue") {
        return issues_question(
            FigureQuestion::Issues::open,
            std::move(base),
            [id = keys.front()](const IssueRow& row) { return to_text(row.issue.id) == id; });
    }
    return std::nullopt;
}

}  // namespace

bool is_scored(const InspectionRow& row) {
    return domain::enters_means(row.score.verdict) && row.score.percentage;
}

Question question_of(const report::PeriodReport& report, const std::vector<FigureStep>& figure) {
    FigureQuestion base{.period = report.period};
    const auto& first = figure.front();
    if (!first.keys.empty()) {
        return line_figure(report, figure, std::move(base));
    }
    if (first.name == "all_failures") {
        return answers_question("failed", std::move(base));
    }
    if (figure.size() < 2) {
        return std::nullopt;
    }
    const auto member = report::member_of(figure);
    if (first.name == "coverage") {
        return coverage_question(member, std::move(base));
    }
    if (first.name == "scores") {
        return scores_figure(figure, member, std::move(base));
    }
    if (first.name == "issues") {
        return issue_figure(report, figure, std::move(base));
    }
    if (first.name == "rectification") {
        return rectification_figure(report, member, std::move(base));
    }
    return std::nullopt;
}

}  // namespace dudao::workflow
