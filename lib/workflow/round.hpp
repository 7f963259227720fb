#pragma once

#include "store/drafts.hpp"
#include "store/issues.hpp"
#include "store/people.hpp"
#include "store/units.hpp"
#include "workflow/history.hpp"
#include "workflow/record.hpp"
#include "workflow/session.hpp"
#include "workflow/waivers.hpp"

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace dudao::workflow {

struct RoundRequest {
    std::string unit;       ///< code
    std::string checklist;  ///< "CODE" or "CODE@VERSION"; empty: the only one that fits
    domain::VisitKind kind = domain::VisitKind::routine;
    std::optional<Instant> at = {};  ///< begun; now when absent
    std::string shift = {};
    std::string manager_on_duty = {};
    std::string area = {};
    std::vector<std::string> team = {};  ///< codes of people, beside the inspector
    std::string profile = {};  ///< id; empty: the whole checklist, or as the round was begun
};

/// A round in progress: every answer is in the store before the call that gives it returns.
class Round {
  public:
    /// Begins a round, or goes on with the one that is there.
    /// Errors (thrown): role_missing, no_such_unit, no_such_checklist, checklist_unclear,
    /// checklist_does_not_fit, unit_closed, no_such_profile, round_otherwise.
    Round(Session& session, const RoundRequest& request);

    bool resumed() const noexcept { return resumed_; }
    const store::Draft& draft() const noexcept { return draft_; }
    const domain::Unit& unit() const noexcept { return unit_.unit; }
    const ChecklistInUse& checklist() const noexcept { return *checklist_; }

    std::size_t size() const noexcept { return checklist_->sheet().size(); }
    std::size_t position() const noexcept { return draft_.position; }
    const domain::Item& item(std::size_t position) const {
        return *checklist_->sheet().items()[position].item;
    }

    /// All answers so far.
    const domain::Answers& answers() const noexcept { return answers_; }
    domain::Answer answer(std::size_t position) const;

    /// A question of a knowledge check, and whom to ask it.
    struct Question {
        const domain::LocalText* text;
        const domain::Person* person;  ///< of the unit; null when it has none
    };

    /// The questions that this round draws for a knowledge check, each with one of the unit's
    /// people. The same ones when the round goes on.
    std::vector<Question> questions(std::size_t position) const;

    /// What the item got here in the last three visits before this one, the latest first.
    std::span<const PastResult> past(std::size_t position) const;

    /// Issues with the item here that are still open, the first due first.
    std::vector<const store::IssueRow*> open_issues(std::size_t position) const;

    /// Whether the item is to be looked at: the profile has it, no condition hides it, and no
    /// waiver says otherwise.
    bool is_asked(std::size_t position) const {
        const auto mark = answers_.results[position];
        return mark != domain::mark::hidden && mark != domain::mark::waived;
    }

    /// The day in the unit's zone.
    Day day_of(Instant at) const { return session_->zone(unit_.unit.zone).day_of(at); }

    /// How many items are to be looked at, and how many of them have an answer.
    std::size_t asked() const noexcept;
    std::size_t answered() const noexcept;

    /// Items that a waiver leaves out, by position.
    std::vector<std::size_t> waived() const;

    /// Items that must be answered before submitting, by position.
    std::vector<std::size_t> missing() const;

    /// Answers that ask for evidence and have none, by position.
    std::vector<std::size_t> without_evidence() const {
        return workflow::without_evidence(*checklist_, answers_);
    }

    /// The score of what is answered, as if the rest were not asked for.
    domain::Score score() const;

    /// Gives the answer of the item at `position`; `now` is when. It is durable when this returns.
    /// Errors (thrown): no_such_round when the round was submitted or thrown away elsewhere.
    void put(std::size_t position, const domain::Answer& answer, Millis now);

    /// Whether the answer fails, so that an issue may be raised: no waiver excuses it.
    bool may_raise(std::size_t position) const;

    /// The rule of the issue that the answer raises when the round is submitted, as the inspector
    /// amends it; nothing when it raises none.
    std::optional<domain::IssueRule> issue(std::size_t position) const;

    /// Days that an issue by this rule is given.
    int days_of(const domain::IssueRule& rule) const;

    /// Whether there is such a department or other unit.
    bool is_unit(std::string_view code) const;

    /// Says what is otherwise about the issue of an answer that fails; durable when this returns.
    /// It is kept for as long as the answer is not taken back, and counts while it fails.
    /// Errors (thrown): no_such_round as above.
    void amend(std::size_t position, const domain::IssueAmendment& amendment, Millis now);

    /// Takes an answer back.
    void clear(std::size_t position);

    /// Remembers which item is on screen.
    void move_to(std::size_t position);

    /// What submitting made.
    struct Submitted {
        Ulid id{};
        domain::Score score;
        Recorded recorded;
    };

    /// Makes the round a fact. Errors (thrown): answers_missing with the ids of the items, unless
    /// `reason` says why they are and the actor may judge; no_such_round as above.
    Submitted submit(Millis now, const std::string& reason);

  private:
    void begin(const RoundRequest& request);
    void load_answers();
    void load_background();
    void check_there() const;
    void write(std::size_t position, const domain::Answer& answer, Millis now);
    domain::AnswerDetail given_detail(std::size_t position) const;
    void refresh();
    store::VisitFactRow facts(Instant departed) const;
    Day day() const { return day_of(draft_.at); }

    Session* session_;
    store::UnitRow unit_;
    std::unique_ptr<ChecklistInUse> checklist_;
    domain::UnitFacts unit_facts_;
    const domain::Profile* profile_ = nullptr;
    Waivers waivers_;
    store::Draft draft_;
    domain::Answers answers_;
    std::map<std::size_t, store::DraftAnswer> given_;
    Millis last_answer_{};
    std::map<std::string, std::vector<PastResult>> past_;  ///< by item
    std::vector<store::IssueRow> open_issues_;
    std::vector<store::PersonRow> people_;  ///< of the unit
    std::vector<bool> excused_;             ///< by position: its failure raises nothing
    bool resumed_ = false;
};

/// Rounds in progress, the oldest first.
std::vector<store::Draft> list_rounds(Session& session);

/// Throws a round away. Errors (thrown): no_such_round.
void discard_round(Session& session, std::string_view unit, std::string_view checklist);

}  // namespace dudao::workflow
