#pragma once

#include "domain/cause_tree.hpp"
#include "store/issues.hpp"
#include "workflow/session.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace dudao::workflow {

/// Bytes that the text of an issue may have: a cell of a workbook holds it in any script.
inline constexpr std::size_t most_issue_text = 32'000;

/// An issue that somebody raises, other than by failing an item.
struct IssueToRaise {
    std::string unit = {};  ///< code
    std::string text = {};  ///< what is wrong; may have several lines
    domain::IssueSource source = domain::IssueSource::manual;
    std::string ref = {};  ///< the order, ticket or paper that it is about
    std::string category{domain::common_categories.front()};
    domain::Urgency urgency = domain::Urgency::medium;
    std::string department = {};   ///< code of the responsible one; empty: the unit itself
    std::optional<int> days = {};  ///< to rectify; absent: what the policy says for the urgency
    bool working_days = false;     ///< else calendar days
    std::optional<Day> by = {};    ///< the last day, in place of days
    std::string owner = {};        ///< code of the person who is to mend it; may be empty
    std::vector<std::string> evidence = {};  ///< digests of files that are kept already
    /// What else is known of it: but for category, urgency and department. A moment is in UTC.
    domain::IssueChanges record = {};
    std::optional<Moment> received = {};  ///< in the unit's zone; absent: now
    domain::CauseTree causes = {};
};

/// Raises an issue that binds at once, and makes its owner responsible. Who names an owner must be
/// allowed to assign. Errors (thrown): role_missing, not_your_unit, no_such_unit, no_such_person,
/// unknown_word for a category that no issue and no checklist has, text_missing, bad_text,
/// file_too_large, calendar_unknown; usage_bad_value for a source that is an item, days beyond 0
/// to 366, and a day that is past; those of check_changes(), no_service_clock, service_moment.
store::IssueRow raise_issue(Session& session, const IssueToRaise& request);

}  // namespace dudao::workflow
