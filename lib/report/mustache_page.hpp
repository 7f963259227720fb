#pragma once

#include "report/period_parts.hpp"

#include <kainjow/mustache.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace dudao::report {

/// A template shows a section for any text, even an empty one: says that there is none.
kainjow::mustache::data text_or_false(const std::string& text);

/// What stands at the head of a page: its language, chain, title, scope and day.
kainjow::mustache::data head_data(const Heading& heading, const Catalogue& words);

/// The headers of a table, each with its class.
kainjow::mustache::data columns_data(const std::vector<Column>& columns);

/// A row of a table: its first field is the head.
kainjow::mustache::data row_data(const std::vector<Cell>& row, const std::vector<Column>& columns);

/// Fills a template, which may ask for the shared ones.
std::string filled_page(std::string_view text, kainjow::mustache::data page);

}  // namespace dudao::report
