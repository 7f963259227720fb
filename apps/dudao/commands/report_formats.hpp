#pragma once

#include "base/vocabulary.hpp"
#include "context.hpp"
#include "report/screen.hpp"
#include "workflow/report_period.hpp"

#include <optional>
#include <string>
#include <vector>

namespace dudao::commands {

enum class ReportFormat : std::uint8_t {
    text = 1,
    markdown = 2,
    html = 3,
    json = 4,
    xlsx = 5,
    csv = 6,        ///< a single one has all figures; in a folder it is a set of tables
    csv_excel = 7,  ///< as Excel takes it: with a byte order mark and CRLF
    pdf = 8,
};

inline constexpr Vocabulary<ReportFormat, 8> report_formats{
    "format",
    {{{ReportFormat::text, "text"},
      {ReportFormat::markdown, "md"},
      {ReportFormat::html, "html"},
      {ReportFormat::json, "json"},
      {ReportFormat::xlsx, "xlsx"},
      {ReportFormat::csv, "csv"},
      {ReportFormat::csv_excel, "csv-excel"},
      {ReportFormat::pdf, "pdf"}}}};

/// The format that a file's name asks for. Errors (thrown): usage_format.
ReportFormat format_of(const std::string& file);

inline bool is_csv(ReportFormat format) noexcept {
    return format == ReportFormat::csv || format == ReportFormat::csv_excel;
}

/// Whether a report in this format has a row for each visit.
inline bool has_visits(ReportFormat format) noexcept {
    return format == ReportFormat::xlsx || is_csv(format);
}

/// How files of a format end, such as ".html".
std::string suffix_of(ReportFormat format);

/// One of the reports that a pass over a month's facts made, in any format: in the program's
/// language, and in JSON, which is the same in every language.
class RenderedReport {
  public:
    /// `region` is one of reports.regions(), as an index; absent: the report of all. What it is
    /// given must outlive it.
    RenderedReport(const Context& context,
                   const workflow::PeriodReports& reports,
                   std::optional<std::size_t> region = {});

    /// The code of the region; empty: the report of all.
    std::string region() const { return region_ ? reports_->regions()[*region_] : std::string{}; }

    /// The figures in the program's language, made once.
    const report::PeriodReport& figures();

    /// `screen` is for text alone.
    std::string in(ReportFormat format, const report::Screen& screen);

    /// The set of tables in CSV, by name and content.
    std::vector<std::pair<std::string, std::string>> csv_set(bool excel) const;

  private:
    report::PeriodReport report(std::string_view language) const;
    void each_visit(const std::function<void(const store::InspectionRow&)>& visit) const;

    const Context* context_;
    const workflow::PeriodReports* reports_;
    std::optional<std::size_t> region_;
    std::optional<report::PeriodReport> translated_;
};

/// The report of all and those of the regions.
std::vector<RenderedReport> rendered_reports(const Context& context,
                                             const workflow::PeriodReports& reports);

/// How a text report in a file is laid out.
report::Screen screen_of_files(const Context& context);

}  // namespace dudao::commands
