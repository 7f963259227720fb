#include "report/figures.hpp"
#include "report/grids.hpp"
#include "report/mustache_page.hpp"
#include "report/render.hpp"
#include "report/templates.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace dudao::report {

namespace {

using kainjow::mustache::data;

/// All as if it were a region.
RegionLine line_of(const PeriodReport& whole, const Catalogue& words) {
    return {.code = {},
            .name = std::string{words.text("All shops")},
            .units = whole.coverage.units.whole,
            .coverage = {whole.coverage.done, whole.coverage.planned},
            .visits = whole.scores.visits,
            .mean = whole.scores.mean.now,
            .passed = whole.scores.passed,
            .issues = whole.issues.raised,
            .overdue = whole.issues.overdue};
}

/// The name of a file as a link.
std::string href(std::string_view name) {
    std::string link;
    for (const auto byte : name) {
        const bool plain = (byte >= '0' && byte <= '9') || (byte >= 'A' && byte <= 'Z') ||
                           (byte >= 'a' && byte <= 'z') || byte == '-' || byte == '.' ||
                           byte == '_' || byte == '/';
        link +=
            plain ? std::string{byte} : fmt::format("%{:02X}", static_cast<unsigned char>(byte));
    }
    return link;
}

data files_data(const ReportFiles& report) {
    data files{data::type::list};
    for (const auto& [format, name] : report.files) {
        data file;
        file.set("label", format);
        file.set("href", href(name));
        files.push_back(file);
    }
    return files;
}

/// What the table says of each report.
std::vector<RegionLine> lines_of(const PeriodReport& whole,
                                 const std::vector<ReportFiles>& reports,
                                 const Catalogue& words) {
    std::vector<RegionLine> lines;
    for (const auto& report : reports) {
        const auto region =
            std::find_if(whole.regions.begin(), whole.regions.end(), [&](const auto& each) {
                return each.code == report.region;
            });
        lines.push_back(report.region.empty() ? line_of(whole, words) : *region);
    }
    return lines;
}

}  // namespace

std::string render_index(const PeriodReport& whole,
                         const std::vector<ReportFiles>& reports,
                         const Catalogue& words) {
    const Figures figures{words};
    auto grid = regions_grid(lines_of(whole, reports, words), figures);
    data rows{data::type::list};
    for (std::size_t at = 0; at < reports.size(); ++at) {
        auto row = row_data(grid.rows[at], grid.columns);
        row.set("files", files_data(reports[at]));
        rows.push_back(row);
    }
    grid.columns.push_back(text_column(words.text("Reports"), 1));
    auto page = head_data(heading_of(whole, words), words);
    page.set("columns", columns_data(grid.columns));
    page.set("rows", rows);
    return filled_page(index_template(), std::move(page));
}

}  // namespace dudao::report
