#include "exchange/xlsx.hpp"

#include "base/error_id.hpp"
#include "exchange/xlsx_sheet.hpp"

#include <algorithm>
#include <vector>

namespace dudao::exchange {

struct XlsxReader::State {
    State(Input& input, std::string_view wanted)
        : name(input.name()),
          book(input),
          sheet(book.sheet(wanted)),
          events(book, name),
          xml(book.open(sheet), events) {}

    Step next();
    Step fetch();
    std::optional<Error> put_cells();
    Step stop(Error why);

    std::string name;
    XlsxBook book;
    const XlsxSheet& sheet;
    SheetEvents events;
    XmlReader xml;
    SheetRow row = {};
    std::size_t header_row = 1;
    std::size_t above = 1;                    ///< columns of the rows above it that have several
    std::optional<std::size_t> columns = {};  ///< of the header
    std::vector<std::string_view> fields = {};
    std::vector<bool> numbers = {};
    std::optional<Error> broken = {};  ///< said when the rows before it are read
    bool at_end = false;
    bool over = false;
    std::optional<Error> error = {};
};

XlsxReader::XlsxReader(Input& input, std::string_view sheet)
    : state_(std::make_unique<State>(input, sheet)) {}

XlsxReader::~XlsxReader() = default;

void XlsxReader::expect_header_on(std::size_t row) noexcept {
    state_->header_row = row;
}

Step XlsxReader::next() {
    return state_->next();
}

Step XlsxReader::State::stop(Error why) {
    error = std::move(why);
    over = true;
    return Step::stopped;
}

/// Reads on until a row is complete; then Step::row, else what keeps it from that.
Step XlsxReader::State::fetch() {
    while (!events.take(row)) {
        if (events.trouble()) {
            return stop(*events.trouble());
        }
        if (broken) {
            return stop(*broken);
        }
        if (at_end && row.number == 0) {
            return stop({ErrorId::csv_empty, {}, {name}});
        }
        if (at_end) {
            over = true;
            return Step::end;
        }
        const auto more = xml.read_on();
        if (!more) {
            broken = more.error();
        }
        at_end = more && !*more;
    }
    return Step::row;
}

Step XlsxReader::State::next() {
    if (over) {
        return error ? Step::stopped : Step::end;
    }
    error.reset();
    if (const auto step = fetch(); step != Step::row) {
        return step;
    }
    const auto width = row.cells.empty() ? 1 : row.cells.back().column + 1;
    if (!columns && row.number >= header_row) {
        columns = std::max(width, above);
    } else if (!columns && row.cells.size() > 1) {
        above = std::max(above, width);  // a name merged over several rows stands in the uppermost
    }
    error = put_cells();
    return error ? Step::refused : Step::row;
}

/// Puts the row's cells into their columns; what is wrong with it.
std::optional<Error> XlsxReader::State::put_cells() {
    auto width = columns.value_or(1);
    if (!row.cells.empty()) {
        width = std::max(width, row.cells.back().column + 1);
    }
    fields.assign(width, {});
    numbers.assign(width, false);
    for (std::size_t at = 0; at < row.cells.size(); ++at) {
        const auto& cell = row.cells[at];
        fields[cell.column] = row.text_of(at);
        numbers[cell.column] = cell.number;
    }
    if (row.error || width == columns.value_or(width)) {
        return row.error;
    }
    return Error{ErrorId::csv_ragged,
                 {std::to_string(width), std::to_string(*columns)},
                 {name, row.number, *columns + 1}};
}

std::span<const std::string_view> XlsxReader::fields() const noexcept {
    return state_->fields;
}

std::size_t XlsxReader::line() const noexcept {
    return state_->row.number;
}

Place XlsxReader::place(std::size_t field) const {
    return {state_->name, state_->row.number, field < state_->fields.size() ? field + 1 : 0};
}

const Error& XlsxReader::error() const noexcept {
    return *state_->error;
}

bool XlsxReader::is_number(std::size_t field) const noexcept {
    return field < state_->numbers.size() && state_->numbers[field];
}

const std::string& XlsxReader::sheet() const noexcept {
    return state_->sheet.name;
}

std::size_t XlsxReader::sheets() const noexcept {
    return state_->book.sheets().size();
}

}  // namespace dudao::exchange
