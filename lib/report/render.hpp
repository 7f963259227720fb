#pragma once

#include "base/catalogue.hpp"
#include "report/period_report.hpp"
#include "report/screen.hpp"

#include <string>
#include <utility>
#include <vector>

namespace dudao::report {

/// The report for a terminal: tables, bars and sparklines, not wider than the screen.
std::string render_text(const PeriodReport& report, const Catalogue& words, const Screen& screen);

/// The report in Markdown (CommonMark with tables).
std::string render_markdown(const PeriodReport& report, const Catalogue& words);

/// One HTML file that opens from disk without network: charts in SVG, for screen and print, light
/// and dark.
std::string render_html(const PeriodReport& report, const Catalogue& words);

/// The report in words with its charts, as the program that sets PDF reads it (apps/dudao-pdf).
std::string render_document(const PeriodReport& report, const Catalogue& words);

/// The files of one report in a folder.
struct ReportFiles {
    std::string region = {};  ///< code; empty: the report of all
    std::vector<std::pair<std::string, std::string>> files = {};  ///< format, name in the folder
};

/// An HTML page that leads to the reports of a folder, with the main figures of each. `whole` is
/// the report of all; every region that is named is one of its own.
std::string render_index(const PeriodReport& whole,
                         const std::vector<ReportFiles>& reports,
                         const Catalogue& words);

/// The figures, in the names of docs/formats/report.schema.json. Never translated.
std::string render_json(const PeriodReport& report);

}  // namespace dudao::report
