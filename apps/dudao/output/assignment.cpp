#include "output/assignment.hpp"

#include "domain/tour.hpp"
#include "output/listing.hpp"
#include "output/planned_visits.hpp"
#include "report/wording.hpp"

#include <algorithm>
#include <map>
#include <ostream>

namespace dudao {

namespace {

/// The days of one person added up.
struct Sum {
    std::size_t visits = 0;
    std::size_t days = 0;
    std::size_t most = 0;  ///< visits on a day
    std::int64_t metres = 0;
    std::int64_t longest = 0;  ///< minutes of a day
};

std::map<std::size_t, Sum> sums_of(const domain::Assignment& assignment) {
    std::map<std::size_t, Sum> sums;
    for (const auto& round : assignment.rounds) {
        auto& sum = sums[round.slot.goer];
        sum.visits += round.visits.size();
        ++sum.days;
        sum.most = std::max(sum.most, round.visits.size());
        sum.metres += round.metres;
        sum.longest = std::max(sum.longest, round.minutes);
    }
    return sums;
}

std::int64_t count_of(const workflow::Assigned& done, domain::Choice choice) {
    const auto& placings = done.assignment.placings;
    return std::count_if(placings.begin(), placings.end(), [&](const domain::Placing& placing) {
        return placing.slot && placing.choice == choice;
    });
}

std::string obstacle_text(const Catalogue& words, domain::Obstacle obstacle) {
    switch (obstacle) {
        case domain::Obstacle::past:
            return std::string{words.text("its window has ended")};
        case domain::Obstacle::no_day:
            return std::string{words.text("no day of its window is worked")};
        case domain::Obstacle::nobody:
            return std::string{
                words.text("neither the store nor the regions above it have a supervisor")};
        case domain::Obstacle::away:
            return std::string{words.text("whoever could go is on leave")};
        case domain::Obstacle::full:
            break;
    }
    return std::string{words.text("whoever could go has no room left")};
}

std::string choice_text(const Catalogue& words, domain::Choice choice) {
    switch (choice) {
        case domain::Choice::kept:
            return std::string{words.text("done or moved by hand")};
        case domain::Choice::stayed:
            return std::string{words.text("stays where it was")};
        case domain::Choice::own:
            return std::string{words.text("the store's own supervisor")};
        case domain::Choice::region:
            break;
    }
    return std::string{words.text("one of the region")};
}

/// The way to each visit of a round from the one before it, or from home; nothing where either
/// place is not known.
std::vector<std::optional<std::int64_t>> ways_of(const domain::AssignmentProblem& problem,
                                                 const domain::Round& round) {
    std::vector<std::optional<std::int64_t>> ways;
    auto here = problem.goers[round.slot.goer].home;
    for (const auto at : round.visits) {
        const auto& place = problem.visits[at].place;
        ways.push_back(here && place ? std::optional{domain::way_between(*here, *place)}
                                     : std::nullopt);
        here = place ? place : here;
    }
    return ways;
}

void write_placed(report::JsonWriter& json, const workflow::Assigned& done) {
    json.key("visits").begin_array();
    for (const auto& round : done.assignment.rounds) {
        const auto ways = ways_of(done.problem, round);
        for (std::size_t at = 0; at < round.visits.size(); ++at) {
            const auto& row = done.visits[round.visits[at]];
            const auto& placing = done.assignment.placings[round.visits[at]];
            json.begin_object()
                .member("id", row.visit.id)
                .member("unit", row.visit.unit)
                .member("unit_name", row.unit_name)
                .member("day", done.problem.days[round.slot.day])
                .member("inspector", done.problem.goers[round.slot.goer].code)
                .member("order", static_cast<std::int64_t>(at + 1));
            json.key("metres").value(ways[at]);
            json.member("choice", domain::visit_choices.word(placing.choice)).end_object();
        }
    }
    json.end_array();
}

void write_unplaced(report::JsonWriter& json, const workflow::Assigned& done) {
    json.key("unplaced").begin_array();
    for (std::size_t at = 0; at < done.visits.size(); ++at) {
        const auto& placing = done.assignment.placings[at];
        if (!placing.slot) {
            const auto& row = done.visits[at];
            json.begin_object()
                .member("id", row.visit.id)
                .member("unit", row.visit.unit)
                .member("unit_name", row.unit_name)
                .member("from", row.visit.from)
                .member("to", row.visit.to)
                .member("obstacle", domain::visit_obstacles.word(placing.obstacle))
                .end_object();
        }
    }
    json.end_array();
}

void print_people(const Context& context, const workflow::Assigned& done) {
    const auto& words = context.words();
    const auto text = [&](std::string_view english) { return std::string{words.text(english)}; };
    const auto right = report::Align::right;
    report::Table table{context.out(),
                        {{.title = text("Inspector")},
                         {.title = text("Visits"), .align = right},
                         {.title = text("Days out"), .align = right},
                         {.title = text("Most a day"), .align = right, .rank = 1},
                         {.title = text("Longest day, minutes"), .align = right, .rank = 2},
                         {.title = text("km"), .align = right}},
                        context.screen()};
    for (const auto& [goer, sum] : sums_of(done.assignment)) {
        table.add({done.problem.goers[goer].code,
                   std::to_string(sum.visits),
                   std::to_string(sum.days),
                   std::to_string(sum.most),
                   std::to_string(sum.longest),
                   kilometres(sum.metres)});
    }
    table.finish();
}

void print_visits(const Context& context, const workflow::Assigned& done) {
    const auto& words = context.words();
    const auto text = [&](std::string_view english) { return std::string{words.text(english)}; };
    const auto right = report::Align::right;
    report::Table table{context.out(),
                        {{.title = text("Day")},
                         {.title = text("Inspector")},
                         {.title = text("Store"), .least = 10},
                         {.title = text("km"), .align = right, .rank = 2},
                         {.title = text("Why"), .least = 12, .rank = 1}},
                        context.screen()};
    for (const auto& round : done.assignment.rounds) {
        const auto ways = ways_of(done.problem, round);
        for (std::size_t at = 0; at < round.visits.size(); ++at) {
            const auto& row = done.visits[round.visits[at]];
            const auto& placing = done.assignment.placings[round.visits[at]];
            table.add({to_text(done.problem.days[round.slot.day]),
                       done.problem.goers[round.slot.goer].code,
                       row.visit.unit + ' ' + row.unit_name,
                       ways[at] ? kilometres(*ways[at]) : std::string{"-"},
                       choice_text(words, placing.choice)});
        }
    }
    table.finish();
}

void print_unplaced(const Context& context, const workflow::Assigned& done) {
    const auto& words = context.words();
    const auto text = [&](std::string_view english) { return std::string{words.text(english)}; };
    print_heading(context, words.text("Not placed"));
    report::Table table{context.out(),
                        {{.title = text("Id"), .rank = 2},
                         {.title = text("Store"), .least = 10},
                         {.title = text("Window"), .rank = 1},
                         {.title = text("Why"), .least = 12}},
                        context.screen()};
    for (std::size_t at = 0; at < done.visits.size(); ++at) {
        const auto& placing = done.assignment.placings[at];
        if (!placing.slot) {
            const auto& row = done.visits[at];
            table.add({short_text(row.visit.id, shortest_tail),
                       row.visit.unit + ' ' + row.unit_name,
                       window_text(row.visit),
                       {obstacle_text(words, placing.obstacle), report::Tone::bad}});
        }
    }
    table.finish();
}

}  // namespace

std::string kilometres(std::int64_t metres) {
    constexpr std::int64_t per_tenth = 100;
    const auto tenths = (metres + per_tenth / 2) / per_tenth;
    return fmt::format("{}.{}", tenths / 10, tenths % 10);
}

void write_assignment(report::JsonWriter& json, const workflow::Assigned& done, bool dry_run) {
    json.member("plan", done.plan.plan.id)
        .member("placed", static_cast<std::int64_t>(done.visits.size()) - done.unplaced)
        .member("kept", count_of(done, domain::Choice::kept))
        .member("changed", done.changed)
        .member("dry_run", dry_run);
    json.key("inspectors").begin_array();
    for (const auto& [goer, sum] : sums_of(done.assignment)) {
        json.begin_object()
            .member("inspector", done.problem.goers[goer].code)
            .member("visits", static_cast<std::int64_t>(sum.visits))
            .member("days", static_cast<std::int64_t>(sum.days))
            .member("most_a_day", static_cast<std::int64_t>(sum.most))
            .member("longest_minutes", sum.longest)
            .member("metres", sum.metres)
            .end_object();
    }
    json.end_array();
    write_placed(json, done);
    write_unplaced(json, done);
}

void print_assignment(const Context& context,
                      const workflow::Assigned& done,
                      bool dry_run,
                      bool explain) {
    const auto& words = context.words();
    const auto placed = static_cast<std::int64_t>(done.visits.size()) - done.unplaced;
    context.out() << fmt::format(
        fmt::runtime(dry_run ? words.text("{0} visits: {1} would be placed, {2} of them anew or "
                                          "elsewhere, {3} cannot be\n")
                             : words.text("{0} visits: {1} placed, {2} of them anew or elsewhere, "
                                          "{3} could not be\n")),
        done.visits.size(),
        placed,
        done.changed,
        done.unplaced);
    if (placed > 0) {
        context.out() << '\n';
        print_people(context, done);
    }
    if (explain && placed > 0) {
        print_heading(context, words.text("Each visit"));
        print_visits(context, done);
    }
    if (done.unplaced > 0) {
        print_unplaced(context, done);
    }
}

}  // namespace dudao
