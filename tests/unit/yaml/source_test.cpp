#include "yaml/source.hpp"

#include "base/error_id.hpp"
#include "support/print.hpp"

#include <doctest/doctest.h>

namespace dudao::yaml {

TEST_SUITE("yaml/source") {
    TEST_CASE("columns count code points, not bytes") {
        Source source{"标题: 品质\n备注: 无", "f"};
        CHECK(source.place(std::string_view{"标题: "}.size()) == Place{"f", 1, 5});
    }

    TEST_CASE("lines count from 1") {
        Source source{"a\nb\nc", "f"};
        CHECK(source.place(4) == Place{"f", 3, 1});
    }

    TEST_CASE("places may be asked for in any order") {
        Source source{"一二三四\n五六七八", "f"};
        CHECK(source.place(9) == Place{"f", 1, 4});
        CHECK(source.place(19) == Place{"f", 2, 3});
        CHECK(source.place(16) == Place{"f", 2, 2});
        CHECK(source.place(3) == Place{"f", 1, 2});
    }

    TEST_CASE("an offset beyond the end is the end") {
        Source source{"ab", "f"};
        CHECK(source.place(99) == Place{"f", 1, 3});
    }

    TEST_CASE("a byte order mark is no character") {
        Source source{
            "\xEF\xBB\xBF"
            "ab",
            "f"};
        CHECK(source.place(1) == Place{"f", 1, 2});
    }

    TEST_CASE("a line has no line break of either kind") {
        const Source source{"ab\r\ncd\n", "f"};
        CHECK(source.line_at(1) == "ab");
        CHECK(source.line_at(5) == "cd");
    }

    TEST_CASE("lines that end with CR LF are text") {
        CHECK_FALSE(Source{"a: 1\r\nb: 2\r\n", "f"}.first_problem().has_value());
    }

    TEST_CASE("a CR that ends no line is refused where it stands") {
        const auto problem = Source{"a: 1\rb: 2", "f"}.first_problem();
        CHECK(problem == Error{ErrorId::yaml_bad_character, {"U+000D"}, {"f", 1, 5}});
    }

    TEST_CASE("bytes that are not UTF-8 are refused where they stand") {
        const auto problem = Source{"品: \xD6\xCE", "f"}.first_problem();
        REQUIRE(problem.has_value());
        CHECK(problem->id == ErrorId::yaml_not_utf8);
        CHECK(problem->place == Place{"f", 1, 4});
    }

    TEST_CASE("characters that cannot be seen are refused by name") {
        const auto id_and_name = [](std::string_view text) {
            const auto problem = Source{text, "f"}.first_problem();
            return problem ? problem->args.front().text : "none";
        };
        CHECK(id_and_name(std::string_view{"a: \0", 4}) == "U+0000");
        CHECK(id_and_name("a: \x04") == "U+0004");
        CHECK(id_and_name("a: \x1b[2J") == "U+001B");
        // NOLINTNEXTLINE(misc-misleading-bidirectional): what is tested
        CHECK(id_and_name("a: \xE2\x80\xAE") == "U+202E");
        CHECK(id_and_name("a: \xEF\xBF\xBF") == "U+FFFF");
        CHECK(id_and_name("# \xC2\x85") == "U+0085");
    }

    TEST_CASE("a line that begins with % is refused") {
        const auto problem = Source{"a: 1\n%YAML 1.2\n", "f"}.first_problem();
        CHECK(problem == Error{ErrorId::yaml_directive, {}, {"f", 2, 1}});
    }
}

}  // namespace dudao::yaml
