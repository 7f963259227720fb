#pragma once

#include "base/error.hpp"

namespace dudao {

/// A library of the system that is opened on first use, so that commands without it start at once
/// (docs/adr/0002). It stays open for good.
class SharedLibrary {
  public:
    /// Errors (thrown, here and below): `missing`, with what is wrong.
    SharedLibrary(const char* name, ErrorId missing);

    /// Puts the function of this name into `function`.
    template <class Function>
    void find(Function*& function, const char* name) const {
        function = reinterpret_cast<Function*>(address(name));  // NOLINT(*-reinterpret-cast)
    }

  private:
    void* address(const char* name) const;

    void* handle_;
    ErrorId missing_;
};

}  // namespace dudao
