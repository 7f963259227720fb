#pragma once

#include "domain/score.hpp"
#include "store/events.hpp"
#include "store/inspections.hpp"
#include "store/issues.hpp"
#include "workflow/session.hpp"

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace dudao::workflow {

/// The issues that a visit and the records before it raised, by the position of the item. Those
/// that were cancelled are left out where a later record raised another.
std::map<std::size_t, store::IssueRow> raised_issues(Session& session,
                                                     const store::InspectionRow& row,
                                                     const domain::ScoreSheet& sheet);

/// The record of a visit that is to be corrected, and the issues that hang on it.
struct Corrected {
    store::InspectionRow row;
    std::map<std::size_t, store::IssueRow> issues = {};  ///< those that were not cancelled
    domain::Answers answers = {};                        ///< as recorded

    /// Whether the issue of an item that fails still stands, when this is said of it now: it is
    /// the same as before, or it is too late to say otherwise.
    bool stands(std::size_t position, const domain::IssueAmendment& said) const;
};

/// What the inspector says of the issue at an item.
const domain::IssueAmendment& said_of_issue(const domain::Answers& answers, std::size_t position);

/// Errors (thrown): visit_voided; visit_corrected, naming the record that is in force.
void check_in_force(Session& session, const store::InspectionRow& row);

/// The ids of all records of the visit that `row` is one of, the last one in force.
std::vector<Ulid> records_of(Session& session, const store::InspectionRow& row);

/// Errors (thrown): those of check_in_force().
Corrected to_be_corrected(Session& session,
                          const store::InspectionRow& row,
                          const domain::ScoreSheet& sheet);

/// That the person who acts may correct or void the visit: who made it, until its report is
/// approved or received; after that who may correct any. Errors (thrown): actor_unknown,
/// role_missing.
void check_may_correct(Session& session, const store::InspectionRow& row);

/// Cancels those of the issues that can be, since the visit that they come from says otherwise now:
/// not those that are closed or wait for acceptance. Returns how many.
std::int64_t cancel_issues(Session& session,
                           store::EventWriter& events,
                           const std::vector<const store::IssueRow*>& issues,
                           const std::string& reason);

}  // namespace dudao::workflow
