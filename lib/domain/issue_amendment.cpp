#include "domain/issue_amendment.hpp"

#include "domain/issue.hpp"

#include <algorithm>
#include <utility>

namespace dudao::domain {

namespace {

constexpr std::string_view first_category = common_categories.front();

bool has_text(const LocalText& texts, std::string_view text) {
    return std::any_of(texts.all().begin(), texts.all().end(), [&](const auto& each) {
        return each.second == text;
    });
}

}  // namespace

bool is_category(std::string_view word) noexcept {
    constexpr std::size_t longest = 32;
    constexpr std::string_view allowed = "abcdefghijklmnopqrstuvwxyz0123456789_";
    return !word.empty() && word.front() >= 'a' && word.front() <= 'z' && word.size() <= longest &&
           word.find_first_not_of(allowed) == std::string_view::npos;
}

bool raises_issue(const Item& item, const IssueAmendment& amendment) noexcept {
    return amendment.declined.empty() && (item.issue || !amendment.empty());
}

IssueRule amended_rule(const Item& item, const IssueAmendment& amendment) {
    auto rule = item.issue.value_or(IssueRule{.category = std::string{first_category}});
    if (!amendment.category.empty()) {
        rule.category = amendment.category;
    }
    rule.urgency = amendment.urgency.value_or(rule.urgency);
    rule.department = amendment.department.value_or(rule.department);
    rule.days = amendment.days ? amendment.days : rule.days;
    if (!amendment.measure.empty()) {
        rule.measure = LocalText{amendment.measure};
    }
    return rule;
}

IssueAmendment differing(const Item& item, IssueAmendment amendment) {
    if (!amendment.declined.empty()) {
        return {.declined = std::move(amendment.declined)};
    }
    if (has_text(item.text, amendment.text)) {
        amendment.text.clear();
    }
    if (!item.issue) {
        return amendment;
    }
    const auto& rule = *item.issue;
    if (amendment.category == rule.category) {
        amendment.category.clear();
    }
    if (amendment.urgency == rule.urgency) {
        amendment.urgency.reset();
    }
    if (amendment.department == rule.department) {
        amendment.department.reset();
    }
    if (amendment.days == rule.days) {
        amendment.days.reset();
    }
    if (has_text(rule.measure, amendment.measure)) {
        amendment.measure.clear();
    }
    return amendment;
}

}  // namespace dudao::domain
