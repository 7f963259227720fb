#pragma once

#include "base/error.hpp"

#include <cstddef>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace dudao::exchange {

/// A field of ours and the headers that columns with it go by in people's lists.
struct HeaderField {
    std::string field;
    std::vector<std::string> names;

    bool operator==(const HeaderField&) const = default;
};

/// Which headers mean which field. No two fields share a name, as header_key() sees it.
using HeaderDictionary = std::vector<HeaderField>;

/// The dictionaries that come with the program: simplified and traditional Chinese, English.
HeaderDictionary store_headers();
HeaderDictionary person_headers();
HeaderDictionary answer_headers();
HeaderDictionary item_headers();

/// What is compared of a header: in lower case, full-width forms as ASCII, without blanks, hyphens,
/// underscores, points and colons, without the asterisk of what is required, and without what
/// stands in brackets at its end, such as a unit.
std::string header_key(std::string_view header);

/// FIELD=HEADER, as someone has chosen it.
struct HeaderChoice {
    std::string field;
    std::string header;

    bool operator==(const HeaderChoice&) const = default;
};

/// What the columns of a list mean.
struct HeaderMatch {
    std::map<std::string, std::size_t, std::less<>> columns = {};  ///< by field, from 0
    std::vector<std::size_t> unknown = {};  ///< columns with a header that no field goes by
    std::vector<std::size_t> unnamed = {};  ///< columns without a header
    std::vector<Error> errors = {};
    Place place = {};  ///< of the header row

    /// The column that a field has, if any.
    std::optional<std::size_t> column(std::string_view field) const;

    /// The column that a field has. Errors: header_missing with the field and the header that
    /// `dictionary` names first for it.
    Result<std::size_t> required(std::string_view field, const HeaderDictionary& dictionary) const;
};

/// Finds out which column feeds which field: the chosen ones first, then by the dictionary. Columns
/// of ours (see rejects.hpp) are left aside. `places` says where each header stands.
///
/// Errors, in the match: header_repeated when two columns have the same header and it is not the
/// dictionary's; header_same_field when two columns feed one field; choice_unknown_field,
/// choice_unknown_header, choice_twice (for one field or one column), header_repeated when a chosen
/// header is there twice.
HeaderMatch match_headers(std::span<const std::string_view> headers,
                          std::span<const Place> places,
                          const HeaderDictionary& dictionary,
                          std::span<const HeaderChoice> choices = {});

}  // namespace dudao::exchange
