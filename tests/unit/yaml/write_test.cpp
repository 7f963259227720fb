#include "yaml/write.hpp"

#include "support/arbitrary.hpp"

#include <doctest/doctest.h>

namespace dudao::yaml {

namespace {

/// What a node says, without places and quotes.
std::string said(const Node& node) {
    std::string text;
    switch (node.kind) {
        case NodeKind::scalar:
            return "<" + node.text + ">";
        case NodeKind::list:
            for (const auto& item : node.items) {
                text += said(item);
            }
            return "[" + text + "]";
        case NodeKind::map:
            for (const auto& [key, value] : node.entries) {
                text += said(key) + "=" + said(value);
            }
            return "{" + text + "}";
    }
    return text;
}

Node parsed(const std::string& yaml) {
    auto result = parse(yaml, "f");
    REQUIRE(result.errors.empty());
    return std::move(result.root);
}

}  // namespace

TEST_SUITE("yaml/write") {
    TEST_CASE("a node on one line says what it said on several") {
        const auto root = parsed(
            "a: 1\n\"b: c\":\n  - x\n  - \"y, z\"\n  - {k: 'it''s', l: []}\nd: |\n  two\n  lines\n"
            "e: \"\"\nf: 冷藏 · 柜\ng: \"null\"\nh: -5\ni: \"# no\"\nj: \"  blank  \"\n");
        const auto text = flow_text(root);
        CHECK(text.find('\n') == std::string::npos);
        CHECK(said(parsed(text)) == said(root));
    }

    TEST_CASE("any text is read back from its scalar") {
        for (std::uint64_t seed = 0; seed < 2000; ++seed) {
            auto random = seeded_random(seed);
            std::string text;
            const std::string_view letters = "ab 0-:#,[]{}&*!|>'\"%@`?\\\n\t=~.";
            for (auto left = test::between(random, 1, 8); left > 0; --left) {
                text += test::below(random, 8) == 0
                            ? "中"
                            : std::string(1, letters[test::below(random, letters.size())]);
            }
            CAPTURE(text);
            CHECK(parsed("[" + scalar_text(text) + "]").items.at(0).text == text);
            CHECK(parsed("{a: " + scalar_text(text) + ", b: c}").entries.at(0).value.text == text);
        }
    }
}

}  // namespace dudao::yaml
