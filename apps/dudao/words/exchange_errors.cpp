#include "words/error_words.hpp"

#include <array>

namespace dudao {

namespace {

constexpr std::array words{
    // encodings
    ErrorWords{ErrorId::encoding_unclear,
               N_("the text could be {0} as well as {1} (from byte {2} on it is not UTF-8)"),
               N_("Name the encoding with --encoding.")},
    ErrorWords{ErrorId::encoding_unlikely,
               N_("the text is not UTF-8 (byte {1}), and as {0} it would be unusual Chinese"),
               N_("Save the file as UTF-8, or name its encoding with --encoding.")},
    ErrorWords{ErrorId::encoding_unknown,
               N_("the text is not UTF-8 (byte {0}), GB18030 or Big5"),
               N_("Save the file as UTF-8 and try again.")},
    ErrorWords{ErrorId::encoding_utf16_unmarked,
               N_("the text looks like {0} without a byte order mark"),
               N_("If it is, say so with --encoding.")},
    ErrorWords{ErrorId::encoding_utf32,
               N_("UTF-32 is not supported"),
               N_("Save the file as UTF-8 and try again.")},
    ErrorWords{ErrorId::malformed_text,
               N_("this is not {0} (byte {1} of the file)"),
               N_("Check the encoding, and name the right one with --encoding.")},
    ErrorWords{ErrorId::big5_private,
               N_("a character that Big5 does not define (byte {1} of the file)"),
               N_("Save the file as UTF-8: it may be Big5-HKSCS, or have characters of your own.")},
    // CSV
    ErrorWords{ErrorId::csv_ragged,
               N_("the row has {0} cells, the header {1}"),
               N_("Put cells that contain the delimiter into double quotes.")},
    ErrorWords{ErrorId::csv_stray_quote,
               N_("a double quote in the middle of a cell"),
               N_("Put the whole cell into double quotes and double those inside.")},
    ErrorWords{ErrorId::csv_after_quote,
               N_("text after the closing double quote of a cell"),
               N_("Double the quotes inside a quoted cell.")},
    ErrorWords{ErrorId::csv_open_quote,
               N_("the double quote that begins here is never closed"),
               N_("Close it, or double the quotes inside the cell.")},
    ErrorWords{ErrorId::csv_control,
               N_("the control character {0} may not stand in a list"),
               N_("Remove it: it cannot be seen, and is left over from another program.")},
    ErrorWords{ErrorId::csv_conflict,
               N_("a conflict that git has left in the file"),
               N_("Decide which of the two versions is right, and remove the markers.")},
    ErrorWords{ErrorId::csv_field_too_long,
               N_("a cell of more than {0} bytes"),
               N_("Look for a double quote that is not closed.")},
    ErrorWords{ErrorId::csv_too_many_columns,
               N_("more than {0} columns"),
               N_("Check the delimiter and the line breaks of the file.")},
    ErrorWords{ErrorId::csv_record_too_long,
               N_("a row of more than {0} bytes"),
               N_("Check the line breaks and the double quotes of the file.")},
    ErrorWords{ErrorId::csv_empty,
               N_("there is nothing in the file"),
               N_("A list begins with a row of column names.")},
    // headers
    ErrorWords{ErrorId::header_missing,
               N_("no column for '{0}'"),
               N_("Add a column '{0}', or name the right one with --column {0}=HEADER.")},
    ErrorWords{ErrorId::header_repeated,
               N_("columns {1} and {2} are both called '{0}'"),
               N_("Give each column a name of its own.")},
    ErrorWords{ErrorId::header_same_field,
               N_("columns '{0}' and '{1}' could both be '{2}'"),
               N_("Choose one with --column {2}=HEADER.")},
    ErrorWords{ErrorId::choice_unknown_field,
               N_("there is no field '{0}'; there are: {1}"),
               N_("Did you mean '{2}'?")},
    ErrorWords{
        ErrorId::choice_unknown_header, N_("no column is called '{0}'"), N_("Did you mean {1}?")},
    ErrorWords{ErrorId::choice_twice,
               N_("'{0}={1}' chooses a field or a column a second time"),
               N_("Choose one column for each field.")},
    // JSON
    ErrorWords{
        ErrorId::json_syntax, N_("this is not JSON"), N_("Each line must hold one whole object.")},
    ErrorWords{ErrorId::json_not_object,
               N_("this is not a JSON object"),
               N_("Each line must hold one whole object, from {{ to }}.")},
    ErrorWords{ErrorId::json_wrong_type, N_("'{0}' must be a JSON {1}"), ""},
    ErrorWords{
        ErrorId::json_unknown_key, N_("the key '{0}' is not known"), N_("Did you mean {1}?")},
    ErrorWords{ErrorId::json_repeated_key, N_("the key '{0}' is here a second time"), ""},
    ErrorWords{ErrorId::json_bad_text,
               N_("'{0}' has a character that no text may have"),
               N_("Remove control characters and marks that change the direction of writing.")},
    ErrorWords{ErrorId::json_too_many, N_("more than {0} answers on a line"), ""},
    ErrorWords{ErrorId::json_line_too_long,
               N_("a line of more than {0} bytes"),
               N_("Put each visit on a line of its own.")},
    ErrorWords{ErrorId::bad_details, N_("the details '{0}' are not as they were written"), ""},
};

}  // namespace

std::span<const ErrorWords> exchange_error_words() noexcept {
    return words;
}

}  // namespace dudao
