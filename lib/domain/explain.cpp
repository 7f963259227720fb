#include "domain/score.hpp"
#include "domain/section_roll.hpp"
#include "domain/standing.hpp"

namespace dudao::domain {

namespace {

std::vector<ExplainedSection> explained_sections(const Checklist& checklist,
                                                 const Tally& tally,
                                                 const SectionRoll& roll) {
    std::vector<ExplainedSection> sections;
    for (std::size_t at = 0; at < checklist.sections.size(); ++at) {
        const auto& points = roll.points(at);
        ExplainedSection section{.index = at,
                                 .got = points.got,
                                 .max = points.max,
                                 .share = roll.share(at),
                                 .forfeited = tally.forfeited[at],
                                 .below_pass = roll.is_below_pass(at)};
        if (!checklist.sections[at].items.empty()) {
            const auto value = roll.point_value(at);
            section.weight = Ratio{points.max} * value;
            section.lost = Ratio{section.forfeited} * value;
        }
        sections.push_back(std::move(section));
    }
    for (auto at = sections.size(); at-- > 0;) {  // a group stands for what its parts do
        if (const auto& parent = checklist.sections[at].parent) {
            sections[*parent].weight += sections[at].weight;
        }
    }
    return sections;
}

std::vector<MissedGrade> missed_grades(const Scoring& scoring,
                                       const Standing& standing,
                                       const Score& score) {
    std::vector<MissedGrade> missed;
    for (std::size_t at = 0; at < scoring.grades.size() && !score.grade.empty(); ++at) {
        if (scoring.grades[at].name == score.grade) {
            break;
        }
        const auto bar = bar_to(scoring, standing, at);
        missed.push_back(bar.value_or(MissedGrade{at, GradeBar::gate}));
    }
    return missed;
}

}  // namespace

Explanation explain(const ScoreSheet& sheet, const Answers& answers) {
    const auto& checklist = sheet.checklist();
    const auto tally = sheet.tally(answers);
    const SectionRoll roll{checklist, tally.sections};
    Explanation explanation{.score = sheet.score(answers),
                            .raw = roll.is_assessed() ? roll.raw() : Ratio{},
                            .sections = explained_sections(checklist, tally, roll),
                            .items = {},
                            .critical = tally.hits,
                            .missed_grades = {}};
    std::vector<Ratio> values;
    for (std::size_t at = 0; at < checklist.sections.size(); ++at) {
        values.push_back(checklist.sections[at].items.empty() ? Ratio{} : roll.point_value(at));
    }
    for (std::size_t at = 0; at < sheet.size(); ++at) {
        const auto worth = sheet.worth(at, answers);
        const auto got = Decimal::from_thousandths(worth.got);
        const auto possible = Decimal::from_thousandths(worth.possible);
        explanation.items.push_back({at,
                                     sheet.outcome(at, answers),
                                     got,
                                     possible,
                                     Ratio{possible - got} * values[sheet.section_of(at)]});
    }
    const auto percentage = explanation.score.percentage.value_or(Decimal{});
    explanation.missed_grades = missed_grades(
        checklist.scoring, standing_of(sheet, answers, roll, percentage), explanation.score);
    return explanation;
}

}  // namespace dudao::domain
