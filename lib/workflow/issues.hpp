#pragma once

#include "domain/playbook.hpp"
#include "domain/recurrence.hpp"
#include "domain/service_clock.hpp"
#include "store/events.hpp"
#include "store/issues.hpp"
#include "store/tasks.hpp"
#include "workflow/listed.hpp"
#include "workflow/session.hpp"

#include <functional>
#include <optional>
#include <string_view>
#include <vector>

namespace dudao::workflow {

struct IssueListRequest {
    store::IssueFilter filter = {};
    bool overdue = false;  ///< only those overdue today
    std::optional<std::size_t> limit = {};
    std::vector<std::string> words = {};  ///< only those that hold all of them; none: any
    bool extension_asked = false;         ///< only those where that is to be decided on
    /// Only those that recur as this policy has it.
    std::optional<domain::RecurrencePolicy> recurring = {};
    /// Only complaints and incidents for which this is owed and late by these limits.
    std::optional<domain::ServiceStep> late = {};
    domain::ServicePolicy service = {};
};

/// The most urgent first. Errors (thrown): no_such_unit; usage_bad_value for words that are blank
/// or no text.
Listed list_issues(Session& session,
                   const IssueListRequest& request,
                   const std::function<void(const store::IssueRow&)>& print);

/// As list_issues(), within a transaction that is there.
Listed each_issue(Session& session,
                  const IssueListRequest& request,
                  const std::function<void(const store::IssueRow&)>& print);

/// An issue with its whole history.
struct IssueDetail {
    store::IssueRow row;
    domain::IssueState state;  ///< folded from the events
    std::vector<store::EventRow> events;
    std::vector<domain::Verb> allowed;       ///< next
    std::string remark = {};                 ///< what the inspector noted at the item
    std::vector<std::string> evidence = {};  ///< digests of what proves that it is there
    std::string guidance = {};               ///< of the item
    std::string suggested_measure = {};
    std::vector<store::IssueRow> before =
        {};                                  ///< of the same item in the same unit, the last first
    bool recurs = false;                     ///< as the policy has it
    std::vector<store::TaskRow> tasks = {};  ///< the first due first
    std::string playbook = {};               ///< code of the one that fits, while it is not closed
    std::string playbook_title = {};
    std::vector<domain::ServiceDue> clock = {};  ///< of a complaint or an incident
};

/// The rules by which an issue is shown.
struct IssueRules {
    domain::RecurrencePolicy recurrence = {};
    std::vector<domain::Playbook> playbooks = {};
    domain::ServicePolicy service = {};
};

/// `language` is for texts of the checklist. Errors (thrown): bad_id, no_such_issue, id_ambiguous.
IssueDetail show_issue(Session& session,
                       std::string_view tail,
                       std::string_view language,
                       const IssueRules& rules = {});

}  // namespace dudao::workflow
