#pragma once

#include <zip.h>

namespace dudao::exchange {

/// The functions of libzip that we call. The library is opened when the first workbook is, so that
/// all other commands start without it (docs/adr/0002).
struct Libzip {
    decltype(&::zip_fdopen) open = nullptr;
    decltype(&::zip_discard) discard = nullptr;
    decltype(&::zip_name_locate) locate = nullptr;
    decltype(&::zip_stat_index) stat = nullptr;
    decltype(&::zip_fopen_index) open_part = nullptr;
    decltype(&::zip_fread) read = nullptr;
    decltype(&::zip_fclose) close_part = nullptr;
    decltype(&::zip_file_strerror) part_error = nullptr;
    decltype(&::zip_strerror) error = nullptr;
    decltype(&::zip_error_init_with_code) init_error = nullptr;
    decltype(&::zip_error_strerror) error_text = nullptr;
    decltype(&::zip_error_fini) finish_error = nullptr;
};

/// Opens the library once. Errors (thrown): no_libzip.
const Libzip& libzip();

}  // namespace dudao::exchange
