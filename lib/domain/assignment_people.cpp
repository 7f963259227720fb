#include "domain/assignment_people.hpp"

#include "base/flow.hpp"
#include "domain/assignment_exchange.hpp"
#include "domain/assignment_places.hpp"
#include "domain/assignment_stretches.hpp"
#include "domain/tour.hpp"

#include <algorithm>
#include <map>
#include <tuple>

namespace dudao::domain {

namespace {

// What things cost, each more than all that is below it may add up to for one visit.
constexpr std::int64_t unplaced = 100'000'000'000'000;
constexpr std::int64_t moved = 100'000'000'000;
constexpr std::int64_t not_own = 1'000'000'000;
constexpr std::int64_t farthest = 5'000'000;  ///< metres: what is farther is as far

/// Shops that are alike to the network, near each other, at most this many.
constexpr std::size_t most_in_group = 8;
constexpr auto nobody = static_cast<std::size_t>(-1);

using Key = std::tuple<std::size_t, std::size_t, std::size_t, std::size_t, Slot, std::size_t>;

/// Visits that have the same window, people and earlier slot.
struct Group {
    std::vector<std::size_t> visits = {};
    std::vector<std::size_t> goers = {};
    std::vector<std::int64_t> costs = {};  ///< that each of them goes
    std::optional<Slot> earlier = {};
    std::size_t node = 0;
    std::vector<std::pair<std::size_t, Slot>> arcs = {};            ///< direct ones to slots
    std::vector<std::pair<std::size_t, std::size_t>> by_shop = {};  ///< to days of a shared shop
};

/// A day of a shop that several visits want: one may have it.
struct ShopDay {
    std::size_t node = 0;
    std::vector<std::pair<std::size_t, Slot>> arcs = {};
};

class Giving {
  public:
    Giving(const Board& board,
           std::span<const std::size_t> visits,
           const std::vector<std::optional<Coordinates>>& places,
           bool all)
        : board_(&board),
          visits_(visits),
          places_(&places),
          all_(all),
          stretches_(board, visits),
          source_(network_.add_node()),
          sink_(network_.add_node()) {}

    std::vector<std::optional<Slot>> run() {
        group();
        find_costs();
        for (auto& each : groups_) {
            add(each);
        }
        const auto flow =
            cheapest_flow(network_, source_, sink_, static_cast<std::int64_t>(visits_.size()));
        std::map<std::size_t, Slot> found;
        for (const auto& each : groups_) {
            read(each, flow, found);
        }
        std::vector<std::optional<Slot>> slots;
        slots.reserve(visits_.size());
        for (const auto visit : visits_) {
            const auto at = found.find(visit);
            slots.push_back(at == found.end() ? std::nullopt : std::optional{at->second});
        }
        return slots;
    }

  private:
    /// Groups by what the network tells apart, cut where they are large along the curve.
    void group() {
        std::map<Key, std::vector<std::size_t>> alike;
        for (const auto visit : visits_) {
            const auto& wanted = board_->visit(visit);
            const bool alone = board_->is_shared(visit) || !wanted.closed.empty();
            alike[{board_->first_day(visit),
                   board_->end_day(visit),
                   wanted.own.value_or(nobody),
                   wanted.crew.value_or(nobody),
                   board_->earlier(visit).value_or(Slot{nobody, nobody}),
                   alone ? visit : nobody}]
                .push_back(visit);
        }
        for (auto& [key, members] : alike) {
            const auto goers = board_->candidates(members.front(), all_);
            const auto most = goers.size() > 1 ? most_in_group : members.size();
            if (goers.size() > 1) {
                std::stable_sort(members.begin(), members.end(), [&](std::size_t a, std::size_t b) {
                    return on_curve(*board_, a) < on_curve(*board_, b);
                });
            }
            for (std::size_t from = 0; from < members.size(); from += most) {
                const auto to = std::min(from + most, members.size());
                Group group{.goers = goers, .earlier = board_->earlier(members.front())};
                group.visits.assign(members.begin() + static_cast<std::ptrdiff_t>(from),
                                    members.begin() + static_cast<std::ptrdiff_t>(to));
                groups_.push_back(std::move(group));
            }
        }
    }

    /// What it costs that somebody goes: the way. A visit more on one day than on another is worth
    /// as much as a part of the ways that are to be expected.
    void find_costs() {
        std::int64_t sum = 0;
        std::int64_t count = 0;
        for (auto& group : groups_) {
            const auto place = middle(*board_, group.visits);
            const auto& own = board_->visit(group.visits.front()).own;
            for (const auto goer : group.goers) {
                const auto& gathers = (*places_)[goer];
                const auto way =
                    place && gathers ? std::min(way_between(*place, *gathers), farthest) : 0;
                group.costs.push_back(way + (own && *own != goer ? not_own : 0));
                sum += way;
                ++count;
            }
        }
        constexpr std::int64_t part = 8;
        each_more_ = std::max(even_days, count == 0 ? 0 : sum / count / part);
    }

    void add(Group& group) {
        const auto size = static_cast<std::int64_t>(group.visits.size());
        const auto first = group.visits.front();
        group.node = network_.add_node();
        network_.add_arc(source_, group.node, size);
        network_.add_arc(group.node, sink_, size, unplaced + (group.earlier ? moved : 0));
        auto day = board_->first_day(first);
        for (; day < board_->end_day(first); day = stretches_.end(day)) {
            if (!board_->is_open(first, day)) {
                continue;
            }
            if (board_->is_shared(first)) {
                add_shop_day(group, day);
            } else {
                add_day(group, day);
            }
        }
    }

    /// The ways of a group to those who have room on a day.
    void add_day(Group& group, std::size_t day) {
        const auto size = static_cast<std::int64_t>(group.visits.size());
        for (std::size_t at = 0; at < group.goers.size(); ++at) {
            const Slot slot{group.goers[at], day};
            if (stretches_.room(slot.goer, day) > 0) {
                const auto cost =
                    group.earlier == slot ? 0 : group.costs[at] + (group.earlier ? moved : 0);
                group.arcs.emplace_back(network_.add_arc(group.node, node_of(slot), size, cost),
                                        slot);
            }
        }
    }

    void add_shop_day(Group& group, std::size_t day) {
        const auto visit = group.visits.front();
        const auto [found, is_new] = shop_days_.try_emplace({board_->shop(visit), day});
        auto& shop_day = found->second;
        if (is_new) {
            shop_day.node = network_.add_node();
            const auto once = network_.add_node();
            network_.add_arc(shop_day.node, once, 1);
            for (std::size_t at = 0; at < group.goers.size(); ++at) {
                const Slot slot{group.goers[at], day};
                if (board_->room(slot) > 0) {
                    const bool stays = group.earlier == slot;
                    shop_day.arcs.emplace_back(
                        network_.add_arc(once, node_of(slot), 1, stays ? 0 : group.costs[at]),
                        slot);
                }
            }
        }
        const bool stays = group.earlier && group.earlier->day == day;
        const auto cost = stays || !group.earlier ? 0 : moved;
        group.by_shop.emplace_back(network_.add_arc(group.node, shop_day.node, 1, cost), day);
    }

    /// A stretch of somebody's days: each further visit on one costs more, so that days are even.
    std::size_t node_of(const Slot& slot) {
        const auto [found, is_new] = slots_.try_emplace(slot, 0);
        if (is_new) {
            found->second = network_.add_node();
            auto left = stretches_.room(slot.goer, slot.day);
            for (int load = 0; left > 0; ++load) {
                const auto days = stretches_.days_with_room_after(slot.goer, slot.day, load);
                left -= days;
                if (days > 0) {
                    network_.add_arc(found->second, sink_, days, each_more_ * load);
                }
            }
        }
        return found->second;
    }

    void read(const Group& group,
              const std::vector<std::int64_t>& flow,
              std::map<std::size_t, Slot>& found) const {
        auto next = group.visits.begin();
        for (const auto& [arc, slot] : group.arcs) {
            for (auto count = flow[arc]; count > 0; --count) {
                found.emplace(*next++, slot);
            }
        }
        for (const auto& [arc, day] : group.by_shop) {
            if (flow[arc] == 0) {
                continue;
            }
            for (const auto& [onward, slot] : shop_days_.at({board_->shop(*next), day}).arcs) {
                if (flow[onward] > 0) {
                    found.emplace(*next, slot);
                }
            }
        }
    }

    const Board* board_;
    std::span<const std::size_t> visits_;
    const std::vector<std::optional<Coordinates>>* places_;
    bool all_;
    Stretches stretches_;
    std::int64_t each_more_ = even_days;
    FlowNetwork network_ = {};
    std::size_t source_ = 0;
    std::size_t sink_ = 0;
    std::vector<Group> groups_ = {};
    std::map<Slot, std::size_t> slots_ = {};  ///< the nodes of stretches, by their first days
    std::map<std::pair<std::size_t, std::size_t>, ShopDay> shop_days_ = {};
};

}  // namespace

std::vector<std::optional<Slot>> give_to_people(
    const Board& board,
    std::span<const std::size_t> visits,
    const std::vector<std::optional<Coordinates>>& places,
    bool all) {
    return Giving{board, visits, places, all}.run();
}

}  // namespace dudao::domain
