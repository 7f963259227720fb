#pragma once

#include "base/ulid.hpp"
#include "workflow/import_answers.hpp"
#include "yaml/visit.hpp"

namespace dudao::workflow {

/// What recording one visit did.
struct RecordedVisit {
    Ulid id{};
    bool was_there = false;  ///< with the same answers
    Recorded recorded = {};
};

/// Answers of one visit from a list (CSV, XLSX) with a row an answer: item, answer, value, remark,
/// evidence. Errors (thrown): those of ListReader; every row that cannot be read.
std::vector<yaml::VisitAnswer> read_answers(const ListSource& source);

/// Records a visit that was done elsewhere, as import_answers() does many. `file` stands in errors
/// without a place of their own; with `dry_run` nothing is written. Errors (thrown): role_missing,
/// checklist_unsaid, no_such_checklist, visit_differs; everything that is wrong with the visit or
/// one of its answers, with the place of each.
RecordedVisit record_visit(Session& session,
                           const yaml::VisitFile& visit,
                           const std::string& file,
                           const TakeFile& take_file,
                           bool dry_run);

/// A submitted visit that turned out otherwise.
struct VisitRevision {
    std::string inspection = {};                  ///< end of its id
    std::vector<yaml::VisitAnswer> answers = {};  ///< those that change
    std::string reason = {};
};

/// Records a correction (更正) of a visit: the record before it is kept and does not count any
/// more. Issues of items that still fail stand; those of items that do not are cancelled with the
/// reason. An answer stands in the place of the recorded one, without its remark; one that only has
/// a remark or evidence leaves the answer as it is. `was_there`: nothing changes by it. Who may:
/// check_may_correct(). Errors (thrown): no_such_inspection, id_ambiguous, role_missing,
/// reason_missing, visit_voided, visit_corrected; everything that is wrong with one of the answers.
RecordedVisit revise_visit(Session& session,
                           const VisitRevision& revision,
                           const std::string& file,
                           const TakeFile& take_file,
                           bool dry_run);

}  // namespace dudao::workflow
