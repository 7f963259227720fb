#pragma once

#include "workflow/list_reader.hpp"
#include "workflow/record.hpp"
#include "workflow/session.hpp"
#include "workflow/take_file.hpp"

#include <optional>
#include <string>

namespace dudao::workflow {

/// How a file of answers is laid out.
enum class AnswerFormat : std::uint8_t {
    csv = 1,  ///< or another table; long (a row an answer) or wide (a row a visit, a column an
              ///< item): seen from the header
    json_lines = 2,  ///< an object a visit
};

struct AnswerImport {
    ListSource source;
    std::optional<AnswerFormat> format = {};  ///< what the source says or its first bytes tell
    std::string checklist = {};  ///< "CODE", "CODE@VERSION"; empty: a column or key says
    /// The file has submissions of the form that was made of `checklist`.
    bool are_submissions = false;
    TakeFile take_file = {};  ///< for the files that answers name
    std::string reason = {};  ///< why recorded visits are corrected; empty: they are not
};

/// What an import of answers did, or would do.
struct ImportedAnswers {
    ListSummary list = {};
    std::int64_t added = 0;      ///< visits
    std::int64_t corrected = 0;  ///< visits recorded before with other answers
    std::int64_t unchanged = 0;  ///< visits recorded before with the same answers
    std::int64_t answers = 0;    ///< given in both
    std::int64_t waived = 0;     ///< items of both that were not to be looked at
    Recorded recorded = {};
};

/// Imports rounds done elsewhere. Their ids follow from their contents, so that importing again
/// adds nothing; a visit recorded before with other answers is refused (visit_differs), or, when
/// there is a reason for it, corrected as revise_visit() does. Where one
/// row of a visit is refused and the source keeps going, the whole visit is rejected. Errors
/// (thrown): role_missing, no_such_checklist, checklist_unsaid; every
/// refused row.
ImportedAnswers import_answers(Session& session, const AnswerImport& import);

}  // namespace dudao::workflow
