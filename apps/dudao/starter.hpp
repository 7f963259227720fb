#pragma once

#include "workflow/initialise.hpp"

#include <string>
#include <vector>

namespace dudao {

/// What dudao.yaml of a new workspace says.
struct StarterSettings {
    std::string chain = {};
    std::string store = {};
    std::string actor = {};
};

/// The files that a new workspace begins with: settings, own names for columns, waivers, calendars,
/// closed days, staff, rules, playbooks, one checklist.
class StarterFiles {
  public:
    StarterFiles(std::string settings);

    /// They live as long as this object.
    std::span<const workflow::StarterFile> views() const noexcept { return views_; }

  private:
    std::string settings_;
    std::vector<workflow::StarterFile> views_;
};

StarterFiles starter_files(const StarterSettings& settings);

/// A file of config/ as it is part of the program; empty when there is none with this path.
std::string_view config_file(std::string_view path) noexcept;

}  // namespace dudao
