#pragma once

#include <libical/ical.h>

namespace dudao::exchange {

/// The functions of libical that we call. The library is opened when the first recurrence is
/// expanded, so that all other commands start without it (docs/adr/0016).
struct Libical {
    decltype(&::icalerror_set_errors_are_fatal) set_errors_are_fatal = nullptr;
    decltype(&::icalrecurrencetype_from_string) parse = nullptr;
    decltype(&::icalrecur_iterator_new) iterate = nullptr;
    decltype(&::icalrecur_iterator_next) next = nullptr;
    decltype(&::icalrecur_iterator_free) finish = nullptr;
};

/// Opens the library once. Errors (thrown): no_libical.
const Libical& libical();

}  // namespace dudao::exchange
