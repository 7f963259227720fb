#include "workflow/report_approval.hpp"

#include "base/error_id.hpp"
#include "report/render.hpp"
#include "workflow/lookup.hpp"
#include "workflow/report_period.hpp"
#include "workflow/transact.hpp"

#include <fmt/format.h>

#include <map>
#include <optional>

namespace dudao::workflow {

namespace {

using domain::Verb;

/// What a report says, and of which entries its figures are made.
struct Made {
    std::string content;
    std::string heads;
};

/// The last entry of each device, but for one that is being written.
std::string heads_of(store::Driver& driver, std::int64_t without = 0) {
    std::map<std::string, store::JournalEntry> last;
    for (auto& entry : store::journal(driver)) {
        auto& head = last[entry.device];
        if (entry.key != without && entry.sequence > head.sequence) {
            head = std::move(entry);
        }
    }
    std::string text;
    for (const auto& [device, entry] : last) {
        if (entry.sequence > 0) {
            text += fmt::format("{} {} {}\n", device, entry.sequence, to_text(entry.hash));
        }
    }
    return text;
}

Made make(Session& session, const ReportSubmission& submission) {
    Made made{.content = {}, .heads = reading(session, [&] { return heads_of(session.driver()); })};
    const auto& subject = submission.subject;
    made.content = report::render_json(report_period(session,
                                                     {.period = subject.period,
                                                      .units = subject.units,
                                                      .organised_on = subject.organised_on,
                                                      .chain = submission.chain},
                                                     {}));
    return made;
}

/// The last revision about the same; nothing before the first.
std::optional<store::ReportRow> last_revision(Session& session,
                                              const domain::ReportSubject& subject) {
    std::optional<store::ReportRow> last;
    for (auto& row : store::Reports{session.driver()}.latest_of(domain::to_text(subject.period))) {
        if (row.report.subject == subject) {
            last = std::move(row);
        }
    }
    return last;
}

domain::ReportRevision revision_of(Session& session,
                                   const ReportSubmission& submission,
                                   const Made& made) {
    domain::ReportRevision report{.id = session.new_id(),
                                  .subject = submission.subject,
                                  .author = session.actor(),
                                  .at = session.now(),
                                  .approvers = submission.approvers,
                                  .content = made.content,
                                  .digest = sha256(made.content),
                                  .heads = made.heads};
    if (const auto last = last_revision(session, submission.subject)) {
        if (domain::is_waiting(last->status)) {
            throw Failure{Error{
                ErrorId::report_waiting,
                {short_text(last->report.id, shortest_tail), std::to_string(last->report.number)}}};
        }
        report.revises = last->report.id;
        report.number = last->report.number + 1;
        report.approvers = domain::chain_after(last->report, last->status, submission.approvers);
    }
    return report;
}

void check_approver(const store::ReportRow& row,
                    const domain::ReportState& state,
                    const store::PersonRow& person) {
    const auto role = domain::next_approver(row.report, state);
    if (role && !domain::has_role(person.person, *role)) {
        throw Failure{Error{ErrorId::not_the_approver,
                            {person.person.code, Arg{domain::roles.word(*role), "role"}}}};
    }
}

/// Who it is sent to. Errors (thrown): no_such_person.
std::string addressee(Session& session, const ReportStep& step, const store::ReportRow& row) {
    const auto& below = row.report.subject.units.below;
    if (step.person.empty() && !below.empty()) {
        return find_unit(session, below).unit.head;
    }
    if (!step.person.empty()) {
        check_person(session, step.person);
    }
    return step.person;
}

/// That the person who acts may. Errors (thrown): actor_unknown, role_missing, not_the_approver.
void check_may_step(Session& session,
                    Verb verb,
                    const store::ReportRow& row,
                    const domain::ReportState& state) {
    switch (verb) {
        case Verb::received:
            session.who();
            return;
        case Verb::sent:
            session.who_may(domain::Permission::submit_report);
            return;
        case Verb::returned:
            if (!domain::is_waiting(state.status)) {
                session.who_may(domain::Permission::publish_plan);
                return;
            }
            break;
        default:
            break;
    }
    check_approver(row, state, session.who());
}

ReportDetail detail_of(Session& session, std::string_view report) {
    ReportDetail detail{.row = find_report(session, report), .state = {}, .events = {}};
    detail.events = store::Events{session.driver()}.of(detail.row.report.id);
    detail.state = domain::fold(detail.row.report, store::events_of(detail.events)).state;
    return detail;
}

}  // namespace

store::ReportRow submit_report(Session& session, const ReportSubmission& submission) {
    session.who_may(domain::Permission::submit_report);
    for (int tries = 1;; ++tries) {
        const auto made = make(session, submission);
        store::Writing writing{session.driver(), session.author(), "report submit"};
        // The figures were made before the transaction: they hold if nothing was written since.
        if (heads_of(session.driver(), writing.entry()) != made.heads) {
            if (tries == most_tries) {
                throw Failure{Error{ErrorId::store_conflict}};
            }
            continue;
        }
        const auto report = revision_of(session, submission, made);
        store::ReportWriter writer{writing};
        writer.add(report);
        writer.finish();
        writing.commit(domain::to_text(report.subject.period));
        return {.report = report};
    }
}

store::ReportRow step_report(Session& session, const ReportStep& step) {
    const auto command = fmt::format("report {}", domain::verbs.word(step.verb));
    return transact(session, command, [&](store::Writing& writing) {
        auto detail = detail_of(session, step.report);
        auto& row = detail.row;
        check_may_step(session, step.verb, row, detail.state);
        auto event = session.event(domain::SubjectKind::report, row.report.id, step.verb);
        event.note = step.note;
        if (step.verb == Verb::sent) {
            event.person = addressee(session, step, row);
        }
        row.status = domain::after(row.report, detail.state, event).or_throw().status;
        store::EventWriter writer{writing};
        writer.add(event, {});
        writer.finish();
        store::Reports{session.driver()}.keep(row.report.id, row.status);
        writing.commit(domain::to_text(row.report.subject.period));
        return row;
    });
}

ReportDetail show_report(Session& session, std::string_view report) {
    return reading(session, [&] { return detail_of(session, report); });
}

std::vector<store::ReportRow> list_reports(Session& session) {
    return reading(session, [&] { return store::Reports{session.driver()}.all(); });
}

}  // namespace dudao::workflow
