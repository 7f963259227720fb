#include "exchange/details.hpp"

#include "base/clock.hpp"
#include "base/error_id.hpp"
#include "support/arbitrary.hpp"
#include "support/print.hpp"
#include "support/results.hpp"

#include <doctest/doctest.h>

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace dudao::exchange {

namespace {

using domain::AnswerDetail;
using test::error_of;

/// A checklist of items Q00, Q01 … in one section.
domain::Checklist checklist_of(std::size_t count) {
    domain::Checklist checklist;
    domain::Section section{.id = "S", .title = domain::LocalText{"卫生"}};
    for (std::size_t n = 0; n < count; ++n) {
        section.items.push_back({.id = (n < 10 ? "Q0" : "Q") + std::to_string(n),
                                 .text = domain::LocalText{"地面干净"}});
    }
    checklist.sections.push_back(section);
    return checklist;
}

AnswerDetail arbitrary_detail(Random& random) {
    AnswerDetail detail;
    if (test::chance(random, 50)) {
        // A tenth: the greatest have more digits than parse_decimal() reads.
        detail.value = Decimal::from_millionths(test::arbitrary_decimal(random).millionths() / 10);
    }
    if (test::chance(random, 50)) {
        detail.remark = test::arbitrary_text(random);
    }
    for (auto count = test::below(random, 3); count > 0; --count) {
        detail.evidence.push_back(test::arbitrary_line(random));
    }
    if (test::chance(random, 30)) {
        detail.issue.category = "process";
        detail.issue.urgency = test::any_of(random, domain::urgencies);
        detail.issue.text = test::arbitrary_text(random);
    }
    if (test::chance(random, 20)) {
        detail.issue.department = test::chance(random, 50) ? "" : test::arbitrary_line(random);
        detail.issue.days = static_cast<int>(test::below(random, domain::most_issue_days));
        detail.issue.measure = test::arbitrary_text(random);
    }
    return detail;
}

}  // namespace

TEST_SUITE("exchange/details") {
    TEST_CASE("details stand by item id in the order of the checklist, compact") {
        const auto checklist = checklist_of(4);
        const auto items = domain::items_of(checklist);
        CHECK(details_text(items,
                           {{3, {.remark = "积水\n\"x\""}},
                            {1,
                             {.value = Decimal::from_thousandths(3500),
                              .remark = "r",
                              .evidence = {"ab", "cd"}}}}) ==
              R"({"Q01":{"value":3.5,"remark":"r","evidence":["ab","cd"]},)"
              R"("Q03":{"remark":"积水\n\"x\""}})");
    }

    TEST_CASE("what is said of an issue stands in an object of its own, without what is not said") {
        CHECK(detail_text({.issue = {.declined = "除霜"}}) == R"({"issue":{"declined":"除霜"}})");
        const AnswerDetail detail{.remark = "r",
                                  .issue = {.category = "process",
                                            .urgency = domain::Urgency::high,
                                            .department = "",
                                            .days = 3,
                                            .text = "t",
                                            .measure = "m"}};
        const std::string_view text =
            R"({"remark":"r","issue":{"category":"process","urgency":"high","department":"",)"
            R"("days":3,"text":"t","measure":"m"}})";
        CHECK(detail_text(detail) == text);
        CHECK(*parse_detail(text) == detail);
    }

    TEST_CASE("an issue that says what is no part of it is refused") {
        for (const auto* text : {R"({"issue":{"urgency":"soon"}})",
                                 R"({"issue":{"days":1.5}})",
                                 R"({"issue":{"days":"3"}})",
                                 R"({"issue":{"who":"x"}})",
                                 R"({"issue":{"text":{}}})",
                                 R"({"issue":[]})",
                                 R"({"remark":{}})"}) {
            CAPTURE(text);
            CHECK(error_of(parse_detail(text)) == ErrorId::bad_details);
        }
    }

    TEST_CASE("answers with nothing to say have no details") {
        const auto checklist = checklist_of(2);
        const auto items = domain::items_of(checklist);
        CHECK(details_text(items, {}).empty());
        CHECK(details_text(items, {{0, {}}}).empty());
    }

    TEST_CASE("a text made answer by answer is the same") {
        const auto checklist = checklist_of(3);
        const auto items = domain::items_of(checklist);
        const std::map<std::size_t, AnswerDetail> details{{0, {.remark = "a"}},
                                                          {2, {.remark = "b"}}};
        std::string text;
        append_detail(text, "Q00", details.at(0));
        append_detail(text, "Q01", {});
        append_detail(text, "Q02", details.at(2));
        end_details(text);
        CHECK(text == details_text(items, details));
    }

    TEST_CASE("a text made of nothing is empty") {
        std::string text;
        append_detail(text, "Q00", {});
        end_details(text);
        CHECK(text.empty());
    }

    TEST_CASE("any details are the same when they are written and read") {
        for (std::uint64_t seed = 1; seed <= 2000; ++seed) {
            CAPTURE(seed);
            auto random = seeded_random(seed);
            const auto checklist = checklist_of(1 + test::below(random, 20));
            const auto items = domain::items_of(checklist);
            std::map<std::size_t, AnswerDetail> details;
            for (auto count = test::below(random, 6); count > 0; --count) {
                const auto detail = arbitrary_detail(random);
                if (!detail.empty()) {
                    details[test::below(random, items.size())] = detail;
                }
            }
            REQUIRE(parse_details(items, details_text(items, details)).or_throw() == details);
        }
    }

    TEST_CASE("any detail of one answer is the same when it is written and read") {
        for (std::uint64_t seed = 1; seed <= 2000; ++seed) {
            CAPTURE(seed);
            auto random = seeded_random(seed);
            const auto detail = arbitrary_detail(random);
            REQUIRE(parse_detail(detail_text(detail)).or_throw() == detail);
        }
    }

    TEST_CASE("the detail of one answer has no item id") {
        CHECK(detail_text({.value = Decimal{3}, .remark = "r"}) == R"({"value":3,"remark":"r"})");
        CHECK(detail_text({}).empty());
    }

    TEST_CASE("details in another order are read") {
        const auto checklist = checklist_of(3);
        const auto items = domain::items_of(checklist);
        const auto details =
            parse_details(items, R"({"Q02":{"remark":"c"},"Q00":{"remark":"a"}})").or_throw();
        CHECK(details.at(0).remark == "a");
        CHECK(details.at(2).remark == "c");
    }

    TEST_CASE("what was not written by us is refused") {
        const auto checklist = checklist_of(3);
        const auto items = domain::items_of(checklist);
        for (const std::string text : {R"(x)",
                                       R"([])",
                                       R"("x")",
                                       R"(5)",
                                       R"({"Q09":{"remark":"x"}})",
                                       R"({"Q00":"x"})",
                                       R"({"Q00":5})",
                                       R"({"Q00":null})",
                                       R"({"Q00":{"remark":5}})",
                                       R"({"Q00":{"value":"5"}})",
                                       R"({"Q00":{"value":1e3}})",
                                       R"({"Q00":{"other":"x"}})",
                                       R"({"Q00":{"remark":{}}})",
                                       R"({"Q00":{"evidence":"x"}})",
                                       R"({"Q00":{"evidence":[5]}})",
                                       R"({"Q00":{"evidence":[["x"]]}})",
                                       R"({"Q00":{"evidence":[{}]}})",
                                       R"({"Q00":{"remark":["x"]}})",
                                       R"({"Q00":{"remark":"x"},"Q00":{"remark":"y"}})",
                                       R"({"Q00":{"remark":"x"}} {})",
                                       R"({"Q00":{"remark":"x"})"}) {
            CAPTURE(text);
            CHECK(error_of(parse_details(items, text)) == ErrorId::bad_details);
        }
        for (const std::string text : {R"(x)", R"([])", R"(5)", R"({"Q00":{"remark":"x"}})"}) {
            CAPTURE(text);
            CHECK(error_of(parse_detail(text)) == ErrorId::bad_details);
        }
    }

    TEST_CASE("no details are read from nothing") {
        const auto checklist = checklist_of(1);
        const auto items = domain::items_of(checklist);
        CHECK(parse_details(items, "").or_throw().empty());
        CHECK(parse_details({}, "").or_throw().empty());
        CHECK(parse_detail("").or_throw().empty());
    }
}

}  // namespace dudao::exchange
