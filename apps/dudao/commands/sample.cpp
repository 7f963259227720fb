#include "commands/sample.hpp"

#include "base/error_id.hpp"
#include "base/file.hpp"
#include "commands/declare.hpp"
#include "commands/table_options.hpp"
#include "errors.hpp"
#include "output/listing.hpp"
#include "workflow/sample.hpp"

#include <ostream>

namespace dudao::commands {

namespace {

struct SampleOptions {
    workflow::SampleRequest request;
    std::string file;
    std::string output;
    std::string history;
    bool json = false;
};

/// The severity that earlier lots lead to: A for an accepted one, R for a rejected one.
domain::SeriesState state_of(const std::string& history) {
    std::vector<bool> accepted;
    for (const char letter : history) {
        if (letter != 'A' && letter != 'R') {
            throw Failure{Error{ErrorId::usage_bad_value, {history, "--history"}}};
        }
        accepted.push_back(letter == 'A');
    }
    return domain::series_state(accepted);
}

void write_sample(report::JsonWriter& json,
                  const SampleOptions& options,
                  const workflow::Sample& sample) {
    json.member("population", static_cast<std::int64_t>(sample.population))
        .member("size", static_cast<std::int64_t>(sample.size))
        .member("seed", static_cast<std::int64_t>(options.request.seed));
    json.key("letter").text_or_null(sample.plan ? std::string(1, sample.plan->letter) : "");
    json.key("accept");
    sample.plan ? json.value(std::int64_t{sample.plan->accept}) : json.null();
    json.member("severity", domain::severities.word(options.request.severity));
    json.key("strata").begin_array();
    for (const auto& stratum : sample.strata) {
        json.begin_object()
            .member("name", stratum.name)
            .member("records", static_cast<std::int64_t>(stratum.records))
            .member("drawn", static_cast<std::int64_t>(stratum.drawn))
            .end_object();
    }
    json.end_array().key("lines").begin_array();
    for (const auto line : sample.lines) {
        json.value(static_cast<std::int64_t>(line));
    }
    json.end_array();
}

/// What was drawn and how, so that it can be written into the report and drawn again.
void say(const Context& context, const SampleOptions& options, const workflow::Sample& sample) {
    const auto& words = context.words();
    context.note(words.text("{0} of {1} records, seed {2}"),
                 sample.size,
                 sample.population,
                 options.request.seed);
    if (sample.plan) {
        context.note(words.text("code letter {0}, AQL {1}: accept with up to {2} defects, reject "
                                "from {3}"),
                     std::string(1, sample.plan->letter),
                     to_text(options.request.aql),
                     sample.plan->accept,
                     sample.plan->accept + 1);
    }
}

ExitCode run_sample(SampleOptions options, Context& context) {
    auto input = open_input(context, options.file);
    options.request.input = &input;
    if (!options.history.empty()) {
        const auto state = state_of(options.history);
        options.request.severity = state.severity;
        if (state.discontinued) {
            context.note(context.words().text(
                "five lots were rejected under tightened inspection: improve before going on"));
        }
    }
    const auto sample = workflow::draw_sample(options.request);
    if (options.json) {
        print_object(context,
                     [&](report::JsonWriter& json) { write_sample(json, options, sample); });
        return ExitCode::ok;
    }
    if (options.output.empty()) {
        context.out() << sample.csv;
    } else {
        write_atomically(from(context.workspace(), options.output), sample.csv);
    }
    say(context, options, sample);
    return ExitCode::ok;
}

}  // namespace

void declare_sample(Declaring& to) {
    const auto& words = to.words;
    const auto text = [&](std::string_view english) { return std::string{words.text(english)}; };
    declare_verb<SampleOptions>(
        to,
        "sample",
        words.text("Draw records from a list at random, the same ones each time"),
        "  dudao inspect sample orders.csv --aql 2.5 --by 渠道 --seed 20261105 > sample.csv",
        [&](Command& verb, SampleOptions& options) {
            auto& request = options.request;
            verb.add_option("FILE", options.file, text("CSV with a header; - for standard input"))
                ->required();
            verb.add_option("--size", request.size, text("How many records"));
            add_parsed(verb,
                       "--aql",
                       request.aql,
                       parse_decimal,
                       text("Acceptance quality limit of GB/T 2828.1 in percent, 1 by default"));
            add_word(verb,
                     "--level",
                     request.level,
                     domain::sample_levels,
                     text("Inspection level: S-1 to S-4, I, II, III"));
            add_word(verb,
                     "--severity",
                     request.severity,
                     domain::severities,
                     text("Normal or tightened inspection"));
            verb.add_option("--history",
                            options.history,
                            text("Earlier lots, the oldest first: A accepted, R rejected"));
            verb.add_option("--by", request.by, text("Column whose values are strata"));
            verb.add_option("--seed", request.seed, text("Number that decides what is drawn"));
            verb.add_option(
                "--output", options.output, text("File to write; standard output when absent"));
            add_json(verb, options.json, words);
        },
        run_sample);
}

}  // namespace dudao::commands
