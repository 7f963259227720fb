#include "base/error.hpp"

#include <fmt/format.h>

namespace dudao {

Errc errc_of(ErrorId id) noexcept {
    constexpr unsigned ids_per_kind = 1000;
    return static_cast<Errc>(static_cast<unsigned>(id) / ids_per_kind);
}

std::string to_text(const Place& place) {
    if (place.line == 0 || place.file.empty()) {
        return place.file;
    }
    return place.column == 0 ? fmt::format("{}:{}", place.file, place.line)
                             : fmt::format("{}:{}:{}", place.file, place.line, place.column);
}

const char* Failure::what() const noexcept {
    return "a failure that its catcher puts into words";
}

}  // namespace dudao
