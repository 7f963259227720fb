#pragma once

#include "domain/escalation.hpp"
#include "domain/service_clock.hpp"
#include "store/issues.hpp"
#include "workflow/session.hpp"

#include <string>
#include <vector>

namespace dudao::workflow {

/// One issue that somebody is told about.
struct ReminderLine {
    store::IssueRow issue = {};
    domain::ReminderKind kind = domain::ReminderKind::overdue;  ///< the most urgent that holds
    std::int64_t days = 0;  ///< left, without a step, or overdue
};

/// What one person is told.
struct ReminderDigest {
    std::string recipient = {};            ///< code of a person
    std::string name = {};                 ///< "" when he is not known here
    std::vector<ReminderLine> lines = {};  ///< the first due first
};

/// An issue that became more urgent.
struct Escalation {
    store::IssueRow issue = {};  ///< as it is now
    domain::Urgency before = domain::Urgency::medium;
};

struct Reminding {
    std::vector<ReminderDigest> digests = {};  ///< by recipient
    std::vector<Escalation> escalated = {};
};

struct RemindRequest {
    std::vector<domain::EscalationRule> rules = {};
    domain::ServicePolicy service = {};  ///< when complaints and incidents are late
    std::string to =
        {};  ///< code of the only one who is told; empty: all, and urgencies are raised
    bool dry_run = false;  ///< nothing is written
};

/// Tells of open issues by the rules, each person of each issue, level and day once for ever: what
/// is told is kept, in whatever store. Whoever may judge may do so. Errors (thrown): role_missing,
/// no_such_person.
Reminding remind(Session& session, const RemindRequest& request);

/// Tells at once of an issue that was raised just now, by the rules that say so (重大客诉即时上报).
/// Whoever may raise issues may do so. Errors (thrown): role_missing.
Reminding tell_at_once(Session& session,
                       const store::IssueRow& issue,
                       const std::vector<domain::EscalationRule>& rules);

}  // namespace dudao::workflow
