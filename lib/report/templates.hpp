#pragma once

#include <span>
#include <string_view>

namespace dudao::report {

// The mustache templates of lib/report/templates/, as they were when the program was built.

/// The page.
std::string_view period_template() noexcept;

/// The page that leads to the reports of a folder.
std::string_view index_template() noexcept;

/// A part of the page that templates share, under the name by which they ask for it.
struct SharedTemplate {
    std::string_view name;
    std::string_view text;
};

std::span<const SharedTemplate> shared_templates() noexcept;

}  // namespace dudao::report
