#include "workflow/recurrence.hpp"

#include "domain/inspection.hpp"

#include <algorithm>
#include <set>
#include <tuple>

namespace dudao::workflow {

namespace {

/// From so many issues on it is quicker to read all of them than those of each item.
constexpr std::size_t many_issues = 500;

std::uint64_t group_of(std::int64_t unit, std::uint64_t item) noexcept {
    constexpr unsigned item_bits = 24;
    return (static_cast<std::uint64_t>(unit) << item_bits) + item;
}

bool precedes(const store::ItemIssue& one, const store::ItemIssue& other) {
    return std::tie(one.raised_at, one.id) < std::tie(other.raised_at, other.id);
}

/// How many of these moments, in their order, lie after `from` and not after `to`.
std::int64_t count_within(const std::vector<Instant>& moments, Instant from, Instant to) {
    const auto first = std::upper_bound(moments.begin(), moments.end(), from);
    return std::upper_bound(first, moments.end(), to) - first;
}

/// The issue that this one is linked to.
std::optional<store::IssueRow> before_it(Session& session, const store::IssueRow& issue) {
    return issue.recurs ? store::Issues{session.driver()}.find(*issue.recurs) : std::nullopt;
}

bool is_out(domain::IssueStatus status) {
    return status == domain::IssueStatus::cancelled || status == domain::IssueStatus::duplicate;
}

/// A set of groups that may say yes to others as well: what it refuses need not be looked for.
class Sieve {
  public:
    void add(std::uint64_t group) { bits_.at(place(group)) = true; }
    bool admits(std::uint64_t group) const { return bits_[place(group)]; }

  private:
    static constexpr unsigned size_bits = 22;
    static std::size_t place(std::uint64_t group) noexcept {
        constexpr std::uint64_t golden = 0x9E3779B97F4A7C15ULL;
        constexpr unsigned word_bits = 64;
        return (group * golden) >> (word_bits - size_bits);
    }
    std::vector<bool> bits_ = std::vector<bool>(std::size_t{1} << size_bits);
};

}  // namespace

std::int64_t RecurrenceChain::next(std::int64_t key, Instant raised_at, Day raised_on) {
    if (last_.key != 0 && last_.at < raised_at) {
        before_ = last_;
    }
    last_ = {key, raised_at, raised_on};
    const bool reaches = before_.key != 0 && before_.on + domain::recurrence_reach >= raised_on;
    return reaches ? before_.key : 0;
}

std::uint64_t RecurrenceLinks::item(std::string_view checklist, std::string_view item) {
    return items_.try_emplace({std::string{checklist}, std::string{item}}, items_.size())
        .first->second;
}

std::vector<RecurrenceLinks::Known> RecurrenceLinks::read_all(const IssuesToLink& issues,
                                                              const std::vector<Raised>& raised) {
    Sieve sieve;
    std::set<std::string> checklists;
    for (const auto& [name, number] : items_) {
        checklists.insert(name.first);
    }
    std::unordered_map<std::int64_t, std::vector<std::uint64_t>> numbers;
    for (const auto& checklist : checklists) {
        for (const auto& place : kept_.items(checklist)) {
            numbers[place.checklist].push_back(item(checklist, place.item));
        }
    }
    for (const auto& one : raised) {
        sieve.add(one.group);
    }
    std::vector<Known> known;
    const auto from = issues.from - domain::recurrence_reach;
    const auto to = issues.to + domain::recurrence_reach;
    kept_.each_raised(from, to, [&](const store::ItemIssue& issue) {
        const auto version = numbers.find(issue.checklist);
        if (version == numbers.end()) {
            return;
        }
        const auto group =
            group_of(issue.unit, version->second.at(static_cast<std::size_t>(issue.position)));
        if (sieve.admits(group)) {
            known.push_back({group, issue});
        }
    });
    return known;
}

/// The issues of each item in its unit, found by the visits at which it failed.
std::vector<RecurrenceLinks::Known> RecurrenceLinks::read_each(
    const IssuesToLink& issues, const std::vector<Raised>& raised) const {
    std::vector<Known> known;
    const auto from = issues.from - domain::recurrence_reach;
    const auto to = issues.to + domain::recurrence_reach;
    std::uint64_t last = 0;
    for (const auto& one : raised) {
        if (&one != raised.data() && one.group == last) {
            continue;
        }
        last = one.group;
        const auto issue = issues.get(one.at);
        for (const auto& visit :
             kept_.failures(issue.unit, issue.checklist, issue.item, from, to)) {
            const auto id = domain::raised_issue_id(visit.inspection, visit.at, issue.item, 0);
            if (const auto found = kept_.find(id)) {
                known.push_back({one.group, *found});
            }
        }
    }
    return known;
}

void RecurrenceLinks::link(
    const IssuesToLink& issues,
    const std::function<void(std::size_t at, const Before& before)>& linked) {
    std::vector<Raised> raised;
    raised.reserve(issues.count);
    for (std::size_t at = 0; at < issues.count; ++at) {
        const auto issue = issues.get(at);
        raised.push_back({group_of(issue.unit, issue.number), at});
    }
    std::sort(raised.begin(), raised.end(), [](const auto& one, const auto& other) {
        return std::tie(one.group, one.at) < std::tie(other.group, other.at);
    });
    auto known = issues.count < many_issues ? read_each(issues, raised) : read_all(issues, raised);
    std::sort(known.begin(), known.end(), [](const auto& one, const auto& other) {
        return one.group != other.group ? one.group < other.group
                                        : precedes(one.issue, other.issue);
    });
    std::vector<Node> nodes;
    auto old = known.begin();
    for (auto one = raised.begin(); one != raised.end();) {
        const auto group = one->group;
        nodes.clear();
        old = std::find_if(old, known.end(), [&](const auto& each) { return each.group >= group; });
        for (; old != known.end() && old->group == group; ++old) {
            nodes.push_back({old->issue});
        }
        for (; one != raised.end() && one->group == group; ++one) {
            const auto issue = issues.get(one->at);
            const auto key = issues.first_key + static_cast<std::int64_t>(one->at);
            nodes.push_back({{.key = key,
                              .id = issue.id,
                              .unit = issue.unit,
                              .raised_at = issue.at,
                              .raised_on = issue.day},
                             one->at,
                             true});
        }
        std::sort(nodes.begin(), nodes.end(), [](const auto& first, const auto& second) {
            return precedes(first.issue, second.issue);
        });
        link_group(issues, nodes, linked);
    }
}

void RecurrenceLinks::link_group(
    const IssuesToLink& issues,
    const std::vector<Node>& nodes,
    const std::function<void(std::size_t at, const Before& before)>& linked) {
    RecurrenceChain chain;
    for (std::size_t own = 0; own < nodes.size(); ++own) {
        const auto& [issue, at, is_new] = nodes[own];
        const auto before = chain.next(issue.key, issue.raised_at, issue.raised_on);
        if (is_new) {
            linked(at, {before, before != 0 && recurs(issues, nodes, own)});
        } else if (before != issue.recurs) {
            changed_.emplace_back(issue.key, before);
        }
    }
}

/// Whether the policy lets an issue recur: by the last one before it that is not out.
bool RecurrenceLinks::recurs(const IssuesToLink& issues,
                             const std::vector<Node>& nodes,
                             std::size_t own) {
    const auto& issue = nodes[own].issue;
    for (auto at = own; at-- > 0;) {
        const auto& earlier = nodes[at].issue;
        if (earlier.raised_at >= issue.raised_at || earlier.is_out) {
            continue;
        }
        const domain::EarlierIssue seen{earlier.raised_on, earlier.accepted_on};
        return domain::recurs_by_day(*policy_, seen, issue.raised_on) ||
               (policy_->visits &&
                domain::recurs_by_visit(
                    *policy_, visits_since(earlier.raised_at, issues.get(nodes[own].at))));
    }
    return false;
}

std::int64_t RecurrenceLinks::visits_since(Instant earlier, const IssueToLink& issue) {
    const auto [visits, is_new] = visits_.try_emplace({issue.unit, std::string{issue.checklist}});
    if (is_new) {
        constexpr std::chrono::days ever{1'000'000};
        visits->second = kept_.visits(issue.unit, issue.checklist, Day{-ever}, Day{ever});
    }
    return count_within(visits->second, earlier, issue.at);
}

void RecurrenceLinks::finish() {
    for (const auto& [issue, before] : changed_) {
        kept_.keep(issue, before);
    }
    changed_.clear();
}

std::vector<store::IssueRow> issues_before(Session& session, const store::IssueRow& issue) {
    std::vector<store::IssueRow> before;
    auto row = before_it(session, issue);
    while (row) {
        before.push_back(*std::move(row));
        row = before_it(session, before.back());
    }
    return before;
}

std::optional<store::IssueRow> recurred(Session& session,
                                        const domain::RecurrencePolicy& policy,
                                        const store::IssueRow& issue) {
    auto earlier = before_it(session, issue);
    while (earlier && is_out(earlier->state.status)) {
        earlier = before_it(session, *earlier);
    }
    if (!earlier) {
        return std::nullopt;
    }
    domain::EarlierIssue seen{.raised_on = earlier->issue.raised_on};
    if (earlier->state.status == domain::IssueStatus::accepted) {
        seen.accepted_on = earlier->state.closed_on;
    }
    if (domain::recurs_by_day(policy, seen, issue.issue.raised_on)) {
        return earlier;
    }
    if (!policy.visits) {
        return std::nullopt;
    }
    const auto visits = store::Recurrences{session.driver()}.visits(
        issue.unit, issue.checklist_code, earlier->issue.raised_on, issue.issue.raised_on);
    const auto number = count_within(visits, earlier->issue.raised_at, issue.issue.raised_at);
    return domain::recurs_by_visit(policy, number) ? earlier : std::nullopt;
}

}  // namespace dudao::workflow
