#pragma once

#include "domain/issue_column.hpp"
#include "workflow/issues.hpp"

#include <functional>
#include <vector>

namespace dudao::workflow {

/// By what issues are sorted.
struct IssueSortKey {
    domain::IssueColumn column = domain::IssueColumn::due;
    bool reversed = false;

    bool operator==(const IssueSortKey&) const = default;
};

/// As list_issues(), sorted by the first key, where that is the same by the next, and at last in
/// the order of a listing. The most urgent come first; what an issue does not have comes last,
/// either way. Texts are sorted by code point. Without keys it is list_issues(). Errors (thrown):
/// those of list_issues().
Listed list_sorted(Session& session,
                   const IssueListRequest& request,
                   const std::vector<IssueSortKey>& keys,
                   const std::function<void(const store::IssueRow&)>& print);

}  // namespace dudao::workflow
