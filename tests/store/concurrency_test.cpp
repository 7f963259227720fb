// Several connections at once: who waits for whom, and what each of them sees.
#include "base/error.hpp"
#include "store/journal.hpp"
#include "store/people.hpp"
#include "store/statement.hpp"
#include "store/store.hpp"
#include "store/transaction.hpp"
#include "support/chain.hpp"
#include "support/fresh_store.hpp"
#include "support/print.hpp"
#include "support/results.hpp"
#include "support/samples.hpp"

#include <doctest/doctest.h>

#include <sys/wait.h>
#include <unistd.h>

namespace dudao::store {

namespace {

std::int64_t people_in(Driver& driver) {
    Statement query{driver, "SELECT count(*) FROM person"};
    query.step();
    return query.integer(0);
}

/// Adds people from a process of its own: its exit code says whether all went well.
[[noreturn]] void add_people(const std::string& url, const std::string& prefix, int count) {
    int code = EXIT_FAILURE;
    try {
        const auto driver = open(url, Need::writing, {}, [](const auto&) {});
        for (int n = 0; n < count; ++n) {
            Writing writing{*driver,
                            Author{.actor = prefix, .device = prefix, .now = Millis{test::morning}},
                            "people add"};
            PersonWriter writer{writing};
            writer.add(test::a_person(prefix + std::to_string(n)));
            writer.finish();
            writing.commit("one");
        }
        code = EXIT_SUCCESS;
    } catch (...) {  // NOLINT(bugprone-empty-catch): the exit code tells
    }
    ::_exit(code);  // not exit(): the parent's connections and tests are not ours to end
}

bool succeeded(pid_t child) {
    int status = 0;
    return ::waitpid(child, &status, 0) == child && WIFEXITED(status) &&
           WEXITSTATUS(status) == EXIT_SUCCESS;
}

}  // namespace

TEST_SUITE("store/concurrency") {
    TEST_CASE("a second writer waits for the first, is told so, and then sees what it wrote") {
        test::Chain chain;
        int waits = 0;
        std::optional<Writing> first;
        first.emplace(chain.driver(), chain.author(), "people add");
        PersonWriter writer{*first};
        writer.add(test::a_person("first"));
        writer.finish();

        // Called after a second of waiting: then the first one ends.
        const auto second = chain.place().connect([&] {
            ++waits;
            first->commit("one");
        });
        Writing writing{*second, chain.author("admin", "device-b"), "people add"};
        CHECK(waits == 1);
        CHECK(People{*second}.find("first").has_value());
        PersonWriter other{writing};
        other.add(test::a_person("second"));
        other.finish();
        writing.commit("one");
        CHECK(People{chain.driver()}.find("second").has_value());
    }

    TEST_CASE("a writer that gave up leaves the way free") {
        test::Chain chain;
        {
            auto first = chain.write();
            PersonWriter writer{first};
            writer.add(test::a_person("first"));
            writer.finish();
        }
        int waits = 0;
        const auto second = chain.place().connect([&] { ++waits; });
        Writing writing{*second, chain.author(), "people add"};
        PersonWriter writer{writing};
        writer.add(test::a_person("second"));
        writer.finish();
        writing.commit("one");
        CHECK(waits == 0);
        CHECK_FALSE(People{*second}.find("first").has_value());
        CHECK(People{*second}.find("second").has_value());
    }

    TEST_CASE("a reader does not see what another has not committed") {
        test::Chain chain;
        const auto other = chain.place().connect();
        const auto before = people_in(chain.driver());
        {
            auto writing = chain.write();
            PersonWriter writer{writing};
            writer.add(test::a_person("new"));
            writer.finish();
            const Transaction reading{*other, Access::read};
            CHECK(people_in(*other) == before);
        }
        CHECK(people_in(*other) == before);
    }

    TEST_CASE("a reader sees one state until its end, however others go on") {
        test::Chain chain;
        const auto other = chain.place().connect();
        const auto before = people_in(chain.driver());
        std::optional<Transaction> reading;
        reading.emplace(*other, Access::read);
        CHECK(people_in(*other) == before);
        // In SQLite the commit waits for the reader, in PostgreSQL it need not.
        const auto third = chain.place().connect([&] { reading.reset(); });
        {
            Writing writing{*third, chain.author(), "people add"};
            PersonWriter writer{writing};
            writer.add(test::a_person("new"));
            writer.finish();
            CHECK(people_in(*other) == before);
            writing.commit("one");
        }
        if (reading) {
            CHECK(people_in(*other) == before);
            reading.reset();
        }
        CHECK(people_in(*other) == before + 1);
    }

    TEST_CASE("readers do not wait for one another") {
        const test::Chain chain;
        int waits = 0;
        const auto first = chain.place().connect([&] { ++waits; });
        const auto second = chain.place().connect([&] { ++waits; });
        const Transaction one{*first, Access::read};
        const Transaction two{*second, Access::read};
        CHECK(people_in(*first) == people_in(*second));
        CHECK(waits == 0);
    }

    TEST_CASE("processes that write at once lose nothing, and their chains stay whole") {
        const test::Chain chain;
        constexpr int each = 10;
        const auto before = people_in(chain.driver());
        std::vector<pid_t> children;
        for (const auto* const name : {"device-x", "device-y", "device-z"}) {
            const auto child = ::fork();
            if (child == 0) {
                add_people(chain.place().url(), name, each);
            }
            children.push_back(child);
        }
        for (const auto child : children) {
            CHECK(succeeded(child));
        }
        CHECK(people_in(chain.driver()) == before + std::int64_t{3} * each);
    }
}

}  // namespace dudao::store
