#pragma once

#include "base/vocabulary.hpp"
#include "context.hpp"
#include "report/screen.hpp"
#include "workflow/report_month.hpp"

#include <optional>
#include <string>
#include <vector>

namespace dudao::commands {

enum class ReportFormat : std::uint8_t { text = 1, markdown = 2, html = 3, json = 4, xlsx = 5 };

inline constexpr Vocabulary<ReportFormat, 5> report_formats{"format",
                                                            {{{ReportFormat::text, "text"},
                                                              {ReportFormat::markdown, "md"},
                                                              {ReportFormat::html, "html"},
                                                              {ReportFormat::json, "json"},
                                                              {ReportFormat::xlsx, "xlsx"}}}};

/// The format that a file's name asks for. Errors (thrown): usage_format.
ReportFormat format_of(const std::string& file);

/// How files of a format end, such as ".html".
std::string suffix_of(ReportFormat format);

/// One of the reports that a pass over a month's facts made, in any format: in the program's
/// language, and in JSON, which is the same in every language.
class RenderedReport {
  public:
    /// `region` is one of reports.regions(), as an index; absent: the report of all. What it is
    /// given must outlive it.
    RenderedReport(const Context& context,
                   const workflow::MonthReports& reports,
                   std::optional<std::size_t> region = {});

    /// The code of the region; empty: the report of all.
    std::string region() const { return region_ ? reports_->regions()[*region_] : std::string{}; }

    /// The figures in the program's language, made once.
    const report::MonthReport& figures();

    /// `screen` is for text alone.
    std::string in(ReportFormat format, const report::Screen& screen);

  private:
    report::MonthReport report(std::string_view language) const;

    const Context* context_;
    const workflow::MonthReports* reports_;
    std::optional<std::size_t> region_;
    std::optional<report::MonthReport> translated_;
};

/// The report of all and those of the regions.
std::vector<RenderedReport> rendered_reports(const Context& context,
                                             const workflow::MonthReports& reports);

/// How a text report in a file is laid out.
report::Screen screen_of_files(const Context& context);

}  // namespace dudao::commands
