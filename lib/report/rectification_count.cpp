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

void RectificationCount::add(const domain::IssueCourse& issue) {
    const bool is_out = issue.status == domain::IssueStatus::cancelled ||
                        issue.status == domain::IssueStatus::duplicate;
    if (is_out || !issue.due) {
        return;
    }
    const bool accepted = issue.status == domain::IssueStatus::accepted;
    const bool in_time = accepted && issue.closed_on && *issue.closed_on <= *issue.due;
    ++closed_.whole;
    closed_.part += accepted ? 1 : 0;
    if (today_ > *issue.due || accepted) {
        ++on_time_.whole;
        on_time_.part += in_time ? 1 : 0;
    }
    if (accepted) {
        ++first_pass_.whole;
        first_pass_.part += issue.cycle == 1 ? 1 : 0;
        if (issue.binding_on && issue.closed_on) {
            days_to_close_.push_back(
                static_cast<std::int32_t>((*issue.closed_on - *issue.binding_on).count()));
        }
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
