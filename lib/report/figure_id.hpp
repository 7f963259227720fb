#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dudao::report {

/// A step of a figure's id: a name, and what the lines of a list are about.
struct FigureStep {
    std::string name;
    std::vector<std::string> keys = {};

    bool operator==(const FigureStep&) const = default;
};

/// The steps of "regions[R-HD].coverage.part": regions with the key R-HD, coverage, part. A key
/// ends at the first bracket that ends the id, or before which a point or another key begins.
/// Nothing for what is no id.
std::optional<std::vector<FigureStep>> figure_steps(std::string_view id);

/// The names of the steps from the second on, joined by points: "coverage.part".
std::string member_of(const std::vector<FigureStep>& steps);

}  // namespace dudao::report
