#include "report/grids.hpp"

#include "report/level.hpp"
#include "report/table.hpp"

#include <utility>

namespace dudao::report {

Column text_column(std::string_view title, std::size_t least, int rank) {
    return {.title = std::string{title}, .least = least, .rank = rank};
}

Column number_column(std::string_view title, int rank) {
    return {.title = std::string{title}, .align = Align::right, .rank = rank};
}

Cell percent_cell(const Figures& figures, const std::optional<Decimal>& value) {
    return {figures.percent(value), value ? tone_of(*value) : Tone::dim};
}

void identify(std::vector<Cell>& row,
              const std::string& line,
              std::initializer_list<std::string_view> members) {
    auto cell = row.begin();
    for (const auto member : members) {
        if (!member.empty()) {
            cell->figure = line + std::string{member};
        }
        ++cell;
    }
}

Grid counted_grid(const Figures& figures, std::string_view title, std::string_view counted) {
    return {.columns = {text_column(title, 8),
                        number_column(counted),
                        number_column(figures.words().text("Share"), 1)}};
}

void add_counted(Grid& grid,
                 const Figures& figures,
                 std::string_view name,
                 std::int64_t count,
                 std::int64_t whole,
                 std::string figure) {
    const Share share{count, whole};
    grid.rows.push_back({one_line(name), figures.count(count), figures.percent(share)});
    grid.rows.back()[1].figure = std::move(figure);
    grid.bars.push_back(share);
}

Grid figures_grid(const Figures& figures) {
    const auto& words = figures.words();
    return {.columns = {text_column(words.text("Figure"), 0),
                        number_column(words.text("Value")),
                        text_column(words.text("Basis"), 14, 1)}};
}

}  // namespace dudao::report
