#pragma once

#include "commands/report_formats.hpp"

#include <string>
#include <vector>

namespace dudao::commands {

/// Writes rendered_reports() into a folder, which is made where there is none: a file for each
/// format, named by month and region, and index.html, which leads to them. Errors (thrown):
/// file_unwritable.
void write_report_folder(const Context& context,
                         std::vector<RenderedReport>& reports,
                         const std::vector<ReportFormat>& formats,
                         const std::string& folder);

}  // namespace dudao::commands
