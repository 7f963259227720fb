#pragma once

#include "domain/checklist.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace dudao::domain {

/// What an inspector says of the issue that an answer raises, where it differs from the rule of the
/// item. What is empty is as the rule says; without a rule, as IssueRule says.
struct IssueAmendment {
    std::string declined = {};  ///< why no issue is raised; the rest means nothing then
    std::string category = {};
    std::optional<Urgency> urgency = {};
    std::optional<std::string> department = {};  ///< code; empty: the unit itself
    std::optional<int> days = {};
    std::string text = {};     ///< what is wrong, in place of the text of the item
    std::string measure = {};  ///< suggested

    bool empty() const noexcept {
        return declined.empty() && category.empty() && !urgency && !department && !days &&
               text.empty() && measure.empty();
    }
    bool operator==(const IssueAmendment&) const = default;
};

/// Whether this can be a category: a lower-case word of the program's or of the chain's own.
bool is_category(std::string_view word) noexcept;

/// The most days that an issue may be given.
inline constexpr int most_issue_days = 366;

/// Whether a failure of the item raises an issue: its rule says so, or the inspector.
bool raises_issue(const Item& item, const IssueAmendment& amendment) noexcept;

/// The rule of the item as the inspector amends it. Promises: raises_issue().
IssueRule amended_rule(const Item& item, const IssueAmendment& amendment);

/// The amendment without what the item and its rule say as well.
IssueAmendment differing(const Item& item, IssueAmendment amendment);

}  // namespace dudao::domain
