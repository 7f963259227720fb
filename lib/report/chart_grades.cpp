#include "report/charts.hpp"

#include <algorithm>
#include <numeric>

namespace dudao::report {

namespace {

constexpr int left = 44;
constexpr int right = 10;  // room for the half of a label
constexpr int plot_height = 150;
constexpr int narrow_step = 30;  // below it, not every column can have a label
constexpr int every_third = 3;
constexpr int legend_gap = 10;
constexpr int full = 100;

int centre(const Svg& svg, std::size_t n, std::size_t count) {
    const int room = svg.width() - left - right;
    return left + room * (2 * static_cast<int>(n) + 1) / (2 * static_cast<int>(count));
}

void draw_axis(Svg& svg, int top) {
    constexpr int step = 50;
    constexpr int label_gap = 8;
    constexpr int half_letter = 4;
    for (int percent = 0; percent <= full; percent += step) {
        const int y = top + plot_height - plot_height * percent / full;
        svg.line({left, y}, {svg.width(), y}, "rule");
        svg.text({left - label_gap, y + half_letter}, std::to_string(percent) + "%", "tick end");
    }
}

void draw_column(Svg& svg,
                 const GradeColumn& column,
                 const std::vector<GradeKey>& grades,
                 Box box) {
    const auto all = std::accumulate(column.visits.begin(), column.visits.end(), std::int64_t{0});
    std::int64_t before = 0;
    for (std::size_t n = 0; n < grades.size() && all > 0; ++n) {
        const auto from = static_cast<int>(before * box.height / all);
        before += column.visits[n];
        const auto to = static_cast<int>(before * box.height / all);
        if (to > from) {
            svg.rect({box.x, box.y + from, box.width, to - from},
                     grades[n].css,
                     column.name + " " + column.texts[n]);
        }
    }
}

}  // namespace

std::string grade_chart(const ChartFrame& frame,
                        const std::vector<GradeKey>& grades,
                        const std::vector<GradeColumn>& columns) {
    constexpr int label_below = 18;
    constexpr int second_below = 34;
    constexpr int below = 40;
    Svg svg{frame};
    std::vector<Swatch> swatches;
    swatches.reserve(grades.size());
    for (const auto& grade : grades) {
        swatches.push_back({grade.name, grade.css});
    }
    const int top = draw_legend(svg, {left, 0}, swatches) + legend_gap;
    const int bottom = top + plot_height;
    draw_axis(svg, top);
    const int step = (frame.width - left - right) / std::max(1, static_cast<int>(columns.size()));
    const int width = step * 3 / 5;
    for (std::size_t n = 0; n < columns.size(); ++n) {
        const int x = centre(svg, n, columns.size());
        draw_column(svg, columns[n], grades, {x - width / 2, top, width, plot_height});
        if (step >= narrow_step || (columns.size() - 1 - n) % every_third == 0) {
            svg.text({x, bottom + label_below}, columns[n].label, "label middle");
            svg.text({x, bottom + second_below}, columns[n].below, "tick middle");
        }
    }
    return svg.finished(bottom + below);
}

}  // namespace dudao::report
