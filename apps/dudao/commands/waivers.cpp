#include "commands/waivers.hpp"

#include "commands/declare.hpp"
#include "output/listing.hpp"
#include "report/wording.hpp"
#include "workflow/transact.hpp"
#include "workflow/waivers.hpp"

namespace dudao::commands {

namespace {

struct WaiverOptions {
    bool json = false;
};

void write_waiver(report::JsonWriter& json, const workflow::ListedWaiver& row) {
    const auto& waiver = row.waiver;
    json.begin_object().member("unit", waiver.unit).member("unit_name", row.unit_name);
    json.key("checklist").text_or_null(waiver.checklist);
    json.member("item", waiver.item).member("item_known", row.item_known);
    json.key("from").value(waiver.from);
    json.member("until", waiver.until)
        .member("counts", waiver.counts)
        .member("state", domain::waiver_states.word(row.state))
        .member("reason", waiver.reason);
    json.key("approved_by").text_or_null(waiver.approved_by);
    json.end_object();
}

ExitCode run_waivers(const WaiverOptions& options, Context& context) {
    const auto& words = context.words();
    const auto text = [&](std::string_view english) { return std::string{words.text(english)}; };
    auto opened = context.open(store::Need::reading);
    Listing listing{context,
                    options.json,
                    "waivers",
                    {{.title = text("Unit")},
                     {.title = text("Item")},
                     {.title = text("Until")},
                     {.title = text("State")},
                     {.title = text("Counts"), .rank = 2},
                     {.title = text("Reason"), .least = 8, .rank = 1}}};
    const auto waivers = workflow::reading(opened.session, [&] {
        return workflow::list_waivers(opened.session, waivers_of(context.workspace()));
    });
    for (const auto& row : waivers) {
        const auto& waiver = row.waiver;
        if (listing.is_json()) {
            write_waiver(listing.json(), row);
            listing.end_row();
            continue;
        }
        listing.add({waiver.unit + ' ' + row.unit_name,
                     waiver.item,
                     to_text(waiver.until),
                     report::shown(words, domain::waiver_states, row.state),
                     waiver.counts ? text("yes") : text("no"),
                     waiver.reason});
        if (!row.item_known) {
            context.note(words.text("no published checklist has the item {}"), waiver.item);
        }
    }
    return listing.finish(waivers.size(), false);
}

}  // namespace

void declare_waivers(Declaring& to) {
    const auto& words = to.words;
    declare_verb<WaiverOptions>(
        to,
        "waivers",
        words.text("List the waivers in waivers.yaml"),
        "  dudao checklist waivers",
        [&](Command& verb, WaiverOptions& options) { add_json(verb, options.json, words); },
        run_waivers);
}

}  // namespace dudao::commands
