#include "report/figures.hpp"
#include "report/mustache_page.hpp"
#include "report/render.hpp"
#include "report/table.hpp"
#include "report/templates.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace dudao::report {

namespace {

using kainjow::mustache::data;

/// All as if it were a region.
RegionLine line_of(const MonthReport& whole, const Catalogue& words) {
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
                           byte == '_';
        link +=
            plain ? std::string{byte} : fmt::format("%{:02X}", static_cast<unsigned char>(byte));
    }
    return link;
}

data column(std::string_view title, std::string_view css) {
    data out;
    out.set("title", std::string{title});
    out.set("css", std::string{css});
    return out;
}

data columns_data(const Catalogue& words) {
    data columns{data::type::list};
    columns.push_back(column(words.text("Region"), "text"));
    for (const auto title : {words.text("Shops"),
                             words.text("Plan done"),
                             words.text("Visits"),
                             words.text("Mean"),
                             words.text("Passed"),
                             words.text("Issues"),
                             words.text("Overdue")}) {
        columns.push_back(column(title, "right"));
    }
    columns.push_back(column(words.text("Reports"), "text"));
    return columns;
}

data row_data(const RegionLine& line, const ReportFiles& report, const Figures& figures) {
    data cells{data::type::list};
    for (const auto& text : {figures.count(line.units),
                             figures.percent(line.coverage),
                             figures.count(line.visits),
                             figures.percent(line.mean),
                             figures.percent(line.passed),
                             figures.count(line.issues),
                             figures.count(line.overdue)}) {
        data cell;
        cell.set("text", text);
        cell.set("css", "right");
        cells.push_back(cell);
    }
    data files{data::type::list};
    for (const auto& [format, name] : report.files) {
        data file;
        file.set("label", format);
        file.set("href", href(name));
        files.push_back(file);
    }
    data row;
    row.set("name", one_line(line.name));
    row.set("cells", cells);
    row.set("files", files);
    return row;
}

}  // namespace

std::string render_index(const MonthReport& whole,
                         const std::vector<ReportFiles>& reports,
                         const Catalogue& words) {
    const Figures figures{words};
    auto page = head_data(heading_of(whole, words), words);
    page.set("columns", columns_data(words));
    data rows{data::type::list};
    for (const auto& report : reports) {
        const auto region =
            std::find_if(whole.regions.begin(), whole.regions.end(), [&](const auto& each) {
                return each.code == report.region;
            });
        rows.push_back(
            row_data(report.region.empty() ? line_of(whole, words) : *region, report, figures));
    }
    page.set("rows", rows);
    return filled_page(index_template(), std::move(page));
}

}  // namespace dudao::report
