#include "report/charts.hpp"

#include <algorithm>

namespace dudao::report {

namespace {

constexpr int narrow = 600;  // below it, labels stand above their bars
constexpr int top = 22;
constexpr int gap = 10;
constexpr int bar_height = 14;
constexpr int full = 100;
constexpr int most_of_all = 80;  // percent: few causes make most failures

/// Where things stand, from the width.
struct Layout {
    bool stacked = false;  ///< labels above the bars
    int row_height = 0;
    int label_width = 0;
    int left = 0;    ///< of the plot
    int length = 0;  ///< of the plot
};

Layout layout_of(int width, const std::vector<ParetoItem>& items) {
    int label = 0;
    int count = 0;
    int cumulative = 0;
    for (const auto& item : items) {
        label = std::max(label, text_width(item.label));
        count = std::max(count, text_width(item.count_text));
        cumulative = std::max(cumulative, text_width(item.cumulative_text));
    }
    count += count / 8;  // bold
    constexpr int wide_row = 26;
    constexpr int stacked_row = 42;
    Layout layout{.stacked = width < narrow};
    layout.row_height = layout.stacked ? stacked_row : wide_row;
    layout.label_width = layout.stacked ? width : std::min(label, width * 2 / 5);
    layout.left = (layout.stacked ? 0 : layout.label_width + gap) + count + gap;
    layout.length = width - layout.left - cumulative - gap;
    return layout;
}

int x_of(const Layout& layout, Decimal percent) {
    const auto whole = full * Decimal::one;
    return layout.left + static_cast<int>(percent.millionths() * layout.length / whole);
}

}  // namespace

std::string pareto_chart(const ChartFrame& frame,
                         const std::vector<ParetoItem>& items,
                         const ParetoWords& words) {
    constexpr int baseline = 12;  // of a text, from the top of its bar
    constexpr int dot_radius = 3;
    constexpr int label_above = 7;
    constexpr int below_bar = 6;
    Svg svg{frame};
    const auto layout = layout_of(frame.width, items);
    const int bottom = top + static_cast<int>(items.size()) * layout.row_height;
    const int mark = x_of(layout, Decimal{most_of_all});
    svg.line({mark, top - 4}, {mark, bottom}, "guide");
    svg.text({mark, top - gap}, std::to_string(most_of_all) + "%", "tick middle");
    std::int64_t most = 1;
    for (const auto& item : items) {
        most = std::max(most, item.count);
    }
    std::vector<Point> line;
    std::vector<int> label_baselines;
    int y = top;
    for (const auto& item : items) {
        const int bar_y = y + layout.row_height - bar_height - below_bar;
        const int text_y = bar_y + baseline;
        label_baselines.push_back(layout.stacked ? bar_y - label_above : text_y);
        const auto length = static_cast<int>(item.count * layout.length / most);
        svg.text({layout.left - gap, text_y}, item.count_text, "value end");
        svg.rect({layout.left, bar_y, std::max(1, length), bar_height},
                 item.critical ? "bar critical" : "bar",
                 item.label + " " + item.count_text);
        svg.text({frame.width, text_y}, item.cumulative_text, "tick end");
        if (item.cumulative) {
            line.push_back({x_of(layout, *item.cumulative), bar_y + bar_height / 2});
        }
        y += layout.row_height;
    }
    svg.path(line, "line across");
    for (const auto& point : line) {
        svg.circle(point, dot_radius, "dot");
    }
    for (std::size_t n = 0; n < items.size(); ++n) {
        const auto label = shortened(items[n].label, layout.label_width);
        svg.text({0, label_baselines[n]}, label, "label halo");  // the line may pass below it
    }
    const Point legend{layout.stacked ? 0 : layout.left, bottom + gap};
    return svg.finished(draw_legend(svg,
                                    legend,
                                    {{words.counts, "bar"},
                                     {words.critical, "bar critical"},
                                     {words.cumulative, "cumulative"}}));
}

}  // namespace dudao::report
