#pragma once

#include "domain/checklist.hpp"

#include <optional>
#include <string_view>

// What people write into sheets of items, in simplified and traditional Chinese and English.

namespace dudao::workflow {

/// The kinds that a row of a sheet can say all about; nothing for any other word. Promises: `word`
/// is in lower case.
std::optional<domain::ItemKind> item_kind_of(std::string_view word);

/// Whether a cell says yes; an empty one says no. Nothing where it says neither.
std::optional<bool> yes_or_no(std::string_view cell);

/// Whether a cell says that failing the item fails the visit (一票否决), that it is a red line
/// (红线), or that it is one of the key items (重点, 关键).
bool is_veto(std::string_view cell);
bool is_red_line(std::string_view cell);
bool is_key(std::string_view cell);

/// How the item is looked at; nothing where no word of the cell says it.
std::optional<domain::Method> method_of(std::string_view cell);

}  // namespace dudao::workflow
