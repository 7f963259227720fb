#pragma once

#include "context.hpp"
#include "output/page.hpp"
#include "report/json_writer.hpp"
#include "workflow/visit_summary.hpp"

namespace dudao {

/// The page that is read out at the end of a visit.
Page summary_page(const Context& context, const workflow::VisitSummary& summary, const Zone& zone);
void write_summary(report::JsonWriter& json, const workflow::VisitSummary& summary);

}  // namespace dudao
