#include "report/charts.hpp"
#include "report/level.hpp"
#include "report/wrap.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace dudao::report {

namespace {

constexpr int row_height = 26;
constexpr int line_height = 15;
constexpr int gap = 10;
constexpr int baseline = 17;
constexpr int between = 2;  // cells
constexpr std::size_t most_lines = 3;
constexpr int narrow_cell = 32;  // below it, letters are smaller

/// A column's title in a few short lines.
std::vector<std::string> title_lines(const std::string& title, int width) {
    constexpr int column_width = 7;
    const auto columns = static_cast<std::size_t>(std::max(4, width / column_width));
    auto lines = wrapped(title, columns);
    if (lines.size() > most_lines) {
        lines.resize(most_lines);
        lines.back() = fitted(lines.back() + "……", columns);
    }
    return lines;
}

/// Draws the titles above their columns, ending on one line; returns where the rows begin.
int draw_titles(Svg& svg, const std::vector<std::string>& columns, int left, int cell_width) {
    std::vector<std::vector<std::string>> titles;
    std::size_t lines = 0;
    for (const auto& column : columns) {
        titles.push_back(title_lines(column, cell_width - between));
        lines = std::max(lines, titles.back().size());
    }
    const int bottom = static_cast<int>(lines) * line_height;
    for (std::size_t n = 0; n < titles.size(); ++n) {
        const int x = left + static_cast<int>(n) * cell_width + cell_width / 2;
        int y = bottom - static_cast<int>(titles[n].size() - 1) * line_height - 3;
        for (const auto& line : titles[n]) {
            svg.text({x, y}, line, cell_width < narrow_cell ? "tiny tick middle" : "tick middle");
            y += line_height;
        }
    }
    return bottom + 4;
}

}  // namespace

std::string heat_map(const ChartFrame& frame,
                     const std::vector<std::string>& columns,
                     const std::vector<std::string>& rows,
                     const std::vector<std::vector<HeatCell>>& cells) {
    constexpr int widest_cell = 110;
    Svg svg{frame};
    int label_width = 0;
    for (const auto& row : rows) {
        label_width = std::max(label_width, text_width(row));
    }
    constexpr std::size_t many = 7;
    label_width = std::min(label_width, frame.width / (columns.size() > many ? 6 : 4));
    const int left = label_width + gap;
    const auto count = std::max(1, static_cast<int>(columns.size()));
    const int cell_width = std::min((frame.width - left) / count, widest_cell);
    int y = draw_titles(svg, columns, left, cell_width);
    for (std::size_t n = 0; n < rows.size(); ++n) {
        svg.text({0, y + baseline}, shortened(rows[n], label_width), "label");
        for (std::size_t m = 0; m < columns.size(); ++m) {
            const auto& cell = cells[n][m];
            const int x = left + static_cast<int>(m) * cell_width;
            const auto css = cell.level ? fmt::format("l{}", *cell.level) : std::string{"track"};
            const Box box{x, y, cell_width - between, row_height - between};
            svg.rect(box, css, fmt::format("{}, {}: {}", rows[n], columns[m], cell.text));
            const auto look = cell.level ? fmt::format("on-{}", css) : std::string{"tick"};
            svg.text({x + (cell_width - between) / 2, y + baseline},
                     cell.text,
                     (cell_width < narrow_cell ? "tiny " : "") + look + " middle");
        }
        y += row_height;
    }
    std::vector<Swatch> swatches;
    for (std::size_t level = 0; level < level_texts.size(); ++level) {
        swatches.push_back({std::string{level_texts.at(level)}, fmt::format("l{}", level)});
    }
    return svg.finished(draw_legend(svg, {left, y + gap}, swatches));
}

}  // namespace dudao::report
