#include "exchange/form_book.hpp"

#include "base/error_id.hpp"
#include "base/text.hpp"
#include "exchange/xlsx.hpp"

#include <span>
#include <utility>

namespace dudao::exchange {

namespace {

/// The names of the columns as they are compared.
std::vector<std::string> columns_of(std::span<const std::string_view> fields) {
    std::vector<std::string> columns;
    columns.reserve(fields.size());
    for (const auto field : fields) {
        columns.push_back(ascii_lower(trimmed(field)));
    }
    return columns;
}

FormRow row_of(std::size_t line,
               const std::vector<std::string>& columns,
               std::span<const std::string_view> fields) {
    FormRow row{.line = line};
    for (std::size_t at = 0; at < fields.size(); ++at) {
        const auto cell = trimmed(fields[at]);
        if (!cell.empty() && !columns[at].empty()) {
            row.cells.emplace(columns[at], cell);
        }
    }
    return row;
}

std::vector<FormRow> read_sheet(Input& input, std::string_view sheet) {
    input.rewind();
    XlsxReader reader{input, sheet};
    std::vector<std::string> columns;
    std::vector<FormRow> rows;
    while (true) {
        const auto step = reader.next();
        if (step == Step::end) {
            return rows;
        }
        if (step != Step::row) {
            throw Failure{reader.error()};
        }
        if (columns.empty()) {
            columns = columns_of(reader.fields());
            continue;
        }
        auto row = row_of(reader.line(), columns, reader.fields());
        if (!row.cells.empty()) {
            rows.push_back(std::move(row));
        }
    }
}

/// As read_sheet(); nothing where there is no such sheet, or nothing in it.
std::vector<FormRow> read_sheet_if(Input& input, std::string_view sheet) {
    try {
        return read_sheet(input, sheet);
    } catch (const Failure& failure) {
        const auto id = failure.error().id;
        if (id == ErrorId::xlsx_no_sheet || id == ErrorId::csv_empty) {
            return {};
        }
        throw;
    }
}

}  // namespace

FormBook read_form_book(Input& input) {
    FormBook book;
    book.survey = read_sheet(input, "survey");
    for (auto& row : read_sheet_if(input, "choices")) {
        const auto list =
            std::string{row["list_name"].empty() ? row["list name"] : row["list_name"]};
        book.choices[list].push_back(std::move(row));
    }
    auto settings = read_sheet_if(input, "settings");
    if (!settings.empty()) {
        book.settings = std::move(settings.front());
    }
    return book;
}

}  // namespace dudao::exchange
