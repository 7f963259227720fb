#include "exchange/rejects.hpp"

#include "base/text.hpp"

#include <array>

namespace dudao::exchange {

namespace {

using namespace std::string_view_literals;

constexpr std::array own_columns{
    "dudao:line"sv, "dudao:column"sv, "dudao:error"sv, "dudao:reason"sv};

CsvStyle unguarded(CsvStyle style) {
    style.guard_formulas = false;
    return style;
}

/// A place in a file counts from 1; 0 is not known.
std::string number_text(std::size_t number) {
    return number == 0 ? std::string{} : std::to_string(number);
}

}  // namespace

bool is_own_column(std::string_view header) {
    return ascii_lower(trimmed(header)).starts_with(own_prefix);
}

RejectWriter::RejectWriter(std::string& out,
                           std::span<const std::string_view> header,
                           CsvStyle style)
    : writer_(out, unguarded(style)), delimiter_(style.delimiter), columns_(header.size()) {
    for (std::size_t n = 0; n < header.size(); ++n) {
        if (!is_own_column(header[n])) {
            kept_.push_back(n);
            writer_.field(header[n]);
        }
    }
    for (const auto column : own_columns) {
        writer_.field(column);
    }
    writer_.end_row();
}

void RejectWriter::add(std::span<const std::string_view> fields,
                       const Error& error,
                       std::string_view reason) {
    for (const auto n : kept_) {
        std::string cell{n < fields.size() ? fields[n] : std::string_view{}};
        for (auto rest = columns_; n == kept_.back() && rest < fields.size(); ++rest) {
            cell += delimiter_;
            cell += fields[rest];
        }
        writer_.field(cell);
    }
    writer_.field(number_text(error.place.line));
    writer_.field(number_text(error.place.column));
    writer_.field("E" + std::to_string(static_cast<unsigned>(error.id)));
    writer_.field(reason);
    writer_.end_row();
}

}  // namespace dudao::exchange
