#include "domain/acceptance_series.hpp"

#include <algorithm>
#include <cstddef>

namespace dudao::domain {

namespace {

/// The lots since the last switch, and what they call for.
class Series {
  public:
    explicit Series(const SeriesRules& rules) : rules_(rules) {}

    const SeriesState& state() const noexcept { return state_; }

    void add(const PastLot& lot) {
        bool accepted = lot.accepted;
        int gained = 0;
        if (lot.size != 0) {
            const auto plan =
                sampling_plan(lot.size, rules_.level, rules_.aql, state_.severity).value();
            accepted = lot.defects <= plan.accept;
            gained = accepted ? gain(plan, lot.defects) : 0;
        }
        recent_.push_back(accepted);
        switch (state_.severity) {
            case Severity::normal:
                return after_normal(gained);
            case Severity::tightened:
                return after_tightened(accepted);
            case Severity::reduced:
                if (!accepted) {
                    switch_to(Severity::normal);
                }
        }
    }

  private:
    static constexpr std::size_t window = 5;

    void switch_to(Severity severity) {
        state_.severity = severity;
        state_.score = 0;
        recent_.clear();
        rejected_in_all_ = 0;
    }

    /// Of the last five.
    std::ptrdiff_t rejected() const {
        const auto from =
            recent_.end() - static_cast<std::ptrdiff_t>(std::min(window, recent_.size()));
        return std::count(from, recent_.end(), false);
    }

    void after_normal(int gained) {
        constexpr int most_rejected = 2;
        if (rejected() >= most_rejected) {
            return switch_to(Severity::tightened);
        }
        state_.score = gained == 0 ? 0 : state_.score + gained;
        if (rules_.may_reduce && state_.score >= score_for_reduced) {
            switch_to(Severity::reduced);
        }
    }

    /// 9.3.3.2, for single sampling.
    int gain(const SamplingPlan& plan, std::int64_t defects) const {
        constexpr int for_small = 2;
        constexpr int for_others = 3;
        if (plan.accept <= 1) {
            return for_small;
        }
        const auto tighter = accept_one_step_tighter(plan.letter, rules_.aql);
        return tighter && defects <= *tighter ? for_others : 0;
    }

    void after_tightened(bool accepted) {
        rejected_in_all_ += accepted ? 0 : 1;
        if (rejected_in_all_ >= static_cast<int>(window)) {
            state_.discontinued = true;
        } else if (recent_.size() >= window && rejected() == 0) {
            switch_to(Severity::normal);
        }
    }

    SeriesRules rules_;
    SeriesState state_;
    std::vector<bool> recent_;  ///< accepted, since the last switch
    int rejected_in_all_ = 0;   ///< under tightened inspection
};

}  // namespace

SeriesState series_state(const std::vector<PastLot>& lots, const SeriesRules& rules) {
    Series series{rules};
    for (const auto& lot : lots) {
        series.add(lot);
        if (series.state().discontinued) {
            break;
        }
    }
    return series.state();
}

}  // namespace dudao::domain
