#include "domain/assignment_places.hpp"

#include "domain/tour.hpp"

#include <algorithm>
#include <span>

namespace dudao::domain {

namespace {

/// Those of a region without home and shops of their own share what nobody has.
void share_out(const Board& board,
               const std::vector<std::size_t>& crew,
               std::vector<std::size_t>&& visits,
               std::vector<std::optional<Coordinates>>& places) {
    std::vector<std::size_t> without;
    std::copy_if(crew.begin(), crew.end(), std::back_inserter(without), [&](std::size_t goer) {
        return !places[goer].has_value();
    });
    std::stable_sort(visits.begin(), visits.end(), [&](std::size_t a, std::size_t b) {
        return on_curve(board, a) < on_curve(board, b);
    });
    for (std::size_t at = 0; at < without.size(); ++at) {
        const auto from = visits.size() * at / without.size();
        const auto to = visits.size() * (at + 1) / without.size();
        places[without[at]] = middle(board, std::span{visits}.subspan(from, to - from));
    }
}

}  // namespace

std::uint64_t on_curve(const Board& board, std::size_t visit) {
    const auto& place = board.visit(visit).place;
    return place ? place_on_curve(*place) : 0;
}

std::vector<std::optional<Coordinates>> gathering_places(const Board& board) {
    const auto& problem = board.problem();
    std::vector<std::optional<Coordinates>> places(problem.goers.size());
    std::vector<std::vector<std::size_t>> own(problem.goers.size());
    std::vector<std::vector<std::size_t>> free(problem.crews.size());
    for (std::size_t at = 0; at < problem.visits.size(); ++at) {
        const auto& visit = problem.visits[at];
        if (visit.own) {
            own[*visit.own].push_back(at);
        } else if (visit.crew && visit.place) {
            free[*visit.crew].push_back(at);
        }
    }
    for (std::size_t goer = 0; goer < places.size(); ++goer) {
        const auto& home = problem.goers[goer].home;
        places[goer] = home ? home : middle(board, own[goer]);
    }
    for (std::size_t crew = 0; crew < problem.crews.size(); ++crew) {
        share_out(board, problem.crews[crew], std::move(free[crew]), places);
    }
    return places;
}

}  // namespace dudao::domain
