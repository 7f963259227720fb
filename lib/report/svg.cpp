#include "report/svg.hpp"

#include "base/width.hpp"
#include "report/table.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace dudao::report {

namespace {

/// Units that one display column takes: half of the size of the labels' font (12) and a bit more,
/// since letters are not as regular as Han.
constexpr int column_tenths = 66;
constexpr int tenths = 10;

std::string_view escape_of(char c) noexcept {
    switch (c) {
        case '&':
            return "&amp;";
        case '<':
            return "&lt;";
        case '>':
            return "&gt;";
        case '"':
            return "&quot;";
        case '\'':
            return "&#39;";
        default:
            return {};
    }
}

}  // namespace

std::string xml_text(std::string_view text) {
    std::string out;
    for (const char c : one_line(text)) {
        const auto escape = escape_of(c);
        if (escape.empty()) {
            out += c;
        } else {
            out += escape;
        }
    }
    return out;
}

int text_width(std::string_view text) {
    return (static_cast<int>(display_width(text)) * column_tenths + tenths - 1) / tenths;
}

std::string shortened(std::string_view text, int width) {
    return fitted(text, static_cast<std::size_t>(std::max(0, width) * tenths / column_tenths));
}

void Svg::shape(std::string_view name,
                std::string_view attributes,
                std::string_view css,
                std::string_view tip) {
    drawn_ += fmt::format(R"(<{} class="{}" {})", name, css, attributes);
    if (tip.empty()) {
        drawn_ += "/>\n";
    } else {
        drawn_ += fmt::format("><title>{}</title></{}>\n", xml_text(tip), name);
    }
}

void Svg::rect(const Box& box, std::string_view css, std::string_view tip) {
    const auto attributes =
        fmt::format(R"(x="{}" y="{}" width="{}" height="{}")", box.x, box.y, box.width, box.height);
    shape("rect", attributes, css, tip);
}

void Svg::circle(Point centre, int radius, std::string_view css, std::string_view tip) {
    const auto attributes = fmt::format(R"(cx="{}" cy="{}" r="{}")", centre.x, centre.y, radius);
    shape("circle", attributes, css, tip);
}

void Svg::line(Point from, Point to, std::string_view css) {
    const auto attributes =
        fmt::format(R"(x1="{}" y1="{}" x2="{}" y2="{}")", from.x, from.y, to.x, to.y);
    shape("line", attributes, css, {});
}

void Svg::path(const std::vector<Point>& points, std::string_view css) {
    if (points.size() < 2) {
        return;
    }
    std::string list;
    for (const auto& point : points) {
        list += fmt::format("{}{},{}", list.empty() ? "" : " ", point.x, point.y);
    }
    shape("polyline", fmt::format(R"(points="{}")", list), css, {});
}

void Svg::text(Point at, std::string_view text, std::string_view css) {
    drawn_ +=
        fmt::format(R"(<text class="{}" x="{}" y="{}">{}</text>)", css, at.x, at.y, xml_text(text));
    drawn_ += '\n';
}

std::string Svg::finished(int height) const {
    return fmt::format(
        R"(<svg class="chart" viewBox="0 0 {0} {1}" width="{0}" height="{1}" role="img" aria-labelledby="{2}-title {2}-text">)"
        "\n<title id=\"{2}-title\">{3}</title>\n<desc id=\"{2}-text\">{4}</desc>\n{5}</svg>\n",
        frame_.width,
        height,
        frame_.id,
        xml_text(frame_.title),
        xml_text(frame_.description),
        drawn_);
}

}  // namespace dudao::report
