#pragma once

#include "domain/score.hpp"
#include "domain/unit.hpp"

#include <functional>
#include <map>
#include <string>

namespace dudao::domain {

/// What conditions may look at in a unit.
struct UnitFacts {
    UnitKind kind = UnitKind::store;
    std::optional<Ownership> ownership = {};
    std::vector<std::string> tags = {};
    std::map<std::string, std::string> attributes = {};
    /// What each item got in the visits before, by its id, the latest first.
    std::map<std::string, std::vector<AnswerResult>, std::less<>> history = {};

    bool operator==(const UnitFacts&) const = default;
};

/// The conditions of a checklist, made ready for many visits.
class Visibility {
  public:
    /// `sheet` must outlive it.
    explicit Visibility(const ScoreSheet& sheet);

    /// Whether any item has a condition.
    bool any() const noexcept { return !conditional_.empty(); }

    /// How many visits back any condition looks.
    int visits() const noexcept { return visits_; }

    /// Hides what does not show, from the first item to the last, since an answer that is hidden
    /// decides nothing any more: its mark becomes hidden, its details go. What shows again is not
    /// checked. So is what does not belong to the profile; null stands for the whole checklist.
    void apply(const UnitFacts& unit, Answers& answers, const Profile* profile = nullptr) const;

    /// Whether the condition holds for these answers.
    bool holds(const Condition& condition, const UnitFacts& unit, const Answers& answers) const;

  private:
    struct Conditional {
        std::size_t position;
        std::vector<const Condition*> conditions;  ///< of the item, its section and their groups
    };

    bool holds_for_item(const Condition& condition, const Answers& answers) const;

    const ScoreSheet* sheet_;
    std::map<std::string, std::size_t, std::less<>> positions_;
    std::vector<Conditional> conditional_;
    int visits_ = 0;
};

}  // namespace dudao::domain
