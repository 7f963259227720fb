#include "yaml/plain_map.hpp"

#include "findings.hpp"
#include "support/arbitrary.hpp"

#include <string>

namespace dudao::yaml {

namespace {

constexpr std::uint64_t many = 60'000;

std::optional<Node> short_way(std::string_view yaml) {
    Source source{yaml, "f"};
    return source.first_problem() ? std::nullopt : parse_plain_map(source);
}

bool goes_the_short_way(std::string_view yaml) {
    return short_way(yaml).has_value();
}

/// Checks that the short way gives what the long way gives.
void check_same(std::string_view yaml) {
    CAPTURE(std::string{yaml});
    const auto node = short_way(yaml);
    REQUIRE(node.has_value());
    const auto parsed = parse_the_long_way(yaml, "f");
    CHECK(test::findings(parsed.errors) == test::Findings{});
    CHECK(parsed.root == *node);
}

/// A file as people write it.
std::string arbitrary_file(Random& random) {
    std::string yaml;
    std::size_t level = 0;
    bool opens = false;
    for (auto n = 1 + test::below(random, 8); n > 0; --n) {
        level = opens ? level + 1 : test::below(random, level + 1);
        opens = n > 1 && test::chance(random, 30);
        yaml.append(2 * level, ' ');
        yaml += test::pick<std::string>(random, {"a", "名称", "x-1", "_", "Z.9"});
        yaml += std::to_string(n) + ":";
        if (!opens) {
            yaml += test::pick<std::string>(random, {" ", " ", "  "});
            yaml += test::pick<std::string>(random,
                                            {"x",
                                             "品质 优",
                                             "1.5",
                                             "a:b",
                                             "/z?a&b",
                                             "50% (x;y)",
                                             "[x, 甲]",
                                             "[]",
                                             "[ a,b ]",
                                             "\"\"",
                                             "\"x # [y]: \""});
        }
        yaml += test::pick<std::string>(random, {"", "", " ", "  # c", " #"});
        yaml += test::pick<std::string>(random, {"\n", "\n", "\n\n", "\n # c\n"});
    }
    return yaml;
}

/// The same with a mistake somewhere.
std::string spoilt(Random& random, std::string yaml) {
    const auto piece =
        test::pick<std::string>(random, {":", ": ", " ", "#", " #", "\n",   "\"", "'",   "-", "- ",
                                         "[", "]",  ",", "{", "}",  "&",    "*",  "!",   "|", ">",
                                         "%", "@",  "`", "?", "~",  "null", "\\", "...", "0"});
    auto at = test::below(random, yaml.size() + 1);
    while (at < yaml.size() && (static_cast<unsigned char>(yaml[at]) & 0xC0U) == 0x80) {
        ++at;
    }
    return yaml.insert(at, piece);
}

}  // namespace

TEST_SUITE("yaml/plain_map") {
    TEST_CASE("keys with words, texts and lists go the short way") {
        check_same("a: x\n");
        check_same("a: x");
        check_same("a: 示例 茶饮  # 注\nb: postgresql:///x?host=/run&a=1\n");
        check_same("# c\n\na: 2026-11-01T10:00:00+08:00\n");
        check_same("a: \"\"\nb: \" x # y: [ \"   # c\n");
        check_same("a: []\nb: [x, 品质,y ]  # c\nc: [ x ]\n");
    }

    TEST_CASE("maps in maps go the short way") {
        check_same("a:\n  b: 1\n  c:\n      d: 2\n  e: 3\nf: 4\n");
        check_same("a:  # c\n\n# c\n      # c\n  b: 1\n# c\n  c: 2\n");
        check_same(
            "\xEF\xBB\xBF"
            "甲:\n 乙: 丙\n");
    }

    TEST_CASE("a file that has anything else in it goes the long way") {
        for (const auto* yaml : {"",
                                 "a",
                                 "- a\n",
                                 "a:\n- b\n",
                                 "a:\n",
                                 "a:\nb: 1\n",
                                 "a: null\n",
                                 "a: ~\n",
                                 "null: 1\n",
                                 "a: 1\na: 2\n",
                                 "a: 1\n  b: 2\n",
                                 "a:\n  b: 1\n c: 2\n",
                                 " a: 1\n",
                                 "a: b: c\n",
                                 "a: b:\n",
                                 "a:b\n",
                                 "a : b\n",
                                 "a: 'x'\n",
                                 "a: \"x\n",
                                 "a: \"\\n\"\n",
                                 "a: \"x\" y\n",
                                 "a: \"x\"# c\n",
                                 "a: x#y\n",
                                 "a: {b: 1}\n",
                                 "a: [x, [y]]\n",
                                 "a: [x,]\n",
                                 "a: [x, ]\n",
                                 "a: [,x]\n",
                                 "a: [x y]\n",
                                 "a: [x\n",
                                 "a: |\n  x\n",
                                 "a: >\n  x\n",
                                 "a: &b x\n",
                                 "a: *b\n",
                                 "a: !b x\n",
                                 "a: -x\n",
                                 "a: @x\n",
                                 "a:\tx\n",
                                 "a: x\r\n",
                                 "a: x\n---\n",
                                 "? a\n: b\n",
                                 "<<: x\n",
                                 "\"a\": x\n"}) {
            CAPTURE(yaml);
            CHECK_FALSE(goes_the_short_way(yaml));
        }
    }

    TEST_CASE("32 levels go the short way, 33 the long one") {
        const auto nested = [](std::size_t levels) {
            std::string yaml;
            for (std::size_t n = 0; n < levels; ++n) {
                yaml.append(n, ' ').append(n + 1 == levels ? "a: x\n" : "a:\n");
            }
            return yaml;
        };
        CHECK(goes_the_short_way(nested(32)));
        CHECK_FALSE(goes_the_short_way(nested(33)));
    }

    TEST_CASE("whatever goes the short way is the same the long way") {
        int taken = 0;
        for (std::uint64_t seed = 0; seed < many; ++seed) {
            CAPTURE(seed);
            auto random = seeded_random(seed);
            const auto yaml = arbitrary_file(random);
            const auto wrong = spoilt(random, yaml);
            check_same(yaml);
            if (goes_the_short_way(wrong)) {
                ++taken;
                check_same(wrong);
            }
        }
        CHECK(taken > static_cast<int>(many) / 10);
    }
}

}  // namespace dudao::yaml
