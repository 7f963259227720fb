// What every engine must do for the store: the contract of store/driver.hpp.
#include "store/driver.hpp"

#include "base/error.hpp"
#include "base/error_id.hpp"
#include "store/statement.hpp"
#include "store/transaction.hpp"
#include "support/fresh_store.hpp"
#include "support/print.hpp"
#include "support/results.hpp"

#include <doctest/doctest.h>

#include <array>
#include <limits>
#include <string>
#include <vector>

namespace dudao::store {

using test::thrown_by;

namespace {

constexpr std::array<std::string_view, 4> columns{"number", "text", "bytes", "other"};

/// A place with one table that has a column of each type.
class Scratch {
  public:
    Scratch() : driver_(place_.connect_bare()) {
        driver_->run(driver_->dialect(
            "CREATE TABLE scratch (number INTEGER PRIMARY KEY, text TEXT, bytes BLOB, "
            "other INTEGER CHECK (other > 0)) STRICT;"));
    }

    Driver& operator*() const { return *driver_; }
    Driver* operator->() const { return driver_.get(); }
    const test::FreshStore& place() const noexcept { return place_; }

    void insert(std::int64_t number, const Cell& text, const Cell& bytes = {}) const {
        Statement{*driver_, "INSERT INTO scratch (number, text, bytes) VALUES ($1, $2, $3)"}
            .bind(number)
            .bind(text)
            .bind(bytes)
            .run();
    }

    std::int64_t count() const {
        Statement query{*driver_, "SELECT count(*) FROM scratch"};
        query.step();
        return query.integer(0);
    }

    /// All of the table as one text, rows in the order of their numbers.
    std::string content() const {
        std::string all;
        Statement row{*driver_, "SELECT number, text, bytes, other FROM scratch ORDER BY number"};
        while (row.step()) {
            for (int column = 0; column < row.columns(); ++column) {
                const auto cell = row.read(column);
                all += cell.type == ColumnType::null      ? "NULL"
                       : cell.type == ColumnType::integer ? std::to_string(cell.number)
                                                          : '\'' + std::string{cell.text} + '\'';
                all += column + 1 < row.columns() ? ' ' : '\n';
            }
        }
        return all;
    }

  private:
    test::FreshStore place_;
    std::unique_ptr<Driver> driver_;
};

std::string read_text(Driver& driver) {
    Statement row{driver, "SELECT text FROM scratch"};
    REQUIRE(row.step());
    return row.text(0);
}

}  // namespace

TEST_SUITE("store/driver") {
    TEST_CASE("placeholders are bound by their numbers, in whatever order they stand") {
        const Scratch scratch;
        Statement query{*scratch, "SELECT CAST($2 AS TEXT), CAST($1 AS BIGINT), CAST($3 AS TEXT)"};
        query.bind(7).bind(std::string_view{"two"}).bind(std::string_view{"three"});
        REQUIRE(query.step());
        CHECK(query.text(0) == "two");
        CHECK(query.integer(1) == 7);
        CHECK(query.text(2) == "three");
    }

    TEST_CASE("a placeholder may stand in several places") {
        const Scratch scratch;
        Statement query{*scratch,
                        "SELECT CAST($2 AS BIGINT) + CAST($1 AS BIGINT) + CAST($2 AS BIGINT)"};
        query.bind(1).bind(10);
        REQUIRE(query.step());
        CHECK(query.integer(0) == 21);
    }

    TEST_CASE("an integer keeps all of its 64 bits") {
        const Scratch scratch;
        for (const auto number : {std::numeric_limits<std::int64_t>::min(),
                                  std::int64_t{-1},
                                  std::int64_t{0},
                                  std::numeric_limits<std::int64_t>::max()}) {
            Statement{*scratch, "INSERT INTO scratch (number) VALUES ($1)"}.bind(number).run();
            Statement query{*scratch, "SELECT number FROM scratch WHERE number = $1"};
            REQUIRE(query.bind(number).step());
            CHECK(query.read(0).type == ColumnType::integer);
            CHECK(query.integer(0) == number);
        }
    }

    TEST_CASE("a text keeps every character") {
        const Scratch scratch;
        const std::string text = "门店 'é' \"😀\" \\ % _ $1 ; -- \n\t";
        scratch.insert(1, must_text_cell(text));
        CHECK(read_text(*scratch) == text);
    }

    TEST_CASE("an empty text is not NULL") {
        const Scratch scratch;
        scratch.insert(1, must_text_cell(""));
        scratch.insert(2, null_cell());
        Statement row{*scratch, "SELECT text FROM scratch ORDER BY number"};
        REQUIRE(row.step());
        CHECK(row.read(0).type == ColumnType::text);
        CHECK(row.text(0).empty());
        REQUIRE(row.step());
        CHECK(row.read(0).type == ColumnType::null);
    }

    TEST_CASE("an empty text is not NULL even where its view points nowhere") {
        const Scratch scratch;
        scratch.insert(1, must_text_cell(std::string_view{}));
        Statement row{*scratch, "SELECT text FROM scratch"};
        REQUIRE(row.step());
        CHECK(row.read(0).type == ColumnType::text);
    }

    TEST_CASE("in bulk, too, an empty text is not NULL even where its view points nowhere") {
        const Scratch scratch;
        const auto bulk = scratch->bulk("scratch", columns);
        bulk->add(
            std::array{cell(1), must_text_cell(std::string_view{}), null_cell(), null_cell()});
        bulk->finish();
        CHECK(scratch.content() == "1 '' NULL NULL\n");
    }

    TEST_CASE("empty bytes are not NULL") {
        const Scratch scratch;
        scratch.insert(1, null_cell(), bytes_cell(std::string_view{}));
        Statement row{*scratch, "SELECT bytes FROM scratch"};
        REQUIRE(row.step());
        CHECK(row.read(0).type == ColumnType::bytes);
        CHECK(row.view(0).empty());
    }

    TEST_CASE("bytes keep zeros and whatever else they are") {
        const Scratch scratch;
        std::string bytes;
        for (int byte = 0; byte < 256; ++byte) {
            bytes += static_cast<char>(byte);
        }
        bytes += bytes;
        scratch.insert(1, null_cell(), bytes_cell(bytes));
        Statement row{*scratch, "SELECT bytes FROM scratch"};
        REQUIRE(row.step());
        CHECK(row.read(0).type == ColumnType::bytes);
        CHECK((row.view(0) == bytes));
    }

    TEST_CASE("bytes are found by their value") {
        const Scratch scratch;
        const std::string bytes{"\0\1\xFF", 3};
        scratch.insert(1, null_cell(), bytes_cell(bytes));
        Statement query{*scratch, "SELECT number FROM scratch WHERE bytes = $1"};
        CHECK(query.bind(bytes_cell(bytes)).step());
    }

    TEST_CASE("a text of several megabytes comes back whole") {
        const Scratch scratch;
        std::string text;
        for (int n = 0; text.size() < 5'000'000; ++n) {
            text += "巡检" + std::to_string(n);
        }
        scratch.insert(1, must_text_cell(text));
        CHECK((read_text(*scratch) == text));
    }

    TEST_CASE("NULL is read as nothing, zero or an empty text") {
        const Scratch scratch;
        scratch.insert(1, null_cell());
        Statement row{*scratch, "SELECT other, text FROM scratch"};
        REQUIRE(row.step());
        CHECK(row.is_null(0));
        CHECK(row.integer(0) == 0);
        CHECK_FALSE(row.integer_if(0).has_value());
        CHECK_FALSE(row.day_if(0).has_value());
        CHECK_FALSE(row.instant_if(0).has_value());
        CHECK(row.text(1).empty());
    }

    TEST_CASE("a condition gives 0 or 1") {
        const Scratch scratch;
        Statement row{*scratch, "SELECT CASE WHEN 2 > 1 THEN 1 ELSE 0 END, count(*) FROM scratch"};
        REQUIRE(row.step());
        CHECK(row.flag(0));
        CHECK_FALSE(row.flag(1));
    }

    TEST_CASE("a statement can be run again with other values") {
        const Scratch scratch;
        Statement insert{*scratch, "INSERT INTO scratch (number, text) VALUES ($1, $2)"};
        insert.bind(1).bind(std::string_view{"a"}).run();
        insert.again().bind(2).bind(null_cell()).run();
        insert.again().bind(3).bind(std::string_view{"c"}).run();
        CHECK(scratch.content() == "1 'a' NULL NULL\n2 NULL NULL NULL\n3 'c' NULL NULL\n");
    }

    TEST_CASE("a query can be dropped in the middle and run again") {
        const Scratch scratch;
        for (int n = 1; n <= 5; ++n) {
            scratch.insert(n, null_cell());
        }
        Statement query{*scratch, "SELECT number FROM scratch WHERE number >= $1 ORDER BY number"};
        REQUIRE(query.bind(2).step());
        REQUIRE(query.step());
        CHECK(query.integer(0) == 3);
        REQUIRE(query.again().bind(4).step());
        CHECK(query.integer(0) == 4);
        CHECK(query.step());
        CHECK_FALSE(query.step());
    }

    TEST_CASE("a text need not outlive its binding") {
        const Scratch scratch;
        Statement insert{*scratch, "INSERT INTO scratch (number, text) VALUES ($1, $2)"};
        {
            std::string gone(100, 'x');
            insert.bind(1).bind(gone);
            gone.assign(100, 'y');
        }
        insert.run();
        CHECK(read_text(*scratch) == std::string(100, 'x'));
    }

    TEST_CASE("two queries can be open at once") {
        const Scratch scratch;
        for (int n = 1; n <= 3; ++n) {
            scratch.insert(n, null_cell());
        }
        Statement outer{*scratch, "SELECT number FROM scratch ORDER BY number"};
        std::string seen;
        while (outer.step()) {
            Statement inner{*scratch,
                            "SELECT number FROM scratch WHERE number > $1 ORDER BY number"};
            inner.bind(outer.integer(0));
            while (inner.step()) {
                seen += std::to_string(outer.integer(0)) + std::to_string(inner.integer(0)) + ' ';
            }
        }
        CHECK(seen == "12 13 23 ");
    }

    TEST_CASE("a row can be changed while a query that found it is open") {
        const Scratch scratch;
        for (int n = 1; n <= 3; ++n) {
            scratch.insert(n, null_cell());
        }
        Transaction transaction{*scratch, Access::set_up};
        {
            Statement query{*scratch, "SELECT number FROM scratch ORDER BY number"};
            Statement update{*scratch, "UPDATE scratch SET other = $2 WHERE number = $1"};
            while (query.step()) {
                update.again().bind(query.integer(0)).bind(query.integer(0) * 10).run();
            }
        }
        transaction.commit();
        CHECK(scratch.content() == "1 NULL NULL 10\n2 NULL NULL 20\n3 NULL NULL 30\n");
    }

    TEST_CASE("texts are compared byte by byte, whatever the language of the machine") {
        const Scratch scratch;
        int number = 0;
        for (const auto* const text : {"b", "B", "a", "é", "z", "A", "_", "门", "1", "10", "2"}) {
            scratch.insert(++number, must_text_cell(text));
        }
        std::string order;
        Statement row{*scratch, "SELECT text FROM scratch ORDER BY text"};
        while (row.step()) {
            order += row.text(0) + ' ';
        }
        CHECK(order == "1 10 2 A B _ a b z é 门 ");
    }

    TEST_CASE("only A to Z are made lower case") {
        const Scratch scratch;
        scratch.insert(1, must_text_cell("AZÉ门"));
        Statement row{*scratch, "SELECT lower(text) FROM scratch"};
        REQUIRE(row.step());
        CHECK(row.text(0) == "azÉ门");
    }

    TEST_CASE("a committed transaction stays") {
        const Scratch scratch;
        Transaction transaction{*scratch, Access::set_up};
        scratch.insert(1, null_cell());
        transaction.commit();
        CHECK(scratch.count() == 1);
    }

    TEST_CASE("a transaction that was not committed leaves nothing") {
        const Scratch scratch;
        {
            const Transaction transaction{*scratch, Access::set_up};
            scratch.insert(1, null_cell());
            CHECK(scratch.count() == 1);
        }
        CHECK(scratch.count() == 0);
    }

    TEST_CASE("a transaction ended by an exception leaves nothing") {
        const Scratch scratch;
        try {
            const Transaction transaction{*scratch, Access::set_up};
            scratch.insert(1, null_cell());
            scratch.insert(1, null_cell());  // the key is taken
            FAIL("a key was given twice");
        } catch (const Failure& failure) {
            CHECK(failure.error().id == ErrorId::store_failed);
        }
        CHECK(scratch.count() == 0);
    }

    TEST_CASE("tables made in a transaction that was rolled back are gone") {
        const Scratch scratch;
        {
            const Transaction transaction{*scratch, Access::set_up};
            scratch->run(scratch->dialect("CREATE TABLE second (key INTEGER PRIMARY KEY) STRICT;"));
        }
        CHECK(thrown_by([&] { scratch->run("SELECT 1 FROM second"); }) == ErrorId::store_failed);
    }

    TEST_CASE("after a failed statement and a rollback the connection goes on") {
        const Scratch scratch;
        {
            const Transaction transaction{*scratch, Access::set_up};
            CHECK(thrown_by([&] { scratch->run("INSERT INTO nowhere VALUES (1)"); }) ==
                  ErrorId::store_failed);
        }
        scratch.insert(1, null_cell());
        CHECK(scratch.count() == 1);
    }

    TEST_CASE("a statement that makes no sense is refused with the engine's words") {
        const Scratch scratch;
        const auto error = test::failure_of([&] { Statement{*scratch, "SELEKT 1"}.step(); });
        REQUIRE(error.has_value());
        CHECK(error->id == ErrorId::store_failed);
        CHECK(error->args.size() == 2);
        CHECK_FALSE(error->args.back().text.empty());
    }

    TEST_CASE("the rules of the schema hold") {
        const Scratch scratch;
        CHECK(thrown_by([&] {
                  scratch->run("INSERT INTO scratch (number, other) VALUES (1, 0)");
              }) == ErrorId::store_failed);
        CHECK(scratch.count() == 0);
    }

    TEST_CASE("a key that nobody has is refused where another table refers to it") {
        const Scratch scratch;
        scratch->run(scratch->dialect(
            "CREATE TABLE child (parent INTEGER NOT NULL REFERENCES scratch (number)) STRICT;"));
        scratch.insert(1, null_cell());
        scratch->run("INSERT INTO child (parent) VALUES (1)");
        CHECK(thrown_by([&] { scratch->run("INSERT INTO child (parent) VALUES (2)"); }) ==
              ErrorId::store_failed);
    }

    TEST_CASE("rows in bulk are the same as rows one by one") {
        const Scratch single;
        const Scratch many;
        const std::string bytes{"\0\xFF\n", 3};
        const std::vector<std::array<Cell, 4>> rows{
            {cell(1), must_text_cell("门店\t\\N\n\""), bytes_cell(bytes), cell(5)},
            {cell(-2), null_cell(), null_cell(), null_cell()},
            {cell(std::numeric_limits<std::int64_t>::max()),
             must_text_cell("\\."),
             bytes_cell(""),
             cell(1)},
        };
        Statement insert{
            *single, "INSERT INTO scratch (number, text, bytes, other) VALUES ($1, $2, $3, $4)"};
        const auto bulk = many->bulk("scratch", columns);
        for (const auto& row : rows) {
            insert.again();
            for (const auto& cell : row) {
                insert.bind(cell);
            }
            insert.run();
            bulk->add(row);
        }
        bulk->finish();
        CHECK((many.content() == single.content()));
        CHECK(many.count() == 3);
    }

    TEST_CASE("rows in bulk may leave out columns and give them in another order") {
        const Scratch scratch;
        constexpr std::array<std::string_view, 2> two{"text", "number"};
        const auto bulk = scratch->bulk("scratch", two);
        bulk->add(std::array{must_text_cell("a"), cell(1)});
        bulk->finish();
        CHECK(scratch.content() == "1 'a' NULL NULL\n");
    }

    TEST_CASE("no rows in bulk are no rows") {
        const Scratch scratch;
        const auto bulk = scratch->bulk("scratch", columns);
        bulk->finish();
        CHECK(scratch.count() == 0);
    }

    TEST_CASE("after finish() more rows may follow") {
        const Scratch scratch;
        const auto bulk = scratch->bulk("scratch", columns);
        bulk->add(std::array{cell(1), null_cell(), null_cell(), null_cell()});
        bulk->finish();
        CHECK(scratch.count() == 1);
        bulk->add(std::array{cell(2), null_cell(), null_cell(), null_cell()});
        bulk->finish();
        CHECK(scratch.count() == 2);
    }

    TEST_CASE("many rows in bulk all arrive, in a transaction or not at all") {
        const Scratch scratch;
        const std::string text(200, 'x');
        constexpr std::int64_t rows = 30'000;  // more than one buffer of either engine
        const auto fill = [&] {
            const auto bulk = scratch->bulk("scratch", columns);
            for (std::int64_t n = 0; n < rows; ++n) {
                bulk->add(std::array{cell(n), must_text_cell(text), null_cell(), null_cell()});
            }
            bulk->finish();
        };
        {
            const Transaction transaction{*scratch, Access::set_up};
            fill();
        }
        CHECK(scratch.count() == 0);
        Transaction transaction{*scratch, Access::set_up};
        fill();
        transaction.commit();
        CHECK(scratch.count() == rows);
    }

    TEST_CASE("a bad row in bulk is refused by the time the rows are finished") {
        const Scratch scratch;
        CHECK(thrown_by([&] {
                  const Transaction transaction{*scratch, Access::set_up};
                  const auto bulk = scratch->bulk("scratch", columns);
                  bulk->add(std::array{cell(1), null_cell(), null_cell(), null_cell()});
                  bulk->add(std::array{cell(1), null_cell(), null_cell(), null_cell()});
                  bulk->finish();
              }) == ErrorId::store_failed);
        CHECK(scratch.count() == 0);
    }

    TEST_CASE("rows in bulk that refer to one another arrive in the order of their tables") {
        const Scratch scratch;
        scratch->run(scratch->dialect(
            "CREATE TABLE child (parent INTEGER NOT NULL REFERENCES scratch (number)) STRICT;"));
        constexpr std::array<std::string_view, 1> parent{"parent"};
        const auto parents = scratch->bulk("scratch", columns);
        const auto children = scratch->bulk("child", parent);
        for (std::int64_t n = 1; n <= 3; ++n) {
            parents->add(std::array{cell(n), null_cell(), null_cell(), null_cell()});
            children->add(std::array{cell(n)});
        }
        children->finish();
        parents->finish();
        CHECK(scratch.count() == 3);
    }

    TEST_CASE("a reading transaction refuses to write") {
        const Scratch scratch;
        const Transaction transaction{*scratch, Access::read};
        CHECK(thrown_by([&] { scratch.insert(1, null_cell()); }) == ErrorId::store_read_only);
    }

    TEST_CASE("after a reading transaction one can write again") {
        const Scratch scratch;
        {
            const Transaction transaction{*scratch, Access::read};
            CHECK(scratch.count() == 0);
        }
        Transaction transaction{*scratch, Access::set_up};
        scratch.insert(1, null_cell());
        transaction.commit();
        CHECK(scratch.count() == 1);
    }

    TEST_CASE("an id that is not 16 bytes long speaks of a damaged store") {
        const Scratch scratch;
        scratch.insert(1, null_cell(), bytes_cell("short"));
        Statement row{*scratch, "SELECT bytes FROM scratch"};
        REQUIRE(row.step());
        const auto error = test::failure_of([&] { row.id(0); });
        REQUIRE(error.has_value());
        CHECK(error->errc == Errc::integrity);
    }
}

}  // namespace dudao::store
