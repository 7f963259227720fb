#include "report/bars.hpp"
#include "report/period_parts.hpp"
#include "report/period_wording.hpp"
#include "report/render.hpp"
#include "report/table.hpp"
#include "report/wording.hpp"
#include "report/wrap.hpp"

#include <algorithm>
#include <functional>
#include <sstream>

namespace dudao::report {

namespace {

constexpr std::size_t least_columns = 20;
constexpr std::size_t widest_note = 100;  // longer lines are hard to read

void print_heading(std::ostream& out, std::string_view text, const Screen& screen) {
    const auto line = fitted(text, screen.columns, screen.ambiguous);
    out << '\n' << painted(line, Tone::strong, screen) << '\n';
    const std::string rule(display_width(line, screen.ambiguous), '=');
    out << painted(rule, Tone::dim, screen) << '\n';
}

void print_paragraph(std::ostream& out, std::string_view text, const Screen& screen) {
    for (const auto& line :
         wrapped(text, std::min(screen.columns, widest_note), screen.ambiguous)) {
        out << line << '\n';
    }
}

void print_head(std::ostream& out,
                const PeriodReport& report,
                const Catalogue& words,
                const Screen& screen) {
    const auto heading = heading_of(report, words);
    if (!heading.chain.empty()) {
        out << fitted(heading.chain, screen.columns, screen.ambiguous) << '\n';
    }
    for (const auto& line : wrapped(heading.full_title, screen.columns, screen.ambiguous)) {
        out << painted(line, Tone::strong, screen) << '\n';
    }
    out << painted(std::string(std::min(screen.columns, widest_note), '='), Tone::dim, screen)
        << '\n';
    const std::vector<std::pair<std::string_view, std::string>> facts{
        {words.text("Scope"), heading.scope},
        {words.text("As of"), heading.as_of},
        {words.text("Made at"), heading.made_at}};
    std::size_t width = 0;
    for (const auto& [label, value] : facts) {
        width = std::max(width, display_width(label, screen.ambiguous) + 2);
    }
    for (const auto& [label, value] : facts) {
        const auto room = screen.columns > width ? screen.columns - width : 0;
        out << painted(padded(label, width, screen.ambiguous), Tone::dim, screen)
            << fitted(value, room, screen.ambiguous) << '\n';
    }
}

/// The grid with its bars as a last column.
Grid with_bars(Grid grid, const Screen& screen) {
    constexpr int rank = 3;
    constexpr std::size_t shortest = 8;
    constexpr std::size_t longest = 24;
    if (grid.bars.empty()) {
        return grid;
    }
    const auto length = std::clamp(screen.columns / 6, shortest, longest);
    grid.columns.push_back({.title = "", .rank = rank});
    for (std::size_t n = 0; n < grid.rows.size(); ++n) {
        grid.rows[n].emplace_back(bar(grid.bars[n], length, screen));
    }
    return grid;
}

void print_grid(std::ostream& out, const Grid& grid, const Screen& screen) {
    out << '\n';
    if (!grid.title.empty()) {
        out << painted(fitted(grid.title, screen.columns, screen.ambiguous), Tone::strong, screen)
            << "\n\n";
    }
    print_table(out, with_bars(grid, screen), screen);
}

/// The columns `from` to `to` of a grid, after its first.
Grid part_of(const Grid& grid, std::size_t from, std::size_t to) {
    const auto taken = [from, to](const auto& all) {
        auto some = std::decay_t<decltype(all)>{all.front()};
        const auto at = [&](std::size_t n) { return all.begin() + static_cast<std::ptrdiff_t>(n); };
        some.insert(some.end(), at(from), at(to));
        return some;
    };
    Grid part{.title = from == 1 ? grid.title : std::string{}, .columns = taken(grid.columns)};
    for (const auto& row : grid.rows) {
        part.rows.push_back(taken(row));
    }
    return part;
}

/// How many parts a grid must be printed in so that the columns of each find room.
std::size_t parts_needed(const Grid& grid, const Screen& screen) {
    constexpr std::size_t gap = 2;
    constexpr std::size_t first_width = 14;
    constexpr std::size_t longest_title = 12;
    constexpr std::size_t percent_width = 6;
    std::size_t parts = 1;
    auto width = first_width;
    for (std::size_t n = 1; n < grid.columns.size(); ++n) {
        const auto title = display_width(grid.columns[n].title, screen.ambiguous);
        const auto column = gap + std::clamp(title, percent_width, longest_title);
        if (width + column > screen.columns && width > first_width) {
            ++parts;
            width = first_width;
        }
        width += column;
    }
    return parts;
}

/// A grid with many columns as several below each other, so that none is left out.
void print_in_parts(std::ostream& out, const Grid& grid, const Screen& screen) {
    const auto columns = grid.columns.size() - 1;
    const auto parts = parts_needed(grid, screen);
    for (std::size_t n = 0; n < parts; ++n) {
        const auto from = columns * n / parts;
        const auto to = columns * (n + 1) / parts;
        print_grid(out, part_of(grid, from + 1, to + 1), screen);
    }
}

/// A row of the trend: the values as a line of characters, and those to know.
std::vector<Cell> trend_row(std::string_view name,
                            const std::vector<std::optional<Decimal>>& values,
                            const Screen& screen,
                            const std::function<std::string(const std::optional<Decimal>&)>& text) {
    std::optional<Decimal> lowest;
    std::optional<Decimal> highest;
    for (const auto& value : values) {
        if (value) {
            lowest = lowest ? std::min(*lowest, *value) : *value;
            highest = highest ? std::max(*highest, *value) : *value;
        }
    }
    return {name,
            sparkline(values, screen),
            text(lowest),
            text(highest),
            {text(values.back()), Tone::strong}};
}

void print_trend(std::ostream& out,
                 const PeriodReport& report,
                 const Figures& figures,
                 const Screen& screen) {
    const auto& words = figures.words();
    const auto span = filled(words.text("{0} to {1}"),
                             {domain::to_text(report.trend.front().period),
                              domain::to_text(report.trend.back().period)});
    Grid grid{
        .columns = {{.title = std::string{words.text("Figure")}},
                    {.title = span},
                    {.title = std::string{words.text("Lowest")}, .align = Align::right, .rank = 2},
                    {.title = std::string{words.text("Highest")}, .align = Align::right, .rank = 1},
                    {.title = std::string{words_of(words, report.period.kind).this_period},
                     .align = Align::right}}};
    std::vector<std::optional<Decimal>> means;
    std::vector<std::optional<Decimal>> visits;
    for (const auto& point : report.trend) {
        means.push_back(point.mean);
        visits.emplace_back(Decimal{point.visits});
    }
    grid.rows.push_back(trend_row(words.text("Mean score"), means, screen, [&](const auto& value) {
        return figures.percent(value);
    }));
    grid.rows.push_back(trend_row(words.text("Visits"), visits, screen, [&](const auto& value) {
        return value ? figures.count(value->millionths() / Decimal::one) : figures.nothing();
    }));
    print_grid(out, grid, screen);
}

/// Sentences are wrapped, where a table would cut them.
void print_remarks(std::ostream& out, const Part& part, const Screen& screen) {
    for (const auto& grid : part.grids) {
        out << '\n' << painted(grid.columns.front().title, Tone::strong, screen) << '\n';
        for (const auto& row : grid.rows) {
            auto text = "- " + row.front().text;
            for (std::size_t n = 1; n < row.size(); ++n) {
                text += ' ' + row[n].text;
            }
            print_paragraph(out, text, screen);
        }
    }
}

void print_part(std::ostream& out,
                const Part& part,
                const PeriodReport& report,
                const Figures& figures,
                const Screen& screen) {
    print_heading(out, part.heading, screen);
    print_paragraph(out, part.note, screen);
    if (part.id == "trend") {
        print_trend(out, report, figures, screen);
        return;
    }
    if (part.id == "remarks") {
        print_remarks(out, part, screen);
        return;
    }
    for (const auto& grid : part.grids) {
        if (part.id == "matrix") {
            print_in_parts(out, grid, screen);
        } else {
            print_grid(out, grid, screen);
        }
    }
}

}  // namespace

std::string render_text(const PeriodReport& report, const Catalogue& words, const Screen& screen) {
    auto at_least = screen;
    at_least.columns = std::max(screen.columns, least_columns);
    const Figures figures{words, "-"};  // the dash of print is of ambiguous width
    std::ostringstream out;
    print_head(out, report, words, at_least);
    print_part(out, key_part(report, figures), report, figures, at_least);
    for (const auto& part : parts_of(report, figures)) {
        print_part(out, part, report, figures, at_least);
    }
    return std::move(out).str();
}

}  // namespace dudao::report
