#pragma once

#include "exchange/input.hpp"

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace dudao::exchange {

/// The column of our own forms, beside those of XLSForm, for what a checklist says of a row: what
/// forms cannot say.
inline constexpr auto own_form_column = "dudao";

/// Stands there in a row that is made of another one.
inline constexpr auto made_form_row = "-";

/// A row of an XLSForm by the names of its columns, in lower case and without blanks; what is empty
/// is not there.
struct FormRow {
    std::size_t line = 0;  ///< of the sheet
    std::map<std::string, std::string, std::less<>> cells = {};

    /// "" when it is empty.
    std::string_view operator[](std::string_view column) const {
        const auto found = cells.find(column);
        return found == cells.end() ? std::string_view{} : std::string_view{found->second};
    }
};

/// The sheets of an XLSForm (https://xlsform.org), without rows that are empty.
struct FormBook {
    std::vector<FormRow> survey;
    std::map<std::string, std::vector<FormRow>, std::less<>>
        choices;  ///< by the name of their list
    FormRow settings;
};

/// Reads the sheets; only `survey` must be there. Errors (thrown): xlsx_no_sheet; those of
/// XlsxReader.
FormBook read_form_book(Input& input);

}  // namespace dudao::exchange
