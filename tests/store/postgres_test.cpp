// What is true of stores on a server only.
#include "base/error.hpp"
#include "base/error_id.hpp"
#include "store/statement.hpp"
#include "store/store.hpp"
#include "support/chain.hpp"
#include "support/fresh_store.hpp"
#include "support/print.hpp"
#include "support/results.hpp"

#include <doctest/doctest.h>

namespace dudao::store {

using test::failure_of;
using test::thrown_by;

TEST_SUITE("store/postgres") {
    TEST_CASE("a server that is not there is said to be so, with its words") {
        const auto error =
            failure_of([] { open_postgres("postgresql://%2Fnonexistent/shop?user=nobody", {}); });
        REQUIRE(error.has_value());
        CHECK(error->id == ErrorId::store_connection);
        CHECK(error->errc == Errc::store);
        CHECK_FALSE(error->args.back().text.empty());
    }

    TEST_CASE("a data base that is not there is said to be so") {
        auto url = *test::postgres_url();
        url.replace(url.find("/postgres?"), 9, "/nothing");
        CHECK(thrown_by([&] { open_postgres(url, {}); }) == ErrorId::store_connection);
    }

    TEST_CASE("a password is never shown") {
        const auto error =
            failure_of([] { open_postgres("postgresql://zhang:secret@%2Fnonexistent/shop", {}); });
        REQUIRE(error.has_value());
        for (const auto& arg : error->args) {
            CAPTURE(arg.text);
            CHECK(arg.text.find("secret") == std::string::npos);
        }
    }

    TEST_CASE("a password in a parameter is never shown") {
        const auto error = failure_of([] {
            open_postgres("postgresql://%2Fnonexistent/shop?user=zhang&password=secret", {});
        });
        REQUIRE(error.has_value());
        for (const auto& arg : error->args) {
            CAPTURE(arg.text);
            CHECK(arg.text.find("secret") == std::string::npos);
        }
    }

    TEST_CASE("what a user may not do is refused as such") {
        const test::Chain chain;
        chain.driver().run(
            "DO $$ BEGIN CREATE ROLE test_guest LOGIN; EXCEPTION WHEN duplicate_object THEN NULL; "
            "END $$");
        auto url = chain.place().url();
        url.replace(url.find("user=postgres"), 13, "user=test_guest");
        const auto guest = open_postgres(url, {});
        CHECK(thrown_by([&] { guest->run("CREATE TABLE t (x int)"); }).has_value());
        CHECK(thrown_by([&] { guest->run("SELECT * FROM pg_authid"); }) ==
              ErrorId::store_not_permitted);
    }

    TEST_CASE("a session that may only read says so") {
        const test::Chain chain;
        const auto driver = open_postgres(
            test::with_parameter(chain.place().url(), "application_name", "reader"), {});
        driver->run("SET default_transaction_read_only = on");
        CHECK(thrown_by([&] { driver->run("DELETE FROM draft"); }) == ErrorId::store_read_only);
    }

    TEST_CASE("texts are kept in the same order on every server") {
        const test::Chain chain;
        Statement query{chain.driver(),
                        "SELECT count(*) FROM information_schema.columns WHERE "
                        "table_schema = current_schema() AND data_type = 'text' AND "
                        "COALESCE(collation_name, '') <> 'C'"};
        REQUIRE(query.step());
        CHECK(query.integer(0) == 0);
    }

    TEST_CASE("a backup is the server's business") {
        const test::Chain chain;
        CHECK(chain.driver().back_up().empty());
    }
}

}  // namespace dudao::store
