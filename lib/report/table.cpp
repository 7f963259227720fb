#include "report/table.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <numeric>
#include <optional>
#include <ostream>

namespace dudao::report {

namespace {

constexpr std::size_t gap = 2;

/// Display columns of a line with these columns.
std::size_t line_width(const std::vector<std::size_t>& widths) {
    std::size_t width = 0;
    for (const auto each : widths) {
        if (each > 0) {
            width += each + (width > 0 ? gap : 0);
        }
    }
    return width;
}

/// `widths` made narrower by cutting the widest that is above its least, one by one, until they fit
/// or nothing can be cut any more.
std::vector<std::size_t> squeezed(std::vector<std::size_t> widths,
                                  const std::vector<std::size_t>& least,
                                  std::size_t room) {
    while (line_width(widths) > room) {
        std::optional<std::size_t> widest;
        for (std::size_t n = 0; n < widths.size(); ++n) {
            if (widths[n] > least[n] && (!widest || widths[n] > widths[*widest])) {
                widest = n;
            }
        }
        if (!widest) {
            break;
        }
        --widths[*widest];
    }
    return widths;
}

/// The least important of the columns that are shown; nothing when all must stay.
std::optional<std::size_t> dispensable(const std::vector<Column>& columns,
                                       const std::vector<std::size_t>& widths) {
    std::optional<std::size_t> found;
    for (std::size_t n = 0; n < columns.size(); ++n) {
        const bool may_go = widths[n] > 0 && columns[n].rank > 0;
        if (may_go && (!found || columns[n].rank >= columns[*found].rank)) {
            found = n;
        }
    }
    return found;
}

}  // namespace

std::vector<std::size_t> settled_widths(const std::vector<Column>& columns,
                                        const std::vector<std::size_t>& natural,
                                        std::size_t room) {
    auto wanted = natural;
    std::vector<std::size_t> least(columns.size());
    for (std::size_t n = 0; n < columns.size(); ++n) {
        least[n] = columns[n].least == 0 ? wanted[n] : std::min(columns[n].least, wanted[n]);
    }
    for (;;) {
        auto widths = squeezed(wanted, least, room);
        if (line_width(widths) <= room) {
            return widths;
        }
        const auto last = dispensable(columns, wanted);
        if (!last) {
            return squeezed(widths, std::vector<std::size_t>(columns.size(), 1), room);
        }
        wanted[*last] = 0;
    }
}

std::string one_line(std::string_view text) {
    std::string line{text};
    std::replace_if(
        line.begin(), line.end(), [](char c) { return c == '\n' || c == '\t'; }, ' ');
    return term_safe(line);
}

Table::Table(std::ostream& out, std::vector<Column> columns, const Screen& screen)
    : out_(&out), columns_(std::move(columns)), screen_(screen) {}

void Table::add(std::vector<Cell> row) {
    for (auto& cell : row) {
        cell.text = one_line(cell.text);
    }
    if (!widths_.empty()) {
        print(row);
        return;
    }
    waiting_.push_back(std::move(row));
    if (waiting_.size() == sample) {
        settle();
    }
}

void Table::finish() {
    if (widths_.empty() && !waiting_.empty()) {
        drop_empty_columns();
        settle();
    }
}

void Table::drop_empty_columns() {
    for (auto n = columns_.size(); n-- > 0;) {
        const bool empty = std::all_of(
            waiting_.begin(), waiting_.end(), [n](const auto& row) { return row[n].text.empty(); });
        if (columns_[n].rank == 0 || !empty) {
            continue;
        }
        const auto at = static_cast<std::ptrdiff_t>(n);
        columns_.erase(columns_.begin() + at);
        for (auto& row : waiting_) {
            row.erase(row.begin() + at);
        }
    }
}

void Table::settle() {
    std::vector<std::size_t> natural;
    for (std::size_t n = 0; n < columns_.size(); ++n) {
        auto& title = columns_[n].title;
        title = one_line(title);
        auto width = display_width(title, screen_.ambiguous);
        for (const auto& row : waiting_) {
            width = std::max(width, display_width(row[n].text, screen_.ambiguous));
        }
        natural.push_back(width);
    }
    widths_ = settled_widths(columns_, natural, screen_.columns);
    for (std::size_t n = 0; n < columns_.size(); ++n) {
        cut_.push_back(columns_[n].least > 0 || widths_[n] < natural[n]);
    }
    print_titles();
    for (const auto& row : waiting_) {
        print(row);
    }
    waiting_.clear();
}

void Table::print_titles() {
    std::vector<Cell> titles;
    std::vector<Cell> rules;
    for (std::size_t n = 0; n < columns_.size(); ++n) {
        titles.emplace_back(columns_[n].title, Tone::strong);
        rules.emplace_back(std::string(widths_[n], '-'), Tone::dim);
    }
    print(titles);
    print(rules);
}

void Table::print(const std::vector<Cell>& row) {
    std::string line;
    std::size_t owed = 0;  // blanks before the next field, so that none end up at the line's end
    bool first = true;
    for (std::size_t n = 0; n < columns_.size(); ++n) {
        const auto width = widths_[n];
        if (width == 0) {
            continue;
        }
        owed += first ? 0 : gap;
        first = false;
        const auto text = cut_[n] ? fitted(row[n].text, width, screen_.ambiguous) : row[n].text;
        const auto blanks = width - std::min(width, display_width(text, screen_.ambiguous));
        const bool is_right = columns_[n].align == Align::right;
        owed += is_right ? blanks : 0;
        if (!text.empty()) {
            line.append(owed, ' ');
            line += painted(text, row[n].tone, screen_);
            owed = 0;
        }
        owed += is_right ? 0 : blanks;
    }
    *out_ << line << '\n';
}

void print_table(std::ostream& out, const Grid& grid, const Screen& screen) {
    Table table{out, grid.columns, screen};
    for (const auto& row : grid.rows) {
        table.add(row);
    }
    table.finish();
}

}  // namespace dudao::report
