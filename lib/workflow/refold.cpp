#include "workflow/refold.hpp"

#include "store/inspections.hpp"
#include "store/kept.hpp"
#include "store/plans.hpp"
#include "store/recurrences.hpp"
#include "store/reports.hpp"
#include "store/terms.hpp"
#include "workflow/recurrence.hpp"

#include <algorithm>

namespace dudao::workflow {

namespace {

/// Folds one store's facts.
class Refolding {
  public:
    Refolding(Session& session, bool mend, const std::function<void(const StaleRow&)>& found)
        : driver_(&session.driver()), kept_(session.driver()), mend_(mend), found_(&found) {}

    void run() {
        fold_inspections();
        fold_visits();
        fold_issues();
        link_issues();
        fold_tasks();
        check_terms();
        fold_plans();
        fold_reports();
    }

  private:
    /// Tells of a row; true when it is to be mended.
    bool stale(std::string_view table, const Ulid& id) {
        (*found_)({table, id});
        return mend_;
    }

    /// Which events apply, against what is kept of them.
    void check_events(const std::vector<store::EventRow>& events,
                      const std::vector<Ulid>& conflicts) {
        for (const auto& row : events) {
            const bool applies =
                std::find(conflicts.begin(), conflicts.end(), row.event.id) == conflicts.end();
            if (applies != row.applied && stale("event", row.event.id)) {
                mended_events_.emplace_back(row.event.id, applies);
            }
        }
    }

    /// Writes what check_events() found, once no statement reads them any more.
    void mend_events() {
        for (const auto& [id, applied] : mended_events_) {
            kept_.set_applied(id, applied);
        }
        mended_events_.clear();
    }

    /// True for the first fact with an id: the one that counts.
    bool first_of(const Ulid& id) {
        const bool first = !last_ || *last_ != id;
        last_ = id;
        return first;
    }

    void fold_inspections() {
        std::vector<store::KeptInspection> mended;
        const domain::Corrections corrections{store::Inspections{*driver_}.corrections()};
        last_.reset();
        {
            store::EventCursor events{*driver_, domain::SubjectKind::inspection};
            kept_.each_inspection([&](const store::KeptInspection& row) {
                const bool first = first_of(row.id);
                auto now = row;
                now.state = {};
                now.counts = first && corrections.in_force(row.id) == row.id;
                if (first) {
                    fold_visit_events(events.of(row.id), now);
                }
                const bool same = now.counts == row.counts && now.state == row.state;
                if (!same && stale("inspection", row.id)) {
                    mended.push_back(now);
                }
            });
        }
        std::for_each(mended.begin(), mended.end(), [&](const auto& row) { kept_.set(row); });
        mend_events();
    }

    void fold_visit_events(const std::vector<store::EventRow>& events, store::KeptInspection& now) {
        domain::InspectionState state;
        std::vector<Ulid> conflicts;
        for (const auto& row : events) {
            auto next = domain::after(state, row.event);
            if (next) {
                state = *std::move(next);
            } else {
                conflicts.push_back(row.event.id);
            }
        }
        check_events(events, conflicts);
        now.counts = now.counts && !state.voided;
        now.state = state;
    }

    void fold_visits() {
        const auto fulfilments = kept_.fulfilments();
        std::vector<store::KeptVisit> mended;
        last_.reset();
        {
            store::EventCursor events{*driver_, domain::SubjectKind::visit};
            kept_.each_visit([&](const store::KeptVisit& row) {
                auto now = row;
                now.counts = first_of(row.id);
                const auto steps = now.counts ? events.of(row.id) : std::vector<store::EventRow>{};
                const auto folded = domain::fold_visit(row.planned, store::events_of(steps));
                check_events(steps, folded.conflicts);
                now.state = folded.state;
                const auto found = fulfilments.find(row.id);
                now.inspection = now.counts && found != fulfilments.end() ? found->second : 0;
                const bool same = now.counts == row.counts && now.state == row.state &&
                                  now.inspection == row.inspection;
                if (!same && stale("visit", row.id)) {
                    mended.push_back(now);
                }
            });
        }
        std::for_each(mended.begin(), mended.end(), [&](const auto& row) { kept_.set(row); });
        mend_events();
    }

    void fold_issues() {
        std::vector<store::KeptIssue> mended;
        last_.reset();
        {
            store::EventCursor events{*driver_, domain::SubjectKind::issue};
            kept_.each_issue([&](const store::KeptIssue& row) {
                auto now = row;
                now.counts = first_of(row.issue.id);
                const auto steps =
                    now.counts ? events.of(row.issue.id) : std::vector<store::EventRow>{};
                const auto folded = domain::fold(row.issue, store::events_of(steps));
                check_events(steps, folded.conflicts);
                now.state = store::kept_part(folded.state);
                const bool same = now.counts == row.counts && now.state == row.state;
                if (!same && stale("issue", row.issue.id)) {
                    mended.push_back(now);
                }
            });
        }
        std::for_each(mended.begin(), mended.end(), [&](const auto& row) { kept_.set(row); });
        mend_events();
    }

    /// Which issue comes before which, of the same item in the same unit.
    void link_issues() {
        const store::Recurrences recurrences{*driver_};
        std::vector<std::pair<std::int64_t, std::int64_t>> mended;
        RecurrenceChain chain;
        recurrences.each_in_order([&](const store::ItemIssue& issue, bool is_same) {
            chain = is_same ? chain : RecurrenceChain{};
            const auto before =
                issue.checklist == 0 ? 0 : chain.next(issue.key, issue.raised_at, issue.raised_on);
            if (before != issue.recurs && stale("issue", issue.id)) {
                mended.emplace_back(issue.key, before);
            }
        });
        for (const auto& [issue, before] : mended) {
            recurrences.keep(issue, before);
        }
    }

    void fold_tasks() {
        std::vector<store::KeptTask> mended;
        last_.reset();
        {
            store::EventCursor events{*driver_, domain::SubjectKind::task};
            kept_.each_task([&](const store::KeptTask& row) {
                auto now = row;
                now.counts = first_of(row.id);
                const auto steps = now.counts ? events.of(row.id) : std::vector<store::EventRow>{};
                const auto folded = domain::fold_task(store::events_of(steps));
                check_events(steps, folded.conflicts);
                now.state = {.status = folded.state.status, .closed_on = folded.state.closed_on};
                const bool same = now.counts == row.counts && now.state == row.state;
                if (!same && stale("task", row.id)) {
                    mended.push_back(now);
                }
            });
        }
        std::for_each(mended.begin(), mended.end(), [&](const auto& row) { kept_.set(row); });
        mend_events();
    }

    void check_terms() {
        const store::Terms terms{*driver_};
        std::vector<store::StaleTerms> mended;
        terms.each_stale([&](const store::StaleTerms& issue) {
            if (stale("term", issue.id.value_or(Ulid{}))) {
                mended.push_back(issue);
            }
        });
        std::for_each(mended.begin(), mended.end(), [&](const auto& each) { terms.renew(each); });
    }

    void fold_plans() {
        const store::Plans plans{*driver_};
        const store::Events events{*driver_};
        for (const auto& row : plans.all()) {
            const auto steps = events.of(row.plan.id);
            const auto folded = domain::fold(row.plan, store::events_of(steps));
            check_events(steps, folded.conflicts);
            if (folded.state.status != row.status && stale("plan", row.plan.id)) {
                plans.keep(row.plan.id, folded.state.status);
            }
        }
        mend_events();
    }

    void fold_reports() {
        const store::Reports reports{*driver_};
        const store::Events events{*driver_};
        for (const auto& row : reports.all()) {
            const auto steps = events.of(row.report.id);
            const auto folded = domain::fold(row.report, store::events_of(steps));
            check_events(steps, folded.conflicts);
            if (folded.state.status != row.status && stale("report", row.report.id)) {
                reports.keep(row.report.id, folded.state.status);
            }
        }
        mend_events();
    }

    store::Driver* driver_;
    store::Kept kept_;
    bool mend_;
    const std::function<void(const StaleRow&)>* found_;
    std::optional<Ulid> last_;
    std::vector<std::pair<Ulid, bool>> mended_events_;
};

}  // namespace

void refold(Session& session, bool mend, const std::function<void(const StaleRow&)>& found) {
    Refolding{session, mend, found}.run();
}

}  // namespace dudao::workflow
