#pragma once

#include "domain/issue.hpp"
#include "store/issues.hpp"
#include "workflow/issues.hpp"
#include "workflow/session.hpp"

#include <functional>
#include <string>

namespace dudao::workflow {

/// An issue with what came of it, as the ledger (整改台账) lists it.
struct LedgerRow {
    const store::IssueRow* row = nullptr;
    domain::IssueState state = {};  ///< folded from the events: with the measure and its deadline
    std::string region = {};        ///< path of the units above the unit; may be empty
    std::string accepted_by = {};   ///< name of the person; empty until it is closed by acceptance
    std::string last_note = {};     ///< of the last step that has one
};

/// The issues of a listing with their history, in its order. Errors (thrown): no_such_unit.
Listed ledger(Session& session,
              const IssueListRequest& request,
              const std::function<void(const LedgerRow&)>& print);

}  // namespace dudao::workflow
