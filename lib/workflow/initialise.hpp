#pragma once

#include "base/clock.hpp"
#include "store/journal.hpp"

#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace dudao::workflow {

/// A file that a new workspace begins with.
struct StarterFile {
    std::string_view path;  ///< below the workspace, such as checklists/qsc-store.yaml
    std::string_view bytes;
};

struct InitRequest {
    std::filesystem::path folder;  ///< of the workspace; made when it is not there
    std::string store_url;         ///< postgresql://… or a file
    store::Author author;          ///< the first person, who gets all roles
    std::string person_name;       ///< never empty
    std::span<const StarterFile> files;
};

/// Makes a workspace: its files, its folder for evidence and its store with the first person.
/// Files that are there stay as they are; their paths are returned.
/// Errors (thrown): file_unwritable, store_exists, and those of store::create().
std::vector<std::string> initialise(const InitRequest& request);

}  // namespace dudao::workflow
