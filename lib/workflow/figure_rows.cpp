#include "workflow/figure_rows.hpp"

#include "base/error_id.hpp"
#include "base/nearest.hpp"
#include "report/flat_report.hpp"
#include "report/render.hpp"
#include "store/checklists.hpp"
#include "workflow/figure_question.hpp"
#include "workflow/period_scope.hpp"
#include "workflow/report_period.hpp"
#include "workflow/transact.hpp"

#include <algorithm>
#include <map>
#include <memory>
#include <set>

namespace dudao::workflow {

namespace {

/// A checklist with what its marks mean.
struct ListInUse {
    std::unique_ptr<domain::Checklist> checklist;
    std::unique_ptr<domain::ScoreSheet> sheet;
};

/// Finds the rows that a question asks for.
class Finder {
  public:
    Finder(Session& session, const PeriodReportRequest& request, const FigureQuestion& question)
        : session_(&session),
          question_(&question),
          units_(session, request),
          scope_(units_.organisation(), units_.below(), request.period, session.today()) {
        units_.each([&](const store::UnitScan& row,
                        std::int64_t parent,
                        domain::UnitStatus status) { scope_.add_unit(row, parent, status); });
    }

    void find(FigureRows& into) {
        into.basis = question_->basis;
        switch (question_->basis) {
            case FigureBasis::visits:
                each_visit([&](const store::InspectionRow& row) { into.visits.push_back(row); });
                break;
            case FigureBasis::planned:
                find_planned(into.planned);
                break;
            case FigureBasis::units:
                find_units(into.units);
                break;
            case FigureBasis::issues:
                find_issues(into.issues);
                break;
            case FigureBasis::answers:
                each_visit(
                    [&](const store::InspectionRow& row) { add_answers(row, into.answers); });
                break;
        }
    }

  private:
    /// Whether the figure counts what happens in a unit.
    bool counts(std::int64_t unit) const {
        const auto* fact = scope_.builder().find(unit);
        if (fact == nullptr || (!question_->unit.empty() && fact->code != question_->unit)) {
            return false;
        }
        if (!question_->region) {
            return true;
        }
        return fact->region != report::no_region &&
               scope_.regions()[fact->region].code == *question_->region;
    }

    void each_visit(const std::function<void(const store::InspectionRow&)>& visit) {
        each_visit(question_->period, visit);
    }

    void each_visit(const domain::Period& period,
                    const std::function<void(const store::InspectionRow&)>& visit) {
        const store::InspectionFilter filter{
            .checklist = question_->checklist, .from = period.first, .to = period.last};
        store::Inspections{session_->driver()}.each(
            filter, 0, [&](const store::InspectionRow& row) {
                const bool fits = counts(row.unit) &&
                                  (!question_->visit || question_->visit(row)) &&
                                  (question_->version.empty() || question_->version == row.version);
                if (fits) {
                    visit(row);
                }
                return true;
            });
    }

    void find_planned(std::vector<store::VisitRow>& planned) {
        const auto& period = question_->period;
        store::Plans{session_->driver()}.ending_between(
            period.first, period.last, [&](const store::VisitRow& row) {
                const auto how = domain::standing(
                    row.visit.to, row.state.cancelled, row.done_on, session_->today());
                if (counts(row.unit) && question_->planned(how)) {
                    planned.push_back(row);
                }
            });
    }

    void find_units(std::vector<CountedUnit>& units) {
        if (question_->move.empty()) {
            find_open_shops(units);
        } else {
            find_moved(units);
        }
        std::sort(units.begin(), units.end(), [](const auto& a, const auto& b) {
            return a.code < b.code;
        });
    }

    void add_unit(std::int64_t key, std::vector<CountedUnit>& units) {
        if (const auto row = store::Units{session_->driver()}.find(key)) {
            units.push_back({row->unit.code, row->unit.name});
        }
    }

    void find_open_shops(std::vector<CountedUnit>& units) {
        std::set<std::int64_t> visited;
        each_visit([&](const store::InspectionRow& row) { visited.insert(row.unit); });
        std::vector<std::int64_t> keys;
        units_.each([&](const store::UnitScan& row, std::int64_t, domain::UnitStatus) {
            const auto* fact = scope_.builder().find(row.key);
            const bool is_open = fact != nullptr && fact->is_open_shop && counts(row.key);
            if (is_open && question_->open_shop(visited.contains(row.key))) {
                keys.push_back(row.key);
            }
        });
        for (const auto key : keys) {
            add_unit(key, units);
        }
    }

    /// Units whose grade went from one to another.
    void find_moved(std::vector<CountedUnit>& units) {
        report::GradeMoves moves;
        const auto graded = [](const store::InspectionRow& row) {
            return report::GradeMoves::Graded{.unit = row.unit,
                                              .checklist = row.checklist_code,
                                              .day = row.day,
                                              .key = row.key,
                                              .grade = row.score.grade};
        };
        const auto has_grade = [](const store::InspectionRow& row) {
            return is_scored(row) && !row.score.grade.empty();
        };
        const auto& period = question_->period;
        each_visit(domain::periods_later(period, -1), [&](const auto& row) {
            if (has_grade(row)) {
                moves.add_before(graded(row));
            }
        });
        each_visit(period, [&](const auto& row) {
            if (has_grade(row)) {
                moves.add_now(graded(row));
            }
        });
        const auto sign = question_->move.find('>');
        for (const auto key :
             moves.units(question_->move.substr(0, sign), question_->move.substr(sign + 1))) {
            add_unit(key, units);
        }
    }

    void find_issues(std::vector<store::IssueRow>& issues) {
        const auto& period = question_->period;
        store::IssueFilter filter;
        if (question_->issues == FigureQuestion::Issues::raised) {
            filter.open_only = false;
            filter.raised_from = period.first;
            filter.raised_to = period.last;
        } else if (question_->issues == FigureQuestion::Issues::accepted) {
            filter.status = domain::IssueStatus::accepted;
        }
        const auto is_accepted_in = [&](const store::IssueRow& row) {
            return row.state.closed_on && domain::contains(period, *row.state.closed_on);
        };
        store::Issues{session_->driver()}.each(filter, 0, [&](const store::IssueRow& row) {
            const bool fits =
                counts(row.unit) && (!question_->issue || question_->issue(row)) &&
                (question_->issues != FigureQuestion::Issues::accepted || is_accepted_in(row));
            if (fits) {
                issues.push_back(row);
            }
            return true;
        });
    }

    const ListInUse& list(std::int64_t key) {
        auto& use = lists_[key];
        if (!use.checklist) {
            use.checklist = std::make_unique<domain::Checklist>(
                store::Checklists{session_->driver()}.load(key).checklist);
            use.sheet = std::make_unique<domain::ScoreSheet>(*use.checklist);
        }
        return use;
    }

    void add_answers(const store::InspectionRow& row, std::vector<AnswerRow>& answers) {
        const auto& sheet = *list(row.checklist).sheet;
        for (std::size_t at = 0; at < std::min(sheet.size(), row.results.size()); ++at) {
            const auto& item = *sheet.items()[at].item;
            if (!question_->item.empty() && item.id != question_->item) {
                continue;
            }
            for (const auto& [mark, outcome] : domain::known_marks(item)) {
                if (mark == row.results[at] && question_->answer(outcome.result)) {
                    answers.push_back({.visit = row, .item = item.id, .result = outcome.result});
                }
            }
        }
    }

    Session* session_;
    const FigureQuestion* question_;
    PeriodUnits units_;
    PeriodScope scope_;
    std::map<std::int64_t, ListInUse> lists_ = {};
};

report::FlatReport flat(const report::PeriodReport& report) {
    return *report::FlatReport::parse(report::render_json(report));
}

Error no_such_figure(const report::FlatReport& figures, std::string_view figure) {
    const std::vector<std::string_view> ids{figures.order().begin(), figures.order().end()};
    return {ErrorId::no_such_figure, {figure, nearest(figure, ids).value_or("scores.mean.now")}};
}

}  // namespace

std::vector<ReportFigure> report_figures(Session& session, const PeriodReportRequest& request) {
    const auto figures = flat(report_period(session, request, {}));
    std::vector<ReportFigure> list;
    for (const auto& figure : figures.order()) {
        list.push_back({figure, figures[figure]});
    }
    return list;
}

FigureRows figure_rows(Session& session,
                       const PeriodReportRequest& request,
                       std::string_view figure) {
    const auto report = report_period(session, request, {});
    const auto figures = flat(report);
    FigureRows rows{.figure = std::string{figure}, .value = figures[std::string{figure}]};
    if (rows.value.empty()) {
        throw Failure{no_such_figure(figures, figure)};
    }
    const auto steps = report::figure_steps(figure);
    const auto question = steps ? question_of(report, *steps) : std::nullopt;
    if (!question) {
        throw Failure{Error{ErrorId::figure_without_rows, {figure}}};
    }
    return reading(session, [&] {
        Finder{session, request, *question}.find(rows);
        return rows;
    });
}

}  // namespace dudao::workflow
