#include "report/table.hpp"

#include "base/text.hpp"

#include <doctest/doctest.h>

#include <sstream>
#include <string>
#include <vector>

namespace dudao::report {

namespace {

using Rows = std::vector<std::vector<Cell>>;

std::string shown(const std::vector<Column>& columns, const Rows& rows, const Screen& screen) {
    std::ostringstream out;
    Table table{out, columns, screen};
    for (const auto& row : rows) {
        table.add(row);
    }
    table.finish();
    return out.str();
}

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    std::istringstream in{text};
    for (std::string line; std::getline(in, line);) {
        lines.push_back(line);
    }
    return lines;
}

const std::vector<Column> shop_columns{{.title = "门店", .least = 8},
                                       {.title = "Code", .rank = 2},
                                       {.title = "Score", .align = Align::right},
                                       {.title = "Owner", .least = 4, .rank = 1}};

const Rows shops{{"上海南京西路店", "S0012", "99.1", "王建国"},
                 {"Harbin Airport T2", "S0388", "64.0", "Anna"},
                 {"杭州湖滨银泰 in77 店", "00123", "100.0", ""}};

}  // namespace

TEST_SUITE("report/table") {
    TEST_CASE("columns line up whatever the width of their characters") {
        CHECK(shown(shop_columns, shops, {.columns = 80}) ==
              "门店                  Code   Score  Owner\n"
              "--------------------  -----  -----  ------\n"
              "上海南京西路店        S0012   99.1  王建国\n"
              "Harbin Airport T2     S0388   64.0  Anna\n"
              "杭州湖滨银泰 in77 店  00123  100.0\n");
    }

    TEST_CASE("columns line up where ambiguous characters are wide") {
        const auto text = shown({{.title = "Item"}, {.title = "No"}},
                                {{"0–5 ×", "1"}, {"“冷藏柜”", "2"}, {"plain", "3"}},
                                {.columns = 40, .ambiguous = AmbiguousWidth::two});
        CHECK(text ==
              "Item        No\n"
              "----------  --\n"
              "0–5 ×     1\n"
              "“冷藏柜”  2\n"
              "plain       3\n");
        for (const auto& line : lines_of(text)) {
            const auto last = line.find_last_of(' ');
            CHECK(display_width(line.substr(0, last + 1), AmbiguousWidth::two) == 12);
        }
    }

    TEST_CASE("the widest column that may be cut is cut first") {
        CHECK(shown(shop_columns, shops, {.columns = 38}) ==
              "门店              Code   Score  Owner\n"
              "----------------  -----  -----  ------\n"
              "上海南京西路店    S0012   99.1  王建国\n"
              "Harbin Airport …  S0388   64.0  Anna\n"
              "杭州湖滨银泰 in…  00123  100.0\n");
    }

    TEST_CASE("the least important column is left out when cutting is not enough") {
        CHECK(shown(shop_columns, shops, {.columns = 24}) ==
              "门店       Score  Owner\n"
              "---------  -----  ------\n"
              "上海南京…   99.1  王建国\n"
              "Harbin A…   64.0  Anna\n"
              "杭州湖滨…  100.0\n");
    }

    TEST_CASE("columns of no rank are never left out, but cut when nothing else helps") {
        const auto widths = settled_widths(
            {{.title = "a"}, {.title = "b"}, {.title = "c", .rank = 1}}, {9, 9, 9}, 12);
        CHECK(widths == std::vector<std::size_t>{5, 5, 0});
    }

    TEST_CASE("columns that fit keep what they would like") {
        CHECK(settled_widths(shop_columns, {20, 5, 5, 6}, 42) ==
              std::vector<std::size_t>{20, 5, 5, 6});
        CHECK(settled_widths(shop_columns, {20, 5, 5, 6}, 41) ==
              std::vector<std::size_t>{19, 5, 5, 6});
    }

    TEST_CASE("a column is not cut below its least width") {
        CHECK(settled_widths({{.title = "a", .least = 8}, {.title = "b", .least = 6, .rank = 1}},
                             {20, 20},
                             16) == std::vector<std::size_t>{8, 6});
        CHECK(settled_widths({{.title = "a", .least = 8}, {.title = "b", .least = 6, .rank = 1}},
                             {20, 20},
                             15) == std::vector<std::size_t>{15, 0});
    }

    TEST_CASE("a column without title and texts is left out") {
        CHECK(shown({{.title = ""}, {.title = "b"}}, {{"", "x"}}, {.columns = 40}) == "b\n-\nx\n");
    }

    TEST_CASE("a column with a rank is left out where no row says anything in it") {
        const Rows unowned{{"上海南京西路店", "S0012", "", ""}};
        CHECK(shown(shop_columns, unowned, {.columns = 80}) ==
              "门店            Code   Score\n"
              "--------------  -----  -----\n"
              "上海南京西路店  S0012\n");
    }

    TEST_CASE("a screen without end cuts nothing") {
        const auto text = shown(shop_columns, shops, {.columns = static_cast<std::size_t>(-1)});
        CHECK(text.find("…") == std::string::npos);
        CHECK(text.find("王建国") != std::string::npos);
    }

    TEST_CASE("no line ends with blanks") {
        for (const auto& line : lines_of(shown(shop_columns, shops, {.columns = 80}))) {
            CHECK(line.back() != ' ');
        }
    }

    TEST_CASE("without rows nothing is printed") {
        CHECK(shown(shop_columns, {}, {.columns = 80}).empty());
    }

    TEST_CASE("control characters and line breaks do no harm") {
        const auto text = shown({{.title = "Na\x1B[31mme"}, {.title = "B"}},
                                {{"a\x1B]52;c;aGk=\a", "b\r\nc\td"}, {"\xFF\u202Ex\u202C", "y"}},
                                {.columns = 80});
        CHECK(lines_of(text).size() == 4);
        CHECK(term_safe(text, true) == text);
        CHECK(text.find("a\uFFFD]52") != std::string::npos);
    }

    TEST_CASE("colour changes neither widths nor texts") {
        Rows rows{{Cell{"bad", Tone::bad}, Cell{"1", Tone::strong}}, {"fine", "22"}};
        const std::vector<Column> columns{{.title = "A"}, {.title = "B", .align = Align::right}};
        const auto coloured = shown(columns, rows, {.columns = 40, .colour = true});
        CHECK(coloured ==
              "\x1B[1mA\x1B[0m      \x1B[1mB\x1B[0m\n"
              "\x1B[2m----\x1B[0m  \x1B[2m--\x1B[0m\n"
              "\x1B[31mbad\x1B[0m    \x1B[1m1\x1B[0m\n"
              "fine  22\n");
    }

    TEST_CASE("rows after the sample are printed at once") {
        std::ostringstream out;
        Table table{out, {{.title = "A"}}, {.columns = 40}};
        for (std::size_t n = 0; n + 1 < Table::sample; ++n) {
            table.add({"x"});
        }
        CHECK(out.str().empty());
        table.add({"x"});
        CHECK(lines_of(out.str()).size() == Table::sample + 2);
        table.add({"y"});
        CHECK(out.str().ends_with("x\ny\n"));
        table.finish();
        CHECK(out.str().ends_with("x\ny\n"));
    }

    TEST_CASE("a field after the sample is cut only where its column may be") {
        std::ostringstream out;
        Table table{out,
                    {{.title = "Name", .least = 4}, {.title = "Code"}, {.title = "Z"}},
                    {.columns = 40}};
        for (std::size_t n = 0; n < Table::sample; ++n) {
            table.add({"abcdef", "S1", "z"});
        }
        table.add({"abcdefgh", "S123456", "z"});
        CHECK(out.str().ends_with("abcdef  S1    z\nabcde…  S123456  z\n"));
    }

    TEST_CASE("one line has blanks for tabs and newlines") {
        CHECK(one_line("a\tb\nc") == "a b c");
        CHECK(one_line("a\rb") == "a\uFFFDb");
    }
}

}  // namespace dudao::report
