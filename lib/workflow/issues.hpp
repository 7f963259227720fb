#pragma once

#include "store/events.hpp"
#include "store/issues.hpp"
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
};

/// `language` is for texts of the checklist. Errors (thrown): bad_id, no_such_issue, id_ambiguous.
IssueDetail show_issue(Session& session, std::string_view tail, std::string_view language);

}  // namespace dudao::workflow
