#include "report/charts.hpp"

namespace dudao::report {

int draw_legend(Svg& svg, Point at, const std::vector<Swatch>& swatches) {
    constexpr int side = 11;
    constexpr int line_height = 20;
    constexpr int label_at = side + 6;
    constexpr int gap = 20;
    auto x = at.x;
    auto y = at.y;
    for (const auto& swatch : swatches) {
        const auto width = label_at + text_width(swatch.label);
        if (x > at.x && x + width > svg.width()) {
            x = at.x;
            y += line_height;
        }
        svg.rect({x, y, side, side}, swatch.css);
        svg.text({x + label_at, y + side - 1}, swatch.label, "label");
        x += width + gap;
    }
    return y + line_height;
}

}  // namespace dudao::report
