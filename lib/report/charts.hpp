#pragma once

#include "base/decimal.hpp"
#include "report/svg.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace dudao::report {

// Charts as SVG. Figures come in words; numbers only say where things are drawn. Each works from
// about 340 units on: narrow ones move labels and leave out what finds no room.

/// A line with a bar.
struct Bar {
    std::string label;
    std::string value;
    std::int64_t permille = 0;  ///< length, of the longest that can be
    std::string css = "bar";
};

/// Horizontal bars below each other; `mark` is a position they are compared with, and its name.
std::string bar_chart(const ChartFrame& frame,
                      const std::vector<Bar>& bars,
                      const std::optional<Bar>& mark = std::nullopt);

/// A part of a whole.
struct Segment {
    std::string label;
    std::string value;
    std::int64_t size = 0;
    std::string css;
};

/// One bar made of its parts, with a legend that names each.
std::string stacked_bar(const ChartFrame& frame, const std::vector<Segment>& segments);

/// A period of a trend.
struct TrendColumn {
    std::string label;    ///< short
    std::string below;    ///< shown below where not empty
    std::string name;     ///< in full
    bool breaks = false;  ///< cannot be compared with what is before
    std::optional<Decimal> percent = {};
    std::string percent_text = {};
    std::int64_t visits = 0;
    std::string visits_text = {};
};

/// Percentages as a line, broken where there is none and where they cannot be compared, above
/// visits as columns. The axis of the percentages covers what occurs, not 0 to 100.
std::string trend_chart(const ChartFrame& frame,
                        const std::vector<TrendColumn>& columns,
                        const std::string& visits_label);

/// A grade, the best first.
struct GradeKey {
    std::string name;
    std::string css;
};

/// A period's visits by grade.
struct GradeColumn {
    std::string label;
    std::string below;
    std::string name;
    std::vector<std::int64_t> visits = {};  ///< of each grade
    std::vector<std::string> texts = {};    ///< what is said of each
};

/// Shares of the grades as one column a period.
std::string grade_chart(const ChartFrame& frame,
                        const std::vector<GradeKey>& grades,
                        const std::vector<GradeColumn>& columns);

/// An item of a Pareto chart, the most frequent first.
struct ParetoItem {
    std::string label;
    std::string count_text;
    std::int64_t count = 0;
    std::optional<Decimal> cumulative = {};  ///< percent
    std::string cumulative_text = {};
    bool critical = false;
};

/// What the bars and the line of a Pareto chart stand for.
struct ParetoWords {
    std::string counts;
    std::string critical;  ///< counts of items that are critical
    std::string cumulative;
};

/// Counts as bars, and the cumulative share as a line across them. The line of 80 % is marked.
std::string pareto_chart(const ChartFrame& frame,
                         const std::vector<ParetoItem>& items,
                         const ParetoWords& words);

/// A field of a heat map.
struct HeatCell {
    std::string text;
    std::optional<std::size_t> level = {};  ///< see level_of(); nothing: there is no figure
};

/// Rows and columns of figures, coloured by level, with a legend.
std::string heat_map(const ChartFrame& frame,
                     const std::vector<std::string>& columns,
                     const std::vector<std::string>& rows,
                     const std::vector<std::vector<HeatCell>>& cells);

/// A swatch of a legend and what it stands for.
struct Swatch {
    std::string label;
    std::string css;
};

/// Draws swatches from `at` on, in as many lines as they need; returns where the next line would
/// begin.
int draw_legend(Svg& svg, Point at, const std::vector<Swatch>& swatches);

}  // namespace dudao::report
