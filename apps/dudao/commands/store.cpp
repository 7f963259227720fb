#include "base/text.hpp"
#include "commands/declare.hpp"
#include "commands/filters.hpp"
#include "commands/import_options.hpp"
#include "output/listing.hpp"
#include "output/rows.hpp"
#include "report/wording.hpp"
#include "workflow/units.hpp"

namespace dudao::commands {

namespace {

struct ListOptions {
    workflow::UnitListRequest request;
    bool json = false;
};

struct ShowOptions {
    std::string code;
    bool json = false;
};

ExitCode run_list(const ListOptions& options, Context& context) {
    const auto& words = context.words();
    const auto text = [&](std::string_view english) { return std::string{words.text(english)}; };
    Listing listing{context,
                    options.json,
                    "stores",
                    {{.title = text("Code")},
                     {.title = text("Name"), .least = 10},
                     {.title = text("Region"), .least = 8, .rank = 1},
                     {.title = text("Ownership"), .rank = 3},
                     {.title = text("Status"), .rank = 2},
                     {.title = text("Supervisor"), .rank = 2},
                     {.title = text("Address"), .least = 12, .rank = 4}}};
    auto opened = context.open(store::Need::reading);
    const auto listed = workflow::list_units(opened.session, options.request, [&](const auto& row) {
        const auto& unit = row.unit;
        if (listing.is_json()) {
            write_unit(listing.json(), row);
            listing.end_row();
            return;
        }
        listing.add({unit.code,
                     unit.name,
                     row.region,
                     unit.ownership ? report::shown(words, domain::ownerships, *unit.ownership)
                                    : std::string{},
                     report::shown(words, domain::unit_statuses, unit.status),
                     unit.supervisor,
                     unit.address});
    });
    return listing.finish(listed.rows, listed.truncated);
}

void print_unit(const Context& context, const workflow::UnitDetail& detail) {
    const auto& words = context.words();
    const auto& unit = detail.listed.unit;
    Sheet sheet{context};
    sheet.add(words.text("Code"), unit.code);
    sheet.add(words.text("Name"), unit.name);
    sheet.add(words.text("Kind"), report::shown(words, domain::unit_kinds, unit.kind));
    sheet.add(words.text("Region"), detail.listed.region);
    sheet.add(words.text("Ownership"),
              unit.ownership ? report::shown(words, domain::ownerships, *unit.ownership) : "");
    sheet.add(words.text("Status"), report::shown(words, domain::unit_statuses, unit.status));
    sheet.add(words.text("Since"), detail.since == Day{} ? "" : to_text(detail.since));
    sheet.add(words.text("Head"), unit.head);
    sheet.add(words.text("Supervisor"), unit.supervisor);
    sheet.add(words.text("Franchisee"), unit.franchisee);
    sheet.add(words.text("Phone"), unit.phone);
    sheet.add(words.text("Address"), unit.address);
    sheet.add(words.text("Coordinates"),
              unit.coordinates ? domain::degrees_text(unit.coordinates->lat) + ", " +
                                     domain::degrees_text(unit.coordinates->lon)
                               : "");
    sheet.add(words.text("Opened"), unit.opened_on ? to_text(*unit.opened_on) : "");
    sheet.add(words.text("Tags"), joined(unit.tags, ", "));
    sheet.print();
    if (!detail.visits.empty()) {
        print_heading(context, words.text("Last visits"));
        print_visits(context, detail.visits);
    }
    if (!detail.issues.empty()) {
        print_heading(context, words.text("Open issues"));
        print_issues(context, detail.issues);
    }
}

ExitCode run_show(const ShowOptions& options, Context& context) {
    auto opened = context.open(store::Need::reading);
    const auto detail = workflow::show_unit(opened.session, options.code);
    if (!options.json) {
        print_unit(context, detail);
        return ExitCode::ok;
    }
    print_object(context, [&](report::JsonWriter& json) {
        json.key("store");
        write_unit(json, detail.listed);
        json.key("inspections").begin_array();
        for (const auto& row : detail.visits) {
            write_inspection(json, row);
        }
        json.end_array().key("issues").begin_array();
        for (const auto& row : detail.issues) {
            write_issue(json, row);
        }
        json.end_array();
    });
    return ExitCode::ok;
}

}  // namespace

void declare_store(Declaring& to) {
    const auto& words = to.words;
    declare_verb<ImportOptions>(
        to,
        "import",
        words.text("Import a list of stores"),
        "  dudao store import stores.csv --column code=门店编号 --dry-run",
        [&](CLI::App& verb, ImportOptions& options) {
            add_import_options(verb, options, words);
            add_day(verb,
                    "--as-of",
                    options.as_of,
                    words.text("Day from which changes hold, when not today"));
        },
        run_store_import);
    declare_verb<ListOptions>(
        to,
        "list",
        words.text("List stores"),
        "  dudao store list --region 浙江省 --unit-status open --json",
        [&](CLI::App& verb, ListOptions& options) {
            add_unit_filter(verb, options.request.filter, words);
            verb.add_option("--search",
                            options.request.filter.text,
                            std::string{words.text("Only with this in code, name or address")})
                ->type_name("TEXT");
            add_day(verb,
                    "--as-of",
                    options.request.filter.as_of,
                    words.text("As they belonged on that day"));
            add_limit(verb, options.request.limit, words);
            add_json(verb, options.json, words);
        },
        run_list);
    declare_verb<ShowOptions>(
        to,
        "show",
        words.text("Show a store with its last visits and open issues"),
        "  dudao store show 23382",
        [&](CLI::App& verb, ShowOptions& options) {
            verb.add_option("CODE", options.code, std::string{words.text("Code of the store")})
                ->required();
            add_json(verb, options.json, words);
        },
        run_show);
}

}  // namespace dudao::commands
