#pragma once

#include "context.hpp"
#include "domain/service_clock.hpp"
#include "report/grid.hpp"
#include "report/json_writer.hpp"
#include "store/events.hpp"
#include "workflow/units.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace dudao {

/// A moment as the wall clock of the chain shows it.
std::string local_minutes(const Context& context, Instant at);

/// Rows of the nouns as JSON: the names are promises (docs/formats/json.md). Every field is always
/// there, null for nothing.
void write_unit(report::JsonWriter& json, const workflow::ListedUnit& row);
void write_inspection(report::JsonWriter& json, const store::InspectionRow& row);
void write_issue(report::JsonWriter& json, const store::IssueRow& row);

/// What the store says to a finding, beside `reply` of its issue.
void write_reply(report::JsonWriter& json, const domain::IssueState& state);
/// How a complaint or an incident was taken care of: `clock`.
void write_clock(report::JsonWriter& json, const std::vector<domain::ServiceDue>& clock);

/// What only one issue is shown with: `dispute`, `manifestation`, `containment`, `whys`.
void write_details(report::JsonWriter& json, const domain::IssueState& state);
void write_event(report::JsonWriter& json, const store::EventRow& row);

/// A member that is an array of texts.
void write_texts(report::JsonWriter& json,
                 std::string_view name,
                 const std::vector<std::string>& texts);

/// Columns and rows of visits and issues for people.
std::vector<report::Column> visit_columns(const Catalogue& words);
std::vector<report::Cell> visit_cells(const Context& context, const store::InspectionRow& row);
std::vector<report::Column> issue_columns(const Catalogue& words);
std::vector<report::Cell> issue_cells(const Context& context,
                                      const store::IssueRow& row,
                                      Day today);

/// Tables of their own.
void print_visits(const Context& context, const std::vector<store::InspectionRow>& rows);
void print_issues(const Context& context, const std::vector<store::IssueRow>& rows);
void print_events(const Context& context, const std::vector<store::EventRow>& rows);

/// An issue after a step, for people in one line or as JSON.
void print_step(const Context& context, const store::IssueRow& row, bool json);

/// What is wrong: the issue's own text, else its item's.
const std::string& text_of(const store::IssueRow& row);

/// The end of its id that tells an issue apart.
std::string shown_id(const store::IssueRow& row);

}  // namespace dudao
