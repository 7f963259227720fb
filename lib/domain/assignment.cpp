#include "domain/assignment.hpp"

#include "domain/assignment_days.hpp"
#include "domain/assignment_people.hpp"
#include "domain/assignment_places.hpp"
#include "domain/assignment_shorten.hpp"
#include "domain/tour.hpp"

#include <algorithm>
#include <map>
#include <numeric>

namespace dudao::domain {

namespace {

/// People who share visits, directly or by way of others.
class Circles {
  public:
    explicit Circles(std::size_t people) : above_(people) {
        std::iota(above_.begin(), above_.end(), std::size_t{0});
    }

    std::size_t of(std::size_t person) {
        while (above_[person] != person) {
            above_[person] = above_[above_[person]];
            person = above_[person];
        }
        return person;
    }

    /// The circle is named after the first of them.
    void join(std::size_t one, std::size_t other) {
        one = of(one);
        other = of(other);
        above_[std::max(one, other)] = std::min(one, other);
    }

  private:
    std::vector<std::size_t> above_;
};

class Assigning {
  public:
    explicit Assigning(const AssignmentProblem& problem)
        : problem_(&problem), board_(problem), places_(gathering_places(board_)) {
        for (std::size_t at = 0; at < problem.visits.size(); ++at) {
            if (!problem.visits[at].kept) {
                free_.push_back(at);
            }
        }
    }

    Assignment run() {
        // What an earlier assignment said is to stay as much as can be: all at once.
        const bool again = std::any_of(free_.begin(), free_.end(), [&](std::size_t visit) {
            return board_.earlier(visit).has_value();
        });
        for (const auto& circle : circles(again)) {
            give(circle, again);
        }
        for (const auto& circle : circles(true)) {
            if (!again && may_be_bettered(circle)) {
                give(circle, true);
            }
        }
        shorten_days(board_);
        return result();
    }

  private:
    using Visits = std::vector<std::size_t>;

    /// Free visits by the circles of those who may make them; what nobody may make is in none.
    std::vector<Visits> circles(bool all) {
        Circles people{problem_->goers.size()};
        for (const auto visit : free_) {
            const auto goers = board_.candidates(visit, all);
            for (const auto goer : goers) {
                people.join(goers.front(), goer);
            }
        }
        std::map<std::size_t, Visits> found;
        for (const auto visit : free_) {
            const auto goers = board_.candidates(visit, all);
            if (!goers.empty()) {
                found[people.of(goers.front())].push_back(visit);
            }
        }
        std::vector<Visits> list;
        list.reserve(found.size());
        for (auto& [first, visits] : found) {
            list.push_back(std::move(visits));
        }
        return list;
    }

    /// Whether asking the region may help: to make a visit that has no slot, or one that is in its
    /// way.
    bool may_be_bettered(const Visits& circle) const {
        const bool lacks = std::any_of(circle.begin(), circle.end(), [&](std::size_t visit) {
            return !board_.slot_of(visit) && board_.first_day(visit) < board_.end_day(visit);
        });
        return lacks && std::any_of(circle.begin(), circle.end(), [&](std::size_t visit) {
                   return board_.candidates(visit, true).size() >
                          board_.candidates(visit, false).size();
               });
    }

    void give(const Visits& visits, bool all) {
        for (const auto visit : visits) {
            if (board_.slot_of(visit)) {
                board_.take(visit);
            }
        }
        std::map<std::size_t, Visits> by_person;
        if (is_for_one(visits, all)) {
            by_person[board_.candidates(visits.front(), all).front()] = visits;
        } else {
            const auto slots = give_to_people(board_, visits, places_, all);
            settle(visits, slots, by_person);
        }
        for (const auto& [goer, own] : by_person) {
            give_to_days(board_, goer, own);
        }
    }

    /// One person makes all of them, and none has been given out before.
    bool is_for_one(const Visits& visits, bool all) const {
        const auto first = board_.candidates(visits.front(), all);
        return std::all_of(visits.begin(), visits.end(), [&](std::size_t visit) {
            return !problem_->visits[visit].earlier && board_.candidates(visit, all) == first &&
                   first.size() == 1;
        });
    }

    /// Those that stay where they were, and those of shops that several people visit, stand where
    /// the flow has them; for the others it says the person, and days are found again.
    void settle(const Visits& visits,
                const std::vector<std::optional<Slot>>& slots,
                std::map<std::size_t, Visits>& by_person) {
        std::map<std::size_t, std::size_t> people_of_shop;
        std::vector<bool> split(problem_->visits.size());
        for (std::size_t at = 0; at < visits.size(); ++at) {
            if (slots[at] && board_.is_shared(visits[at])) {
                const auto shop = board_.shop(visits[at]);
                const auto [found, is_new] = people_of_shop.try_emplace(shop, slots[at]->goer);
                split[shop] = split[shop] || (!is_new && found->second != slots[at]->goer);
            }
        }
        for (std::size_t at = 0; at < visits.size(); ++at) {
            const auto visit = visits[at];
            if (!slots[at]) {
                continue;
            }
            if (slots[at] == board_.earlier(visit) ||
                (board_.is_shared(visit) && split[board_.shop(visit)])) {
                board_.put(visit, *slots[at]);
            } else {
                by_person[slots[at]->goer].push_back(visit);
            }
        }
    }

    Obstacle obstacle(std::size_t visit) const {
        const auto& wanted = problem_->visits[visit];
        if (problem_->days.empty() || wanted.to < problem_->days.front()) {
            return Obstacle::past;
        }
        const auto& closed = wanted.closed;
        std::vector<std::size_t> days;
        for (auto day = board_.first_day(visit); day < board_.end_day(visit); ++day) {
            if (std::find(closed.begin(), closed.end(), problem_->days[day]) == closed.end()) {
                days.push_back(day);
            }
        }
        const auto goers = board_.candidates(visit, true);
        if (days.empty()) {
            return Obstacle::no_day;
        }
        if (goers.empty()) {
            return Obstacle::nobody;
        }
        const bool somebody = std::any_of(goers.begin(), goers.end(), [&](std::size_t goer) {
            return std::any_of(days.begin(), days.end(), [&](std::size_t day) {
                return board_.room({goer, day}) > 0 || !board_.at({goer, day}).empty();
            });
        });
        return somebody ? Obstacle::full : Obstacle::away;
    }

    Assignment result() const {
        Assignment done;
        for (std::size_t at = 0; at < problem_->visits.size(); ++at) {
            const auto& wanted = problem_->visits[at];
            Placing placing{.slot = board_.slot_of(at)};
            if (!placing.slot) {
                placing.obstacle = obstacle(at);
            } else if (wanted.kept) {
                placing.choice = Choice::kept;
            } else if (placing.slot == wanted.earlier) {
                placing.choice = Choice::stayed;
            } else {
                placing.choice = wanted.own == placing.slot->goer ? Choice::own : Choice::region;
            }
            done.placings.push_back(placing);
        }
        done.rounds = rounds_of(*problem_, done.placings);
        return done;
    }

    const AssignmentProblem* problem_;
    Board board_;
    std::vector<std::optional<Coordinates>> places_;
    Visits free_ = {};
};

}  // namespace

Assignment assign(const AssignmentProblem& problem) {
    return Assigning{problem}.run();
}

std::vector<Round> rounds_of(const AssignmentProblem& problem,
                             const std::vector<Placing>& placings) {
    std::map<Slot, std::vector<std::size_t>> by_slot;
    for (std::size_t at = 0; at < placings.size(); ++at) {
        if (placings[at].slot) {
            by_slot[*placings[at].slot].push_back(at);
        }
    }
    std::vector<Round> rounds;
    for (const auto& [slot, visits] : by_slot) {
        std::vector<std::optional<Coordinates>> places;
        places.reserve(visits.size());
        for (const auto at : visits) {
            places.push_back(problem.visits[at].place);
        }
        const auto tour = short_tour(places, problem.goers[slot.goer].home);
        Round round{.slot = slot,
                    .metres = tour.metres,
                    .minutes = minutes_of(problem, visits.size(), tour.metres)};
        for (const auto at : tour.order) {
            round.visits.push_back(visits[at]);
        }
        rounds.push_back(std::move(round));
    }
    return rounds;
}

}  // namespace dudao::domain
