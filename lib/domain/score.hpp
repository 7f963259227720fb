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

/// Points of one section.
struct SectionPoints {
    Decimal got = {};
    Decimal max = {};
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
        return outcomes_[position][static_cast<unsigned char>(mark) & 0x7FU];
    }

    /// As outcome(), also where a value in the details decides.
    Outcome outcome(std::size_t position, const Answers& answers) const;

    /// The one place where scores are made. `answers.results` has size() marks.
    Score score(const Answers& answers) const;

    /// Points by section: what score() is made from.
    std::vector<SectionPoints> section_points(const Answers& answers) const;

  private:
    static constexpr std::size_t mark_values = 128;

    const Checklist* checklist_;
    std::vector<PlacedItem> items_;
    std::vector<std::size_t> sections_;
    std::vector<std::array<Outcome, mark_values>> outcomes_;
    std::vector<bool> needs_value_;
};

/// What a failed critical item did.
struct CriticalHit {
    std::size_t position = 0;
    CriticalEffect effect{};
    Decimal cap = {};
};

/// Where points went at one item.
struct ExplainedItem {
    std::size_t position = 0;
    Outcome outcome = {};
    Decimal possible = {};  ///< the item's points; 0 when it did not count
    Ratio lost = {};        ///< percentage points of the whole that this answer cost, exact
};

struct ExplainedSection {
    std::size_t index = 0;
    Decimal got = {};
    Decimal max = {};
    Ratio share = {};   ///< percentage got in this section; 0 when max is 0
    Ratio weight = {};  ///< percentage points of the whole that the section stands for, exact
};

/// A score with every step that made it. 100 less the `lost` of all items is `raw` exactly (for
/// deduction, unless that falls below 0).
struct Explanation {
    Score score;
    Ratio raw;  ///< the percentage before gates, caps and rounding; 0 when nothing counts
    std::vector<ExplainedSection> sections;
    std::vector<ExplainedItem> items;  ///< all, in the checklist's order
    std::vector<CriticalHit> critical;
};

Explanation explain(const ScoreSheet& sheet, const Answers& answers);

/// The grade that a percentage earns; a failed gate earns the last one. Empty when the checklist
/// has no grades, and for an incomplete visit.
std::string grade_of(const Scoring& scoring, Decimal percentage, Verdict verdict);

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

}  // namespace dudao::domain
