#include "domain/compare.hpp"

#include "support/samples.hpp"

#include <doctest/doctest.h>

#include <functional>

namespace dudao::domain {

namespace {

/// Two sections: Q1 and Q2, and Q3, all pass or fail.
Checklist base() {
    return test::a_checklist(
        {{test::an_item("Q1", 2), test::an_item("Q2", 3)}, {test::an_item("Q3", 5)}});
}

std::vector<Change> after(const std::function<void(Checklist&)>& change) {
    auto changed = base();
    change(changed);
    return compare(base(), changed);
}

/// The only change; its place, key and effect as "item Q1 points: score".
std::string only(const std::function<void(Checklist&)>& change) {
    const auto changes = after(change);
    REQUIRE(changes.size() == 1);
    const auto& found = changes.front();
    return std::string{change_places.word(found.place)} + ' ' + found.id + ' ' + found.key + ": " +
           std::string{change_effects.word(found.effect)};
}

}  // namespace

TEST_SUITE("domain/compare") {
    TEST_CASE("a checklist is as itself, whatever its version") {
        CHECK(after([](Checklist& list) { list.version = "2"; }).empty());
        CHECK(effect_of({}) == ChangeEffect::none);
    }

    TEST_CASE("wording and what a failure raises leave scores comparable") {
        CHECK(only([](Checklist& list) { list.title = LocalText{"另一个"}; }) ==
              "checklist  title: none");
        CHECK(only([](Checklist& list) {
                  list.sections[0].items[0].text = LocalText{"新的说法"};
              }) == "item Q1 text: none");
        CHECK(only([](Checklist& list) {
                  list.sections[1].items[0].issue = IssueRule{.category = "process"};
              }) == "item Q3 issue: none");
        CHECK(only([](Checklist& list) { list.sections[0].items[0].red_line = true; }) ==
              "item Q1 red_line: none");
    }

    TEST_CASE("points, weights, rules for na and critical effects break the trend") {
        const auto item = [](auto change) {
            return only([&](Checklist& list) { change(list.sections[0].items[0]); });
        };
        CHECK(item([](Item& each) { each.points = Decimal{4}; }) == "item Q1 points: score");
        CHECK(item([](Item& each) { each.weight = 2; }) == "item Q1 weight: score");
        CHECK(item([](Item& each) { each.na = NaPolicy::zero; }) == "item Q1 na: score");
        CHECK(item([](Item& each) { each.critical = CriticalEffect::zero; }) ==
              "item Q1 critical: score");
        CHECK(only([](Checklist& list) { list.scoring.method = ScoringMethod::penalty; }) ==
              "checklist  method: score");
    }

    TEST_CASE("pass marks, grades and what is required change the verdict only") {
        CHECK(only([](Checklist& list) { list.scoring.decimals = 3; }) ==
              "checklist  decimals: verdict");
        CHECK(only([](Checklist& list) { list.scoring.pass = Decimal{80}; }) ==
              "checklist  pass: verdict");
        CHECK(only([](Checklist& list) {
                  list.scoring.grades = {{"A", Decimal{0}}};
              }) == "checklist  grades: verdict");
        CHECK(only([](Checklist& list) { list.sections[0].pass = Decimal{60}; }) ==
              "section A pass: verdict");
        CHECK(only([](Checklist& list) { list.sections[0].items[1].required = false; }) ==
              "item Q2 required: verdict");
    }

    TEST_CASE("a weight of a section counts where sections are weighted") {
        auto a = base();
        auto b = base();
        b.sections[0].weight += Decimal{10};
        CHECK(effect_of(compare(a, b)) == ChangeEffect::none);
        a.scoring.method = b.scoring.method = ScoringMethod::weighted_sections;
        CHECK(effect_of(compare(a, b)) == ChangeEffect::score);
    }

    TEST_CASE("another profile is told, and leaves scores comparable") {
        const auto add = [](Checklist& list) {
            list.profiles.push_back(
                {"express", LocalText{"快速"}, std::string(items_of(list).size(), '1')});
        };
        CHECK(only(add) == "checklist  profiles: none");
    }

    TEST_CASE("items that come and go are told, and count when they give points") {
        auto changed = base();
        changed.sections[0].items[1] = test::an_item("Q9", 0);
        const auto changes = compare(base(), changed);
        REQUIRE(changes.size() == 2);
        CHECK(changes[0].kind == ChangeKind::added);
        CHECK(changes[0].id == "Q9");
        CHECK(changes[0].effect == ChangeEffect::none);
        CHECK(changes[1].kind == ChangeKind::removed);
        CHECK(changes[1].id == "Q2");
        CHECK(changes[1].effect == ChangeEffect::score);
    }

    TEST_CASE("an item in another section counts where sections lose all or are judged") {
        const auto moved = [](const std::function<void(Checklist&)>& prepare) {
            auto before = base();
            prepare(before);
            auto after = before;
            after.sections[1].items.push_back(after.sections[0].items.back());
            after.sections[0].items.pop_back();
            return effect_of(compare(before, after));
        };
        CHECK(moved([](Checklist&) {}) == ChangeEffect::none);
        CHECK(moved([](Checklist& list) {
                  list.sections[1].items[0].critical = CriticalEffect::fail_section;
              }) == ChangeEffect::score);
        CHECK(moved([](Checklist& list) { list.sections[0].pass = Decimal{60}; }) ==
              ChangeEffect::verdict);
        CHECK(
            moved([](Checklist& list) {
                list.scoring.grades = {{.name = "A", .worst_section = Decimal{50}}, {.name = "B"}};
            }) == ChangeEffect::verdict);
    }

    TEST_CASE("an item in another section counts where sections are means") {
        const auto move = [](Checklist& list) {
            list.sections[1].items.push_back(list.sections[0].items[1]);
            list.sections[0].items.pop_back();
        };
        CHECK(only(move) == "item Q2 section: none");
        auto a = base();
        a.scoring.method = ScoringMethod::mean_of_sections;
        auto b = a;
        move(b);
        CHECK(effect_of(compare(a, b)) == ChangeEffect::score);
    }
}

}  // namespace dudao::domain
