#include "domain/waiver.hpp"

#include <doctest/doctest.h>

namespace dudao::domain {

using namespace std::chrono_literals;

namespace {

constexpr Day first{2026y / 11 / 1};
constexpr Day last{2026y / 11 / 30};

Waiver waiver() {
    return {.unit = "S01", .checklist = "qsc", .item = "F04", .from = first, .until = last};
}

}  // namespace

TEST_SUITE("domain/waiver") {
    TEST_CASE("it holds from its first to its last day, both included") {
        CHECK(state_on(waiver(), first - std::chrono::days{1}) == WaiverState::upcoming);
        CHECK(state_on(waiver(), first) == WaiverState::active);
        CHECK(state_on(waiver(), last) == WaiverState::active);
        CHECK(state_on(waiver(), last + std::chrono::days{1}) == WaiverState::expired);
    }

    TEST_CASE("without a first day it has held always") {
        auto open = waiver();
        open.from.reset();
        CHECK(state_on(open, Day{}) == WaiverState::active);
    }

    TEST_CASE("it is about one item of one checklist, or of every one that has the item") {
        CHECK(covers(waiver(), "qsc", "F04", first));
        CHECK_FALSE(covers(waiver(), "qsc", "F05", first));
        CHECK_FALSE(covers(waiver(), "5s", "F04", first));
        CHECK_FALSE(covers(waiver(), "qsc", "F04", last + std::chrono::days{1}));
        auto any = waiver();
        any.checklist.clear();
        CHECK(covers(any, "5s", "F04", first));
    }
}

}  // namespace dudao::domain
