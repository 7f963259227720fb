#include "exchange/libzip.hpp"

#include "base/error.hpp"

#include <dlfcn.h>
#include <string>
#include <type_traits>

namespace dudao::exchange {

namespace {

Libzip open_library() {
    void* library = ::dlopen("libzip.so.4", RTLD_NOW | RTLD_LOCAL);
    if (library == nullptr) {
        throw Failure{Error{ErrorId::no_libzip, {std::string{::dlerror()}}}};
    }
    Libzip zip;
    const auto find = [library](auto& function, const char* name) {
        using Function = std::remove_reference_t<decltype(function)>;
        auto* const found = ::dlsym(library, name);
        function = reinterpret_cast<Function>(found);  // NOLINT(*-reinterpret-cast)
        if (function == nullptr) {
            throw Failure{Error{ErrorId::no_libzip, {name}}};
        }
    };
    find(zip.open, "zip_fdopen");
    find(zip.discard, "zip_discard");
    find(zip.locate, "zip_name_locate");
    find(zip.stat, "zip_stat_index");
    find(zip.open_part, "zip_fopen_index");
    find(zip.read, "zip_fread");
    find(zip.close_part, "zip_fclose");
    find(zip.part_error, "zip_file_strerror");
    find(zip.error, "zip_strerror");
    find(zip.init_error, "zip_error_init_with_code");
    find(zip.error_text, "zip_error_strerror");
    find(zip.finish_error, "zip_error_fini");
    return zip;
}

}  // namespace

const Libzip& libzip() {
    static const auto opened = open_library();
    return opened;
}

}  // namespace dudao::exchange
