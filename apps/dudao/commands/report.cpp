#include "base/error_id.hpp"
#include "base/file.hpp"
#include "commands/declare.hpp"
#include "commands/report_approval.hpp"
#include "commands/report_diff.hpp"
#include "commands/report_folder.hpp"
#include "commands/report_options.hpp"
#include "commands/report_verify.hpp"
#include "commands/report_why.hpp"
#include "report/limit.hpp"

#include <algorithm>
#include <array>
#include <ostream>

namespace dudao::commands {

namespace {

enum class Each : std::uint8_t { region = 1 };

inline constexpr Vocabulary<Each, 1> each_words{"part of the chain", {{{Each::region, "region"}}}};

struct Options {
    ReportScope scope;
    std::vector<std::string> files;
    std::vector<ReportFormat> formats;
    std::optional<ReportFormat> format;
    std::optional<Each> each;
    std::vector<report::Limit> limits;
    std::vector<std::string> limit_texts;
    bool json = false;

    bool wants_folder() const { return each || !formats.empty(); }
};

/// The formats of the files; those of single files are checked before anything is read.
std::vector<ReportFormat> formats_of(const Options& options) {
    if (options.wants_folder()) {
        if (options.files.size() != 1) {
            throw Failure{Error{ErrorId::usage_no_report_folder}};
        }
        return options.formats.empty() ? std::vector{ReportFormat::html} : options.formats;
    }
    std::vector<ReportFormat> formats;
    for (const auto& file : options.files) {
        formats.push_back(format_of(file));
    }
    return formats;
}

/// Tells which limits the reports meet.
ExitCode judge(const Options& options,
               const Context& context,
               std::vector<RenderedReport>& reports) {
    auto code = ExitCode::ok;
    const auto all_shops = context.words().text("All shops");
    if (options.limits.empty()) {
        return code;
    }
    for (auto& report : reports) {
        const auto& figures = report.figures();
        for (std::size_t at = 0; at < options.limits.size(); ++at) {
            const auto& limit = options.limits[at];
            if (report::is_met(limit, figures)) {
                code = ExitCode::negative;
                context.note(context.words().text("{0}: {1} is {2} ({3})"),
                             figures.scope.empty() ? all_shops : std::string_view{figures.scope},
                             report::limit_figures.word(limit.figure),
                             to_text(*report::value_of(limit.figure, figures)),
                             options.limit_texts[at]);
            }
        }
    }
    return code;
}

ExitCode run(const Options& options, Context& context) {
    const auto formats = formats_of(options);
    auto request = request_of(options.scope, context);
    request.each_region = options.each.has_value();
    request.visits = std::any_of(formats.begin(), formats.end(), has_visits) ||
                     (options.format && has_visits(*options.format));
    auto opened = context.open(store::Need::reading);
    request.organised_on = organised_on(options.scope, opened.session);
    const workflow::PeriodReports reports{opened.session, request};
    auto rendered = rendered_reports(context, reports);
    auto& report = rendered.front();
    if (options.wants_folder()) {
        write_report_folder(context, rendered, formats, options.files.front());
    } else {
        for (std::size_t at = 0; at < formats.size(); ++at) {
            write_atomically(from(context.workspace(), options.files[at]),
                             report.in(formats[at], screen_of_files(context)));
            context.note(context.words().text("written: {}"), options.files[at]);
        }
    }
    if (options.files.empty() || options.format || options.json) {
        const auto format =
            options.json ? ReportFormat::json : options.format.value_or(ReportFormat::text);
        context.out() << report.in(format, context.screen());
    }
    return judge(options, context, rendered);
}

void add_files(Command& verb, Options& options, const Catalogue& words) {
    const auto text = [&](std::string_view english) { return std::string{words.text(english)}; };
    verb.add_option("-o,--output",
                    options.files,
                    text("Write to a file; .txt, .md, .html, .json, .csv, .xlsx or .pdf says the "
                         "format. With "
                         "--formats or --each: the folder"))
        ->type_name("FILE")
        ->repeated();
    add_word(verb,
             "--format",
             options.format,
             report_formats,
             text("Print text, md, html, json, csv, csv-excel, xlsx or pdf"))
        ->type_name("FORMAT");
    verb.add_option_function<std::vector<std::string>>(
            "--formats",
            [&options](const std::vector<std::string>& list) {
                for (const auto& word : list) {
                    options.formats.push_back(given(report_formats.parse(word)));
                }
            },
            text("Write a file in each of these formats into the folder: html,xlsx"))
        ->type_name("FORMAT,...")
        ->delimiter(',');
    add_word(verb,
             "--each",
             options.each,
             each_words,
             text("region: write also a report for each region"))
        ->type_name("WORD");
}

void add_limits(Command& verb, Options& options, const Catalogue& words) {
    verb.add_option_function<std::vector<std::string>>(
            "--fail-on",
            [&options](const std::vector<std::string>& list) {
                for (const auto& limit : list) {
                    options.limits.push_back(given(report::parse_limit(limit)));
                    options.limit_texts.push_back(limit);
                }
            },
            std::string{words.text("End with 1 when a figure is so: 'overdue>0', 'coverage<95'")})
        ->type_name("LIMIT")
        ->repeated();
}

/// The report of periods of one kind.
struct KindOfReport {
    domain::PeriodKind kind;
    const char* name;
    std::string_view summary;
    const char* argument;
    std::string_view help;
    std::string_view example;
};

/// But for ranges, which have two arguments.
std::array<KindOfReport, 5> kinds_of_report(const Catalogue& words) {
    using domain::PeriodKind;
    return {
        KindOfReport{PeriodKind::month,
                     "month",
                     words.text("The monthly report"),
                     "MONTH",
                     words.text("Such as 2026-11"),
                     "  dudao report month 2026-11 -o november.html -o november.json\n"
                     "  dudao report month 2026-11 --each region --formats html,xlsx -o reports/"},
        KindOfReport{PeriodKind::day,
                     "day",
                     words.text("The report of a day"),
                     "DAY",
                     words.text("Such as 2026-11-05"),
                     "  dudao report day 2026-11-05"},
        KindOfReport{PeriodKind::week,
                     "week",
                     words.text("The weekly report"),
                     "WEEK",
                     words.text("Such as 2026-W47, or a day in it"),
                     "  dudao report week 2026-W47 --supervisor D01"},
        KindOfReport{PeriodKind::quarter,
                     "quarter",
                     words.text("The quarterly report"),
                     "QUARTER",
                     words.text("Such as 2026-Q4, or a day in it"),
                     "  dudao report quarter 2026-Q4 -o quarter.html"},
        KindOfReport{PeriodKind::year,
                     "year",
                     words.text("The yearly report"),
                     "YEAR",
                     words.text("Such as 2026"),
                     "  dudao report year 2026 --ownership franchise"}};
}

void add_common(Command& verb, Options& options, const Catalogue& words) {
    add_files(verb, options, words);
    add_scope(verb, options.scope, words);
    add_limits(verb, options, words);
    add_json(verb, options.json, words);
}

}  // namespace

void declare_report(Declaring& to) {
    const auto& words = to.words;
    for (const auto& kind : kinds_of_report(words)) {
        declare_verb<Options>(
            to,
            kind.name,
            kind.summary,
            kind.example,
            [&](Command& verb, Options& options) {
                options.scope.kind = kind.kind;
                verb.add_option(kind.argument, options.scope.period, std::string{kind.help})
                    ->required();
                add_common(verb, options, words);
            },
            run);
    }
    declare_verb<Options>(
        to,
        "range",
        words.text("The report of any days in a row"),
        "  dudao report range 2026-11-01 2026-11-15 --tag 商场店",
        [&](Command& verb, Options& options) {
            add_range(verb, options.scope, words);
            add_common(verb, options, words);
        },
        run);
    declare_report_why(to);
    declare_report_diff(to);
    declare_report_approval(to);
    declare_report_verify(to);
}

}  // namespace dudao::commands
