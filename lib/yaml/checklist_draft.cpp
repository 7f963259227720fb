#include "yaml/checklist_draft.hpp"

#include <fmt/format.h>

namespace dudao::yaml {

std::string ChecklistDraft::indent() const {
    constexpr std::size_t step = 4;
    std::string blanks(step * open_.size(), ' ');
    return blanks;
}

void ChecklistDraft::head(std::string_view key, std::string_view value) {
    text_ += std::string{key} + ": " + std::string{value} + "\n";
}

/// Writes the key of what the open section, or the checklist, has; once.
void ChecklistDraft::hold(Holds what) {
    if (open_.empty()) {
        text_ += has_sections_ ? "" : "sections:\n";
        has_sections_ = true;
        return;
    }
    if (open_.back() == what) {
        return;
    }
    open_.back() = what;
    text_ += indent() + (what == Holds::items ? "items:\n" : "sections:\n");
}

void ChecklistDraft::begin_section(const DraftEntries& entries) {
    hold(Holds::sections);
    const auto blanks = indent();
    std::string_view mark = "  - ";
    for (const auto& [key, value] : entries) {
        text_ += fmt::format("{}{}{}: {}\n", blanks, mark, key, value);
        mark = "    ";
    }
    open_.push_back(Holds::nothing);
}

void ChecklistDraft::end_section() {
    open_.pop_back();
}

void ChecklistDraft::item(const DraftEntries& entries) {
    hold(Holds::items);
    text_ += indent() + "  - {";
    std::string_view comma;
    for (const auto& [key, value] : entries) {
        text_ += fmt::format("{}{}: {}", comma, key, value);
        comma = ", ";
    }
    text_ += "}\n";
}

}  // namespace dudao::yaml
