#pragma once

#include "domain/issue_dimension.hpp"
#include "report/period_report.hpp"
#include "workflow/issues.hpp"
#include "workflow/session.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace dudao::workflow {

/// Issues that are alike in what they are grouped by.
struct IssueGroup {
    std::vector<std::string>
        names;                ///< by dimension: codes, words, 2026-11; "" where there is none
    std::int64_t raised = 0;  ///< all of the group
    std::int64_t open = 0;
    std::int64_t overdue = 0;   ///< of the open, today
    std::int64_t extended = 0;  ///< with a later deadline than at first, which the figures go by
    report::Rectification rectification = {};
    /// Of complaints and incidents that were answered, or solved: how many, and after how many
    /// minutes on average.
    std::int64_t responded = 0;
    std::optional<std::int64_t> response_minutes = {};
    std::int64_t solved = 0;
    std::optional<std::int64_t> solution_minutes = {};
};

/// The issues of a listing by up to three dimensions, the largest group first. `request.limit` is
/// not looked at; `recurrence` tells which recur. Errors (thrown): no_such_unit.
std::vector<IssueGroup> issue_stats(Session& session,
                                    const IssueListRequest& request,
                                    const std::vector<domain::IssueDimension>& by,
                                    const domain::RecurrencePolicy& recurrence = {});

}  // namespace dudao::workflow
