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
    Decimal lost() const { return points_.back().max - points_.back().got; }

    /// Points of the section with those of its parts; where these are means, in thousandths.
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
    void add_up();
    void add_up_exactly();
    void merge(std::size_t group);
    void use_weights();
    Ratio got(std::size_t section) const;
    Ratio max(std::size_t section) const;
    Ratio percentage(std::size_t section) const;
    bool is_pooled() const noexcept;
    bool is_merged_part(std::size_t section) const;
    Decimal weight(std::size_t section) const;
    /// Where the sums of the parts of `parent` are, or those of the outermost sections.
    std::size_t above(const std::optional<std::size_t>& parent) const noexcept {
        return parent.value_or(checklist_->sections.size());
    }
    Ratio mean(const std::optional<std::size_t>& parent) const;
    std::optional<Decimal> quick_mean() const;

    const Checklist* checklist_;
    std::vector<SectionPoints> points_;  ///< groups have the sums of their parts; the last of all
    std::vector<bool> in_use_;           ///< something counted in it, and has a weight
    std::vector<Decimal> weights_;       ///< sums of those in use, as in `points_`
    /// As `points_`, and what a point in the section counts there; empty unless parts are merged
    /// into their mean or their worst.
    struct Exact {
        Ratio got;
        Ratio max;
        Ratio counts;
    };
    std::vector<Exact> exact_;
};

}  // namespace dudao::domain
