#include "yaml/checklist_draft.hpp"

#include "base/text.hpp"

#include <fmt/format.h>

#include <iterator>

namespace dudao::yaml {

std::string ChecklistDraft::indent() const {
    constexpr std::size_t step = 4;
    std::string blanks(step * open_.size(), ' ');
    return blanks;
}

void ChecklistDraft::write(std::string_view line) {
    text_ += line;
    text_ += '\n';
    ++lines_;
}

void ChecklistDraft::head(std::string_view key, std::string_view value) {
    write(fmt::format("{}: {}", key, value));
}

/// Writes the key of what the open section, or the checklist, has; once.
void ChecklistDraft::hold(Holds what) {
    if (open_.empty()) {
        if (!std::exchange(has_sections_, true)) {
            write("sections:");
        }
        return;
    }
    if (open_.back() != what) {
        open_.back() = what;
        write(indent() + (what == Holds::items ? "items:" : "sections:"));
    }
}

void ChecklistDraft::begin_section(const DraftEntries& entries, Place from) {
    hold(Holds::sections);
    origins_.emplace(lines_ + 1, std::move(from));
    std::string_view mark = "  - ";
    for (const auto& [key, value] : entries) {
        write(fmt::format("{}{}{}: {}", indent(), mark, key, value));
        mark = "    ";
    }
    open_.push_back(Holds::nothing);
}

void ChecklistDraft::end_section() {
    open_.pop_back();
}

void ChecklistDraft::item(const DraftEntries& entries, Place from) {
    hold(Holds::items);
    origins_.emplace(lines_ + 1, std::move(from));
    std::vector<std::string> said;
    for (const auto& [key, value] : entries) {
        said.push_back(fmt::format("{}: {}", key, value));
    }
    write(fmt::format("{}  - {{{}}}", indent(), joined(said, ", ")));
}

std::optional<Place> ChecklistDraft::origin(std::size_t line) const {
    const auto after = origins_.upper_bound(line);
    return after == origins_.begin() ? std::nullopt : std::optional{std::prev(after)->second};
}

}  // namespace dudao::yaml
