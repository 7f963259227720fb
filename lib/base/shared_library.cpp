#include "base/shared_library.hpp"

#include <dlfcn.h>
#include <string>

namespace dudao {

SharedLibrary::SharedLibrary(const char* name, ErrorId missing)
    : handle_(::dlopen(name, RTLD_NOW | RTLD_LOCAL)), missing_(missing) {
    if (handle_ == nullptr) {
        throw Failure{Error{missing_, {std::string{::dlerror()}}}};
    }
}

void* SharedLibrary::address(const char* name) const {
    auto* const found = ::dlsym(handle_, name);
    if (found == nullptr) {
        throw Failure{Error{missing_, {name}}};
    }
    return found;
}

}  // namespace dudao
