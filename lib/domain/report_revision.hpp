#pragma once

#include "base/hash.hpp"
#include "domain/event.hpp"
#include "domain/organisation.hpp"
#include "domain/period.hpp"
#include "domain/person.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace dudao::domain {

enum class ReportStatus : std::uint8_t {
    submitted = 1,
    reviewed = 2,  ///< 复核
    approved = 3,
    changes_asked = 4,  ///< 修改后通过: the next revision is confirmed by the last of the chain
    returned = 5,
    sent = 6,
    received = 7,  ///< 签收
};

inline constexpr Vocabulary<ReportStatus, 7> report_statuses{
    "report status",
    {{{ReportStatus::submitted, "submitted"},
      {ReportStatus::reviewed, "reviewed"},
      {ReportStatus::approved, "approved"},
      {ReportStatus::changes_asked, "changes_asked"},
      {ReportStatus::returned, "returned"},
      {ReportStatus::sent, "sent"},
      {ReportStatus::received, "received"}}}};

/// What a report is about.
struct ReportSubject {
    Period period{};
    UnitFilter units = {};                 ///< its `as_of` and `text` say nothing
    std::optional<Day> organised_on = {};  ///< absent: as reports choose it

    bool operator==(const ReportSubject&) const = default;
};

/// A report as it was submitted for approval: a fact, never changed.
struct ReportRevision {
    Ulid id{};
    std::optional<Ulid> revises = {};  ///< the revision before
    int number = 1;
    ReportSubject subject = {};
    std::string author = {};  ///< code of a person
    Instant at{};
    std::vector<Role> approvers = {};  ///< the chain: all but the last review, the last approves
    std::string content = {};          ///< the report in JSON
    Digest digest{};                   ///< SHA-256 of the content
    /// The last entry of each device's journal that the figures were made of:
    /// "DEVICE SEQUENCE HASH" a line, by device.
    std::string heads = {};

    bool operator==(const ReportRevision&) const = default;
};

/// What has become of a revision: a fold over its events.
struct ReportState {
    ReportStatus status = ReportStatus::submitted;
    std::vector<std::string> passed_by = {};  ///< in the order of the chain
    std::string note = {};       ///< why it was returned, or which changes were asked for
    std::string addressee = {};  ///< code of the person whom it was sent to

    bool operator==(const ReportState&) const = default;
};

/// Whether its content is what people with the right to do so approved.
bool is_approved(ReportStatus status) noexcept;

/// Whether it waits for somebody of the chain.
bool is_waiting(ReportStatus status) noexcept;

/// The role of whoever must review or approve next; nothing when the chain is done.
std::optional<Role> next_approver(const ReportRevision& report, const ReportState& state);

/// The chain of the revision that comes after this one: when it was approved with changes, they
/// are confirmed by the last of the chain alone.
std::vector<Role> chain_after(const ReportRevision& report,
                              ReportStatus status,
                              const std::vector<Role>& chain);

/// The state after one more event, or the rule that refuses it.
/// Errors: wrong_state, reason_missing, own_report, report_passed_already, not_the_addressee,
/// nobody_to_send_to.
Result<ReportState> after(const ReportRevision& report,
                          const ReportState& state,
                          const Event& event);

struct ReportFold {
    ReportState state;
    std::vector<Ulid> conflicts = {};
};

/// `events` in the total order of facts.
ReportFold fold(const ReportRevision& report, const std::vector<Event>& events);

}  // namespace dudao::domain
