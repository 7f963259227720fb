#include "report/render.hpp"

#include "base/text.hpp"
#include "unit/report/golden.hpp"
#include "unit/report/period_example.hpp"
#include "unit/report/test_words.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <cstddef>
#include <regex>
#include <set>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

namespace dudao::report {

namespace {

using nlohmann::ordered_json;

const Catalogue english;

/// A name that tries to do harm in every format.
constexpr std::string_view hostile =
    "</script><img src=x onerror=alert(1)>\x1B]52;c;aGk=\a\r\n| `x` *y* [z](w) "
    "\"'&<b>\u202Eabc\u202C";

void poison(std::string& text) {
    text = hostile;
}

/// The rich month, with every text of the chain's own replaced.
PeriodReport poisoned_month() {
    auto month = test::rich_month();
    poison(month.chain);
    poison(month.scope);
    poison(month.timezone);
    for (auto& grade : month.scores.grades) {
        poison(grade.grade);
    }
    for (auto& region : month.regions) {
        poison(region.name);
    }
    for (auto* units : {&month.best, &month.worst}) {
        for (auto& unit : *units) {
            poison(unit.code);
            poison(unit.name);
            poison(unit.region);
            poison(unit.grade);
        }
    }
    for (auto& matrix : month.matrices) {
        poison(matrix.checklist);
        for (auto* titles : {&matrix.sections, &matrix.regions}) {
            for (auto& title : *titles) {
                poison(title);
            }
        }
    }
    for (auto& item : month.failed_items) {
        poison(item.text);
        poison(item.section);
    }
    for (auto& category : month.issues.by_category) {
        poison(category.name);
    }
    for (auto& line : month.overdue) {
        poison(line.unit_name);
        poison(line.text);
        poison(line.category);
        poison(line.owner);
    }
    return month;
}

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    std::istringstream in{text};
    for (std::string line; std::getline(in, line);) {
        lines.push_back(line);
    }
    return lines;
}

/// True when control characters or overrides of the direction are in a text.
bool could_steer(const std::string& text) {
    return term_safe(text, true) != text;
}

bool contains(std::string_view text, std::string_view part) {
    return text.find(part) != std::string_view::npos;
}

/// What is wrong with the nesting of a page's tags; empty when nothing is.
std::string nesting_fault(const std::string& html) {
    static const std::regex tag{"<(/?)([a-zA-Z][a-zA-Z0-9]*)[^>]*?(/?)>"};
    static const std::set<std::string> empty_tags{"meta", "br"};
    std::vector<std::string> open;
    for (auto it = std::sregex_iterator{html.begin(), html.end(), tag};
         it != std::sregex_iterator{};
         ++it) {
        const std::string name = (*it)[2];
        if ((*it)[3].length() > 0 || empty_tags.contains(name)) {
            continue;
        }
        if ((*it)[1].length() == 0) {
            open.push_back(name);
        } else if (open.empty() || open.back() != name) {
            return fmt::format("</{}> at {}", name, it->position());
        } else {
            open.pop_back();
        }
    }
    return open.empty() ? "" : "<" + open.back() + "> is never closed";
}

std::vector<std::string> captures(const std::string& text, const std::string& pattern) {
    const std::regex expression{pattern};
    std::vector<std::string> found;
    for (auto it = std::sregex_iterator{text.begin(), text.end(), expression};
         it != std::sregex_iterator{};
         ++it) {
        found.push_back((*it)[1]);
    }
    return found;
}

/// What JSON has that its schema does not describe and require, or the other way round.
class SchemaCheck {
  public:
    SchemaCheck(const ordered_json& root, std::string& fault) : root_(&root), fault_(&fault) {}

    void check(const ordered_json& schema, const ordered_json& value, const std::string& path) {
        const auto node = resolved(schema);
        if (value.is_object()) {
            check_object(node, value, path);
        } else if (value.is_array()) {
            for (const auto& each : value) {
                check(node.at("items"), each, fmt::format("{}[]", path));
            }
        }
    }

  private:
    void check_object(const ordered_json& node,
                      const ordered_json& value,
                      const std::string& path) {
        std::set<std::string> described;
        std::set<std::string> required;
        std::set<std::string> there;
        for (const auto& [name, each] : node.at("properties").items()) {
            described.insert(name);
        }
        for (const auto& name : node.at("required")) {
            required.insert(name.get<std::string>());
        }
        for (const auto& [name, each] : value.items()) {
            there.insert(name);
        }
        if (described != there || required != there) {
            *fault_ += path + " ";
            return;
        }
        for (const auto& [name, each] : value.items()) {
            check(node.at("properties").at(name), each, fmt::format("{}.{}", path, name));
        }
    }

    ordered_json resolved(const ordered_json& schema) const {
        if (!schema.contains("$ref")) {
            return schema;
        }
        auto node = resolved(
            root_->at(ordered_json::json_pointer{schema.at("$ref").get<std::string>().substr(1)}));
        if (schema.contains("properties")) {
            node["properties"].update(schema.at("properties"));
        }
        return node;
    }

    const ordered_json* root_;
    std::string* fault_;
};

}  // namespace

TEST_SUITE("report/render_text") {
    TEST_CASE("a rich month on screens of every width") {
        const auto month = test::rich_month();
        test::check_golden("month-40.txt", render_text(month, english, {.columns = 40}));
        test::check_golden("month-80.txt", render_text(month, english, {.columns = 80}));
        test::check_golden("month-132.txt", render_text(month, english, {.columns = 132}));
    }

    TEST_CASE("a rich month where ambiguous characters are wide") {
        test::check_golden(
            "month-80-wide.txt",
            render_text(
                test::rich_month(), english, {.columns = 80, .ambiguous = AmbiguousWidth::two}));
    }

    TEST_CASE("an empty month") {
        test::check_golden("empty-80.txt",
                           render_text(test::empty_month(), english, {.columns = 80}));
    }

    TEST_CASE("no line is wider than the screen") {
        for (const auto ambiguous : {AmbiguousWidth::one, AmbiguousWidth::two}) {
            for (const std::size_t columns : {30U, 40U, 57U, 80U, 100U, 132U, 200U}) {
                CAPTURE(columns);
                const auto text = render_text(
                    test::rich_month(), english, {.columns = columns, .ambiguous = ambiguous});
                std::size_t widest = 0;
                for (const auto& line : lines_of(text)) {
                    widest = std::max(widest, display_width(line, ambiguous));
                }
                CHECK(widest <= columns);
            }
        }
    }

    TEST_CASE("no section of a matrix is left out on a narrow screen") {
        const auto month = test::rich_month();
        const auto text = render_text(month, english, {.columns = 60});
        for (const auto& section : month.matrices.front().sections) {
            CHECK(contains(text, section));
        }
    }

    TEST_CASE("colour changes nothing but colour") {
        const auto month = test::rich_month();
        const auto coloured = render_text(month, english, {.columns = 80, .colour = true});
        CHECK(contains(coloured, "\x1B[31m"));
        CHECK(std::regex_replace(coloured, std::regex{"\x1B\\[[0-9]+m"}, "") ==
              render_text(month, english, {.columns = 80}));
    }

    TEST_CASE("words come from the catalogue") {
        const test::TestWords words{"zh-CN",
                                    {{"Monthly supervision report, {0}", "{0}督导月报"},
                                     {"month of a year|{0} {1}", "{1}年{2}月"},
                                     {"Rectification", "整改情况"}}};
        const auto text = render_text(test::rich_month(), words.catalogue(), {.columns = 80});
        CHECK(contains(text, "\n2026年11月督导月报\n"));
        CHECK(contains(text, "\n整改情况\n========\n"));
    }

    TEST_CASE("names cannot steer the terminal") {
        const auto text = render_text(poisoned_month(), english, {.columns = 80});
        CHECK_FALSE(could_steer(text));
        CHECK_FALSE(contains(text, "\r"));
    }
}

TEST_SUITE("report/render_markdown") {
    TEST_CASE("a rich month and an empty one") {
        test::check_golden("month.md", render_markdown(test::rich_month(), english));
        test::check_golden("empty.md", render_markdown(test::empty_month(), english));
    }

    TEST_CASE("names cannot become markup") {
        const auto text = render_markdown(poisoned_month(), english);
        CHECK_FALSE(could_steer(text));
        static const std::regex escaped{R"(\\[!-/:-@\[-`{-~])"};
        const auto bare = std::regex_replace(text, escaped, "");
        CHECK_FALSE(contains(bare, "<"));
        CHECK_FALSE(contains(bare, "`"));
        CHECK_FALSE(contains(bare, "["));
    }

    TEST_CASE("names do not change the shape of tables") {
        const auto bars_of = [](const std::string& text) {
            std::vector<std::size_t> bars;
            for (const auto& line : lines_of(std::regex_replace(text, std::regex{R"(\\\|)"}, ""))) {
                bars.push_back(static_cast<std::size_t>(std::count(line.begin(), line.end(), '|')));
            }
            return bars;
        };
        auto plain = test::rich_month();
        plain.scope = "x";
        for (auto& point : plain.trend) {
            point.grades.clear();
        }
        auto poisoned = poisoned_month();
        poisoned.scores.grades = plain.scores.grades;
        for (auto& point : poisoned.trend) {
            point.grades.clear();
        }
        CHECK(bars_of(render_markdown(poisoned, english)) ==
              bars_of(render_markdown(plain, english)));
    }
}

TEST_SUITE("report/render_html") {
    TEST_CASE("a rich month and an empty one") {
        test::check_golden("month.html", render_html(test::rich_month(), english));
        test::check_golden("empty.html", render_html(test::empty_month(), english));
    }

    TEST_CASE("tags are nested") {
        CHECK(nesting_fault(render_html(test::rich_month(), english)).empty());
        CHECK(nesting_fault(render_html(test::empty_month(), english)).empty());
        CHECK(nesting_fault(render_html(poisoned_month(), english)).empty());
    }

    TEST_CASE("every label and link leads to an element, each with an id of its own") {
        const auto html = render_html(test::rich_month(), english);
        const auto ids = captures(html, " id=\"([^\"]*)\"");
        const std::set<std::string> unique{ids.begin(), ids.end()};
        CHECK(unique.size() == ids.size());
        for (const auto& target : captures(html, "href=\"#([^\"]*)\"")) {
            CHECK(unique.contains(target));
        }
        for (const auto& labels : captures(html, "aria-labelledby=\"([^\"]*)\"")) {
            for (const auto& label : split_list(labels, " ")) {
                CHECK(unique.contains(label));
            }
        }
    }

    TEST_CASE("the page asks for nothing from elsewhere and runs nothing") {
        const auto html = render_html(test::rich_month(), english);
        for (const auto* word :
             {"http:", "https:", "//", "url(", "@import", "<script", "<link", "src=", " on"}) {
            CAPTURE(word);
            const auto without_text = std::regex_replace(html, std::regex{">[^<]*<"}, "><");
            CHECK_FALSE(contains(without_text, word));
        }
        CHECK(contains(html,
                       "content=\"default-src 'none'; style-src 'unsafe-inline'; img-src data:\""));
    }

    TEST_CASE("the style sheet asks for nothing from elsewhere") {
        const auto styles =
            captures(render_html(test::empty_month(), english), "<style>([^<]*)</style>");
        REQUIRE(styles.size() == 1);
        for (const auto* word : {"url(", "@import", "http", "@font-face"}) {
            CHECK_FALSE(contains(styles.front(), word));
        }
    }

    TEST_CASE("names stay text") {
        const auto html = render_html(poisoned_month(), english);
        CHECK_FALSE(could_steer(html));
        CHECK_FALSE(contains(html, "<img"));
        CHECK_FALSE(contains(html, "</script"));
        CHECK_FALSE(contains(html, "<b>"));
        CHECK(contains(html, "&lt;/script&gt;&lt;img src=x onerror=alert(1)&gt;"));
    }

    TEST_CASE("the page says its language") {
        const test::TestWords words{"zh-TW", {{"Key figures", "關鍵指標"}}};
        const auto html = render_html(test::rich_month(), words.catalogue());
        CHECK(contains(html, "<html lang=\"zh-TW\">"));
        CHECK(contains(html, "aria-label=\"關鍵指標\""));
    }

    TEST_CASE("the same month gives the same bytes") {
        CHECK(render_html(test::rich_month(), english) == render_html(test::rich_month(), english));
    }
}

TEST_SUITE("report/render_json") {
    TEST_CASE("a rich month and an empty one") {
        constexpr int indent = 2;
        const auto pretty = [](const PeriodReport& month) {
            return ordered_json::parse(render_json(month)).dump(indent) + "\n";
        };
        test::check_golden("month.json", pretty(test::rich_month()));
        test::check_golden("empty.json", pretty(test::empty_month()));
    }

    TEST_CASE("it is one compact line") {
        const auto text = render_json(test::rich_month());
        CHECK(ordered_json::parse(text).dump() + "\n" == text);
    }

    TEST_CASE("the schema describes and requires every name, and no other") {
        constexpr std::size_t most = 1U << 20U;
        const auto schema = ordered_json::parse(
            read_file(DUDAO_SOURCE_DIR "/docs/formats/report.schema.json", most).or_throw());
        for (const auto& month : {test::rich_month(), test::empty_month()}) {
            std::string fault;
            SchemaCheck{schema, fault}.check(schema, ordered_json::parse(render_json(month)), "$");
            CHECK(fault.empty());
        }
    }

    TEST_CASE("nothing is null") {
        const auto json = ordered_json::parse(render_json(test::empty_month()));
        CHECK(json.at("scope").is_null());
        CHECK(json.at("scores").at("mean").at("now").is_null());
        CHECK(json.at("coverage").at("completion").is_null());
        CHECK(json.at("rectification").at("median_days").is_null());
    }

    TEST_CASE("names come back as they were") {
        const auto json = ordered_json::parse(render_json(poisoned_month()));
        CHECK(json.at("overdue").at(0).at("text") == std::string{hostile});
    }

    TEST_CASE("bytes that are no text do not break it") {
        auto month = test::rich_month();
        month.chain = "caf\xE9";
        CHECK(ordered_json::parse(render_json(month)).at("chain") == "caf\uFFFD");
    }
}

}  // namespace dudao::report
