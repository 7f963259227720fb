#include "domain/assignment_board.hpp"

#include "domain/tour.hpp"

#include <algorithm>
#include <unordered_map>

namespace dudao::domain {

namespace {

/// Visits that a day of somebody has room for without its ways.
int visits_a_day(const AssignmentProblem& problem, const Goer& goer) {
    return std::min(goer.visits, goer.minutes / std::max(problem.minutes_per_visit, 1));
}

}  // namespace

Board::Board(const AssignmentProblem& problem) : problem_(&problem), slots_(problem.visits.size()) {
    make_room();
    find_shops();
    const auto& days = problem.days;
    for (std::size_t at = 0; at < problem.visits.size(); ++at) {
        const auto& visit = problem.visits[at];
        const auto from = std::lower_bound(days.begin(), days.end(), visit.from);
        const auto to = std::upper_bound(from, days.end(), std::max(visit.from, visit.to));
        spans_.emplace_back(from - days.begin(), to - days.begin());
        if (visit.kept) {
            put(at, *visit.kept);
        }
    }
    find_shared();
}

void Board::make_room() {
    const auto& days = problem_->days;
    placed_.resize(problem_->goers.size() * days.size());
    room_.reserve(placed_.size());
    for (const auto& goer : problem_->goers) {
        for (const auto day : days) {
            const bool away =
                std::any_of(goer.leave.begin(), goer.leave.end(), [&](const auto& each) {
                    return each.from <= day && day <= each.to;
                });
            room_.push_back(away ? 0 : visits_a_day(*problem_, goer));
        }
    }
}

void Board::find_shops() {
    std::unordered_map<std::string_view, std::size_t> known;
    for (const auto& visit : problem_->visits) {
        shops_.push_back(known.try_emplace(visit.unit, known.size()).first->second);
    }
    seen_.resize(known.size() * problem_->days.size());
}

void Board::find_shared() {
    shared_.resize(problem_->visits.size());
    std::unordered_map<std::size_t, std::vector<std::size_t>> waiting;  // visits by shop
    for (std::size_t at = 0; at < shared_.size(); ++at) {
        if (visit(at).kept) {
            continue;
        }
        auto& others = waiting[shops_[at]];
        for (const auto other : others) {
            if (first_day(at) < end_day(other) && first_day(other) < end_day(at)) {
                shared_[at] = true;
                shared_[other] = true;
            }
        }
        others.push_back(at);
    }
}

bool Board::is_open(std::size_t visit, std::size_t day) const {
    const auto& closed = this->visit(visit).closed;
    return first_day(visit) <= day && day < end_day(visit) && seen_[seen(visit, day)] == 0 &&
           (closed.empty() ||
            std::find(closed.begin(), closed.end(), problem_->days[day]) == closed.end());
}

std::vector<std::size_t> Board::candidates(std::size_t visit, bool all) const {
    const auto& wanted = this->visit(visit);
    std::vector<std::size_t> found;
    if (wanted.own) {
        found.push_back(*wanted.own);
    }
    if (wanted.crew && (all || !wanted.own)) {
        const auto& crew = problem_->crews[*wanted.crew];
        std::copy_if(crew.begin(), crew.end(), std::back_inserter(found), [&](std::size_t goer) {
            return goer != wanted.own;
        });
    } else if (const auto before = earlier(visit); before && before->goer != wanted.own) {
        found.push_back(before->goer);
    }
    return found;
}

std::optional<Slot> Board::earlier(std::size_t visit) const {
    const auto& wanted = this->visit(visit);
    if (!wanted.earlier) {
        return std::nullopt;
    }
    const auto goer = wanted.earlier->goer;
    const auto in_crew = [&] {
        const auto& crew = problem_->crews[*wanted.crew];
        return std::find(crew.begin(), crew.end(), goer) != crew.end();
    };
    const bool may_go = wanted.own == goer || (wanted.crew && in_crew());
    const bool may_stay = slots_[visit] == wanted.earlier ||
                          (is_open(visit, wanted.earlier->day) && room(*wanted.earlier) > 0);
    return may_go && may_stay ? wanted.earlier : std::nullopt;
}

bool Board::fits(std::size_t visit, const Slot& slot) const {
    return room(slot) > 0 && is_open(visit, slot.day);
}

void Board::put(std::size_t visit, const Slot& slot) {
    slots_[visit] = slot;
    placed_[index(slot)].push_back(visit);
    --room_[index(slot)];
    ++seen_[seen(visit, slot.day)];
}

void Board::take(std::size_t visit) {
    const auto slot = slots_[visit].value();
    std::erase(placed_[index(slot)], visit);
    ++room_[index(slot)];
    --seen_[seen(visit, slot.day)];
    slots_[visit].reset();
}

std::int64_t Board::metres(const Slot& slot, std::span<const std::size_t> visits) const {
    std::vector<std::optional<Coordinates>> places;
    places.reserve(visits.size());
    for (const auto at : visits) {
        places.push_back(visit(at).place);
    }
    return short_tour(places, problem_->goers[slot.goer].home).metres;
}

std::int64_t minutes_of(const AssignmentProblem& problem,
                        std::size_t visits,
                        std::int64_t metres) noexcept {
    constexpr std::int64_t per_hour = 60;
    constexpr std::int64_t per_km = 1000;
    const auto speed = per_km * std::max(problem.km_per_hour, 1);
    return static_cast<std::int64_t>(visits) * problem.minutes_per_visit +
           (metres * per_hour + speed - 1) / speed;
}

std::optional<Coordinates> middle(const Board& board, std::span<const std::size_t> visits) {
    Coordinates sum{};
    std::int64_t known = 0;
    for (const auto at : visits) {
        if (const auto& place = board.visit(at).place) {
            sum.lat += place->lat;
            sum.lon += place->lon;
            ++known;
        }
    }
    return known == 0 ? std::nullopt : std::optional{Coordinates{sum.lat / known, sum.lon / known}};
}

}  // namespace dudao::domain
