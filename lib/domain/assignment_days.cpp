#include "domain/assignment_days.hpp"

#include "base/flow.hpp"
#include "domain/assignment_exchange.hpp"
#include "domain/assignment_places.hpp"
#include "domain/tour.hpp"

#include <algorithm>
#include <limits>
#include <map>

namespace dudao::domain {

namespace {

constexpr std::int64_t unplaced = 10'000'000'000;
constexpr std::int64_t farthest = 1'000'000;  ///< metres: what is farther is as far
constexpr int most_rounds = 4;

/// A way to place all of the visits, and how good it is: the less the better.
struct Plan {
    std::vector<std::optional<std::size_t>> days = {};  ///< one for each visit
    std::int64_t cost = std::numeric_limits<std::int64_t>::max();
};

class Days {
  public:
    Days(const Board& board, std::size_t goer, const std::vector<std::size_t>& visits)
        : board_(&board), goer_(goer), visits_(&visits), middles_(board.problem().days.size()) {}

    std::vector<std::optional<std::size_t>> run() {
        begin();
        Plan best;
        for (int round = 0; round < most_rounds; ++round) {
            auto plan = flow();
            const bool better = plan.cost < best.cost;
            gather(plan);
            if (better) {
                best = std::move(plan);
            } else if (round > 0) {
                break;
            }
        }
        return best.days;
    }

  private:
    /// Visits with one window, along the curve, are cut into as many parts as it has days.
    void begin() {
        std::map<std::pair<std::size_t, std::size_t>, std::vector<std::size_t>> windows;
        for (const auto visit : *visits_) {
            windows[{board_->first_day(visit), board_->end_day(visit)}].push_back(visit);
        }
        std::vector<std::vector<std::size_t>> gathered(middles_.size());
        for (auto& [window, members] : windows) {
            std::stable_sort(members.begin(), members.end(), [&](std::size_t a, std::size_t b) {
                return on_curve(*board_, a) < on_curve(*board_, b);
            });
            std::vector<std::size_t> days;
            for (auto day = window.first; day < window.second; ++day) {
                if (board_->room({goer_, day}) > 0) {
                    days.push_back(day);
                }
            }
            for (std::size_t at = 0; at < members.size() && !days.empty(); ++at) {
                gathered[days[at * days.size() / members.size()]].push_back(members[at]);
            }
        }
        settle(gathered);
    }

    void gather(const Plan& plan) {
        std::vector<std::vector<std::size_t>> gathered(middles_.size());
        for (std::size_t at = 0; at < visits_->size(); ++at) {
            if (plan.days[at]) {
                gathered[*plan.days[at]].push_back((*visits_)[at]);
            }
        }
        settle(gathered);
    }

    /// Where each day gathers, with what stands on it already.
    void settle(std::vector<std::vector<std::size_t>>& gathered) {
        for (std::size_t day = 0; day < middles_.size(); ++day) {
            const auto& there = board_->at({goer_, day});
            gathered[day].insert(gathered[day].end(), there.begin(), there.end());
            middles_[day] = middle(*board_, gathered[day]);
        }
    }

    /// The days that have room, as nodes from which each visit more costs more.
    std::vector<std::optional<std::size_t>> add_days(FlowNetwork& network, std::size_t sink) const {
        std::vector<std::optional<std::size_t>> nodes(middles_.size());
        for (std::size_t day = 0; day < middles_.size(); ++day) {
            const auto room = board_->room({goer_, day});
            auto load = static_cast<std::int64_t>(board_->at({goer_, day}).size());
            if (room > 0) {
                nodes[day] = network.add_node();
                for (int more = 0; more < room; ++more) {
                    network.add_arc(*nodes[day], sink, 1, even_days * load++);
                }
            }
        }
        return nodes;
    }

    /// The node of a day of a shop that several visits want: one may have it.
    std::size_t shop_day(std::size_t visit,
                         std::size_t day,
                         std::size_t to,
                         FlowNetwork& network,
                         std::map<std::pair<std::size_t, std::size_t>, std::size_t>& known) const {
        const auto [found, is_new] = known.try_emplace({board_->shop(visit), day}, 0);
        if (is_new) {
            found->second = network.add_node();
            network.add_arc(found->second, to, 1);
        }
        return found->second;
    }

    Plan flow() const {
        FlowNetwork network;
        const auto source = network.add_node();
        const auto sink = network.add_node();
        const auto nodes = add_days(network, sink);
        std::vector<std::vector<std::pair<std::size_t, std::size_t>>> arcs;
        std::map<std::pair<std::size_t, std::size_t>, std::size_t> shop_days;
        for (const auto visit : *visits_) {
            const auto node = network.add_node();
            network.add_arc(source, node, 1);
            network.add_arc(node, sink, 1, unplaced);
            auto& own = arcs.emplace_back();
            for (auto day = board_->first_day(visit); day < board_->end_day(visit); ++day) {
                if (!nodes[day] || !board_->is_open(visit, day)) {
                    continue;
                }
                const auto to = board_->is_shared(visit)
                                    ? shop_day(visit, day, *nodes[day], network, shop_days)
                                    : *nodes[day];
                own.emplace_back(network.add_arc(node, to, 1, way_to(visit, day)), day);
            }
        }
        return read(
            arcs, cheapest_flow(network, source, sink, static_cast<std::int64_t>(visits_->size())));
    }

    std::int64_t way_to(std::size_t visit, std::size_t day) const {
        const auto& place = board_->visit(visit).place;
        const auto& to = middles_[day];
        return place && to ? std::min(way_between(*place, *to), farthest) : 0;
    }

    Plan read(const std::vector<std::vector<std::pair<std::size_t, std::size_t>>>& arcs,
              const std::vector<std::int64_t>& flow) const {
        Plan plan{.cost = 0};
        std::vector<std::vector<std::size_t>> rounds(middles_.size());
        for (std::size_t at = 0; at < arcs.size(); ++at) {
            const auto found = std::find_if(arcs[at].begin(), arcs[at].end(), [&](const auto& arc) {
                return flow[arc.first] > 0;
            });
            plan.days.push_back(found == arcs[at].end() ? std::nullopt
                                                        : std::optional{found->second});
            if (plan.days.back()) {
                rounds[*plan.days.back()].push_back((*visits_)[at]);
            } else {
                plan.cost += unplaced;
            }
        }
        for (std::size_t day = 0; day < rounds.size(); ++day) {
            const Slot slot{goer_, day};
            const auto& there = board_->at(slot);
            rounds[day].insert(rounds[day].end(), there.begin(), there.end());
            const auto load = static_cast<std::int64_t>(rounds[day].size());
            plan.cost += board_->metres(slot, rounds[day]) + even_days * load * (load - 1) / 2;
        }
        return plan;
    }

    const Board* board_;
    std::size_t goer_;
    const std::vector<std::size_t>* visits_;
    std::vector<std::optional<Coordinates>> middles_;  ///< of each day
};

}  // namespace

void give_to_days(Board& board, std::size_t goer, const std::vector<std::size_t>& visits) {
    if (visits.empty()) {
        return;
    }
    const auto days = Days{board, goer, visits}.run();
    for (std::size_t at = 0; at < visits.size(); ++at) {
        if (days[at]) {
            board.put(visits[at], {goer, *days[at]});
        }
    }
    exchange_days(board, goer, visits);
}

}  // namespace dudao::domain
