#include "report/rectification_count.hpp"

#include <algorithm>

namespace dudao::report {

namespace {

/// The least value that so many percent of the values do not exceed (nearest rank). Promises: there
/// is one, and they are sorted.
std::int64_t quantile(const std::vector<std::int32_t>& sorted, std::int64_t percent_of) {
    constexpr std::int64_t hundred = 100;
    const auto count = static_cast<std::int64_t>(sorted.size());
    const auto rank = (count * percent_of + hundred - 1) / hundred;
    return sorted[static_cast<std::size_t>(std::max<std::int64_t>(rank, 1) - 1)];
}

}  // namespace

std::optional<Rectified> rectified(const domain::IssueCourse& issue, Day today) noexcept {
    const bool is_out = issue.status == domain::IssueStatus::cancelled ||
                        issue.status == domain::IssueStatus::duplicate;
    if (is_out || !issue.due) {
        return std::nullopt;
    }
    Rectified how{.accepted = issue.status == domain::IssueStatus::accepted};
    how.due = how.accepted || today > *issue.due;
    how.in_time = how.accepted && issue.closed_on && *issue.closed_on <= *issue.due;
    how.at_once = how.accepted && issue.cycle == 1;
    if (how.accepted && issue.binding_on && issue.closed_on) {
        how.days = (*issue.closed_on - *issue.binding_on).count();
    }
    return how;
}

void RectificationCount::add(const domain::IssueCourse& issue) {
    const auto how = rectified(issue, today_);
    if (!how) {
        return;
    }
    ++closed_.whole;
    closed_.part += how->accepted ? 1 : 0;
    on_time_.whole += how->due ? 1 : 0;
    on_time_.part += how->in_time ? 1 : 0;
    first_pass_.whole += how->accepted ? 1 : 0;
    first_pass_.part += how->at_once ? 1 : 0;
    if (how->days) {
        days_to_close_.push_back(static_cast<std::int32_t>(*how->days));
    }
}

Rectification RectificationCount::figures() const {
    Rectification figures{.closed = closed_, .on_time = on_time_, .first_pass = first_pass_};
    if (!days_to_close_.empty()) {
        auto sorted = days_to_close_;
        std::sort(sorted.begin(), sorted.end());
        constexpr int half = 50;
        constexpr int ninety = 90;
        figures.median_days = quantile(sorted, half);
        figures.p90_days = quantile(sorted, ninety);
    }
    return figures;
}

}  // namespace dudao::report
