#include "commands/declare.hpp"
#include "commands/filters.hpp"
#include "commands/store_verbs.hpp"
#include "output/listing.hpp"
#include "output/rows.hpp"
#include "workflow/duplicates.hpp"

#include <cmath>

namespace dudao::commands {

namespace {

struct DuplicatesOptions {
    workflow::DuplicatesRequest request;
    bool json = false;
};

/// In whole metres, upwards.
std::optional<std::int64_t> metres_of(const workflow::DuplicateUnits& group) {
    return group.metres ? std::optional{static_cast<std::int64_t>(std::ceil(*group.metres))}
                        : std::nullopt;
}

std::string why(const Catalogue& words, const workflow::DuplicateUnits& group) {
    const auto metres = metres_of(group);
    std::string near =
        metres ? fmt::format(fmt::runtime(words.text("alike within {} m")), *metres) : "";
    if (!group.same_address) {
        return near;
    }
    const auto same = std::string{words.text("same name and address")};
    return near.empty() ? same : same + "; " + near;
}

void write_group(report::JsonWriter& json, const workflow::DuplicateUnits& group) {
    json.begin_object().member("same_address", group.same_address);
    json.key("metres").value(metres_of(group)).key("stores").begin_array();
    for (const auto& unit : group.units) {
        write_unit(json, unit);
    }
    json.end_array().end_object();
}

ExitCode run_duplicates(const DuplicatesOptions& options, Context& context) {
    const auto& words = context.words();
    const auto text = [&](std::string_view english) { return std::string{words.text(english)}; };
    Listing listing{context,
                    options.json,
                    "duplicates",
                    {{.title = text("Group")},
                     {.title = text("Code")},
                     {.title = text("Name"), .least = 10},
                     {.title = text("Region"), .least = 8, .rank = 3},
                     {.title = text("Address"), .least = 12, .rank = 1},
                     {.title = text("Why"), .least = 10, .rank = 2}}};
    auto opened = context.open(store::Need::reading);
    std::size_t number = 0;
    for (const auto& group : workflow::find_duplicates(opened.session, options.request)) {
        ++number;
        if (listing.is_json()) {
            write_group(listing.json(), group);
            listing.end_row();
            continue;
        }
        for (const auto& [unit, region] : group.units) {
            listing.add({std::to_string(number),
                         unit.code,
                         unit.name,
                         region,
                         unit.address,
                         why(words, group)});
        }
    }
    return listing.finish(number, false);
}

}  // namespace

void declare_store_duplicates(Declaring& to) {
    const auto& words = to.words;
    declare_verb<DuplicatesOptions>(
        to,
        "duplicates",
        words.text("List stores that look like one under several codes"),
        "  dudao store duplicates --region 浙江省",
        [&](Command& verb, DuplicatesOptions& options) {
            verb.add_flag(
                "--all", options.request.closed, std::string{words.text("Closed stores as well")});
            add_unit_filter(verb, options.request.filter, words);
            add_json(verb, options.json, words);
        },
        run_duplicates);
}

}  // namespace dudao::commands
