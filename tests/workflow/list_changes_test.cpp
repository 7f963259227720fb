#include "base/error_id.hpp"
#include "flow.hpp"
#include "workflow/import_units.hpp"
#include "workflow/units.hpp"

#include <doctest/doctest.h>

namespace dudao::workflow {

namespace {

using test::Flow;
using test::ListFile;
using namespace std::chrono_literals;

constexpr std::string_view shops =
    "code,name,status,phone,商圈,租金\nS1,一店,open,010,A,9\nS2,二店,open,,,\nS3,三店,closed,,,\n";

ImportedList import_list(Flow& flow,
                         const std::string& list,
                         Missing missing,
                         const domain::ListMapping& mapping = {},
                         bool keep_going = false) {
    ListFile file{list};
    auto session = flow.as();
    const ListSource source{.input = &file.input(), .mapping = mapping, .keep_going = keep_going};
    return import_units(session, source, {}, missing);
}

ImportedList edit(Flow& flow,
                  const std::string& code,
                  const std::vector<std::pair<std::string, std::string>>& fields,
                  std::optional<Day> as_of = {},
                  bool dry_run = false) {
    auto session = flow.as();
    return edit_unit(session, code, fields, as_of, dry_run);
}

std::string attributes_of(const Flow& flow, const std::string& code) {
    return flow.texts("SELECT attributes FROM unit WHERE code = '" + code + "'").front();
}

}  // namespace

TEST_SUITE("workflow/list_changes") {
    TEST_CASE("an import tells what it changes, field by field") {
        Flow flow;
        flow.units(std::string{shops});
        const auto done = flow.units("code,name,phone,商圈\nS1,一店改,,B\nS2,二店,,\n");
        REQUIRE(done.changes.size() == 1);
        CHECK(done.changes.front().code == "S1");
        CHECK(done.changes.front().fields ==
              std::vector<FieldChange>{
                  {"name", "一店", "一店改"}, {"phone", "010", ""}, {"attributes.商圈", "A", "B"}});
        CHECK(done.unchanged == 1);
        CHECK(attributes_of(flow, "S1") == R"({"商圈":"B","租金":"9"})");
    }

    TEST_CASE("an empty cell takes an attribute away, a column that is not there leaves it") {
        Flow flow;
        flow.units(std::string{shops});
        flow.units("code,name,租金\nS1,一店,\n");
        CHECK(attributes_of(flow, "S1") == R"({"商圈":"A"})");
        CHECK(flow.units("code,name\nS1,一店\n").unchanged == 1);
    }

    TEST_CASE("what a whole list lacks is told, and closed only when asked for") {
        Flow flow;
        flow.units("code,name,省份\nS1,一店,浙江\nS2,二店,浙江\n");
        const std::string one = "code,name\nS1,一店\nS9,九店\n";
        const auto told = import_list(flow, one, Missing::told);
        CHECK(told.missing == std::vector<std::string>{"S2"});
        CHECK(told.closed == 0);
        CHECK(import_list(flow, one, Missing::unknown).missing.empty());
        const auto closed = import_list(flow, one, Missing::closed);
        CHECK(closed.closed == 1);
        CHECK(flow.texts("SELECT code FROM unit WHERE status = 4") ==
              std::vector<std::string>{"S2"});
        CHECK(flow.number("SELECT count(*) FROM unit_history") == 1);
        CHECK(import_list(flow, one, Missing::closed).missing.empty());
    }

    TEST_CASE("nothing is closed when rows of the list were rejected") {
        Flow flow;
        flow.units(std::string{shops});
        const auto done =
            import_list(flow, "code,name,opened_on\nS1,一店,never\n", Missing::closed, {}, true);
        CHECK(done.list.rejected == 1);
        CHECK(done.missing == std::vector<std::string>{"S2"});
        CHECK(done.closed == 0);
    }

    TEST_CASE("one store is edited as a list would, without its name") {
        Flow flow;
        flow.units(std::string{shops});
        const auto done = edit(flow, "S1", {{"status", "停业"}, {"租金", ""}, {"面积", "80"}});
        REQUIRE(done.changes.size() == 1);
        CHECK(done.changes.front().fields ==
              std::vector<FieldChange>{{"status", "open", "suspended"},
                                       {"attributes.租金", "9", ""},
                                       {"attributes.面积", "", "80"}});
        CHECK(edit(flow, "S1", {{"status", "suspended"}}).changed == 0);
        CHECK(edit(flow, "S1", {{"phone", "020"}}, {}, true).changed == 1);
        CHECK(flow.texts("SELECT phone FROM unit WHERE code = 'S1'") ==
              std::vector<std::string>{"010"});
    }

    TEST_CASE("a mistake in an edit is told, and nothing is written") {
        Flow flow;
        flow.units(std::string{shops});
        const auto id = [&](const std::string& code, const std::string& field, const char* text) {
            try {
                edit(flow, code, {{field, text}});
            } catch (const Failure& failure) {
                return failure.error().id;
            }
            return ErrorId{};
        };
        CHECK(id("S9", "status", "open") == ErrorId::no_such_unit);
        CHECK(id("S1", "opened_on", "never") == ErrorId::bad_day);
        CHECK(id("S1", "supervisor", "nobody") == ErrorId::no_such_person);
        CHECK(id("S1", "datum", "tokyo") == ErrorId::unknown_word);
        CHECK(id("S1", "name", "") == ErrorId::bad_name);
    }

    TEST_CASE("the history of a store has the days on which it changed") {
        Flow flow;
        flow.units(std::string{shops});
        edit(flow, "S1", {{"status", "suspended"}}, Day{2026y / 11 / 1});
        edit(flow, "S1", {{"status", "closed"}}, Day{2026y / 12 / 1});
        auto session = flow.as();
        const auto spans = unit_history(session, "S1");
        REQUIRE(spans.size() == 3);
        CHECK(spans[0].from == Day{});
        CHECK(spans[0].until == Day{2026y / 11 / 1});
        CHECK(spans[0].affiliation.status == domain::UnitStatus::open);
        CHECK(spans[1].from == Day{2026y / 11 / 1});
        CHECK(spans[2].from == Day{2026y / 12 / 1});
        CHECK_FALSE(spans[2].until);
        CHECK(spans[2].affiliation.status == domain::UnitStatus::closed);
    }

    TEST_CASE("a mapping fills fields from constants, parts of cells and values") {
        Flow flow;
        const domain::ListMapping mapping{
            .columns = {{"code", "K"}, {"status", "情况"}},
            .constants = {{"ownership", "加盟"}, {"datum", "火星坐标"}},
            .splits = {{"坐标", ",", {"lat", "lon"}}},
            .values = {{"status", {{"歇了", "closed"}}}},
            .ignored = {"序号"}};
        const auto done = import_list(flow,
                                      "序号,K,名称,坐标,情况\n1,S1,一店,\"30.5, 120.25\",歇了\n",
                                      Missing::unknown,
                                      mapping);
        CHECK(done.added == 1);
        CHECK(flow.number("SELECT lat FROM unit WHERE code = 'S1'") == 305'000'000);
        CHECK(flow.number("SELECT lon FROM unit WHERE code = 'S1'") == 1'202'500'000);
        CHECK(flow.number("SELECT status * 10 + ownership FROM unit WHERE code = 'S1'") == 42);
        CHECK(attributes_of(flow, "S1") == R"({"datum":"gcj02"})");
        CHECK(done.list.mapping.columns == std::map<std::string, std::string>{{"code", "K"},
                                                                              {"name", "名称"},
                                                                              {"status", "情况"}});
    }

    TEST_CASE("a cell that does not fall into its parts refuses its row at its place") {
        Flow flow;
        const domain::ListMapping mapping{.splits = {{"坐标", ",", {"lat", "lon"}}}};
        try {
            import_list(flow, "code,name,坐标\nS1,一店,30.5\n", Missing::unknown, mapping);
            FAIL("nothing was refused");
        } catch (const Failure& failure) {
            CHECK(failure.error() ==
                  Error{ErrorId::split_failed, {"30.5", "2", ","}, {"list", 2, 7}});
        }
    }

    TEST_CASE("a mapping that names what is not there is refused") {
        Flow flow;
        const auto id = [&](const domain::ListMapping& mapping) {
            try {
                import_list(flow, "code,name\nS1,一店\n", Missing::unknown, mapping);
            } catch (const Failure& failure) {
                return failure.error().id;
            }
            return ErrorId{};
        };
        CHECK(id({.columns = {{"phone", "电话"}}}) == ErrorId::choice_unknown_header);
        CHECK(id({.constants = {{"ownrship", "加盟"}}}) == ErrorId::choice_unknown_field);
        CHECK(id({.splits = {{"坐标", ",", {"lat", "lon"}}}}) == ErrorId::choice_unknown_header);
        CHECK(id({.values = {{"state", {{"a", "open"}}}}}) == ErrorId::choice_unknown_field);
        CHECK(id({.ignored = {"序号"}}) == ErrorId{});
    }
}

}  // namespace dudao::workflow
