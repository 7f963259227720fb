#include "base/file.hpp"
#include "commands/declare.hpp"
#include "report/render.hpp"
#include "workflow/report_month.hpp"

#include <array>
#include <ostream>

namespace dudao::commands {

namespace {

enum class Format { text, markdown, html, json };

inline constexpr Vocabulary<Format, 4> formats{"format",
                                               {{{Format::text, "text"},
                                                 {Format::markdown, "md"},
                                                 {Format::html, "html"},
                                                 {Format::json, "json"}}}};

struct Options {
    std::string month;
    std::string below;
    std::vector<std::string> files;
    std::optional<Format> format;
    bool json = false;
};

/// The format that a file's name asks for. Errors (thrown): usage_format.
Format format_of(const std::string& file) {
    constexpr std::array<std::pair<std::string_view, Format>, 6> suffixes{
        {{".txt", Format::text},
         {".md", Format::markdown},
         {".markdown", Format::markdown},
         {".html", Format::html},
         {".htm", Format::html},
         {".json", Format::json}}};
    for (const auto& [suffix, format] : suffixes) {
        if (file.ends_with(suffix)) {
            return format;
        }
    }
    throw Failure{Error{ErrorId::usage_format, {file, ".txt, .md, .html, .json"}}};
}

std::string rendered(const report::MonthReport& report,
                     Format format,
                     const Catalogue& words,
                     const report::Screen& screen) {
    switch (format) {
        case Format::text:
            return report::render_text(report, words, screen);
        case Format::markdown:
            return report::render_markdown(report, words);
        case Format::html:
            return report::render_html(report, words);
        case Format::json:
            break;
    }
    return report::render_json(report);
}

/// The report, made once in the language of the texts and, when asked for, once more for JSON,
/// which is the same in every language.
class Reports {
  public:
    Reports(workflow::Session& session, workflow::MonthReportRequest request)
        : session_(&session), request_(std::move(request)) {}

    const report::MonthReport& in(Format format) {
        auto& report = format == Format::json ? plain_ : translated_;
        if (!report) {
            auto request = request_;
            if (format == Format::json) {
                request.language = "";
            }
            report = workflow::report_month(*session_, request);
        }
        return *report;
    }

  private:
    workflow::Session* session_;
    workflow::MonthReportRequest request_;
    std::optional<report::MonthReport> translated_;
    std::optional<report::MonthReport> plain_;
};

ExitCode run(const Options& options, Context& context) {
    const auto& words = context.words();
    workflow::MonthReportRequest request{.month = given(domain::parse_period(options.month)),
                                         .below = options.below,
                                         .chain = context.workspace().chain,
                                         .language = words.language()};
    if (request.month.kind != domain::PeriodKind::month) {
        throw Failure{Error{ErrorId::usage_not_a_month, {options.month}}};
    }
    for (const auto& file : options.files) {
        format_of(file);
    }
    auto opened = context.open(store::Need::reading);
    Reports reports{opened.session, std::move(request)};
    constexpr std::size_t columns_in_file = 100;
    const report::Screen plain{.columns = columns_in_file, .ambiguous = context.screen().ambiguous};
    for (const auto& file : options.files) {
        write_atomically(from(context.workspace(), file),
                         rendered(reports.in(format_of(file)), format_of(file), words, plain));
        context.note(words.text("written: {}"), file);
    }
    if (options.files.empty() || options.format || options.json) {
        const auto format = options.json ? Format::json : options.format.value_or(Format::text);
        context.out() << rendered(reports.in(format), format, words, context.screen());
    }
    return ExitCode::ok;
}

}  // namespace

void declare_report(Declaring& to) {
    const auto& words = to.words;
    const auto text = [&](std::string_view english) { return std::string{words.text(english)}; };
    declare_verb<Options>(
        to,
        "month",
        words.text("The monthly report"),
        "  dudao report month 2026-11 -o november.html -o november.json",
        [&](CLI::App& verb, Options& options) {
            verb.add_option("MONTH", options.month, text("Such as 2026-11"))->required();
            verb.add_option("-o,--output",
                            options.files,
                            text("Write to a file; .txt, .md, .html or .json says the format"))
                ->type_name("FILE")
                ->expected(1)
                ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
            add_word(
                verb, "--format", options.format, formats, text("Print text, md, html or json"))
                ->type_name("FORMAT");
            verb.add_option("--region", options.below, text("Only units below this one"))
                ->type_name("CODE");
            add_json(verb, options.json, words);
        },
        run);
}

}  // namespace dudao::commands
