#include "workflow/ledger.hpp"

#include "store/events.hpp"
#include "workflow/transact.hpp"
#include "workflow/unit_regions.hpp"

#include <vector>

namespace dudao::workflow {

namespace {

LedgerRow row_of(const store::Events& events,
                 const UnitRegions& regions,
                 const store::IssueRow& row) {
    const auto history = events.of(row.issue.id);
    LedgerRow line{.row = &row,
                   .state = domain::fold(row.issue, store::events_of(history)).state,
                   .region = regions.path(row.unit)};
    for (const auto& each : history) {
        if (!each.applied) {
            continue;
        }
        if (each.event.verb == domain::Verb::accepted) {
            line.accepted_by = each.actor_name.empty() ? each.event.actor : each.actor_name;
        }
        if (!each.event.note.empty()) {
            line.last_note = each.event.note;
        }
    }
    if (line.state.status != domain::IssueStatus::accepted) {
        line.accepted_by.clear();
    }
    return line;
}

}  // namespace

Listed ledger(Session& session,
              const IssueListRequest& request,
              const std::function<void(const LedgerRow&)>& print) {
    return reading(session, [&] {
        const UnitRegions regions{session};
        const store::Events events{session.driver()};
        // A listing reads all of its rows before their events are asked for.
        std::vector<store::IssueRow> rows;
        const auto listed =
            each_issue(session, request, [&](const store::IssueRow& row) { rows.push_back(row); });
        for (const auto& row : rows) {
            print(row_of(events, regions, row));
        }
        return listed;
    });
}

}  // namespace dudao::workflow
