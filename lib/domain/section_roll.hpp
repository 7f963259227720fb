#pragma once

#include "domain/score.hpp"

namespace dudao::domain {

/// The points of all sections rolled up into the whole by the checklist's method.
class SectionRoll {
  public:
    /// `points` has what the sections with items got; both must outlive the roll.
    SectionRoll(const Checklist& checklist, const std::vector<SectionPoints>& points);

    /// Whether anything that counts was assessed.
    bool is_assessed() const;

    /// The percentage before gates, caps and rounding. Promises: is_assessed().
    Ratio raw() const;

    /// raw(), rounded half up. The one place where a score is rounded.
    Decimal rounded() const;

    /// The points to be shown: for deductions what is left of the full mark.
    SectionPoints shown() const;

    /// What was lost in all.
    Decimal lost() const { return total_.max - total_.got; }

    /// Points of the section with those of its parts.
    const SectionPoints& points(std::size_t section) const { return points_[section]; }

    /// The percentage of a section on its own; 0 when nothing counted in it.
    Ratio share(std::size_t section) const;

    /// Percentage points of the whole that one point in this section stands for; 0 when none can
    /// be got. Promises: the section has items.
    Ratio point_value(std::size_t section) const;

    /// Whether the section misses its own pass mark.
    bool is_below_pass(std::size_t section) const;
    bool any_below_pass() const;

  private:
    bool is_pooled() const noexcept;
    Decimal weight(std::size_t section) const;
    /// Weights in use among the parts of `parent`, or among the outermost sections.
    Decimal& sum(const std::optional<std::size_t>& parent);
    Decimal sum(const std::optional<std::size_t>& parent) const;
    Ratio mean(const std::optional<std::size_t>& parent) const;
    std::optional<Decimal> quick_mean() const;

    const Checklist* checklist_;
    std::vector<SectionPoints> points_;  ///< groups have the sums of their parts
    std::vector<bool> in_use_;           ///< something counted in it, and has a weight
    std::vector<Decimal> sums_;          ///< by section; the last is of the outermost
    SectionPoints total_;
};

}  // namespace dudao::domain
