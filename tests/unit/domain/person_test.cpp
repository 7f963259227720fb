#include "domain/person.hpp"

#include "base/error_id.hpp"
#include "support/print.hpp"
#include "support/results.hpp"
#include "support/samples.hpp"

#include <doctest/doctest.h>

namespace dudao::domain {

using Roles = std::vector<Role>;

TEST_SUITE("domain/person") {
    TEST_CASE("a person has the roles given and no others") {
        const auto person = test::a_person("zhang", {Role::supervisor, Role::manager});
        CHECK(has_role(person, Role::supervisor));
        CHECK(has_role(person, Role::manager));
        CHECK_FALSE(has_role(person, Role::head));
        CHECK_FALSE(has_role(test::a_person("li"), Role::supervisor));
    }

    TEST_CASE("roles are written with commas between them") {
        CHECK(to_text(Roles{Role::supervisor, Role::manager}) == "supervisor,manager");
        CHECK(to_text(Roles{}).empty());
    }

    TEST_CASE("roles are read back from their text") {
        for (const auto& [role, word] : roles.words) {
            const auto& told_word = word;
            CAPTURE(told_word);
            CHECK(*parse_roles(word) == Roles{role});
        }
        CHECK(parse_roles("")->empty());
    }

    TEST_CASE("roles stand in the order of the enumeration, no two alike") {
        CHECK(*parse_roles("admin,supervisor,admin") == Roles{Role::supervisor, Role::admin});
    }

    TEST_CASE("roles are separated in any of the usual ways") {
        const Roles expected{Role::supervisor, Role::head};
        for (const std::string_view text : {"supervisor,head",
                                            "supervisor; head",
                                            "supervisor、head",
                                            "supervisor，head",
                                            "supervisor；head",
                                            "supervisor/head",
                                            "supervisor | head"}) {
            CAPTURE(text);
            CHECK(*parse_roles(text) == expected);
        }
    }

    TEST_CASE("roles are known by what lists of staff call them") {
        CHECK(*parse_roles("督导") == Roles{Role::supervisor});
        CHECK(*parse_roles("督導、店長") == Roles{Role::supervisor, Role::head});
        CHECK(*parse_roles("部门负责人") == Roles{Role::head});
        CHECK(*parse_roles("运营主管，审批人") == Roles{Role::manager, Role::approver});
        CHECK(*parse_roles("管理员") == Roles{Role::admin});
        CHECK(*parse_roles("客服") == Roles{Role::service});
        CHECK(*parse_roles("数据分析") == Roles{Role::analyst});
    }

    TEST_CASE("the case of an English role does not matter") {
        CHECK(*parse_roles("Supervisor, HEAD") == Roles{Role::supervisor, Role::head});
    }

    TEST_CASE("an unknown role is refused with the nearest one") {
        const auto parsed = parse_roles("supervisor,suporvisor");
        REQUIRE_FALSE(parsed.has_value());
        CHECK(parsed.error().id == ErrorId::unknown_word);
        CHECK(parsed.error().args.front().text == "suporvisor");
        CHECK(parsed.error().args.back().text == "supervisor");
    }

    TEST_CASE("a chain keeps its order and its repetitions") {
        CHECK(*parse_chain("approver,manager,approver") ==
              Roles{Role::approver, Role::manager, Role::approver});
        CHECK(test::error_of(parse_chain("manager,nobody")) == ErrorId::unknown_word);
    }
}

}  // namespace dudao::domain
