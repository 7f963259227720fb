#pragma once

#include "base/dates.hpp"
#include "domain/issue.hpp"
#include "report/period_report.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace dudao::report {

/// How an issue counts among those that were to be put right.
struct Rectified {
    bool accepted = false;
    bool due = false;                       ///< accepted, or its last day is over
    bool in_time = false;                   ///< accepted not after its last day
    bool at_once = false;                   ///< accepted in the first cycle
    std::optional<std::int64_t> days = {};  ///< from binding to acceptance, where both are known
};

/// Nothing for issues that were cancelled, are the same as another or never became binding.
std::optional<Rectified> rectified(const domain::IssueCourse& issue, Day today) noexcept;

/// The figures of rectification (整改完成率, 整改及时率, 一次验收通过率) of the issues that were to
/// be put right: of those that were cancelled, are the same as another or never became binding it
/// takes no notice.
class RectificationCount {
  public:
    /// As of `today`.
    explicit RectificationCount(Day today) : today_(today) {}

    void add(const domain::IssueCourse& issue);

    /// The figures; closed_in_period is not among them.
    Rectification figures() const;

  private:
    Day today_;
    Share closed_ = {};
    Share on_time_ = {};
    Share first_pass_ = {};
    std::vector<std::int32_t> days_to_close_ = {};
};

}  // namespace dudao::report
