#include "base/file.hpp"
#include "commands/declare.hpp"
#include "commands/report_diff.hpp"
#include "commands/report_folder.hpp"
#include "report/limit.hpp"

#include <algorithm>
#include <ostream>

namespace dudao::commands {

namespace {

enum class Each : std::uint8_t { region = 1 };

inline constexpr Vocabulary<Each, 1> each_words{"part of the chain", {{{Each::region, "region"}}}};

struct Options {
    std::string month;
    std::string below;
    std::vector<std::string> files;
    std::vector<ReportFormat> formats;
    std::optional<ReportFormat> format;
    std::optional<Each> each;
    std::vector<report::Limit> limits;
    std::vector<std::string> limit_texts;
    bool json = false;

    bool wants_folder() const { return each || !formats.empty(); }
};

domain::Period month_of(const Options& options) {
    const auto month = given(domain::parse_period(options.month));
    if (month.kind != domain::PeriodKind::month) {
        throw Failure{Error{ErrorId::usage_not_a_month, {options.month}}};
    }
    return month;
}

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
    const auto is_workbook = [](ReportFormat format) { return format == ReportFormat::xlsx; };
    const workflow::MonthReportRequest request{
        .month = month_of(options),
        .below = options.below,
        .chain = context.workspace().chain,
        .each_region = options.each.has_value(),
        .visits = std::any_of(formats.begin(), formats.end(), is_workbook) ||
                  options.format == ReportFormat::xlsx};
    auto opened = context.open(store::Need::reading);
    const workflow::MonthReports reports{opened.session, request};
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

void add_files(CLI::App& verb, Options& options, const Catalogue& words) {
    const auto text = [&](std::string_view english) { return std::string{words.text(english)}; };
    verb.add_option("-o,--output",
                    options.files,
                    text("Write to a file; .txt, .md, .html, .json or .xlsx says the format. With "
                         "--formats or --each: the folder"))
        ->type_name("FILE")
        ->expected(1)
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
    add_word(verb,
             "--format",
             options.format,
             report_formats,
             text("Print text, md, html, json or xlsx"))
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

void add_limits(CLI::App& verb, Options& options, const Catalogue& words) {
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
        ->expected(1)
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
}

}  // namespace

void declare_report(Declaring& to) {
    const auto& words = to.words;
    const auto text = [&](std::string_view english) { return std::string{words.text(english)}; };
    declare_verb<Options>(
        to,
        "month",
        words.text("The monthly report"),
        "  dudao report month 2026-11 -o november.html -o november.json\n"
        "  dudao report month 2026-11 --each region --formats html,xlsx -o reports/",
        [&](CLI::App& verb, Options& options) {
            verb.add_option("MONTH", options.month, text("Such as 2026-11"))->required();
            add_files(verb, options, words);
            verb.add_option("--region", options.below, text("Only units below this one"))
                ->type_name("CODE");
            add_limits(verb, options, words);
            add_json(verb, options.json, words);
        },
        run);
    declare_report_diff(to);
}

}  // namespace dudao::commands
