#include "workflow/sort_issues.hpp"

#include "flow.hpp"
#include "support/print.hpp"
#include "workflow/edit_issues.hpp"
#include "workflow/raise.hpp"

#include <doctest/doctest.h>

namespace dudao::workflow {

using domain::IssueColumn;
using domain::Urgency;
using test::Flow;
using namespace std::chrono_literals;
using Texts = std::vector<std::string>;

namespace {

/// a (low, due on the 20th), b (critical, due on the 7th, labelled), c (low, due on the 10th).
struct Chain : Flow {
    Chain() {
        test::open_chain(*this);
        set(Day{2026y / 11 / 6});
        raise("a", Urgency::low, 14);
        const auto labelled = raise("b", Urgency::critical, 1);
        raise("c", Urgency::low, 4);
        auto session = as("li");
        edit_issues(session, {.issues = {labelled}, .edit = {.add_labels = {"x"}}});
    }

    std::string raise(const std::string& text, Urgency urgency, int days) {
        auto session = as("zhang");
        return to_text(
            raise_issue(session, {.unit = "S01", .text = text, .urgency = urgency, .days = days})
                .issue.id);
    }

    Texts sorted(const std::vector<IssueSortKey>& keys, std::optional<std::size_t> limit = {}) {
        auto session = as("zhang");
        Texts texts;
        const auto listed =
            list_sorted(session, {.limit = limit}, keys, [&](const store::IssueRow& row) {
                texts.push_back(row.issue.text);
            });
        CHECK(listed.rows == texts.size());
        CHECK(listed.truncated == (texts.size() < 3));
        return texts;
    }
};

}  // namespace

TEST_SUITE("workflow/sort_issues") {
    TEST_CASE("issues are sorted by the keys in turn, then as listings are") {
        Chain flow;
        CHECK(flow.sorted({}) == Texts{"b", "c", "a"});
        CHECK(flow.sorted({{IssueColumn::text}}) == Texts{"a", "b", "c"});
        CHECK(flow.sorted({{IssueColumn::text, true}}) == Texts{"c", "b", "a"});
        CHECK(flow.sorted({{IssueColumn::urgency}}) == Texts{"b", "c", "a"});
        CHECK(flow.sorted({{IssueColumn::urgency, true}}) == Texts{"c", "a", "b"});
        CHECK(flow.sorted({{IssueColumn::urgency}, {IssueColumn::text}}) == Texts{"b", "a", "c"});
    }

    TEST_CASE("what an issue does not have comes last, either way") {
        Chain flow;
        CHECK(flow.sorted({{IssueColumn::labels}}) == Texts{"b", "c", "a"});
        CHECK(flow.sorted({{IssueColumn::labels, true}}) == Texts{"b", "c", "a"});
    }

    TEST_CASE("a limit lets the first through") {
        Chain flow;
        CHECK(flow.sorted({{IssueColumn::text, true}}, 2) == Texts{"c", "b"});
    }
}

}  // namespace dudao::workflow
