#include "commands/report_formats.hpp"

#include "base/error_id.hpp"
#include "output/report_csv.hpp"
#include "output/report_pdf.hpp"
#include "output/report_workbook.hpp"
#include "report/render.hpp"

#include <array>

namespace dudao::commands {

ReportFormat format_of(const std::string& file) {
    constexpr std::array<std::pair<std::string_view, ReportFormat>, 9> suffixes{
        {{".txt", ReportFormat::text},
         {".md", ReportFormat::markdown},
         {".markdown", ReportFormat::markdown},
         {".html", ReportFormat::html},
         {".htm", ReportFormat::html},
         {".json", ReportFormat::json},
         {".csv", ReportFormat::csv},
         {".xlsx", ReportFormat::xlsx},
         {".pdf", ReportFormat::pdf}}};
    for (const auto& [suffix, format] : suffixes) {
        if (file.ends_with(suffix)) {
            return format;
        }
    }
    throw Failure{
        Error{ErrorId::usage_format, {file, ".txt, .md, .html, .json, .csv, .xlsx, .pdf"}}};
}

std::string suffix_of(ReportFormat format) {
    return format == ReportFormat::text ? ".txt" : '.' + std::string{report_formats.word(format)};
}

RenderedReport::RenderedReport(const Context& context,
                               const workflow::PeriodReports& reports,
                               std::optional<std::size_t> region)
    : context_(&context), reports_(&reports), region_(region) {}

report::PeriodReport RenderedReport::report(std::string_view language) const {
    return region_ ? reports_->region(*region_, language) : reports_->whole(language);
}

const report::PeriodReport& RenderedReport::figures() {
    if (!translated_) {
        translated_ = report(context_->words().language());
    }
    return *translated_;
}

std::string RenderedReport::in(ReportFormat format, const report::Screen& screen) {
    const auto& words = context_->words();
    switch (format) {
        case ReportFormat::text:
            return report::render_text(figures(), words, screen);
        case ReportFormat::markdown:
            return report::render_markdown(figures(), words);
        case ReportFormat::html:
            return report::render_html(figures(), words);
        case ReportFormat::xlsx:
            return report_workbook(
                *context_, figures(), [this](const auto& visit) { each_visit(visit); });
        case ReportFormat::pdf:
            return report_pdf(report::render_document(figures(), words));
        case ReportFormat::csv:
        case ReportFormat::csv_excel:
            return report_csv(report({}), format == ReportFormat::csv_excel);
        case ReportFormat::json:
            break;
    }
    return report::render_json(report({}));
}

void RenderedReport::each_visit(
    const std::function<void(const store::InspectionRow&)>& visit) const {
    if (region_) {
        reports_->each_visit(*region_, visit);
    } else {
        reports_->each_visit(visit);
    }
}

std::vector<std::pair<std::string, std::string>> RenderedReport::csv_set(bool excel) const {
    return report_csv_set(
        report({}), [this](const auto& visit) { each_visit(visit); }, excel);
}

std::vector<RenderedReport> rendered_reports(const Context& context,
                                             const workflow::PeriodReports& reports) {
    std::vector<RenderedReport> all{RenderedReport{context, reports}};
    for (std::size_t at = 0; at < reports.regions().size(); ++at) {
        all.emplace_back(context, reports, at);
    }
    return all;
}

report::Screen screen_of_files(const Context& context) {
    constexpr std::size_t columns = 100;
    return {.columns = columns, .ambiguous = context.screen().ambiguous};
}

}  // namespace dudao::commands
