#pragma once

#include "commands/commands.hpp"
#include "report/diff.hpp"
#include "report/json_writer.hpp"

#include <string_view>
#include <vector>

namespace dudao::commands {

/// Which figures of two reports in JSON differ.
void declare_report_diff(Declaring& to);

/// A member that is an array of changes.
void write_changes(report::JsonWriter& json,
                   std::string_view name,
                   const std::vector<report::FigureChange>& changes);

/// A table of their own.
void print_changes(const Context& context, const std::vector<report::FigureChange>& changes);

}  // namespace dudao::commands
