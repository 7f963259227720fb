#include "store/row.hpp"

#include "support/print.hpp"

#include <doctest/doctest.h>

#include <string>

namespace dudao::store {

namespace {

template <class... Cells>
std::string bytes_of(const Cells&... cells) {
    RowBytes bytes;
    (bytes.add(cells), ...);
    return std::string{bytes.end()};
}

}  // namespace

TEST_SUITE("store/row") {
    TEST_CASE("an integer is its letter and eight bytes, the highest first") {
        CHECK(bytes_of(cell(std::int64_t{258})) == std::string{"i\0\0\0\0\0\0\1\2.", 10});
        CHECK(bytes_of(cell(std::int64_t{-1})) == "i\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF.");
    }

    TEST_CASE("a text is its letter, its length and itself") {
        CHECK(bytes_of(must_text_cell("门")) == std::string{"t\0\0\0\3门.", 9});
        CHECK(bytes_of(must_text_cell("")) == std::string{"t\0\0\0\0.", 6});
    }

    TEST_CASE("bytes are told apart from a text") {
        CHECK(bytes_of(bytes_cell("ab")) == std::string{"b\0\0\0\2ab.", 8});
        CHECK(bytes_of(bytes_cell("ab")) != bytes_of(must_text_cell("ab")));
    }

    TEST_CASE("NULL is told apart from an empty text") {
        CHECK(bytes_of(null_cell(), cell(std::int64_t{0})) !=
              bytes_of(must_text_cell(""), cell(std::int64_t{0})));
    }

    TEST_CASE("NULLs at the end are left out, so that a column added later changes nothing") {
        CHECK(bytes_of(must_text_cell("a"), null_cell(), null_cell()) ==
              bytes_of(must_text_cell("a")));
        CHECK(bytes_of(null_cell()) == bytes_of());
    }

    TEST_CASE("NULLs before another value count") {
        CHECK(bytes_of(null_cell(), must_text_cell("a")) != bytes_of(must_text_cell("a")));
        CHECK(bytes_of(null_cell(), null_cell(), must_text_cell("a")) !=
              bytes_of(null_cell(), must_text_cell("a")));
    }

    TEST_CASE("values do not run into one another") {
        CHECK(bytes_of(must_text_cell("ab"), must_text_cell("c")) !=
              bytes_of(must_text_cell("a"), must_text_cell("bc")));
        CHECK(bytes_of(must_text_cell("a.t")) != bytes_of(must_text_cell("a"), must_text_cell("")));
    }

    TEST_CASE("two rows never read as one") {
        const auto two = bytes_of(must_text_cell("a")) + bytes_of(must_text_cell("b"));
        CHECK(two != bytes_of(must_text_cell("a"), must_text_cell("b")));
    }

    TEST_CASE("cleared bytes begin anew, without NULLs that waited") {
        RowBytes bytes;
        bytes.add(must_text_cell("x"));
        bytes.add(null_cell());
        bytes.clear();
        bytes.add(must_text_cell("a"));
        CHECK(bytes.end() == bytes_of(must_text_cell("a")));
    }

    TEST_CASE("a row stores its keys and covers what they stand for") {
        Row row;
        row.plain(cell(std::int64_t{1}))
            .covered(must_text_cell("S01"))
            .reference(cell(std::int64_t{7}), must_text_cell("EAST"))
            .seal(must_text_cell("device-a:1"));
        REQUIRE(row.cells().size() == 3);
        CHECK(row.cells()[0].number == 1);
        CHECK(row.cells()[1].text == "S01");
        CHECK(row.cells()[2].number == 7);
        CHECK(row.bytes() == bytes_of(must_text_cell("S01"),
                                      must_text_cell("EAST"),
                                      must_text_cell("device-a:1")));
    }

    TEST_CASE("a cleared row is empty") {
        Row row;
        row.covered(must_text_cell("S01"));
        row.clear();
        CHECK(row.cells().empty());
        CHECK(row.bytes() == bytes_of());
    }
}

}  // namespace dudao::store
