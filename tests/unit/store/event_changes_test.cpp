#include "store/event_changes.hpp"

#include "base/error.hpp"
#include "support/arbitrary.hpp"
#include "support/print.hpp"

#include <doctest/doctest.h>

namespace dudao::store {

using domain::IssueChanges;
using domain::IssueField;

TEST_SUITE("store/event_changes") {
    TEST_CASE("what is said is a line each, in the order of the fields") {
        CHECK(changes_text({}).empty());
        CHECK(changes_text({{IssueField::risk, "R-07"}, {IssueField::category, "process"}}) ==
              "category=process\nrisk=R-07");
    }

    TEST_CASE("line breaks and backslashes do not end a line") {
        CHECK(changes_text({{IssueField::whys, "a\nb\\n=c"}}) == "whys=a\\nb\\\\n=c");
    }

    TEST_CASE("what was written is read again") {
        for (std::uint64_t seed = 0; seed < 200; ++seed) {
            CAPTURE(seed);
            auto random = seeded_random(seed);
            IssueChanges changes;
            for (const auto& [field, word] : domain::issue_fields.words) {
                if (test::chance(random, 30)) {
                    changes[field] =
                        test::chance(random, 20) ? "\\n\n\\" : test::arbitrary_text(random);
                }
            }
            CHECK(parse_changes(changes_text(changes)) == changes);
        }
    }

    TEST_CASE("a name that is none of ours is damage of the store") {
        try {
            parse_changes("colour=red");
            FAIL("it was read");
        } catch (const Failure& failure) {
            CHECK(failure.error().errc == Errc::store);
        }
    }
}

}  // namespace dudao::store
