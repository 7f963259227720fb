#include "domain/acceptance.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <sstream>
#include <string>
#include <string_view>

namespace dudao::domain {

namespace {

/// "J 80 2": letter, size and acceptance number.
std::string plan(std::int64_t lot,
                 std::string_view aql,
                 Severity severity = Severity::normal,
                 SampleLevel level = SampleLevel::ii) {
    const auto found = sampling_plan(lot, level, parse_decimal(aql).or_throw(), severity);
    REQUIRE(found.has_value());
    return std::string{found->letter} + ' ' + std::to_string(found->size) + ' ' +
           std::to_string(found->accept);
}

/// Lots whose letter under inspection level II is each of the letters, A to R of them by III.
struct LotOfLetter {
    std::int64_t lot;
    SampleLevel level;
};

constexpr std::array<LotOfLetter, 16> lots_by_letter{{{8, SampleLevel::ii},
                                                      {15, SampleLevel::ii},
                                                      {25, SampleLevel::ii},
                                                      {50, SampleLevel::ii},
                                                      {90, SampleLevel::ii},
                                                      {150, SampleLevel::ii},
                                                      {280, SampleLevel::ii},
                                                      {500, SampleLevel::ii},
                                                      {1200, SampleLevel::ii},
                                                      {3200, SampleLevel::ii},
                                                      {10'000, SampleLevel::ii},
                                                      {35'000, SampleLevel::ii},
                                                      {150'000, SampleLevel::ii},
                                                      {500'000, SampleLevel::ii},
                                                      {1'000'000, SampleLevel::ii},
                                                      {1'000'000, SampleLevel::iii}}};

/// The cells with sizes no greater than the lot.
std::string cut(std::string_view cells, std::int64_t lot) {
    std::string text;
    std::istringstream in{std::string{cells}};
    for (std::string cell; std::getline(in, cell, '|');) {
        char letter = ' ';
        std::int64_t size = 0;
        int accept = 0;
        std::istringstream{cell} >> letter >> size >> accept;
        text += (text.empty() ? "" : "|") + std::string{letter} + ' ' +
                std::to_string(std::min(size, lot)) + ' ' + std::to_string(accept);
    }
    return text;
}

/// Table 2-C of GB/T 2828.1-2012 (ISO 2859-1:1999) with the arrows followed: a row for each letter,
/// a cell for each limit from 0.010 to 1000: letter that is used, size, acceptance number.
// clang-format off
constexpr std::array<std::string_view, 16> table_2c{
    "Q 500 0|P 315 0|N 200 0|M 125 0|L 80 0|K 50 0|J 32 0|H 20 0|G 13 0|F 8 0|E 5 0|D 3 0|C 2 0|B 2 0|A 2 0|D 3 1|C 2 1|A 2 1|A 2 2|A 2 3|A 2 5|A 2 7|A 2 10|A 2 14|A 2 21|A 2 30",
    "Q 500 0|P 315 0|N 200 0|M 125 0|L 80 0|K 50 0|J 32 0|H 20 0|G 13 0|F 8 0|E 5 0|D 3 0|C 2 0|B 2 0|A 2 0|D 3 1|C 2 1|B 2 1|B 2 2|B 2 3|B 2 5|B 2 7|B 2 10|B 2 14|B 2 21|B 2 30",
    "Q 500 0|P 315 0|N 200 0|M 125 0|L 80 0|K 50 0|J 32 0|H 20 0|G 13 0|F 8 0|E 5 0|D 3 0|C 2 0|B 2 0|E 5 1|D 3 1|C 2 1|C 2 2|C 2 3|C 2 5|C 2 6|C 2 8|C 2 10|C 2 14|C 2 21|B 2 30",
    "Q 500 0|P 315 0|N 200 0|M 125 0|L 80 0|K 50 0|J 32 0|H 20 0|G 13 0|F 8 0|E 5 0|D 3 0|C 2 0|F 8 1|E 5 1|D 3 1|D 3 2|D 3 3|D 3 5|D 3 6|D 3 8|D 3 10|D 3 14|D 3 21|C 2 21|B 2 30",
    "Q 500 0|P 315 0|N 200 0|M 125 0|L 80 0|K 50 0|J 32 0|H 20 0|G 13 0|F 8 0|E 5 0|D 3 0|G 13 1|F 8 1|E 5 1|E 5 2|E 5 3|E 5 5|E 5 6|E 5 8|E 5 10|E 5 14|E 5 21|D 3 21|C 2 21|B 2 30",
    "Q 500 0|P 315 0|N 200 0|M 125 0|L 80 0|K 50 0|J 32 0|H 20 0|G 13 0|F 8 0|E 5 0|H 20 1|G 13 1|F 8 1|F 8 2|F 8 3|F 8 5|F 8 6|F 8 8|F 8 10|E 5 10|E 5 14|E 5 21|D 3 21|C 2 21|B 2 30",
    "Q 500 0|P 315 0|N 200 0|M 125 0|L 80 0|K 50 0|J 32 0|H 20 0|G 13 0|F 8 0|J 32 1|H 20 1|G 13 1|G 13 2|G 13 3|G 13 5|G 13 6|G 13 8|G 13 10|F 8 10|E 5 10|E 5 14|E 5 21|D 3 21|C 2 21|B 2 30",
    "Q 500 0|P 315 0|N 200 0|M 125 0|L 80 0|K 50 0|J 32 0|H 20 0|G 13 0|K 50 1|J 32 1|H 20 1|H 20 2|H 20 3|H 20 5|H 20 6|H 20 8|H 20 10|G 13 10|F 8 10|E 5 10|E 5 14|E 5 21|D 3 21|C 2 21|B 2 30",
    "Q 500 0|P 315 0|N 200 0|M 125 0|L 80 0|K 50 0|J 32 0|H 20 0|L 80 1|K 50 1|J 32 1|J 32 2|J 32 3|J 32 5|J 32 6|J 32 8|J 32 10|H 20 10|G 13 10|F 8 10|E 5 10|E 5 14|E 5 21|D 3 21|C 2 21|B 2 30",
    "Q 500 0|P 315 0|N 200 0|M 125 0|L 80 0|K 50 0|J 32 0|M 125 1|L 80 1|K 50 1|K 50 2|K 50 3|K 50 5|K 50 6|K 50 8|K 50 10|J 32 10|H 20 10|G 13 10|F 8 10|E 5 10|E 5 14|E 5 21|D 3 21|C 2 21|B 2 30",
    "Q 500 0|P 315 0|N 200 0|M 125 0|L 80 0|K 50 0|N 200 1|M 125 1|L 80 1|L 80 2|L 80 3|L 80 5|L 80 6|L 80 8|L 80 10|K 50 10|J 32 10|H 20 10|G 13 10|F 8 10|E 5 10|E 5 14|E 5 21|D 3 21|C 2 21|B 2 30",
    "Q 500 0|P 315 0|N 200 0|M 125 0|L 80 0|P 315 1|N 200 1|M 125 1|M 125 2|M 125 3|M 125 5|M 125 6|M 125 8|M 125 10|L 80 10|K 50 10|J 32 10|H 20 10|G 13 10|F 8 10|E 5 10|E 5 14|E 5 21|D 3 21|C 2 21|B 2 30",
    "Q 500 0|P 315 0|N 200 0|M 125 0|Q 500 1|P 315 1|N 200 1|N 200 2|N 200 3|N 200 5|N 200 6|N 200 8|N 200 10|M 125 10|L 80 10|K 50 10|J 32 10|H 20 10|G 13 10|F 8 10|E 5 10|E 5 14|E 5 21|D 3 21|C 2 21|B 2 30",
    "Q 500 0|P 315 0|N 200 0|R 800 1|Q 500 1|P 315 1|P 315 2|P 315 3|P 315 5|P 315 6|P 315 8|P 315 10|N 200 10|M 125 10|L 80 10|K 50 10|J 32 10|H 20 10|G 13 10|F 8 10|E 5 10|E 5 14|E 5 21|D 3 21|C 2 21|B 2 30",
    "Q 500 0|P 315 0|N 200 0|R 800 1|Q 500 1|Q 500 2|Q 500 3|Q 500 5|Q 500 6|Q 500 8|Q 500 10|P 315 10|N 200 10|M 125 10|L 80 10|K 50 10|J 32 10|H 20 10|G 13 10|F 8 10|E 5 10|E 5 14|E 5 21|D 3 21|C 2 21|B 2 30",
    "Q 500 0|P 315 0|N 200 0|R 800 1|R 800 2|R 800 3|R 800 5|R 800 6|R 800 8|R 800 10|Q 500 10|P 315 10|N 200 10|M 125 10|L 80 10|K 50 10|J 32 10|H 20 10|G 13 10|F 8 10|E 5 10|E 5 14|E 5 21|D 3 21|C 2 21|B 2 30"};
// clang-format on

}  // namespace

TEST_SUITE("domain/acceptance") {
    TEST_CASE("the size of the lot and the level give the letter") {
        CHECK(sample_letter(2, SampleLevel::ii) == 'A');
        CHECK(sample_letter(280, SampleLevel::ii) == 'G');
        CHECK(sample_letter(281, SampleLevel::ii) == 'H');
        CHECK(sample_letter(1200, SampleLevel::ii) == 'J');
        CHECK(sample_letter(1200, SampleLevel::i) == 'G');
        CHECK(sample_letter(1200, SampleLevel::iii) == 'K');
        CHECK(sample_letter(1200, SampleLevel::s1) == 'C');
        CHECK(sample_letter(600'000, SampleLevel::ii) == 'Q');
        CHECK(sample_letter(600'000, SampleLevel::iii) == 'R');
    }

    TEST_CASE("normal inspection: size and acceptance number of the table") {
        CHECK(plan(1200, "1") == "J 80 2");
        CHECK(plan(1200, "2.5") == "J 80 5");
        CHECK(plan(1200, "4") == "J 80 7");
        CHECK(plan(1200, "0.15") == "J 80 0");
        CHECK(plan(5000, "1") == "L 200 5");
        CHECK(plan(5000, "0.65") == "L 200 3");
        CHECK(plan(5000, "4") == "L 200 14");
        CHECK(plan(100, "65") == "F 20 21");
        CHECK(plan(60, "250") == "E 13 44");
    }

    TEST_CASE("an arrow leads to the next plan, with its own size") {
        CHECK(plan(1200, "0.25") == "H 50 0");  // up
        CHECK(plan(1200, "0.4") == "K 125 1");  // down
        CHECK(plan(1200, "25") == "H 50 21");   // up: no greater number in this row
        CHECK(plan(400, "1") == "H 50 1");
        CHECK(plan(30, "1") == "E 13 0");  // down
        CHECK(plan(600'000, "0.015") == "P 800 0");
        CHECK(plan(8, "6.5") == "A 2 0");
        CHECK(plan(8, "10") == "C 5 1");  // down: nothing stands above A
        CHECK(plan(8, "15") == "B 3 1");
        CHECK(plan(8, "25") == "A 2 1");
    }

    TEST_CASE("a sample as large as the lot is the whole lot") {
        CHECK(plan(30, "0.1") == "K 30 0");
        CHECK(plan(1, "6.5") == "A 1 0");
    }

    TEST_CASE("tightened inspection accepts less") {
        CHECK(plan(1200, "1", Severity::tightened) == "J 80 1");
        CHECK(plan(400, "1", Severity::tightened) == "J 80 1");  // down from H
        CHECK(plan(5000, "1", Severity::tightened) == "L 200 3");
        CHECK(plan(5000, "2.5", Severity::tightened) == "L 200 8");
        CHECK(plan(100, "65", Severity::tightened) == "F 20 18");
        CHECK(plan(8, "6.5", Severity::tightened) == "B 3 0");
        CHECK(plan(8, "10", Severity::tightened) == "D 8 1");
        CHECK(plan(8, "25", Severity::tightened) == "B 3 1");
        CHECK(plan(600'000, "0.025", Severity::tightened, SampleLevel::iii) == "S 3150 1");
    }

    TEST_CASE("reduced inspection: every cell of the table") {
        const auto limits = acceptance_limits();
        for (std::size_t row = 0; row < table_2c.size(); ++row) {
            const auto [lot, level] = lots_by_letter.at(row);
            std::string found;
            for (const auto& limit : limits) {
                const auto cell = sampling_plan(lot, level, limit, Severity::reduced);
                REQUIRE(cell.has_value());
                found += (found.empty() ? "" : "|") + std::string{cell->letter} + ' ' +
                         std::to_string(cell->size) + ' ' + std::to_string(cell->accept);
            }
            CHECK(found == cut(table_2c.at(row), lot));
        }
    }

    TEST_CASE("one step tighter is the number before in the same row") {
        const auto tighter = [](char letter, std::string_view aql) {
            return accept_one_step_tighter(letter, parse_decimal(aql).or_throw());
        };
        CHECK(tighter('J', "1") == 1);                  // 2 at 1.0, 1 at 0.65
        CHECK(tighter('J', "2.5") == 3);                // 5 at 2.5, 3 at 1.5
        CHECK(tighter('K', "10") == 14);                // 21 at 10
        CHECK_FALSE(tighter('J', "0.65").has_value());  // an arrow
        CHECK_FALSE(tighter('J', "0.01").has_value());  // nothing is tighter
    }

    TEST_CASE("a limit that the standard does not know has no plan") {
        CHECK_FALSE(
            sampling_plan(100, SampleLevel::ii, parse_decimal("3").or_throw(), Severity::normal)
                .has_value());
        CHECK(acceptance_limits().size() == 26);
    }
}

}  // namespace dudao::domain
