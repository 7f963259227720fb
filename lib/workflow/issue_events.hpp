#pragma once

#include "domain/cause_tree.hpp"
#include "store/events.hpp"
#include "store/issues.hpp"
#include "workflow/session.hpp"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace dudao::workflow {

/// Steps of issues that are taken together: all are tried first, then written.
class IssueEvents {
  public:
    explicit IssueEvents(Session& session) : session_(&session) {}

    /// An event of now about an issue.
    domain::Event event(const store::IssueRow& row, domain::Verb verb);

    /// The state of an issue as its events make it.
    domain::IssueState state_of(const store::IssueRow& row) const;

    /// Lets `row` take a step: its state is the one after it. Errors: those of domain::after().
    std::optional<Error> take(store::IssueRow& row, domain::Event event);

    /// Writes all that was taken, and keeps the states.
    void write(store::Writing& writing);

  private:
    struct Taken {
        domain::Event event;
        std::int64_t unit = 0;  ///< key
    };

    Session* session_;
    std::vector<Taken> taken_;
    std::vector<std::pair<Ulid, domain::IssueState>> states_;
};

/// Lets one issue take one step, and commits it. Errors (thrown): those of domain::after().
store::IssueRow take_step(Session& session,
                          store::Writing& writing,
                          store::IssueRow row,
                          domain::Event event);

/// What is said of an issue, as it may be kept: texts without what we keep no text with, units and
/// causes that there are. `option` of errors is the name of the field.
/// Errors (thrown): bad_text, usage_bad_value, no_such_unit, unknown_word.
void check_changes(Session& session,
                   const domain::IssueChanges& changes,
                   const domain::CauseTree& causes);

/// Errors (thrown): unknown_word for a category that no issue and no checklist has.
void check_category(Session& session, const std::string& category);

}  // namespace dudao::workflow
