#pragma once

#include "base/error.hpp"
#include "domain/answer.hpp"
#include "domain/checklist.hpp"

#include <cstddef>
#include <map>
#include <span>
#include <string>
#include <string_view>

namespace dudao::exchange {

/// The text kept in the column `details` of an inspection: a JSON object by item id, in the order
/// of the checklist, only of the answers that have something to say; "" when none has.
/// {"Q03":{"value":3.5,"values":["a","c"],"remark":"…","evidence":["<sha256>"],
/// "issue":{"urgency":"high","days":2}}}
/// Promises: each position in `details` is one of `items`.
std::string details_text(std::span<const domain::PlacedItem> items,
                         const std::map<std::size_t, domain::AnswerDetail>& details);

/// Inverse of details_text(). Errors: bad_details.
Result<std::map<std::size_t, domain::AnswerDetail>> parse_details(
    std::span<const domain::PlacedItem> items, std::string_view text);

/// Adds the detail of one answer to a details text that is being made; nothing when it is empty.
/// Begin with "", end with end_details().
void append_detail(std::string& out, std::string_view item, const domain::AnswerDetail& detail);

/// Ends a details text that append_detail() has begun; "" stays "".
void end_details(std::string& out);

/// A JSON object of texts by key, as units keep the user's own columns. Errors: bad_details.
Result<std::map<std::string, std::string>> parse_texts(std::string_view text);

/// The detail of a single answer, as drafts keep it: the object by itself; "" when it is empty.
std::string detail_text(const domain::AnswerDetail& detail);

/// Inverse of detail_text(). Errors: bad_details.
Result<domain::AnswerDetail> parse_detail(std::string_view text);

}  // namespace dudao::exchange
