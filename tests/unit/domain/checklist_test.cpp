#include "domain/checklist.hpp"

#include "support/print.hpp"
#include "support/samples.hpp"

#include <doctest/doctest.h>

namespace dudao::domain {

using test::a_checklist;
using test::an_item;

TEST_SUITE("domain/checklist") {
    TEST_CASE("items are walked through all sections in their order") {
        const auto checklist =
            a_checklist({{an_item("Q1", 1), an_item("Q2", 1)}, {}, {an_item("Q3", 1)}});
        const auto items = items_of(checklist);
        REQUIRE(items.size() == 3);
        CHECK(items[0].item->id == "Q1");
        CHECK(items[1].item->id == "Q2");
        CHECK(items[2].item->id == "Q3");
        CHECK(items[1].section == checklist.sections.data());
        CHECK(items[2].section == &checklist.sections[2]);
    }

    TEST_CASE("a checklist without rules may be used anywhere") {
        CHECK(applies_to({}, test::a_unit("S1")));
        CHECK(applies_to({}, {.code = "W1", .name = "仓库", .kind = UnitKind::warehouse}));
    }

    TEST_CASE("a checklist may be for some kinds of units only") {
        auto unit = test::a_unit("S1");
        const Applicability rule{.kinds = {UnitKind::store, UnitKind::online}};
        CHECK(applies_to(rule, unit));
        unit.kind = UnitKind::warehouse;
        CHECK_FALSE(applies_to(rule, unit));
    }

    TEST_CASE("a checklist may be for some ownerships only, then it must be known") {
        auto unit = test::a_unit("S1");
        const Applicability rule{.ownerships = {Ownership::franchise}};
        CHECK_FALSE(applies_to(rule, unit));
        unit.ownership = Ownership::franchise;
        CHECK(applies_to(rule, unit));
        unit.ownership = Ownership::owned;
        CHECK_FALSE(applies_to(rule, unit));
    }

    TEST_CASE("one tag of a unit is enough") {
        auto unit = test::a_unit("S1");
        const Applicability rule{.tags = {"旗舰店", "机场"}};
        CHECK_FALSE(applies_to(rule, unit));
        unit.tags = {"夜间", "机场"};
        CHECK(applies_to(rule, unit));
        unit.tags = {"夜间"};
        CHECK_FALSE(applies_to(rule, unit));
    }

    TEST_CASE("all rules must hold") {
        auto unit = test::a_unit("S1");
        unit.ownership = Ownership::owned;
        unit.tags = {"机场"};
        Applicability rule{
            .kinds = {UnitKind::store}, .ownerships = {Ownership::owned}, .tags = {"机场"}};
        CHECK(applies_to(rule, unit));
        rule.kinds = {UnitKind::online};
        CHECK_FALSE(applies_to(rule, unit));
    }
}

}  // namespace dudao::domain
