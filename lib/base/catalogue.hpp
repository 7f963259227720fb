#pragma once

#include "base/error.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace dudao {

/// The texts of one language, from a catalogue compiled by msgfmt (a .mo file). A text that it does
/// not have comes back as it is, in English. No process-wide locale is touched, so several
/// languages can be used side by side.
class Catalogue {
  public:
    /// English: every text as it is.
    Catalogue() = default;

    /// `mo` must outlive the catalogue. Anything but a well-formed catalogue counts as empty.
    Catalogue(std::string_view language, std::string_view mo);

    /// "en", "zh-CN" or "zh-TW".
    const std::string& language() const noexcept { return language_; }

    std::string_view text(std::string_view english) const;

    /// The same word may need two translations: `context` tells them apart.
    std::string_view text(std::string_view context, std::string_view english) const;

    /// `one` or `many`, as `count` asks for.
    std::string_view text(std::size_t count, std::string_view one, std::string_view many) const;

  private:
    std::string_view find(std::string_view key) const;

    std::string language_ = "en";
    std::string_view mo_;
    std::size_t count_ = 0;
    std::size_t originals_ = 0;     ///< offset of the table of keys, in the order of their bytes
    std::size_t translations_ = 0;  ///< offset of the table of texts
};

}  // namespace dudao
