#pragma once

#include "context.hpp"
#include "workflow/round_sheet.hpp"

#include <string>

namespace dudao {

/// The form as a workbook: a row an item of each visit, as `inspect import` reads it back, with
/// lists that drop down where an answer is one of a few words. Only what is to be filled in can be
/// changed. `at` is when the visits are to be, as it shall stand in the form; empty: to be filled
/// in.
std::string sheet_workbook(const Context& context,
                           const workflow::RoundSheet& sheet,
                           const std::string& at);

/// The form as Markdown, to be printed: a page a visit, with boxes to tick.
std::string sheet_markdown(const Context& context,
                           const workflow::RoundSheet& sheet,
                           const std::string& at);

}  // namespace dudao
