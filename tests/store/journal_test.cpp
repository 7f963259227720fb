// The journal: who did what, in chains that cannot be edited unseen.
#include "store/journal.hpp"

#include "base/error.hpp"
#include "base/error_id.hpp"
#include "store/people.hpp"
#include "store/seal.hpp"
#include "store/statement.hpp"
#include "support/chain.hpp"
#include "support/print.hpp"
#include "support/results.hpp"
#include "support/samples.hpp"

#include <doctest/doctest.h>

namespace dudao::store {

using test::Chain;
using test::thrown_by;
using namespace std::chrono_literals;

namespace {

void add_person(Driver& driver, const Author& author, const std::string& code) {
    Writing writing{driver, author, "people import"};
    PersonWriter writer{writing};
    writer.add(test::a_person(code));
    writer.finish();
    writing.commit(code);
}

JournalEntry last_entry(Driver& driver) {
    return journal(driver).back();
}

Author at(Millis now, std::string device = "device-a") {
    return {.actor = "admin", .device = std::move(device), .now = now};
}

constexpr Millis late{test::morning + std::chrono::hours{24}};

}  // namespace

TEST_SUITE("store/journal") {
    TEST_CASE("an entry says who did what, when and on which device") {
        Chain chain;
        add_person(chain.driver(), at(late + 999ms), "new");
        const auto entry = last_entry(chain.driver());
        CHECK(entry.actor == "admin");
        CHECK(entry.device == "device-a");
        CHECK(entry.command == "people import");
        CHECK(entry.summary == "new");
        CHECK(entry.at == std::chrono::floor<std::chrono::seconds>(late));
    }

    TEST_CASE("the first entry of a device follows on nothing") {
        const Chain chain;
        const auto entries = journal(chain.driver());
        REQUIRE_FALSE(entries.empty());
        CHECK(entries.front().sequence == 1);
        CHECK(entries.front().previous == Digest{});
    }

    TEST_CASE("each entry holds the hash of the one before") {
        const Chain chain;
        const auto entries = journal(chain.driver());
        REQUIRE(entries.size() == 3);
        for (std::size_t n = 1; n < entries.size(); ++n) {
            CHECK(entries[n].sequence == entries[n - 1].sequence + 1);
            CHECK(entries[n].previous == entries[n - 1].hash);
        }
    }

    TEST_CASE("the hash of an entry is made over all that it says") {
        const Chain chain;
        const auto entry = last_entry(chain.driver());
        CHECK(hash_of(entry) == entry.hash);
        const auto differs = [&](auto change) {
            auto other = entry;
            change(other);
            return hash_of(other) != entry.hash;
        };
        CHECK(differs([](JournalEntry& e) { e.device = "device-b"; }));
        CHECK(differs([](JournalEntry& e) { ++e.sequence; }));
        CHECK(differs([](JournalEntry& e) { ++e.hybrid_clock; }));
        CHECK(differs([](JournalEntry& e) { e.at += 1s; }));
        CHECK(differs([](JournalEntry& e) { e.actor = "li"; }));
        CHECK(differs([](JournalEntry& e) { e.command += '!'; }));
        CHECK(differs([](JournalEntry& e) { e.summary += '!'; }));
        CHECK(differs([](JournalEntry& e) { e.digests += '!'; }));
        CHECK(differs([](JournalEntry& e) { e.previous.back() ^= 1U; }));
    }

    TEST_CASE("the key of an entry is of this store alone and not in its hash") {
        const Chain chain;
        auto entry = last_entry(chain.driver());
        entry.key += 100;
        CHECK(hash_of(entry) == entry.hash);
    }

    TEST_CASE("each device has a chain of its own") {
        Chain chain;
        add_person(chain.driver(), at(late, "device-b"), "b1");
        add_person(chain.driver(), at(late, "device-a"), "a1");
        add_person(chain.driver(), at(late, "device-b"), "b2");
        const auto entries = journal(chain.driver());
        REQUIRE(entries.size() == 6);
        CHECK(entries[3].sequence == 1);
        CHECK(entries[3].previous == Digest{});
        CHECK(entries[4].sequence == 4);
        CHECK(entries[4].previous == entries[2].hash);
        CHECK(entries[5].sequence == 2);
        CHECK(entries[5].previous == entries[3].hash);
    }

    TEST_CASE("the heads are the last entries of each device") {
        Chain chain;
        add_person(chain.driver(), at(late, "device-b"), "b1");
        add_person(chain.driver(), at(late, "device-b"), "b2");
        const auto last = heads(chain.driver());
        REQUIRE(last.size() == 2);
        CHECK(last.at("device-a").sequence == 3);
        CHECK(last.at("device-b").sequence == 2);
        CHECK(last.at("device-b") == last_entry(chain.driver()));
    }

    TEST_CASE("the clock goes on even where the machine's goes back") {
        Chain chain;
        add_person(chain.driver(), at(late), "today");
        const auto today = last_entry(chain.driver());
        add_person(chain.driver(), at(late - std::chrono::hours{72}), "past");
        const auto past = last_entry(chain.driver());
        CHECK(past.hybrid_clock > today.hybrid_clock);
        CHECK(past.at < today.at);
    }

    TEST_CASE("two entries of one millisecond are told apart") {
        Chain chain;
        add_person(chain.driver(), at(late), "first");
        const auto first = last_entry(chain.driver());
        add_person(chain.driver(), at(late), "second");
        CHECK(last_entry(chain.driver()).hybrid_clock == first.hybrid_clock + 1);
        CHECK(first.hybrid_clock == late.time_since_epoch().count() * 65'536);
    }

    TEST_CASE("the clock is later than what another store has seen") {
        Chain chain;
        const auto seen = (late + std::chrono::hours{1}).time_since_epoch().count() * 65'536;
        Writing writing{chain.driver(), at(late), "merge", seen};
        PersonWriter writer{writing};
        writer.add(test::a_person("new"));
        writer.finish();
        writing.commit("one");
        CHECK(last_entry(chain.driver()).hybrid_clock == seen + 1);
    }

    TEST_CASE("a writing that wrote nothing leaves no entry") {
        Chain chain;
        const auto before = journal(chain.driver());
        auto writing = chain.write();
        writing.commit("nothing");
        CHECK((journal(chain.driver()) == before));
    }

    TEST_CASE("a writing that was given up leaves neither rows nor an entry") {
        Chain chain;
        const auto before = journal(chain.driver());
        {
            auto writing = chain.write();
            PersonWriter writer{writing};
            writer.add(test::a_person("new"));
            writer.finish();
        }
        CHECK((journal(chain.driver()) == before));
        CHECK_FALSE(People{chain.driver()}.find("new").has_value());
    }

    TEST_CASE("a writing knows the name of its entry") {
        Chain chain;
        const auto writing = chain.write();
        CHECK(writing.entry() == 4);
        CHECK(writing.entry_name() == "device-a:4");
    }

    TEST_CASE("what an entry says about tables is the sum of what was written") {
        Chain chain;
        add_person(chain.driver(), at(late), "new");
        const auto digests = parse_digests(last_entry(chain.driver()).digests).or_throw();
        REQUIRE(digests.size() == 1);
        const auto& person = digests.at("person");
        CHECK(person.added == 1);
        CHECK(person.removed == 0);
        // The bytes of the row, as RowBytes defines them: t, length, text …; NULLs at the end count
        // for nothing but the entry's name does not come last by chance.
        RowBytes bytes;
        bytes.add(must_text_cell("new"));
        bytes.add(must_text_cell(test::a_person("new").name));
        for (int n = 0; n < 4; ++n) {
            bytes.add(null_cell());
        }
        bytes.add(must_text_cell("device-a:4"));
        CHECK(person.digest == sha256(bytes.end()));
    }

    TEST_CASE("an entry of another device is kept as it came") {
        Chain first;
        Chain second;
        add_person(first.driver(), at(late, "device-b"), "new");
        const auto entry = last_entry(first.driver());
        {
            Transaction transaction{second.driver(), Access::write};
            CHECK(adopt(second.driver(), entry) == 4);
            transaction.commit();
        }
        auto adopted = last_entry(second.driver());
        adopted.key = entry.key;
        CHECK((adopted == entry));
        CHECK(hash_of(adopted) == entry.hash);
        second.leave_unchecked();  // the rows that the entry speaks of are not there
    }

    TEST_CASE("no device writes two entries of one number") {
        Chain chain;
        const auto entry = last_entry(chain.driver());
        CHECK(thrown_by([&] {
                  const Transaction transaction{chain.driver(), Access::write};
                  adopt(chain.driver(), entry);
              }) == ErrorId::store_failed);
    }

    TEST_CASE("a hash that is not 32 bytes long is a damaged journal") {
        Chain chain;
        Statement{chain.driver(), "UPDATE journal SET hash = $1 WHERE sequence = 2"}
            .bind(bytes_cell("short"))
            .run();
        CHECK(thrown_by([&] { journal(chain.driver()); }) == ErrorId::bad_journal);
        chain.leave_unchecked();
    }
}

}  // namespace dudao::store
