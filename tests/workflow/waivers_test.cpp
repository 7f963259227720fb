#include "workflow/waivers.hpp"

#include "base/error_id.hpp"
#include "flow.hpp"
#include "support/results.hpp"
#include "support/samples.hpp"
#include "workflow/round.hpp"

#include <doctest/doctest.h>

namespace dudao::workflow {

using test::Flow;
using test::morning;
using test::thrown_by;
using namespace std::chrono_literals;

namespace {

/// Two shops, the first of them in the region R01; profiles of the checklist.
struct Working : Flow {
    Working() {
        test::open_chain(*this);
        units("code,name,region,kind\nR01,华东,,region\nS01,南京西路店,R01,store\n");
        auto yaml = test::qsc_yaml;
        yaml.replace(yaml.find("code: qsc"), 9, "code: csq");
        yaml += "profiles: [{id: express, title: 快速, items: [Q1, Q3]}]\n";
        publish(yaml.replace(yaml.find("门店检查表"), 15, "另一张表"));
        set(Day{2026y / 11 / 20});
    }

    void waive(const std::string& unit, const std::string& item, bool counts = false) {
        policy().waivers.push_back({.unit = unit,
                                    .item = item,
                                    .reason = "待换",
                                    .until = Day{2026y / 11 / 10},
                                    .counts = counts,
                                    .place = {"waivers.yaml", 2, 12}});
    }

    std::vector<std::string> results() const {
        return texts("SELECT results FROM inspection ORDER BY at");
    }
};

const std::string failed =
    "unit,at,inspector,Q1,Q2,Q3,Q4,Q5\nS01,2026-11-05 10:00,zhang,F,M,7.5,4,good\n";

}  // namespace

TEST_SUITE("workflow/waivers") {
    TEST_CASE("what is waived is left out, whatever was answered, and says why") {
        Working flow;
        flow.waive("S01", "Q1");
        const auto done = flow.answers(failed);
        CHECK(done.added == 1);
        CHECK(done.waived == 1);
        CHECK(done.answers == 4);
        CHECK(done.recorded.issues == 0);
        CHECK(flow.results() == std::vector<std::string>{"WMF4a"});
        CHECK(flow.texts("SELECT details FROM inspection") ==
              std::vector<std::string>{R"({"Q1":{"remark":"待换"},"Q3":{"value":7.5}})"});
        const auto again = flow.answers(failed);
        CHECK(again.added == 0);
        CHECK(again.unchanged == 1);
    }

    TEST_CASE("a waiver of a region is one of the shops below it, and of no other") {
        Working flow;
        flow.waive("R01", "Q1");
        flow.answers(failed);
        flow.answers("unit,at,inspector,Q1\nS02,2026-11-06 10:00,zhang,F\n");
        CHECK(flow.results() == std::vector<std::string>{"WMF4a", "F----"});
    }

    TEST_CASE("a waiver that counts leaves the score alone and raises no issue") {
        Working flow;
        flow.waive("S01", "Q1", true);
        const auto done = flow.answers(failed);
        CHECK(done.waived == 0);
        CHECK(done.recorded.findings == 3);
        CHECK(done.recorded.issues == 0);
        CHECK(flow.results() == std::vector<std::string>{"FMF4a"});
    }

    TEST_CASE("after its last day it has no effect") {
        Working flow;
        flow.waive("S01", "Q1");
        const auto done = flow.answers("unit,at,inspector,Q1\nS01,2026-11-11 10:00,zhang,F\n");
        CHECK(done.recorded.issues == 1);
        CHECK(flow.results() == std::vector<std::string>{"F----"});
    }

    TEST_CASE("nobody waives what no waiver does") {
        Working flow;
        flow.waive("S01", "Q2", true);
        const std::string list = "unit,at,inspector,Q1,Q2\nS01,2026-11-05 10:00,zhang,";
        CHECK(thrown_by([&] { flow.answers(list + "W,P\n"); }) == ErrorId::not_waived);
        CHECK(thrown_by([&] { flow.answers(list + "P,豁免\n"); }) == ErrorId::not_waived);
        flow.waive("S01", "Q1");
        flow.answers(list + "W,P\n");
        CHECK(flow.results() == std::vector<std::string>{"WP---"});
    }

    TEST_CASE("a unit that is not there stops the import at the place that names it") {
        Working flow;
        flow.waive("S99", "Q1");
        try {
            flow.answers(failed);
            FAIL("it went through");
        } catch (const Failure& failure) {
            CHECK(failure.error().id == ErrorId::no_such_unit);
            CHECK(failure.error().place == Place{"waivers.yaml", 2, 12});
        }
        CHECK(flow.results().empty());
    }

    TEST_CASE("a round does not ask for what is waived") {
        Working flow;
        flow.waive("S01", "Q1");
        flow.set(morning);
        auto session = flow.as("zhang");
        Round round{session, {.unit = "S01", .checklist = "qsc"}};
        CHECK(round.waived() == std::vector<std::size_t>{0});
        CHECK_FALSE(round.is_asked(0));
        CHECK(round.asked() == 4);
        round.put(0, {.mark = 'F'}, morning + 10s);  // from another device, say
        CHECK(round.answers().results == "W----");
        CHECK(round.answered() == 0);
        round.put(1, {.mark = 'P'}, morning + 20s);
        round.put(2, {.mark = 'P', .detail = {.value = Decimal{3}}}, morning + 30s);
        round.put(3, {.mark = '4'}, morning + 40s);
        round.put(4, {.mark = 'a'}, morning + 50s);
        CHECK(round.missing().empty());
        round.submit(morning + 1min, "");
        CHECK(flow.results() == std::vector<std::string>{"WPP4a"});
    }

    TEST_CASE("what was left out when a visit was recorded stays so when its file comes again") {
        Working flow;
        flow.waive("S01", "Q1");
        flow.answers(failed);
        flow.policy().waivers.clear();
        CHECK(flow.answers(failed).unchanged == 1);
        flow.waive("S01", "Q2");
        CHECK(flow.answers(failed).unchanged == 1);
        auto other = failed;
        CHECK(thrown_by([&] { flow.answers(other.replace(other.find(",4,"), 3, ",3,")); }) ==
              ErrorId::visit_differs);
        CHECK(flow.results() == std::vector<std::string>{"WMF4a"});
    }

    TEST_CASE("the list says what has become of each") {
        Working flow;
        flow.waive("R01", "Q1");
        flow.waive("S02", "Q9");
        auto session = flow.as("zhang");
        const auto listed = list_waivers(session, flow.policy().waivers);
        REQUIRE(listed.size() == 2);
        CHECK(listed[0].state == domain::WaiverState::expired);
        CHECK(listed[0].unit_name == "华东");
        CHECK(listed[0].item_known);
        CHECK_FALSE(listed[1].item_known);
    }
}

TEST_SUITE("workflow/history") {
    /// Q2 is asked only where Q1 failed in one of the last two visits.
    struct Looking : Working {
        Looking() { publish_version("1"); }

        void publish_version(const std::string& version) {
            auto yaml = test::qsc_yaml;
            yaml.replace(yaml.find("code: qsc"), 9, "code: hist");
            yaml.replace(yaml.find("version: \"1\""), 12, "version: '" + version + "'");
            const auto title = yaml.find("门店检查表");
            yaml.replace(title, 15, "回头看");
            const auto item = yaml.find("      - id: Q2\n");
            REQUIRE(item != std::string::npos);
            yaml.insert(item + 15, "        when: {history: Q1, is: fail, visits: 2}\n");
            if (version != "1") {  // every item stands one further on
                yaml.insert(yaml.find("      - id: Q1\n"),
                            "      - {id: Q0, text: 门头, points: 1}\n");
            }
            publish(yaml);
        }
    };

    const std::string four =
        "unit,at,inspector,Q1,Q2\n"
        "S01,2026-11-02 10:00,zhang,F,P\n"
        "S01,2026-11-05 10:00,zhang,P,P\n"
        "S01,2026-11-03 10:00,zhang,P,P\n"
        "S01,2026-11-04 10:00,zhang,P,P\n"
        "S02,2026-11-05 10:00,zhang,P,P\n";

    TEST_CASE("an import looks back at the visits before, in the order in which they took place") {
        Looking flow;
        flow.answers(four, "hist@1");
        CHECK(flow.texts("SELECT results FROM inspection ORDER BY unit, at") ==
              std::vector<std::string>{"F.---", "PP---", "PP---", "P.---", "P.---"});
        CHECK(flow.answers(four, "hist@1").unchanged == 5);
    }

    TEST_CASE("a visit that comes late changes none that is recorded") {
        Looking flow;
        flow.answers("unit,at,inspector,Q1,Q2\nS01,2026-11-05 10:00,zhang,P,P\n", "hist@1");
        CHECK(flow.answers(four, "hist@1").added == 4);
        CHECK(flow.texts("SELECT results FROM inspection ORDER BY unit, at") ==
              std::vector<std::string>{"F.---", "PP---", "PP---", "P.---", "P.---"});
        CHECK(flow.answers(four, "hist@1").unchanged == 5);
    }

    TEST_CASE("it looks back at visits with another version, too") {
        Looking flow;
        flow.answers("unit,at,inspector,Q1\nS01,2026-11-02 10:00,zhang,F\n", "hist@1");
        flow.publish_version("2");
        flow.answers("unit,at,inspector,Q1,Q2\nS01,2026-11-05 10:00,zhang,P,P\n", "hist@2");
        CHECK(flow.results() == std::vector<std::string>{"F.---", "-PP---"});
    }

    TEST_CASE("a round looks back, too") {
        Looking flow;
        flow.answers("unit,at,inspector,Q1\nS01,2026-11-05 10:00,zhang,F\n", "hist@1");
        auto session = flow.as("zhang");
        const Round round{session, {.unit = "S01", .checklist = "hist@1"}};
        CHECK(round.is_asked(1));
        const Round other{session, {.unit = "S02", .checklist = "hist@1"}};
        CHECK_FALSE(other.is_asked(1));
    }
}

TEST_SUITE("workflow/profiles") {
    TEST_CASE("an import keeps to the profile that a row names, and says so") {
        Working flow;
        flow.answers(
            "unit,at,inspector,profile,Q1,Q2,Q3\n"
            "S01,2026-11-20 10:00,zhang,express,F,F,3\n"
            "S01,2026-11-20 11:00,zhang,full,P,P,3\n"
            "S01,2026-11-20 12:00,zhang,,P,P,3\n",
            "csq@1");
        CHECK(flow.results() == std::vector<std::string>{"F.P..", "PPP--", "PPP--"});
        CHECK(flow.texts("SELECT profile FROM visit_fact") == std::vector<std::string>{"express"});
    }

    TEST_CASE("a profile that the checklist does not have is refused with those that it has") {
        Working flow;
        const std::string list =
            "unit,at,inspector,profile,Q1\nS01,2026-11-20 10:00,zhang,quick,P\n";
        CHECK(thrown_by([&] { flow.answers(list, "csq@1"); }) == ErrorId::no_such_profile);
        CHECK(flow.results().empty());
    }

    TEST_CASE("a round keeps to the profile with which it began") {
        Working flow;
        auto session = flow.as("zhang");
        {
            Round round{session, {.unit = "S01", .checklist = "csq@1", .profile = "express"}};
            CHECK(round.asked() == 2);
            CHECK(round.missing() == std::vector<std::size_t>{0, 2});
        }
        const Round again{session, {.unit = "S01", .checklist = "csq@1"}};
        CHECK(again.asked() == 2);
        CHECK(thrown_by([&] {
                  const Round other{session,
                                    {.unit = "S01", .checklist = "csq@1", .profile = "full"}};
              }) == ErrorId::round_otherwise);
    }

    TEST_CASE("what a round was about is kept with its circumstances") {
        Working flow;
        auto session = flow.as("zhang");
        Round round{session, {.unit = "S01", .checklist = "csq@1", .profile = "express"}};
        round.put(0, {.mark = 'P'}, session.author().now + 10s);
        round.put(2, {.mark = 'P', .detail = {.value = Decimal{3}}}, session.author().now + 20s);
        round.submit(session.author().now + 1min, "");
        CHECK(flow.results() == std::vector<std::string>{"P.P.."});
        CHECK(flow.texts("SELECT profile FROM visit_fact") == std::vector<std::string>{"express"});
    }
}

}  // namespace dudao::workflow
