#include "store/checklists.hpp"

#include "base/error.hpp"
#include "base/error_id.hpp"
#include "store/statement.hpp"
#include "support/arbitrary.hpp"
#include "support/chain.hpp"
#include "support/print.hpp"
#include "support/results.hpp"
#include "support/samples.hpp"

#include <doctest/doctest.h>

namespace dudao::store {

using test::Chain;
using test::morning;
using namespace std::chrono_literals;

namespace {

std::int64_t publish(Chain& chain,
                     const domain::Checklist& checklist,
                     Instant at = morning,
                     const std::string& source = "code: x\n") {
    auto writing = chain.write("checklist publish");
    const auto key = add_checklist(writing, checklist, {.source = source, .at = at, .by = "li"});
    writing.commit("published");
    return key;
}

domain::Checklist version_of(const std::string& version) {
    auto checklist = test::chain_checklist();
    checklist.code = "5s";
    checklist.version = version;
    return checklist;
}

}  // namespace

TEST_SUITE("store/checklists") {
    TEST_CASE("any checklist is loaded as it was published") {
        Chain chain;
        for (std::uint64_t seed = 0; seed < 40; ++seed) {
            CAPTURE(seed);
            auto random = seeded_random(seed);
            auto checklist = test::arbitrary_checklist(random);
            checklist.code = "list-" + std::to_string(seed);
            const auto key = publish(chain, checklist);
            const auto loaded = Checklists{chain.driver()}.load(key);
            CHECK(loaded.key == key);
            CHECK((loaded.checklist == checklist));
        }
    }

    TEST_CASE("a head says what was published, by whom and when") {
        Chain chain;
        const auto key = publish(chain, version_of("2"), morning, "code: 5s\nversion: 2\n");
        const auto head = Checklists{chain.driver()}.find("5s", "2");
        REQUIRE(head.has_value());
        CHECK(head->key == key);
        CHECK(head->title == "门店检查表");
        CHECK(head->hash == sha256("code: 5s\nversion: 2\n"));
        CHECK(head->published_at == morning);
        CHECK(head->published_by == "li");
        CHECK(head->items == 3);
    }

    TEST_CASE("the source is kept to the byte") {
        Chain chain;
        const std::string source = "# 注释\ncode: '5s'\r\n\ttab: \"é\"\n";
        const auto key = publish(chain, version_of("1"), morning, source);
        CHECK(Checklists{chain.driver()}.source(key) == source);
    }

    TEST_CASE("an unknown version is not found") {
        const Chain chain;
        CHECK(Checklists{chain.driver()}.find("qsc", "1").has_value());
        CHECK_FALSE(Checklists{chain.driver()}.find("qsc", "2").has_value());
        CHECK_FALSE(Checklists{chain.driver()}.find("QSC", "1").has_value());
        CHECK_FALSE(Checklists{chain.driver()}.newest("5s").has_value());
    }

    TEST_CASE("the version in force is the last one published until then") {
        Chain chain;
        publish(chain, version_of("1"), morning);
        publish(chain, version_of("2"), morning + 48h);
        const Checklists lists{chain.driver()};
        CHECK_FALSE(lists.in_force("5s", morning - 1s).has_value());
        CHECK(lists.in_force("5s", morning)->version == "1");
        CHECK(lists.in_force("5s", morning + 47h)->version == "1");
        CHECK(lists.in_force("5s", morning + 48h)->version == "2");
        CHECK(lists.newest("5s")->version == "2");
    }

    TEST_CASE("versions are listed by code, then as they were published") {
        Chain chain;
        publish(chain, version_of("10"), morning);
        publish(chain, version_of("9"), morning + 1h);
        std::string all;
        for (const auto& head : Checklists{chain.driver()}.heads()) {
            all += head.code + '@' + head.version + ' ';
        }
        CHECK(all == "5s@10 5s@9 qsc@1 ");
    }

    TEST_CASE("a version is published once") {
        Chain chain;
        CHECK(test::thrown_by([&] { publish(chain, test::chain_checklist()); }) ==
              ErrorId::store_failed);
    }

    TEST_CASE("a checklist without a title can be published") {
        Chain chain;
        auto checklist = version_of("1");
        checklist.title = {};
        const auto key = publish(chain, checklist);
        CHECK((Checklists{chain.driver()}.load(key).checklist == checklist));
    }

    TEST_CASE("scales beyond nine are kept with every step") {
        Chain chain;
        auto checklist = version_of("1");
        checklist.sections[0].items = {test::a_scale("Q1", -3, 12), test::a_scale("Q2", 0, 9)};
        const auto key = publish(chain, checklist);
        CHECK((Checklists{chain.driver()}.load(key).checklist == checklist));
    }

    TEST_CASE("each mark of each item stands in the store for those who read it with SQL") {
        Chain chain;
        auto checklist = version_of("1");
        checklist.sections[0].items = {test::a_choice("Q1")};
        const auto key = publish(chain, checklist);
        std::string marks;
        Statement row{chain.driver(),
                      "SELECT position, mark, value, result, points FROM checklist_mark "
                      "WHERE checklist = $1 ORDER BY position, ordinal"};
        row.bind(key);
        while (row.step()) {
            marks += row.text(1) + '=' + row.text(2) + ':' + std::to_string(row.integer(4)) + ' ';
        }
        CHECK(marks == "a=good:6000 b=fair:3000 c=poor:0 P=:2000 F=:0 ");
    }
}

}  // namespace dudao::store
