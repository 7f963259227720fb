#include "domain/standing.hpp"

#include <algorithm>

namespace dudao::domain {

namespace {

/// How bad it is: the greater the worse.
Ratio badness(const Scoring& scoring, const SectionPoints& points) {
    const auto lost = points.max - points.got;
    return scoring.method == ScoringMethod::penalty ? Ratio{lost} : Ratio{lost, points.max};
}

void take_worst(const Scoring& scoring,
                std::optional<PlacedPoints>& worst,
                const PlacedPoints& points) {
    if (points.points.max.is_zero()) {
        return;
    }
    if (!worst || badness(scoring, points.points) > badness(scoring, worst->points)) {
        worst = points;
    }
}

bool is_barred(const Scoring& scoring,
               const std::optional<Decimal>& limit,
               const std::optional<PlacedPoints>& worst) {
    if (!limit || !worst) {
        return false;
    }
    const auto& points = worst->points;
    return scoring.method == ScoringMethod::penalty
               ? points.max - points.got > *limit
               : Ratio{Decimal{100}} * Ratio{points.got, points.max} < Ratio{*limit};
}

}  // namespace

Standing standing_of(const ScoreSheet& sheet,
                     const Answers& answers,
                     const SectionRoll& roll,
                     Decimal percentage) {
    const auto& scoring = sheet.checklist().scoring;
    Standing standing{.percentage = percentage, .lost = roll.lost()};
    const auto asks = [&](auto limit) {
        return std::any_of(scoring.grades.begin(), scoring.grades.end(), [&](const Grade& grade) {
            return (grade.*limit).has_value();
        });
    };
    if (asks(&Grade::worst_item)) {
        for (std::size_t at = 0; at < sheet.size(); ++at) {
            const auto worth = sheet.worth(at, answers);
            take_worst(scoring,
                       standing.worst_item,
                       {at,
                        {Decimal::from_thousandths(worth.got),
                         Decimal::from_thousandths(worth.possible)}});
        }
    }
    if (asks(&Grade::worst_section)) {
        const auto& sections = sheet.checklist().sections;
        for (std::size_t at = 0; at < sections.size(); ++at) {
            if (!sections[at].items.empty()) {
                take_worst(scoring, standing.worst_section, {at, roll.points(at)});
            }
        }
    }
    return standing;
}

std::optional<MissedGrade> bar_to(const Scoring& scoring,
                                  const Standing& standing,
                                  std::size_t grade) {
    const auto& asked = scoring.grades[grade];
    if (standing.percentage < asked.min) {
        return MissedGrade{grade, GradeBar::percentage};
    }
    if (asked.max && standing.lost > *asked.max) {
        return MissedGrade{grade, GradeBar::sum};
    }
    if (is_barred(scoring, asked.worst_item, standing.worst_item)) {
        return MissedGrade{grade, GradeBar::worst_item, standing.worst_item->place};
    }
    if (is_barred(scoring, asked.worst_section, standing.worst_section)) {
        return MissedGrade{grade, GradeBar::worst_section, standing.worst_section->place};
    }
    return std::nullopt;
}

std::string grade_of(const Scoring& scoring, const Standing& standing, Verdict verdict) {
    if (scoring.grades.empty() || verdict == Verdict::incomplete || verdict == Verdict::no_score) {
        return {};
    }
    for (std::size_t at = 0; at < scoring.grades.size() && verdict != Verdict::gate_failed; ++at) {
        if (!bar_to(scoring, standing, at)) {
            return scoring.grades[at].name;
        }
    }
    return scoring.grades.back().name;
}

}  // namespace dudao::domain
