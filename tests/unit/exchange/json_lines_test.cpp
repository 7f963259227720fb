#include "exchange/json_lines.hpp"

#include "base/clock.hpp"
#include "base/error_id.hpp"
#include "exchange/json_events.hpp"
#include "unit/exchange/reading.hpp"

#include <doctest/doctest.h>

#include <cstdint>
#include <string>
#include <vector>

namespace dudao::exchange {

namespace {

struct JsonReading {
    std::vector<JsonVisit> visits = {};
    std::vector<std::size_t> lines = {};
    std::vector<Error> errors = {};
    Step last = Step::end;
};

JsonReading read_json(std::string bytes, Encoding encoding = Encoding::utf8) {
    Source source{std::move(bytes)};
    Decoder text{source.input(), encoding};
    JsonLinesReader reader{text};
    JsonReading reading;
    for (;;) {
        reading.last = reader.next();
        if (reading.last == Step::row) {
            reading.visits.push_back(reader.visit());
            reading.lines.push_back(reader.line_number());
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

/// The visit of the only line.
JsonVisit read_one(const std::string& line) {
    const auto reading = read_json(line + "\n");
    REQUIRE(reading.errors.empty());
    REQUIRE(reading.visits.size() == 1);
    return reading.visits.front();
}

void check_refused(const std::string& line, ErrorId id, std::size_t column, std::vector<Arg> args) {
    CAPTURE(line);
    const auto reading = read_json("{}\n" + line + "\n{}\n");
    CHECK(reading.visits.size() == 2);
    CHECK(reading.last == Step::end);
    CHECK(reading.errors == std::vector{Error{id, std::move(args), {"list.csv", 2, column}}});
}

Arg kind(std::string_view word) {
    return {word, "kind of JSON"};
}

}  // namespace

TEST_SUITE("exchange/json_lines") {
    TEST_CASE("a visit is read with all its texts") {
        const auto visit =
            read_one(R"({"unit":"S01","at":"2026-11-05T10:00","inspector":"P1","ref":"7",)"
                     R"("checklist":"qsc","kind":"routine","answers":{}})");
        CHECK(visit.unit == JsonText{"S01", 1});
        CHECK(visit.at.text == "2026-11-05T10:00");
        CHECK(visit.inspector.text == "P1");
        CHECK(visit.ref.text == "7");
        CHECK(visit.checklist.text == "qsc");
        CHECK(visit.kind.text == "routine");
        CHECK(visit.answers.empty());
    }

    TEST_CASE("answers are read in their order, short and long") {
        const auto visit = read_one(
            R"({"answers":{"Q02":"P","Q01":4,"Q03":{"answer":"F","value":3.5,"remark":"积水"},"Q04":null}})");
        CHECK(visit.answers ==
              std::vector<JsonAnswer>{
                  {.item = {"Q02", 12}, .answer = "P"},
                  {.item = {"Q01", 22}, .answer = "4"},
                  {.item = {"Q03", 30}, .answer = "F", .value = "3.5", .remark = "积水"},
                  {.item = {"Q04", 81}, .answer = ""}});
    }

    TEST_CASE("evidence is a list of files, or one") {
        const auto visit = read_one(
            R"({"answers":{"A":{"evidence":["1.jpg","2.pdf"]},"B":{"evidence":"3.jpg"},"C":{"evidence":null}}})");
        REQUIRE(visit.answers.size() == 3);
        CHECK(visit.answers[0].evidence == std::vector<std::string>{"1.jpg", "2.pdf"});
        CHECK(visit.answers[1].evidence == std::vector<std::string>{"3.jpg"});
        CHECK(visit.answers[2].evidence.empty());
    }

    TEST_CASE("keys that are left out, and null, are empty") {
        CHECK(read_one("{}") == JsonVisit{});
        CHECK(read_one(R"({"unit":null})").unit.text.empty());
    }

    TEST_CASE("numbers keep their digits") {
        for (const std::string digits : {"0",
                                         "-3",
                                         "3.50",
                                         "0.1",
                                         "12345678901234567890123",
                                         "0.1000000000000000055511151231257827",
                                         "1e300",
                                         "18446744073709551615",
                                         "-9223372036854775808"}) {
            CAPTURE(digits);
            CHECK(read_one(R"({"answers":{"Q":{"value":)" + digits + "}}}").answers.at(0).value ==
                  digits);
        }
    }

    TEST_CASE("escapes are text") {
        CHECK(read_one(R"({"unit":"\u5e97\ud83d\ude00\n\"\\\/"})").unit.text == "店😀\n\"\\/");
    }

    TEST_CASE(
        "lines end with LF or CRLF, the last one with nothing too, and blank lines are skipped") {
        const auto reading =
            read_json("{\"unit\":\"1\"}\r\n\n  \r\n{\"unit\":\"2\"}\n{\"unit\":\"3\"}");
        CHECK(reading.errors.empty());
        REQUIRE(reading.visits.size() == 3);
        CHECK(reading.visits.at(2).unit.text == "3");
        CHECK(reading.lines == std::vector<std::size_t>{1, 4, 5});
    }

    TEST_CASE("an empty input has no visits") {
        CHECK(read_json("").last == Step::end);
        CHECK(read_json("\n\n").visits.empty());
    }

    TEST_CASE("a byte order mark and other encodings are read") {
        CHECK(read_json("\uFEFF{\"unit\":\"1\"}\n").visits.at(0).unit.text == "1");
        const auto bytes = encode("{\"unit\":\"店\"}\n", Encoding::gb18030).value();
        CHECK(read_json(bytes, Encoding::gb18030).visits.at(0).unit.text == "店");
    }

    TEST_CASE("what is no JSON is refused where it stops being it") {
        check_refused(R"({"unit":"店","at" "x"})", ErrorId::json_syntax, 20, {});
        check_refused(R"({"unit":1,})", ErrorId::json_syntax, 11, {});
        check_refused(R"({"unit":"x)", ErrorId::json_syntax, 11, {});
        check_refused(R"({"unit":"x"} {})", ErrorId::json_syntax, 14, {});
        check_refused(R"({'unit':1})", ErrorId::json_syntax, 2, {});
        check_refused(R"({"unit":NaN})", ErrorId::json_syntax, 9, {});
        check_refused(R"({"unit":01})", ErrorId::json_syntax, 10, {});
        check_refused(R"({"unit":"\ud800"})", ErrorId::json_syntax, 16, {});
    }

    TEST_CASE("a line that is no object is refused") {
        for (const std::string line : {"[1]", "5", "\"x\"", "null", "true"}) {
            check_refused(line, ErrorId::json_not_object, 1, {});
        }
    }

    TEST_CASE("a value of the wrong kind is refused at its key") {
        check_refused(
            R"({"ref":"店","unit":{}})", ErrorId::json_wrong_type, 12, {"unit", kind("text")});
        check_refused(R"({"unit":[1]})", ErrorId::json_wrong_type, 2, {"unit", kind("text")});
        check_refused(R"({"unit":true})", ErrorId::json_wrong_type, 2, {"unit", kind("text")});
        check_refused(
            R"({"answers":"P"})", ErrorId::json_wrong_type, 2, {"answers", kind("object")});
        check_refused(
            R"({"answers":[]})", ErrorId::json_wrong_type, 2, {"answers", kind("object")});
        check_refused(
            R"({"answers":null})", ErrorId::json_wrong_type, 2, {"answers", kind("object")});
        check_refused(R"({"answers":{"Q":[]}})", ErrorId::json_wrong_type, 13, {"Q", kind("text")});
        for (const std::string list : {"[[]]", "[{}]", "[true]", "{}"}) {
            check_refused(R"({"answers":{"Q":{"evidence":)" + list + "}}}",
                          ErrorId::json_wrong_type,
                          18,
                          {"evidence", kind("text")});
        }
        check_refused(R"({"answers":{"Q":{"value":{}}}})",
                      ErrorId::json_wrong_type,
                      18,
                      {"value", kind("text")});
    }

    TEST_CASE("an unknown key is refused with the nearest known one") {
        check_refused(R"({"untt":"x"})", ErrorId::json_unknown_key, 2, {"untt", "unit"});
        check_refused(R"({"answer":{}})", ErrorId::json_unknown_key, 2, {"answer", "answers"});
        check_refused(R"({"answers":{"Q":{"remarks":""}}})",
                      ErrorId::json_unknown_key,
                      18,
                      {"remarks", "remark"});
        check_refused(R"({"answers":{"Q":{"x":""}}})",
                      ErrorId::json_unknown_key,
                      18,
                      {"x", "answer, value, remark, evidence"});
    }

    TEST_CASE("a key that comes twice is refused where it comes again") {
        check_refused(
            R"({"unit":"a","ref":"","unit":"b"})", ErrorId::json_repeated_key, 22, {"unit"});
        check_refused(
            R"({"answers":{},"answers":{}})", ErrorId::json_repeated_key, 15, {"answers"});
        check_refused(
            R"({"answers":{"Q2":"P","店":"F","Q2":"F"}})", ErrorId::json_repeated_key, 30, {"Q2"});
        check_refused(R"({"answers":{"Q":{"value":1,"value":2}}})",
                      ErrorId::json_repeated_key,
                      28,
                      {"value"});
    }

    TEST_CASE("two answers may have the same parts") {
        CHECK(read_one(R"({"answers":{"A":{"value":1},"B":{"value":2}}})").answers.size() == 2);
    }

    TEST_CASE("a key with escapes is told where it begins") {
        check_refused(R"({"ref":"","a\"\\\"b\\":1})",
                      ErrorId::json_unknown_key,
                      11,
                      {R"(a"\"b\)", "unit, at, inspector, ref, checklist, kind, profile, answers"});
    }

    TEST_CASE("characters that no text may have are refused") {
        check_refused(R"({"ref":"","unit":"a\u0000b"})", ErrorId::json_bad_text, 11, {"unit"});
        check_refused(R"({"unit":"a\u202eb"})", ErrorId::json_bad_text, 2, {"unit"});
        check_refused(R"({"answers":{"a\u001bb":1}})", ErrorId::json_bad_text, 13, {"a\uFFFDb"});
        check_refused("{\"unit\":\"a\x01\"}", ErrorId::json_syntax, 11, {});
    }

    TEST_CASE("more than 4096 answers are refused") {
        std::string line = R"({"answers":{)";
        for (std::size_t n = 0; n <= most_json_answers; ++n) {
            line += (n > 0 ? ",\"" : "\"") + std::to_string(n) + "\":1";
        }
        const auto reading = read_json(line + "}}\n");
        REQUIRE(reading.errors.size() == 1);
        CHECK(reading.errors.at(0).id == ErrorId::json_too_many);
    }

    TEST_CASE("a line of 4 MiB is read, a longer one stops the reading") {
        const std::string front = R"({"unit":")";
        const std::string value(longest_json_line - front.size() - 2, 'x');
        CHECK(read_json(front + value + "\"}\n").visits.at(0).unit.text == value);
        const auto reading = read_json("{}\n" + front + value + "y\"}\n{}\n");
        CHECK(reading.visits.size() == 1);
        CHECK(reading.last == Step::stopped);
        CHECK(reading.errors == std::vector{Error{ErrorId::json_line_too_long,
                                                  {std::to_string(longest_json_line)},
                                                  {"list.csv", 2, 1}}});
    }

    TEST_CASE("a line without end stops the reading before memory does") {
        const auto reading = read_json(std::string(40U << 20U, ' '));
        CHECK(reading.last == Step::stopped);
    }

    TEST_CASE("deep nesting is refused at the first level that has no meaning") {
        const auto reading = read_json(std::string(100'000, '[') + "\n");
        CHECK(reading.errors.at(0).id == ErrorId::json_not_object);
    }

    TEST_CASE("malformed text stops the reading behind the lines before it") {
        const auto reading = read_json("{}\n{\"unit\":\"\xFF\"}\n");
        CHECK(reading.visits.size() == 1);
        CHECK(reading.last == Step::stopped);
        CHECK(reading.errors.at(0).place == Place{"list.csv", 2, 10});
    }

    TEST_CASE("a line is there as it stands, with the places of its texts") {
        Source source{"{\"ref\":\"店\",\"unit\":\"S01\"}\r\n"};
        Decoder text{source.input(), Encoding::utf8};
        JsonLinesReader reader{text};
        REQUIRE(reader.next() == Step::row);
        CHECK(reader.line() == "{\"ref\":\"店\",\"unit\":\"S01\"}\r");
        CHECK(reader.place(reader.visit().unit.at) == Place{"list.csv", 1, 12});
    }

    TEST_CASE("any text survives as a JSON string") {
        for (std::uint64_t seed = 1; seed <= 2000; ++seed) {
            CAPTURE(seed);
            auto random = seeded_random(seed);
            std::string text;
            for (auto count = random() % 20; count > 0; --count) {
                constexpr std::string_view tricky = "\"\\/\n\tbu{}[],:'";
                text += random() % 3 == 0 ? "店" : std::string{tricky[random() % tricky.size()]};
            }
            std::string line = R"({"unit":)";
            append_json_text(line, text);
            REQUIRE(read_one(line + "}").unit.text == text);
        }
    }

    TEST_CASE("control characters are written as escapes") {
        std::string out;
        append_json_text(out, "a\x01\x1F\r\n\t\"\\");
        CHECK(out == R"("a\u0001\u001f\u000d\n\t\"\\")");
    }
}

}  // namespace dudao::exchange
