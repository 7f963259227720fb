#pragma once

#include "base/clock.hpp"
#include "base/decimal.hpp"
#include "base/ulid.hpp"
#include "domain/answer.hpp"
#include "domain/checklist.hpp"
#include "domain/issue.hpp"
#include "domain/person.hpp"
#include "domain/plan.hpp"
#include "domain/unit.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

// Values of the domain by chance: any that the rules allow, heavy on those that trip programs up.
// The same seed gives the same values on every machine: seeded_random(seed).

namespace dudao::test {

/// 0 to `bound` - 1.
std::size_t below(Random& random, std::size_t bound);

/// `least` to `most`, both included.
int between(Random& random, int least, int most);

/// True in so many of a hundred cases.
bool chance(Random& random, int percent);

template <class T>
const T& pick(Random& random, const std::vector<T>& list) {
    return list[below(random, list.size())];
}

template <class T>
T pick(Random& random, std::initializer_list<T> list) {
    return list.begin()[below(random, list.size())];
}

/// One of the words' enumerators.
template <class Enum, std::size_t size>
Enum any_of(Random& random, const Vocabulary<Enum, size>& vocabulary) {
    return vocabulary.words[below(random, size)].first;
}

template <class Enum, std::size_t size>
std::optional<Enum> maybe_any_of(Random& random, const Vocabulary<Enum, size>& vocabulary) {
    return chance(random, 50) ? std::optional{any_of(random, vocabulary)} : std::nullopt;
}

/// One line of text of 1 to 12 characters, without blanks at its ends: Chinese, emoji, and what
/// SQL, LIKE, CSV and JSON treat specially.
std::string arbitrary_line(Random& random);

/// arbitrary_line(), or nothing.
std::string maybe_line(Random& random);

/// Lines with tabs and newlines between them.
std::string arbitrary_text(Random& random);

/// Words without the characters that separate lists, sorted, no two alike.
std::vector<std::string> arbitrary_tags(Random& random);

Day arbitrary_day(Random& random);          ///< 2020 to 2030
Instant arbitrary_instant(Random& random);  ///< 2020 to 2030
Ulid arbitrary_ulid(Random& random);

/// 0 to `most`, in thousandths.
Decimal arbitrary_points(Random& random, int most);

/// Anything a Decimal may be, of all sizes.
Decimal arbitrary_decimal(Random& random);

/// A text in one language or in several.
domain::LocalText arbitrary_local_text(Random& random);

domain::Unit arbitrary_unit(Random& random, std::string code);
domain::Person arbitrary_person(Random& random, std::string code);

/// A checklist with 1 to 4 sections of 1 to 6 items, every kind of item and of scoring among them.
domain::Checklist arbitrary_checklist(Random& random);

/// Any answer that the item allows.
domain::Answer arbitrary_answer(Random& random, const domain::Item& item);

/// An answer to every item, some of them not checked.
domain::Answers arbitrary_answers(Random& random, const domain::Checklist& checklist);

/// An issue that the unit raises; binding from the start in half of the cases.
domain::Issue arbitrary_issue(Random& random, std::string unit);

/// Any step about a subject, fitting or not, by one of `people`; one of `likely` in most cases.
domain::Event arbitrary_event(Random& random,
                              domain::SubjectKind kind,
                              const Ulid& subject,
                              const std::vector<domain::Verb>& likely,
                              const std::vector<std::string>& people);

/// Any steps about an issue, one after another: most of them fit, some do not.
std::vector<domain::Event> arbitrary_issue_events(Random& random,
                                                  const domain::Issue& issue,
                                                  std::size_t count,
                                                  const std::vector<std::string>& people);

/// A plan for visits in a month, a quarter, a year or a week.
domain::Plan arbitrary_plan(Random& random);

/// Any steps about a plan, one after another.
std::vector<domain::Event> arbitrary_plan_events(Random& random,
                                                 const domain::Plan& plan,
                                                 std::size_t count,
                                                 const std::vector<std::string>& people);

}  // namespace dudao::test
