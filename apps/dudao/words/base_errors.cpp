#include "base/error_id.hpp"
#include "words/error_words.hpp"

#include <array>

namespace dudao {

namespace {

constexpr std::array<ErrorWords, 28> words{{
    {ErrorId::bad_day, N_("'{0}' is not a day"), N_("Write YYYY-MM-DD, such as 2026-11-05.")},
    {ErrorId::bad_moment,
     N_("'{0}' is not a date and time"),
     N_("Write YYYY-MM-DD HH:MM, with an offset such as +08:00 if it is not local.")},
    {ErrorId::bad_zone, N_("there is no time zone '{0}'"), N_("Use a name such as Asia/Shanghai.")},
    {ErrorId::bad_number,
     N_("'{0}' is not a number"),
     N_("Write digits with a point, at most six after it.")},
    {ErrorId::bad_id,
     N_("'{0}' is not the end of an id"),
     N_("Type five characters or more of it, as listings print them.")},
    {ErrorId::bad_digest,
     N_("'{0}' is not a hash"),
     N_("A hash has 64 digits from 0 to 9 and a to f.")},
    {ErrorId::bad_period,
     N_("'{0}' is not a period"),
     N_("Write 2027, 2026-Q4, 2026-11 or 2026-W47.")},
    {ErrorId::bad_code,
     N_("'{0}' is not a code"),
     N_("A code is a line of 1 to {1} characters, without blanks at its ends.")},
    {ErrorId::bad_coordinate,
     N_("'{0}' is not a coordinate"),
     N_("Write degrees between -{1} and {1}, such as 31.2304.")},
    {ErrorId::unknown_word,
     N_("'{0}' is no {1}"),
     N_("Did you mean '{3}'? Allowed are: {2}."),
     N_("Allowed are: {2}.")},
    {ErrorId::calendar_unknown,
     N_("the calendar '{1}' does not know the working days of {0}"),
     N_("Add the year to calendars/{1}.yaml once it is announced, or count calendar days.")},
    {ErrorId::bad_text,
     N_("'{0}' holds characters that are no plain text"),
     N_("Take out control characters.")},
    {ErrorId::bad_name, N_("'{0}' is not a name"), N_("Write at least one character.")},
    {ErrorId::bad_phone,
     N_("'{0}' is not a telephone number"),
     N_("Write digits; separate several numbers with /.")},
    {ErrorId::text_missing,
     N_("nothing says what is wrong"),
     N_("Write it after --text, or - to take it from standard input.")},
    {ErrorId::bad_answer, N_("'{0}' is no answer to {1}"), N_("Allowed are: {2}.")},
    {ErrorId::na_not_allowed,
     N_("{0} cannot be answered with 'not applicable'"),
     N_("Give a result.")},
    {ErrorId::na_reason_missing,
     N_("{0} is answered with 'not applicable', which needs a reason"),
     N_("Say why in the remark.")},
    {ErrorId::no_such_file, N_("there is no file '{0}'"), N_("Check the name and the folder.")},
    {ErrorId::file_not_permitted,
     N_("'{0}' may not be read"),
     N_("Ask its owner for permission to read it.")},
    {ErrorId::file_is_directory, N_("'{0}' is a folder"), N_("Name a file.")},
    {ErrorId::file_unreadable, N_("'{0}' cannot be read: {1}"), ""},
    {ErrorId::file_too_large, N_("'{0}' is too large"), N_("At most {1} bytes are allowed here.")},
    {ErrorId::evidence_kind_unknown,
     N_("'{0}' is no photo, paper or recording that is kept as evidence"),
     N_("Kept are {1}; the content decides, not the name.")},
    {ErrorId::more_errors, N_("and {0} more errors"), N_("Mend these first.")},
    {ErrorId::file_unwritable,
     N_("'{0}' cannot be written: {1}"),
     N_("Check permissions and free space.")},
    {ErrorId::unknown_number, N_("the store holds the number {0}, which is no {1}"), ""},
    {ErrorId::bad_journal, N_("the journal holds an entry that cannot be read"), ""},
}};

}  // namespace

std::span<const ErrorWords> base_error_words() noexcept {
    return words;
}

}  // namespace dudao
