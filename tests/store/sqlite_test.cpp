// What is true of stores in files only.
#include "base/error.hpp"
#include "base/error_id.hpp"
#include "base/file.hpp"
#include "store/people.hpp"
#include "store/statement.hpp"
#include "store/store.hpp"
#include "support/chain.hpp"
#include "support/folder.hpp"
#include "support/fresh_store.hpp"
#include "support/print.hpp"
#include "support/results.hpp"
#include "support/samples.hpp"

#include <doctest/doctest.h>

#include <filesystem>

namespace dudao::store {

using test::Folder;
using test::FreshStore;
using test::thrown_by;
namespace fs = std::filesystem;

namespace {

std::unique_ptr<Driver> open_for(const std::string& url, Need need) {
    return open(url, need, {}, [](const auto&) {});
}

std::string bytes_of(const FreshStore& place) {
    return read_file(place.url(), 1U << 26U).or_throw();
}

/// Takes the right to write from a file or folder.
void protect(const fs::path& path) {
    fs::permissions(path,
                    fs::perms::owner_write | fs::perms::group_write | fs::perms::others_write,
                    fs::perm_options::remove);
}

/// Lets everyone do everything, so that nobody can work there.
void share(const FreshStore& place) {
    fs::permissions(place.folder().path(), fs::perms::all);
    fs::permissions(place.url(), fs::perms{0666});
}

std::int64_t number(Driver& driver, std::string_view sql) {
    Statement query{driver, sql};
    query.step();
    return query.integer(0);
}

}  // namespace

TEST_SUITE("store/sqlite") {
    TEST_CASE("a file that is not there is missing, and is not made by opening it") {
        const Folder folder;
        const auto path = (folder / "nothing.db").string();
        const auto error = test::failure_of([&] { open_for(path, Need::reading); });
        REQUIRE(error.has_value());
        CHECK(error->id == ErrorId::store_missing);
        CHECK(error->args.front().text == path);
        CHECK(folder.names().empty());
    }

    TEST_CASE("an empty file is no store yet") {
        const FreshStore place;
        place.folder().put("store.db", "");
        CHECK(thrown_by([&] { open_for(place.url(), Need::reading); }) == ErrorId::store_empty);
        CHECK(place.create()->schema_version() == newest_schema());
    }

    TEST_CASE("a text file is not ours, and stays as it is") {
        const FreshStore place;
        std::string text;
        while (text.size() < 5000) {
            text += "门店编号,门店名称\n";
        }
        place.folder().put("store.db", text);
        CHECK(thrown_by([&] { open_for(place.url(), Need::reading); }) == ErrorId::store_foreign);
        CHECK(thrown_by([&] { open_for(place.url(), Need::writing); }) == ErrorId::store_foreign);
        CHECK((place.folder().get("store.db") == text));
    }

    TEST_CASE("a store is not made over a text file") {
        const FreshStore place;
        place.folder().put("store.db", "do not lose this\n");
        CHECK(thrown_by([&] { place.create(); }) == ErrorId::store_foreign);
        CHECK(place.folder().get("store.db") == "do not lose this\n");
    }

    TEST_CASE("a folder is not a store") {
        const Folder folder;
        CHECK(thrown_by([&] { open_for(folder.path().string(), Need::reading); }) ==
              ErrorId::store_not_permitted);
    }

    TEST_CASE("a file cut off in the middle is found to be damaged") {
        const FreshStore place;
        place.create();
        fs::resize_file(place.url(), fs::file_size(place.url()) / 2 / 4096 * 4096);
        CHECK(thrown_by([&] {
                  const auto driver = open_for(place.url(), Need::reading);
                  for (const auto* const table : {"word", "journal", "unit", "person", "event"}) {
                      number(*driver, std::string{"SELECT count(*) FROM "} + table);
                  }
              }) == ErrorId::store_corrupt);
    }

    TEST_CASE("a store in memory works like one in a file") {
        const auto driver = create(":memory:", {});
        CHECK(driver->schema_version() == newest_schema());
        CHECK(People{*driver}.all().empty());
    }

    TEST_CASE("a URL may say sqlite: before the file's name") {
        const FreshStore place;
        place.create();
        CHECK(open_for("sqlite:" + place.url(), Need::reading)->schema_version() ==
              newest_schema());
    }

    TEST_CASE("the file says what it is") {
        const FreshStore place;
        const auto driver = place.create();
        CHECK(number(*driver, "PRAGMA application_id") == 0x44554441);
        CHECK(number(*driver, "PRAGMA user_version") == newest_schema());
    }

    TEST_CASE("the settings that keep data safe are on") {
        const FreshStore place;
        const auto driver = place.create();
        CHECK(number(*driver, "PRAGMA foreign_keys") == 1);
        CHECK(number(*driver, "PRAGMA synchronous") == 2);
        CHECK(number(*driver, "PRAGMA trusted_schema") == 0);
        Statement mode{*driver, "PRAGMA journal_mode"};
        REQUIRE(mode.step());
        CHECK(mode.text(0) == "delete");
    }

    TEST_CASE("reading leaves the file as it is to the byte, and nothing beside it") {
        test::Chain chain;
        const auto before = bytes_of(chain.place());
        {
            const auto driver = open_for(chain.place().url(), Need::reading);
            const Transaction transaction{*driver, Access::read};
            CHECK(People{*driver}.all().size() == 5);
        }
        CHECK((bytes_of(chain.place()) == before));
        CHECK(chain.place().folder().names() == std::vector<std::string>{"store.db"});
    }

    TEST_CASE("a writing that changed nothing leaves the file as it is to the byte") {
        test::Chain chain;
        const auto before = bytes_of(chain.place());
        auto writing = chain.write();
        writing.commit("nothing");
        CHECK((bytes_of(chain.place()) == before));
    }

    TEST_CASE("a file that one may not write can be read") {
        test::Chain chain;
        share(chain.place());
        protect(chain.place().url());
        const test::AsNobody nobody;
        const auto driver = open_for(chain.place().url(), Need::reading);
        const Transaction transaction{*driver, Access::read};
        CHECK(People{*driver}.all().size() == 5);
    }

    TEST_CASE("a file that one may not write refuses to be written") {
        test::Chain chain;
        share(chain.place());
        protect(chain.place().url());
        const test::AsNobody nobody;
        const auto driver = open_for(chain.place().url(), Need::writing);
        CHECK(thrown_by([&] {
                  const Writing writing{*driver, chain.author(), "test"};
              }) == ErrorId::store_read_only);
    }

    TEST_CASE("a store in a folder that one may not write to can be read") {
        test::Chain chain;
        protect(chain.place().url());
        protect(chain.place().folder().path());
        const test::AsNobody nobody;
        const auto driver = open_for(chain.place().url(), Need::reading);
        const Transaction transaction{*driver, Access::read};
        CHECK(People{*driver}.all().size() == 5);
    }

    TEST_CASE("a store in a folder that one may not write to refuses to be written") {
        test::Chain chain;
        share(chain.place());
        protect(chain.place().folder().path());
        const test::AsNobody nobody;
        const auto driver = open_for(chain.place().url(), Need::writing);
        CHECK(thrown_by([&] {
                  Writing writing{*driver, chain.author(), "test"};
                  PersonWriter writer{writing};
                  writer.add(test::a_person("new"));
                  writer.finish();
                  writing.commit("one");
              }) == ErrorId::store_read_only);
    }

    TEST_CASE("a file that one may not read is said to be so") {
        const FreshStore place;
        place.create();
        fs::permissions(place.url(), fs::perms::none);
        const test::AsNobody nobody;
        CHECK(thrown_by([&] { open_for(place.url(), Need::reading); }) ==
              ErrorId::store_not_permitted);
    }

    TEST_CASE("a link is not followed to a store elsewhere") {
        const FreshStore place;
        place.create();
        const Folder folder;
        fs::create_symlink(place.url(), folder / "link.db");
        CHECK(thrown_by([&] { open_for((folder / "link.db").string(), Need::reading); }) ==
              ErrorId::store_not_permitted);
    }

    TEST_CASE("a backup is a copy beside the store that can be opened") {
        test::Chain chain;
        const auto copy = chain.driver().back_up();
        CHECK(copy == chain.place().url() + ".v" + std::to_string(newest_schema()) + ".bak");
        CHECK(People{*open_for(copy, Need::reading)}.all().size() == 5);
    }

    TEST_CASE("a backup takes the place of the one before") {
        test::Chain chain;
        chain.driver().back_up();
        {
            auto writing = chain.write();
            PersonWriter writer{writing};
            writer.add(test::a_person("new"));
            writer.finish();
            writing.commit("one");
        }
        const auto copy = chain.driver().back_up();
        CHECK(People{*open_for(copy, Need::reading)}.all().size() == 6);
    }

    TEST_CASE("a crash in the middle of a commit is undone by the next who opens the store") {
        // A hot journal is what a crash leaves: the store with its journal is copied while a
        // transaction is on its way, with so little cache that pages have reached the file.
        test::Chain chain;
        const Folder folder;
        {
            auto writing = chain.write();
            chain.driver().run("PRAGMA cache_size = 1");
            PersonWriter writer{writing};
            for (int n = 0; n < 2000; ++n) {
                writer.add(test::a_person("new" + std::to_string(n)));
            }
            writer.finish();
            fs::copy_file(chain.place().url(), folder / "store.db");
            fs::copy_file(chain.place().url() + "-journal", folder / "store.db-journal");
        }
        const auto driver = open_for((folder / "store.db").string(), Need::reading);
        CHECK(People{*driver}.all().size() == 5);
        CHECK(number(*driver, "PRAGMA integrity_check") == 0);
        CHECK_FALSE(fs::exists(folder / "store.db-journal"));
    }
}

}  // namespace dudao::store
