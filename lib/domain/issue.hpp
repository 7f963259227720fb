#pragma once

#include "domain/event.hpp"
#include "domain/issue_record.hpp"
#include "domain/urgency.hpp"

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace dudao::domain {

/// Fixed for ever: a chain may rename them on screen, nothing else.
enum class IssueStatus : std::uint8_t {
    proposed = 1,  ///< not yet binding: the policy waits for approval or receipt of the visit
    open = 2,
    planned = 3,
    in_progress = 4,
    submitted = 5,  ///< said to be done, waits for acceptance
    accepted = 6,   ///< someone else has seen that it meets the standard: closed (销号)
    rejected = 7,   ///< not accepted: back to planning
    cancelled = 8,
    duplicate = 9,
};

/// Where an issue comes from.
enum class IssueSource : std::uint8_t {
    item = 0,    ///< an item of a visit failed
    manual = 1,  ///< somebody saw it
    complaint = 2,
    metric = 3,  ///< a figure that is out of line
    risk = 4,
    meeting = 5,
    feedback = 6,  ///< from those who work there
    incident = 7,
};

inline constexpr Vocabulary<IssueStatus, 9> issue_statuses{
    "issue status",
    {{{IssueStatus::proposed, "proposed"},
      {IssueStatus::open, "open"},
      {IssueStatus::planned, "planned"},
      {IssueStatus::in_progress, "in_progress"},
      {IssueStatus::submitted, "submitted"},
      {IssueStatus::accepted, "accepted"},
      {IssueStatus::rejected, "rejected"},
      {IssueStatus::cancelled, "cancelled"},
      {IssueStatus::duplicate, "duplicate"}}}};

inline constexpr Vocabulary<IssueSource, 8> issue_sources{"issue source",
                                                          {{{IssueSource::item, "item"},
                                                            {IssueSource::manual, "manual"},
                                                            {IssueSource::complaint, "complaint"},
                                                            {IssueSource::metric, "metric"},
                                                            {IssueSource::risk, "risk"},
                                                            {IssueSource::meeting, "meeting"},
                                                            {IssueSource::feedback, "feedback"},
                                                            {IssueSource::incident, "incident"}}}};

/// What the head of the unit says to a finding (异议 when he objects).
enum class Reply : std::uint8_t { agreed = 1, objected = 2 };

inline constexpr Vocabulary<Reply, 2> replies{
    "reply", {{{Reply::agreed, "agreed"}, {Reply::objected, "objected"}}}};

/// The categories that come with the program; a chain adds its own words.
inline constexpr std::array<std::string_view, 3> common_categories{
    "execution", "process", "resource"};

/// An issue (问题) as it was raised: a fact, never changed.
struct Issue {
    Ulid id{};
    IssueSource source = IssueSource::item;
    std::string unit = {};                ///< code
    std::optional<Ulid> inspection = {};  ///< where the item failed
    std::size_t position = 0;             ///< of the item in the pinned checklist version
    int repeat = 0;                       ///< 0 unless the section repeats
    std::string category = {};
    Urgency urgency = Urgency::medium;
    std::string department = {};  ///< code of the responsible department; empty: the unit itself
    std::string text = {};        ///< what is wrong; empty: the text of the item
    std::string raised_by = {};   ///< code of a person
    Instant raised_at{};
    Day raised_on{};
    int days = 0;                            ///< allowed to rectify, from the day it is binding
    bool working_days = false;               ///< else calendar days
    std::optional<Day> due = {};             ///< absent: it is only proposed
    std::string ref = {};                    ///< the order, ticket or paper that it is about
    std::vector<std::string> evidence = {};  ///< digests of files in the evidence folder

    bool operator==(const Issue&) const = default;
};

/// What has become of an issue: a fold over its events.
struct IssueState {
    IssueStatus status = IssueStatus::proposed;
    std::optional<Day> due = {};  ///< from the day it was binding
    std::optional<Instant> binding_at = {};
    std::string owner = {};                ///< code of the person who is to mend it
    std::string measure = {};              ///< planned last
    std::optional<Day> deadline = {};      ///< of the measure
    int percent = 0;                       ///< done, 0 to 100
    int cycle = 1;                         ///< begins anew after each rejection
    std::optional<Day> submitted_on = {};  ///< last
    std::optional<Day> closed_on = {};     ///< accepted, cancelled or found a duplicate
    std::set<std::string> workers = {};    ///< who did some of the work, in any cycle
    std::optional<Reply> reply = {};       ///< last
    std::string reply_note = {};           ///< the measure that it promises, or why it objects
    std::string cause = {};                ///< that it agrees on
    std::optional<Day> promised_by = {};   ///< last day of the measure
    Urgency urgency = Urgency::medium;     ///< as raised, or as escalated last
    std::optional<Day> original_due = {};  ///< before the first extension; absent: none was granted
    int extensions = 0;                    ///< granted
    std::optional<Day> asked_due = {};     ///< to be granted or refused yet
    std::string asked_by = {};             ///< code of the person who asks for it
    std::string asked_reason = {};
    std::string root_cause = {};  ///< that a plan or the last why names, the last one
    IssueSource source = IssueSource::item;
    IssueRecord record = {};
    Responsibility responsibility = Responsibility::proposed;
    std::string dispute = {};  ///< why responsibility is disputed
    ServiceTimes service = {};
    ServicePeople served_by = {};

    bool operator==(const IssueState&) const = default;
};

/// What figures ask of an issue: how it went.
struct IssueCourse {
    IssueStatus status = IssueStatus::open;
    /// When it became binding; absent: only proposed, or bound later than raised.
    std::optional<Day> binding_on = {};
    std::optional<Day> due = {};
    std::optional<Day> closed_on = {};
    int cycle = 1;
};

/// The day on which an issue became binding that was `raised_on` a day, when it was `due` then.
std::optional<Day> binding_on(std::optional<Day> due, Day raised_on) noexcept;

IssueCourse course_of(const Issue& issue, const IssueState& state) noexcept;

/// The issue with the category and the department that it has now.
Issue as_now(Issue issue, const IssueState& state);

/// The state before any event.
IssueState initial_state(const Issue& issue);

/// The state after one more event, or the rule that refuses it.
/// Errors: wrong_state, reason_missing, own_work, owner_missing, bad_percent, not_later,
/// nothing_asked, own_extension, not_more_urgent, those of after_record_step().
Result<IssueState> after(const IssueState& state, const Event& event);

/// What leads on from here. Comments, replies, extensions, escalations, amendments and steps of
/// responsibility or service may come as well: they move nothing.
std::vector<Verb> allowed_verbs(IssueStatus status);

/// The fold: total, since an event that does not apply changes nothing and is listed.
struct IssueFold {
    IssueState state;
    std::vector<Ulid> conflicts = {};  ///< events that did not apply
};

/// `events` in the total order of facts.
IssueFold fold(const Issue& issue, const std::vector<Event>& events);

/// True for a status that still asks for something to be done.
bool is_open(IssueStatus status) noexcept;

/// True from the day after the due one, while the issue is open.
bool is_overdue(const IssueState& state, Day today) noexcept;

}  // namespace dudao::domain
