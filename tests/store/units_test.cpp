#include "store/units.hpp"

#include "support/arbitrary.hpp"
#include "support/chain.hpp"
#include "support/print.hpp"
#include "support/samples.hpp"

#include <doctest/doctest.h>

#include <map>

namespace dudao::store {

using test::Chain;
using namespace std::chrono_literals;

namespace {

/// Changes one unit on a day.
template <class Change>
void change(Chain& chain, std::string_view code, Day since, const Change& how) {
    const auto before = Units{chain.driver()}.find(code);
    REQUIRE(before.has_value());
    auto after = before->unit;
    how(after);
    auto writing = chain.write("store import");
    UnitWriter writer{writing};
    writer.change(*before, after, after.parent.empty() ? 0 : chain.unit_key(after.parent), since);
    writer.finish();
    writing.commit("changed");
}

domain::Unit unit(const Chain& chain, std::string_view code) {
    return Units{chain.driver()}.find(code)->unit;
}

/// What reports see of a unit on a day.
domain::Affiliation affiliation(const Chain& chain, std::string_view code, Day day) {
    const auto changed = Units{chain.driver()}.affiliations_on(day);
    const auto found = changed.find(chain.unit_key(code));
    return found == changed.end() ? affiliation_of(unit(chain, code)) : found->second;
}

constexpr Day november{2026y / 11 / 1};
constexpr Day december{2026y / 12 / 1};
constexpr Day january{2027y / 1 / 1};

}  // namespace

TEST_SUITE("store/units") {
    TEST_CASE("a unit is found by its code and by its key") {
        const Chain chain;
        const Units units{chain.driver()};
        const auto found = units.find("S01");
        REQUIRE(found.has_value());
        CHECK(found->unit.name == "门店 S01");
        CHECK(found->unit.parent == "EAST");
        CHECK(found->parent == chain.unit_key("EAST"));
        CHECK(units.find(found->key)->unit == found->unit);
        CHECK_FALSE(units.find("s01").has_value());
        CHECK_FALSE(units.find("").has_value());
        CHECK_FALSE(units.find(std::int64_t{999}).has_value());
    }

    TEST_CASE("a top has no parent") {
        const Chain chain;
        const auto top = Units{chain.driver()}.find("HQ");
        REQUIRE(top.has_value());
        CHECK(top->parent == 0);
        CHECK(top->unit.parent.empty());
    }

    TEST_CASE("any unit comes back as it was written") {
        Chain chain;
        std::map<std::string, domain::Unit> written;
        {
            auto writing = chain.write();
            UnitWriter writer{writing};
            for (std::uint64_t seed = 0; seed < 60; ++seed) {
                auto random = seeded_random(seed);
                auto each = test::arbitrary_unit(random, "U" + std::to_string(seed));
                each.parent = test::pick(random, {"", "EAST", "NORTH"});
                writer.add(each, each.parent.empty() ? 0 : chain.unit_key(each.parent));
                written.emplace(each.code, each);
            }
            writer.finish();
            writing.commit("many");
        }
        for (const auto& [code, expected] : written) {
            CHECK(unit(chain, code) == expected);
        }
    }

    TEST_CASE("any unit can become any other") {
        Chain chain;
        for (std::uint64_t seed = 100; seed < 120; ++seed) {
            CAPTURE(seed);
            auto random = seeded_random(seed);
            auto wanted = test::arbitrary_unit(random, "S02");
            wanted.parent = test::pick(random, {"", "EAST", "NORTH"});
            change(chain, "S02", test::arbitrary_day(random), [&](domain::Unit& u) { u = wanted; });
            CHECK(unit(chain, "S02") == wanted);
        }
    }

    TEST_CASE("units are listed in the order of their codes, until it is enough") {
        const Chain chain;
        std::string codes;
        Units{chain.driver()}.each([&](const UnitRow& row) {
            codes += row.unit.code + ' ';
            return row.unit.code != "S01";
        });
        CHECK(codes == "D01 EAST HQ NORTH S01 ");
    }

    TEST_CASE("a scan gives every unit") {
        const Chain chain;
        std::map<std::string, std::int64_t> parents;
        Units{chain.driver()}.scan([&](const UnitScan& row) {
            parents.emplace(row.code, row.parent);
            CHECK((row.code != "S03" || row.status == domain::UnitStatus::suspended));
            CHECK((row.code != "EAST" || row.kind == domain::UnitKind::region));
        });
        REQUIRE(parents.size() == 7);
        CHECK(parents.at("S03") == chain.unit_key("NORTH"));
        CHECK(parents.at("HQ") == 0);
    }

    TEST_CASE("the organisation is the tree without its leaves") {
        const Chain chain;
        const auto organisation = Units{chain.driver()}.organisation();
        CHECK(organisation.nodes().size() == 4);
        CHECK(organisation.find("S01") == nullptr);
        REQUIRE(organisation.find("EAST") != nullptr);
        CHECK(organisation.path(organisation.find("EAST")->key) == "总部 / 华东");
        CHECK(organisation.is_below(chain.unit_key("EAST"), chain.unit_key("HQ")));
    }

    TEST_CASE("the mark of a unit changes with all that an import can change") {
        const Chain chain;
        std::map<std::string, UnitMark, std::less<>> marks;
        Units{chain.driver()}.each_mark(
            [&](std::string_view code, const UnitMark& mark) { marks.emplace(code, mark); });
        REQUIRE(marks.size() == 7);
        const auto original = unit(chain, "S01");
        CHECK(marks.at("S01").key == chain.unit_key("S01"));
        CHECK(marks.at("S01").hash == content_hash(original));
        const auto differs = [&](auto how) {
            auto other = original;
            how(other);
            return content_hash(other) != content_hash(original);
        };
        using domain::Unit;
        CHECK(differs([](Unit& u) { u.code += 'x'; }));
        CHECK(differs([](Unit& u) { u.name += 'x'; }));
        CHECK(differs([](Unit& u) { u.kind = domain::UnitKind::online; }));
        CHECK(differs([](Unit& u) { u.parent = "NORTH"; }));
        CHECK(differs([](Unit& u) { u.ownership.reset(); }));
        CHECK(differs([](Unit& u) { u.status = domain::UnitStatus::closed; }));
        CHECK(differs([](Unit& u) { u.address.clear(); }));
        CHECK(differs([](Unit& u) { u.coordinates = {0, 0}; }));
        CHECK(differs([](Unit& u) { u.opened_on = november; }));
        CHECK(differs([](Unit& u) { u.head = "wang"; }));
        CHECK(differs([](Unit& u) { u.supervisor = "li"; }));
        CHECK(differs([](Unit& u) { u.franchisee = "x"; }));
        CHECK(differs([](Unit& u) { u.phone = "1"; }));
        CHECK(differs([](Unit& u) { u.zone = "Asia/Urumqi"; }));
        CHECK(differs([](Unit& u) { u.tags.pop_back(); }));
        CHECK(differs([](Unit& u) { u.attributes = "{}"; }));
    }

    TEST_CASE("a first import writes no history") {
        const Chain chain;
        CHECK(Units{chain.driver()}.affiliations_on(Day{}).empty());
        CHECK(Units{chain.driver()}.find("S01")->since == Day{});
    }

    TEST_CASE("from its second value on the affiliation has a history") {
        Chain chain;
        change(chain, "S01", december, [](auto& u) { u.supervisor = "li"; });
        CHECK(affiliation(chain, "S01", november).supervisor == "zhang");
        CHECK(affiliation(chain, "S01", december - std::chrono::days{1}).supervisor == "zhang");
        CHECK(affiliation(chain, "S01", december).supervisor == "li");
        CHECK(Units{chain.driver()}.find("S01")->since == december);
    }

    TEST_CASE("a unit that moved stands below its old parent in reports of old months") {
        Chain chain;
        change(chain, "S01", december, [](auto& u) { u.parent = "NORTH"; });
        CHECK(affiliation(chain, "S01", november).parent == "EAST");
        CHECK(affiliation(chain, "S01", december).parent == "NORTH");
        CHECK(unit(chain, "S01").parent == "NORTH");
    }

    TEST_CASE("every earlier value is found on its days") {
        Chain chain;
        change(chain, "S01", december, [](auto& u) { u.supervisor = "li"; });
        change(chain, "S01", january, [](auto& u) { u.supervisor = "wu"; });
        CHECK(affiliation(chain, "S01", november).supervisor == "zhang");
        CHECK(affiliation(chain, "S01", december).supervisor == "li");
        CHECK(affiliation(chain, "S01", january).supervisor == "wu");
    }

    TEST_CASE("of two changes on one day the value between never held") {
        Chain chain;
        change(chain, "S01", december, [](auto& u) { u.supervisor = "li"; });
        change(chain, "S01", december, [](auto& u) { u.supervisor = "wu"; });
        CHECK(affiliation(chain, "S01", november).supervisor == "zhang");
        CHECK(affiliation(chain, "S01", december).supervisor == "wu");
    }

    TEST_CASE("a new name needs no history") {
        Chain chain;
        change(chain, "S01", december, [](auto& u) { u.name = "新名字"; });
        CHECK(Units{chain.driver()}.affiliations_on(november).empty());
        CHECK(Units{chain.driver()}.find("S01")->since == Day{});
        CHECK(unit(chain, "S01").name == "新名字");
    }

    TEST_CASE("only units that were something else are listed for a day") {
        Chain chain;
        change(chain, "S01", december, [](auto& u) { u.supervisor = "li"; });
        change(chain, "S02", january, [](auto& u) { u.status = domain::UnitStatus::closed; });
        CHECK(Units{chain.driver()}.affiliations_on(november).size() == 2);
        CHECK(Units{chain.driver()}.affiliations_on(december).size() == 1);
        CHECK(Units{chain.driver()}.affiliations_on(january).empty());
    }
}

}  // namespace dudao::store
