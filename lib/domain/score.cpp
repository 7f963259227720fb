#include "domain/score.hpp"

#include <algorithm>
#include <cstdint>
#include <numeric>

namespace dudao::domain {

namespace {

constexpr int whole = 100;

Ratio hundred() {
    return Ratio{Decimal{whole}};
}

/// What the failures of critical items do, in the order of the checklist.
std::vector<CriticalHit> critical_hits(const ScoreSheet& sheet, const Answers& answers) {
    std::vector<CriticalHit> hits;
    for (std::size_t at = 0; at < sheet.size(); ++at) {
        const auto& item = *sheet.items()[at].item;
        if (item.critical != CriticalEffect::none &&
            sheet.outcome(at, answers).result == AnswerResult::fail) {
            hits.push_back({at, item.critical, item.cap});
        }
    }
    return hits;
}

bool misses_required(const ScoreSheet& sheet, const Answers& answers) {
    for (std::size_t at = 0; at < sheet.size(); ++at) {
        if (answers.results[at] == mark::not_checked && sheet.items()[at].item->required) {
            return true;
        }
    }
    return false;
}

SectionPoints total_of(const std::vector<SectionPoints>& sections) {
    SectionPoints total;
    for (const auto& section : sections) {
        total.got += section.got;
        total.max += section.max;
    }
    return total;
}

Decimal weight_in_use(const Checklist& checklist, const std::vector<SectionPoints>& sections) {
    Decimal sum;
    for (std::size_t at = 0; at < sections.size(); ++at) {
        if (!sections[at].max.is_zero()) {
            sum += checklist.sections[at].weight;
        }
    }
    return sum;
}

/// Percentage points of the whole that one point in `section` stands for; 0 when none can be got.
Ratio point_value(const Checklist& checklist,
                  const std::vector<SectionPoints>& sections,
                  std::size_t section) {
    Ratio none;
    switch (checklist.scoring.method) {
        case ScoringMethod::points: {
            const auto total = total_of(sections);
            return total.max.is_zero() ? none : Ratio{Decimal{whole}, total.max};
        }
        case ScoringMethod::deduction:
            return Ratio{Decimal{whole}, checklist.scoring.full_mark};
        case ScoringMethod::weighted_sections: {
            const auto weights = weight_in_use(checklist, sections);
            if (weights.is_zero() || sections[section].max.is_zero()) {
                return none;
            }
            return hundred() * Ratio{checklist.sections[section].weight, weights} /
                   Ratio{sections[section].max};
        }
    }
    return none;
}

/// Whether anything that counts was assessed.
bool is_assessed(const Checklist& checklist, const std::vector<SectionPoints>& sections) {
    if (checklist.scoring.method == ScoringMethod::weighted_sections) {
        return !weight_in_use(checklist, sections).is_zero();
    }
    return !total_of(sections).max.is_zero();
}

/// The percentage before gates, caps and rounding.
Ratio raw_percentage(const Checklist& checklist, const std::vector<SectionPoints>& sections) {
    if (checklist.scoring.method == ScoringMethod::weighted_sections) {
        Ratio sum;
        for (std::size_t at = 0; at < sections.size(); ++at) {
            sum += Ratio{sections[at].got} * point_value(checklist, sections, at);
        }
        return sum;
    }
    const auto total = total_of(sections);
    if (checklist.scoring.method == ScoringMethod::points) {
        return Ratio{total.got} * point_value(checklist, sections, 0);
    }
    const auto left = checklist.scoring.full_mark - (total.max - total.got);
    return Ratio{std::max(left, Decimal{})} * point_value(checklist, sections, 0);
}

/// A sum of fractions with weights, exact as long as it fits into words: many times as fast as
/// Ratio, and a million visits are scored by it.
class QuickSum {
  public:
    /// Adds `weight` × `top` / `under`, all positive or zero.
    void add(std::int64_t weight, std::int64_t top, std::int64_t under) {
        if (!fits_) {
            return;
        }
        const auto common = std::gcd(top, under);
        top /= common;
        under /= common;
        const auto factor = under / std::gcd(under_, under);
        std::int64_t term = 0;
        fits_ = !__builtin_mul_overflow(under_, factor, &under_) &&
                !__builtin_mul_overflow(top_, factor, &top_) &&
                !__builtin_mul_overflow(under_ / under, top, &term) &&
                !__builtin_mul_overflow(term, weight, &term) &&
                !__builtin_add_overflow(top_, term, &top_);
    }

    /// The sum × `top` / `under`; nothing when it did not fit.
    std::optional<Ratio> times(std::int64_t top, std::int64_t under) const {
        std::int64_t numerator = 0;
        std::int64_t denominator = 0;
        if (!fits_ || __builtin_mul_overflow(top_, top, &numerator) ||
            __builtin_mul_overflow(under_, under, &denominator)) {
            return std::nullopt;
        }
        return Ratio{Decimal::from_millionths(numerator), Decimal::from_millionths(denominator)};
    }

  private:
    std::int64_t top_ = 0;
    std::int64_t under_ = 1;
    bool fits_ = true;
};

/// What raw_percentage() says of weighted sections; nothing when the numbers are too large.
std::optional<Ratio> quick_percentage(const Checklist& checklist,
                                      const std::vector<SectionPoints>& sections) {
    const auto weights = weight_in_use(checklist, sections).millionths();
    auto common = weights;
    for (const auto& section : checklist.sections) {
        common = std::gcd(common, section.weight.millionths());
    }
    QuickSum sum;
    for (std::size_t at = 0; at < sections.size(); ++at) {
        if (!sections[at].max.is_zero()) {
            sum.add(checklist.sections[at].weight.millionths() / common,
                    sections[at].got.millionths(),
                    sections[at].max.millionths());
        }
    }
    return sum.times(whole, weights / common);
}

/// The percentage of something assessed, before gates and caps.
Decimal rounded_percentage(const Checklist& checklist, const std::vector<SectionPoints>& sections) {
    const auto places = checklist.scoring.decimals;
    if (checklist.scoring.method == ScoringMethod::weighted_sections) {
        if (const auto quick = quick_percentage(checklist, sections)) {
            return quick->rounded(places);
        }
    }
    return raw_percentage(checklist, sections).rounded(places);
}

/// The points to be shown: for deductions what is left of the full mark.
SectionPoints shown_points(const Checklist& checklist, const std::vector<SectionPoints>& sections) {
    const auto total = total_of(sections);
    if (checklist.scoring.method != ScoringMethod::deduction) {
        return total;
    }
    const auto full = checklist.scoring.full_mark;
    return {std::max(full - (total.max - total.got), Decimal{}), full};
}

Verdict verdict_of(const Scoring& scoring,
                   Decimal percentage,
                   bool incomplete,
                   const std::vector<CriticalHit>& hits) {
    if (incomplete) {
        return Verdict::incomplete;
    }
    const bool gate = std::any_of(hits.begin(), hits.end(), [](const CriticalHit& hit) {
        return hit.effect != CriticalEffect::cap;
    });
    if (gate) {
        return Verdict::gate_failed;
    }
    if (!hits.empty()) {
        return Verdict::capped;
    }
    return scoring.pass && percentage < *scoring.pass ? Verdict::failed : Verdict::passed;
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
        row[mark::na] = {AnswerResult::na, {}};
        row[mark::waived] = {AnswerResult::waived, {}};
        row[mark::hidden] = {AnswerResult::hidden, {}};
        for (const auto& [mark, outcome] : known_marks(item)) {
            row.at(static_cast<unsigned char>(mark)) = outcome;
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

std::vector<SectionPoints> ScoreSheet::section_points(const Answers& answers) const {
    std::vector<SectionPoints> sections(checklist_->sections.size());
    for (std::size_t at = 0; at < size(); ++at) {
        const auto given = outcome(at, answers);
        if (is_scored(given.result)) {
            sections[sections_[at]].got += given.points;
            sections[sections_[at]].max += items_[at].item->points;
        }
    }
    return sections;
}

Score ScoreSheet::score(const Answers& answers) const {
    const auto sections = section_points(answers);
    if (!is_assessed(*checklist_, sections)) {
        return {};
    }
    const auto points = shown_points(*checklist_, sections);
    const auto hits = critical_hits(*this, answers);
    const auto& scoring = checklist_->scoring;
    // The one place where a score is rounded; gates, caps, the pass mark and grades look at this.
    const auto rounded = rounded_percentage(*checklist_, sections);
    Score score{.got = points.got, .max = points.max, .percentage = limited(rounded, hits)};
    score.verdict = verdict_of(scoring, *score.percentage, misses_required(*this, answers), hits);
    score.grade = grade_of(scoring, *score.percentage, score.verdict);
    return score;
}

Explanation explain(const ScoreSheet& sheet, const Answers& answers) {
    const auto& checklist = sheet.checklist();
    const auto sections = sheet.section_points(answers);
    Explanation explanation{.score = sheet.score(answers),
                            .raw = {},
                            .sections = {},
                            .items = {},
                            .critical = critical_hits(sheet, answers)};
    if (is_assessed(checklist, sections)) {
        explanation.raw = raw_percentage(checklist, sections);
    }
    std::vector<Ratio> values;
    for (std::size_t at = 0; at < sections.size(); ++at) {
        values.push_back(point_value(checklist, sections, at));
        const auto& points = sections[at];
        explanation.sections.push_back(
            {.index = at,
             .got = points.got,
             .max = points.max,
             .share = points.max.is_zero() ? Ratio{} : hundred() * Ratio{points.got, points.max},
             .weight = Ratio{points.max} * values[at]});
    }
    for (std::size_t at = 0; at < sheet.size(); ++at) {
        const auto outcome = sheet.outcome(at, answers);
        const bool counts = is_scored(outcome.result);
        const auto possible = counts ? sheet.items()[at].item->points : Decimal{};
        const auto lost = counts ? possible - outcome.points : Decimal{};
        explanation.items.push_back(
            {at, outcome, possible, Ratio{lost} * values[sheet.section_of(at)]});
    }
    return explanation;
}

std::string grade_of(const Scoring& scoring, Decimal percentage, Verdict verdict) {
    if (scoring.grades.empty() || verdict == Verdict::incomplete || verdict == Verdict::no_score) {
        return {};
    }
    const auto earned = [&](const Grade& grade) { return percentage >= grade.min; };
    const auto grade = std::find_if(scoring.grades.begin(), scoring.grades.end(), earned);
    const bool last = verdict == Verdict::gate_failed || grade == scoring.grades.end();
    return last ? scoring.grades.back().name : grade->name;
}

}  // namespace dudao::domain
