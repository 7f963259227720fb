#include "base/catalogue.hpp"

#include <cstdint>
#include <cstring>

namespace dudao {

namespace {

constexpr std::uint32_t magic = 0x950412DE;  // GNU gettext manual, "The Format of GNU MO Files"
constexpr std::size_t entry_size = 8;
constexpr char context_separator = '\x04';

/// The 32-bit number at `at`; 0 beyond the end.
std::uint32_t number_at(std::string_view mo, std::size_t at) {
    std::uint32_t number = 0;
    if (at + sizeof number <= mo.size()) {
        std::memcpy(&number, mo.data() + at, sizeof number);
    }
    return number;
}

/// The text that entry `index` of the table at `table` points to.
std::string_view entry(std::string_view mo, std::size_t table, std::size_t index) {
    const auto at = table + index * entry_size;
    const std::size_t size = number_at(mo, at);
    const std::size_t from = number_at(mo, at + sizeof(std::uint32_t));
    return from <= mo.size() && size <= mo.size() - from ? mo.substr(from, size)
                                                         : std::string_view{};
}

/// A key is the singular; what follows a NUL is the plural.
std::string_view until_nul(std::string_view text) {
    return text.substr(0, text.find('\0'));
}

}  // namespace

Catalogue::Catalogue(std::string_view language, std::string_view mo) : language_(language) {
    constexpr std::size_t count_at = 8;
    constexpr std::size_t originals_at = 12;
    constexpr std::size_t translations_at = 16;
    if (number_at(mo, 0) == magic) {
        mo_ = mo;
        count_ = number_at(mo, count_at);
        originals_ = number_at(mo, originals_at);
        translations_ = number_at(mo, translations_at);
    }
}

std::string_view Catalogue::find(std::string_view key) const {
    std::size_t low = 0;
    std::size_t high = count_;
    while (low < high) {
        const auto middle = low + (high - low) / 2;
        const auto found = until_nul(entry(mo_, originals_, middle));
        if (found == key) {
            return until_nul(entry(mo_, translations_, middle));
        }
        if (found < key) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return {};
}

std::string_view Catalogue::text(std::string_view english) const {
    // The translation of nothing is the catalogue's header.
    const auto found = english.empty() ? std::string_view{} : find(english);
    return found.empty() ? english : found;
}

std::string_view Catalogue::text(std::string_view context, std::string_view english) const {
    if (count_ == 0) {
        return english;
    }
    std::string key{context};
    key += context_separator;
    key += english;
    const auto found = find(key);
    return found.empty() ? english : found;
}

std::string_view Catalogue::text(std::size_t count,
                                 std::string_view one,
                                 std::string_view many) const {
    const auto found = find(one);  // Chinese has one form for every number
    if (!found.empty()) {
        return found;
    }
    return count == 1 ? one : many;
}

}  // namespace dudao
