#include "base/error.hpp"

#include "base/error_id.hpp"
#include "support/print.hpp"
#include "support/results.hpp"

#include <doctest/doctest.h>

namespace dudao {

namespace {

Result<int> no_number() {
    return Error{ErrorId::bad_number, {"x"}, {"list.csv", 3, 7}};
}

Errc kind_of(ErrorId id) {
    return Error{id}.errc;
}

}  // namespace

TEST_SUITE("base/error") {
    TEST_CASE("the first digit of an id is its kind and the exit code") {
        CHECK(kind_of(ErrorId::usage_parse) == Errc::usage);
        CHECK(kind_of(ErrorId::bad_day) == Errc::input);
        CHECK(kind_of(ErrorId::wrong_state) == Errc::refused);
        CHECK(kind_of(ErrorId::store_missing) == Errc::store);
        CHECK(kind_of(ErrorId::store_newer) == Errc::newer);
        CHECK(kind_of(ErrorId::store_corrupt) == Errc::integrity);
        CHECK(static_cast<int>(Errc::integrity) == 8);
    }

    TEST_CASE("a place is written as short as what is known") {
        CHECK(to_text(Place{}).empty());
        CHECK(to_text(Place{"list.csv"}) == "list.csv");
        CHECK(to_text(Place{"list.csv", 3}) == "list.csv:3");
        CHECK(to_text(Place{"list.csv", 3, 7}) == "list.csv:3:7");
    }

    TEST_CASE("a result holds a value") {
        const Result<int> result = 7;
        CHECK(result.has_value());
        CHECK(static_cast<bool>(result));
        CHECK(*result == 7);
    }

    TEST_CASE("a result holds an error") {
        const auto result = no_number();
        CHECK_FALSE(result.has_value());
        CHECK(result.error().args == std::vector<Arg>{"x"});
    }

    TEST_CASE("a value is not thrown") {
        CHECK(Result<int>{7}.or_throw() == 7);
        CHECK(Result<int>{7}.or_throw(Errc::integrity) == 7);
    }

    TEST_CASE("an error is thrown as it is") {
        CHECK(test::failure_of([] { no_number().or_throw(); }) == no_number().error());
    }

    TEST_CASE("an error is filed where the blame lies") {
        const auto error = test::failure_of([] { no_number().or_throw(Errc::integrity); });
        REQUIRE(error.has_value());
        CHECK(error->id == ErrorId::bad_number);
        CHECK(error->errc == Errc::integrity);
        CHECK(error->place == Place{"list.csv", 3, 7});
    }

    TEST_CASE("a failure carries all of its errors") {
        const Failure failure{
            std::vector<Error>{Error{ErrorId::bad_day}, Error{ErrorId::bad_number}}};
        CHECK(failure.error().id == ErrorId::bad_day);
        CHECK(failure.errors().size() == 2);
    }

    TEST_CASE("a word of ours is told apart from a text") {
        CHECK(Arg{"open", "issue status"} != Arg{"open"});
    }
}

}  // namespace dudao
