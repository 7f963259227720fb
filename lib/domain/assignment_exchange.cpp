#include "domain/assignment_exchange.hpp"

#include "domain/tour.hpp"

#include <algorithm>
#include <limits>

namespace dudao::domain {

namespace {

constexpr auto nowhere = std::numeric_limits<std::size_t>::max();
constexpr int most_passes = 4;

/// Tours of one person's days; places by their numbers among all of his.
class Tours {
  public:
    Tours(Board& board, std::size_t goer, const std::vector<std::size_t>& visits)
        : board_(&board), goer_(goer), orders_(board.problem().days.size()) {
        for (const auto visit : visits) {
            if (board.slot_of(visit)) {
                movable_.push_back(visit);
            }
        }
        read_places();
        measure();
        for (std::size_t day = 0; day < orders_.size(); ++day) {
            order(day);
        }
    }

    void better() {
        for (int pass = 0; pass < most_passes; ++pass) {
            bool found = false;
            for (const auto visit : movable_) {
                found = move(visit) || found;
            }
            for (std::size_t at = 0; at < movable_.size(); ++at) {
                for (auto other = at + 1; other < movable_.size(); ++other) {
                    found = swap(movable_[at], movable_[other]) || found;
                }
            }
            if (!found) {
                return;
            }
        }
    }

  private:
    struct Gap {
        std::size_t before;
        std::size_t after;
    };

    void read_places() {
        numbers_.resize(board_->problem().visits.size(), nowhere);
        for (std::size_t day = 0; day < orders_.size(); ++day) {
            for (const auto visit : board_->at({goer_, day})) {
                if (const auto& place = board_->visit(visit).place) {
                    numbers_[visit] = places_.size();
                    places_.push_back(*place);
                }
            }
        }
        if (const auto& home = board_->problem().goers[goer_].home) {
            home_ = places_.size();
            places_.push_back(*home);
        }
    }

    void measure() {
        ways_.reserve(places_.size() * places_.size());
        for (const auto& from : places_) {
            for (const auto& to : places_) {
                ways_.push_back(way_between(from, to));
            }
        }
    }

    std::int64_t way(std::size_t from, std::size_t to) const {
        return from == nowhere || to == nowhere ? 0 : ways_[from * places_.size() + to];
    }

    /// The tour of a day, as numbers of places.
    void order(std::size_t day) {
        const auto& visits = board_->at({goer_, day});
        std::vector<std::optional<Coordinates>> places;
        places.reserve(visits.size());
        for (const auto visit : visits) {
            places.push_back(board_->visit(visit).place);
        }
        orders_[day].clear();
        for (const auto at : short_tour(places, board_->problem().goers[goer_].home).order) {
            if (places[at]) {
                orders_[day].push_back(numbers_[visits[at]]);
            }
        }
    }

    std::size_t day_of(std::size_t visit) const { return board_->slot_of(visit)->day; }

    /// What a day is shorter by without a place.
    std::int64_t saved(std::size_t day, std::size_t place) const {
        if (place == nowhere) {
            return 0;
        }
        const auto& order = orders_[day];
        const auto at = std::find(order.begin(), order.end(), place);
        const auto before = at == order.begin() ? home_ : *(at - 1);
        const auto after = at + 1 == order.end() ? home_ : *(at + 1);
        return way(before, place) + way(place, after) - way(before, after);
    }

    /// What a day is longer by with a place, while another one of it is gone.
    std::int64_t added(std::size_t day, std::size_t place, std::size_t gone) const {
        if (place == nowhere) {
            return 0;
        }
        auto least = std::numeric_limits<std::int64_t>::max();
        auto before = home_;
        for (const auto after : orders_[day]) {
            if (after != gone) {
                least = std::min(least, longer({before, after}, place));
                before = after;
            }
        }
        return std::min(least, longer({before, home_}, place));
    }

    std::int64_t longer(const Gap& gap, std::size_t place) const {
        return way(gap.before, place) + way(place, gap.after) - way(gap.before, gap.after);
    }

    bool move(std::size_t visit) {
        const auto from = day_of(visit);
        const auto place = numbers_[visit];
        const auto load = [&](std::size_t day) {
            return static_cast<std::int64_t>(board_->at({goer_, day}).size());
        };
        const auto here = saved(from, place) + even_days * (load(from) - 1);
        auto best = from;
        std::int64_t least = here;
        for (auto day = board_->first_day(visit); day < board_->end_day(visit); ++day) {
            if (day == from || !board_->fits(visit, {goer_, day})) {
                continue;
            }
            const auto there = added(day, place, nowhere) + even_days * load(day);
            if (there < least) {
                best = day;
                least = there;
            }
        }
        if (best == from) {
            return false;
        }
        board_->take(visit);
        board_->put(visit, {goer_, best});
        order(from);
        order(best);
        return true;
    }

    bool swap(std::size_t one, std::size_t other) {
        const auto from = day_of(one);
        const auto to = day_of(other);
        if (from == to || numbers_[one] == nowhere || numbers_[other] == nowhere ||
            board_->is_shared(one) || board_->is_shared(other) || !board_->is_open(one, to) ||
            !board_->is_open(other, from)) {
            return false;
        }
        const auto now = saved(from, numbers_[one]) + saved(to, numbers_[other]);
        const auto then =
            added(to, numbers_[one], numbers_[other]) + added(from, numbers_[other], numbers_[one]);
        if (then >= now) {
            return false;
        }
        board_->take(one);
        board_->take(other);
        board_->put(one, {goer_, to});
        board_->put(other, {goer_, from});
        order(from);
        order(to);
        return true;
    }

    Board* board_;
    std::size_t goer_;
    std::vector<std::size_t> movable_ = {};
    std::vector<std::size_t> numbers_ = {};  ///< of the visits' places
    std::vector<Coordinates> places_ = {};
    std::size_t home_ = nowhere;
    std::vector<std::int64_t> ways_ = {};
    std::vector<std::vector<std::size_t>> orders_;  ///< by day
};

}  // namespace

void exchange_days(Board& board, std::size_t goer, const std::vector<std::size_t>& visits) {
    Tours{board, goer, visits}.better();
}

}  // namespace dudao::domain
