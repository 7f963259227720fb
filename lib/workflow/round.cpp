#include "workflow/round.hpp"

#include "base/error_id.hpp"
#include "base/text.hpp"
#include "exchange/details.hpp"
#include "workflow/checklists.hpp"
#include "workflow/lookup.hpp"
#include "workflow/transact.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

namespace dudao::workflow {

namespace {

/// The checklist that is asked for, or the only one that fits the unit.
store::ChecklistHead checklist_for(Session& session,
                                   const std::string& reference,
                                   const domain::Unit& unit) {
    if (!reference.empty()) {
        return find_checklist(session, reference);
    }
    const store::Checklists checklists{session.driver()};
    std::vector<store::ChecklistHead> fitting;
    for (const auto& head : checklists.heads()) {
        const auto newest = checklists.newest(head.code);
        if (newest->key == head.key &&
            domain::applies_to(checklists.load(head.key).checklist.applies_to, unit)) {
            fitting.push_back(head);
        }
    }
    if (fitting.size() != 1) {
        std::string codes;
        for (const auto& head : fitting) {
            codes += (codes.empty() ? "" : ", ") + head.code;
        }
        throw Failure{Error{ErrorId::checklist_unclear, {unit.code, codes}}};
    }
    return fitting.front();
}

/// The id of a round that begins at `at`, and the moment itself: a second later for each round that
/// began in the same one.
Instant free_moment(Session& session,
                    const std::string& checklist,
                    const std::string& unit,
                    Instant at) {
    const store::Inspections inspections{session.driver()};
    while (inspections.find(domain::inspection_id(checklist, unit, at, session.actor(), ""))) {
        at += std::chrono::seconds{1};
    }
    return at;
}

}  // namespace

Round::Round(Session& session, const RoundRequest& request)
    : session_(&session), waivers_(session) {
    store::Transaction transaction{session.driver(), store::Access::write};
    session.who_may(domain::Permission::inspect);
    unit_ = find_unit(session, request.unit);
    checklist_ = std::make_unique<ChecklistInUse>(
        session, checklist_for(session, request.checklist, unit_.unit));
    check_unit(unit_.unit, *checklist_);
    unit_facts_ = facts_of(unit_.unit);
    const store::Drafts drafts{session.driver()};
    const auto found = drafts.find(unit_.unit.code, checklist_->key(), session.actor());
    resumed_ = found.has_value();
    const auto* asked = checklist_->profile(request.profile).or_throw();
    if (found) {
        draft_ = *found;
        profile_ = checklist_->profile(draft_.profile).or_throw();
        if (!request.profile.empty() && asked != profile_) {
            throw Failure{Error{ErrorId::round_otherwise, {unit_.unit.code, draft_.profile}}};
        }
    } else {
        profile_ = asked;
        begin(request);
    }
    load_background();
    load_answers();
    last_answer_ = session.author().now;
    transaction.commit();
}

void Round::begin(const RoundRequest& request) {
    const auto& code = checklist_->head().code;
    const auto at =
        free_moment(*session_, code, unit_.unit.code, request.at.value_or(session_->now()));
    draft_ = {.id = domain::inspection_id(code, unit_.unit.code, at, session_->actor(), ""),
              .unit = unit_.unit.code,
              .checklist = checklist_->key(),
              .at = at,
              .inspector = session_->actor(),
              .kind = request.kind,
              .shift = request.shift,
              .manager_on_duty = request.manager_on_duty,
              .area = request.area,
              .team = joined(request.team, ","),
              .profile = profile_ == nullptr ? std::string{} : profile_->id,
              .device = session_->author().device};
    store::Drafts{session_->driver()}.add(draft_);
}

/// What is known of the unit from before.
void Round::load_background() {
    constexpr std::size_t most_visits = 3;
    History history{*session_};
    history.add_to(unit_facts_, unit_.key, *checklist_, draft_.at);
    const auto& code = checklist_->head().code;
    past_ = history.last(unit_.key, code, draft_.at, most_visits);
    people_ = store::People{session_->driver()}.of_unit(unit_.unit.code);
    for (std::size_t at = 0; at < size(); ++at) {
        excused_.push_back(waivers_.excuses(unit_.key, *checklist_, at, day()));
    }
    store::Issues{session_->driver()}.each(
        {.unit = unit_.unit.code}, 0, [&](const store::IssueRow& row) {
            if (row.checklist_code == code && !row.item.empty()) {
                open_issues_.push_back(row);
            }
            return true;
        });
}

std::vector<Round::Question> Round::questions(std::size_t position) const {
    constexpr std::uint64_t factor = 31;
    std::uint64_t seed = position;
    for (const auto byte : draft_.id.bytes) {
        seed = seed * factor + byte;
    }
    const auto drawn = domain::drawn_questions(item(position), seed);
    const auto people = domain::drawn_people(people_.size(), drawn.size(), seed);
    std::vector<Question> questions;
    for (std::size_t at = 0; at < drawn.size(); ++at) {
        questions.push_back({&item(position).options[drawn[at]].label,
                             people.empty() ? nullptr : &people_[people[at]].person});
    }
    return questions;
}

std::span<const PastResult> Round::past(std::size_t position) const {
    const auto found = past_.find(item(position).id);
    return found == past_.end() ? std::span<const PastResult>{} : found->second;
}

std::vector<const store::IssueRow*> Round::open_issues(std::size_t position) const {
    std::vector<const store::IssueRow*> issues;
    for (const auto& row : open_issues_) {
        if (row.item == item(position).id) {
            issues.push_back(&row);
        }
    }
    return issues;
}

void Round::load_answers() {
    given_ = store::Drafts{session_->driver()}.answers(draft_.id);
    refresh();
}

/// What was given, without what is waived and what conditions hide: an answer that is hidden comes
/// back with its item.
void Round::refresh() {
    answers_ = domain::no_answers(size());
    for (const auto& [position, answer] : given_) {
        answers_.results.at(position) = answer.mark;
        if (!answer.detail.empty()) {
            answers_.details[position] = exchange::parse_detail(answer.detail).or_throw();
        }
    }
    waivers_.apply(unit_.key, *checklist_, day(), answers_);
    checklist_->visibility().apply(unit_facts_, answers_, profile_);
    for (auto detail = answers_.details.begin(); detail != answers_.details.end();) {
        if (!may_raise(detail->first)) {
            detail->second.issue = {};
        }
        detail = detail->second.empty() ? answers_.details.erase(detail) : std::next(detail);
    }
}

bool Round::may_raise(std::size_t position) const {
    return !excused_[position] &&
           checklist_->sheet().outcome(position, answers_).result == domain::AnswerResult::fail;
}

std::optional<domain::IssueRule> Round::issue(std::size_t position) const {
    const auto amendment = answer(position).detail.issue;
    if (!may_raise(position) || !domain::raises_issue(item(position), amendment)) {
        return std::nullopt;
    }
    return domain::amended_rule(item(position), amendment);
}

int Round::days_of(const domain::IssueRule& rule) const {
    return rule.days.value_or(domain::days_for(session_->policy(), rule.urgency));
}

bool Round::is_unit(std::string_view code) const {
    const store::Transaction transaction{session_->driver(), store::Access::read};
    return store::Units{session_->driver()}.find(code).has_value();
}

domain::Answer Round::answer(std::size_t position) const {
    const auto found = answers_.details.find(position);
    return {answers_.results[position],
            found == answers_.details.end() ? domain::AnswerDetail{} : found->second};
}

std::size_t Round::asked() const noexcept {
    const auto& results = answers_.results;
    return size() - static_cast<std::size_t>(
                        std::count(results.begin(), results.end(), domain::mark::hidden) +
                        std::count(results.begin(), results.end(), domain::mark::waived));
}

std::size_t Round::answered() const noexcept {
    const auto& results = answers_.results;
    return asked() - static_cast<std::size_t>(
                         std::count(results.begin(), results.end(), domain::mark::not_checked));
}

std::vector<std::size_t> Round::waived() const {
    std::vector<std::size_t> positions;
    for (std::size_t at = 0; at < size(); ++at) {
        if (answers_.results[at] == domain::mark::waived) {
            positions.push_back(at);
        }
    }
    return positions;
}

std::vector<std::size_t> Round::missing() const {
    std::vector<std::size_t> positions;
    for (std::size_t at = 0; at < size(); ++at) {
        if (item(at).required && answers_.results[at] == domain::mark::not_checked) {
            positions.push_back(at);
        }
    }
    return positions;
}

domain::Score Round::score() const {
    return checklist_->sheet().score(answers_);
}

void Round::check_there() const {
    if (!store::Drafts{session_->driver()}.find(draft_.id)) {
        throw Failure{Error{ErrorId::no_such_round, {draft_.unit}}};
    }
}

domain::AnswerDetail Round::given_detail(std::size_t position) const {
    const auto found = given_.find(position);
    return found == given_.end() ? domain::AnswerDetail{}
                                 : exchange::parse_detail(found->second.detail).or_throw();
}

/// What was said of the issue stays, also while the answer raises none.
void Round::put(std::size_t position, const domain::Answer& answer, Millis now) {
    auto full = answer;
    full.detail.issue = given_detail(position).issue;
    write(position, full, now);
}

void Round::amend(std::size_t position, const domain::IssueAmendment& amendment, Millis now) {
    auto full = answer(position);
    full.detail.issue = domain::differing(item(position), amendment);
    write(position, full, now);
}

void Round::write(std::size_t position, const domain::Answer& answer, Millis now) {
    const auto spent = std::chrono::floor<std::chrono::seconds>(now - last_answer_);
    const store::DraftAnswer given{
        .mark = answer.mark,
        .detail = answer.detail.empty() ? "" : exchange::detail_text(answer.detail),
        .author = session_->actor(),
        .at = std::chrono::floor<std::chrono::seconds>(now),
        .seconds = static_cast<int>(std::max<std::int64_t>(0, spent.count()))};
    store::Transaction transaction{session_->driver(), store::Access::write};
    check_there();
    store::Drafts{session_->driver()}.put(draft_.id, position, given);
    transaction.commit();
    given_[position] = given;
    refresh();
    last_answer_ = now;
}

void Round::clear(std::size_t position) {
    store::Transaction transaction{session_->driver(), store::Access::write};
    store::Drafts{session_->driver()}.clear(draft_.id, position);
    transaction.commit();
    given_.erase(position);
    refresh();
}

void Round::move_to(std::size_t position) {
    if (position == draft_.position) {
        return;
    }
    store::Transaction transaction{session_->driver(), store::Access::write};
    store::Drafts{session_->driver()}.move_to(draft_.id, position);
    transaction.commit();
    draft_.position = position;
}

store::VisitFactRow Round::facts(Instant departed) const {
    std::string track;
    for (const auto& [position, answer] : given_) {
        track += fmt::format(
            "{}{}:{}:{}", track.empty() ? "" : ",", position, answer.author, answer.seconds);
    }
    return {.arrived = draft_.at,
            .departed = departed,
            .shift = draft_.shift,
            .manager_on_duty = draft_.manager_on_duty,
            .area = draft_.area,
            .team = draft_.team,
            .track = track,
            .profile = draft_.profile};
}

Round::Submitted Round::submit(Millis now, const std::string& reason) {
    const auto open = missing();
    if (!open.empty() && reason.empty()) {
        std::string ids;
        for (const auto position : open) {
            ids += (ids.empty() ? "" : ", ") + item(position).id;
        }
        throw Failure{Error{ErrorId::answers_missing, {std::to_string(open.size()), ids}}};
    }
    for (std::size_t at = 0; at < size(); ++at) {
        if (item(at).na_reason && answers_.results[at] == domain::mark::na &&
            answer(at).detail.remark.empty()) {
            throw Failure{Error{ErrorId::na_reason_missing, {item(at).id}}};
        }
    }
    session_->advance(now);
    return transact(*session_, "inspect submit", [&](store::Writing& writing) {
        const auto person = session_->who_may(domain::Permission::inspect);
        if (!open.empty()) {
            session_->who_may(domain::Permission::judge);
        }
        check_there();
        const auto details = exchange::details_text(checklist_->sheet().items(), answers_.details);
        const auto circumstances = facts(session_->now());
        Recorder recorder{*session_, writing};
        recorder.add({.id = draft_.id,
                      .unit = {unit_.key, unit_.unit.code},
                      .checklist = checklist_.get(),
                      .at = draft_.at,
                      .day = day(),
                      .inspector = {person.key, person.person.code},
                      .kind = draft_.kind,
                      .results = answers_.results,
                      .details = details,
                      .reason = reason,
                      .facts = &circumstances});
        Submitted submitted{.id = draft_.id, .score = score(), .recorded = recorder.write()};
        store::Drafts{session_->driver()}.remove(draft_.id);
        writing.commit(short_text(draft_.id, shortest_tail));
        return submitted;
    });
}

std::vector<store::Draft> list_rounds(Session& session) {
    return reading(session, [&] { return store::Drafts{session.driver()}.all(); });
}

void discard_round(Session& session, std::string_view unit, std::string_view checklist) {
    store::Transaction transaction{session.driver(), store::Access::write};
    const store::Drafts drafts{session.driver()};
    const auto found = find_checklist(session, checklist);
    const auto draft = drafts.find(unit, found.key, session.actor());
    if (!draft) {
        throw Failure{Error{ErrorId::no_such_round, {unit}}};
    }
    drafts.remove(draft->id);
    transaction.commit();
}

}  // namespace dudao::workflow
