#include "exchange/libical.hpp"

#include "base/error_id.hpp"
#include "base/shared_library.hpp"

namespace dudao::exchange {

namespace {

Libical open_library() {
    const SharedLibrary library{"libical.so.3", ErrorId::no_libical};
    Libical ical;
    library.find(ical.set_errors_are_fatal, "icalerror_set_errors_are_fatal");
    library.find(ical.parse, "icalrecurrencetype_from_string");
    library.find(ical.iterate, "icalrecur_iterator_new");
    library.find(ical.next, "icalrecur_iterator_next");
    library.find(ical.finish, "icalrecur_iterator_free");
    ical.set_errors_are_fatal(0);  // what is wrong is returned
    return ical;
}

}  // namespace

const Libical& libical() {
    static const auto opened = open_library();
    return opened;
}

}  // namespace dudao::exchange
