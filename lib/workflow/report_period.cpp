#include "workflow/report_period.hpp"

#include "exchange/details.hpp"
#include "store/checklists.hpp"
#include "store/events.hpp"
#include "store/inspections.hpp"
#include "store/issues.hpp"
#include "store/plans.hpp"
#include "store/units.hpp"
#include "workflow/period_scope.hpp"
#include "workflow/score_history.hpp"
#include "workflow/transact.hpp"

#include <algorithm>
#include <map>
#include <memory>
#include <string>
#include <unordered_map>

namespace dudao::workflow {

namespace {

/// A checklist that visits of the period were made with.
struct InUse {
    std::unique_ptr<domain::Checklist> checklist;
    std::unique_ptr<domain::ScoreSheet> sheet;
    bool needs_details = false;
};

struct NamedUnit {
    std::string name;
    std::string region;  ///< path
};

}  // namespace

/// Gathers the facts of one period, for all its reports at once.
class PeriodReports::Gathering {
  public:
    Gathering(Session& session, const PeriodReportRequest& request)
        : session_(&session),
          request_(request),
          driver_(&session.driver()),
          placed_(session, request),
          organisation_(placed_.organisation()),
          today_(session.today()) {
        scopes_.emplace_back(organisation_, placed_.below(), request.period, today_);
        add_regions();
        add_units();
        add_visits();
        add_grades_before();
        add_planned();
        add_trend();
        add_issues();
        add_overdue();
        keep_names();
        if (request.visits) {
            keep_visits();
        }
    }

    const std::vector<std::string>& regions() const noexcept { return regions_; }

    /// `scope` is 0 for all, else a region's index + 1.
    report::PeriodReport report(std::size_t scope, std::string_view language) const {
        const auto& of = scopes_[scope];
        std::vector<report::PeriodBuilder::Ranked> best;
        std::vector<report::PeriodBuilder::Ranked> worst;
        auto report = of.builder().finish(language, best, worst);
        report.made_at = session_->now();
        report.timezone = session_->zone().name();
        report.chain = request_.chain;
        report.scope = of.below() == 0 ? "" : organisation_.path(of.below());
        report.units = request_.units;
        report.units.below.clear();  // the scope says it
        report.organised_on = placed_.organised_on();
        name(best, report.best);
        name(worst, report.worst);
        for (const auto& row : of.overdue) {
            report.overdue.push_back(overdue_line(row, language));
        }
        return report;
    }

    /// `scope` as above.
    void each_visit(std::size_t scope,
                    const std::function<void(const store::InspectionRow&)>& visit) const {
        for (const auto& row : visits_) {
            if (scope == 0 || scope_of(row.unit) == scope) {
                visit(row);
            }
        }
    }

  private:
    /// The region's report that a unit is in, beside that of all; 0 for none.
    std::size_t scope_of(std::int64_t unit) const {
        const auto found = scope_of_.find(unit);
        return found == scope_of_.end() ? 0 : found->second;
    }

    /// Calls `add` with the builder of each report that a unit is in.
    template <class Add>
    void give(std::int64_t unit, const Add& add) {
        add(scopes_.front().builder());
        if (const auto scope = scope_of(unit); scope != 0) {
            add(scopes_[scope].builder());
        }
    }

    void add_regions() {
        if (!request_.each_region) {
            return;
        }
        const auto keys = scopes_.front().region_keys();
        for (const auto& region : scopes_.front().regions()) {
            regions_.push_back(region.code);
        }
        for (const auto key : keys) {
            scopes_.emplace_back(organisation_, key, request_.period, today_);
        }
    }

    void add_units() {
        placed_.each(
            [&](const store::UnitScan& row, std::int64_t parent, domain::UnitStatus status) {
                auto& whole = scopes_.front();
                whole.add_unit(row, parent, status);
                const auto region = regions_.empty() || !whole.builder().has_unit(row.key)
                                        ? std::nullopt
                                        : whole.region_of(row.key, parent);
                if (region) {
                    scope_of_.emplace(row.key, *region + 1);
                    scopes_[*region + 1].add_unit(row, parent, status);
                }
            });
    }

    const InUse& in_use(std::int64_t key) {
        auto& use = checklists_[key];
        if (!use.checklist) {
            use.checklist = std::make_unique<domain::Checklist>(
                store::Checklists{*driver_}.load(key).checklist);
            use.sheet = std::make_unique<domain::ScoreSheet>(*use.checklist);
            const auto& items = use.sheet->items();
            use.needs_details = std::any_of(items.begin(), items.end(), [](const auto& placed) {
                return domain::needs_value(*placed.item);
            });
            for (auto& scope : scopes_) {
                scope.builder().add_checklist(key, *use.sheet);
            }
        }
        return use;
    }

    void add_visits() {
        const InUse* use = nullptr;
        std::int64_t last = 0;
        store::Inspections{*driver_}.scan(
            request_.period.first, request_.period.last, [&](const store::InspectionScan& row) {
                if (use == nullptr || row.checklist != last) {
                    use = &in_use(row.checklist);
                    last = row.checklist;
                }
                report::VisitFact fact{.key = row.key,
                                       .unit = row.unit,
                                       .checklist = row.checklist,
                                       .day = row.day,
                                       .verdict = row.verdict,
                                       .score = row.score,
                                       .max_score = row.max_score,
                                       .percentage = row.percentage,
                                       .grade = row.grade,
                                       .results = row.results,
                                       .planned = row.visit != 0};
                domain::Answers answers;
                if (use->needs_details) {
                    answers.results = row.results;
                    answers.details = exchange::parse_details(use->sheet->items(), row.details)
                                          .or_throw(Errc::integrity);
                    fact.answers = &answers;
                }
                give(row.unit, [&](auto& builder) { builder.add_visit(fact); });
            });
    }

    /// The grades of the period before.
    void add_grades_before() {
        const auto before = domain::periods_later(request_.period, -1);
        std::map<std::int64_t, std::string> codes;
        for (const auto& head : store::Checklists{*driver_}.heads()) {
            codes.emplace(head.key, head.code);
        }
        store::Inspections{*driver_}.scan(
            before.first, before.last, [&](const store::InspectionScan& row) {
                if (!row.grade.empty() && row.percentage && domain::enters_means(row.verdict)) {
                    const report::GradeMoves::Graded visit{.unit = row.unit,
                                                           .checklist = codes.at(row.checklist),
                                                           .day = row.day,
                                                           .key = row.key,
                                                           .grade = row.grade};
                    give(row.unit, [&](auto& builder) { builder.add_grade_before(visit); });
                }
            });
    }

    void add_planned() {
        store::Plans{*driver_}.scan_visits(
            request_.period.first, request_.period.last, [&](const store::VisitScan& row) {
                const auto how = domain::standing(row.to, row.cancelled, row.done_on, today_);
                give(row.unit, [&](auto& builder) { builder.add_planned(row.unit, how); });
            });
    }

    void add_trend() {
        ScoreHistory history{*driver_, request_.period};
        auto& whole = scopes_.front();
        if (whole.below() == 0 && !placed_.is_narrowed()) {
            history.give(whole.builder(), history.groups());
        } else {
            const auto part_of = [&](std::int64_t unit) {
                return whole.builder().has_unit(unit) ? std::optional{0UL} : std::nullopt;
            };
            history.give(whole.builder(), history.groups(1, part_of).front());
        }
        if (!regions_.empty()) {
            const auto part_of = [&](std::int64_t unit) { return scope_of(unit); };
            const auto groups = history.groups(scopes_.size(), part_of);
            for (std::size_t scope = 1; scope < scopes_.size(); ++scope) {
                history.give(scopes_[scope].builder(), groups[scope]);
            }
        }
    }

    void add_issues() {
        const store::Issues issues{*driver_};
        const auto categories = issues.categories();
        const auto fact = [&](const store::IssueScan& row) {
            return report::IssueFact{.unit = row.unit,
                                     .category = categories.at(row.category),
                                     .urgency = row.urgency,
                                     .course = row.course};
        };
        issues.scan(request_.period.first, request_.period.last, [&](const auto& row) {
            give(row.unit, [&](auto& builder) { builder.add_raised(fact(row)); });
        });
        issues.scan_open([&](const auto& row) {
            give(row.unit, [&](auto& builder) { builder.add_open(fact(row)); });
        });
        store::Events{*driver_}.on_days(domain::Verb::accepted,
                                        request_.period.first,
                                        request_.period.last,
                                        [&](std::int64_t unit) {
                                            give(unit,
                                                 [&](auto& builder) { builder.add_closed(unit); });
                                        });
    }

    /// What reports call the units and people that they name, as of the same moment as the facts.
    void keep_names() {
        for (const auto& scope : scopes_) {
            std::vector<report::PeriodBuilder::Ranked> best;
            std::vector<report::PeriodBuilder::Ranked> worst;
            scope.builder().finish({}, best, worst);
            for (const auto* ranked : {&best, &worst}) {
                for (const auto& each : *ranked) {
                    keep_unit(each.key);
                }
            }
            for (const auto& row : scope.overdue) {
                if (const auto owner = store::People{*driver_}.find(row.state.owner)) {
                    owners_.emplace(row.state.owner, owner->person.name);
                }
            }
        }
    }

    void keep_unit(std::int64_t key) {
        if (units_.contains(key)) {
            return;
        }
        if (const auto row = store::Units{*driver_}.find(key)) {
            units_.emplace(key, NamedUnit{row->unit.name, organisation_.path(row->parent)});
        }
    }

    void name(const std::vector<report::PeriodBuilder::Ranked>& ranked,
              std::vector<report::UnitLine>& into) const {
        for (const auto& each : ranked) {
            auto line = each.line;
            if (const auto found = units_.find(each.key); found != units_.end()) {
                line.name = found->second.name;
                line.region = found->second.region;
            }
            into.push_back(std::move(line));
        }
    }

    /// The overdue issues that have been so for longest, of each report as many as it lists.
    void add_overdue() {
        std::size_t wanting = scopes_.size();
        const auto keep = [&](PeriodScope& scope, const store::IssueRow& row) {
            if (scope.overdue.size() < request_.overdue && scope.builder().has_unit(row.unit)) {
                scope.overdue.push_back(row);
                wanting -= scope.overdue.size() == request_.overdue ? 1U : 0U;
            }
        };
        if (request_.overdue == 0) {
            return;
        }
        store::Issues{*driver_}.each({.due_before = today_}, 0, [&](const store::IssueRow& row) {
            keep(scopes_.front(), row);
            if (const auto scope = scope_of(row.unit); scope != 0) {
                keep(scopes_[scope], row);
            }
            return wanting > 0;
        });
    }

    report::OverdueLine overdue_line(const store::IssueRow& row, std::string_view language) const {
        const auto owner = owners_.find(row.state.owner);
        const auto due = row.state.due.value_or(Day{});
        return {.id = row.issue.id,
                .unit = row.issue.unit,
                .unit_name = row.unit_name,
                .text = text_of(row, language),
                .category = row.state.record.category,
                .urgency = row.state.urgency,
                .status = row.state.status,
                .owner = owner == owners_.end() ? std::string{} : owner->second,
                .due = due,
                .days = (today_ - due).count()};
    }

    void keep_visits() {
        const store::InspectionFilter filter{.from = request_.period.first,
                                             .to = request_.period.last};
        store::Inspections{*driver_}.each(filter, 0, [&](const store::InspectionRow& row) {
            if (scopes_.front().builder().has_unit(row.unit)) {
                visits_.push_back(row);
                visits_.back().results.clear();
                visits_.back().details.clear();
            }
            return true;
        });
    }

    /// What is wrong, in the report's language where the checklist has it.
    std::string text_of(const store::IssueRow& row, std::string_view language) const {
        if (!row.issue.text.empty()) {
            return row.issue.text;
        }
        const auto use = checklists_.find(row.checklist);
        if (use == checklists_.end()) {
            return row.item_text;
        }
        const auto& item = *use->second.sheet->items().at(row.issue.position).item;
        return std::string{item.text.in(language)};
    }

    Session* session_;
    PeriodReportRequest request_;
    store::Driver* driver_;
    PeriodUnits placed_;
    const domain::Organisation& organisation_;
    Day today_;
    std::vector<PeriodScope> scopes_ = {};                         ///< that of all first
    std::vector<std::string> regions_ = {};                        ///< codes, of the others
    std::unordered_map<std::int64_t, std::size_t> scope_of_ = {};  ///< by unit: of the others
    std::map<std::int64_t, InUse> checklists_ = {};
    std::unordered_map<std::int64_t, NamedUnit> units_ = {};  ///< that reports name
    std::map<std::string, std::string> owners_ = {};          ///< names by code
    std::vector<store::InspectionRow> visits_ = {};
};

PeriodReports::PeriodReports(Session& session, const PeriodReportRequest& request)
    : gathering_(reading(session, [&] { return std::make_unique<Gathering>(session, request); })) {}

PeriodReports::~PeriodReports() = default;

const std::vector<std::string>& PeriodReports::regions() const noexcept {
    return gathering_->regions();
}

report::PeriodReport PeriodReports::whole(std::string_view language) const {
    return gathering_->report(0, language);
}

report::PeriodReport PeriodReports::region(std::size_t at, std::string_view language) const {
    return gathering_->report(at + 1, language);
}

void PeriodReports::each_visit(
    const std::function<void(const store::InspectionRow&)>& visit) const {
    gathering_->each_visit(0, visit);
}

void PeriodReports::each_visit(
    std::size_t region, const std::function<void(const store::InspectionRow&)>& visit) const {
    gathering_->each_visit(region + 1, visit);
}

report::PeriodReport report_period(Session& session,
                                   const PeriodReportRequest& request,
                                   std::string_view language) {
    return PeriodReports{session, request}.whole(language);
}

}  // namespace dudao::workflow
