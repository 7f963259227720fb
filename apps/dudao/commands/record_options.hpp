#pragma once

#include "base/catalogue.hpp"
#include "command.hpp"
#include "domain/issue_field.hpp"
#include "workflow/edit_issues.hpp"

#include <string>
#include <vector>

namespace dudao::commands {

/// What `issue raise` is told of an issue beside what it must know: --channel, --scope,
/// --manifestation, --containment, --cause-class, --why, --risk, --label, --assist.
void add_record_options(Command& verb, domain::IssueChanges& record, const Catalogue& words);

/// NAME=VALUE of --set, one by one; a name that takes several values may come several times.
/// Errors (thrown): usage_bad_value, unknown_word.
void set_field(workflow::IssueEdit& edit, const std::string& pair);

/// NAME of --clear. Errors (thrown): usage_bad_value for what an issue cannot be without.
void clear_field(workflow::IssueEdit& edit, const std::string& name);

}  // namespace dudao::commands
