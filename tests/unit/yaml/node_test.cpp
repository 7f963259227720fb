#include "yaml/node.hpp"

#include "base/error_id.hpp"
#include "findings.hpp"
#include "yaml/problems.hpp"

#include <fmt/format.h>

namespace dudao::yaml {

namespace {

Node root_of(std::string_view yaml) {
    auto parsed = parse(yaml, "f");
    CHECK(test::findings(parsed.errors) == test::Findings{});
    return std::move(parsed.root);
}

/// The text of the only value of a map.
std::string value_of(std::string_view yaml) {
    const auto root = root_of(yaml);
    REQUIRE(root.entries.size() == 1);
    return root.entries.front().value.text;
}

test::Findings found(std::string_view yaml) {
    return test::findings(parse(yaml, "f").errors);
}

std::string repeated(std::string_view text, std::size_t count) {
    std::string all;
    for (std::size_t n = 0; n < count; ++n) {
        all += text;
    }
    return all;
}

}  // namespace

TEST_SUITE("yaml/node") {
    TEST_CASE("a map keeps the order of its keys") {
        const auto root = root_of("b: 1\na: 2\nc: 3\n");
        REQUIRE(root.entries.size() == 3);
        CHECK(root.entries[0].key.text == "b");
        CHECK(root.entries[1].key.text == "a");
        CHECK(root.entries[2].key.text == "c");
    }

    TEST_CASE("a list keeps its items") {
        const auto root = root_of("- x\n- [y, z]\n");
        REQUIRE(root.items.size() == 2);
        CHECK(root.items[0].text == "x");
        REQUIRE(root.items[1].items.size() == 2);
        CHECK(root.items[1].items[1].text == "z");
    }

    TEST_CASE("a place is a line and a column in code points") {
        const auto root = root_of("标题: 甲\n选项: [乙, 丙]\n");
        const auto& list = root.entries[1].value;
        CHECK(list.items[1].line == 2);
        CHECK(list.items[1].column == 9);
    }

    TEST_CASE("a key has a place of its own") {
        const auto root = root_of("a:\n  b: 1\n");
        const auto& key = root.entries[0].value.entries[0].key;
        CHECK(key.line == 2);
        CHECK(key.column == 3);
    }

    TEST_CASE("scalars stay the text they are") {
        CHECK(value_of("a: 010") == "010");
        CHECK(value_of("a: NO") == "NO");
        CHECK(value_of("a: 22:30") == "22:30");
        CHECK(value_of("a: 0x1F") == "0x1F");
        CHECK(value_of("a: 1e3") == "1e3");
        CHECK(value_of("a: 2026-11-01") == "2026-11-01");
    }

    TEST_CASE("quotes and blocks are told apart from plain text") {
        const auto is_quoted = [](std::string_view yaml) {
            return root_of(yaml).entries.front().value.quoted;
        };
        CHECK(is_quoted("a: \"x\""));
        CHECK(is_quoted("a: 'x'"));
        CHECK(is_quoted("a: |\n  x\n"));
        CHECK(is_quoted("a: >-\n  x\n"));
        CHECK_FALSE(is_quoted("a: x"));
    }

    TEST_CASE("nothing, null and ~ are empty, but not in quotes") {
        const auto is_empty = [](std::string_view yaml) {
            return root_of(yaml).entries.front().value.is_empty();
        };
        CHECK(is_empty("a:"));
        CHECK(is_empty("a: null"));
        CHECK(is_empty("a: ~"));
        CHECK_FALSE(is_empty("a: 'null'"));
        CHECK_FALSE(is_empty("a: ''"));
    }

    TEST_CASE("escapes are decoded") {
        CHECK(value_of(R"(a: "\u54c1\x41\U0001F600\t")") == "品A😀\t");
        CHECK(value_of("a: 'it''s'") == "it's");
    }

    TEST_CASE("a block keeps its lines, a folded one joins them") {
        CHECK(value_of("a: |\n  x\n   y\n") == "x\n y\n");
        CHECK(value_of("a: >-\n  x\n  y\n") == "x y");
    }

    TEST_CASE("comments and line ends of Windows do not matter") {
        CHECK(value_of("# c\r\na: x  # d\r\n") == "x");
    }

    TEST_CASE("a file without content is an empty scalar") {
        CHECK(root_of("").is_empty());
        CHECK(root_of("\n# nothing\n").is_empty());
        CHECK(root_of("---\n").is_empty());
    }

    TEST_CASE("the marks of one document are allowed") {
        CHECK(value_of("---\na: x\n...\n") == "x");
    }

    TEST_CASE("a key twice in a map is refused at the second") {
        const auto parsed = parse("a: 1\nb: 2\n\"a\": 3\n", "f");
        CHECK(test::findings(parsed.errors) == test::Findings{{ErrorId::yaml_duplicate_key, 3, 1}});
        CHECK(test::first_args(parsed.errors) == std::vector<std::string>{"a", "1"});
    }

    TEST_CASE("the same key in two maps is no duplicate") {
        CHECK(found("- {a: 1}\n- {a: 1}\n").empty());
    }

    TEST_CASE("an anchor is refused") {
        CHECK(found("a: &x 1\n") == test::Findings{{ErrorId::yaml_alias, 1, 4}});
    }

    TEST_CASE("an alias is refused, also to itself") {
        CHECK(found("&x\n- *x") ==
              test::Findings{{ErrorId::yaml_alias, 1, 1}, {ErrorId::yaml_alias, 2, 3}});
    }

    TEST_CASE("an alias without an anchor is refused as an alias") {
        CHECK(found("a: *重要\n") == test::Findings{{ErrorId::yaml_alias, 1, 4}});
    }

    TEST_CASE("a bomb of aliases ends at its anchors") {
        std::string bomb = "a0: &a0 [x, x]\n";
        for (int n = 1; n < 9; ++n) {
            bomb += fmt::format("a{0}: &a{0} [*a{1}, *a{1}]\n", n, n - 1);
        }
        const auto errors = found(bomb);
        CHECK(errors.size() == 9 + 16);
        CHECK(errors.front() == test::Finding{ErrorId::yaml_alias, 1, 5});
    }

    TEST_CASE("tags are refused, on every kind of node") {
        CHECK(found("a: !!str 1\n") == test::Findings{{ErrorId::yaml_tag, 1, 4}});
        CHECK(found("a: ! x\n") == test::Findings{{ErrorId::yaml_tag, 1, 4}});
        CHECK(found("a: !x [1]\n") == test::Findings{{ErrorId::yaml_tag, 1, 4}});
        CHECK(found("a: !x {b: 1}\n") == test::Findings{{ErrorId::yaml_tag, 1, 4}});
        CHECK(found("a: !!null\n") == test::Findings{{ErrorId::yaml_tag, 1, 4}});
    }

    TEST_CASE("a merge key is refused, but not in quotes") {
        CHECK(found("<<: {a: 1}\n") == test::Findings{{ErrorId::yaml_merge_key, 1, 1}});
        CHECK(found("'<<': 1\n").empty());
    }

    TEST_CASE("a key that is no word is refused") {
        CHECK(found("[a]: 1\n") == test::Findings{{ErrorId::yaml_bad_key, 1, 1}});
        CHECK(found("{a: 1}: 1\n") == test::Findings{{ErrorId::yaml_bad_key, 1, 1}});
        CHECK(found(": 1\n") == test::Findings{{ErrorId::yaml_bad_key, 1, 1}});
        CHECK(found("null: 1\n") == test::Findings{{ErrorId::yaml_bad_key, 1, 1}});
        CHECK(found("'': 1\n") == test::Findings{{ErrorId::yaml_bad_key, 1, 1}});
    }

    TEST_CASE("a second document is refused where it begins") {
        CHECK(found("a: 1\n---\nb: 2\n") == test::Findings{{ErrorId::yaml_two_documents, 2, 1}});
    }

    TEST_CASE("what is left after the document is refused") {
        CHECK(found("- a\n-b\n") == test::Findings{{ErrorId::yaml_structure, 2, 1}});
    }

    TEST_CASE("32 levels are allowed, 33 are not") {
        const auto nested = [](std::size_t levels) {
            return repeated("[", levels) + repeated("]", levels);
        };
        CHECK(found(nested(32)).empty());
        CHECK(found(nested(33)) == test::Findings{{ErrorId::yaml_too_deep, 1, 33}});
    }

    TEST_CASE("depth without an end is refused quickly") {
        for (const auto* opening : {"[", "{a: ", "- ", "? ", "[a: "}) {
            CAPTURE(opening);
            const auto errors = found(repeated(opening, 250'000));
            REQUIRE(errors.size() == 1);
            CHECK(errors.front().id == ErrorId::yaml_too_deep);
        }
    }

    TEST_CASE("50,000 nodes are allowed, one more is not") {
        CHECK(found("[" + repeated("a,", most_nodes - 1) + "]").empty());
        CHECK(found("[" + repeated("a,", most_nodes) + "]") ==
              test::Findings{{ErrorId::yaml_too_many_nodes, 1, 100'000}});
    }

    TEST_CASE("1 MiB is allowed, one byte more is not") {
        const auto padded = [](std::size_t size) { return "a: 1\n#" + std::string(size - 6, 'x'); };
        CHECK(found(padded(most_bytes)).empty());
        CHECK(found(padded(most_bytes + 1)) == test::Findings{{ErrorId::yaml_too_large, 0, 0}});
    }

    TEST_CASE("an escape that makes no text is refused") {
        CHECK(found(R"(a: "\x07")") == test::Findings{{ErrorId::yaml_bad_escape, 1, 4}});
        CHECK(found(R"(a: "\N")") == test::Findings{{ErrorId::yaml_bad_escape, 1, 4}});
        CHECK(found(R"(a: "\_")") == test::Findings{{ErrorId::yaml_bad_escape, 1, 4}});
        CHECK(found(R"(a: "\0")") == test::Findings{{ErrorId::yaml_bad_escape, 1, 4}});
        CHECK(found(R"(a: "\uFFFF")") == test::Findings{{ErrorId::yaml_bad_escape, 1, 4}});
    }

    TEST_CASE("the number of errors that are told is limited") {
        const auto errors = found(repeated("- &a 1\n", 1000));
        CHECK(errors.size() == Problems::most + 1);
        CHECK(errors.back().id == ErrorId::too_many_problems);
    }

    TEST_CASE("the value of a key is found in a map, and nowhere else") {
        const auto root = root_of("{a: 1, b: {c: 2}}");
        REQUIRE(value_of(root, "b") != nullptr);
        CHECK(value_of(*value_of(root, "b"), "c")->text == "2");
        CHECK(value_of(root, "c") == nullptr);
        CHECK(value_of(root.entries[0].value, "a") == nullptr);
    }
}

}  // namespace dudao::yaml
