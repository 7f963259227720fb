#include "domain/assignment_shorten.hpp"

#include "domain/tour.hpp"

#include <algorithm>
#include <limits>
#include <map>
#include <utility>

namespace dudao::domain {

namespace {

/// The way of a day through its shops; those that nobody can find are not on it.
struct Way {
    std::vector<std::size_t> visits = {};  ///< in the order to go
    std::vector<Coordinates> places = {};
    std::int64_t metres = 0;
};

class Shortening {
  public:
    explicit Shortening(Board& board) : board_(&board), problem_(&board.problem()) {}

    void run() {
        std::vector<std::size_t> homeless;
        for (std::size_t goer = 0; goer < problem_->goers.size(); ++goer) {
            for (std::size_t day = 0; day < problem_->days.size(); ++day) {
                shorten({goer, day}, homeless);
            }
        }
        for (const auto visit : homeless) {
            if (const auto slot = nearest_slot(visit)) {
                board_->put(visit, *slot);
                ways_.erase(*slot);
            }
        }
    }

  private:
    bool is_too_long(const Slot& slot, std::size_t visits, std::int64_t metres) const {
        return minutes_of(*problem_, visits, metres) > problem_->goers[slot.goer].minutes;
    }

    Way way_of(const Slot& slot) const {
        std::vector<std::optional<Coordinates>> places;
        for (const auto visit : board_->at(slot)) {
            places.push_back(board_->visit(visit).place);
        }
        const auto tour = short_tour(places, problem_->goers[slot.goer].home);
        Way way{.metres = tour.metres};
        for (const auto at : tour.order) {
            if (places[at]) {
                way.visits.push_back(board_->at(slot)[at]);
                way.places.push_back(*places[at]);
            }
        }
        return way;
    }

    void shorten(const Slot& slot, std::vector<std::size_t>& homeless) {
        while (!board_->at(slot).empty()) {
            const auto way = way_of(slot);
            const auto visit = is_too_long(slot, board_->at(slot).size(), way.metres)
                                   ? farthest_off(slot, way)
                                   : std::nullopt;
            if (!visit) {
                return;
            }
            board_->take(*visit);
            homeless.push_back(*visit);
        }
    }

    /// The visit whose absence shortens the day most: one that stays where it was only if there is
    /// no other.
    std::optional<std::size_t> farthest_off(const Slot& slot, const Way& way) const {
        std::optional<std::size_t> found;
        auto best = std::pair{false, std::int64_t{0}};
        for (const auto visit : board_->at(slot)) {
            const auto on_way = std::find(way.visits.begin(), way.visits.end(), visit);
            const auto at = static_cast<std::size_t>(on_way - way.visits.begin());
            const auto saved = at == way.visits.size() ? 0 : -around(slot, way, at);
            const auto worth = std::pair{problem_->visits[visit].earlier != slot, saved};
            if (!problem_->visits[visit].kept && (!found || worth > best)) {
                found = visit;
                best = worth;
            }
        }
        return found;
    }

    static std::int64_t leg(const std::optional<Coordinates>& from,
                            const std::optional<Coordinates>& to) {
        return from && to ? way_between(*from, *to) : 0;
    }

    std::optional<Coordinates> stop(const Slot& slot, const Way& way, std::size_t at) const {
        return at < way.places.size() ? std::optional{way.places[at]}
                                      : problem_->goers[slot.goer].home;
    }

    /// How much longer a day is without one of its stops: less than nothing.
    std::int64_t around(const Slot& slot, const Way& way, std::size_t at) const {
        constexpr auto home = std::numeric_limits<std::size_t>::max();
        const auto before = stop(slot, way, at == 0 ? home : at - 1);
        const auto after = stop(slot, way, at + 1);
        return leg(before, after) - leg(before, way.places[at]) - leg(way.places[at], after);
    }

    /// How much longer a day is with one more stop, where it fits best.
    std::int64_t detour(const Slot& slot, const Way& way, const Coordinates& place) const {
        auto least = std::numeric_limits<std::int64_t>::max();
        auto before = problem_->goers[slot.goer].home;
        for (std::size_t at = 0; at <= way.places.size(); ++at) {
            const auto after = stop(slot, way, at);
            least = std::min(least, leg(before, place) + leg(place, after) - leg(before, after));
            before = after;
        }
        return least;
    }

    const Way& known_way(const Slot& slot) {
        const auto found = ways_.find(slot);
        return found != ways_.end() ? found->second
                                    : ways_.emplace(slot, way_of(slot)).first->second;
    }

    /// Where a visit makes the ways longer the least: with the shop's own supervisor if he can.
    std::optional<Slot> nearest_slot(std::size_t visit) {
        std::optional<Slot> found;
        auto least = std::pair{true, std::int64_t{0}};
        const auto& wanted = problem_->visits[visit];
        for (const auto goer : board_->candidates(visit, true)) {
            for (auto day = board_->first_day(visit); day < board_->end_day(visit); ++day) {
                const Slot slot{goer, day};
                const auto visits = board_->at(slot).size() + 1;
                if (!board_->fits(visit, slot) || is_too_long(slot, visits, 0)) {
                    continue;
                }
                const auto& way = known_way(slot);
                const auto longer = wanted.place ? detour(slot, way, *wanted.place) : 0;
                const auto worth = std::pair{wanted.own != goer, longer};
                if (!is_too_long(slot, visits, way.metres + longer) && (!found || worth < least) &&
                    !is_too_long_with(slot, visit)) {
                    found = slot;
                    least = worth;
                }
            }
        }
        return found;
    }

    /// By its tour, which may be another one than that with a detour.
    bool is_too_long_with(const Slot& slot, std::size_t visit) const {
        auto visits = board_->at(slot);
        visits.push_back(visit);
        return is_too_long(slot, visits.size(), board_->metres(slot, visits));
    }

    Board* board_;
    const AssignmentProblem* problem_;
    std::map<Slot, Way> ways_ = {};
};

}  // namespace

void shorten_days(Board& board) {
    Shortening{board}.run();
}

}  // namespace dudao::domain
