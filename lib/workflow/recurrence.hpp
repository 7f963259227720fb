#pragma once

#include "domain/recurrence.hpp"
#include "store/issues.hpp"
#include "store/recurrences.hpp"
#include "workflow/session.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace dudao::workflow {

/// Links the issues of one item in one unit, given in the order of time and id: each to the last
/// one of an earlier time that was raised at most recurrence_reach before it, whatever became of
/// that. Nothing but the facts counts, so that every store links the same.
class RecurrenceChain {
  public:
    /// The key of the one before; 0: none.
    std::int64_t next(std::int64_t key, Instant raised_at, Day raised_on);

  private:
    struct Link {
        std::int64_t key = 0;
        Instant at{};
        Day on{};
    };
    Link before_ = {};  ///< the last of an earlier time than `last_`
    Link last_ = {};
};

/// An issue that an item is about to raise.
struct IssueToLink {
    std::int64_t unit = 0;            ///< key
    std::string_view checklist = {};  ///< code
    std::string_view item = {};       ///< id
    std::uint64_t number = 0;         ///< RecurrenceLinks::item() of those
    Ulid id{};
    Instant at{};
    Day day{};
};

/// Issues that are about to be raised, in the order of time and id.
struct IssuesToLink {
    std::size_t count = 0;
    std::int64_t first_key = 0;  ///< their keys are this one and those that follow
    std::function<IssueToLink(std::size_t at)> get = {};
    Day from{};  ///< the days on which they are raised
    Day to{};
};

/// Finds what comes before the issues that are being raised, and links what comes after them.
class RecurrenceLinks {
  public:
    RecurrenceLinks(store::Driver& driver, const domain::RecurrencePolicy& policy)
        : kept_(driver), policy_(&policy) {}

    /// The number that stands for an item of a checklist here.
    std::uint64_t item(std::string_view checklist, std::string_view item);

    struct Before {
        std::int64_t key = 0;  ///< 0: none
        bool recurs = false;   ///< as the policy has it
    };

    /// Tells of each issue what comes before it. Of many, all issues of the days around are read
    /// at once; of few, those of each item on their own.
    void link(const IssuesToLink& issues,
              const std::function<void(std::size_t at, const Before& before)>& linked);

    /// Links anew what was there and comes after those, once they are written.
    void finish();

  private:
    /// Issues of one item in one unit: `group` is made of both.
    struct Raised {
        std::uint64_t group = 0;
        std::size_t at = 0;
    };
    struct Known {
        std::uint64_t group = 0;
        store::ItemIssue issue = {};
    };
    struct Node {
        store::ItemIssue issue = {};
        std::size_t at = 0;
        bool is_new = false;
    };

    std::vector<Known> read_all(const IssuesToLink& issues, const std::vector<Raised>& raised);
    std::vector<Known> read_each(const IssuesToLink& issues,
                                 const std::vector<Raised>& raised) const;
    void link_group(const IssuesToLink& issues,
                    const std::vector<Node>& nodes,
                    const std::function<void(std::size_t at, const Before& before)>& linked);
    bool recurs(const IssuesToLink& issues, const std::vector<Node>& nodes, std::size_t own);
    std::int64_t visits_since(Instant earlier, const IssueToLink& issue);

    store::Recurrences kept_;
    const domain::RecurrencePolicy* policy_;
    std::map<std::pair<std::string, std::string>, std::uint64_t> items_;
    std::vector<std::pair<std::int64_t, std::int64_t>> changed_;  ///< issue, the one before
    std::map<std::pair<std::int64_t, std::string>, std::vector<Instant>> visits_;
};

/// The issues before this one of the same item in the same unit, the last first.
std::vector<store::IssueRow> issues_before(Session& session, const store::IssueRow& issue);

/// The issue that this one recurs as the policy has it: the last of those before it that is neither
/// cancelled nor a duplicate. Nothing when it does not recur.
std::optional<store::IssueRow> recurred(Session& session,
                                        const domain::RecurrencePolicy& policy,
                                        const store::IssueRow& issue);

}  // namespace dudao::workflow
