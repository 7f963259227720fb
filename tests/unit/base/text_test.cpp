#include "base/text.hpp"

#include "support/print.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace dudao {

namespace {

struct BadSequence {
    const char* why;
    std::string bytes;
    std::size_t at;
};

/// One for each way in which bytes fail to be UTF-8 (The Unicode Standard, table 3-7).
const std::vector<BadSequence>& bad_sequences() {
    static const std::vector<BadSequence> sequences{
        {"a continuation alone", "\x80", 0},
        {"the last continuation alone", "\xBF", 0},
        {"a continuation after ASCII", "abc\x80", 3},
        {"a lead of two without its second", "\xC3", 0},
        {"a lead of two before ASCII", "\xC3(", 0},
        {"a lead of three with one more only", "\xE4\xB8", 0},
        {"a lead of three before ASCII", "\xE4\xB8(", 0},
        {"a lead of four with two more only", "\xF0\x9F\x98", 0},
        {"a lead of four before a lead", "\xF0\x9F\x98\xE4", 0},
        {"an overlong slash in two", "\xC0\xAF", 0},
        {"an overlong NUL in two", "\xC0\x80", 0},
        {"an overlong DEL in two", "\xC1\xBF", 0},
        {"an overlong slash in three", "\xE0\x80\xAF", 0},
        {"the greatest overlong form of three", "\xE0\x9F\xBF", 0},
        {"an overlong slash in four", "\xF0\x80\x80\xAF", 0},
        {"the greatest overlong form of four", "\xF0\x8F\xBF\xBF", 0},
        {"the first surrogate", "\xED\xA0\x80", 0},
        {"the last surrogate", "\xED\xBF\xBF", 0},
        {"a pair of surrogates", "\xED\xA0\xBD\xED\xB8\x80", 0},
        {"beyond U+10FFFF", "\xF4\x90\x80\x80", 0},
        {"a lead of five", "\xF8\x88\x80\x80\x80", 0},
        {"a lead of six", "\xFC\x84\x80\x80\x80\x80", 0},
        {"FE", "\xFE", 0},
        {"FF", "\xFF", 0},
        {"after 16 good bytes", "0123456789abcdef\xFF", 16},
        {"among eight bytes", "0123\xFF 78", 4},
        {"after Chinese", "门店\xE9\x97", 6},
    };
    return sequences;
}

std::string of(char32_t point) {
    std::string text;
    append_utf8(text, point);
    return text;
}

}  // namespace

TEST_SUITE("base/text") {
    TEST_CASE("malformed UTF-8 is found where it begins") {
        for (const auto& [why, bytes, at] : bad_sequences()) {
            const auto& told_why = why;
            CAPTURE(told_why);
            CHECK(first_malformed(bytes) == at);
        }
    }

    TEST_CASE("malformed UTF-8 is not text") {
        for (const auto& [why, bytes, at] : bad_sequences()) {
            const auto& told_why = why;
            CAPTURE(told_why);
            CHECK_FALSE(is_text(bytes));
            CHECK_FALSE(is_line(bytes));
        }
    }

    TEST_CASE("the ends of every range are well-formed") {
        for (const char32_t point : {0x00U,
                                     0x7FU,
                                     0x80U,
                                     0x7FFU,
                                     0x800U,
                                     0xD7FFU,
                                     0xE000U,
                                     0xFFFDU,
                                     0xFFFFU,
                                     0x10000U,
                                     0x10FFFFU}) {
            CAPTURE(static_cast<unsigned>(point));
            CHECK_FALSE(first_malformed(of(point)).has_value());
        }
    }

    TEST_CASE("nothing is well-formed") {
        CHECK_FALSE(first_malformed("").has_value());
    }

    TEST_CASE("code points are taken off one by one, as they were put on") {
        std::string text;
        const std::vector<char32_t> points{0x41, 0xE9, 0x95E8, 0x1F600, 0x10FFFF, 0x7FF, 0x800};
        for (const auto point : points) {
            append_utf8(text, point);
        }
        CHECK(text == "A\u00E9\u95E8\U0001F600\U0010FFFF\u07FF\u0800");
        std::string_view rest = text;
        std::vector<char32_t> taken;
        while (!rest.empty()) {
            taken.push_back(take_code_point(rest));
        }
        CHECK((taken == points));
    }

    TEST_CASE("columns count code points") {
        CHECK(code_points("") == 0);
        CHECK(code_points("S0012") == 5);
        CHECK(code_points("门店é😀") == 4);
    }

    TEST_CASE("C0, DEL and C1 are control characters") {
        CHECK(is_control(0x00));
        CHECK(is_control(0x1F));
        CHECK_FALSE(is_control(' '));
        CHECK_FALSE(is_control('~'));
        CHECK(is_control(0x7F));
        CHECK(is_control(0x9F));
        CHECK_FALSE(is_control(0xA0));
    }

    TEST_CASE("a text may have tabs and newlines, a line may not") {
        CHECK(is_text("地面\t干净\n无积水"));
        CHECK_FALSE(is_line("地面\t干净"));
        CHECK_FALSE(is_line("地面\n"));
        CHECK(is_line("地面 干净"));
    }

    // NOLINTBEGIN(misc-misleading-bidirectional): what is tested
    TEST_CASE("control characters, overrides of direction and noncharacters are not text") {
        for (const std::string_view text : {"a\rb",
                                            "a\x1B[31m",
                                            "a\x7F",
                                            "\u0085",
                                            "\u202Aa",
                                            "\u202Ea",
                                            "\u2066a",
                                            "\u2069a",
                                            "\uFFFE",
                                            "\uFFFF",
                                            "\U0001FFFE",
                                            "\uFDD0",
                                            "\uFDEF"}) {
            CAPTURE(text);
            CHECK_FALSE(is_text(text));
            CHECK_FALSE(is_line(text));
        }
        CHECK_FALSE(is_text(std::string_view{"a\0b", 3}));
    }
    // NOLINTEND(misc-misleading-bidirectional)

    TEST_CASE("signs beside the forbidden ranges are text") {
        CHECK(is_line("\u2029\u202F\u2065\u206A\uFDCF\uFDF0\uFFFD"));
    }

    TEST_CASE("white space goes from both ends, the ideographic space and U+FEFF too") {
        CHECK(trimmed("\uFEFF\u3000 \t门店 一\u00A0\r\n\u3000") == "门店 一");
        CHECK(trimmed("门店") == "门店");
        CHECK(trimmed(" \u3000 ") == "");
        CHECK(trimmed("") == "");
    }

    TEST_CASE("lists are split at any of the separators, without what is empty") {
        CHECK(split_list("a, b;;c ; ,d", ",;") == std::vector<std::string>{"a", "b", "c", "d"});
        CHECK(split_list("督导、店长，客服", "、，") ==
              std::vector<std::string>{"督导", "店长", "客服"});
        CHECK(split_list(" , ", ",").empty());
        CHECK(split_list("", ",").empty());
    }

    TEST_CASE("a separator of several bytes matches as a whole") {
        // 、 is E3 80 81; the ideographic space is E3 80 80.
        CHECK(split_list("a\u3000b", "、") == std::vector<std::string>{"a\u3000b"});
    }

    TEST_CASE("parts are joined with a separator between them") {
        CHECK(joined({}, ",").empty());
        CHECK(joined({"a"}, ",") == "a");
        CHECK(joined({"a", "b", "c"}, ", ") == "a, b, c");
    }

    TEST_CASE("an empty first part keeps its separator") {
        CHECK(joined({"", "b"}, ",") == ",b");
    }

    TEST_CASE("only A to Z are made lower case") {
        CHECK(ascii_lower("AZaz@[É门") == "azaz@[É门");
    }

    TEST_CASE("nothing in a text can steer a terminal") {
        // NOLINTNEXTLINE(misc-misleading-bidirectional): what is tested
        CHECK(term_safe("a\x1B[31mb\u202Ec\x9B") == "a\uFFFD[31mb\uFFFDc\uFFFD");
        CHECK(term_safe(std::string_view{"a\0b", 3}) == "a\uFFFDb");
        CHECK(term_safe("a\tb") == "a\uFFFDb");
        CHECK(term_safe("门店 é😀") == "门店 é😀");
    }

    TEST_CASE("newlines stay in what is sent to a terminal only on request") {
        CHECK(term_safe("a\nb") == "a\uFFFDb");
        CHECK(term_safe("a\nb", true) == "a\nb");
        CHECK(term_safe("a\r\nb", true) == "a\uFFFD\nb");
    }

    TEST_CASE("what is sent to a terminal is always UTF-8") {
        for (const auto& [why, bytes, at] : bad_sequences()) {
            const auto& told_why = why;
            CAPTURE(told_why);
            CHECK_FALSE(first_malformed(term_safe(bytes)).has_value());
        }
    }
}

}  // namespace dudao
