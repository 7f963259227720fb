#pragma once

#include "domain/checklist.hpp"
#include "domain/issue_amendment.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dudao::domain {

/// The one character that stands for an answer in `results`: P M F (pass, partial, fail), 0 to 9 (a
/// scale's value), a to z (an option), N (not applicable), - (not checked), W (waived), . (hidden).
using Mark = char;

namespace mark {
inline constexpr Mark pass = 'P';
inline constexpr Mark partial = 'M';
inline constexpr Mark fail = 'F';
inline constexpr Mark na = 'N';
inline constexpr Mark not_checked = '-';
inline constexpr Mark waived = 'W';
inline constexpr Mark hidden = '.';
}  // namespace mark

/// What one character cannot say about an answer.
struct AnswerDetail {
    std::optional<Decimal> value = {};  ///< of a number, or of a scale that goes beyond 9
    /// The options of several choices, the times of a stopwatch, a text, a date, who signed.
    std::vector<std::string> values = {};
    std::string remark = {};
    std::vector<std::string> evidence = {};  ///< digests of files in the evidence folder
    IssueAmendment issue = {};               ///< of the issue that a failure raises

    bool empty() const noexcept {
        return !value && values.empty() && remark.empty() && evidence.empty() && issue.empty();
    }
    bool operator==(const AnswerDetail&) const = default;
};

/// Adds a piece of evidence that is not among them yet.
void add_evidence(AnswerDetail& detail, const std::string& digest);

/// An answer to one item.
struct Answer {
    Mark mark = mark::not_checked;
    AnswerDetail detail = {};

    bool operator==(const Answer&) const = default;
};

/// All answers of one visit.
struct Answers {
    std::string results;                               ///< a mark for each item, in their order
    std::map<std::size_t, AnswerDetail> details = {};  ///< by position, only where not empty

    bool operator==(const Answers&) const = default;
};

/// Answers with nothing checked yet.
Answers no_answers(std::size_t items);

/// The marks an item can get, with what each gives; na, not checked, waived and hidden not among
/// them.
std::vector<std::pair<Mark, Outcome>> scored_marks(const Item& item);

/// As scored_marks(); for items whose values decide their points, the letters of the results, with
/// no points. With N where it counts as a failure or gives nothing.
std::vector<std::pair<Mark, Outcome>> known_marks(const Item& item);

/// What "not applicable" gives for this item.
Outcome na_outcome(const Item& item) noexcept;

/// What this answer gives for this item; nothing when its mark is not one of the item's.
std::optional<Outcome> outcome_of(const Item& item, const Answer& answer);

/// True when the item's marks do not say what an answer gives: a scale that goes beyond 9, several
/// choices.
bool needs_value(const Item& item) noexcept;

/// True when the mark alone says what was answered: not so for what is measured or written.
bool is_marked(const Item& item) noexcept;

/// The level of a scale, a count or a knowledge check; null when `value` is beyond its ends or not
/// whole.
const Outcome* level_of(const Item& item, Decimal value) noexcept;

/// The questions to ask of a knowledge check, drawn by `seed`: indexes into its options, in order.
std::vector<std::size_t> drawn_questions(const Item& item, std::uint64_t seed);

/// Whom to ask each of so many questions, drawn by `seed`: indexes into `people`, nobody twice
/// before all have been asked. Empty when there are no people.
std::vector<std::size_t> drawn_people(std::size_t people,
                                      std::size_t questions,
                                      std::uint64_t seed);

/// An answer as people write it, in a file or at the prompt:
/// P/M/F/N, pass/partial/fail/na, 合格/部分符合/不合格/不适用, √/×, a number, an option's value or
/// label. A blank means not checked.
/// Errors: bad_answer, answer_not_allowed, na_not_allowed.
Result<Answer> parse_answer(const Item& item, std::string_view text);

/// The answer as text, such that parse_answer() reads it back (but for the remark).
std::string answer_text(const Item& item, const Answer& answer);

}  // namespace dudao::domain
