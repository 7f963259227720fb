#pragma once

#include "domain/unit.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace dudao::domain {

/// An order to go through places that begins with the first: always on to the nearest one that is
/// left, the earlier of two that are as near. It is not the shortest of all ways, but one that
/// anybody can follow. Places that nobody knows come last, in their order. Indices of `places`.
std::vector<std::size_t> route(std::span<const std::optional<Coordinates>> places);

}  // namespace dudao::domain
