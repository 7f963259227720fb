#pragma once

#include "domain/issue.hpp"
#include "domain/organisation.hpp"
#include "domain/search_words.hpp"
#include "store/references.hpp"
#include "store/table.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace dudao::store {

/// An issue to be kept, with the keys of what it names.
struct NewIssue {
    const domain::Issue* issue = nullptr;
    CodeRef unit{};
    IdRef inspection{};
    CodeRef department{};
    CodeRef raised_by{};
    std::int64_t key = 0;     ///< from IssueWriter::new_key(); 0: a new one
    std::int64_t recurs = 0;  ///< key of the issue before it of the same item and unit; 0: none
};

/// Adds issues in the order of their ids, and what searches find them by.
class IssueWriter {
  public:
    explicit IssueWriter(Writing& writing);

    void add(const NewIssue& addition);
    void finish();

    /// A key that no issue has yet, for one that is added before any without a key.
    std::int64_t new_key() { return issues_.new_key(); }

  private:
    /// Key of a category, which is made when it is new.
    std::int64_t category(const std::string& name);

    TableWriter issues_;
    TableWriter categories_;
    std::unordered_map<std::string, std::int64_t> known_;
    std::vector<std::pair<std::int64_t, std::string>> searched_;  ///< key, searched_text()
};

/// Makes a category unless it is there. No other writer of categories may be at work.
void add_category(Writing& writing, const std::string& name);

/// An issue as it is kept.
struct IssueRow {
    std::int64_t key = 0;
    domain::Issue issue = {};
    domain::IssueState state;  ///< what is kept of it: kept_part(), and how it was extended
    std::int64_t unit = 0;
    std::string unit_name = {};
    std::int64_t checklist = 0;  ///< 0 for an issue that no item raised
    std::string checklist_code = {};
    std::string item = {};            ///< its id
    std::string item_text = {};       ///< in the language given first
    std::optional<Ulid> recurs = {};  ///< the issue before it of the same item in the same unit
    std::size_t shown = 0;  ///< characters of the id's end that tell it apart; 0: more than five
};

/// Which issues a listing is about.
struct IssueFilter {
    domain::UnitFilter units = {};
    std::string unit = {};  ///< code of the one
    std::optional<domain::IssueStatus> status = {};
    std::optional<domain::IssueSource> source = {};
    bool open_only = true;               ///< unless a status is asked for
    std::optional<Day> due_before = {};  ///< for overdue ones: today
    std::string category = {};
    std::optional<domain::Urgency> urgency = {};  ///< at least this urgent now
    std::string department = {};                  ///< code
    std::string owner = {};                       ///< code
    std::string checklist = {};                   ///< code
    std::string item = {};                        ///< id of an item, of any checklist
    std::optional<domain::Reply> reply = {};      ///< with open ones, proposed ones as well
    bool extension_asked = false;                 ///< only where a later deadline was asked for
    bool recurs = false;                          ///< only where there is one before it
    std::optional<domain::Responsibility> responsibility = {};
    std::string assisting = {};  ///< code of a unit that helps
    std::string label = {};
    std::string channel = {};
    std::optional<domain::ImpactScope> scope = {};
    std::string cause_class = {};  ///< code of a node in the tree of causes, or of what is below it
    std::string risk = {};
    bool served = false;  ///< only complaints and incidents, which have a clock of their own
    std::optional<Day> raised_from = {};
    std::optional<Day> raised_to = {};
    /// In its text, its reference and what its steps say, or for one without a text in that of its
    /// item, in any language.
    std::optional<domain::SearchWords> words = {};
};

/// What a report reads of each issue.
struct IssueScan {
    std::int64_t unit = 0;
    std::int64_t category = 0;
    std::int64_t department = 0;
    domain::Urgency urgency = domain::Urgency::medium;  ///< now
    domain::IssueCourse course = {};
};

/// Reads issues (tables `issue`, `category`).
class Issues {
  public:
    explicit Issues(Driver& driver) : driver_(&driver) {}

    /// Those whose ids end like this, at most `most`.
    std::vector<Ulid> ending(const IdTail& tail, std::size_t most) const;

    std::optional<IssueRow> find(const Ulid& id) const;

    /// The most urgent first (due, then id; those not due last), until `visit` returns false.
    void each(const IssueFilter& filter,
              std::int64_t below,
              const std::function<bool(const IssueRow&)>& visit) const;

    /// Those raised on some days.
    void scan(Day from, Day to, const std::function<void(const IssueScan&)>& visit) const;

    /// Those that are open.
    void scan_open(const std::function<void(const IssueScan&)>& visit) const;

    /// Those that name evidence of their own, in the order in which they were raised.
    std::vector<IssueRow> with_evidence() const;

    std::unordered_map<std::int64_t, std::string> categories() const;

    /// The categories of issues and of items that raise them, in alphabetical order.
    std::vector<std::string> categories_in_use() const;

    /// Sets what is kept.
    void keep(const Ulid& id, const domain::IssueState& state) const;

  private:
    Driver* driver_;
};

}  // namespace dudao::store
