#pragma once

#include "base/vocabulary.hpp"
#include "context.hpp"
#include "report/json_writer.hpp"
#include "workflow/day_sheet.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace dudao {

enum class SheetFormat : std::uint8_t { text = 1, markdown = 2 };

inline constexpr Vocabulary<SheetFormat, 2> sheet_formats{
    "format", {{{SheetFormat::text, "text"}, {SheetFormat::markdown, "md"}}}};

/// What somebody takes with him for a day, in the program's language. Text is as wide as the
/// screen.
std::string day_sheet_text(const Context& context,
                           const workflow::DaySheet& sheet,
                           SheetFormat format);

/// On standard error, of a day with nothing to do: the plans whose publication visits wait for, or
/// that there are none.
void note_waiting(const Context& context,
                  Day day,
                  const std::vector<workflow::WaitingVisits>& waiting,
                  bool has_visits);

/// As JSON: the names are promises (docs/json.md).
void write_day_sheet(report::JsonWriter& json, const workflow::DaySheet& sheet);

}  // namespace dudao
