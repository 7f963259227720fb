// assign_bench [UNITS PEOPLE VISITS]...: how long assigning takes, how far people travel and how
// even their days are, beside the first fit: each visit, those whose windows end first, to the
// earliest day of its supervisor that has room. Shops lie around the cities of regions, on a month
// of 21 working days with two windows. Without figures: 2,000 shops with 20 people, then 50,000
// with 500 and two visits each.
#include "domain/assignment.hpp"
#include "domain/tour.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdint>
#include <ctime>
#include <iomanip>
#include <iostream>
#include <map>
#include <numeric>
#include <random>
#include <set>
#include <string>
#include <sys/resource.h>
#include <vector>

namespace {

using namespace dudao;
using namespace dudao::domain;
using namespace std::chrono_literals;

struct Size {
    std::size_t shops;
    std::size_t people;
    std::size_t visits;  ///< at each shop
};

constexpr std::size_t crew_size = 10;

std::vector<Day> working_days() {
    std::vector<Day> days;
    for (Day day{2026y / 11 / 1}; day <= Day{2026y / 11 / 30}; day += std::chrono::days{1}) {
        const std::chrono::weekday weekday{day};
        if (weekday != std::chrono::Saturday && weekday != std::chrono::Sunday) {
            days.push_back(day);
        }
    }
    return days;
}

/// A supervisor has the shops of one part of his city; one shop in twenty has none.
AssignmentProblem problem_of(const Size& size) {
    std::mt19937_64 random{1};  // NOLINT(cert-msc*): the same for each run
    const auto between = [&](std::int64_t from, std::int64_t to) {
        return from + static_cast<std::int64_t>(random() % static_cast<std::uint64_t>(to - from));
    };
    AssignmentProblem problem{.days = working_days()};
    std::vector<Coordinates> parts;
    Coordinates city;
    for (std::size_t at = 0; at < size.people; ++at) {
        if (at % crew_size == 0) {
            city = {between(220'000'000, 450'000'000), between(1'000'000'000, 1'220'000'000)};
            problem.crews.emplace_back();
        }
        constexpr std::int64_t wide = 2'000'000;  // 0.2 degrees: about 20 km
        parts.push_back({city.lat + between(-wide, wide), city.lon + between(-wide, wide)});
        problem.goers.push_back({.code = "P" + std::to_string(10'000 + at)});
        problem.goers.back().visits = 12;
        problem.goers.back().minutes = 720;
        problem.crews.back().push_back(at);
    }
    problem.minutes_per_visit = 40;
    for (std::size_t shop = 0; shop < size.shops; ++shop) {
        const auto owner = shop % size.people;
        constexpr std::int64_t wide = 1'000'000;
        const Coordinates place{parts[owner].lat + between(-wide, wide),
                                parts[owner].lon + between(-wide, wide)};
        const auto half = 2026y / 11 / 15;
        for (std::size_t number = 0; number < size.visits; ++number) {
            WantedVisit visit{.unit = "S" + std::to_string(100'000 + shop), .place = place};
            visit.from = number == 0 ? Day{2026y / 11 / 1} : Day{half} + std::chrono::days{1};
            visit.to = number + 1 == size.visits ? Day{2026y / 11 / 30} : Day{half};
            visit.crew = owner / crew_size;
            if (shop % 20 != 0) {
                visit.own = owner;
            }
            problem.visits.push_back(visit);
        }
    }
    return problem;
}

/// The earliest day that has room, of the shop's own supervisor or else of the first who has one.
std::vector<Placing> first_fit(const AssignmentProblem& problem) {
    std::vector<std::size_t> order(problem.visits.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return problem.visits[a].to < problem.visits[b].to;
    });
    std::vector<Placing> placings(problem.visits.size());
    std::map<Slot, int> load;
    std::set<std::pair<std::string, std::size_t>> seen;
    for (const auto at : order) {
        const auto& visit = problem.visits[at];
        auto goers = problem.crews[*visit.crew];
        if (visit.own) {
            goers = {*visit.own};
        }
        for (const auto goer : goers) {
            for (std::size_t day = 0; day < problem.days.size() && !placings[at].slot; ++day) {
                const auto date = problem.days[day];
                const bool fits = date >= visit.from && date <= visit.to &&
                                  load[{goer, day}] < problem.goers[goer].visits &&
                                  !seen.contains({visit.unit, day});
                if (fits) {
                    placings[at].slot = Slot{goer, day};
                    ++load[{goer, day}];
                    seen.insert({visit.unit, day});
                }
            }
        }
    }
    return placings;
}

/// Kilometres of everybody, and the mean difference of a day from the mean day of its person.
void print(const AssignmentProblem& problem,
           const char* name,
           std::size_t placed,
           const std::vector<Round>& rounds,
           double seconds) {
    std::int64_t metres = 0;
    std::vector<std::vector<std::size_t>> loads(problem.goers.size(),
                                                std::vector<std::size_t>(problem.days.size()));
    for (const auto& round : rounds) {
        metres += round.metres;
        loads[round.slot.goer][round.slot.day] = round.visits.size();
    }
    double uneven = 0;
    for (const auto& days : loads) {
        const auto mean = static_cast<double>(std::accumulate(days.begin(), days.end(), 0UL)) /
                          static_cast<double>(days.size());
        for (const auto load : days) {
            uneven += std::abs(static_cast<double>(load) - mean);
        }
    }
    std::cout << "    " << std::left << std::setw(10) << name << std::right << std::fixed
              << std::setprecision(2) << std::setw(8) << placed << " placed" << std::setw(12)
              << static_cast<double>(metres) / 1000 << " km" << std::setw(8)
              << uneven / static_cast<double>(problem.goers.size() * problem.days.size())
              << " visits off the mean day" << std::setw(8) << seconds << " s\n";
}

void measure(const Size& size) {
    const auto problem = problem_of(size);
    std::cout << size.shops << " shops, " << size.people << " people, " << problem.visits.size()
              << " visits\n";
    const auto begin = std::clock();
    const auto done = assign(problem);
    const auto seconds = static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
    const auto placed = static_cast<std::size_t>(
        std::count_if(done.placings.begin(), done.placings.end(), [](const Placing& placing) {
            return placing.slot.has_value();
        }));
    print(problem, "assign", placed, done.rounds, seconds);
    const auto start = std::clock();
    const auto placings = first_fit(problem);
    const auto taken = static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
    const auto fitted = static_cast<std::size_t>(
        std::count_if(placings.begin(), placings.end(), [](const Placing& placing) {
            return placing.slot.has_value();
        }));
    print(problem, "first fit", fitted, rounds_of(problem, placings), taken);
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    std::cout << "    peak " << usage.ru_maxrss / 1024 << " MiB\n";
}

}  // namespace

int main(int argc, char** argv) {
    std::vector<Size> sizes;
    for (int at = 1; at + 2 < argc; at += 3) {
        sizes.push_back({std::stoul(argv[at]), std::stoul(argv[at + 1]), std::stoul(argv[at + 2])});
    }
    if (sizes.empty()) {
        sizes = {{2'000, 20, 1}, {50'000, 500, 2}};
    }
    for (const auto& size : sizes) {
        measure(size);
    }
    return 0;
}
