#include "exchange/libzip.hpp"

#include "base/error_id.hpp"
#include "base/shared_library.hpp"

namespace dudao::exchange {

namespace {

Libzip open_library() {
    const SharedLibrary library{"libzip.so.4", ErrorId::no_libzip};
    Libzip zip;
    library.find(zip.open, "zip_fdopen");
    library.find(zip.discard, "zip_discard");
    library.find(zip.locate, "zip_name_locate");
    library.find(zip.stat, "zip_stat_index");
    library.find(zip.open_part, "zip_fopen_index");
    library.find(zip.read, "zip_fread");
    library.find(zip.close_part, "zip_fclose");
    library.find(zip.part_error, "zip_file_strerror");
    library.find(zip.error, "zip_strerror");
    library.find(zip.init_error, "zip_error_init_with_code");
    library.find(zip.error_text, "zip_error_strerror");
    library.find(zip.finish_error, "zip_error_fini");
    return zip;
}

}  // namespace

const Libzip& libzip() {
    static const auto opened = open_library();
    return opened;
}

}  // namespace dudao::exchange
