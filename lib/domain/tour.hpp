#pragma once

#include "domain/unit.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace dudao::domain {

/// How long the way between two places is: the great circle and three tenths more, in metres.
std::int64_t way_between(const Coordinates& one, const Coordinates& other) noexcept;

/// An order to go through places, and how long it is.
struct Tour {
    std::vector<std::size_t> order = {};  ///< indices of the places; those nobody knows come last
    std::int64_t metres = 0;              ///< from home and back, where it is known

    bool operator==(const Tour&) const = default;
};

/// A short tour: always on to the nearest place, then bettered by turning parts of it round (2-opt)
/// until that does not help any more. Without a home it begins and ends anywhere.
Tour short_tour(std::span<const std::optional<Coordinates>> places,
                const std::optional<Coordinates>& home);

/// Where a place stands on a curve that goes through all of the earth (Hilbert's): places that
/// follow each other on it are near each other.
std::uint64_t place_on_curve(const Coordinates& place) noexcept;

}  // namespace dudao::domain
