#include "workflow/units.hpp"

#include "base/error_id.hpp"
#include "flow.hpp"
#include "support/print.hpp"
#include "support/results.hpp"
#include "support/samples.hpp"
#include "workflow/import_units.hpp"

#include <doctest/doctest.h>

namespace dudao::workflow {

using test::errors_of;
using test::Flow;
using test::thrown_by;
using namespace std::chrono_literals;

namespace {

/// Units without people, so that a test names only what it is about.
const std::string small_list =
    "编号,名称,省份,城市,电话\n"
    "S01,一店,四川,成都,028-1\n"
    "S02,二店,四川,绵阳,028-2\n"
    "S03,三店,,拉萨,\n";

ListedUnit shown_unit(Flow& flow, std::string_view code) {
    auto session = flow.as();
    return show_unit(session, code).listed;
}

std::vector<std::string> codes_as_of(Flow& flow, const std::string& below, Day day) {
    auto session = flow.as();
    std::vector<std::string> codes;
    list_units(session,
               {.filter = {.below = below, .kind = domain::UnitKind::store, .as_of = day}},
               [&](const ListedUnit& each) { codes.push_back(each.unit.code); });
    return codes;
}

}  // namespace

TEST_SUITE("workflow/units") {
    TEST_CASE("a list adds its shops and the regions that it names") {
        Flow flow;
        const auto done = flow.units(small_list);
        CHECK(done.list.rows == 3);
        CHECK(done.added == 3);
        CHECK(done.made == std::vector<std::string>{"四川", "四川/成都", "四川/绵阳", "拉萨"});
        CHECK(shown_unit(flow, "S01").region == "四川 / 成都");
        CHECK(shown_unit(flow, "S02").region == "四川 / 绵阳");
        CHECK(shown_unit(flow, "S03").region == "拉萨");
        CHECK(flow.number("SELECT count(*) FROM unit_history") == 0);
    }

    TEST_CASE("the same list again changes nothing, to the byte") {
        Flow flow;
        flow.units(small_list);
        const auto before = test::contents(flow.driver());
        const auto done = flow.units(small_list);
        CHECK(done.unchanged == 3);
        CHECK(done.added + done.changed + done.list.rejected == 0);
        CHECK(done.made.empty());
        CHECK(test::contents(flow.driver()) == before);
    }

    TEST_CASE("another list changes what it has columns for, and nothing else") {
        Flow flow;
        flow.units(small_list);
        const auto done = flow.units("编号,名称\nS01,一号店\nS02,二店\nS09,九店\n");
        CHECK(done.changed == 1);
        CHECK(done.unchanged == 1);
        CHECK(done.added == 1);
        CHECK(shown_unit(flow, "S01").unit.name == "一号店");
        CHECK(shown_unit(flow, "S01").unit.phone == "028-1");
        CHECK(shown_unit(flow, "S01").region == "四川 / 成都");
        CHECK(flow.number("SELECT count(*) FROM unit_history") == 0);
    }

    TEST_CASE("history begins with the second value of what reports depend on") {
        Flow flow;
        flow.people(test::people_list);
        flow.units("编号,名称,省份,督导\nS01,一店,四川,zhang\nS02,二店,四川,zhang\n");
        const Day moved{2026y / 11 / 1};
        const auto done = flow.units(
            "编号,名称,省份,督导\nS01,一店,新疆,zhao\nS02,二店,四川,zhang\n", {.as_of = moved});
        CHECK(done.changed == 1);
        CHECK(done.made == std::vector<std::string>{"新疆"});
        CHECK(flow.texts("SELECT supervisor FROM unit_history") ==
              std::vector<std::string>{"zhang"});
        CHECK(codes_as_of(flow, "四川", moved - std::chrono::days{1}) ==
              std::vector<std::string>{"S01", "S02"});
        CHECK(codes_as_of(flow, "四川", moved) == std::vector<std::string>{"S02"});
        CHECK(codes_as_of(flow, "新疆", moved) == std::vector<std::string>{"S01"});
    }

    TEST_CASE("GB18030 is read as what it is") {
        Flow flow;
        // 编号,名称 / S01,测试店
        const auto done = flow.units(
            "\xB1\xE0\xBA\xC5,\xC3\xFB\xB3\xC6\n"
            "S01,\xB2\xE2\xCA\xD4\xB5\xEA\n"
            "S02,\xB2\xE2\xCA\xD4\xB6\xFE\xB5\xEA\n");
        CHECK(done.list.encoding == exchange::Encoding::gb18030);
        CHECK(shown_unit(flow, "S01").unit.name == "测试店");
    }

    TEST_CASE("one bad row keeps everything out, and every bad row is named") {
        Flow flow;
        const auto before = test::contents(flow.driver());
        const auto errors = errors_of([&] {
            flow.units(
                "编号,名称,纬度,经度\nS01,一店,31,121\nS02,,,\nS03,三店,north,121\n"
                "S01,又一店,,\n");
        });
        REQUIRE(errors.size() == 3);
        CHECK(errors[0].id == ErrorId::bad_name);
        CHECK(errors[0].place == Place{"list", 3, 5});
        CHECK(errors[1].id == ErrorId::bad_coordinate);
        CHECK(errors[1].place == Place{"list", 4, 8});
        CHECK(errors[2] == Error{ErrorId::code_repeated, {"S01", "2"}, {"list", 5, 1}});
        CHECK(test::contents(flow.driver()) == before);
    }

    TEST_CASE("all that is wrong with a row is told at once, from left to right") {
        Flow flow;
        const auto refused = [&](const test::Importing& how) {
            return flow.units("编号,电话,名称,纬度,经度,状态,省份\n,none,,91,181,shut,四川\n", how);
        };
        const auto errors = errors_of([&] { refused({}); });
        std::vector<ErrorId> ids;
        for (const auto& error : errors) {
            CHECK(error.place.line == 2);
            ids.push_back(error.id);
        }
        CHECK(ids == std::vector{ErrorId::bad_code,
                                 ErrorId::bad_phone,
                                 ErrorId::bad_name,
                                 ErrorId::bad_coordinate,
                                 ErrorId::bad_coordinate,
                                 ErrorId::unknown_word});
        const auto done = refused({.keep_going = true});
        CHECK(done.list.rejected == 1);
        CHECK(done.list.errors.size() == 6);
        CHECK(done.made.empty());
    }

    TEST_CASE("keeping on, the bad rows make a list that can be mended and imported") {
        Flow flow;
        const auto done =
            flow.units("编号,名称,电话\nS01,一店,021\nS02,二店,none\n", {.keep_going = true});
        CHECK(done.added == 1);
        CHECK(done.list.rejected == 1);
        CHECK(done.list.rejects ==
              "编号,名称,电话,dudao:line,dudao:column,dudao:error,dudao:reason\n"
              "S02,二店,none,3,8,E3014,E3014\n");
        auto mended = done.list.rejects;
        mended.replace(mended.find("none"), 4, "022");
        CHECK(flow.units(mended).added == 1);
        CHECK(shown_unit(flow, "S02").unit.attributes.empty());
    }

    TEST_CASE("a row that is refused makes no region") {
        Flow flow;
        const auto done = flow.units(
            "编号,名称,省份,城市\nS01,一店,四川," + std::string(80, 'x') + "\nS02,二店,云南,昆明\n",
            {.keep_going = true});
        CHECK(done.list.rejected == 1);
        CHECK(done.made == std::vector<std::string>{"云南", "云南/昆明"});
    }

    TEST_CASE("a dry run says what would be done and writes nothing") {
        Flow flow;
        const auto before = test::contents(flow.driver());
        const auto done = flow.units(small_list, {.dry_run = true});
        CHECK(done.added == 3);
        CHECK(done.made.size() == 4);
        CHECK(test::contents(flow.driver()) == before);
    }

    TEST_CASE("groups of a list come before their shops, and no group hangs below itself") {
        Flow flow;
        const std::string list =
            "code,name,kind,parent\nHQ,总部,headquarters,\nEAST,华东,region,HQ\nS01,一店,,EAST\n";
        CHECK(flow.units(list).made.empty());
        CHECK(shown_unit(flow, "S01").region == "总部 / 华东");
        CHECK(thrown_by([&] { flow.units("code,name,parent\nS02,二店,WEST\nWEST,华西,\n"); }) ==
              ErrorId::group_after_children);
        for (const auto* const circle : {"code,name,parent\nEAST,华东,EAST\n",
                                         "code,name,parent\nHQ,总部,EAST\n",
                                         "code,name,parent,kind\nNEW,新,NEW,region\n"}) {
            CAPTURE(circle);
            CHECK(thrown_by([&] { flow.units(circle); }) == ErrorId::unit_below_itself);
        }
    }

    TEST_CASE("nothing hangs under a shop") {
        Flow flow;
        flow.units(small_list);
        for (const auto* const list : {"code,name,parent\nS09,九店,S01\n",
                                       "code,name,parent\nS08,八店,\nS09,九店,S08\n",
                                       "code,name,city\nS09,九店,S01\n"}) {
            CAPTURE(list);
            CHECK(thrown_by([&] { flow.units(list); }) == ErrorId::not_a_group);
        }
    }

    TEST_CASE("people are named by code, or by a name that only one has") {
        Flow flow;
        flow.people("code,name\np1,张三\np2,李四\np3,李四\n");
        flow.units("编号,名称,督导\nS01,一店,张三\nS02,二店,p3\n");
        CHECK(shown_unit(flow, "S01").unit.supervisor == "p1");
        CHECK(shown_unit(flow, "S02").unit.supervisor == "p3");
        CHECK(thrown_by([&] { flow.units("编号,名称,督导\nS03,三店,李四\n"); }) ==
              ErrorId::person_ambiguous);
        CHECK(thrown_by([&] { flow.units("编号,名称,督导\nS03,三店,王五\n"); }) ==
              ErrorId::no_such_person);
    }

    TEST_CASE("columns of the user's own become attributes") {
        Flow flow;
        flow.units("编号,名称,商圈,面积\nS01,一店,静安寺,120\nS02,二店,,\n");
        CHECK(shown_unit(flow, "S01").unit.attributes == R"({"商圈":"静安寺","面积":"120"})");
        CHECK(shown_unit(flow, "S02").unit.attributes.empty());
    }

    TEST_CASE("a column is named where its header says too little") {
        Flow flow;
        CHECK(thrown_by([&] { flow.units("K,名称\nS01,一店\n"); }) == ErrorId::header_missing);
        CHECK(flow.units("K,名称\nS01,一店\n", {.choices = {{"code", "K"}}}).added == 1);
    }

    TEST_CASE("whoever may not set up imports nothing") {
        Flow flow;
        flow.people(test::people_list);
        CHECK(thrown_by([&] { flow.units(small_list, {.actor = "zhang"}); }) ==
              ErrorId::role_missing);
        CHECK(thrown_by([&] { flow.units(small_list, {.actor = "nobody"}); }) ==
              ErrorId::actor_unknown);
    }
}

TEST_SUITE("workflow/people") {
    TEST_CASE("a list of people adds, changes and leaves") {
        Flow flow;
        CHECK(flow.people(test::people_list).added == 7);
        const auto done = flow.people("工号,姓名,角色\nzhang,张三,督导\nzhao,赵六,督导;店长\n");
        CHECK(done.unchanged == 1);
        CHECK(done.changed == 1);
        auto session = flow.as();
        const auto heads = list_people(session, domain::Role::head);
        REQUIRE(heads.size() == 3);
        CHECK(heads[2].person.code == "zhao");
        CHECK(heads[1].person.unit == "S01");  // a list without the column leaves it
    }

    TEST_CASE("the same people again change nothing, to the byte") {
        Flow flow;
        flow.people(test::people_list);
        const auto before = test::contents(flow.driver());
        CHECK(flow.people(test::people_list).unchanged == 7);
        CHECK(test::contents(flow.driver()) == before);
    }

    TEST_CASE("people are all or nothing, unless the list keeps going") {
        Flow flow;
        const std::string list = "code,name,role\np1,一,head\np1,,head\np3,三,boss\n";
        const auto errors = errors_of([&] { flow.people(list); });
        REQUIRE(errors.size() == 3);
        CHECK(errors[0] == Error{ErrorId::code_repeated, {"p1", "2"}, {"list", 3, 1}});
        CHECK(errors[1].id == ErrorId::bad_name);
        CHECK(errors[2].id == ErrorId::unknown_word);
        CHECK(flow.number("SELECT count(*) FROM person") == 1);
        const auto done = flow.people(list, {.keep_going = true});
        CHECK(done.added == 1);
        CHECK(done.list.rejected == 2);
    }
}

}  // namespace dudao::workflow
