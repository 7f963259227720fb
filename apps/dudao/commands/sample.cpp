#include "commands/sample.hpp"

#include "base/error_id.hpp"
#include "base/file.hpp"
#include "base/text.hpp"
#include "commands/declare.hpp"
#include "commands/table_options.hpp"
#include "domain/acceptance_series.hpp"
#include "errors.hpp"
#include "output/listing.hpp"
#include "report/wording.hpp"
#include "workflow/sample.hpp"

#include <charconv>
#include <ostream>

namespace dudao::commands {

namespace {

struct SampleOptions {
    workflow::SampleRequest request;
    std::string file;
    std::string output;
    std::string history;
    bool may_reduce = false;
    std::optional<domain::SeriesState> series = {};  ///< what the history leads to
    bool json = false;
};

/// All of `text` as a number that is not negative.
std::optional<std::int64_t> whole(std::string_view text) {
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool is_whole = error == std::errc{} && end == text.data() + text.size() && number >= 0;
    return is_whole ? std::optional{number} : std::nullopt;
}

/// "1/1200": one defect in the sample of a lot of 1200.
std::optional<domain::PastLot> parse_lot(std::string_view text) {
    const auto slash = text.find('/');
    if (slash == std::string_view::npos) {
        return std::nullopt;
    }
    const auto defects = whole(text.substr(0, slash));
    const auto size = whole(text.substr(slash + 1));
    if (!defects || !size || *size == 0) {
        return std::nullopt;
    }
    return domain::PastLot{.size = *size, .defects = *defects};
}

/// Earlier lots, parted by commas: letters for what was judged, or what was found in how many.
std::vector<domain::PastLot> past_lots(const std::string& history) {
    std::vector<domain::PastLot> lots;
    for (const auto& part : split_list(history, ",")) {
        if (part.find_first_not_of("AR") == std::string::npos) {
            for (const char letter : part) {
                lots.push_back({.accepted = letter == 'A'});
            }
            continue;
        }
        const auto lot = parse_lot(part);
        if (!lot) {
            throw Failure{Error{ErrorId::usage_bad_value, {history, "--history"}}};
        }
        lots.push_back(*lot);
    }
    return lots;
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
    json.key("switching_score");
    options.series ? json.value(std::int64_t{options.series->score}) : json.null();
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

/// What the standard makes of the history, and what it would allow.
void say(const Context& context, const SampleOptions& options, const domain::SeriesState& series) {
    const auto& words = context.words();
    const auto severity = report::shown(words, domain::severities, series.severity);
    if (series.severity == domain::Severity::normal) {
        context.note(words.text("{0} inspection, switching score {1}"), severity, series.score);
    } else {
        context.note(words.text("{0} inspection"), severity);
    }
    if (series.discontinued) {
        context.note(words.text(
            "five lots were rejected under tightened inspection: improve before going on"));
    }
    if (series.score >= domain::score_for_reduced && !options.may_reduce) {
        context.note(
            words.text("reduced inspection may be used: --may-reduce, where lots come "
                       "steadily and whoever is responsible wants it"));
    }
}

ExitCode run_sample(SampleOptions options, Context& context) {
    auto input = open_input(context, options.file);
    auto& request = options.request;
    request.input = &input;
    if (!options.history.empty()) {
        options.series = domain::series_state(
            past_lots(options.history),
            {.level = request.level, .aql = request.aql, .may_reduce = options.may_reduce});
        request.severity = options.series->severity;
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
    if (options.series) {
        say(context, options, *options.series);
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
                     text("Normal, tightened or reduced inspection"));
            verb.add_option(
                "--history",
                options.history,
                text("Earlier lots, the oldest first: defects and size of each, such as "
                     "1/1200,0/900, or A accepted, R rejected"));
            verb.add_flag("--may-reduce",
                          options.may_reduce,
                          text("Lots come steadily and reduced inspection is wanted: use it when "
                               "the history allows it"));
            verb.add_option("--by", request.by, text("Column whose values are strata"));
            verb.add_option("--seed", request.seed, text("Number that decides what is drawn"));
            verb.add_option(
                "--output", options.output, text("File to write; standard output when absent"));
            add_json(verb, options.json, words);
        },
        run_sample);
}

}  // namespace dudao::commands
