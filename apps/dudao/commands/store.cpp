#include "base/text.hpp"
#include "commands/declare.hpp"
#include "commands/filters.hpp"
#include "commands/list_import.hpp"
#include "commands/store_verbs.hpp"
#include "output/list_changes.hpp"
#include "output/listing.hpp"
#include "output/rows.hpp"
#include "report/wording.hpp"
#include "workflow/import_units.hpp"
#include "workflow/units.hpp"

#include <ostream>

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

struct EditOptions {
    std::string code;
    std::vector<std::string> fields;  ///< FIELD=TEXT
    std::optional<Day> as_of;
    bool dry_run = false;
    bool json = false;
};

ExitCode edit(const EditOptions& options,
              const std::vector<std::pair<std::string, std::string>>& fields,
              Context& context) {
    auto opened = context.open(store::Need::writing);
    const auto done =
        workflow::edit_unit(opened.session, options.code, fields, options.as_of, options.dry_run);
    if (options.json) {
        print_object(context, [&](report::JsonWriter& json) {
            json.member("dry_run", options.dry_run);
            write_changes(json, done);
        });
        return ExitCode::ok;
    }
    print_changes(context, done);
    if (done.changed == 0) {
        context.note(context.words().text("{} is like this already: nothing was changed"),
                     options.code);
    }
    return ExitCode::ok;
}

ExitCode run_edit(const EditOptions& options, Context& context) {
    std::vector<std::pair<std::string, std::string>> fields;
    for (const auto& pair : options.fields) {
        fields.push_back(field_and_text(pair, "--set"));
    }
    return edit(options, fields, context);
}

ExitCode run_close(const EditOptions& options, Context& context) {
    return edit(options, {{"status", "closed"}}, context);
}

void add_edit_options(Command& verb, EditOptions& options, const Catalogue& words) {
    verb.add_option("CODE", options.code, std::string{words.text("Code of the store")})->required();
    add_day(
        verb, "--as-of", options.as_of, words.text("Day from which changes hold, when not today"));
    verb.add_flag("--dry-run",
                  options.dry_run,
                  std::string{words.text("Say what would be done, write nothing")});
    add_json(verb, options.json, words);
}

ExitCode run_history(const ShowOptions& options, Context& context) {
    const auto& words = context.words();
    const auto text = [&](std::string_view english) { return std::string{words.text(english)}; };
    Listing listing{context,
                    options.json,
                    "history",
                    {{.title = std::string{words.text("day", "From")}},
                     {.title = std::string{words.text("day", "Until")}},
                     {.title = text("Region"), .least = 8, .rank = 1},
                     {.title = text("Ownership"), .rank = 3},
                     {.title = text("Status"), .rank = 2},
                     {.title = text("Head"), .rank = 2},
                     {.title = text("Supervisor"), .rank = 2}}};
    auto opened = context.open(store::Need::reading);
    const auto spans = workflow::unit_history(opened.session, options.code);
    for (const auto& [from, until, unit] : spans) {
        const auto first = from == Day{} ? std::string{} : to_text(from);
        if (listing.is_json()) {
            auto& json = listing.json();
            json.begin_object().key("from").text_or_null(first).key("until").value(until);
            json.key("parent").text_or_null(unit.parent).key("ownership");
            unit.ownership ? json.value(domain::ownerships.word(*unit.ownership)) : json.null();
            json.member("status", domain::unit_statuses.word(unit.status));
            json.key("head").text_or_null(unit.head);
            json.key("supervisor").text_or_null(unit.supervisor).end_object();
            listing.end_row();
            continue;
        }
        listing.add({first,
                     until ? to_text(*until) : std::string{},
                     unit.parent,
                     unit.ownership ? report::shown(words, domain::ownerships, *unit.ownership)
                                    : std::string{},
                     report::shown(words, domain::unit_statuses, unit.status),
                     unit.head,
                     unit.supervisor});
    }
    return listing.finish(spans.size(), false);
}

void declare_changes(Declaring& to) {
    const auto& words = to.words;
    declare_verb<EditOptions>(
        to,
        "edit",
        words.text("Change fields of a store"),
        "  dudao store edit S0012 --set phone=0571-8888 --set supervisor=S01 --as-of 2026-12-01",
        [&](Command& verb, EditOptions& options) {
            add_edit_options(verb, options, words);
            verb.add_option("--set",
                            options.fields,
                            std::string{words.text("Field, named as columns of lists are, and its "
                                                   "new text; several times for several fields")})
                ->type_name("FIELD=TEXT")
                ->required()
                ->repeated();
        },
        run_edit);
    declare_verb<EditOptions>(
        to,
        "close",
        words.text("Mark a store as closed"),
        "  dudao store close S0012 --as-of 2026-11-30",
        [&](Command& verb, EditOptions& options) { add_edit_options(verb, options, words); },
        run_close);
    declare_verb<ShowOptions>(
        to,
        "history",
        words.text("Show where a store belonged, and since when"),
        "  dudao store history S0012",
        [&](Command& verb, ShowOptions& options) {
            verb.add_option("CODE", options.code, std::string{words.text("Code of the store")})
                ->required();
            add_json(verb, options.json, words);
        },
        run_history);
}

}  // namespace

void declare_store(Declaring& to) {
    const auto& words = to.words;
    declare_verb<ImportOptions>(
        to,
        "import",
        words.text("Import a list of stores"),
        "  dudao store import stores.csv --column code=门店编号 --dry-run",
        [&](Command& verb, ImportOptions& options) {
            add_store_import_options(verb, options, words);
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
        [&](Command& verb, ListOptions& options) {
            add_unit_filter(verb, options.request.filter, words);
            add_unit_search(verb, options.request.filter, words);
            add_limit(verb, options.request.limit, words);
            add_json(verb, options.json, words);
        },
        run_list);
    declare_verb<ShowOptions>(
        to,
        "show",
        words.text("Show a store with its last visits and open issues"),
        "  dudao store show 23382",
        [&](Command& verb, ShowOptions& options) {
            verb.add_option("CODE", options.code, std::string{words.text("Code of the store")})
                ->required();
            add_json(verb, options.json, words);
        },
        run_show);
    declare_changes(to);
    declare_store_export(to);
    declare_store_duplicates(to);
}

}  // namespace dudao::commands
