#include "exchange/csv.hpp"

#include "base/error_id.hpp"
#include "base/text.hpp"
#include "unit/exchange/reading.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace dudao::exchange {

namespace {

using namespace std::string_literals;
using Rows = std::vector<Row>;

Error error(ErrorId id, std::size_t line, std::size_t column, std::vector<Arg> args = {}) {
    return {id, std::move(args), {"list.csv", line, column}};
}

/// The only error, after which the reading goes on to the end.
void check_refused(const Reading& reading, const Error& expected) {
    CHECK(reading.errors == std::vector{expected});
    CHECK(reading.last == Step::end);
}

void check_stopped(const Reading& reading, const Error& expected) {
    CHECK(reading.errors == std::vector{expected});
    CHECK(reading.last == Step::stopped);
}

/// The places of all fields of the rows.
std::vector<Place> places_in(std::string bytes) {
    Source source{std::move(bytes)};
    Decoder text{source.input(), Encoding::utf8};
    CsvReader reader{text};
    std::vector<Place> all;
    while (reader.next() == Step::row) {
        const auto places = reader.places();
        all.insert(all.end(), places.begin(), places.end());
    }
    return all;
}

Place at(std::size_t line, std::size_t column) {
    return {"list.csv", line, column};
}

/// So long that the window onto the text has to move.
constexpr std::size_t window_size = 1U << 18U;

/// A header, a row of `size` bytes, and four times `tail`.
std::string filled(const std::string& header, std::size_t size, const std::string& tail) {
    auto text = header + std::string(size - 4, 'f') + ",g\r\n";
    for (int n = 0; n < 4; ++n) {
        text += tail;
    }
    return text;
}

}  // namespace

TEST_SUITE("exchange/csv") {
    TEST_CASE("records are cut into fields") {
        CHECK(read_csv("a,b,c\n1,,3\n").rows == Rows{{"a", "b", "c"}, {"1", "", "3"}});
    }

    TEST_CASE("the last record needs no line break") {
        CHECK(read_csv("a,b\n1,2").rows == Rows{{"a", "b"}, {"1", "2"}});
        CHECK(read_csv("a,b\n1,").rows == Rows{{"a", "b"}, {"1", ""}});
        CHECK(read_csv("a,b\n1,\"2\"").rows == Rows{{"a", "b"}, {"1", "2"}});
        CHECK(read_csv("a").rows == Rows{{"a"}});
    }

    TEST_CASE("CR, LF and CRLF end a record") {
        const Rows expected{{"a", "b"}, {"1", "2"}, {"3", "4"}};
        CHECK(read_csv("a,b\n1,2\n3,4\n").rows == expected);
        CHECK(read_csv("a,b\r\n1,2\r\n3,4\r\n").rows == expected);
        CHECK(read_csv("a,b\r1,2\r3,4\r").rows == expected);
        CHECK(read_csv("a,b\r1,2\r\n3,4\n").rows == expected);
    }

    TEST_CASE("blanks belong to their fields") {
        CHECK(read_csv(" a ,b\n 1, 2\n").rows == Rows{{" a ", "b"}, {" 1", " 2"}});
    }

    TEST_CASE("lines with nothing on them are skipped") {
        const auto reading = read_csv("\n\r\na,b\n\n\n1,2\r\n\r\n");
        CHECK(reading.rows == Rows{{"a", "b"}, {"1", "2"}});
        CHECK(reading.lines == std::vector<std::size_t>{3, 6});
        CHECK(reading.last == Step::end);
    }

    TEST_CASE("quotes without text are a field") {
        CHECK(read_csv("a\n\"\"\n1\n").rows == Rows{{"a"}, {""}, {"1"}});
    }

    TEST_CASE("quoted fields hold delimiters, line breaks and doubled quotes") {
        CHECK(read_csv("a,b\n\"1,2\",\"x\r\ny\nz\rw\"\n\"say \"\"hi\"\"\",\"\"\"\"\n").rows ==
              Rows{{"a", "b"}, {"1,2", "x\r\ny\nz\rw"}, {"say \"hi\"", "\""}});
    }

    TEST_CASE("several fields of a record have doubled quotes") {
        CHECK(read_csv("a,b,c\n\"\"\"1\"\"\",x,\"\"\"\"\"2\"\n").rows ==
              Rows{{"a", "b", "c"}, {"\"1\"", "x", "\"\"2"}});
    }

    TEST_CASE("the bytes of neighbouring fields are those of the file, unless quotes are doubled") {
        Source source{"a,b,c\n1,\"2\",3\n\"1\",2,\"3\"\"\"\n"};
        Decoder text{source.input(), Encoding::utf8};
        CsvReader reader{text};
        reader.next();
        CHECK(reader.bytes(0, 1) == "a,b");
        CHECK(reader.bytes(1, 1) == "b");
        reader.next();
        CHECK(reader.bytes(0, 2) == "1,\"2\",3");
        reader.next();
        CHECK(reader.bytes(0, 1).empty());
    }

    TEST_CASE("Chinese text and what lies beyond the BMP are text") {
        CHECK(read_csv("编号,名称\n1,静安·店😀é\n").rows ==
              Rows{{"编号", "名称"}, {"1", "静安·店😀é"}});
    }

    TEST_CASE("tabs are text unless they are the delimiter") {
        CHECK(read_csv("a,b\n1\tx,2\n").rows == Rows{{"a", "b"}, {"1\tx", "2"}});
        CHECK(read_csv("a\tb\n1,x\t2\n").rows == Rows{{"a", "b"}, {"1,x", "2"}});
    }

    TEST_CASE("a byte order mark before a quote is dropped") {
        CHECK(read_csv("\uFEFF\"a\",b\n1,2\n").rows == Rows{{"a", "b"}, {"1", "2"}});
    }

    TEST_CASE("an empty input has no header") {
        check_stopped(read_csv(""), error(ErrorId::csv_empty, 1, 1));
        check_stopped(read_csv("\n\r\n\n"), error(ErrorId::csv_empty, 4, 1));
        check_stopped(read_csv("\uFEFF"), error(ErrorId::csv_empty, 1, 1));
    }

    TEST_CASE("a header without records is a table without rows") {
        const auto reading = read_csv("a,b\n");
        CHECK(reading.rows == Rows{{"a", "b"}});
        CHECK(reading.last == Step::end);
    }

    TEST_CASE("a record with more fields than the header is refused at the first of them") {
        const auto reading = read_csv("a,b\n店1,2,3,4\n5,6\n");
        CHECK(reading.rows == Rows{{"a", "b"}, {"5", "6"}});
        CHECK(reading.refused == Rows{{"店1", "2", "3", "4"}});
        check_refused(reading, error(ErrorId::csv_ragged, 2, 6, {"4", "2"}));
    }

    TEST_CASE("the field too many is told by its quote") {
        check_refused(read_csv("a,b\n1,2,\"3\"\"\"\n"),
                      error(ErrorId::csv_ragged, 2, 5, {"3", "2"}));
    }

    TEST_CASE("a record with fewer fields than the header is refused at its end") {
        const auto reading = read_csv("a,b,c\n\"x\ny\",店2\n5,6,7\n");
        CHECK(reading.rows == Rows{{"a", "b", "c"}, {"5", "6", "7"}});
        CHECK(reading.refused == Rows{{"x\ny", "店2"}});
        check_refused(reading, error(ErrorId::csv_ragged, 3, 6, {"2", "3"}));
    }

    TEST_CASE("a quote in the middle of a field is refused where it stands") {
        const auto reading = read_csv("a,b\n1,5\" pipe\n3,4\n");
        CHECK(reading.rows == Rows{{"a", "b"}, {"3", "4"}});
        CHECK(reading.refused == Rows{{"1", "5\" pipe"}});
        check_refused(reading, error(ErrorId::csv_stray_quote, 2, 4));
    }

    TEST_CASE("text after a closing quote is refused where it begins") {
        const auto reading = read_csv("a,b\n\"1\"x,\"2\"\n3,4\n");
        CHECK(reading.rows == Rows{{"a", "b"}, {"3", "4"}});
        CHECK(reading.refused == Rows{{"\"1\"x", "\"2\""}});
        check_refused(reading, error(ErrorId::csv_after_quote, 2, 4));
    }

    TEST_CASE(
        "a quote that closes on a later line takes the lines between into the refused record") {
        const auto reading = read_csv("a,b\n1,\"two\n3,\"four\"\n5,6\n");
        CHECK(reading.rows == Rows{{"a", "b"}, {"5", "6"}});
        CHECK(reading.refused == Rows{{"1", "\"two\n3", "\"four\""}});
        check_refused(reading, error(ErrorId::csv_after_quote, 3, 4));
        CHECK(reading.lines == std::vector<std::size_t>{1, 4});
    }

    TEST_CASE("a quote that is never closed stops the reading where it was opened") {
        const auto reading = read_csv("a,b\n1,2\n店,\"3\n4,5\n");
        CHECK(reading.rows == Rows{{"a", "b"}, {"1", "2"}});
        check_stopped(reading, error(ErrorId::csv_open_quote, 3, 3));
    }

    TEST_CASE("a doubled quote at the end closes nothing") {
        check_stopped(read_csv("a\n\"x\"\""), error(ErrorId::csv_open_quote, 2, 1));
    }

    TEST_CASE("control characters are refused where they stand, in quotes and outside") {
        check_refused(read_csv("a,b\n1,x\0y\n3,4\n"s),
                      error(ErrorId::csv_control, 2, 4, {"U+0000"}));
        check_refused(read_csv("a,b\n\"店\n\x1B[1m\",2\n"),
                      error(ErrorId::csv_control, 3, 1, {"U+001B"}));
        check_refused(read_csv("a,b\n1,\x7F\n"), error(ErrorId::csv_control, 2, 3, {"U+007F"}));
        check_refused(read_csv("a,b\n1,\u0085\n"), error(ErrorId::csv_control, 2, 3, {"U+0085"}));
        check_refused(read_csv("a,b\n1,\u009F\n"), error(ErrorId::csv_control, 2, 3, {"U+009F"}));
    }

    TEST_CASE("every control character is refused, and nothing else of Latin-1") {
        for (char32_t point = 0; point < 0x100; ++point) {
            CAPTURE(static_cast<unsigned>(point));
            std::string text = "a,b\n1,x";
            append_utf8(text, point);
            text += "y\n";
            const bool is_text =
                point == '\t' || point == '\n' || point == '\r' || point == ',' || point == '"';
            if (!is_text) {
                CHECK(read_csv(text, ',').errors.size() == (is_control(point) ? 1 : 0));
            }
        }
    }

    TEST_CASE("a record with a control character keeps its fields") {
        CHECK(read_csv("a,b\n1,x\x01y\n").refused == Rows{{"1", "x\x01y"}});
    }

    TEST_CASE("only the first mistake of a record is told") {
        check_refused(read_csv("a,b\n\x01,2,3\n"), error(ErrorId::csv_control, 2, 1, {"U+0001"}));
    }

    TEST_CASE("every refused record is told") {
        const auto reading = read_csv("a,b\n1\nx\"y,2\n\"3\"4,5\n6,7\n8,9,10\n11,12\n");
        CHECK(reading.rows == Rows{{"a", "b"}, {"6", "7"}, {"11", "12"}});
        REQUIRE(reading.errors.size() == 4);
        CHECK(reading.errors.at(0) == error(ErrorId::csv_ragged, 2, 2, {"1", "2"}));
        CHECK(reading.errors.at(1) == error(ErrorId::csv_stray_quote, 3, 2));
        CHECK(reading.errors.at(2) == error(ErrorId::csv_after_quote, 4, 4));
        CHECK(reading.errors.at(3) == error(ErrorId::csv_ragged, 6, 5, {"3", "2"}));
        CHECK(reading.last == Step::end);
    }

    TEST_CASE("a mistake in the header stops the reading") {
        check_stopped(read_csv("a,b\"c\n1,2\n"), error(ErrorId::csv_stray_quote, 1, 4));
        check_stopped(read_csv("a,b\x01\n1,2\n"), error(ErrorId::csv_control, 1, 4, {"U+0001"}));
    }

    TEST_CASE("a broken last record without line break is refused") {
        const auto reading = read_csv("a,b\n1,x\"");
        CHECK(reading.refused == Rows{{"1", "x\""}});
        check_refused(reading, error(ErrorId::csv_stray_quote, 2, 4));
    }

    TEST_CASE("conflict markers of git stop the reading") {
        const auto reading = read_csv("a,b\n1,2\n<<<<<<< HEAD\n3,4\n=======\n3,5\n>>>>>>> other\n");
        CHECK(reading.rows == Rows{{"a", "b"}, {"1", "2"}});
        check_stopped(reading, error(ErrorId::csv_conflict, 3, 1));
    }

    TEST_CASE("what only looks like a conflict marker is text") {
        CHECK(read_csv("a,b\n<<<<<<<,2\n\"<<<<<<< x\",3\n<b>,4\n").rows ==
              Rows{{"a", "b"}, {"<<<<<<<", "2"}, {"<<<<<<< x", "3"}, {"<b>", "4"}});
    }

    TEST_CASE("a field of a mebibyte is read, a longer one stops the reading") {
        const std::string longest(longest_field, 'x');
        CHECK(read_csv("a,b\n1," + longest + "\n").rows.at(1).at(1) == longest);
        check_stopped(read_csv("a,b\n1," + longest + "y\n"),
                      error(ErrorId::csv_field_too_long, 2, 3, {"1048576"}));
        check_stopped(read_csv("a,b\n1,\"" + longest + "y\"\n"),
                      error(ErrorId::csv_field_too_long, 2, 3, {"1048576"}));
    }

    TEST_CASE("a field without end stops the reading before memory does") {
        const std::string endless(5 * longest_field, '\n');
        check_stopped(read_csv("a,b\n1,\"" + endless),
                      error(ErrorId::csv_field_too_long, 2, 3, {"1048576"}));
    }

    TEST_CASE("4096 columns are read, more stop the reading") {
        const std::string commas(most_columns - 1, ',');
        CHECK(read_csv(commas + "\n" + commas + "\n").rows.at(1) == Row(most_columns));
        check_stopped(read_csv(commas + ",\n"),
                      error(ErrorId::csv_too_many_columns, 1, most_columns, {"4096"}));
    }

    TEST_CASE("a record that is too long stops the reading") {
        std::string record = "a";
        for (int n = 0; n < 40; ++n) {
            record += "," + std::string(longest_field - 1, 'x');
        }
        check_stopped(read_csv(record + "\n"),
                      error(ErrorId::csv_record_too_long, 1, 1, {"16777216"}));
    }

    TEST_CASE("a broken record that never ends stops the reading") {
        std::string bytes = "a,b\n1,x\"";
        bytes.append(40 * longest_field, ',');
        check_stopped(read_csv(bytes), error(ErrorId::csv_record_too_long, 2, 1, {"16777216"}));
    }

    TEST_CASE("malformed text stops the reading behind the records before it") {
        const auto reading = read_csv("a,b\n1,2\n3,\xFF\n5,6\n");
        CHECK(reading.rows == Rows{{"a", "b"}, {"1", "2"}});
        check_stopped(reading,
                      error(ErrorId::malformed_text, 3, 3, {Arg{"utf-8", "encoding"}, Arg{"10"}}));
    }

    TEST_CASE("malformed text in a quoted field or a broken record stops the reading") {
        CHECK(read_csv("a,b\n1,\"x\xFF\n").errors.back().id == ErrorId::malformed_text);
        CHECK(read_csv("a,b\n1,\"x\"\xFF\n").errors.back().id == ErrorId::malformed_text);
        CHECK(read_csv("a,b\n1,x\"\xFF\n").errors.back().id == ErrorId::malformed_text);
        CHECK(read_csv("\xFF").errors.back().id == ErrorId::malformed_text);
    }

    TEST_CASE("after the end and after a stop every call says so") {
        Source source{"a,b\n1,\"x"};
        Decoder text{source.input(), Encoding::utf8};
        CsvReader reader{text};
        REQUIRE(reader.next() == Step::row);
        REQUIRE(reader.next() == Step::stopped);
        CHECK(reader.next() == Step::stopped);
        CHECK(reader.error().id == ErrorId::csv_open_quote);
        CHECK(reader.fields().empty());
    }

    TEST_CASE("the place of a field counts lines and characters") {
        CHECK(places_in("编号,名称,c,d\n\"1\r\n二\"\"\",店,\"x,\"\"y\",z\n") ==
              std::vector{at(1, 1),
                          at(1, 4),
                          at(1, 7),
                          at(1, 9),  //
                          at(2, 1),
                          at(3, 6),
                          at(3, 8),
                          at(3, 16)});
    }

    TEST_CASE("the place of a field that is not there is the record's") {
        Source source{"a,b\n1,2\n"};
        Decoder text{source.input(), Encoding::utf8};
        CsvReader reader{text};
        REQUIRE(reader.next() == Step::row);
        REQUIRE(reader.next() == Step::row);
        CHECK(reader.place(2) == at(2, 1));
    }

    TEST_CASE("lines are counted through records, blank lines and quoted line breaks") {
        const auto reading = read_csv("a,b\r\n\r\n1,\"x\ry\r\nz\nw\"\n\n\"\n\n\",2\nlast,row\n");
        CHECK(reading.lines == std::vector<std::size_t>{1, 3, 8, 11});
    }

    TEST_CASE("other encodings are decoded before they are cut") {
        // 0x7C, a pipe, is the second byte of 東 in GBK
        const auto bytes = encode("a|b\n東|2\n", Encoding::gb18030).value();
        REQUIRE(bytes.find("\x7C\x7C") != std::string::npos);
        CHECK(read_csv(bytes, {}, Encoding::gb18030).rows == Rows{{"a", "b"}, {"東", "2"}});
    }

    TEST_CASE("a record is read whole wherever the window onto the text ends") {
        const std::string tail = "\"a\"\"\n店,\",x\r\n\"\r\n\",\"\"\r\n";
        const std::string header = "h,i\r\n";
        for (std::size_t before = 0; before < 40; ++before) {
            CAPTURE(before);
            const auto filler = window_size - 64 - header.size() - 40 + before;
            const auto reading = read_csv(filled(header, filler, tail), ',');
            REQUIRE(reading.errors.empty());
            REQUIRE(reading.rows.size() == 10);
            for (std::size_t n = 2; n < 10; n += 2) {
                REQUIRE(reading.rows.at(n) == Row{"a\"\n店,", "x"});
                REQUIRE(reading.rows.at(n + 1) == Row{"\r\n", ""});
            }
            REQUIRE(reading.lines.back() == 17);
        }
    }

    TEST_CASE("a mistake is told rightly wherever the window onto the text ends") {
        const std::string tail = "1,x\"\r\n\"2\"y,3\n\n4\n";
        const std::string header = "h,i\r\n";
        for (std::size_t before = 0; before < 60; ++before) {
            CAPTURE(before);
            const auto filler = window_size - 64 - header.size() - 60 + before;
            const auto reading = read_csv(filled(header, filler, tail), ',');
            REQUIRE(reading.errors.size() == 12);
            REQUIRE(reading.errors.at(0) == error(ErrorId::csv_stray_quote, 3, 4));
            REQUIRE(reading.errors.at(4) == error(ErrorId::csv_after_quote, 8, 4));
            REQUIRE(reading.errors.at(11) == error(ErrorId::csv_ragged, 18, 2, {"1", "2"}));
        }
    }

    TEST_CASE("the list of real shops is read with its line break in a cell") {
        const auto reading = read_csv(test_data("stores.csv"));
        CHECK(reading.errors.empty());
        CHECK(reading.rows.size() == 309);
        CHECK(reading.lines.back() == 310);
        CHECK(reading.rows.front() == Row{"门店编号",
                                          "门店名称",
                                          "省份",
                                          "城市",
                                          "地址",
                                          "邮编",
                                          "经度",
                                          "纬度",
                                          "营业时间"});
    }
}

TEST_SUITE("exchange/csv delimiter") {
    TEST_CASE("the delimiter is told from the records") {
        CHECK(read_csv("a,b\n1,2\n").delimiter == ',');
        CHECK(read_csv("a;b\n1;2\n").delimiter == ';');
        CHECK(read_csv("a\tb\n1\t2\n").delimiter == '\t');
        CHECK(read_csv("a|b\n1|2\n").delimiter == '|');
    }

    TEST_CASE("a single column is taken for comma-separated") {
        CHECK(read_csv("code\n1\n2\n").delimiter == ',');
        CHECK(read_csv("code\n1;2\n").delimiter == ',');
    }

    TEST_CASE("a delimiter in the cells does not count, one in the header alone does") {
        CHECK(read_csv("a;b\n1,5;2,5\n3,5;4,5\n").delimiter == ';');
        CHECK(read_csv("a;b;c\n1,2;2;3\n").delimiter == ';');
        CHECK(read_csv("tags;x,code,name\na;b;c,1,2\nd,3,4\n").delimiter == ',');
    }

    TEST_CASE("what stands in quotes does not count") {
        CHECK(read_csv("\"a;b;c\",d\n\"1;2\",3\n").delimiter == ',');
        CHECK(read_csv("\"x\"\";y\n;;;\";b\n1;2\n").delimiter == ';');
    }

    TEST_CASE("of two that fit, the one with more columns is taken, else the comma") {
        CHECK(read_csv("a,b;c;d\n1,2;3;4\n").delimiter == ';');
        CHECK(read_csv("a,b;c\n1,2;3\n").delimiter == ',');
    }

    TEST_CASE("where the records do not agree, the header decides") {
        CHECK(read_csv("a;b;c\n1;2\n1,2\n").delimiter == ';');
    }

    TEST_CASE("a last record without line break counts") {
        CHECK(read_csv("a;b,c\n1;2").delimiter == ';');
        CHECK(read_csv("a;b,c").delimiter == ',');
    }

    TEST_CASE("a delimiter that is given is used, whatever the records say") {
        CHECK(read_csv("a,b\n1,2\n", ';').rows == Rows{{"a,b"}, {"1,2"}});
    }
}

}  // namespace dudao::exchange
