#pragma once

#include "context.hpp"
#include "report/json_writer.hpp"

#include <cstddef>
#include <map>
#include <string>

namespace dudao {

/// Visits of one person by day.
struct MatrixLine {
    std::map<Day, std::size_t> days = {};
    std::size_t without_day = 0;
};

/// By the codes of people; empty: nobody.
using DayMatrix = std::map<std::string, MatrixLine>;

void write_matrix(report::JsonWriter& json, const DayMatrix& matrix);

/// A line for each person, a column for each day that somebody has visits on: as many side by side
/// as the screen has room for, then the next ones below. The last line adds up.
void print_matrix(const Context& context, const DayMatrix& matrix);

}  // namespace dudao
