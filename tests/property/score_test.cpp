// What must hold for every score, shown on many checklists and answers by chance.
#include "domain/score.hpp"

#include "support/arbitrary.hpp"
#include "support/print.hpp"

#include <doctest/doctest.h>

#include <algorithm>

namespace dudao::domain {

namespace {

constexpr std::uint64_t many = 400;

struct Case {
    Checklist checklist;
    Answers answers;
};

Case arbitrary_case(Random& random) {
    auto checklist = test::arbitrary_checklist(random);
    auto answers = test::arbitrary_answers(random, checklist);
    return {std::move(checklist), std::move(answers)};
}

/// Calls `check` with a case and a source of chance for each of many seeds.
template <class Check>
void for_many(const Check& check) {
    for (std::uint64_t seed = 0; seed < many; ++seed) {
        CAPTURE(seed);
        auto random = seeded_random(seed);
        const auto each = arbitrary_case(random);
        CAPTURE(each.answers);
        check(each.checklist, each.answers, random);
    }
}

/// The answers with another one at `position`.
Answers with(Answers answers, std::size_t position, const Answer& answer) {
    answers.results[position] = answer.mark;
    answers.details.erase(position);
    if (!answer.detail.empty()) {
        answers.details.emplace(position, answer.detail);
    }
    return answers;
}

/// The answer that gives most at this item.
Answer best_answer(const Item& item) {
    if (item.kind == ItemKind::choices) {
        std::string all;
        for (const auto& option : item.options) {
            all += option.value + ";";
        }
        return parse_answer(item, item.additive ? all : "none").or_throw();
    }
    if (needs_value(item)) {
        const auto best = std::max_element(
            item.levels.begin(), item.levels.end(), [](const auto& a, const auto& b) {
                return a.points < b.points;
            });
        const auto value = item.scale_from + (best - item.levels.begin());
        return parse_answer(item, std::to_string(value)).or_throw();
    }
    const auto marks = scored_marks(item);
    return {.mark = std::max_element(marks.begin(), marks.end(), [](const auto& a, const auto& b) {
                        return a.second.points < b.second.points;
                    })->first};
}

/// The percentage before gates, caps and rounding; nothing when nothing counts.
std::optional<Ratio> raw(const ScoreSheet& sheet, const Answers& answers) {
    const auto explanation = explain(sheet, answers);
    return explanation.score.percentage ? std::optional{explanation.raw} : std::nullopt;
}

}  // namespace

TEST_SUITE("property/score") {
    TEST_CASE("a percentage lies between 0 and 100") {
        for_many([](const Checklist& checklist, const Answers& answers, Random&) {
            const auto score = ScoreSheet{checklist}.score(answers);
            if (score.percentage) {
                CHECK(*score.percentage >= Decimal{});
                CHECK(*score.percentage <= Decimal{100});
            }
            CHECK(score.got >= Decimal{});
            CHECK(score.got <= score.max);
            CHECK(score.percentage.has_value() == (score.verdict != Verdict::no_score));
        });
    }

    TEST_CASE("an answer that gives more never lowers the percentage") {
        for_many([](const Checklist& checklist, const Answers& answers, Random& random) {
            const ScoreSheet sheet{checklist};
            const auto position = test::below(random, sheet.size());
            const auto& item = *sheet.items()[position].item;
            if (!is_scored(sheet.outcome(position, answers).result)) {
                return;  // an item that did not count may count against
            }
            const auto better = with(answers, position, best_answer(item));
            if (item.critical == CriticalEffect::fail_section &&
                sheet.outcome(position, better).result == AnswerResult::fail) {
                return;  // an item by chance may give most for a failure
            }
            const auto before = raw(sheet, answers);
            const auto now = raw(sheet, better);
            CHECK(before.has_value() == now.has_value());
            if (before && now) {
                CHECK(*now >= *before);
            }
        });
    }

    TEST_CASE("what one answer costs changes no other item's outcome") {
        for_many([](const Checklist& checklist, const Answers& answers, Random& random) {
            const ScoreSheet sheet{checklist};
            const auto position = test::below(random, sheet.size());
            const auto without = with(answers, position, {.mark = mark::na});
            for (std::size_t at = 0; at < sheet.size(); ++at) {
                if (at != position) {
                    CHECK(sheet.outcome(at, answers) == sheet.outcome(at, without));
                }
            }
        });
    }

    TEST_CASE("na takes an item out on both sides: the others are as if it did not exist") {
        for_many([](const Checklist& checklist, const Answers& answers, Random& random) {
            const ScoreSheet sheet{checklist};
            const auto position = test::below(random, sheet.size());
            if (sheet.items()[position].item->na != NaPolicy::exclude) {
                return;
            }
            const auto without = with(answers, position, {.mark = mark::na});

            // The same checklist and answers without the item at all.
            auto shorter = checklist;
            auto& items = shorter.sections[sheet.section_of(position)].items;
            items.erase(items.begin() +
                        (sheet.items()[position].item -
                         checklist.sections[sheet.section_of(position)].items.data()));
            Answers fewer;
            for (std::size_t at = 0; at < answers.results.size(); ++at) {
                if (at == position) {
                    continue;
                }
                const auto detail = answers.details.find(at);
                if (detail != answers.details.end()) {
                    fewer.details.emplace(fewer.results.size(), detail->second);
                }
                fewer.results += answers.results[at];
            }
            const ScoreSheet other{shorter};
            CHECK(sheet.score(without) == other.score(fewer));
            const auto first = explain(sheet, without);
            const auto second = explain(other, fewer);
            CHECK(first.items[position].lost == Ratio{});
            for (std::size_t at = 0; at < second.items.size(); ++at) {
                CHECK(second.items[at].lost == first.items[at < position ? at : at + 1].lost);
            }
        });
    }

    TEST_CASE("what the answers cost adds up exactly to what is missing from a hundred") {
        for_many([](const Checklist& checklist, const Answers& answers, Random&) {
            const auto explanation = explain(ScoreSheet{checklist}, answers);
            if (!explanation.score.percentage) {
                CHECK(explanation.raw == Ratio{});
                return;
            }
            Ratio left{Decimal{100}};
            for (const auto& item : explanation.items) {
                CHECK(item.lost >= Ratio{});
                left -= item.lost;
            }
            for (const auto& section : explanation.sections) {
                CHECK(section.lost >= Ratio{});
                left -= section.lost;
            }
            CHECK(explanation.raw == std::max(left, Ratio{}));
            if (checklist.scoring.method != ScoringMethod::deduction) {
                CHECK(explanation.raw == left);
            }
        });
    }

    TEST_CASE("the percentage is the explanation's, rounded once and then limited") {
        for_many([](const Checklist& checklist, const Answers& answers, Random&) {
            const auto explanation = explain(ScoreSheet{checklist}, answers);
            if (!explanation.score.percentage) {
                return;
            }
            auto expected = explanation.raw.rounded(checklist.scoring.decimals);
            for (const auto& hit : explanation.critical) {
                if (hit.effect == CriticalEffect::cap) {
                    expected = std::min(expected, hit.cap);
                } else if (hit.effect == CriticalEffect::zero) {
                    expected = Decimal{};
                }
            }
            CHECK(explanation.score.percentage == expected);
        });
    }

    TEST_CASE("the sections of an explanation add up to the whole") {
        for_many([](const Checklist& checklist, const Answers& answers, Random&) {
            const auto explanation = explain(ScoreSheet{checklist}, answers);
            if (!explanation.score.percentage ||
                checklist.scoring.method == ScoringMethod::deduction) {
                return;
            }
            Ratio weights;
            Ratio got;
            for (const auto& section : explanation.sections) {
                if (checklist.sections[section.index].items.empty()) {
                    continue;  // a group: its parts say it
                }
                weights += section.weight;
                got += section.weight * section.share / Ratio{Decimal{100}};
            }
            CHECK(weights == Ratio{Decimal{100}});
            CHECK(got == explanation.raw);
        });
    }

    TEST_CASE("the order of the sections does not matter") {
        for_many([](const Checklist& checklist, const Answers& answers, Random&) {
            const bool has_groups = std::any_of(checklist.sections.begin(),
                                                checklist.sections.end(),
                                                [](const auto& each) { return each.parent; });
            if (has_groups) {
                return;  // parts must follow their group
            }
            Checklist turned = checklist;
            std::reverse(turned.sections.begin(), turned.sections.end());
            const ScoreSheet sheet{checklist};
            const ScoreSheet other{turned};
            Answers moved{.results = std::string(sheet.size(), mark::not_checked)};
            for (std::size_t at = 0; at < sheet.size(); ++at) {
                for (std::size_t to = 0; to < other.size(); ++to) {
                    if (other.items()[to].item->id != sheet.items()[at].item->id) {
                        continue;
                    }
                    moved.results[to] = answers.results[at];
                    const auto detail = answers.details.find(at);
                    if (detail != answers.details.end()) {
                        moved.details.emplace(to, detail->second);
                    }
                }
            }
            CHECK(sheet.score(answers) == other.score(moved));
        });
    }

    TEST_CASE("with a required item unchecked there is no grade and never a pass") {
        for_many([](const Checklist& checklist, const Answers& answers, Random&) {
            const ScoreSheet sheet{checklist};
            const auto score = sheet.score(answers);
            for (std::size_t at = 0; at < sheet.size(); ++at) {
                if (answers.results[at] == mark::not_checked && sheet.items()[at].item->required) {
                    CHECK(score.grade.empty());
                    CHECK((score.verdict == Verdict::incomplete ||
                           score.verdict == Verdict::no_score));
                }
            }
        });
    }

    TEST_CASE("an answer is read back from its text") {
        for_many([](const Checklist& checklist, const Answers& answers, Random&) {
            const ScoreSheet sheet{checklist};
            for (std::size_t at = 0; at < sheet.size(); ++at) {
                const auto& item = *sheet.items()[at].item;
                Answer answer{.mark = answers.results[at]};
                const auto detail = answers.details.find(at);
                if (detail != answers.details.end()) {
                    answer.detail.value = detail->second.value;
                    answer.detail.values = detail->second.values;
                }
                const auto text = answer_text(item, answer);
                CAPTURE(item.id);
                CAPTURE(text);
                REQUIRE(parse_answer(item, text).has_value());
                CHECK(*parse_answer(item, text) == answer);
            }
        });
    }
}

}  // namespace dudao::domain
