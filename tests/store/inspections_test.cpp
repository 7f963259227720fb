#include "store/inspections.hpp"

#include "store/checklists.hpp"
#include "store/events.hpp"
#include "store/plans.hpp"
#include "store/statement.hpp"
#include "store/units.hpp"
#include "support/chain.hpp"
#include "support/print.hpp"
#include "support/samples.hpp"

#include <doctest/doctest.h>

namespace dudao::store {

using std::chrono::days;
using test::Chain;
using test::morning;
using test::november_fifth;
using namespace std::chrono_literals;

namespace {

/// "UNIT/DAY …" of a listing.
std::string listed(const Chain& chain,
                   const InspectionFilter& filter,
                   std::string_view below = "") {
    std::string all;
    Inspections{chain.driver()}.each(
        filter, below.empty() ? 0 : chain.unit_key(below), [&](const InspectionRow& row) {
            all += row.unit_code + '/' + dudao::to_text(row.day).substr(5) + ' ';
            return true;
        });
    return all;
}

/// Three visits: S01 on the 5th, S02 on the 6th, S03 on the 6th, earlier.
struct Visited {
    explicit Visited(Chain& chain)
        : first(chain.add_inspection("S01", morning, "PPP")),
          second(chain.add_inspection("S02", morning + 25h, "FMP")),
          third(chain.add_inspection("S03", morning + 24h, "NNN")) {}
    IdRef first;
    IdRef second;
    IdRef third;
};

domain::Event step(domain::Verb verb, const IdRef& inspection, int id) {
    auto event = test::an_event(verb, "li");
    event.id = test::id_of(id);
    event.subject_kind = domain::SubjectKind::inspection;
    event.subject = inspection.id;
    event.unit = "S01";
    return event;
}

}  // namespace

TEST_SUITE("store/inspections") {
    TEST_CASE("a visit comes back with all that was written") {
        Chain chain;
        const auto id = chain.add_inspection("S01",
                                             morning,
                                             "PMF",
                                             {.ref = "A-7",
                                              .kind = domain::VisitKind::unannounced,
                                              .details = R"({"Q3":{"remark":"门口有积水"}})"});
        const auto row = Inspections{chain.driver()}.find(id.id);
        REQUIRE(row.has_value());
        CHECK(row->key == id.key);
        CHECK(row->unit == chain.unit_key("S01"));
        CHECK(row->unit_code == "S01");
        CHECK(row->unit_name == "门店 S01");
        CHECK(row->checklist_code == "qsc");
        CHECK(row->version == "1");
        CHECK(row->at == morning);
        CHECK(row->day == november_fifth);
        CHECK(row->inspector == "zhang");
        CHECK(row->inspector_name == "督导 zhang");
        CHECK(row->ref == "A-7");
        CHECK(row->kind == domain::VisitKind::unannounced);
        CHECK(row->results == "PMF");
        CHECK(row->details == R"({"Q3":{"remark":"门口有积水"}})");
        CHECK(row->visit.key == 0);
        CHECK(row->counts);
        CHECK(row->state == domain::InspectionState{});
        // 5 + 1 + 0 of 10.
        CHECK(row->score.got == Decimal{6});
        CHECK(row->score.max == Decimal{10});
        CHECK(row->score.percentage == Decimal{60});
        CHECK(row->score.verdict == domain::Verdict::passed);
    }

    TEST_CASE("a visit without a score has none") {
        Chain chain;
        const auto id = chain.add_inspection("S01", morning, "NNN");
        const auto row = Inspections{chain.driver()}.find(id.id);
        REQUIRE(row.has_value());
        CHECK(row->score == domain::Score{});
    }

    TEST_CASE("an unknown id is not found") {
        const Chain chain;
        CHECK_FALSE(Inspections{chain.driver()}.find(test::id_of(77)).has_value());
    }

    TEST_CASE("a visit is found by the end of its id, two alike are both listed") {
        Chain chain;
        const Visited visited{chain};
        const Inspections inspections{chain.driver()};
        const auto tail = parse_tail(short_text(visited.first.id, 5)).or_throw();
        CHECK(inspections.ending(tail, 10) == std::vector{visited.first.id});
        const auto longer = parse_tail(short_text(visited.first.id, 12)).or_throw();
        CHECK(inspections.ending(longer, 10) == std::vector{visited.first.id});
        auto wrong = short_text(visited.first.id, 6);
        wrong.front() = wrong.front() == '0' ? '1' : '0';
        CHECK(inspections.ending(parse_tail(wrong).or_throw(), 10).empty());
    }

    TEST_CASE("each answer that does not conform is a finding with the points it lost") {
        Chain chain;
        const auto id = chain.add_inspection("S01", morning, "FMP");
        std::string findings;
        Statement row{chain.driver(),
                      "SELECT position, result, lost, unit FROM finding WHERE inspection = $1 "
                      "ORDER BY position"};
        row.bind(id.key);
        while (row.step()) {
            findings += std::to_string(row.integer(0)) + ':' + std::to_string(row.integer(1)) +
                        ':' + std::to_string(row.integer(2)) + ' ';
            CHECK(row.integer(3) == chain.unit_key("S01"));
        }
        CHECK(findings == "0:3:5000 1:2:2000 ");
    }

    TEST_CASE("the circumstances of a visit are kept where they are known") {
        Chain chain;
        const auto with = chain.add_inspection("S01", morning, "PPP");
        const auto without = chain.add_inspection("S02", morning, "PPP");
        const VisitFactRow facts{.arrived = morning,
                                 .departed = morning + 45min,
                                 .shift = "早班",
                                 .manager_on_duty = "wang",
                                 .area = "后厨",
                                 .team = "zhang,li",
                                 .track = "0:zhang:12"};
        // Facts belong to the entry of their visit, so they are written along with one.
        auto writing = chain.write("inspect submit");
        InspectionWriter writer{writing};
        const domain::Score score;
        NewInspection visit{.unit = chain.unit("S03"),
                            .checklist = chain.checklist(),
                            .at = morning,
                            .day = november_fifth,
                            .inspector = chain.person("zhang"),
                            .score = &score,
                            .results = "NNN"};
        visit.id.id = test::id_of(50);
        visit.id.key = writer.add(visit);
        writer.add_facts(visit.id, facts);
        writer.finish();
        writing.commit("with facts");
        const Inspections inspections{chain.driver()};
        const auto row = inspections.facts(visit.id.key);
        REQUIRE(row.has_value());
        CHECK(row->arrived == facts.arrived);
        CHECK(row->departed == facts.departed);
        CHECK(row->shift == facts.shift);
        CHECK(row->manager_on_duty == facts.manager_on_duty);
        CHECK(row->area == facts.area);
        CHECK(row->team == facts.team);
        CHECK(row->track == facts.track);
        CHECK_FALSE(inspections.facts(with.key).has_value());
        CHECK_FALSE(inspections.facts(without.key).has_value());
    }

    TEST_CASE("listings begin with the latest") {
        Chain chain;
        const Visited visited{chain};
        CHECK(listed(chain, {}) == "S02/11-06 S03/11-06 S01/11-05 ");
    }

    TEST_CASE("a listing ends when it is enough") {
        Chain chain;
        const Visited visited{chain};
        int rows = 0;
        Inspections{chain.driver()}.each({}, 0, [&](const InspectionRow&) { return ++rows < 2; });
        CHECK(rows == 2);
    }

    TEST_CASE("each part of a filter narrows the listing") {
        Chain chain;
        const Visited visited{chain};
        CHECK(listed(chain, {.unit = "S01"}) == "S01/11-05 ");
        CHECK(listed(chain, {.checklist = "qsc"}).size() == 30);
        CHECK(listed(chain, {.checklist = "5s"}).empty());
        CHECK(listed(chain, {.inspector = "zhang"}).size() == 30);
        CHECK(listed(chain, {.inspector = "li"}).empty());
        CHECK(listed(chain, {.from = november_fifth + days{1}}) == "S02/11-06 S03/11-06 ");
        CHECK(listed(chain, {.to = november_fifth}) == "S01/11-05 ");
        CHECK(listed(chain, {.verdict = domain::Verdict::no_score}) == "S03/11-06 ");
    }

    TEST_CASE("each part of a filter of units narrows the listing") {
        Chain chain;
        const Visited visited{chain};
        const auto by = [&](const domain::UnitFilter& filter, std::string_view below = "") {
            return listed(chain, {.units = filter}, below);
        };
        CHECK(by({}, "EAST") == "S02/11-06 S01/11-05 ");
        CHECK(by({}, "HQ") == "S02/11-06 S03/11-06 S01/11-05 ");
        CHECK(by({}, "S03") == "S03/11-06 ");
        CHECK(by({.kind = domain::UnitKind::warehouse}).empty());
        CHECK(by({.ownership = domain::Ownership::franchise}) == "S02/11-06 ");
        CHECK(by({.status = domain::UnitStatus::suspended}) == "S03/11-06 ");
        CHECK(by({.tag = "机场"}) == "S01/11-05 ");
        CHECK(by({.tag = "机"}).empty());
        CHECK(by({.supervisor = "zhang"}) == "S01/11-05 ");
        CHECK(by({.text = "s02"}) == "S02/11-06 ");
        CHECK(by({.text = "静安区"}) == "S01/11-05 ");
        CHECK(by({.text = "%"}).empty());
        CHECK(by({.text = "S0_"}).empty());
        CHECK(by({.text = "\\"}).empty());
    }

    TEST_CASE("a filter of units lets the same units through as the rule itself") {
        Chain chain;
        const Visited visited{chain};
        const std::vector<domain::UnitFilter> filters{{.kind = domain::UnitKind::store},
                                                      {.ownership = domain::Ownership::owned},
                                                      {.status = domain::UnitStatus::open},
                                                      {.tag = "旗舰店"},
                                                      {.supervisor = "li"},
                                                      {.text = "门店 S0"},
                                                      {.text = "南京西路"}};
        for (const auto& filter : filters) {
            for (const std::string_view code : {"S01", "S02", "S03"}) {
                CAPTURE(code);
                const auto unit = Units{chain.driver()}.find(code)->unit;
                const auto found = listed(chain, {.units = filter}).find(code) != std::string::npos;
                CHECK(found == domain::matches(filter, unit));
            }
        }
    }

    TEST_CASE("a scan gives the visits of some days with what a report needs") {
        Chain chain;
        const Visited visited{chain};
        std::map<std::int64_t, std::string> results;
        Inspections{chain.driver()}.scan(
            november_fifth, november_fifth + days{1}, [&](const InspectionScan& row) {
                results[row.key] = row.results;
                if (row.key == visited.second.key) {
                    CHECK(row.unit == chain.unit_key("S02"));
                    CHECK(row.checklist == chain.checklist_key());
                    CHECK(row.inspector == chain.person_key("zhang"));
                    CHECK(row.day == november_fifth + days{1});
                    CHECK(row.score == 3000);
                    CHECK(row.max_score == 10'000);
                    CHECK(row.percentage == 30'000);
                }
            });
        CHECK((results == std::map<std::int64_t, std::string>{{visited.first.key, "PPP"},
                                                              {visited.second.key, "FMP"},
                                                              {visited.third.key, "NNN"}}));
    }

    TEST_CASE("a scan includes both of its ends and nothing beyond") {
        Chain chain;
        const Visited visited{chain};
        int rows = 0;
        const auto count = [&](const InspectionScan&) { ++rows; };
        Inspections{chain.driver()}.scan(november_fifth, november_fifth, count);
        CHECK(rows == 1);
        Inspections{chain.driver()}.scan(
            november_fifth + days{2}, november_fifth + days{30}, count);
        CHECK(rows == 1);
    }

    TEST_CASE("visits are added up by day, checklist, verdict and grade") {
        Chain chain;
        chain.add_inspection("S01", morning, "PPP");
        chain.add_inspection("S02", morning, "FPP");
        chain.add_inspection("S03", morning, "NNN");
        chain.add_inspection("S01", morning + 24h, "PPP");
        const auto groups = Inspections{chain.driver()}.groups(november_fifth, november_fifth);
        REQUIRE(groups.size() == 2);
        CHECK(groups[0].verdict == domain::Verdict::no_score);
        CHECK(groups[0].visits == 1);
        CHECK(groups[0].scored == 0);
        CHECK(groups[0].percentages == 0);
        CHECK(groups[1].day == november_fifth);
        CHECK(groups[1].checklist == chain.checklist_key());
        CHECK(groups[1].verdict == domain::Verdict::passed);
        CHECK(groups[1].visits == 2);
        CHECK(groups[1].scored == 2);
        CHECK(groups[1].percentages == 150'000);  // 100 + 50
    }

    TEST_CASE("visits can be added up for parts of the units") {
        Chain chain;
        chain.add_inspection("S01", morning, "PPP");
        chain.add_inspection("S02", morning, "FPP");
        const Inspections inspections{chain.driver()};
        const auto second = chain.unit_key("S02");
        const auto in_second = [&](std::int64_t unit) {
            return unit == second ? std::optional{1UL} : std::nullopt;
        };
        const auto parts = inspections.groups(november_fifth, november_fifth, 3, in_second);
        REQUIRE(parts.size() == 3);
        CHECK(parts[0].empty());
        CHECK(parts[2].empty());
        REQUIRE(parts[1].size() == 1);
        CHECK(parts[1][0].visits == 1);
        CHECK(parts[1][0].percentages == 50'000);
        const auto in_first = [](std::int64_t) { return std::optional{0UL}; };
        const auto all = inspections.groups(november_fifth, november_fifth, 1, in_first);
        const auto same = inspections.groups(november_fifth, november_fifth);
        REQUIRE(all[0].size() == same.size());
        CHECK(all[0][0].visits == same[0].visits);
        CHECK(all[0][0].percentages == same[0].percentages);
    }

    TEST_CASE("the ids of some days are known with their keys") {
        Chain chain;
        const Visited visited{chain};
        const auto ids = Inspections{chain.driver()}.ids(november_fifth, november_fifth);
        REQUIRE(ids.size() == 1);
        CHECK(ids.at(visited.first.id) == visited.first.key);
    }

    TEST_CASE("approval and receipt are kept") {
        Chain chain;
        const auto id = chain.add_inspection("S01", morning, "PPP");
        chain.happen(step(domain::Verb::approved, id, 21));
        CHECK(Inspections{chain.driver()}.find(id.id)->state ==
              domain::InspectionState{.approved = true});
        chain.happen(step(domain::Verb::received, id, 22));
        CHECK(Inspections{chain.driver()}.find(id.id)->state ==
              domain::InspectionState{.approved = true, .received = true});
    }

    TEST_CASE("a voided visit does not count any more, and is still there") {
        Chain chain;
        const auto id = chain.add_inspection("S01", morning, "PPP");
        chain.happen(step(domain::Verb::voided, id, 21));
        const auto row = Inspections{chain.driver()}.find(id.id);
        REQUIRE(row.has_value());
        CHECK_FALSE(row->counts);
        int rows = 0;
        Inspections{chain.driver()}.scan(
            november_fifth, november_fifth, [&](const InspectionScan&) { ++rows; });
        CHECK(rows == 0);
        CHECK(Inspections{chain.driver()}.groups(november_fifth, november_fifth).empty());
    }

    TEST_CASE("a correction takes the place of what it corrects") {
        Chain chain;
        const auto wrong = chain.add_inspection("S01", morning, "PPP");
        const auto right = chain.add_inspection(
            "S01", morning, "FPP", {.ref = "2", .revises = wrong, .reason = "抄错门店"});
        const Inspections inspections{chain.driver()};
        CHECK_FALSE(inspections.find(wrong.id)->counts);
        CHECK(inspections.find(right.id)->counts);
    }

    TEST_CASE("for BI tools each answer is a row of its own") {
        Chain chain;
        const auto id = chain.add_inspection("S01", morning, "FMN");
        std::string answers;
        Statement row{chain.driver(),
                      "SELECT item, mark, result, points, max_points, unit, day FROM answer "
                      "WHERE inspection = $1 ORDER BY position"};
        row.bind(id.key);
        while (row.step()) {
            answers += row.text(0) + row.text(1) + std::to_string(row.integer(2)) + ' ' +
                       (row.is_null(3) ? "-" : std::to_string(row.integer(3))) + '/' +
                       std::to_string(row.integer(4)) + ' ';
            CHECK(row.integer(5) == chain.unit_key("S01"));
            CHECK(row.day(6) == november_fifth);
        }
        CHECK(answers == "Q1F3 0/5000 Q2M2 1000/3000 Q3N4 -/2000 ");
    }

    TEST_CASE("answers of visits that do not count are not shown to BI tools") {
        Chain chain;
        const auto id = chain.add_inspection("S01", morning, "PPP");
        chain.happen(step(domain::Verb::voided, id, 21));
        Statement row{chain.driver(), "SELECT count(*) FROM answer"};
        REQUIRE(row.step());
        CHECK(row.integer(0) == 0);
    }
}

}  // namespace dudao::store
