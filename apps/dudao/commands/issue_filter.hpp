#pragma once

#include "base/catalogue.hpp"
#include "context.hpp"
#include "options.hpp"
#include "workflow/issues.hpp"

namespace dudao::commands {

/// Which issues a command is about: --overdue, --late, --objected, --status, --source, --store,
/// --category, --urgency, --department, --assist, --owner, --responsibility, --label, --channel,
/// --scope, --cause-class, --risk, --checklist, --item, --from, --to, and the filter of units.
void add_issue_filter(Command& verb, workflow::IssueListRequest& request, const Catalogue& words);

/// Reads the rules that the filter asks for, before the store is opened. Errors (thrown): every
/// mistake in their files.
void prepare_issue_filter(const Context& context, workflow::IssueListRequest& request);

}  // namespace dudao::commands
