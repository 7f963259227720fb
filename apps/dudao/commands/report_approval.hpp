#pragma once

#include "commands/commands.hpp"
#include "report/json_writer.hpp"
#include "store/reports.hpp"

#include <string>

namespace dudao::commands {

/// submit, review, approve, return, send, receipt, list and show.
void declare_report_approval(Declaring& to);

/// A submitted report without its content.
void write_submitted(report::JsonWriter& json, const store::ReportRow& row);

/// "T5V2A 2026-11 R-HD (2)".
std::string name_of(const Catalogue& words, const store::ReportRow& row);

}  // namespace dudao::commands
