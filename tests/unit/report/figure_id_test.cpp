#include "report/figure_id.hpp"

#include <doctest/doctest.h>

namespace dudao::report {

TEST_SUITE("report/figure id") {
    TEST_CASE("names, and what the lines of lists are about") {
        CHECK(figure_steps("all_failures") == std::vector<FigureStep>{{"all_failures"}});
        CHECK(figure_steps("regions[R-HD].coverage.part") ==
              std::vector<FigureStep>{{"regions", {"R-HD"}}, {"coverage"}, {"part"}});
        CHECK(figure_steps("matrices[QSC 巡检][华东][清洁]") ==
              std::vector<FigureStep>{{"matrices", {"QSC 巡检", "华东", "清洁"}}});
        CHECK(figure_steps("scores.grades[A].visits") ==
              std::vector<FigureStep>{{"scores"}, {"grades", {"A"}}, {"visits"}});
    }

    TEST_CASE("brackets and points within a key are part of it") {
        CHECK(figure_steps("regions[a.b].visits") ==
              std::vector<FigureStep>{{"regions", {"a.b"}}, {"visits"}});
        CHECK(figure_steps("regions[a]b].visits") ==
              std::vector<FigureStep>{{"regions", {"a]b"}}, {"visits"}});
        CHECK(figure_steps("regions[].visits") ==
              std::vector<FigureStep>{{"regions", {""}}, {"visits"}});
    }

    TEST_CASE("what is no id gives nothing") {
        for (const std::string_view text :
             {"", ".", "a.", ".a", "a..b", "[x]", "a[x", "a[x]b", "a[x].", "a.[x]"}) {
            CAPTURE(text);
            CHECK_FALSE(figure_steps(text));
        }
    }

    TEST_CASE("the member is what follows the first step, without keys") {
        CHECK(member_of(*figure_steps("regions[R].coverage.part")) == "coverage.part");
        CHECK(member_of(*figure_steps("scores.grades[A].visits")) == "grades.visits");
        CHECK(member_of(*figure_steps("all_failures")).empty());
    }
}

}  // namespace dudao::report
