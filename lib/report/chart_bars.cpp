#include "report/charts.hpp"

#include <algorithm>

namespace dudao::report {

namespace {

constexpr int row_height = 26;
constexpr int bar_height = 12;
constexpr int baseline = 17;  // of a label, from the top of its row
constexpr int gap = 10;
constexpr std::int64_t whole = 1000;

int scaled(std::int64_t permille, int width) {
    const auto length = std::clamp<std::int64_t>(permille, 0, whole) * width;
    return static_cast<int>((length + whole / 2) / whole);
}

}  // namespace

std::string bar_chart(const ChartFrame& frame,
                      const std::vector<Bar>& bars,
                      const std::optional<Bar>& mark) {
    constexpr int mark_height = 20;
    Svg svg{frame};
    int label_width = 0;
    int value_width = 0;
    for (const auto& bar : bars) {
        label_width = std::max(label_width, text_width(bar.label));
        value_width = std::max(value_width, text_width(bar.value));
    }
    label_width = std::min(label_width, frame.width * 2 / 5);
    const int left = label_width + gap;
    value_width += value_width / 8;  // bold
    const int length = frame.width - left - value_width - gap;
    int y = mark ? mark_height : 0;
    const int top = y;
    for (const auto& bar : bars) {
        const int bar_y = y + (row_height - bar_height) / 2;
        const auto tip = bar.label + " " + bar.value;
        svg.text({0, y + baseline}, shortened(bar.label, label_width), "label");
        svg.rect({left, bar_y, length, bar_height}, "track");
        svg.rect({left, bar_y, scaled(bar.permille, length), bar_height}, bar.css, tip);
        svg.text({frame.width, y + baseline}, bar.value, "value end");
        y += row_height;
    }
    if (mark) {
        const int x = left + scaled(mark->permille, length);
        const auto text = mark->label + " " + mark->value;
        const int half = text_width(text) / 2;
        const int at = std::clamp(x, left + half, std::max(left + half, frame.width - half));
        svg.line({x, top - 4}, {x, y}, "guide");
        svg.text({at, top - 8}, text, "tick middle");
    }
    return svg.finished(y);
}

std::string stacked_bar(const ChartFrame& frame, const std::vector<Segment>& segments) {
    constexpr int height = 22;
    constexpr int legend_gap = 14;
    Svg svg{frame};
    std::int64_t sum = 0;
    for (const auto& segment : segments) {
        sum += segment.size;
    }
    std::int64_t before = 0;
    std::vector<Swatch> swatches;
    for (const auto& segment : segments) {
        const auto text = segment.label + " " + segment.value;
        if (sum > 0 && segment.size > 0) {
            const auto from = static_cast<int>(before * frame.width / sum);
            const auto to = static_cast<int>((before + segment.size) * frame.width / sum);
            svg.rect({from, 0, std::max(1, to - from), height}, segment.css, text);
            before += segment.size;
        }
        swatches.push_back({text, segment.css});
    }
    return svg.finished(draw_legend(svg, {0, height + legend_gap}, swatches));
}

}  // namespace dudao::report
