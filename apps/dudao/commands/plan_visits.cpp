#include "commands/plan_visits.hpp"

#include "commands/declare.hpp"
#include "commands/filters.hpp"
#include "output/listing.hpp"
#include "output/planned_visits.hpp"
#include "output/rows.hpp"
#include "report/wording.hpp"
#include "workflow/planned_visits.hpp"

namespace dudao::commands {

namespace {

struct VisitsOptions {
    workflow::PlanVisitsRequest request;
    bool json = false;
};

struct HistoryOptions {
    std::string visit;
    bool json = false;
};

struct MoveOptions {
    workflow::VisitMove move;
    std::optional<Day> to = {};
    bool json = false;
};

struct CancelOptions {
    std::string visit;
    std::string reason;
    bool json = false;
};

struct SwapOptions {
    std::string one;
    std::string other;
    std::string reason = {};
    bool json = false;
};

ExitCode run_visits(const VisitsOptions& options, Context& context) {
    auto opened = context.open(store::Need::reading);
    const auto found = workflow::list_visits(opened.session, options.request);
    Listing listing{context, options.json, "visits", planned_visit_columns(context.words())};
    for (const auto& row : found.visits) {
        if (listing.is_json()) {
            write_planned_visit(listing.json(), row, found.today);
            listing.end_row();
        } else {
            listing.add(planned_visit_cells(
                context.words(), row, found.alike.contains(row.visit.id), found.today));
        }
    }
    return listing.finish(found.visits.size(), false);
}

/// What has become of visits, each on a line or in the array `visits`.
ExitCode print_changed(const Context& context,
                       bool as_json,
                       const std::vector<store::VisitRow>& rows,
                       Day today) {
    if (as_json) {
        print_object(context, [&](report::JsonWriter& json) {
            json.key("visits").begin_array();
            for (const auto& row : rows) {
                write_planned_visit(json, row, today);
            }
            json.end_array();
        });
        return ExitCode::ok;
    }
    const auto& words = context.words();
    for (const auto& row : rows) {
        const auto id = short_text(row.visit.id, shortest_tail);
        if (row.state.cancelled) {
            context.out() << fmt::format(
                fmt::runtime(words.text("{0} {1}: cancelled\n")), id, row.visit.unit);
            continue;
        }
        context.out() << fmt::format(
            fmt::runtime(words.text("{0} {1}: {2}, {3}\n")),
            id,
            row.visit.unit,
            to_text(*row.state.day),
            row.state.inspector.empty() ? words.text("nobody") : row.state.inspector);
        if (*row.state.day > row.visit.to) {
            context.note(words.text("its window ends on {}: it will count as late"),
                         to_text(row.visit.to));
        }
    }
    return ExitCode::ok;
}

ExitCode run_history(const HistoryOptions& options, Context& context) {
    const auto& words = context.words();
    auto opened = context.open(store::Need::reading);
    const auto detail = workflow::show_planned_visit(opened.session, options.visit);
    const auto& row = detail.row;
    if (options.json) {
        print_object(context, [&](report::JsonWriter& json) {
            json.key("visit");
            write_planned_visit(json, row, detail.today);
            json.key("events").begin_array();
            for (const auto& event : detail.events) {
                write_event(json, event);
            }
            json.end_array();
        });
        return ExitCode::ok;
    }
    Sheet sheet{context};
    sheet.add(words.text("Visit"), to_text(row.visit.id));
    sheet.add(words.text("Store"), row.visit.unit + ' ' + row.unit_name);
    sheet.add(words.text("Checklist"), row.visit.checklist);
    sheet.add(words.text("Window"), window_text(row.visit));
    sheet.add(words.text("Day"), row.state.day ? to_text(*row.state.day) : std::string{});
    sheet.add(words.text("Inspector"), row.state.inspector);
    sheet.add(words.text("Standing"), standing_text(words, row, detail.today));
    sheet.add(words.text("Made on"), row.done_on ? to_text(*row.done_on) : std::string{});
    sheet.print();
    if (!detail.events.empty()) {
        print_heading(context, words.text("History"));
        print_events(context, detail.events);
    }
    return ExitCode::ok;
}

ExitCode run_move(const MoveOptions& options, Context& context) {
    auto opened = context.open(store::Need::writing);
    auto move = options.move;
    move.to = *options.to;
    const auto row = workflow::move_visit(opened.session, move);
    return print_changed(context, options.json, {row}, opened.session.today());
}

ExitCode run_cancel(const CancelOptions& options, Context& context) {
    auto opened = context.open(store::Need::writing);
    const auto row = workflow::cancel_visit(opened.session, options.visit, options.reason);
    return print_changed(context, options.json, {row}, opened.session.today());
}

ExitCode run_swap(const SwapOptions& options, Context& context) {
    auto opened = context.open(store::Need::writing);
    const auto [one, other] =
        workflow::swap_visits(opened.session, options.one, options.other, options.reason);
    return print_changed(context, options.json, {one, other}, opened.session.today());
}

void declare_visits(Declaring& to) {
    const auto& words = to.words;
    const auto text = [&](std::string_view english) { return std::string{words.text(english)}; };
    declare_verb<VisitsOptions>(
        to,
        "visits",
        words.text("List the visits of a plan: who makes them, and when"),
        "  dudao plan visits 2026-11 --inspector Z01",
        [&](Command& verb, VisitsOptions& options) {
            auto& request = options.request;
            verb.add_option("PLAN", request.plan, text("Its period, or the end of its id"))
                ->required();
            verb.add_option("--inspector", request.inspector, text("Only those of this person"))
                ->type_name("PERSON");
            verb.add_option("--unit", request.unit, text("Only those to this store"))
                ->type_name("CODE");
            add_day(
                verb,
                "--day",
                request.day,
                words.text("Only those set to this day, or with no day and it in their window"));
            add_json(verb, options.json, words);
        },
        run_visits);
}

void declare_move(Declaring& to) {
    const auto& words = to.words;
    const auto text = [&](std::string_view english) { return std::string{words.text(english)}; };
    declare_verb<MoveOptions>(
        to,
        "move",
        words.text("Set a visit to another day, or give it to someone else"),
        "  dudao plan move 9C4RT --to 2026-11-12 --reason 店长外出",
        [&](Command& verb, MoveOptions& options) {
            verb.add_option("VISIT", options.move.visit, text("End of its id"))->required();
            add_day(verb, "--to", options.to, words.text("The day it is to be made"))->required();
            verb.add_option("--inspector", options.move.inspector, text("Who makes it from now on"))
                ->type_name("PERSON");
            verb.add_option("--reason", options.move.reason, text("Why"))
                ->type_name("TEXT")
                ->required();
            add_json(verb, options.json, words);
        },
        run_move);
}

}  // namespace

void declare_plan_visits(Declaring& to) {
    const auto& words = to.words;
    const auto text = [&](std::string_view english) { return std::string{words.text(english)}; };
    declare_visits(to);
    declare_verb<HistoryOptions>(
        to,
        "history",
        words.text("Show a planned visit and what has become of it"),
        "  dudao plan history 9C4RT",
        [&](Command& verb, HistoryOptions& options) {
            verb.add_option("VISIT", options.visit, text("End of its id"))->required();
            add_json(verb, options.json, words);
        },
        run_history);
    declare_move(to);
    declare_verb<SwapOptions>(
        to,
        "swap",
        words.text("Two visits exchange their days and inspectors"),
        "  dudao plan swap 9C4RT 7M2KD",
        [&](Command& verb, SwapOptions& options) {
            verb.add_option("VISIT", options.one, text("End of its id"))->required();
            verb.add_option("OTHER", options.other, text("End of the id of the other visit"))
                ->required();
            verb.add_option("--reason", options.reason, text("Why"))->type_name("TEXT");
            add_json(verb, options.json, words);
        },
        run_swap);
    declare_verb<CancelOptions>(
        to,
        "cancel",
        words.text("Call a planned visit off"),
        "  dudao plan cancel 9C4RT --reason 停业装修",
        [&](Command& verb, CancelOptions& options) {
            verb.add_option("VISIT", options.visit, text("End of its id"))->required();
            verb.add_option("--reason", options.reason, text("Why"))->type_name("TEXT")->required();
            add_json(verb, options.json, words);
        },
        run_cancel);
}

}  // namespace dudao::commands
