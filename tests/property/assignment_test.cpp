// What must hold for every assignment, shown on many by chance; on small ones beside the best of
// all that there are.
#include "domain/assignment.hpp"

#include "domain/tour.hpp"
#include "support/arbitrary.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace dudao::domain {

namespace {

using namespace std::chrono_literals;

constexpr Day monday{2026y / 11 / 2};

/// How large problems by chance are.
struct Extent {
    int visits;
    int goers;
    int days;
    int minutes = 10'000;  ///< a day
};

Coordinates arbitrary_place(Random& random) {
    constexpr int wide = 3'000'000;
    return {312'000'000 + test::between(random, -wide, wide),
            1'214'000'000 + test::between(random, -wide, wide)};
}

/// Everybody is in crew 0; some shops have nobody, some are closed for a day.
AssignmentProblem arbitrary_problem(Random& random, const Extent& extent) {
    AssignmentProblem problem{.crews = {{}}};
    for (int at = 0; at < extent.days; ++at) {
        problem.days.push_back(monday + std::chrono::days{at});
    }
    for (int at = 0; at < extent.goers; ++at) {
        Goer goer{.code = "P" + std::to_string(at), .visits = test::between(random, 0, 3)};
        goer.minutes = extent.minutes;
        if (test::chance(random, 30)) {
            goer.home = arbitrary_place(random);
        }
        if (test::chance(random, 30)) {
            const auto from = monday + std::chrono::days{test::between(random, 0, extent.days)};
            goer.leave.push_back({from, from + std::chrono::days{1}});
        }
        problem.goers.push_back(goer);
        problem.crews[0].push_back(static_cast<std::size_t>(at));
    }
    for (int at = 0; at < extent.visits; ++at) {
        WantedVisit visit{.unit = "S" + std::to_string(at)};
        if (test::chance(random, 90)) {
            visit.place = arbitrary_place(random);
        }
        visit.from = monday + std::chrono::days{test::between(random, -1, extent.days - 1)};
        visit.to = visit.from + std::chrono::days{test::between(random, 0, extent.days)};
        if (test::chance(random, 15)) {
            visit.closed = {visit.from};
        }
        if (test::chance(random, 60)) {
            visit.own = test::below(random, problem.goers.size());
        }
        if (test::chance(random, 80)) {
            visit.crew = 0;
        }
        problem.visits.push_back(visit);
    }
    return problem;
}

bool is_away(const Goer& goer, Day day) {
    return std::any_of(goer.leave.begin(), goer.leave.end(), [&](const Leave& leave) {
        return leave.from <= day && day <= leave.to;
    });
}

/// Whether the rules allow one visit there, whatever else is there.
bool allows(const AssignmentProblem& problem, std::size_t at, const Slot& slot) {
    const auto& visit = problem.visits[at];
    const auto day = problem.days[slot.day];
    const bool may_go = visit.own == slot.goer || visit.crew;
    return may_go && day >= visit.from && day <= visit.to &&
           std::find(visit.closed.begin(), visit.closed.end(), day) == visit.closed.end() &&
           !is_away(problem.goers[slot.goer], day);
}

/// How good placings are: visits without a slot, those that are not where they were, those with
/// others than the shop's own.
using Worth = std::tuple<int, int, int>;

Worth worth_of(const AssignmentProblem& problem, const std::vector<std::optional<Slot>>& slots) {
    Worth worth{};
    for (std::size_t at = 0; at < slots.size(); ++at) {
        const auto& visit = problem.visits[at];
        std::get<0>(worth) += slots[at] ? 0 : 1;
        const bool moves = visit.earlier && slots[at] != visit.earlier;
        const bool stays = slots[at] && slots[at] == visit.earlier;
        std::get<1>(worth) += moves ? 1 : 0;
        std::get<2>(worth) += slots[at] && !stays && visit.own && visit.own != slots[at]->goer;
    }
    return worth;
}

/// Goes through all that the rules allow.
class Enumeration {
  public:
    explicit Enumeration(const AssignmentProblem& problem)
        : problem_(&problem), slots_(problem.visits.size()) {}

    Worth best() {
        from(0);
        return best_;
    }

  private:
    void from(std::size_t at) {
        if (at == slots_.size()) {
            best_ = std::min(best_, worth_of(*problem_, slots_));
            return;
        }
        slots_[at].reset();
        from(at + 1);
        for (std::size_t goer = 0; goer < problem_->goers.size(); ++goer) {
            for (std::size_t day = 0; day < problem_->days.size(); ++day) {
                const Slot slot{goer, day};
                auto& load = load_[slot];
                const std::pair shop{problem_->visits[at].unit, day};
                if (!allows(*problem_, at, slot) || load >= problem_->goers[goer].visits ||
                    !seen_.insert(shop).second) {
                    continue;
                }
                ++load;
                slots_[at] = slot;
                from(at + 1);
                --load;
                seen_.erase(shop);
            }
        }
        slots_[at].reset();
    }

    const AssignmentProblem* problem_;
    std::vector<std::optional<Slot>> slots_;
    std::map<Slot, int> load_ = {};
    std::set<std::pair<std::string, std::size_t>> seen_ = {};
    Worth best_{1'000, 0, 0};
};

std::vector<std::optional<Slot>> slots_of(const Assignment& done) {
    std::vector<std::optional<Slot>> slots;
    for (const auto& placing : done.placings) {
        slots.push_back(placing.slot);
    }
    return slots;
}

void check_rules(const AssignmentProblem& problem, const Assignment& done) {
    REQUIRE(done.placings.size() == problem.visits.size());
    std::map<Slot, int> load;
    std::set<std::pair<std::string, std::size_t>> seen;
    for (std::size_t at = 0; at < done.placings.size(); ++at) {
        const auto& placing = done.placings[at];
        if (!placing.slot) {
            continue;
        }
        if (problem.visits[at].kept) {
            CHECK(placing.slot == problem.visits[at].kept);
        } else {
            CHECK(allows(problem, at, *placing.slot));
            CHECK(load[*placing.slot] < problem.goers[placing.slot->goer].visits);
            CHECK_FALSE(seen.contains({problem.visits[at].unit, placing.slot->day}));
        }
        ++load[*placing.slot];
        seen.insert({problem.visits[at].unit, placing.slot->day});
    }
    std::size_t in_rounds = 0;
    for (const auto& round : done.rounds) {
        in_rounds += round.visits.size();
        for (const auto at : round.visits) {
            CHECK(done.placings[at].slot == round.slot);
        }
    }
    CHECK(in_rounds == static_cast<std::size_t>(std::count_if(
                           done.placings.begin(), done.placings.end(), [](const auto& p) {
                               return p.slot.has_value();
                           })));
}

/// The shortest way to visit places on so many days, with so much a day that has more than another.
class ShortestDays {
  public:
    ShortestDays(const AssignmentProblem& problem, std::int64_t each_more)
        : problem_(&problem), each_more_(each_more), days_(problem.days.size()) {}

    std::int64_t cost() {
        from(0);
        return best_;
    }

  private:
    void from(std::size_t at) {
        if (at == problem_->visits.size()) {
            std::int64_t sum = 0;
            for (const auto& day : days_) {
                sum += shortest(day) + each_more_ * pairs(day.size());
            }
            best_ = std::min(best_, sum);
            return;
        }
        for (auto& day : days_) {
            day.push_back(at);
            from(at + 1);
            day.pop_back();
        }
    }

    static std::int64_t pairs(std::size_t load) {
        return static_cast<std::int64_t>(load * (load - 1) / 2);
    }

    std::int64_t shortest(std::vector<std::size_t> order) {
        auto& known = known_[order];
        if (order.size() < 2 || known > 0) {
            return known;
        }
        known = std::numeric_limits<std::int64_t>::max();
        const auto key = order;
        do {
            std::int64_t sum = 0;
            for (std::size_t at = 1; at < order.size(); ++at) {
                sum += way_between(*problem_->visits[order[at - 1]].place,
                                   *problem_->visits[order[at]].place);
            }
            known_[key] = std::min(known_[key], sum);
        } while (std::next_permutation(order.begin(), order.end()));
        return known_[key];
    }

    const AssignmentProblem* problem_;
    std::int64_t each_more_;
    std::vector<std::vector<std::size_t>> days_;
    std::map<std::vector<std::size_t>, std::int64_t> known_ = {};
    std::int64_t best_ = std::numeric_limits<std::int64_t>::max();
};

}  // namespace

TEST_SUITE("property/assignment") {
    TEST_CASE("visits stay in windows and working days and rooms and no shop has two a day") {
        for (std::uint64_t seed = 0; seed < 150; ++seed) {
            CAPTURE(seed);
            auto random = seeded_random(seed);
            auto problem = arbitrary_problem(random, {.visits = 24, .goers = 4, .days = 6});
            for (std::size_t at = 1; at < problem.visits.size(); at += 3) {
                problem.visits[at].unit = problem.visits[at - 1].unit;
                problem.visits[at].own = problem.visits[at - 1].own;
                problem.visits[at].crew = problem.visits[at - 1].crew;
            }
            const auto done = assign(problem);
            check_rules(problem, done);
            CHECK(assign(problem) == done);
        }
    }

    TEST_CASE("as many visits are placed as can be, as few with others than the shop's own") {
        for (std::uint64_t seed = 0; seed < 150; ++seed) {
            CAPTURE(seed);
            auto random = seeded_random(seed);
            auto problem = arbitrary_problem(random, {.visits = 6, .goers = 2, .days = 3});
            if (test::chance(random, 30)) {
                problem.visits[1] = problem.visits[0];
            }
            const auto done = assign(problem);
            check_rules(problem, done);
            CHECK(worth_of(problem, slots_of(done)) == Enumeration{problem}.best());
        }
    }

    TEST_CASE("an assignment again moves as few visits as can be") {
        for (std::uint64_t seed = 0; seed < 150; ++seed) {
            CAPTURE(seed);
            auto random = seeded_random(seed);
            auto problem = arbitrary_problem(random, {.visits = 6, .goers = 2, .days = 3});
            const auto before = assign(problem);
            for (std::size_t at = 0; at < problem.visits.size(); ++at) {
                problem.visits[at].earlier = before.placings[at].slot;
            }
            CHECK(slots_of(assign(problem)) == slots_of(before));
            problem.goers[0].leave.push_back({monday, monday});
            problem.visits[5].from = problem.visits[5].to = monday + std::chrono::days{1};
            const auto again = assign(problem);
            check_rules(problem, again);
            CHECK(worth_of(problem, slots_of(again)) == Enumeration{problem}.best());
        }
    }

    TEST_CASE("what is done or moved by hand stays and takes room") {
        for (std::uint64_t seed = 0; seed < 100; ++seed) {
            CAPTURE(seed);
            auto random = seeded_random(seed);
            auto problem = arbitrary_problem(random, {.visits = 20, .goers = 3, .days = 5});
            const auto before = assign(problem);
            for (std::size_t at = 0; at < problem.visits.size(); at += 2) {
                problem.visits[at].kept = before.placings[at].slot;
            }
            check_rules(problem, assign(problem));
        }
    }

    TEST_CASE("no day is longer than its person has time") {
        for (std::uint64_t seed = 0; seed < 100; ++seed) {
            CAPTURE(seed);
            auto random = seeded_random(seed);
            auto problem =
                arbitrary_problem(random, {.visits = 15, .goers = 3, .days = 5, .minutes = 240});
            const auto done = assign(problem);
            check_rules(problem, done);
            for (const auto& round : done.rounds) {
                CHECK(round.minutes <= 240);
            }
        }
    }

    TEST_CASE("days are even and ways short, beside the best of all") {
        constexpr std::int64_t each_more = 6'000;
        std::int64_t ours = 0;
        std::int64_t best = 0;
        for (std::uint64_t seed = 0; seed < 25; ++seed) {
            CAPTURE(seed);
            auto random = seeded_random(seed);
            AssignmentProblem problem{.crews = {}};
            problem.days = {monday, monday + std::chrono::days{1}, monday + std::chrono::days{2}};
            problem.goers = {{.code = "P0", .visits = 8, .minutes = 10'000}};
            for (int at = 0; at < 7; ++at) {
                problem.visits.push_back({.unit = "S" + std::to_string(at),
                                          .place = arbitrary_place(random),
                                          .from = problem.days.front(),
                                          .to = problem.days.back(),
                                          .own = 0});
            }
            for (const auto& round : assign(problem).rounds) {
                const auto load = static_cast<std::int64_t>(round.visits.size());
                ours += round.metres + each_more * load * (load - 1) / 2;
            }
            best += ShortestDays{problem, each_more}.cost();
        }
        MESSAGE("ours / best: " << static_cast<double>(ours) / static_cast<double>(best));
        CHECK(ours * 100 <= best * 110);
    }
}

}  // namespace dudao::domain
