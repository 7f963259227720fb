#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace dudao::report {

/// What a chart is, and how wide. One unit is one pixel of CSS when it is shown at that width.
struct ChartFrame {
    std::string id;                ///< unique in its page, of letters, digits and '-'
    std::string title;             ///< what it shows
    std::string description = {};  ///< the same in words, for those who cannot see it
    int width = 0;
};

/// A point in units, from the upper left.
struct Point {
    int x = 0;
    int y = 0;
};

/// A rectangle in units.
struct Box {
    int x = 0;
    int y = 0;
    int width = 0;
    int height = 0;
};

/// `text` as it may stand in XML and HTML, also in quotes: control characters and bidirectional
/// overrides become U+FFFD.
std::string xml_text(std::string_view text);

/// Units that `text` takes at the size of a chart's labels, about, and never too few.
int text_width(std::string_view text);

/// `text`, or as much of it as takes `width` units with … at its end.
std::string shortened(std::string_view text, int width);

/// Draws an SVG picture whose look is left to the style sheet of the page: shapes have classes
/// ("tick end"), never colours. The same calls give the same bytes.
class Svg {
  public:
    explicit Svg(ChartFrame frame) : frame_(std::move(frame)) {}

    int width() const noexcept { return frame_.width; }

    /// `tip` is shown while the mouse rests on the shape.
    void rect(const Box& box, std::string_view css, std::string_view tip = {});
    void circle(Point centre, int radius, std::string_view css, std::string_view tip = {});
    void line(Point from, Point to, std::string_view css);

    /// A line through points; nothing for fewer than two.
    void path(const std::vector<Point>& points, std::string_view css);

    /// At the baseline's beginning; classes `middle` and `end` place it otherwise.
    void text(Point at, std::string_view text, std::string_view css);

    /// The picture with all that was drawn.
    std::string finished(int height) const;

  private:
    void shape(std::string_view name,
               std::string_view attributes,
               std::string_view css,
               std::string_view tip);

    ChartFrame frame_;
    std::string drawn_ = {};
};

}  // namespace dudao::report
