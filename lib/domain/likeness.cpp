#include "domain/likeness.hpp"

#include "base/nearest.hpp"
#include "base/text.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <numbers>
#include <numeric>
#include <tuple>

namespace dudao::domain {

namespace {

constexpr double earth_radius = 6'371'000;                       // metres
constexpr double radians = std::numbers::pi / 180 / 10'000'000;  // in one unit of a coordinate

/// A little more than `near_metres` from south to north, in units of a coordinate.
constexpr std::int64_t band_height = 4500;

/// With how many that come next a shop is compared at most.
constexpr std::size_t most_compared = 64;

char32_t narrow(char32_t point) noexcept {
    constexpr char32_t first = 0xFF01;
    constexpr char32_t last = 0xFF5E;
    return point >= first && point <= last ? point - (first - '!') : point;
}

bool is_digit(char32_t point) noexcept {
    return point >= '0' && point <= '9';
}

/// Letters and digits of ASCII, and above it all but blanks, punctuation and symbols.
bool is_compared(char32_t point) noexcept {
    if (point < 0x80) {
        return is_digit(point) || (point >= 'a' && point <= 'z');
    }
    return point >= 0xC0 && !(point >= 0x2000 && point < 0x2C00) &&
           !(point >= 0x3000 && point < 0x3041 && point != 0x3005 && point != 0x3007) &&
           !(point >= 0xFE10 && point <= 0xFF00) && point != 0x30FB && point != 0xFF5F;
}

std::u32string digits_of(std::u32string_view text) {
    std::u32string digits;
    for (const auto point : text) {
        if (is_digit(point)) {
            digits += point;
        } else if (!digits.empty() && digits.back() != ' ') {
            digits += ' ';
        }
    }
    if (!digits.empty() && digits.back() == ' ') {
        digits.pop_back();
    }
    return digits;
}

/// Shops joined into groups (union by the lowest, with path halving).
class Groups {
  public:
    explicit Groups(std::size_t count) : above_(count) {
        std::iota(above_.begin(), above_.end(), std::size_t{0});
    }

    std::size_t first_of(std::size_t shop) {
        while (above_[shop] != shop) {
            above_[shop] = above_[above_[shop]];
            shop = above_[shop];
        }
        return shop;
    }

    void join(std::size_t one, std::size_t other) {
        one = first_of(one);
        other = first_of(other);
        above_[std::max(one, other)] = std::min(one, other);
    }

  private:
    std::vector<std::size_t> above_;
};

class Comparison {
  public:
    explicit Comparison(std::span<const Likeness> shops) : shops_(shops), groups_(shops.size()) {}

    std::vector<LikeShops> run() {
        compare_addresses();
        compare_places();
        return found();
    }

  private:
    /// Why two shops are in one group.
    struct Link {
        std::size_t shop;
        std::optional<double> metres;  ///< nothing: the same name and address
    };

    /// A shop at its place.
    struct Placed {
        std::int64_t band;
        std::int64_t lon;
        std::size_t shop;
    };

    void link(std::size_t one, std::size_t other, std::optional<double> metres) {
        groups_.join(one, other);
        links_.push_back({one, metres});
    }

    void compare_addresses() {
        std::vector<std::size_t> order;
        order.reserve(shops_.size());
        for (std::size_t shop = 0; shop < shops_.size(); ++shop) {
            if (!shops_[shop].name.empty() && !shops_[shop].address.empty()) {
                order.push_back(shop);
            }
        }
        const auto key = [this](std::size_t shop) {
            return std::tie(shops_[shop].address, shops_[shop].name);
        };
        std::sort(order.begin(), order.end(), [&](std::size_t one, std::size_t other) {
            return key(one) != key(other) ? key(one) < key(other) : one < other;
        });
        for (std::size_t at = 1; at < order.size(); ++at) {
            if (key(order[at - 1]) == key(order[at])) {
                link(order[at - 1], order[at], std::nullopt);
            }
        }
    }

    void compare_places() {
        place_shops();
        for (auto shop = placed_.begin(); shop != placed_.end(); ++shop) {
            const auto& lat = shops_[shop->shop].coordinates->lat;
            const auto reach = lon_reach(lat);
            compare(*shop, shop + 1, shop->band, shop->lon + reach);
            const auto next = std::lower_bound(
                shop,
                placed_.end(),
                std::pair{shop->band + 1, shop->lon - reach},
                [](const Placed& each, const std::pair<std::int64_t, std::int64_t>& from) {
                    return std::pair{each.band, each.lon} < from;
                });
            compare(*shop, next, shop->band + 1, shop->lon + reach);
        }
    }

    /// In the order of their places, those at one place in the order of their names.
    void place_shops() {
        for (std::size_t shop = 0; shop < shops_.size(); ++shop) {
            if (const auto& place = shops_[shop].coordinates; place && !shops_[shop].name.empty()) {
                placed_.push_back({(place->lat + greatest_lat) / band_height, place->lon, shop});
            }
        }
        std::sort(placed_.begin(), placed_.end(), [this](const Placed& one, const Placed& other) {
            return std::tie(one.band, one.lon, shops_[one.shop].name, one.shop) <
                   std::tie(other.band, other.lon, shops_[other.shop].name, other.shop);
        });
    }

    /// Half of a circle of latitude at the poles, where degrees of longitude are short.
    static std::int64_t lon_reach(std::int64_t lat) noexcept {
        const auto further = std::min(std::abs(lat) + band_height, greatest_lat);
        const auto width = std::cos(static_cast<double>(further) * radians);
        const auto reach = static_cast<double>(band_height) / std::max(width, 1e-9);
        return static_cast<std::int64_t>(std::min(reach, static_cast<double>(greatest_lon)));
    }

    void compare(const Placed& shop,
                 std::vector<Placed>::const_iterator other,
                 std::int64_t band,
                 std::int64_t last_lon) {
        for (std::size_t compared = 0; compared < most_compared; ++compared, ++other) {
            if (other == placed_.end() || other->band != band || other->lon > last_lon) {
                return;
            }
            const auto metres =
                metres_between(*shops_[shop.shop].coordinates, *shops_[other->shop].coordinates);
            if (metres <= near_metres &&
                is_like(shops_[shop.shop].name, shops_[other->shop].name)) {
                link(shop.shop, other->shop, metres);
            }
        }
    }

    std::vector<LikeShops> found() {
        std::map<std::size_t, LikeShops> by_first;
        for (const auto& [shop, metres] : links_) {
            auto& group = by_first[groups_.first_of(shop)];
            if (metres) {
                group.metres = std::max(group.metres.value_or(0), *metres);
            } else {
                group.same_address = true;
            }
        }
        for (std::size_t shop = 0; shop < shops_.size(); ++shop) {
            const auto group = by_first.find(groups_.first_of(shop));
            if (group != by_first.end()) {
                group->second.shops.push_back(shop);
            }
        }
        std::vector<LikeShops> groups;
        groups.reserve(by_first.size());
        for (auto& [first, group] : by_first) {
            groups.push_back(std::move(group));
        }
        return groups;
    }

    std::span<const Likeness> shops_;
    Groups groups_;
    std::vector<Link> links_ = {};
    std::vector<Placed> placed_ = {};
};

}  // namespace

std::u32string folded(std::string_view text) {
    std::u32string points;
    while (!text.empty()) {
        auto point = narrow(take_code_point(text));
        if (point >= 'A' && point <= 'Z') {
            point = point - 'A' + 'a';
        }
        if (is_compared(point)) {
            points += point;
        }
    }
    return points;
}

bool is_like(std::u32string_view one, std::u32string_view other) {
    if (one.size() > other.size()) {
        std::swap(one, other);
    }
    if (one == other) {
        return true;
    }
    const auto numbers = digits_of(one);
    const auto others = digits_of(other);
    if (!numbers.empty() && !others.empty() && numbers != others) {
        return false;
    }
    const auto most = other.size() / 3;
    return other.find(one) != std::u32string_view::npos ||
           (other.size() - one.size() <= most && edit_distance(one, other) <= most);
}

double metres_between(const Coordinates& one, const Coordinates& other) noexcept {
    const auto half_sine = [](std::int64_t from, std::int64_t to) {
        const auto sine = std::sin(static_cast<double>(to - from) * radians / 2);
        return sine * sine;
    };
    const auto across = std::cos(static_cast<double>(one.lat) * radians) *
                        std::cos(static_cast<double>(other.lat) * radians);
    const auto part = half_sine(one.lat, other.lat) + across * half_sine(one.lon, other.lon);
    return 2 * earth_radius * std::asin(std::sqrt(std::min(part, 1.0)));
}

std::vector<LikeShops> like_shops(std::span<const Likeness> shops) {
    return Comparison{shops}.run();
}

}  // namespace dudao::domain
