#include "yaml/issue_rule.hpp"

#include "base/error_id.hpp"
#include "domain/unit.hpp"

#include <utility>

namespace dudao::yaml {

namespace {

constexpr WholeRange day_range{0, domain::most_issue_days};

/// A category: a lower-case word such as execution, process, resource or one of the chain's own.
std::optional<std::string> read_category(const Node& node, Problems& problems) {
    auto word = read_line(node, problems);
    if (!word) {
        return std::nullopt;
    }
    if (!domain::is_category(*word)) {
        problems.error(node, ErrorId::bad_category, {shortened(*word)});
        return std::nullopt;
    }
    return word;
}

std::optional<std::string> read_code(const Node& node, Problems& problems) {
    const auto text = read_line(node, problems);
    if (!text) {
        return std::nullopt;
    }
    auto code = domain::parse_code(*text);
    if (!code) {
        problems.error(node, code.error());
        return std::nullopt;
    }
    return *std::move(code);
}

bool is_none(const Node& node) {
    return node.kind == NodeKind::scalar && node.text == "none";
}

}  // namespace

std::optional<IssueDraft> read_issue(MapReader& map,
                                     std::optional<IssueDraft> outer,
                                     Translations& texts) {
    const auto* node = map.find("issue");
    if (node == nullptr) {
        return outer;
    }
    if (is_none(*node)) {
        return std::nullopt;
    }
    auto draft = std::move(outer).value_or(IssueDraft{});
    MapReader issue{*node, map.problems()};
    if (const auto* category = issue.find("category")) {
        // Something in place of a bad one, which is not missing as well.
        draft.category = read_category(*category, map.problems()).value_or("execution");
    }
    if (const auto urgency = issue.word("urgency", domain::urgencies)) {
        draft.urgency = urgency;
    }
    if (const auto* department = issue.find("department")) {
        draft.department = read_code(*department, map.problems()).value_or("");
    }
    if (const auto days = issue.whole("days", day_range)) {
        draft.days = days;
    }
    if (const auto working = issue.flag("working_days")) {
        draft.working_days = working;
    }
    auto measure = texts.read(issue, "measure", TextKind::measure);
    if (!measure.empty()) {
        draft.measure = std::move(measure);
    }
    issue.finish();
    return draft;
}

domain::IssueAmendment read_amendment(const Node& node, Problems& problems) {
    domain::IssueAmendment amendment;
    MapReader issue{node, problems};
    const auto text = [&](std::string_view key) {
        const auto* value = issue.find(key);
        return value == nullptr ? std::string{} : read_text(*value, problems).value_or("");
    };
    amendment.declined = text("declined");
    if (const auto* category = issue.find("category")) {
        amendment.category = read_category(*category, problems).value_or("");
    }
    amendment.urgency = issue.word("urgency", domain::urgencies);
    if (const auto* department = issue.find("department")) {
        amendment.department =
            is_none(*department) ? std::string{} : read_code(*department, problems);
    }
    amendment.days = issue.whole("days", day_range);
    amendment.text = text("text");
    amendment.measure = text("measure");
    issue.finish();
    return amendment;
}

std::optional<domain::IssueRule> issue_rule(const std::optional<IssueDraft>& draft,
                                            const Node& item,
                                            Problems& problems) {
    if (!draft) {
        return std::nullopt;
    }
    if (draft->category.empty()) {
        problems.error(item, ErrorId::key_missing, {"category"});
        return std::nullopt;
    }
    return domain::IssueRule{.category = draft->category,
                             .urgency = draft->urgency.value_or(domain::Urgency::medium),
                             .department = draft->department,
                             .days = draft->days,
                             .working_days = draft->working_days.value_or(false),
                             .measure = draft->measure};
}

}  // namespace dudao::yaml
