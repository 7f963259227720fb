// Issues found by words of what is wrong.
#include "base/error_id.hpp"
#include "base/text.hpp"
#include "flow.hpp"
#include "support/arbitrary.hpp"
#include "support/print.hpp"
#include "support/results.hpp"
#include "support/samples.hpp"
#include "workflow/edit_issues.hpp"
#include "workflow/issues.hpp"
#include "workflow/merge.hpp"
#include "workflow/raise.hpp"
#include "workflow/verify.hpp"

#include <doctest/doctest.h>

#include <algorithm>

namespace dudao::workflow {

using test::Flow;
using test::thrown_by;
using namespace std::chrono_literals;
using Texts = std::vector<std::string>;

namespace {

std::string raise(Flow& flow, const std::string& text, const std::string& ref = "") {
    auto session = flow.as("zhang");
    return to_text(raise_issue(session, {.unit = "S01", .text = text, .ref = ref}).issue.id);
}

/// What is wrong in the issues that are found, sorted.
Texts found(Flow& flow, const Texts& words, const store::IssueFilter& filter = {}) {
    auto session = flow.as();
    Texts texts;
    list_issues(session, {.filter = filter, .words = words}, [&](const store::IssueRow& row) {
        texts.push_back(row.issue.text.empty() ? row.item : row.issue.text);
    });
    std::sort(texts.begin(), texts.end());
    return texts;
}

/// A chain with issues of the items Q1 (原料在有效期内, Within date) and Q2 (标签齐全, Labels), and
/// three raised by hand.
struct Chain : Flow {
    Chain() {
        test::open_chain(*this);
        set(Day{2026y / 11 / 6});
        answers("unit,at,inspector,Q1,Q2\nS01,2026-11-05 10:00,zhang,F,F\n");
        raise(*this, "后厨冷柜漏水", "工单 A-5501");
        raise(*this, "冷柜温度高，Fridge 报警");
        raise(*this, "水池旁的柜子标签脱落");
    }
};

}  // namespace

TEST_SUITE("workflow/search") {
    TEST_CASE("Chinese words of two characters are found, and single characters") {
        Chain flow;
        CHECK(found(flow, {"冷柜"}) == Texts{"冷柜温度高，Fridge 报警", "后厨冷柜漏水"});
        CHECK(found(flow, {"漏水"}) == Texts{"后厨冷柜漏水"});
        CHECK(found(flow, {"水"}) == Texts{"后厨冷柜漏水", "水池旁的柜子标签脱落"});
        CHECK(found(flow, {"水漏"}).empty());
    }

    TEST_CASE("all words must be there, and neighbours of neighbours do not do") {
        Chain flow;
        CHECK(found(flow, {"冷柜", "漏水"}) == Texts{"后厨冷柜漏水"});
        CHECK(found(flow, {"漏水 冷柜"}) == Texts{"后厨冷柜漏水"});
        CHECK(found(flow, {"冷柜", "标签"}).empty());
        raise(flow, "甲乙丙，乙丙丁");
        CHECK(found(flow, {"甲乙丙丁"}).empty());  // all of its pairs are there
    }

    TEST_CASE("case and width make no difference") {
        Chain flow;
        for (const auto* word : {"fridge", "FRIDGE", "Ｆｒｉｄｇｅ", "ridg"}) {
            CAPTURE(word);
            CHECK(found(flow, {word}) == Texts{"冷柜温度高，Fridge 报警"});
        }
    }

    TEST_CASE("issues of items are found by the items' texts, in every language") {
        Chain flow;
        CHECK(found(flow, {"有效期"}) == Texts{"Q1"});
        CHECK(found(flow, {"within"}) == Texts{"Q1"});
        CHECK(found(flow, {"标签"}) == Texts{"Q2", "水池旁的柜子标签脱落"});
        CHECK(found(flow, {"微笑"}).empty());  // an item without an issue
    }

    TEST_CASE("the reference is searched with the text") {
        Chain flow;
        CHECK(found(flow, {"a-5501"}) == Texts{"后厨冷柜漏水"});
        CHECK(found(flow, {"5501", "漏水"}) == Texts{"后厨冷柜漏水"});
        CHECK(found(flow, {"水工单"}).empty());  // neither in the one nor in the other
    }

    TEST_CASE("what steps say is searched: measures, reasons, notes, and what is amended") {
        Chain flow;
        const auto id = raise(flow, "冷柜异响");
        const auto take = [&](IssueStep step) {
            step.issue = id;
            auto session = flow.as("zhang");
            step_issue(session, step);
        };
        take({.verb = domain::Verb::planned, .note = "更换压缩机", .person = "wang"});
        take({.verb = domain::Verb::commented, .note = "已电话告知"});
        auto session = flow.as("zhang");
        edit_issues(
            session,
            {.issues = {id}, .edit = {.changes = {{domain::IssueField::containment, "食品转移"}}}});
        CHECK(found(flow, {"压缩机"}) == Texts{"冷柜异响"});
        CHECK(found(flow, {"电话", "异响", "转移"}) == Texts{"冷柜异响"});
        CHECK(found(flow, {"漏水", "压缩机"}).empty());
    }

    TEST_CASE("an issue of an item is found by what its steps say as well as by the item") {
        Chain flow;
        std::string id;
        auto reader = flow.as();
        list_issues(reader, {.filter = {.item = "Q1"}}, [&](const store::IssueRow& row) {
            id = to_text(row.issue.id);
        });
        auto session = flow.as("zhang");
        step_issue(session,
                   {.issue = id, .verb = domain::Verb::commented, .note = "临期食品已下架"});
        CHECK(found(flow, {"下架"}) == Texts{"Q1"});
        CHECK(found(flow, {"有效期"}) == Texts{"Q1"});
    }

    TEST_CASE("a search is a listing: filters hold, and closed issues only come when asked for") {
        Chain flow;
        CHECK(found(flow, {"冷柜"}, {.source = domain::IssueSource::item}).empty());
        CHECK(found(flow, {"标签"}, {.category = "process"}) == Texts{"Q2"});
        CHECK(found(flow, {"标签"}, {.category = "execution"}) == Texts{"水池旁的柜子标签脱落"});
        const auto id = raise(flow, "冷柜异响");
        {
            auto session = flow.as("zhang");
            step_issue(session, {.issue = id, .verb = domain::Verb::cancelled, .note = "误报"});
        }
        CHECK(found(flow, {"异响"}).empty());
        CHECK(found(flow, {"异响"}, {.open_only = false}) == Texts{"冷柜异响"});
    }

    TEST_CASE("words that are none are refused") {
        Chain flow;
        CHECK(thrown_by([&] { found(flow, {" 　"}); }) == ErrorId::usage_bad_value);
        CHECK(thrown_by([&] { found(flow, {"\xff"}); }) == ErrorId::usage_bad_value);
    }

    TEST_CASE("any part of any text finds it") {
        Flow flow;
        test::open_chain(flow);
        Texts texts;
        for (std::uint64_t seed = 0; seed < 15; ++seed) {
            auto random = seeded_random(seed);
            texts.push_back("x" + test::arbitrary_text(random));
            raise(flow, texts.back());
        }
        for (const auto& text : texts) {
            CAPTURE(text);
            const auto parts = split_list(text, " \t\n");
            const auto all = found(flow, parts);
            CHECK(std::count(all.begin(), all.end(), std::string{trimmed(text)}) >= 1);
        }
    }

    TEST_CASE("issues that come from another store are found there") {
        Chain flow;
        Flow other{Flow::Empty{"device-b"}};
        {
            auto session = other.as();
            merge(session, flow.driver());
        }
        CHECK(found(other, {"冷柜"}) == Texts{"冷柜温度高，Fridge 报警", "后厨冷柜漏水"});
        CHECK(found(other, {"有效期"}) == Texts{"Q1"});
        const std::string grams = "SELECT count(*) FROM term";
        CHECK(other.number(grams) == flow.number(grams));
    }

    TEST_CASE("verify finds out when the index is not what the texts say") {
        for (const auto* sql : {"DELETE FROM term WHERE gram = '漏水'",
                                "INSERT INTO term (gram, issue) VALUES ('甲', 1)",
                                "INSERT INTO term (gram, issue) VALUES ('甲', 999)",
                                "UPDATE term SET gram = '漏火' WHERE gram = '漏水'"}) {
            CAPTURE(sql);
            Chain flow;
            {
                store::Transaction transaction{flow.driver(), store::Access::set_up};
                flow.driver().run(sql);
                transaction.commit();
            }
            flow.leave_unchecked();
            auto session = flow.as();
            const auto errors = verify(session, {}).discrepancies;
            REQUIRE(errors.size() == 1);
            CHECK(errors.front().id == ErrorId::stale_state);
            CHECK(errors.front().args.front().text == "term");
        }
    }

    TEST_CASE("an index that is not what the texts say is made anew with a merge") {
        Chain flow;
        {
            store::Transaction transaction{flow.driver(), store::Access::set_up};
            flow.driver().run("DELETE FROM term WHERE gram = '漏水'");
            flow.driver().run("INSERT INTO term (gram, issue) VALUES ('甲', 1)");
            transaction.commit();
        }
        CHECK(found(flow, {"漏水"}).empty());
        Flow third{Flow::Empty{"device-c"}};
        {
            auto session = third.as();
            merge(session, flow.driver());
        }
        {
            auto session = third.as("zhang");
            raise_issue(session, {.unit = "S02", .text = "灯坏"});
        }
        {
            auto session = flow.as();
            merge(session, third.driver());
        }
        CHECK(found(flow, {"漏水"}) == Texts{"后厨冷柜漏水"});
    }

    TEST_CASE("issues of items take no room in the index") {
        Flow flow;
        test::open_chain(flow);
        flow.set(Day{2026y / 11 / 6});
        flow.answers("unit,at,inspector,Q1,Q2\nS01,2026-11-05 10:00,zhang,F,F\n");
        CHECK(flow.number("SELECT count(*) FROM term") == 0);
    }
}

}  // namespace dudao::workflow
