#pragma once

#include "base/error.hpp"
#include "domain/local_text.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dudao::domain {

/// A node in the tree of causes (人机料法环): config/rules/causes.yaml.
struct CauseClass {
    std::string code = {};  ///< with the codes above it and dots between: people.training
    LocalText name = {};

    bool operator==(const CauseClass&) const = default;
};

/// The nodes, each before those below it.
using CauseTree = std::vector<CauseClass>;

/// The node with this code. Errors: unknown_word, with the nearest.
Result<CauseClass> find_cause(const CauseTree& tree, std::string_view code);

/// The names from the top of the tree down to a node, with " / " between; the code where the tree
/// does not have it.
std::string cause_path(const CauseTree& tree, std::string_view code, std::string_view language);

}  // namespace dudao::domain
