#include "domain/score.hpp"

#include "domain/section_roll.hpp"
#include "domain/standing.hpp"

#include <algorithm>

namespace dudao::domain {

namespace {

Worth worth_of(const Item& item, const Outcome& outcome) {
    if (!counts(item, outcome)) {
        return {};
    }
    return {static_cast<std::int32_t>(outcome.points.thousandths() * item.weight),
            static_cast<std::int32_t>(item.points.thousandths() * item.weight)};
}

bool is_alarming(const Item& item, AnswerResult result) {
    return (result == AnswerResult::fail && item.critical != CriticalEffect::none) ||
           (result == AnswerResult::not_checked && item.required);
}

Verdict verdict_of(const Scoring& scoring,
                   const Tally& tally,
                   const Standing& standing,
                   bool section_below_pass) {
    if (tally.misses_required) {
        return Verdict::incomplete;
    }
    const auto has = [&](auto... effects) {
        return std::any_of(tally.hits.begin(), tally.hits.end(), [&](const CriticalHit& hit) {
            return ((hit.effect == effects) || ...);
        });
    };
    if (has(CriticalEffect::fail, CriticalEffect::zero)) {
        return Verdict::gate_failed;
    }
    if (has(CriticalEffect::cap)) {
        return Verdict::capped;
    }
    const bool below = (scoring.pass && standing.percentage < *scoring.pass) ||
                       (scoring.pass_sum && standing.lost > *scoring.pass_sum);
    return below || section_below_pass ? Verdict::failed : Verdict::passed;
}

/// The percentage after caps, and 0 where a failure zeroes it.
Decimal limited(Decimal percentage, const std::vector<CriticalHit>& hits) {
    for (const auto& hit : hits) {
        if (hit.effect == CriticalEffect::cap) {
            percentage = std::min(percentage, hit.cap);
        }
        if (hit.effect == CriticalEffect::zero) {
            percentage = Decimal{};
        }
    }
    return percentage;
}

}  // namespace

ScoreSheet::ScoreSheet(const Checklist& checklist)
    : checklist_(&checklist), items_(items_of(checklist)) {
    outcomes_.resize(items_.size());
    for (std::size_t at = 0; at < items_.size(); ++at) {
        const auto& item = *items_[at].item;
        sections_.push_back(
            static_cast<std::size_t>(items_[at].section - checklist.sections.data()));
        needs_value_.push_back(needs_value(item));
        auto& row = outcomes_[at];
        row[mark::na].outcome = na_outcome(item);
        row[mark::waived].outcome = {AnswerResult::waived, {}};
        row[mark::hidden].outcome = {AnswerResult::hidden, {}};
        for (const auto& [mark, outcome] : known_marks(item)) {
            row.at(static_cast<unsigned char>(mark)).outcome = outcome;
        }
        for (auto& given : row) {
            given.worth = worth_of(item, given.outcome);
            given.alarming = is_alarming(item, given.outcome.result);
        }
    }
}

Outcome ScoreSheet::outcome(std::size_t position, const Answers& answers) const {
    const auto mark = answers.results[position];
    if (!needs_value_[position]) {
        return outcome(position, mark);
    }
    const auto detail = answers.details.find(position);
    const auto found =
        outcome_of(*items_[position].item,
                   {mark, detail == answers.details.end() ? AnswerDetail{} : detail->second});
    return found.value_or(Outcome{});
}

Worth ScoreSheet::worth(std::size_t position, const Answers& answers) const {
    return needs_value_[position] ? worth_of(*items_[position].item, outcome(position, answers))
                                  : worth(position, answers.results[position]);
}

/// What an answer does beyond its points.
void ScoreSheet::note(Tally& tally, std::size_t position, const Answers& answers) const {
    const auto& item = *items_[position].item;
    if (outcome(position, answers).result == AnswerResult::fail) {
        tally.hits.push_back({position, item.critical, item.cap});
    } else {
        tally.misses_required = true;
    }
}

Tally ScoreSheet::tally(const Answers& answers) const {
    struct Sum {
        std::int64_t got = 0;
        std::int64_t possible = 0;
    };
    std::vector<Sum> sums(checklist_->sections.size());
    Tally tally;
    for (std::size_t at = 0; at < size(); ++at) {
        auto& sum = sums[sections_[at]];
        const auto& given = outcomes_[at][static_cast<unsigned char>(answers.results[at]) & 0x7FU];
        const auto worth = needs_value_[at] ? this->worth(at, answers) : given.worth;
        sum.got += worth.got;
        sum.possible += worth.possible;
        if (needs_value_[at] ? is_alarming(*items_[at].item, outcome(at, answers).result)
                             : given.alarming) {
            note(tally, at, answers);
        }
    }
    for (const auto& sum : sums) {
        tally.sections.push_back(
            {Decimal::from_thousandths(sum.got), Decimal::from_thousandths(sum.possible)});
    }
    tally.forfeited.resize(sums.size());
    for (const auto& hit : tally.hits) {
        if (hit.effect == CriticalEffect::fail_section) {
            const auto section = sections_[hit.position];
            tally.forfeited[section] += std::exchange(tally.sections[section].got, Decimal{});
        }
    }
    return tally;
}

Score ScoreSheet::score(const Answers& answers) const {
    const auto counted = tally(answers);
    const SectionRoll roll{*checklist_, counted.sections};
    if (!roll.is_assessed()) {
        return {};
    }
    const auto points = roll.shown();
    const auto& scoring = checklist_->scoring;
    // Gates, caps, the pass mark and grades look at the rounded percentage.
    const auto standing = standing_of(*this, answers, roll, limited(roll.rounded(), counted.hits));
    Score score{.got = points.got, .max = points.max, .percentage = standing.percentage};
    score.verdict = verdict_of(scoring, counted, standing, roll.any_below_pass());
    score.grade = grade_of(scoring, standing, score.verdict);
    return score;
}

}  // namespace dudao::domain
