#include "domain/contradiction.hpp"

#include <doctest/doctest.h>

namespace dudao::domain {

namespace {

Condition item(std::string id, std::vector<std::string> words) {
    return {.kind = ConditionKind::item, .subject = std::move(id), .words = std::move(words)};
}

Condition between(std::string id, std::optional<Decimal> min, std::optional<Decimal> max) {
    return {.kind = ConditionKind::item, .subject = std::move(id), .min = min, .max = max};
}

Condition unit(std::string subject, std::string word) {
    return {.kind = ConditionKind::unit, .subject = std::move(subject), .words = {std::move(word)}};
}

Condition all(std::vector<Condition> parts) {
    return {.parts = std::move(parts)};
}

Condition any(std::vector<Condition> parts) {
    return {.kind = ConditionKind::any, .parts = std::move(parts)};
}

}  // namespace

TEST_SUITE("domain/contradiction") {
    TEST_CASE("one item cannot have two results") {
        CHECK(can_hold(item("A", {"pass"})));
        CHECK_FALSE(can_hold(all({item("A", {"pass"}), item("A", {"fail"})})));
        CHECK(can_hold(all({item("A", {"pass"}), item("B", {"fail"})})));
        CHECK(can_hold(all({item("A", {"pass", "fail"}), item("A", {"fail", "na"})})));
        CHECK_FALSE(can_hold(all(
            {item("A", {"pass", "fail"}), item("A", {"fail", "na"}), item("A", {"pass", "na"})})));
    }

    TEST_CASE("what may be several at once does not contradict") {
        CHECK(can_hold(all({item("A", {"cold"}), item("A", {"warm"})})));
        CHECK(can_hold(all({item("A", {"pass"}), item("A", {"warm"})})));
        CHECK(can_hold(all({unit("tag", "mall"), unit("tag", "drive-thru")})));
    }

    TEST_CASE("a unit has one kind and one ownership") {
        CHECK_FALSE(can_hold(all({unit("kind", "store"), unit("kind", "warehouse")})));
        CHECK(can_hold(all({unit("kind", "store"), unit("ownership", "owned")})));
    }

    TEST_CASE("ranges have to meet") {
        CHECK_FALSE(can_hold(between("T", Decimal{8}, Decimal{4})));
        CHECK(can_hold(between("T", Decimal{4}, Decimal{4})));
        CHECK_FALSE(can_hold(all({between("T", Decimal{8}, {}), between("T", {}, Decimal{7})})));
        CHECK(can_hold(all({between("T", Decimal{8}, {}), between("U", {}, Decimal{7})})));
    }

    TEST_CASE("groups: one way of any is enough, and not is left alone") {
        const auto never = all({item("A", {"pass"}), item("A", {"fail"})});
        CHECK_FALSE(can_hold(any({never, never})));
        CHECK(can_hold(any({never, item("B", {"pass"})})));
        CHECK_FALSE(can_hold(all({item("B", {"pass"}), any({never})})));
        CHECK(can_hold({.kind = ConditionKind::none, .parts = {never}}));
        CHECK_FALSE(can_hold(all({all({item("A", {"pass"})}), item("A", {"fail"})})));
    }
}

}  // namespace dudao::domain
