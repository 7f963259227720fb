#include "workflow/record_visit.hpp"

#include "base/error_id.hpp"
#include "base/text.hpp"
#include "workflow/answer_collector.hpp"
#include "workflow/lookup.hpp"
#include "workflow/transact.hpp"

namespace dudao::workflow {

namespace {

/// What the answer says of its issue; null: nothing.
const domain::IssueAmendment* issue_of(const yaml::VisitAnswer& answer) {
    return answer.issue.empty() ? nullptr : &answer.issue;
}

/// Gives all answers, and gathers what is wrong with them.
std::vector<Error> give_answers(AnswerCollector& collector,
                                const std::vector<yaml::VisitAnswer>& answers) {
    std::vector<Error> errors;
    const auto refuse = [&](Error error, const yaml::VisitAnswer& answer, std::string_view field) {
        const bool of_issue = field == "issue";
        error.place = of_issue ? answer.issue_place : answer.place;
        errors.push_back(std::move(error));
    };
    for (const auto& answer : answers) {
        const auto position = collector.position(answer.item);
        if (!position) {
            refuse({ErrorId::unknown_item, {answer.item}}, answer, "item");
        } else if (auto wrong = collector.answer(*position,
                                                 {.answer = answer.answer,
                                                  .value = answer.value,
                                                  .remark = answer.remark,
                                                  .evidence = answer.evidence,
                                                  .issue = issue_of(answer)})) {
            refuse(std::move(wrong->error), answer, wrong->field);
        }
    }
    return errors;
}

/// Takes the answers and settles them. Errors (thrown): all that is wrong with them.
void take_answers(AnswerCollector& collector,
                  const std::vector<yaml::VisitAnswer>& answers,
                  const std::string& file) {
    auto errors = give_answers(collector, answers);
    if (errors.empty()) {
        errors = collector.settle(file);
    }
    if (!errors.empty()) {
        throw Failure{std::move(errors)};
    }
}

}  // namespace

std::vector<yaml::VisitAnswer> read_answers(const ListSource& source) {
    ListReader reader{source, exchange::answer_headers(), {"item"}};
    std::vector<yaml::VisitAnswer> answers;
    while (reader.next()) {
        answers.push_back({.item = std::string{reader.text("item")},
                           .answer = std::string{reader.text("answer")},
                           .value = std::string{reader.text("value")},
                           .remark = std::string{reader.text("remark")},
                           .evidence = split_list(reader.text("evidence"), ";；|\n"),
                           .place = reader.place("item")});
    }
    reader.check();
    return answers;
}

RecordedVisit record_visit(Session& session,
                           const yaml::VisitFile& visit,
                           const std::string& file,
                           const TakeFile& take_file,
                           bool dry_run) {
    return transact(session, "inspect record", [&](store::Writing& writing) {
        session.who_may(domain::Permission::import_answers);
        if (visit.checklist.empty()) {
            throw Failure{Error{ErrorId::checklist_unsaid}};
        }
        AnswerCollector collector{session, visit.checklist, take_file};
        if (auto wrong = collector.visit({.unit = visit.unit,
                                          .at = visit.at,
                                          .inspector = visit.inspector,
                                          .ref = visit.ref,
                                          .checklist = {},
                                          .kind = visit.kind,
                                          .profile = visit.profile},
                                         1,
                                         true)) {
            wrong->error.place.file = file;
            throw Failure{std::move(wrong->error)};
        }
        RecordedVisit done{.id = collector.id()};
        take_answers(collector, visit.answers, file);
        Recorder recorder{session, writing};
        done.was_there = collector.finish(recorder).unchanged > 0;
        done.recorded = recorder.write();
        if (!dry_run) {
            writing.commit("1 visit");
        }
        return done;
    });
}

RecordedVisit revise_visit(Session& session,
                           const VisitRevision& revision,
                           const std::string& file,
                           const TakeFile& take_file,
                           bool dry_run) {
    return transact(session, "inspect revise", [&](store::Writing& writing) {
        const auto row = find_inspection(session, revision.inspection);
        check_may_correct(session, row);
        if (trimmed(revision.reason).empty()) {
            throw Failure{Error{ErrorId::reason_missing, {std::string_view{"revise"}}}};
        }
        AnswerCollector collector{session, {}, take_file, revision.reason};
        collector.correct(row);
        RecordedVisit done{.id = collector.id()};
        take_answers(collector, revision.answers, file);
        Recorder recorder{session, writing};
        done.was_there = collector.finish(recorder).unchanged > 0;
        done.recorded = recorder.write();
        if (!dry_run && !done.was_there) {
            writing.commit(short_text(row.id, shortest_tail));
        }
        return done;
    });
}

}  // namespace dudao::workflow
