#pragma once

#include "base/error.hpp"

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace dudao::yaml {

/// Keys with their values on one line, as flow_text() and scalar_text() write them.
using DraftEntries = std::vector<std::pair<std::string, std::string>>;

/// Writes the YAML of a checklist from the top down, and remembers what its lines were made of.
class ChecklistDraft {
  public:
    /// A key of the checklist itself. Promises: no section has begun.
    void head(std::string_view key, std::string_view value);

    /// Begins a section, which is a part of the one that is open. It was made of what is at `from`.
    void begin_section(const DraftEntries& entries, Place from);
    void end_section();

    /// An item of the section that is open, made of what is at `from`.
    void item(const DraftEntries& entries, Place from);

    /// Whether a section is open.
    bool in_section() const noexcept { return !open_.empty(); }

    const std::string& text() const noexcept { return text_; }

    /// What a line, from 1, was made of; nothing for those of the checklist itself.
    std::optional<Place> origin(std::size_t line) const;

  private:
    /// What has been begun in a section.
    enum class Holds : unsigned char { nothing, items, sections };

    std::string indent() const;
    void hold(Holds what);
    void write(std::string_view line);

    std::string text_;
    std::size_t lines_ = 0;
    std::map<std::size_t, Place> origins_;  ///< by the first line made of it
    std::vector<Holds> open_;
    bool has_sections_ = false;
};

}  // namespace dudao::yaml
