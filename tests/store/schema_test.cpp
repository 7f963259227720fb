// Opening and making stores: what is there, what is not, and what is not ours.
#include "base/error.hpp"
#include "base/error_id.hpp"
#include "store/people.hpp"
#include "store/statement.hpp"
#include "store/store.hpp"
#include "support/chain.hpp"
#include "support/fresh_store.hpp"
#include "support/print.hpp"
#include "support/results.hpp"
#include "support/samples.hpp"

#include <doctest/doctest.h>

#include <set>

namespace dudao::store {

using test::FreshStore;
using test::thrown_by;

namespace {

std::unique_ptr<Driver> open_for(const FreshStore& place, Need need) {
    return open(place.url(), need, {}, [](const auto&) {});
}

void pretend_version(Driver& driver, std::int64_t version) {
    Transaction transaction{driver, Access::set_up};
    driver.set_schema_version(version);
    transaction.commit();
}

}  // namespace

TEST_SUITE("store/schema") {
    TEST_CASE("a new store has the newest schema") {
        const FreshStore place;
        const auto driver = place.create();
        CHECK(driver->schema_version() == newest_schema());
        CHECK(newest_schema() == static_cast<std::int64_t>(migrations().size()));
    }

    TEST_CASE("a new store is opened for reading and for writing") {
        const FreshStore place;
        place.create();
        CHECK(open_for(place, Need::reading)->schema_version() == newest_schema());
        CHECK(open_for(place, Need::writing)->schema_version() == newest_schema());
    }

    TEST_CASE("what was written is there when the store is opened again") {
        test::Chain chain;
        const auto again = chain.place().connect();
        CHECK(People{*again}.find("zhang").has_value());
        CHECK(People{*again}.all().size() == 5);
    }

    TEST_CASE("a store is not made over another one") {
        const FreshStore place;
        place.create();
        CHECK(thrown_by([&] { place.create(); }) == ErrorId::store_exists);
    }

    TEST_CASE("a place with nothing in it is no store yet") {
        const FreshStore place;
        place.connect_bare();
        CHECK(place.connect_bare()->schema_version() == 0);
        if (test::engine() == test::Engine::postgres) {
            CHECK(thrown_by([&] { open_for(place, Need::reading); }) == ErrorId::store_empty);
            CHECK(thrown_by([&] { open_for(place, Need::writing); }) == ErrorId::store_empty);
        }
    }

    TEST_CASE("tables of somebody else are not ours, and stay as they are") {
        const FreshStore place;
        place.connect_bare()->run("CREATE TABLE customers (name text)");
        CHECK(place.connect_bare()->schema_version() == -1);
        CHECK(thrown_by([&] { open_for(place, Need::reading); }) == ErrorId::store_foreign);
        CHECK(thrown_by([&] { open_for(place, Need::writing); }) == ErrorId::store_foreign);
        CHECK(thrown_by([&] { place.create(); }) == ErrorId::store_foreign);
        place.connect_bare()->run("DROP TABLE customers");
        CHECK(place.connect_bare()->schema_version() == 0);
    }

    TEST_CASE("a schema of a newer program is refused, with both numbers") {
        const FreshStore place;
        pretend_version(*place.create(), newest_schema() + 7);
        for (const auto need : {Need::reading, Need::writing}) {
            const auto error = test::failure_of([&] { open_for(place, need); });
            REQUIRE(error.has_value());
            CHECK(error->id == ErrorId::store_newer);
            CHECK(error->errc == Errc::newer);
            CHECK(error->args == std::vector<Arg>{std::to_string(newest_schema() + 7),
                                                  std::to_string(newest_schema())});
        }
    }

    TEST_CASE("a store is not made over one of a newer program") {
        const FreshStore place;
        pretend_version(*place.create(), newest_schema() + 7);
        CHECK(thrown_by([&] { place.create(); }) == ErrorId::store_exists);
    }

    TEST_CASE("a store is opened without its scripts being run again") {
        test::Chain chain;
        int backups = 0;
        for (int n = 0; n < 3; ++n) {
            open(chain.place().url(), Need::writing, {}, [&](const auto&) { ++backups; });
        }
        CHECK(backups == 0);
        CHECK(People{chain.driver()}.all().size() == 5);
    }

    TEST_CASE("the words of all numbers stand in the store") {
        const FreshStore place;
        const auto driver = place.create();
        CHECK(words_are_ours(*driver));
        std::set<std::string> kinds;
        Statement row{*driver, "SELECT DISTINCT kind FROM word"};
        while (row.step()) {
            kinds.insert(row.text(0));
        }
        for (const auto* const kind : {"unit kind",
                                       "ownership",
                                       "unit status",
                                       "item type",
                                       "answer result",
                                       "visit kind",
                                       "verdict",
                                       "urgency",
                                       "issue status",
                                       "plan status",
                                       "event"}) {
            CAPTURE(kind);
            CHECK(kinds.contains(kind));
        }
    }

    TEST_CASE("a word that was changed is found") {
        const FreshStore place;
        const auto driver = place.create();
        driver->run("UPDATE word SET name = 'done' WHERE kind = 'issue status' AND number = 6");
        CHECK_FALSE(words_are_ours(*driver));
    }

    TEST_CASE("a URL says which engine it means") {
        CHECK(is_postgres("postgresql://host/data"));
        CHECK(is_postgres("postgres://host/data"));
        CHECK_FALSE(is_postgres("sqlite:shop.db"));
        CHECK_FALSE(is_postgres("postgresql.db"));
        CHECK_FALSE(is_postgres(""));
    }
}

}  // namespace dudao::store
