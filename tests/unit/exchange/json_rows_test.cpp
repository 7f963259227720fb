#include "exchange/json_rows.hpp"

#include "base/error_id.hpp"
#include "unit/exchange/reading.hpp"

#include <doctest/doctest.h>

namespace dudao::exchange {

namespace {

struct RowReading {
    std::vector<Row> rows = {};
    std::vector<std::size_t> lines = {};
    std::vector<Error> errors = {};
    std::vector<Place> second = {};  ///< of the second cell of each row
    Step last = Step::end;
};

RowReading read_rows(std::string bytes, Encoding encoding = Encoding::utf8) {
    Source source{std::move(bytes)};
    JsonRows reader{source.input(), encoding};
    RowReading reading;
    for (;;) {
        reading.last = reader.next();
        if (reading.last == Step::row) {
            reading.rows.emplace_back(reader.fields().begin(), reader.fields().end());
            reading.lines.push_back(reader.line());
            reading.second.push_back(reader.place(1));
            continue;
        }
        if (reading.last != Step::end) {
            reading.errors.push_back(reader.error());
        }
        if (reading.last != Step::refused) {
            return reading;
        }
    }
}

void check_stopped(const std::string& text, ErrorId id, std::size_t line, std::size_t column) {
    CAPTURE(text);
    const auto reading = read_rows(text);
    CHECK(reading.last == Step::stopped);
    REQUIRE(reading.errors.size() == 1);
    CHECK(reading.errors.front().id == id);
    CHECK(reading.errors.front().place == Place{"list.csv", line, column});
}

}  // namespace

TEST_SUITE("exchange/json_rows") {
    TEST_CASE("objects on lines and in an array are the same rows") {
        const std::vector<Row> expected{{"code", "name", "tags"},
                                        {"00123", "一店", "a;b"},
                                        {"2", "", ""},
                                        {"3.50", "true", ""}};
        const std::string one = R"({"code":"00123","name":"一店","tags":["a","b"]})";
        const std::string two = R"({"code":2,"name":null})";
        const std::string three = R"({"name":true,"code":3.50})";
        CHECK(read_rows(one + "\n\n" + two + "\r\n" + three).rows == expected);
        CHECK(read_rows("[" + one + "," + two + "," + three + "]").rows == expected);
        CHECK(read_rows(" [\n  " + one + " ,\n  " + two + ",\n" + three + "\n]\n").rows ==
              expected);
    }

    TEST_CASE("attributes stand beside the other keys") {
        CHECK(read_rows(R"({"code":"1","attributes":{"商圈":"A","面积":80},"name":"x"})").rows ==
              std::vector<Row>{{"code", "商圈", "面积", "name"}, {"1", "A", "80", "x"}});
    }

    TEST_CASE("a key that comes up late has a column, empty before") {
        CHECK(read_rows("{\"a\":1}\n{\"a\":2,\"b\":3}\n").rows ==
              std::vector<Row>{{"a", "b"}, {"1", ""}, {"2", "3"}});
    }

    TEST_CASE("places are those of the keys, in lines and in an array laid out over several") {
        const auto lines = read_rows("{\"a\":1}\n{\"a\":2,\"店\":3}\n");
        CHECK(lines.lines == std::vector<std::size_t>{1, 1, 2});
        CHECK(lines.second ==
              std::vector<Place>{{"list.csv", 2, 8}, {"list.csv", 1, 1}, {"list.csv", 2, 8}});
        const auto array = read_rows("[{\"a\":1},\n {\n  \"a\":2,\n  \"b\":3}]");
        CHECK(array.lines == std::vector<std::size_t>{1, 1, 2});
        CHECK(array.second.back() == Place{"list.csv", 4, 3});
    }

    TEST_CASE("an object that cannot be used is refused, and the next one read") {
        const auto reading = read_rows(
            "{\"a\":1}\n{\"a\":1,\"a\":2}\n{\"a\":{\"b\":1}}\n{\"a\":\n[1]\n{\"a\":[[1]]}\n"
            "{\"a\":\"x\\u0007\"}\n{\"a\":9}\n");
        CHECK(reading.rows == std::vector<Row>{{"a"}, {"1"}, {"9"}});
        std::vector<ErrorId> ids;
        std::vector<std::size_t> lines;
        for (const auto& error : reading.errors) {
            ids.push_back(error.id);
            lines.push_back(error.place.line);
        }
        CHECK(ids == std::vector{ErrorId::json_repeated_key,
                                 ErrorId::json_wrong_type,
                                 ErrorId::json_syntax,
                                 ErrorId::json_not_object,
                                 ErrorId::json_wrong_type,
                                 ErrorId::json_bad_text});
        CHECK(lines == std::vector<std::size_t>{2, 3, 4, 5, 6, 7});
    }

    TEST_CASE("what is no array of objects stops the reader where it goes wrong") {
        check_stopped("[1]", ErrorId::json_not_object, 1, 2);
        check_stopped(R"([{"a":1})", ErrorId::json_syntax, 1, 9);
        check_stopped(R"([{"a":1} {"a":2}])", ErrorId::json_syntax, 1, 10);
        check_stopped("[{\"a\":1}]\n{}", ErrorId::json_syntax, 2, 1);
        check_stopped(R"([{"a":"])", ErrorId::json_syntax, 1, 2);
        check_stopped("", ErrorId::csv_empty, 0, 0);
        check_stopped("[]", ErrorId::csv_empty, 0, 0);
    }

    TEST_CASE("brackets and quotes inside texts end no object") {
        CHECK(read_rows(R"([{"a":"}] \" {"},{"a":"\\"}])").rows ==
              std::vector<Row>{{"a"}, {"}] \" {"}, {"\\"}});
    }

    TEST_CASE("objects in another encoding are decoded first") {
        CHECK(read_rows(*encode("[{\"名\":\"东\"}]", Encoding::gb18030), Encoding::gb18030).rows ==
              std::vector<Row>{{"名"}, {"东"}});
    }
}

}  // namespace dudao::exchange
