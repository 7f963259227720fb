#include "report/render.hpp"
#include "unit/report/period_example.hpp"
#include "unit/report/test_words.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

namespace dudao::report {

namespace {

nlohmann::json document_of(const PeriodReport& report) {
    return nlohmann::json::parse(render_document(report, Catalogue{}));
}

}  // namespace

TEST_SUITE("report/render_document") {
    TEST_CASE("charts get the light colours of the page's style sheet") {
        const std::string style = document_of(test::rich_month()).at("style");
        CHECK(style.find(".chart .bar { fill: #4f939a; }") != std::string::npos);
        CHECK(style.find(".chart .l0 { fill: #23776d; }") != std::string::npos);
        CHECK(style.find(".chart text { fill: #1c2731; }") != std::string::npos);
        CHECK(style.find("var(") == std::string::npos);
        CHECK(style.find("100%") == std::string::npos);  // the page decides how wide they are
    }

    TEST_CASE("all parts of the report are there, with as many texts in a row as columns") {
        const auto document = document_of(test::rich_month());
        CHECK(document.at("document") == 1);
        CHECK(document.at("parts").size() > 8);
        std::size_t pictures = 0;
        for (const auto& part : document.at("parts")) {
            CHECK_FALSE(std::string{part.at("heading")}.empty());
            pictures += part.at("pictures").size();
            for (const auto& table : part.at("tables")) {
                for (const auto& row : table.at("rows")) {
                    CHECK(row.size() == table.at("columns").size());
                }
                const auto& bars = table.at("bars");
                CHECK((bars.empty() || bars.size() == table.at("rows").size()));
            }
        }
        CHECK(pictures > 5);
    }

    TEST_CASE("an empty month is a document too") {
        CHECK(document_of(test::empty_month()).at("document") == 1);
    }
}

}  // namespace dudao::report
