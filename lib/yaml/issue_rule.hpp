#pragma once

#include "domain/checklist.hpp"
#include "domain/issue_amendment.hpp"
#include "yaml/map_reader.hpp"
#include "yaml/translations.hpp"

#include <optional>
#include <string>

namespace dudao::yaml {

/// What `issue:` says so far: of the checklist, then of the section, then of the item, each key
/// taken from the innermost that gives it.
struct IssueDraft {
    std::string category = {};  ///< empty: not given
    std::optional<domain::Urgency> urgency = {};
    std::string department = {};
    std::optional<int> days = {};
    std::optional<bool> working_days = {};
    domain::LocalText measure = {};
};

/// `outer` with what the key `issue` of `map` says laid over it; nothing after `issue: none`, and
/// when neither says anything.
std::optional<IssueDraft> read_issue(MapReader& map,
                                     std::optional<IssueDraft> outer,
                                     Translations& texts);

/// What a map says of the issue of one answer: declined, category, urgency, department (none: the
/// unit itself), days, text and measure.
domain::IssueAmendment read_amendment(const Node& node, Problems& problems);

/// The rule of one item. A problem at the item when no level gives a category.
std::optional<domain::IssueRule> issue_rule(const std::optional<IssueDraft>& draft,
                                            const Node& item,
                                            Problems& problems);

}  // namespace dudao::yaml
