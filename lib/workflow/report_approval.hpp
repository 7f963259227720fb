#pragma once

#include "store/events.hpp"
#include "store/reports.hpp"
#include "workflow/session.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace dudao::workflow {

struct ReportSubmission {
    domain::ReportSubject subject = {};
    std::string chain = {};                    ///< its name, for the title
    std::vector<domain::Role> approvers = {};  ///< never empty
};

/// Makes the report and submits it for approval: the first revision of what it is about, or the one
/// after the last. After an approval with changes the last of the chain alone confirms it.
/// Errors (thrown): role_missing, no_such_unit; report_waiting while a revision is not decided.
store::ReportRow submit_report(Session& session, const ReportSubmission& submission);

/// One step in the life of a submitted report.
struct ReportStep {
    std::string report = {};  ///< its period or the end of its id
    domain::Verb verb = domain::Verb::approved;
    std::string note = {};
    /// Sending: code of the person who is to sign for it; empty: the head of the unit it is about.
    std::string person = {};
};

/// Errors (thrown): actor_unknown, role_missing, no_such_report, id_ambiguous, not_the_approver,
/// no_such_person, and those of domain::after().
store::ReportRow step_report(Session& session, const ReportStep& step);

/// A submitted report with its history.
struct ReportDetail {
    store::ReportRow row;
    domain::ReportState state;
    std::vector<store::EventRow> events;
};

/// Errors (thrown): no_such_report, id_ambiguous.
ReportDetail show_report(Session& session, std::string_view report);

/// Every revision, the latest period first.
std::vector<store::ReportRow> list_reports(Session& session);

}  // namespace dudao::workflow
