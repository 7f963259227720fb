#include "yaml/syntax_error.hpp"

#include "base/error_id.hpp"
#include "findings.hpp"
#include "yaml/node.hpp"

namespace dudao::yaml {

namespace {

test::Findings found(std::string_view yaml) {
    return test::findings(parse(yaml, "f").errors);
}

}  // namespace

TEST_SUITE("yaml/syntax_error") {
    TEST_CASE("a quote that never closes is found at the quote") {
        CHECK(found("a: \"x") == test::Findings{{ErrorId::yaml_quote_open, 1, 4}});
        CHECK(found("a: \"x\n") == test::Findings{{ErrorId::yaml_quote_open, 1, 4}});
        CHECK(found("a: 'x\n") == test::Findings{{ErrorId::yaml_quote_open, 1, 4}});
        CHECK(found("\"x\n") == test::Findings{{ErrorId::yaml_quote_open, 1, 1}});
        CHECK(found("- \"x\n- y\n") == test::Findings{{ErrorId::yaml_quote_open, 1, 3}});
        CHECK(found("[\"x\n") == test::Findings{{ErrorId::yaml_quote_open, 1, 2}});
        CHECK(found("{a: 'x\n") == test::Findings{{ErrorId::yaml_quote_open, 1, 5}});
        CHECK(found("\"a: 1\n") == test::Findings{{ErrorId::yaml_quote_open, 1, 1}});
    }

    TEST_CASE("an escaped quote closes nothing") {
        CHECK(found(R"(a: "x\")") == test::Findings{{ErrorId::yaml_quote_open, 1, 4}});
        CHECK(found("a: 'x''\n") == test::Findings{{ErrorId::yaml_quote_open, 1, 4}});
    }

    TEST_CASE("a quote that closes only where the next begins is found where it opens") {
        CHECK(found("title: \"品质\ncode: \"x\"\n") ==
              test::Findings{{ErrorId::yaml_quote_open, 1, 8}});
        CHECK(found("a: '品质\nb: 'x'\n") == test::Findings{{ErrorId::yaml_quote_open, 1, 4}});
    }

    TEST_CASE("a quote over several lines that closes is allowed") {
        CHECK(found("a: \"x\n  y\"\nb: 1\n").empty());
    }

    TEST_CASE("the span of a quote ends at its closing quote") {
        CHECK(quoted_span(R"("a\"b" c)", 0).close == 5);
        CHECK(quoted_span("'a''b' c", 0).close == 5);
        CHECK_FALSE(quoted_span("'a''", 0).close.has_value());
    }

    TEST_CASE("a full-width colon after a key is found") {
        CHECK(found("title：品质\ncode: x\n") == test::Findings{{ErrorId::yaml_wide_colon, 1, 6}});
        CHECK(found("code: x\ntitle：品质\nversion: 1\n") ==
              test::Findings{{ErrorId::yaml_wide_colon, 2, 6}});
    }

    TEST_CASE("a full-width colon in a text is none of it") {
        CHECK(found("a: 标准：合格\nb: 1\n c: 2\n") ==
              test::Findings{{ErrorId::yaml_structure, 3, 3}});
    }

    TEST_CASE("a tab in the indentation is found") {
        CHECK(found("a:\n\tb: 1\n") == test::Findings{{ErrorId::yaml_tab, 2, 1}});
        CHECK(found("a: 1\n\tb: 2\n") == test::Findings{{ErrorId::yaml_tab, 2, 1}});
        CHECK(found("a:\n  b: 1\n \t c: 2\n") == test::Findings{{ErrorId::yaml_tab, 3, 2}});
    }

    TEST_CASE("broken indentation is found where it shows") {
        CHECK(found("a: 1\n b: 2\n") == test::Findings{{ErrorId::yaml_structure, 2, 3}});
        CHECK(found("a: b: c\n") == test::Findings{{ErrorId::yaml_structure, 1, 5}});
        CHECK(found("a:\n  - x\n y: 1\n") == test::Findings{{ErrorId::yaml_structure, 3, 2}});
    }

    TEST_CASE("brackets that do not match are found") {
        CHECK(found("a: [1, 2\nb: 3\n") == test::Findings{{ErrorId::yaml_bracket_open, 2, 2}});
        CHECK(found("a: {b: 1\n") == test::Findings{{ErrorId::yaml_bracket_open, 2, 1}});
        CHECK(found("a: [1}\n") == test::Findings{{ErrorId::yaml_bracket_open, 1, 6}});
        CHECK(found("a: 1\n]\n") == test::Findings{{ErrorId::yaml_bracket_open, 2, 1}});
    }

    TEST_CASE("an unknown escape is found where it stands") {
        CHECK(found(R"(a: "\q")") == test::Findings{{ErrorId::yaml_bad_escape, 1, 7}});
        CHECK(found(R"(a: "\xZZ")") == test::Findings{{ErrorId::yaml_bad_escape, 1, 9}});
        CHECK(found(R"(a: "\U00110000")") == test::Findings{{ErrorId::yaml_bad_escape, 1, 15}});
    }

    TEST_CASE("a text that begins with a reserved character is named") {
        const auto parsed = parse("a: @所有人\n", "f");
        CHECK(test::findings(parsed.errors) == test::Findings{{ErrorId::yaml_bad_start, 1, 4}});
        CHECK(test::first_args(parsed.errors) == std::vector<std::string>{"@"});
    }

    TEST_CASE("a text that begins like a tag or an alias is refused as one") {
        CHECK(found("a: !注意\n") == test::Findings{{ErrorId::yaml_tag, 1, 4}});
        CHECK(found("a: & x\n") == test::Findings{{ErrorId::yaml_alias, 1, 5}});
    }

    TEST_CASE("what is not known otherwise says what the parser said") {
        const auto parsed = parse("a: |0\n  x\n", "f");
        CHECK(test::findings(parsed.errors) == test::Findings{{ErrorId::yaml_syntax, 1, 6}});
        CHECK(test::first_args(parsed.errors).size() == 1);
    }
}

}  // namespace dudao::yaml
