#pragma once

#include "context.hpp"
#include "report/json_writer.hpp"
#include "workflow/visits.hpp"

namespace dudao {

/// A score in a line: points, percentage, verdict and grade, where there is one.
std::string score_text(const Catalogue& words,
                       const domain::Score& score,
                       std::string_view separator);

/// The circumstances of a visit; null where nothing is known of them.
void write_facts(report::JsonWriter& json, const std::optional<store::VisitFactRow>& facts);

/// A visit: its circumstances, its score, what did not conform, and what became of it.
void print_visit(const Context& context,
                 const workflow::InspectionDetail& detail,
                 const Zone& zone);
void write_visit(report::JsonWriter& json, const workflow::InspectionDetail& detail);

/// Where every point went: sections, items, gates and caps, down to the percentage and the grade.
void print_explanation(const Context& context, const workflow::InspectionDetail& detail);
void write_explanation(report::JsonWriter& json, const workflow::InspectionDetail& detail);

/// The same of answers that belong to no visit.
void print_steps(const Context& context,
                 const domain::Checklist& list,
                 const domain::Answers& answers,
                 const domain::Explanation& why);
void write_steps(report::JsonWriter& json,
                 const domain::Checklist& list,
                 const domain::Explanation& why);

}  // namespace dudao
