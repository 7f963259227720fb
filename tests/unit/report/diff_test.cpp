#include "report/diff.hpp"

#include "base/error_id.hpp"
#include "period_example.hpp"
#include "report/render.hpp"
#include "support/results.hpp"

#include <doctest/doctest.h>

namespace dudao::report {

namespace {

std::vector<FigureChange> changes(const PeriodReport& before, const PeriodReport& after) {
    return changes_between(render_json(before), render_json(after)).or_throw();
}

}  // namespace

TEST_SUITE("report/diff") {
    TEST_CASE("a report made again is the same, whenever that was") {
        const auto report = test::rich_month();
        auto later = report;
        later.made_at += std::chrono::hours{5};
        CHECK(changes(report, later).empty());
    }

    TEST_CASE("figures are told by where they stand, lines by what they are about") {
        const auto before = test::rich_month();
        auto after = before;
        REQUIRE(after.regions.size() >= 2);
        REQUIRE(!after.matrices.empty());
        ++after.scores.visits;
        std::swap(after.regions[0], after.regions[1]);
        ++after.regions[1].overdue;
        after.matrices[0].cells[0][0] = Decimal{1};
        const auto& region = before.regions[0];
        const auto& matrix = before.matrices[0];
        const auto found = changes(before, after);
        REQUIRE(found.size() == 3);
        CHECK(found[0].figure == "scores.visits");
        CHECK(found[0].before == std::to_string(before.scores.visits));
        CHECK(found[0].after == std::to_string(before.scores.visits + 1));
        CHECK(found[1].figure == "regions[" + region.code + "].overdue");
        CHECK(found[2].figure == "matrices[" + matrix.code + "@" + matrix.version + "][" +
                                     matrix.region_codes[0] + "][" + matrix.section_ids[0] + "]");
        CHECK(found[2].after == "1");
    }

    TEST_CASE("what only one of them has is told, too") {
        const auto before = test::rich_month();
        auto after = before;
        after.regions.pop_back();
        const auto gone = changes(before, after);
        REQUIRE(gone.size() == 1);
        CHECK(gone[0].figure == "regions[" + before.regions.back().code + "]");
        CHECK(gone[0].before.starts_with("{\"code\":"));
        CHECK(gone[0].after.empty());
        const auto& later = before;
        const auto come = changes(after, later);
        REQUIRE(come.size() == 1);
        CHECK(come[0] == FigureChange{gone[0].figure, {}, gone[0].before});
    }

    TEST_CASE("lines about the same are told apart") {
        const auto before = test::rich_month();
        auto after = before;
        after.regions.push_back(after.regions.back());
        CHECK(changes(before, after).size() == 1);
    }

    TEST_CASE("what is no report is refused, and which of the two it is") {
        const auto report = render_json(test::empty_month());
        for (const std::string text : {"",
                                       "{",
                                       "[]",
                                       "{}",
                                       R"({"report":"month"})",
                                       R"({"schema_version":1,"report":"month","matrices":[1]})"}) {
            CAPTURE(text);
            CHECK(changes_between(text, report).error() == Error{ErrorId::bad_report, {"before"}});
            CHECK(changes_between(report, text).error() == Error{ErrorId::bad_report, {"after"}});
        }
    }

    TEST_CASE("a text of brackets alone does no harm") {
        const std::string deep = R"({"schema_version":1,"report":"x","a":)" +
                                 std::string(200'000, '[') + std::string(200'000, ']') + "}";
        CHECK(changes_between(deep, deep).has_value());
    }
}

}  // namespace dudao::report
