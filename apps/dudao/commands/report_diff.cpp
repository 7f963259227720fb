#include "commands/report_diff.hpp"

#include "base/file.hpp"
#include "commands/declare.hpp"
#include "output/listing.hpp"
#include "report/diff.hpp"
#include "report/table.hpp"

#include <ostream>

namespace dudao::commands {

namespace {

struct Options {
    std::string before;
    std::string after;
    bool json = false;
};

/// A report is a few hundred thousand bytes at most.
std::string read_report(const Context& context, const std::string& file) {
    constexpr std::size_t most = 1U << 26U;
    return read_file(from(context.workspace(), file), most).or_throw();
}

ExitCode run(const Options& options, Context& context) {
    const auto changes = report::changes_between(read_report(context, options.before),
                                                 read_report(context, options.after));
    if (!changes) {
        auto error = changes.error();
        const bool is_first = error.args.front() == Arg{"before"};
        error.args = {is_first ? options.before : options.after};
        throw Failure{std::move(error)};
    }
    if (options.json) {
        print_object(context, [&](report::JsonWriter& json) {
            write_changes(json, "changes", *changes);
            json.member("same", changes->empty());
        });
    } else if (changes->empty()) {
        context.out() << context.words().text("the two say the same\n");
    } else {
        print_changes(context, *changes);
    }
    return changes->empty() ? ExitCode::ok : ExitCode::negative;
}

}  // namespace

void write_changes(report::JsonWriter& json,
                   std::string_view name,
                   const std::vector<report::FigureChange>& changes) {
    const auto value = [&](std::string_view member, const std::string& text) {
        json.key(member).raw(text.empty() ? "null" : text);
    };
    json.key(name).begin_array();
    for (const auto& change : changes) {
        json.begin_object().member("figure", change.figure);
        value("before", change.before);
        value("after", change.after);
        json.end_object();
    }
    json.end_array();
}

void print_changes(const Context& context, const std::vector<report::FigureChange>& changes) {
    const auto& words = context.words();
    const auto text = [&](std::string_view english) { return std::string{words.text(english)}; };
    report::Table table{context.out(),
                        {{.title = text("Figure"), .least = 12},
                         {.title = text("Before"), .least = 6},
                         {.title = text("After"), .least = 6}},
                        context.screen()};
    for (const auto& change : changes) {
        table.add({change.figure, change.before, change.after});
    }
    table.finish();
}

void declare_report_diff(Declaring& to) {
    const auto& words = to.words;
    declare_verb<Options>(
        to,
        "diff",
        words.text("Say which figures of two reports in JSON differ"),
        "  dudao report diff october.json november.json",
        [&](Command& verb, Options& options) {
            verb.add_option("BEFORE", options.before, std::string{words.text("A report in JSON")})
                ->required();
            verb.add_option("AFTER", options.after, std::string{words.text("A report in JSON")})
                ->required();
            add_json(verb, options.json, words);
        },
        run);
}

}  // namespace dudao::commands
