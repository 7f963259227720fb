#include "report/charts.hpp"

#include <algorithm>

namespace dudao::report {

namespace {

constexpr int left = 44;   // of the plots: room for the axis
constexpr int right = 10;  // room for the half of a label
constexpr int top = 24;    // room for a label above the highest point
constexpr int line_height = 150;
constexpr int columns_top = top + line_height + 40;
constexpr int columns_height = 44;
constexpr int bottom = columns_top + columns_height;
constexpr int label_baseline = bottom + 18;
constexpr int below_baseline = bottom + 34;
constexpr int height = bottom + 40;
constexpr int label_above = 10;
constexpr int label_step = 38;  // below it, not every point can have a label
constexpr int every_third = 3;

/// Whole percentages that an axis begins and ends with, and the step between its lines.
struct Axis {
    int low = 0;
    int high = 100;
    int step = 25;

    int at(Decimal percent) const {
        const auto above = percent.millionths() - low * Decimal::one;
        const auto range = (high - low) * Decimal::one;
        return top + line_height - static_cast<int>(above * line_height / range);
    }
};

/// Where the middle of column `n` of `count` lies.
int centre(const Svg& svg, std::size_t n, std::size_t count) {
    const int room = svg.width() - left - right;
    return left + room * (2 * static_cast<int>(n) + 1) / (2 * static_cast<int>(count));
}

/// The finest axis of a few steps that covers the percentages.
Axis axis_of(const std::vector<TrendColumn>& columns) {
    constexpr int full = 100;
    constexpr int most_steps = 4;
    int low = full;
    int high = 0;
    for (const auto& column : columns) {
        if (column.percent) {
            const auto whole = static_cast<int>(column.percent->millionths() / Decimal::one);
            low = std::clamp(whole - 1, 0, low);
            high = std::clamp(whole + 1, high, full);
        }
    }
    for (const int step : {5, 10, 20}) {
        const Axis axis{
            .low = low / step * step, .high = (high + step - 1) / step * step, .step = step};
        if (low < high && axis.high - axis.low <= most_steps * step) {
            return axis;
        }
    }
    return {};
}

void draw_axis(Svg& svg, const Axis& axis) {
    constexpr int label_gap = 8;
    constexpr int half_letter = 4;
    for (int percent = axis.low; percent <= axis.high; percent += axis.step) {
        const int y = axis.at(Decimal{percent});
        svg.line({left, y}, {svg.width(), y}, "rule");
        svg.text({left - label_gap, y + half_letter}, std::to_string(percent) + "%", "tick end");
    }
}

void draw_line(Svg& svg, const Axis& axis, const std::vector<TrendColumn>& columns) {
    std::vector<Point> run;
    for (std::size_t n = 0; n <= columns.size(); ++n) {
        const bool is_over = n == columns.size() || !columns[n].percent;
        if (is_over || columns[n].breaks) {
            svg.path(run, "line");
            run.clear();
        }
        if (!is_over) {
            run.push_back({centre(svg, n, columns.size()), axis.at(*columns[n].percent)});
        }
    }
}

bool is_labelled(const Svg& svg, std::size_t n, std::size_t count) {
    const int step = (svg.width() - left - right) / static_cast<int>(count);
    return step >= label_step || (count - 1 - n) % every_third == 0;
}

void draw_points(Svg& svg, const Axis& axis, const std::vector<TrendColumn>& columns) {
    constexpr int radius = 3;
    constexpr int last_radius = 5;
    for (std::size_t n = 0; n < columns.size(); ++n) {
        const auto& column = columns[n];
        if (!column.percent) {
            continue;
        }
        const bool last = n + 1 == columns.size();
        const Point at{centre(svg, n, columns.size()), axis.at(*column.percent)};
        svg.circle(at,
                   last ? last_radius : radius,
                   last ? "dot now" : "dot",
                   column.name + " " + column.percent_text);
        if (is_labelled(svg, n, columns.size())) {
            svg.text({at.x, at.y - label_above},
                     column.percent_text,
                     last ? "value now middle" : "tick middle");
        }
    }
}

void draw_columns(Svg& svg, const std::vector<TrendColumn>& columns, const std::string& label) {
    std::int64_t most = 1;
    for (const auto& column : columns) {
        most = std::max(most, column.visits);
    }
    const int step = (svg.width() - left - right) / static_cast<int>(columns.size());
    const int width = step * 3 / 5;
    constexpr int label_gap = 5;
    constexpr int label_rise = 20;  // above the labels of the columns
    svg.text({0, columns_top - label_rise}, label, "tick");
    for (std::size_t n = 0; n < columns.size(); ++n) {
        const auto& column = columns[n];
        const bool last = n + 1 == columns.size();
        const int x = centre(svg, n, columns.size());
        const auto tall = static_cast<int>(column.visits * columns_height / most);
        svg.rect({x - width / 2, bottom - tall, width, tall},
                 last ? "column now" : "column",
                 column.name + " " + column.visits_text);
        if (is_labelled(svg, n, columns.size())) {
            svg.text({x, bottom - tall - label_gap},
                     column.visits_text,
                     last ? "value now middle" : "tick middle");
        }
    }
    svg.line({left, bottom}, {svg.width(), bottom}, "axis");
}

}  // namespace

std::string trend_chart(const ChartFrame& frame,
                        const std::vector<TrendColumn>& columns,
                        const std::string& visits_label) {
    Svg svg{frame};
    const auto axis = axis_of(columns);
    draw_axis(svg, axis);
    draw_line(svg, axis, columns);
    draw_points(svg, axis, columns);
    draw_columns(svg, columns, visits_label);
    for (std::size_t n = 0; n < columns.size(); ++n) {
        const int x = centre(svg, n, columns.size());
        if (is_labelled(svg, n, columns.size())) {
            svg.text({x, label_baseline}, columns[n].label, "label middle");
            svg.text({x, below_baseline}, columns[n].below, "tick middle");
        }
    }
    return svg.finished(height);
}

}  // namespace dudao::report
