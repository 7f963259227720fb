#include "store/drafts.hpp"

#include "store/transaction.hpp"
#include "support/chain.hpp"
#include "support/print.hpp"
#include "support/samples.hpp"

#include <doctest/doctest.h>

namespace dudao::store {

using test::Chain;
using test::id_of;
using test::morning;

namespace {

Draft a_draft(const Chain& chain, int id = 1, std::string inspector = "zhang") {
    return {.id = id_of(id),
            .unit = "S01",
            .checklist = chain.checklist_key(),
            .at = morning,
            .inspector = std::move(inspector),
            .kind = domain::VisitKind::unannounced,
            .position = 2,
            .shift = "早班",
            .manager_on_duty = "wang",
            .area = "后厨",
            .team = "zhang,li",
            .device = "device-a"};
}

DraftAnswer an_answer(domain::Mark mark) {
    return {.mark = mark,
            .detail = R"({"remark":"有积水"})",
            .author = "zhang",
            .at = morning,
            .seconds = 12};
}

/// Does something to the drafts of a store, in a transaction that stays.
template <class Steps>
void change(const Chain& chain, const Steps& steps) {
    Transaction transaction{chain.driver(), Access::write};
    steps(Drafts{chain.driver()});
    transaction.commit();
}

}  // namespace

TEST_SUITE("store/drafts") {
    TEST_CASE("a round comes back as it was begun") {
        const Chain chain;
        change(chain, [&](const Drafts& drafts) { drafts.add(a_draft(chain)); });
        CHECK((Drafts{chain.driver()}.find(id_of(1)) == a_draft(chain)));
        CHECK_FALSE(Drafts{chain.driver()}.find(id_of(2)).has_value());
    }

    TEST_CASE("a round of which little is known comes back too") {
        const Chain chain;
        const Draft draft{.id = id_of(1),
                          .unit = "S01",
                          .checklist = chain.checklist_key(),
                          .at = morning,
                          .inspector = "zhang",
                          .device = "device-a"};
        change(chain, [&](const Drafts& drafts) { drafts.add(draft); });
        CHECK((Drafts{chain.driver()}.find(id_of(1)) == draft));
    }

    TEST_CASE("a round is found by unit, checklist and inspector") {
        const Chain chain;
        change(chain, [&](const Drafts& drafts) { drafts.add(a_draft(chain)); });
        const Drafts drafts{chain.driver()};
        CHECK(drafts.find("S01", chain.checklist_key(), "zhang").has_value());
        CHECK_FALSE(drafts.find("S02", chain.checklist_key(), "zhang").has_value());
        CHECK_FALSE(drafts.find("S01", chain.checklist_key() + 1, "zhang").has_value());
        CHECK_FALSE(drafts.find("S01", chain.checklist_key(), "li").has_value());
    }

    TEST_CASE("rounds are listed in the order of their ids") {
        const Chain chain;
        change(chain, [&](const Drafts& drafts) {
            drafts.add(a_draft(chain, 9, "li"));
            drafts.add(a_draft(chain, 3));
        });
        const auto all = Drafts{chain.driver()}.all();
        REQUIRE(all.size() == 2);
        CHECK(all[0].id == id_of(3));
        CHECK(all[1].id == id_of(9));
    }

    TEST_CASE("an answer takes the place of the one before") {
        const Chain chain;
        change(chain, [&](const Drafts& drafts) {
            drafts.add(a_draft(chain));
            drafts.put(id_of(1), 0, an_answer('P'));
            drafts.put(id_of(1), 2, an_answer('F'));
        });
        change(chain, [&](const Drafts& drafts) { drafts.put(id_of(1), 0, an_answer('N')); });
        const auto answers = Drafts{chain.driver()}.answers(id_of(1));
        REQUIRE(answers.size() == 2);
        CHECK((answers.at(0) == an_answer('N')));
        CHECK((answers.at(2) == an_answer('F')));
    }

    TEST_CASE("an answer can be taken back") {
        const Chain chain;
        change(chain, [&](const Drafts& drafts) {
            drafts.add(a_draft(chain));
            drafts.put(id_of(1), 0, an_answer('P'));
            drafts.put(id_of(1), 1, an_answer('P'));
            drafts.clear(id_of(1), 0);
        });
        const auto answers = Drafts{chain.driver()}.answers(id_of(1));
        CHECK(answers.size() == 1);
        CHECK(answers.contains(1));
    }

    TEST_CASE("the item on screen is remembered") {
        const Chain chain;
        change(chain, [&](const Drafts& drafts) {
            drafts.add(a_draft(chain));
            drafts.move_to(id_of(1), 40);
        });
        CHECK(Drafts{chain.driver()}.find(id_of(1))->position == 40);
    }

    TEST_CASE("a round goes with its answers and leaves others alone") {
        const Chain chain;
        change(chain, [&](const Drafts& drafts) {
            for (const int id : {1, 2}) {
                drafts.add(a_draft(chain, id, "person-" + std::to_string(id)));
                drafts.put(id_of(id), 0, an_answer('P'));
            }
            drafts.remove(id_of(1));
        });
        const Drafts drafts{chain.driver()};
        CHECK(drafts.all().size() == 1);
        CHECK(drafts.answers(id_of(1)).empty());
        CHECK(drafts.answers(id_of(2)).size() == 1);
    }

    TEST_CASE("rounds are not in the journal") {
        const Chain chain;
        const auto before = journal(chain.driver());
        change(chain, [&](const Drafts& drafts) { drafts.add(a_draft(chain)); });
        CHECK((journal(chain.driver()) == before));
    }
}

}  // namespace dudao::store
