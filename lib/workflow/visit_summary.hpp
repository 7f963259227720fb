#pragma once

#include "workflow/visits.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dudao::workflow {

/// What did not conform, with what is to come of it.
struct SummaryFinding {
    std::size_t position = 0;  ///< of the item
    domain::AnswerResult result = domain::AnswerResult::fail;
    Decimal lost = {};  ///< points, with the item's weight
    std::string remark = {};
    std::optional<store::IssueRow> issue = {};  ///< its state with the words of the reply
    std::string measure = {};                   ///< suggested
    std::string declined = {};                  ///< why no issue was raised
};

/// What is read out to the head at the end of a visit (末次会议).
struct VisitSummary {
    InspectionDetail detail;
    std::vector<std::string> team = {};                   ///< codes and names, beside the inspector
    std::vector<domain::ExplainedSection> sections = {};  ///< outermost ones in which something
                                                          ///< counted, the best first
    std::vector<SummaryFinding> findings = {};            ///< red lines first, then the costliest
    std::int64_t open_before = 0;     ///< issues of the unit raised earlier that are open today
    std::int64_t overdue_before = 0;  ///< of these
};

/// `language` is for texts of the checklist. Errors (thrown): bad_id, no_such_inspection,
/// id_ambiguous.
VisitSummary summarise_visit(Session& session, std::string_view tail, std::string_view language);

}  // namespace dudao::workflow
