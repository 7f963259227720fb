#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace dudao::yaml {

/// Keys with their values on one line, as flow_text() and scalar_text() write them.
using DraftEntries = std::vector<std::pair<std::string, std::string>>;

/// Writes the YAML of a checklist from the top down.
class ChecklistDraft {
  public:
    /// A key of the checklist itself. Promises: no section has begun.
    void head(std::string_view key, std::string_view value);

    /// Begins a section, which is a part of the one that is open.
    void begin_section(const DraftEntries& entries);
    void end_section();

    /// An item of the section that is open.
    void item(const DraftEntries& entries);

    /// Whether a section is open.
    bool in_section() const noexcept { return !open_.empty(); }

    const std::string& text() const noexcept { return text_; }

  private:
    /// What has been begun in a section.
    enum class Holds : unsigned char { nothing, items, sections };

    std::string indent() const;
    void hold(Holds what);

    std::string text_;
    std::vector<Holds> open_;
    bool has_sections_ = false;
};

}  // namespace dudao::yaml
