#pragma once

#include "base/dates.hpp"
#include "base/ulid.hpp"
#include "base/vocabulary.hpp"
#include "domain/issue_field.hpp"

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace dudao::domain {

/// What an event is about.
enum class SubjectKind : std::uint8_t {
    issue = 1,
    plan = 2,
    visit = 3,
    inspection = 4,
    task = 5,
    report = 6
};

/// What happened to it. One list for all subjects, so that the data base reads plainly.
enum class Verb : std::uint8_t {
    bound = 1,               ///< issue: became binding, its clock starts
    assigned = 2,            ///< issue: `person` is responsible
    planned = 3,             ///< issue: measure in `note`, owner `person`, deadline `due`
    progressed = 4,          ///< issue: `number` per cent done
    submitted = 5,           ///< issue: done, to be accepted; plan: to be approved
    accepted = 6,            ///< issue: meets the standard, closed
    rejected = 7,            ///< issue: back to planning, reason in `note`
    cancelled = 8,           ///< issue, visit: reason in `note`
    duplicated = 9,          ///< issue: the same as `other`
    extension_asked = 10,    ///< issue: a later deadline `due` is asked for, reason in `note`
    extended = 11,           ///< issue: it is due on `due` from now on
    extension_refused = 12,  ///< issue: reason in `note`
    done = 13,               ///< task; issue: what a customer complained of is solved
    dropped = 14,            ///< task: reason in `note`
    escalated = 15,          ///< issue: as urgent as `number` says from now on
    approved = 20,           ///< plan: one step of the chain; inspection: its report; report
    returned = 21,           ///< plan, inspection, report: reason in `note`
    published = 22,          ///< plan
    closed = 23,             ///< plan: its review in `note`
    commented = 24,          ///< plan, issue
    agreed = 25,  ///< issue: the unit sees it too; its cause in `cause`, a promise in `note`, `due`
    objected = 26,   ///< issue: the unit does not, reason in `note`
    received = 30,   ///< inspection, report: the unit signed for it, its feedback in `note`
    voided = 31,     ///< inspection: reason in `note`
    scheduled = 40,  ///< visit: `person` makes it on the day `due`, as the assignment says
    moved = 41,  ///< visit: the same by hand, reason in `note`; exchanged with the visit `other`
    confirmed = 50,      ///< issue: those responsible see that they are
    disputed = 51,       ///< issue: they do not, reason in `note`
    reassigned = 52,     ///< issue: others are responsible (`changes`, `person`), reason in `note`
    amended = 53,        ///< issue: `changes`
    responded = 54,      ///< issue: first word to the customer; of an incident, it was reported
    called_back = 55,    ///< issue: the customer was asked whether he is content
    reviewed = 60,       ///< report: one step of the chain, not the last
    changes_asked = 61,  ///< report: approved with changes, which `note` says
    sent = 62,           ///< report: to `person`
};

inline constexpr Vocabulary<SubjectKind, 6> subject_kinds{"subject kind",
                                                          {{{SubjectKind::issue, "issue"},
                                                            {SubjectKind::plan, "plan"},
                                                            {SubjectKind::visit, "visit"},
                                                            {SubjectKind::inspection, "inspection"},
                                                            {SubjectKind::task, "task"},
                                                            {SubjectKind::report, "report"}}}};

inline constexpr Vocabulary<Verb, 35> verbs{"event",
                                            {{{Verb::bound, "bound"},
                                              {Verb::assigned, "assigned"},
                                              {Verb::planned, "planned"},
                                              {Verb::progressed, "progressed"},
                                              {Verb::submitted, "submitted"},
                                              {Verb::accepted, "accepted"},
                                              {Verb::rejected, "rejected"},
                                              {Verb::cancelled, "cancelled"},
                                              {Verb::duplicated, "duplicated"},
                                              {Verb::extension_asked, "extension_asked"},
                                              {Verb::extended, "extended"},
                                              {Verb::extension_refused, "extension_refused"},
                                              {Verb::done, "done"},
                                              {Verb::dropped, "dropped"},
                                              {Verb::escalated, "escalated"},
                                              {Verb::approved, "approved"},
                                              {Verb::returned, "returned"},
                                              {Verb::published, "published"},
                                              {Verb::closed, "closed"},
                                              {Verb::commented, "commented"},
                                              {Verb::agreed, "agreed"},
                                              {Verb::objected, "objected"},
                                              {Verb::received, "received"},
                                              {Verb::voided, "voided"},
                                              {Verb::scheduled, "scheduled"},
                                              {Verb::moved, "moved"},
                                              {Verb::confirmed, "confirmed"},
                                              {Verb::disputed, "disputed"},
                                              {Verb::reassigned, "reassigned"},
                                              {Verb::amended, "amended"},
                                              {Verb::responded, "responded"},
                                              {Verb::called_back, "called_back"},
                                              {Verb::reviewed, "reviewed"},
                                              {Verb::changes_asked, "changes_asked"},
                                              {Verb::sent, "sent"}}}};

/// One step in the life of an issue, a plan, a visit, an inspection, a task or a report. Never
/// changed, never deleted. A text that is empty says nothing.
struct Event {
    Ulid id{};
    SubjectKind subject_kind{};
    Ulid subject{};
    std::string unit = {};  ///< code of the unit it concerns; empty for plans
    Verb verb{};
    Instant at{};
    Day day{};               ///< the civil day of `at` in the unit's zone
    std::string actor = {};  ///< code of the person who did it
    std::string note = {};
    std::string cause = {};   ///< that both sides agree on
    std::string person = {};  ///< code of the person it names
    std::optional<Day> due = {};
    std::optional<int> number = {};
    std::optional<Ulid> other = {};
    std::vector<std::string> evidence = {};  ///< digests of files in the evidence folder
    IssueChanges changes = {};               ///< issue: what it says of it

    bool operator==(const Event&) const = default;
};

/// The place of a fact in the total order of all facts, the same in every store that holds it.
struct FactOrder {
    std::int64_t hybrid_clock = 0;
    std::string device = {};
    std::int64_t sequence = 0;  ///< of the journal entry on its device
    std::int64_t index = 0;     ///< within the entry

    auto operator<=>(const FactOrder&) const = default;
};

}  // namespace dudao::domain
