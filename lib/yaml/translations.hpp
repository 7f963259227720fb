#pragma once

#include "domain/local_text.hpp"
#include "yaml/map_reader.hpp"

#include <array>
#include <cstddef>
#include <string_view>
#include <vector>

namespace dudao::yaml {

/// The texts of a checklist by what they are for: those of one kind should all be given in the same
/// languages.
enum class TextKind : std::uint8_t { title, item, label, guidance, measure };

/// Reads texts, and remembers in which languages they are.
class Translations {
  public:
    /// The text of `key`, empty when it is absent. Titles, items and labels are one line.
    domain::LocalText read(MapReader& map, std::string_view key, TextKind kind);

    /// As read(), of a value.
    domain::LocalText read(const Node& node, Problems& problems, TextKind kind);

    /// As read(); a problem when the key is absent.
    domain::LocalText must_read(MapReader& map, std::string_view key, TextKind kind);

    /// Warns of each text that lacks a language which others of its kind have.
    void report_missing(Problems& problems) const;

  private:
    struct Given {
        const Node* node;
        std::vector<std::string> languages;  ///< none for a text given once
    };
    static constexpr std::size_t kinds = 5;

    std::array<std::vector<Given>, kinds> given_;
};

}  // namespace dudao::yaml
