#pragma once

#include "base/ratio.hpp"
#include "domain/answer.hpp"

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace dudao::domain {

/// What came of a visit, apart from its percentage. Tried in this order; the first that holds wins.
enum class Verdict : std::uint8_t {
    no_score = 1,     ///< nothing that counts was assessed, which is not a score of zero
    incomplete = 2,   ///< a required item was not checked: no grade is given
    gate_failed = 3,  ///< a critical item failed that fails or zeroes the visit
    capped = 4,       ///< a critical item failed that limits the percentage
    failed = 5,       ///< below the pass mark
    passed = 6,
};

inline constexpr Vocabulary<Verdict, 6> verdicts{"verdict",
                                                 {{{Verdict::no_score, "no_score"},
                                                   {Verdict::incomplete, "incomplete"},
                                                   {Verdict::gate_failed, "gate_failed"},
                                                   {Verdict::capped, "capped"},
                                                   {Verdict::failed, "failed"},
                                                   {Verdict::passed, "passed"}}}};

/// The score of one visit.
struct Score {
    Decimal got = {};                        ///< points, in thousandths
    Decimal max = {};                        ///< points that could be got
    std::optional<Decimal> percentage = {};  ///< rounded half up to the checklist's decimals
    std::string grade = {};                  ///< empty: none is earned
    Verdict verdict = Verdict::no_score;

    bool operator==(const Score&) const = default;
};

/// Points of one section, or of one item.
struct SectionPoints {
    Decimal got = {};
    Decimal max = {};

    bool operator==(const SectionPoints&) const = default;
};

/// What a failed critical item did.
struct CriticalHit {
    std::size_t position = 0;
    CriticalEffect effect{};
    Decimal cap = {};
};

/// What the answers of a visit add up to, before anything is made of it.
struct Tally {
    std::vector<SectionPoints> sections;  ///< by section; groups have none of their own
    std::vector<Decimal> forfeited;       ///< by section: points it got and lost by a failure
    std::vector<CriticalHit> hits;        ///< in the checklist's order
    bool misses_required = false;
};

/// What an answer counts: with the item's weight, in thousandths.
struct Worth {
    std::int32_t got = 0;
    std::int32_t possible = 0;  ///< 0: it does not count
};

/// A checklist made ready for scoring many visits: what each mark gives at each position.
class ScoreSheet {
  public:
    /// `checklist` must outlive the sheet.
    explicit ScoreSheet(const Checklist& checklist);

    std::size_t size() const noexcept { return items_.size(); }
    const std::vector<PlacedItem>& items() const noexcept { return items_; }
    const Checklist& checklist() const noexcept { return *checklist_; }

    /// Index of the section that the item at `position` belongs to.
    std::size_t section_of(std::size_t position) const { return sections_[position]; }

    /// What `mark` gives at `position`; not_checked for a mark that the item does not know.
    const Outcome& outcome(std::size_t position, Mark mark) const {
        return outcomes_[position][static_cast<unsigned char>(mark) & 0x7FU].outcome;
    }

    /// As outcome(), also where a value in the details decides.
    Outcome outcome(std::size_t position, const Answers& answers) const;

    /// What `mark` counts at `position`; nothing where a value in the details decides.
    const Worth& worth(std::size_t position, Mark mark) const {
        return outcomes_[position][static_cast<unsigned char>(mark) & 0x7FU].worth;
    }

    /// As worth(), also where a value in the details decides.
    Worth worth(std::size_t position, const Answers& answers) const;

    /// The one place where scores are made. `answers.results` has size() marks.
    Score score(const Answers& answers) const;

    /// What score() is made from.
    Tally tally(const Answers& answers) const;

    /// Points by section, without those that a failure took.
    std::vector<SectionPoints> section_points(const Answers& answers) const {
        return tally(answers).sections;
    }

  private:
    static constexpr std::size_t mark_values = 128;

    struct Given {
        Outcome outcome = {};
        Worth worth = {};
        bool alarming = false;  ///< a critical item failed, or a required one is not checked
    };

    void note(Tally& tally, std::size_t position, const Answers& answers) const;

    const Checklist* checklist_;
    std::vector<PlacedItem> items_;
    std::vector<std::size_t> sections_;
    std::vector<std::array<Given, mark_values>> outcomes_;
    std::vector<bool> needs_value_;
};

/// Where points went at one item.
struct ExplainedItem {
    std::size_t position = 0;
    Outcome outcome = {};
    Decimal got = {};       ///< with the item's weight
    Decimal possible = {};  ///< with the item's weight; 0 when it did not count
    Ratio lost = {};        ///< percentage points of the whole that this answer cost, exact
};

struct ExplainedSection {
    std::size_t index = 0;
    Decimal got = {};
    Decimal max = {};
    Ratio share = {};         ///< percentage got in this section; 0 when max is 0
    Ratio weight = {};        ///< percentage points of the whole that the section stands for, exact
    Decimal forfeited = {};   ///< points that a failed critical item took from what was got
    Ratio lost = {};          ///< percentage points that this cost, exact
    bool below_pass = false;  ///< its own pass mark was not reached
};

/// Why a grade was not earned.
enum class GradeBar : std::uint8_t {
    percentage = 1,
    sum = 2,
    worst_item = 3,
    worst_section = 4,
    gate = 5,
};

inline constexpr Vocabulary<GradeBar, 5> grade_bars{"grade bar",
                                                    {{{GradeBar::percentage, "percentage"},
                                                      {GradeBar::sum, "sum"},
                                                      {GradeBar::worst_item, "worst_item"},
                                                      {GradeBar::worst_section, "worst_section"},
                                                      {GradeBar::gate, "gate"}}}};

/// A better grade that was missed.
struct MissedGrade {
    std::size_t grade = 0;  ///< index
    GradeBar bar{};
    std::size_t place = 0;  ///< position of the item, or index of the section, that barred it
};

/// A score with every step that made it. 100 less the `lost` of all items and sections with items
/// is `raw` exactly (for deduction, unless that falls below 0).
struct Explanation {
    Score score;
    Ratio raw;  ///< the percentage before gates, caps and rounding; 0 when nothing counts
    std::vector<ExplainedSection> sections;
    std::vector<ExplainedItem> items;  ///< all, in the checklist's order
    std::vector<CriticalHit> critical;
    std::vector<MissedGrade> missed_grades;  ///< the best first
};

Explanation explain(const ScoreSheet& sheet, const Answers& answers);

/// The points of an item or a section, and which one it is.
struct PlacedPoints {
    std::size_t place = 0;
    SectionPoints points = {};
};

/// What a grade looks at.
struct Standing {
    Decimal percentage = {};
    Decimal lost = {};                               ///< penalty: the sum
    std::optional<PlacedPoints> worst_item = {};     ///< of those that counted
    std::optional<PlacedPoints> worst_section = {};  ///< of those in which something counted
};

/// What keeps `standing` from `grade`; nothing when it is earned.
std::optional<MissedGrade> bar_to(const Scoring& scoring,
                                  const Standing& standing,
                                  std::size_t grade);

/// The grade that is earned: the first that nothing bars; a failed gate earns the last one. Empty
/// when the checklist has no grades, and for an incomplete visit.
std::string grade_of(const Scoring& scoring, const Standing& standing, Verdict verdict);

/// True when the visit's percentage enters means: it has one, and all that was required was
/// checked.
constexpr bool enters_means(Verdict verdict) noexcept {
    return verdict != Verdict::no_score && verdict != Verdict::incomplete;
}

/// True when the answer counts as a failure: it is a row in the list of findings.
constexpr bool is_nonconforming(AnswerResult result) noexcept {
    return result == AnswerResult::partial || result == AnswerResult::fail;
}

/// True when the answer enters the score.
constexpr bool is_scored(AnswerResult result) noexcept {
    return result == AnswerResult::pass || is_nonconforming(result);
}

/// Whether an answer with this result asks for a photo or a file.
constexpr bool asks_for_evidence(const Item& item, AnswerResult result) noexcept {
    return (item.evidence == EvidenceRule::always && is_scored(result)) ||
           (item.evidence == EvidenceRule::on_failure && is_nonconforming(result));
}

/// True when this outcome of the item counts: points got and points possible.
constexpr bool counts(const Item& item, const Outcome& outcome) noexcept {
    return is_scored(outcome.result) ||
           (outcome.result == AnswerResult::na && item.na == NaPolicy::zero);
}

}  // namespace dudao::domain
