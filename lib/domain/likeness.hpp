#pragma once

#include "domain/unit.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace dudao::domain {

/// What is compared of a name or an address: full-width forms as ASCII, in lower case, without
/// blanks and punctuation.
std::u32string folded(std::string_view text);

/// Whether two folded names may name one shop: one contains the other, or at most a third of the
/// longer one differs. Numbers tell shops apart: where both names have some, they must be the same.
bool is_like(std::u32string_view one, std::u32string_view other);

/// The great-circle distance in metres, on a sphere of 6,371 km.
double metres_between(const Coordinates& one, const Coordinates& other) noexcept;

/// What is compared of a shop.
struct Likeness {
    std::u32string name;     ///< folded
    std::u32string address;  ///< folded
    std::optional<Coordinates> coordinates = {};
};

/// Shops that look like one.
struct LikeShops {
    std::vector<std::size_t> shops = {};  ///< at least two, in their order
    bool same_address = false;            ///< some have the same name and the same address
    std::optional<double> metres = {};    ///< the greatest distance of two with like names, if near
};

/// Shops within this distance are near.
inline constexpr double near_metres = 50;

/// Groups of shops of which each has the same name and the same address as another one of its
/// group, or is near one with a like name; in the order of their first shops. Where a shop has more
/// than 64 others to one side of it, as where many stand at one wrong place, it is compared
/// with those whose places, then names come next.
std::vector<LikeShops> like_shops(std::span<const Likeness> shops);

}  // namespace dudao::domain
