#pragma once

#include "domain/checklist.hpp"

#include <string>
#include <vector>

namespace dudao::domain {

/// What a change does to the scores of visits before and after it.
enum class ChangeEffect : std::uint8_t {
    none = 1,     ///< wording and what does not count
    verdict = 2,  ///< the percentage means the same, the verdict or the grade may not
    score = 3,    ///< the percentage means something else
};

enum class ChangeKind : std::uint8_t { added = 1, removed = 2, changed = 3 };

enum class ChangePlace : std::uint8_t { checklist = 1, section = 2, item = 3 };

inline constexpr Vocabulary<ChangeEffect, 3> change_effects{"change effect",
                                                            {{{ChangeEffect::none, "none"},
                                                              {ChangeEffect::verdict, "verdict"},
                                                              {ChangeEffect::score, "score"}}}};
inline constexpr Vocabulary<ChangeKind, 3> change_kinds{"change",
                                                        {{{ChangeKind::added, "added"},
                                                          {ChangeKind::removed, "removed"},
                                                          {ChangeKind::changed, "changed"}}}};
inline constexpr Vocabulary<ChangePlace, 3> change_places{"change place",
                                                          {{{ChangePlace::checklist, "checklist"},
                                                            {ChangePlace::section, "section"},
                                                            {ChangePlace::item, "item"}}}};

/// One difference between two checklists.
struct Change {
    ChangeKind kind = ChangeKind::changed;
    ChangePlace place = ChangePlace::checklist;
    std::string id = {};      ///< of the section or the item
    std::string key = {};     ///< in the language of checklists; empty for what is there or not
    std::string before = {};  ///< empty: nothing
    std::string after = {};
    ChangeEffect effect = ChangeEffect::none;

    bool operator==(const Change&) const = default;
};

/// All differences: of the checklist, then of sections and items in the order of `after`, then what
/// is gone in the order of `before`. Sections and items are told by their ids; their order says
/// nothing. Version and code do not count.
std::vector<Change> compare(const Checklist& before, const Checklist& after);

/// The gravest effect among them: whether scores of both can stand in one row.
ChangeEffect effect_of(const std::vector<Change>& changes) noexcept;

}  // namespace dudao::domain
