#include "yaml/frequency.hpp"

#include "base/error_id.hpp"
#include "findings.hpp"

namespace dudao::yaml {

using domain::FrequencyRule;
using domain::Rhythm;
using domain::Span;
using namespace std::chrono_literals;

namespace {

/// A file with one rule; `keys` begin on line 3, in column 19.
std::string rule_with(const std::string& keys) {
    return "rules:\n  - id: r\n    checklist: q\n    " + keys;
}

FrequencyRule read(const std::string& keys) {
    const auto reading = read_frequency(rule_with(keys), "f");
    CHECK(test::findings(reading.errors) == test::Findings{});
    REQUIRE(reading.rules.has_value());
    REQUIRE(reading.rules->size() == 1);
    return reading.rules->front();
}

test::Findings errors_of(const std::string& yaml) {
    const auto reading = read_frequency(yaml, "f");
    CHECK(reading.rules.has_value() == reading.errors.empty());
    return test::findings(reading.errors);
}

test::Findings errors_with(const std::string& keys) {
    return errors_of(rule_with(keys));
}

}  // namespace

TEST_SUITE("yaml/frequency") {
    TEST_CASE("a rule says for whom, with what, and how often") {
        const auto reading = read_frequency(
            "name: {zh-CN: 频次}\n"
            "rules:\n"
            "  - id: franchise\n"
            "    checklist: qsc-store\n"
            "    units: {kinds: [store], ownerships: [franchise], tags: [重点], below: [R1, "
            "华东]}\n"
            "    at_least: 2\n"
            "    per: quarter\n"
            "    working_days: true\n"
            "    visit_kind: unannounced\n"
            "    window: 10 days\n",
            "f");
        CHECK(test::findings(reading.errors) == test::Findings{});
        REQUIRE(reading.rules.has_value());
        const FrequencyRule wanted{.id = "franchise",
                                   .checklist = {"qsc-store", {"f", 4, 16}},
                                   .units = {.kinds = {domain::UnitKind::store},
                                             .ownerships = {domain::Ownership::franchise},
                                             .tags = {"重点"}},
                                   .below = {{"R1", {"f", 5, 74}}, {"华东", {"f", 5, 78}}},
                                   .frequency = {.count = 2, .span = Span::quarter},
                                   .working_days = true,
                                   .visit_kind = domain::VisitKind::unannounced,
                                   .window = 10};
        CHECK((*reading.rules == std::vector{wanted}));
    }

    TEST_CASE("each way to say how often") {
        CHECK(read("frequency: daily\n").frequency.span == Span::day);
        CHECK(read("frequency: weekly\n").frequency.span == Span::week);
        CHECK(read("frequency: monthly\n").frequency.span == Span::month);
        const auto every = read("every: 10 days\n    starting: 2026-01-05\n").frequency;
        CHECK(every.rhythm == Rhythm::every);
        CHECK(every.count == 10);
        CHECK(every.starting == Day{2026y / 1 / 5});
        CHECK(read("every: 1 day\n").frequency.starting == domain::counting_begins);
        CHECK(read("every: 7\n").frequency.count == 7);
        CHECK(read("rrule: FREQ=MONTHLY;BYDAY=2TU\n").frequency.recurrence ==
              "FREQ=MONTHLY;BYDAY=2TU");
        CHECK(read("rrule: 'RRULE:FREQ=DAILY'\n").frequency.recurrence == "FREQ=DAILY");
        const auto opening = read("on_opening: {weeks: [4, 1, 2]}\n").frequency;
        CHECK(opening.rhythm == Rhythm::on_opening);
        CHECK((opening.weeks == std::vector{1, 2, 4}));
        const auto change = read("after_change_of: head\n    within: 14 days\n").frequency;
        CHECK(change.rhythm == Rhythm::after_change);
        CHECK(change.count == 14);
    }

    TEST_CASE("how often is said in one way") {
        CHECK(errors_with("window: 3\n") == test::Findings{{ErrorId::rule_not_one, 2, 5}});
        CHECK(errors_with("frequency: daily\n    every: 3 days\n") ==
              test::Findings{{ErrorId::rule_not_one, 2, 5}});
        CHECK(errors_with("at_least: 2\n") == test::Findings{{ErrorId::key_missing, 2, 5}});
        CHECK(errors_with("frequency: daily\n    per: week\n") ==
              test::Findings{{ErrorId::key_unknown, 5, 5}});
        CHECK(errors_with("frequency: daily\n    starting: 2026-01-01\n") ==
              test::Findings{{ErrorId::key_unknown, 5, 5}});
    }

    TEST_CASE("each mistake is told at its place, all at once") {
        CHECK(errors_of("rules:\n"
                        "  - id: a b\n"
                        "    checklist: q\n"
                        "    frequency: yearly\n"
                        "  - id: c\n"
                        "    every: ten days\n"
                        "    visit_kind: nice\n"
                        "    units: {kind: [store]}\n") ==
              test::Findings{{ErrorId::bad_checklist_id, 2, 9},
                             {ErrorId::unknown_word, 4, 16},
                             {ErrorId::key_missing, 5, 5},
                             {ErrorId::bad_days, 6, 12},
                             {ErrorId::unknown_word, 7, 17},
                             {ErrorId::key_misspelt, 8, 13}});
        CHECK(errors_with("every: 0 days\n") == test::Findings{{ErrorId::bad_days, 4, 12}});
        CHECK(errors_with("every: 367 days\n") == test::Findings{{ErrorId::bad_days, 4, 12}});
        CHECK(errors_with("at_least: 8\n    per: week\n") ==
              test::Findings{{ErrorId::number_out_of_range, 4, 15}});
        CHECK(errors_with("rrule: FREQ=MONTHLY;BYDAY=6TU\n") ==
              test::Findings{{ErrorId::bad_recurrence, 4, 12}});
        CHECK(errors_with("on_opening: {weeks: []}\n") ==
              test::Findings{{ErrorId::value_missing, 4, 25}});
        CHECK(errors_with("on_opening: {weeks: [1, 1, 0]}\n") ==
              test::Findings{{ErrorId::value_twice, 4, 29}, {ErrorId::number_out_of_range, 4, 32}});
        CHECK(errors_with("after_change_of: name\n    within: 3 days\n") ==
              test::Findings{{ErrorId::change_unknown, 4, 22}});
        CHECK(errors_with("after_change_of: head\n") ==
              test::Findings{{ErrorId::key_missing, 2, 5}});
    }

    TEST_CASE("risk is scored by the visits with a checklist") {
        const std::string rules =
            "rules:\n  - {id: a, checklist: q, units: {risk: [tightened]}, frequency: daily}\n";
        const auto reading = read_frequency(
            "risk: {checklist: qsc, visits: 5, lost: 2, critical: 30, idle: 0, tightened: 60, "
            "reduced: 15}\n" +
                rules,
            "f");
        CHECK(test::findings(reading.errors) == test::Findings{});
        REQUIRE(reading.risk.has_value());
        const domain::RiskPolicy wanted{.checklist = {"qsc", {"f", 1, 19}},
                                        .visits = 5,
                                        .lost = 2,
                                        .critical = 30,
                                        .idle = 0,
                                        .tightened = 60,
                                        .reduced = 15};
        CHECK((reading.risk == wanted));
        REQUIRE(reading.rules.has_value());
        CHECK((reading.rules->front().risks == std::vector{domain::Watch::tightened}));
        CHECK(errors_of(rules) == test::Findings{{ErrorId::key_missing, 2, 41}});
        CHECK(errors_of("risk: {visits: 0, tightened: 5}\n" + rules) ==
              test::Findings{{ErrorId::key_missing, 1, 7},
                             {ErrorId::number_out_of_range, 1, 16},
                             {ErrorId::number_out_of_range, 1, 19}});
        CHECK(errors_of("risk: {checklist: q, reduced: 50}\n" + rules) ==
              test::Findings{{ErrorId::number_out_of_range, 1, 22}});
    }

    TEST_CASE("there are rules, none of them twice") {
        CHECK(errors_of("rules: []\n") == test::Findings{{ErrorId::no_rules, 1, 8}});
        CHECK(errors_of("name: x\n") == test::Findings{{ErrorId::key_missing, 1, 1}});
        CHECK(errors_of("rules: daily\n") == test::Findings{{ErrorId::list_expected, 1, 8}});
        CHECK(errors_of("rules:\n"
                        "  - {id: a, checklist: q, frequency: daily}\n"
                        "  - {id: a, checklist: p, frequency: daily}\n") ==
              test::Findings{{ErrorId::value_twice, 3, 10}});
        CHECK(errors_of("rules:\n  - daily\n") == test::Findings{{ErrorId::map_expected, 2, 5}});
    }
}

}  // namespace dudao::yaml
