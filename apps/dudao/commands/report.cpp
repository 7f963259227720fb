#include "base/file.hpp"
#include "commands/declare.hpp"
#include "output/report_workbook.hpp"
#include "report/render.hpp"
#include "workflow/report_month.hpp"
#include "workflow/visits.hpp"

#include <array>
#include <functional>
#include <ostream>

namespace dudao::commands {

namespace {

enum class Format { text, markdown, html, json, xlsx };

inline constexpr Vocabulary<Format, 5> formats{"format",
                                               {{{Format::text, "text"},
                                                 {Format::markdown, "md"},
                                                 {Format::html, "html"},
                                                 {Format::json, "json"},
                                                 {Format::xlsx, "xlsx"}}}};

struct Options {
    std::string month;
    std::string below;
    std::vector<std::string> files;
    std::optional<Format> format;
    bool json = false;
};

/// The format that a file's name asks for. Errors (thrown): usage_format.
Format format_of(const std::string& file) {
    constexpr std::array<std::pair<std::string_view, Format>, 7> suffixes{
        {{".txt", Format::text},
         {".md", Format::markdown},
         {".markdown", Format::markdown},
         {".html", Format::html},
         {".htm", Format::html},
         {".json", Format::json},
         {".xlsx", Format::xlsx}}};
    for (const auto& [suffix, format] : suffixes) {
        if (file.ends_with(suffix)) {
            return format;
        }
    }
    throw Failure{Error{ErrorId::usage_format, {file, ".txt, .md, .html, .json, .xlsx"}}};
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

    std::string rendered(Format format, const Context& context, const report::Screen& screen) {
        const auto& words = context.words();
        const auto& report = in(format);
        switch (format) {
            case Format::text:
                return report::render_text(report, words, screen);
            case Format::markdown:
                return report::render_markdown(report, words);
            case Format::html:
                return report::render_html(report, words);
            case Format::xlsx:
                return report_workbook(
                    context, report, [this](const auto& visit) { each_visit(visit); });
            case Format::json:
                break;
        }
        return report::render_json(report);
    }

  private:
    /// The visits of the month.
    void each_visit(const std::function<void(const store::InspectionRow&)>& visit) {
        workflow::InspectionListRequest request;
        request.filter.units.below = request_.below;
        request.filter.from = request_.month.first;
        request.filter.to = request_.month.last;
        workflow::list_inspections(*session_, request, visit);
    }

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
                         reports.rendered(format_of(file), context, plain));
        context.note(words.text("written: {}"), file);
    }
    if (options.files.empty() || options.format || options.json) {
        const auto format = options.json ? Format::json : options.format.value_or(Format::text);
        context.out() << reports.rendered(format, context, context.screen());
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
            verb.add_option(
                    "-o,--output",
                    options.files,
                    text("Write to a file; .txt, .md, .html, .json or .xlsx says the format"))
                ->type_name("FILE")
                ->expected(1)
                ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
            add_word(verb,
                     "--format",
                     options.format,
                     formats,
                     text("Print text, md, html, json or xlsx"))
                ->type_name("FORMAT");
            verb.add_option("--region", options.below, text("Only units below this one"))
                ->type_name("CODE");
            add_json(verb, options.json, words);
        },
        run);
}

}  // namespace dudao::commands
