#include "base/error_id.hpp"
#include "flow.hpp"
#include "support/print.hpp"
#include "support/results.hpp"

#include <doctest/doctest.h>

namespace dudao::workflow {

using test::errors_of;
using test::Flow;
using test::thrown_by;
using namespace std::chrono_literals;

namespace {

std::string with(std::string text, std::string_view from, std::string_view to) {
    return text.replace(text.find(from), from.size(), to);
}

}  // namespace

TEST_SUITE("workflow/checklists") {
    TEST_CASE("publishing keeps the source and makes the departments that it names") {
        Flow flow;
        const auto done = flow.publish(test::qsc_yaml);
        CHECK_FALSE(done.there_already);
        CHECK(done.departments == std::vector<std::string>{"品控部"});
        auto session = flow.as();
        const auto shown = show_checklist(session, "qsc@1");
        CHECK(shown.source == test::qsc_yaml);
        CHECK(domain::items_of(shown.checklist).size() == 5);
    }

    TEST_CASE("the same content again does nothing, to the byte") {
        Flow flow;
        flow.publish(test::qsc_yaml);
        const auto before = test::contents(flow.driver());
        CHECK(flow.publish(test::qsc_yaml).there_already);
        CHECK(test::contents(flow.driver()) == before);
    }

    TEST_CASE("a version that is published never changes") {
        Flow flow;
        flow.publish(test::qsc_yaml);
        const auto other = with(test::qsc_yaml, "points: 5", "points: 6");
        const auto error = test::failure_of([&] { flow.publish(other); });
        REQUIRE(error);
        CHECK(error->id == ErrorId::version_taken);
        CHECK(error->args == std::vector<Arg>{"qsc", "1"});
    }

    TEST_CASE("a code alone means the newest version") {
        Flow flow;
        flow.publish(test::qsc_yaml);
        flow.publish(with(test::qsc_yaml, "version: \"1\"", "version: \"2\""));
        auto session = flow.as();
        CHECK(find_checklist(session, "qsc").version == "2");
        CHECK(find_checklist(session, "qsc@1").version == "1");
        CHECK(list_checklists(session).size() == 2);
        CHECK(thrown_by([&] { find_checklist(session, "qsc@3"); }) == ErrorId::no_such_checklist);
        CHECK(thrown_by([&] { find_checklist(session, "5s"); }) == ErrorId::no_such_checklist);
    }

    TEST_CASE("every mistake of the file is named with its place, and nothing is published") {
        Flow flow;
        auto yaml = with(test::qsc_yaml, "pass: 60", "pas: 60");
        yaml = with(yaml, "type: scale", "type: skale");
        const auto errors = errors_of([&] { flow.publish(yaml); });
        REQUIRE(errors.size() >= 2);
        CHECK(errors[0].id == ErrorId::key_misspelt);
        CHECK(errors[0].place == Place{"list.yaml", 6, 3});
        CHECK(flow.number("SELECT count(*) FROM checklist") == 0);
        CHECK(flow.number("SELECT count(*) FROM unit") == 0);
    }

    TEST_CASE("whoever may not set up publishes nothing") {
        Flow flow;
        flow.people(test::people_list);
        CHECK(thrown_by([&] { flow.publish(test::qsc_yaml, "zhang"); }) == ErrorId::role_missing);
    }

    TEST_CASE("answers are pinned to the version that was published at their time") {
        Flow flow;
        test::open_chain(flow);
        flow.set(Day{2026y / 11 / 10});
        flow.publish(with(test::qsc_yaml, "version: \"1\"", "version: \"2\""));
        flow.answers(
            "unit,at,inspector,Q1\n"
            "S01,2026-11-09 10:00,zhang,P\n"
            "S01,2026-11-10 07:59,zhang,P\n"
            "S01,2026-11-10 09:00,zhang,P\n");
        CHECK(flow.texts("SELECT c.version FROM inspection i JOIN checklist c ON "
                         "c.key = i.checklist ORDER BY i.at") ==
              std::vector<std::string>{"1", "1", "2"});
        CHECK(thrown_by([&] { flow.answers("unit,at,inspector,Q1\nS01,2026-09-09,zhang,P\n"); }) ==
              ErrorId::checklist_not_yet);
        CHECK(flow.answers("unit,at,inspector,Q1\nS01,2026-09-09,zhang,P\n", "qsc@2").added == 1);
    }
}

}  // namespace dudao::workflow
