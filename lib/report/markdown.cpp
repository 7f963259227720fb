#include "report/markdown.hpp"

#include "report/table.hpp"

namespace dudao::report {

std::string markdown_text(std::string_view text) {
    // CommonMark lets every ASCII punctuation mark be escaped; these could mean something in a
    // line.
    constexpr std::string_view marks = "\\`*_[]<>&#|~$";
    std::string out;
    for (const char c : one_line(text)) {
        if (marks.find(c) != std::string_view::npos) {
            out += '\\';
        }
        out += c;
    }
    return out;
}

std::string markdown_table(const Grid& grid) {
    std::string out;
    if (!grid.title.empty()) {
        out += "**" + markdown_text(grid.title) + "**\n\n";
    }
    std::string rule;
    for (const auto& column : grid.columns) {
        out += "| " + markdown_text(column.title) + " ";
        rule += column.align == Align::right ? "| ---: " : "| --- ";
    }
    out += "|\n" + rule + "|\n";
    for (const auto& row : grid.rows) {
        for (const auto& cell : row) {
            out += "| " + markdown_text(cell.text) + " ";
        }
        out += "|\n";
    }
    return out;
}

}  // namespace dudao::report
