#include "domain/organisation.hpp"

#include "support/print.hpp"
#include "support/samples.hpp"

#include <doctest/doctest.h>

namespace dudao::domain {

namespace {

/// 总部 above 华东 and 华北; 上海 and another 总部 below 华东.
Organisation chain() {
    Organisation organisation;
    organisation.add({1, "HQ", "总部", UnitKind::headquarters, 0});
    organisation.add({2, "EAST", "华东", UnitKind::region, 1});
    organisation.add({3, "NORTH", "华北", UnitKind::region, 1});
    organisation.add({4, "SH", "上海", UnitKind::region, 2});
    organisation.add({5, "HQ2", "总部", UnitKind::branch, 2});
    return organisation;
}

}  // namespace

TEST_SUITE("domain/organisation") {
    TEST_CASE("a group is found by its key and by its code") {
        const auto organisation = chain();
        REQUIRE(organisation.find(4) != nullptr);
        CHECK(organisation.find(4)->code == "SH");
        REQUIRE(organisation.find("SH") != nullptr);
        CHECK(organisation.find("SH")->key == 4);
        CHECK(organisation.find(9) == nullptr);
        CHECK(organisation.find("sh") == nullptr);
        CHECK(organisation.nodes().size() == 5);
    }

    TEST_CASE("a child is found by its name below its parent") {
        const auto organisation = chain();
        REQUIRE(organisation.child(1, "华东") != nullptr);
        CHECK(organisation.child(1, "华东")->key == 2);
        CHECK(organisation.child(2, "总部")->key == 5);
        CHECK(organisation.child(0, "总部")->key == 1);
        CHECK(organisation.child(1, "上海") == nullptr);
    }

    TEST_CASE("of two children with one name the first is found") {
        auto organisation = chain();
        organisation.add({6, "EAST2", "华东", UnitKind::region, 1});
        CHECK(organisation.child(1, "华东")->key == 2);
    }

    TEST_CASE("a path goes from the top down") {
        const auto organisation = chain();
        CHECK(organisation.path(4) == "总部 / 华东 / 上海");
        CHECK(organisation.path(1) == "总部");
        CHECK(organisation.path(0).empty());
        CHECK(organisation.path(9).empty());
    }

    TEST_CASE("below means the group itself and all that hangs under it") {
        const auto organisation = chain();
        CHECK(organisation.is_below(4, 1));
        CHECK(organisation.is_below(4, 2));
        CHECK(organisation.is_below(4, 4));
        CHECK_FALSE(organisation.is_below(4, 3));
        CHECK_FALSE(organisation.is_below(2, 4));
        CHECK_FALSE(organisation.is_below(0, 1));
    }

    TEST_CASE("a circle does not hold anyone up") {
        Organisation organisation;
        organisation.add({1, "A", "甲", UnitKind::region, 2});
        organisation.add({2, "B", "乙", UnitKind::region, 1});
        CHECK_FALSE(organisation.path(1).empty());
        CHECK_FALSE(organisation.is_below(1, 3));
    }

    TEST_CASE("others hang under headquarters, branches, regions and departments") {
        CHECK(is_group(UnitKind::headquarters));
        CHECK(is_group(UnitKind::branch));
        CHECK(is_group(UnitKind::region));
        CHECK(is_group(UnitKind::department));
        CHECK_FALSE(is_group(UnitKind::store));
        CHECK_FALSE(is_group(UnitKind::warehouse));
        CHECK_FALSE(is_group(UnitKind::project));
        CHECK_FALSE(is_group(UnitKind::online));
    }

    TEST_CASE("an empty filter lets every unit through") {
        CHECK(matches({}, test::a_unit("S1")));
    }

    TEST_CASE("each part of a filter narrows") {
        auto unit = test::a_unit("S0012");
        unit.ownership = Ownership::franchise;
        unit.status = UnitStatus::suspended;
        unit.tags = {"旗舰店", "机场"};
        unit.supervisor = "zhang";
        unit.address = "上海市静安区 Nanjing Rd 1";
        CHECK(matches({.kind = UnitKind::store}, unit));
        CHECK_FALSE(matches({.kind = UnitKind::online}, unit));
        CHECK(matches({.ownership = Ownership::franchise}, unit));
        CHECK_FALSE(matches({.ownership = Ownership::owned}, unit));
        CHECK(matches({.status = UnitStatus::suspended}, unit));
        CHECK_FALSE(matches({.status = UnitStatus::open}, unit));
        CHECK(matches({.tag = "机场"}, unit));
        CHECK_FALSE(matches({.tag = "机"}, unit));
        CHECK(matches({.supervisor = "zhang"}, unit));
        CHECK_FALSE(matches({.supervisor = "li"}, unit));
    }

    TEST_CASE("a unit whose ownership is unknown matches no ownership") {
        CHECK_FALSE(matches({.ownership = Ownership::owned}, test::a_unit("S1")));
    }

    TEST_CASE("a text is looked for in code, name and address, whatever its case") {
        auto unit = test::a_unit("S0012");
        unit.address = "上海市静安区 Nanjing Rd 1";
        CHECK(matches({.text = "s001"}, unit));
        CHECK(matches({.text = "门店"}, unit));
        CHECK(matches({.text = "nanjing rd"}, unit));
        CHECK_FALSE(matches({.text = "北京"}, unit));
    }

    TEST_CASE("all parts of a filter must hold") {
        const auto unit = test::a_unit("S0012");
        CHECK(matches({.kind = UnitKind::store, .text = "S0012"}, unit));
        CHECK_FALSE(matches({.kind = UnitKind::store, .text = "S0013"}, unit));
    }
}

}  // namespace dudao::domain
