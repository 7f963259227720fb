#include "workflow/issue_stats.hpp"

#include "domain/issue_steps.hpp"
#include "domain/period.hpp"
#include "report/rectification_count.hpp"
#include "workflow/recurrence.hpp"
#include "workflow/transact.hpp"
#include "workflow/unit_regions.hpp"

#include <algorithm>
#include <map>
#include <optional>

namespace dudao::workflow {

namespace {

using domain::IssueDimension;

/// The name of the group that an issue belongs to in one dimension.
std::string name_of(IssueDimension dimension,
                    const store::IssueRow& row,
                    const std::optional<UnitRegions>& regions) {
    switch (dimension) {
        case IssueDimension::region:
            return regions->path(row.unit);
        case IssueDimension::store:
            return row.issue.unit;
        case IssueDimension::category:
            return row.state.record.category;
        case IssueDimension::urgency:
            return std::string{domain::urgencies.word(row.state.urgency)};
        case IssueDimension::status:
            return std::string{domain::issue_statuses.word(row.state.status)};
        case IssueDimension::department:
            return row.state.record.department;
        case IssueDimension::owner:
            return row.state.owner;
        case IssueDimension::checklist:
            return row.checklist_code;
        case IssueDimension::item:
            return row.item.empty() ? std::string{} : row.checklist_code + ' ' + row.item;
        case IssueDimension::month:
            return domain::to_text(domain::month_of(row.issue.raised_on));
        case IssueDimension::source:
            return std::string{domain::issue_sources.word(row.issue.source)};
        case IssueDimension::recurring:
            break;
    }
    return {};
}

/// How long something took, on average.
class Average {
  public:
    void add(const std::optional<Instant>& from, const std::optional<Instant>& to) {
        if (from && to) {
            ++count_;
            seconds_ += *to - *from;
        }
    }
    std::int64_t count() const noexcept { return count_; }

    /// In minutes, half a minute up; nothing where nothing was added.
    std::optional<std::int64_t> minutes() const {
        if (count_ == 0) {
            return std::nullopt;
        }
        constexpr std::int64_t a_minute = 60;
        return (seconds_.count() * 2 / count_ + a_minute) / (2 * a_minute);
    }

  private:
    std::int64_t count_ = 0;
    std::chrono::seconds seconds_{0};
};

struct Sums {
    explicit Sums(Day today) : rectification(today) {}

    std::int64_t raised = 0;
    std::int64_t open = 0;
    std::int64_t overdue = 0;
    std::int64_t extended = 0;
    report::RectificationCount rectification;
    Average response = {};
    Average solution = {};

    void add(const store::IssueRow& row, Day today) {
        ++raised;
        open += domain::is_open(row.state.status) ? 1 : 0;
        overdue += domain::is_overdue(row.state, today) ? 1 : 0;
        extended += row.state.extensions > 0 ? 1 : 0;
        rectification.add(domain::course_of(row.issue, row.state));
        if (domain::has_service_clock(row.issue.source)) {
            const auto& service = row.state.service;
            response.add(service.received, service.responded);
            solution.add(service.received, service.solved);
        }
    }
};

/// The groups, the largest first.
std::vector<IssueGroup> groups_of(const std::map<std::vector<std::string>, Sums>& sums) {
    std::vector<IssueGroup> groups;
    groups.reserve(sums.size());
    for (const auto& [names, sum] : sums) {
        groups.push_back({.names = names,
                          .raised = sum.raised,
                          .open = sum.open,
                          .overdue = sum.overdue,
                          .extended = sum.extended,
                          .rectification = sum.rectification.figures(),
                          .responded = sum.response.count(),
                          .response_minutes = sum.response.minutes(),
                          .solved = sum.solution.count(),
                          .solution_minutes = sum.solution.minutes()});
    }
    std::stable_sort(groups.begin(), groups.end(), [](const auto& one, const auto& other) {
        return one.raised > other.raised;
    });
    return groups;
}

}  // namespace

std::vector<IssueGroup> issue_stats(Session& session,
                                    const IssueListRequest& request,
                                    const std::vector<domain::IssueDimension>& by,
                                    const domain::RecurrencePolicy& recurrence) {
    const auto today = session.today();
    std::map<std::vector<std::string>, Sums> sums;
    reading(session, [&] {
        std::optional<UnitRegions> regions;
        if (std::find(by.begin(), by.end(), IssueDimension::region) != by.end()) {
            regions.emplace(session);
        }
        auto all = request;
        all.limit.reset();
        return each_issue(session, all, [&](const store::IssueRow& row) {
            std::vector<std::string> names;
            names.reserve(by.size());
            for (const auto dimension : by) {
                const bool recurs = dimension == IssueDimension::recurring &&
                                    recurred(session, recurrence, row).has_value();
                names.push_back(recurs ? std::string{domain::issue_dimensions.word(dimension)}
                                       : name_of(dimension, row, regions));
            }
            sums.try_emplace(std::move(names), today).first->second.add(row, today);
        });
    });
    return groups_of(sums);
}

}  // namespace dudao::workflow
