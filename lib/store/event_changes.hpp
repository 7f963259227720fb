#pragma once

#include "domain/issue_field.hpp"

#include <string>
#include <string_view>

namespace dudao::store {

/// What a step says by field as it is kept: a line NAME=VALUE each, in the order of the fields,
/// with \n for a line break and \\ for a backslash.
std::string changes_text(const domain::IssueChanges& changes);

/// Inverse of changes_text(). Errors (thrown): unknown_word, filed as a damaged store.
domain::IssueChanges parse_changes(std::string_view text);

}  // namespace dudao::store
