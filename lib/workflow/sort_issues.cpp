#include "workflow/sort_issues.hpp"

#include "base/text.hpp"
#include "domain/issue_steps.hpp"

#include <algorithm>
#include <compare>
#include <optional>
#include <string>
#include <variant>

namespace dudao::workflow {

namespace {

using domain::IssueColumn;

/// A number or a text; nothing where the issue has none.
using Value = std::optional<std::variant<std::int64_t, std::string>>;

Value number(std::int64_t value) {
    return std::variant<std::int64_t, std::string>{value};
}

Value text(const std::string& value) {
    return value.empty() ? Value{} : Value{std::variant<std::int64_t, std::string>{value}};
}

Value day(const std::optional<Day>& value) {
    return value ? number(value->time_since_epoch().count()) : Value{};
}

Value moment(const store::IssueRow& row, const std::optional<Instant>& at) {
    const bool has_clock = domain::has_service_clock(row.issue.source);
    return has_clock && at ? number(at->time_since_epoch().count()) : Value{};
}

template <class Enum>
Value rank(Enum value) {
    return number(static_cast<std::int64_t>(value));
}

/// What is said of an issue beside its course.
Value value_of_record(const store::IssueRow& row, IssueColumn column) {
    const auto& record = row.state.record;
    const auto& service = row.state.service;
    switch (column) {
        case IssueColumn::department:
            return text(record.department);
        case IssueColumn::category:
            return text(record.category);
        case IssueColumn::responsibility:
            return rank(row.state.responsibility);
        case IssueColumn::assisting:
            return text(joined(record.assisting, ","));
        case IssueColumn::labels:
            return text(joined(record.labels, ","));
        case IssueColumn::channel:
            return text(record.channel);
        case IssueColumn::scope:
            return record.scope ? rank(*record.scope) : Value{};
        case IssueColumn::cause_class:
            return text(record.cause_class);
        case IssueColumn::risk:
            return text(record.risk);
        case IssueColumn::received:
            return moment(row, service.received);
        case IssueColumn::responded:
            return moment(row, service.responded);
        case IssueColumn::solved:
            return moment(row, service.solved);
        default:
            return moment(row, service.called_back);
    }
}

Value value_of(const store::IssueRow& row, IssueColumn column) {
    switch (column) {
        case IssueColumn::id:
            return text(to_text(row.issue.id));
        case IssueColumn::due:
            return day(row.state.due);
        case IssueColumn::urgency:
            return number(-static_cast<std::int64_t>(row.state.urgency));
        case IssueColumn::status:
            return rank(row.state.status);
        case IssueColumn::store:
            return text(row.issue.unit);
        case IssueColumn::text:
            return text(row.issue.text.empty() ? row.item_text : row.issue.text);
        case IssueColumn::owner:
            return text(row.state.owner);
        case IssueColumn::source:
            return rank(row.issue.source);
        case IssueColumn::raised:
            return number(row.issue.raised_at.time_since_epoch().count());
        case IssueColumn::raised_by:
            return text(row.issue.raised_by);
        case IssueColumn::ref:
            return text(row.issue.ref);
        case IssueColumn::percent:
            return number(row.state.percent);
        case IssueColumn::cycle:
            return number(row.state.cycle);
        case IssueColumn::closed:
            return day(row.state.closed_on);
        default:
            return value_of_record(row, column);
    }
}

struct Sorted {
    store::IssueRow row;
    std::vector<Value> values;
};

bool precedes(const Sorted& one, const Sorted& other, const std::vector<IssueSortKey>& keys) {
    for (std::size_t at = 0; at < keys.size(); ++at) {
        const auto& left = one.values[at];
        const auto& right = other.values[at];
        if (left == right) {
            continue;
        }
        if (!left || !right) {
            return left.has_value();
        }
        return keys[at].reversed ? *right < *left : *left < *right;
    }
    return false;
}

}  // namespace

Listed list_sorted(Session& session,
                   const IssueListRequest& request,
                   const std::vector<IssueSortKey>& keys,
                   const std::function<void(const store::IssueRow&)>& print) {
    if (keys.empty()) {
        return list_issues(session, request, print);
    }
    auto all = request;
    all.limit.reset();
    std::vector<Sorted> found;
    list_issues(session, all, [&](const store::IssueRow& row) {
        std::vector<Value> values;
        values.reserve(keys.size());
        for (const auto& key : keys) {
            values.push_back(value_of(row, key.column));
        }
        found.push_back({row, std::move(values)});
    });
    std::stable_sort(found.begin(), found.end(), [&](const auto& one, const auto& other) {
        return precedes(one, other, keys);
    });
    Listed listed;
    for (const auto& each : found) {
        if (!listed.admit(request.limit)) {
            break;
        }
        print(each.row);
    }
    return listed;
}

}  // namespace dudao::workflow
