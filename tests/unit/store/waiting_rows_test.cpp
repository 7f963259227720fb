#include "store/waiting_rows.hpp"

#include "store/statement.hpp"

#include <doctest/doctest.h>

namespace dudao::store {

namespace {

std::string shown(std::span<const Cell> cells) {
    std::string text;
    for (const auto& cell : cells) {
        switch (cell.type) {
            case ColumnType::null:
                text += "null ";
                break;
            case ColumnType::integer:
                text += std::to_string(cell.number) + ' ';
                break;
            case ColumnType::text:
                text += '"' + std::string{cell.text} + "\" ";
                break;
            case ColumnType::bytes:
                text += "bytes of " + std::to_string(cell.text.size()) + ' ';
                break;
        }
    }
    return text;
}

std::vector<std::string> taken(WaitingRows& rows) {
    std::vector<std::string> all;
    rows.take([&](std::span<Cell> cells) { all.push_back(shown(cells)); });
    return all;
}

}  // namespace

TEST_SUITE("store/waiting_rows") {
    TEST_CASE("rows come in the order of their codes, byte by byte") {
        WaitingRows rows;
        for (const auto* code : {"S2", "S10", "S", "门店", "S00000002", "S00000001", "S0000000"}) {
            const std::vector cells{must_text_cell(code)};
            rows.add(code, cells);
        }
        CHECK(taken(rows) == std::vector<std::string>{"\"S\" ",
                                                      "\"S0000000\" ",
                                                      "\"S00000001\" ",
                                                      "\"S00000002\" ",
                                                      "\"S10\" ",
                                                      "\"S2\" ",
                                                      "\"门店\" "});
    }

    TEST_CASE("cells come back as they were, whatever has become of their texts") {
        WaitingRows rows;
        {
            const std::string text = "a text that is longer than a string keeps in itself";
            const std::string bytes(3, '\0');
            const std::vector cells{
                null_cell(), cell(-7), must_text_cell(text), must_text_cell(""), bytes_cell(bytes)};
            rows.add("S1", cells);
        }
        CHECK(taken(rows) ==
              std::vector<std::string>{
                  "null -7 \"a text that is longer than a string keeps in itself\" \"\" "
                  "bytes of 3 "});
    }

    TEST_CASE("they are taken once") {
        WaitingRows rows;
        rows.add("S1", {});
        CHECK(taken(rows).size() == 1);
        CHECK(taken(rows).empty());
    }

    TEST_CASE("it is full some day") {
        WaitingRows rows;
        const std::string text(1U << 20U, 'x');
        const std::vector cells{must_text_cell(text)};
        int added = 0;
        while (!rows.is_full() && added < 100) {
            rows.add(std::to_string(++added), cells);
        }
        CHECK(added == 32);
        CHECK(taken(rows).size() == 32);
        CHECK_FALSE(rows.is_full());
    }
}

}  // namespace dudao::store
