#include "commands/similar.hpp"

#include "base/error_id.hpp"
#include "commands/declare.hpp"
#include "output/listing.hpp"
#include "report/figures.hpp"
#include "workflow/similar.hpp"

namespace dudao::commands {

namespace {

struct SimilarOptions {
    std::string issue;
    int months = 3;
    bool json = false;
};

void write_similar(report::JsonWriter& json, const workflow::Similar& similar) {
    json.member("issue", similar.issue.issue.id);
    json.key("checklist").text_or_null(similar.issue.checklist_code);
    json.key("item").text_or_null(similar.issue.item);
    json.member("from", similar.from).key("units").begin_array();
    for (const auto& unit : similar.units) {
        json.begin_object()
            .member("unit", unit.code)
            .member("unit_name", unit.name)
            .member("issues", unit.issues)
            .member("open", unit.open)
            .member("last", unit.last)
            .end_object();
    }
    json.end_array();
}

void print_similar(const Context& context, const workflow::Similar& similar) {
    const auto& words = context.words();
    const auto text = [&](std::string_view english) { return std::string{words.text(english)}; };
    const report::Figures figures{words};
    report::Table table{
        context.out(),
        {{.title = text("Store"), .least = 12},
         {.title = text("Issues"), .align = report::Align::right},
         {.title = std::string{words.text("stats", "Open")}, .align = report::Align::right},
         {.title = text("Last on")}},
        context.screen()};
    for (const auto& unit : similar.units) {
        table.add({unit.code + ' ' + unit.name,
                   figures.count(unit.issues),
                   figures.count(unit.open),
                   to_text(unit.last)});
    }
    table.finish();
}

ExitCode run_similar(const SimilarOptions& options, Context& context) {
    constexpr int most = 24;
    if (options.months < 1 || options.months > most) {
        throw Failure{
            Error{ErrorId::usage_bad_value, {std::to_string(options.months), "--months"}}};
    }
    auto opened = context.open(store::Need::reading);
    const auto similar = workflow::similar_units(opened.session, options.issue, options.months);
    if (options.json) {
        print_object(context, [&](report::JsonWriter& json) { write_similar(json, similar); });
    } else {
        print_similar(context, similar);
    }
    return similar.units.empty() ? ExitCode::negative : ExitCode::ok;
}

}  // namespace

void declare_similar(Declaring& to) {
    const auto& words = to.words;
    declare_verb<SimilarOptions>(
        to,
        "similar",
        words.text("Tell who else fails the item of an issue"),
        "  dudao issue similar 7QX2M --months 6",
        [&](Command& verb, SimilarOptions& options) {
            verb.add_option("ISSUE", options.issue, std::string{words.text("End of its id")})
                ->required();
            verb.add_option("--months",
                            options.months,
                            std::string{words.text("How far to look back, 1 to 24; 3")})
                ->type_name("N");
            add_json(verb, options.json, words);
        },
        run_similar);
}

}  // namespace dudao::commands
