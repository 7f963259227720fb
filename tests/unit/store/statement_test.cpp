#include "store/statement.hpp"

#include "store/cells.hpp"
#include "support/print.hpp"

#include <doctest/doctest.h>

namespace dudao::store {

using namespace std::chrono_literals;

TEST_SUITE("store/statement") {
    TEST_CASE("days and instants are kept as whole numbers since 1970") {
        CHECK(cell(Day{1970y / 1 / 2}).number == 1);
        CHECK(cell(Instant{Day{1970y / 1 / 2}}).number == 86'400);
        CHECK(cell(Day{1969y / 12 / 31}).number == -1);
    }

    TEST_CASE("an empty text is kept as NULL unless it must be a text") {
        CHECK(text_cell("").type == ColumnType::null);
        CHECK(text_cell("x").type == ColumnType::text);
        CHECK(must_text_cell("").type == ColumnType::text);
    }

    TEST_CASE("a flag is 0 or 1, an enumerator its number") {
        CHECK(flag_cell(true).number == 1);
        CHECK(flag_cell(false).number == 0);
        CHECK(flag_cell(false).type == ColumnType::integer);
        enum class Colour { red = 4 };
        CHECK(enum_cell(Colour::red).number == 4);
        CHECK(enum_cell_if(std::optional<Colour>{}).type == ColumnType::null);
    }

    TEST_CASE("the key 0 is none") {
        CHECK(key_cell(0).type == ColumnType::null);
        CHECK(key_cell(3).number == 3);
    }

    TEST_CASE("an id is kept as its 16 bytes") {
        Ulid id;
        id.bytes.fill(7);
        CHECK(id_cell(id).type == ColumnType::bytes);
        CHECK(id_cell(id).text == std::string(16, '\7'));
    }

    TEST_CASE("what is not there is NULL") {
        CHECK(cell_if(std::optional<Day>{}).type == ColumnType::null);
        CHECK(cell_if(std::optional<Day>{Day{1970y / 1 / 2}}).number == 1);
    }
}

}  // namespace dudao::store
