#pragma once

#include "base/catalogue.hpp"
#include "options.hpp"
#include "workflow/issues.hpp"

namespace dudao::commands {

/// Which issues a command is about: --overdue, --objected, --status, --source, --store, --category,
/// --urgency,
/// --department, --owner, --from, --to, and the filter of units.
void add_issue_filter(Command& verb, workflow::IssueListRequest& request, const Catalogue& words);

}  // namespace dudao::commands
