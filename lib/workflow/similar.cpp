#include "workflow/similar.hpp"

#include "domain/recurrence.hpp"
#include "workflow/lookup.hpp"
#include "workflow/transact.hpp"

#include <algorithm>
#include <map>
#include <tuple>

namespace dudao::workflow {

namespace {

void count(const store::IssueRow& row, SimilarUnit& unit) {
    unit.code = row.issue.unit;
    unit.name = row.unit_name;
    ++unit.issues;
    unit.open += domain::is_open(row.state.status) ? 1 : 0;
    unit.last = std::max(unit.last, row.issue.raised_on);
}

bool is_out(domain::IssueStatus status) {
    return status == domain::IssueStatus::cancelled || status == domain::IssueStatus::duplicate;
}

}  // namespace

Similar similar_units(Session& session, std::string_view tail, int months) {
    return reading(session, [&] {
        Similar similar{.issue = find_issue(session, tail),
                        .from = domain::months_after(session.today(), -months)};
        if (similar.issue.item.empty()) {
            return similar;
        }
        const store::IssueFilter same{.open_only = false,
                                      .checklist = similar.issue.checklist_code,
                                      .item = similar.issue.item,
                                      .raised_from = similar.from};
        std::map<std::string, SimilarUnit> units;
        store::Issues{session.driver()}.each(same, 0, [&](const store::IssueRow& row) {
            if (row.issue.unit != similar.issue.issue.unit && !is_out(row.state.status)) {
                count(row, units[row.issue.unit]);
            }
            return true;
        });
        for (auto& [code, unit] : units) {
            similar.units.push_back(std::move(unit));
        }
        std::stable_sort(
            similar.units.begin(), similar.units.end(), [](const auto& one, const auto& other) {
                return std::tie(one.issues, one.last) > std::tie(other.issues, other.last);
            });
        return similar;
    });
}

}  // namespace dudao::workflow
