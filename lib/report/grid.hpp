#pragma once

#include "report/period_report.hpp"
#include "report/screen.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace dudao::report {

enum class Align : std::uint8_t { left, right };

/// A column of a table. Only terminals, whose lines cannot grow, cut columns or leave them out.
struct Column {
    std::string title;
    Align align = Align::left;
    std::size_t least = 0;  ///< display columns it may be cut down to; 0: it is never cut
    int rank = 0;           ///< 0: always shown; the highest is the first to be left out
};

/// One field of a table.
struct Cell {
    std::string text;
    Tone tone = Tone::plain;
    std::string figure = {};  ///< id of the figure that it shows (see FlatReport); empty: of none

    Cell(std::string value) : text(std::move(value)) {}  // NOLINT(*-explicit-*): rows read as lists
    Cell(std::string_view value) : text(value) {}        // NOLINT(*-explicit-*)
    Cell(const char* value) : text(value) {}             // NOLINT(*-explicit-*)
    Cell(std::string value, Tone meaning) : text(std::move(value)), tone(meaning) {}
};

/// A table in words, in no format yet. The first field of a row says what the row is about.
struct Grid {
    std::string title = {};  ///< empty: the heading above says it
    std::vector<Column> columns = {};
    std::vector<std::vector<Cell>> rows = {};
    std::vector<Share> bars = {};  ///< of each row, where a bar helps; else empty
};

}  // namespace dudao::report
