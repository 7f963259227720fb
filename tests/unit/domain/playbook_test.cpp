#include "domain/playbook.hpp"

#include "support/samples.hpp"

#include <doctest/doctest.h>

namespace dudao::domain {

TEST_SUITE("domain/playbook") {
    TEST_CASE("a playbook is for issues that meet all that it asks") {
        auto issue = test::an_issue();  // manual, execution
        CHECK(is_for({}, issue, Urgency::low, ""));
        CHECK(is_for({.categories = {"execution"}}, issue, Urgency::low, ""));
        CHECK_FALSE(is_for({.categories = {"process"}}, issue, Urgency::low, ""));
        CHECK_FALSE(is_for({.sources = {IssueSource::incident}}, issue, Urgency::low, ""));
        CHECK(is_for({.urgency = Urgency::high}, issue, Urgency::critical, ""));
        CHECK_FALSE(is_for({.urgency = Urgency::high}, issue, Urgency::medium, ""));
        CHECK_FALSE(is_for({.checklists = {"qsc"}}, issue, Urgency::low, ""));
        CHECK(is_for({.checklists = {"qsc"}}, issue, Urgency::low, "qsc"));
        CHECK_FALSE(is_for({.across = true}, issue, Urgency::low, ""));
        issue.department = issue.unit;
        CHECK_FALSE(is_for({.across = true}, issue, Urgency::low, ""));
        issue.department = "品控部";
        CHECK(is_for({.across = true}, issue, Urgency::low, ""));
    }

    TEST_CASE("the one that asks most fits, of two the first by code") {
        const auto issue = test::an_issue();
        const std::vector<Playbook> playbooks{
            {.code = "any"},
            {.code = "z", .categories = {"execution"}},
            {.code = "b", .categories = {"execution"}},
            {.code = "urgent", .categories = {"execution"}, .urgency = Urgency::high}};
        CHECK(fitting(playbooks, issue, Urgency::low, "")->code == "b");
        CHECK(fitting(playbooks, issue, Urgency::high, "")->code == "urgent");
        CHECK(fitting({}, issue, Urgency::high, "") == nullptr);
    }
}

}  // namespace dudao::domain
