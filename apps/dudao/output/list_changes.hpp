#pragma once

#include "context.hpp"
#include "report/json_writer.hpp"
#include "workflow/import_people.hpp"

namespace dudao {

/// What fields of stores or people say now and said before.
void write_changes(report::JsonWriter& json, const workflow::ImportedList& done);
void print_changes(const Context& context, const workflow::ImportedList& done);

}  // namespace dudao
