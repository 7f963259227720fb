#include "domain/tour.hpp"

#include "domain/likeness.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace dudao::domain {

namespace {

/// Ways between the places of one tour; the last one may be home.
class Ways {
  public:
    explicit Ways(const std::vector<Coordinates>& places) : size_(places.size()) {
        metres_.reserve(size_ * size_);
        for (const auto& from : places) {
            for (const auto& to : places) {
                metres_.push_back(way_between(from, to));
            }
        }
    }

    std::int64_t operator()(std::size_t from, std::size_t to) const {
        return metres_[from * size_ + to];
    }

  private:
    std::size_t size_;
    std::vector<std::int64_t> metres_;
};

/// A path through `count` places, from home and back where there is one.
class Path {
  public:
    Path(const Ways& ways, std::size_t count, bool has_home)
        : ways_(&ways), count_(count), home_(has_home ? count : none) {}

    /// Always on to the nearest, from `first`.
    void begin(std::size_t first) {
        order_.resize(count_);
        for (std::size_t at = 0; at < count_; ++at) {
            order_[at] = at;
        }
        std::rotate(order_.begin(),
                    order_.begin() + static_cast<std::ptrdiff_t>(first),
                    order_.begin() + static_cast<std::ptrdiff_t>(first) + 1);
        for (auto here = order_.begin(); here + 1 < order_.end(); ++here) {
            const auto nearest =
                std::min_element(here + 1, order_.end(), [&](std::size_t a, std::size_t b) {
                    return (*ways_)(*here, a) < (*ways_)(*here, b);
                });
            std::rotate(here + 1, nearest, nearest + 1);
        }
    }

    void better() {
        bool found = true;
        while (found) {
            found = false;
            for (std::size_t from = 0; from + 1 < count_; ++from) {
                for (std::size_t to = from + 1; to < count_; ++to) {
                    found = turn_if_shorter(from, to) || found;
                }
            }
        }
    }

    std::int64_t metres() const {
        std::int64_t sum = leg(none, order_.front()) + leg(order_.back(), none);
        for (std::size_t at = 1; at < count_; ++at) {
            sum += leg(order_[at - 1], order_[at]);
        }
        return sum;
    }

    const std::vector<std::size_t>& order() const { return order_; }

  private:
    static constexpr auto none = std::numeric_limits<std::size_t>::max();

    /// The way between two places, of which one may be none: home.
    std::int64_t leg(std::size_t from, std::size_t to) const {
        from = from == none ? home_ : from;
        to = to == none ? home_ : to;
        return from == none || to == none ? 0 : (*ways_)(from, to);
    }

    bool turn_if_shorter(std::size_t from, std::size_t to) {
        const auto before = from == 0 ? none : order_[from - 1];
        const auto after = to + 1 == count_ ? none : order_[to + 1];
        const auto now = leg(before, order_[from]) + leg(order_[to], after);
        if (leg(before, order_[to]) + leg(order_[from], after) >= now) {
            return false;
        }
        std::reverse(order_.begin() + static_cast<std::ptrdiff_t>(from),
                     order_.begin() + static_cast<std::ptrdiff_t>(to) + 1);
        return true;
    }

    const Ways* ways_;
    std::size_t count_;
    std::size_t home_;
    std::vector<std::size_t> order_ = {};
};

/// The places that are known, by their indices.
Tour tour_of(const std::vector<std::size_t>& known,
             std::vector<Coordinates>&& places,
             const std::optional<Coordinates>& home) {
    if (home) {
        places.push_back(*home);
    }
    const Ways ways{places};
    Path path{ways, known.size(), home.has_value()};
    Tour best{.metres = std::numeric_limits<std::int64_t>::max()};
    constexpr std::size_t most_beginnings = 12;
    for (std::size_t first = 0; first < std::min(known.size(), most_beginnings); ++first) {
        path.begin(first);
        path.better();
        if (path.metres() < best.metres) {
            best = {.order = path.order(), .metres = path.metres()};
        }
    }
    for (auto& each : best.order) {
        each = known[each];
    }
    return best;
}

}  // namespace

std::int64_t way_between(const Coordinates& one, const Coordinates& other) noexcept {
    constexpr double detour = 1.3;
    return std::llround(metres_between(one, other) * detour);
}

Tour short_tour(std::span<const std::optional<Coordinates>> places,
                const std::optional<Coordinates>& home) {
    std::vector<std::size_t> known;
    std::vector<Coordinates> where;
    for (std::size_t at = 0; at < places.size(); ++at) {
        if (places[at]) {
            known.push_back(at);
            where.push_back(*places[at]);
        }
    }
    auto tour = known.empty() ? Tour{} : tour_of(known, std::move(where), home);
    for (std::size_t at = 0; at < places.size(); ++at) {
        if (!places[at]) {
            tour.order.push_back(at);
        }
    }
    return tour;
}

std::uint64_t place_on_curve(const Coordinates& place) noexcept {
    constexpr int bits = 31;
    // Degrees of longitude and latitude alike, so that squares of the curve are as wide as high
    // near the equator, and never much wider where people live.
    auto x = static_cast<std::uint64_t>(place.lon + greatest_lon) >> 1U;
    auto y = static_cast<std::uint64_t>(place.lat + greatest_lat) >> 1U;
    std::uint64_t at = 0;
    for (std::uint64_t side = std::uint64_t{1} << (bits - 1); side > 0; side >>= 1U) {
        const std::uint64_t right = (x & side) != 0 ? 1 : 0;
        const std::uint64_t up = (y & side) != 0 ? 1 : 0;
        at = (at << 2U) | ((3 * right) ^ up);
        if (up == 0) {
            if (right == 1) {
                x = side - 1 - (x & (side - 1));
                y = side - 1 - (y & (side - 1));
            }
            std::swap(x, y);
        }
    }
    return at;
}

}  // namespace dudao::domain
