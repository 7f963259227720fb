#include "exchange/xlsx_sheet.hpp"

#include "base/error_id.hpp"
#include "base/text.hpp"
#include "exchange/csv.hpp"

#include <fmt/format.h>

#include <array>
#include <charconv>
#include <utility>

namespace dudao::exchange {

namespace {

constexpr std::string_view blanks = " \t\n";

/// The number that all of `text` is; nothing else.
std::optional<std::size_t> whole_number(std::string_view text) {
    std::size_t value = 0;
    const auto* const end = text.data() + text.size();
    const auto found = std::from_chars(text.data(), end, value);
    const bool whole = found.ec == std::errc{} && found.ptr == end;
    return whole ? std::optional{value} : std::nullopt;
}

/// A date and time of ISO 8601 as we write them: without a time that is none.
std::string_view without_midnight(std::string_view text) noexcept {
    const auto at = text.find("T00:00:00");
    return at == std::string_view::npos ? text : text.substr(0, at);
}

}  // namespace

void SheetRow::clear() {
    text.clear();
    cells.clear();
    error.reset();
}

std::string_view SheetRow::text_of(std::size_t cell) const noexcept {
    const auto begin = cell == 0 ? 0 : cells[cell - 1].end;
    return std::string_view{text}.substr(begin, cells[cell].end - begin);
}

void SheetEvents::stop(ErrorId id, std::vector<Arg> args) {
    if (!trouble_) {
        trouble_ = Error{id, std::move(args), {*name_, last_row_, column_}};
    }
}

void SheetEvents::refuse(ErrorId id, std::vector<Arg> args) {
    if (!row_.error) {
        row_.error = Error{id, std::move(args), {*name_, last_row_, column_}};
    }
}

void SheetEvents::begin(std::string_view name, const XmlAttributes& attributes) {
    if (trouble_) {
        return;
    }
    if (name == "c") {
        begin_cell(attributes);
    } else if (name == "row") {
        begin_row(attributes);
    } else if (name == "rPh") {
        in_sound_ = true;
    } else {
        in_value_ = name == "v" || (name == "t" && !in_sound_);
    }
}

void SheetEvents::end(std::string_view name) {
    in_value_ = false;
    if (trouble_) {
        return;
    }
    if (name == "c") {
        end_cell();
    } else if (name == "row") {
        end_row();
    } else if (name == "rPh") {
        in_sound_ = false;
    }
}

void SheetEvents::text(std::string_view piece) {
    if (!in_value_ || trouble_) {
        return;
    }
    value_ += piece;
    if (value_.size() > longest_field) {
        refuse(ErrorId::csv_field_too_long, {std::to_string(longest_field)});
        value_.clear();
    }
}

void SheetEvents::begin_row(const XmlAttributes& attributes) {
    const auto reference = attributes.get("r");
    const auto number = reference.empty() ? last_row_ + 1 : whole_number(reference).value_or(0);
    column_ = 0;
    last_column_ = 0;
    if (number <= last_row_ || in_row_) {
        stop(ErrorId::xlsx_bad_cell, {reference.empty() ? "<row>" : reference});
        return;
    }
    in_row_ = true;
    if (number > most_sheet_rows) {
        stop(ErrorId::xlsx_too_many_rows, {std::to_string(most_sheet_rows)});
        return;
    }
    last_row_ = number;
    row_.number = number;
}

/// The column that a reference such as AB12 names; false when it comes after a later one.
bool SheetEvents::find_column(std::string_view reference) {
    constexpr std::size_t letters = 26;
    constexpr std::size_t far = 1'000'000;
    std::size_t column = 0;
    for (const char c : reference) {
        if (c < 'A' || c > 'Z' || column > far) {
            break;
        }
        column = column * letters + static_cast<std::size_t>(c - 'A') + 1;
    }
    column_ = reference.empty() ? last_column_ + 1 : column;
    return column_ > last_column_;
}

void SheetEvents::begin_cell(const XmlAttributes& attributes) {
    using Word = std::pair<std::string_view, Type>;
    constexpr std::array<Word, 6> types{{{"s", Type::shared},
                                         {"inlineStr", Type::text},
                                         {"str", Type::text},
                                         {"b", Type::flag},
                                         {"e", Type::error},
                                         {"d", Type::date}}};
    const auto reference = attributes.get("r");
    if (!find_column(reference) || !in_row_) {
        stop(ErrorId::xlsx_bad_cell, {reference.empty() ? "<c>" : reference});
        return;
    }
    last_column_ = column_;
    const auto word = attributes.get("t");
    type_ = Type::number;
    for (const auto& [name, type] : types) {
        type_ = name == word ? type : type_;
    }
    style_ = whole_number(attributes.get("s")).value_or(0);
    value_.clear();
}

void SheetEvents::put(std::string_view shown, bool number) {
    if (shown.empty()) {
        return;
    }
    if (column_ > most_columns) {
        stop(ErrorId::csv_too_many_columns, {std::to_string(most_columns)});
        return;
    }
    row_.text += shown;
    row_.cells.push_back({column_ - 1, row_.text.size(), number});
    if (!is_text(shown)) {
        auto rest = shown;
        auto point = take_code_point(rest);
        while (!rest.empty() && (!is_control(point) || point == '\t' || point == '\n')) {
            point = take_code_point(rest);
        }
        refuse(ErrorId::csv_control, {fmt::format("U+{:04X}", static_cast<std::uint32_t>(point))});
    }
}

void SheetEvents::put_shared() {
    const auto index = whole_number(trimmed(value_));
    if (value_.find_first_not_of(blanks) == std::string::npos) {
        return;
    }
    if (!index || *index >= book_->strings().size()) {
        stop(ErrorId::xlsx_bad_cell, {value_});
        return;
    }
    put(book_->strings()[*index], false);
}

void SheetEvents::end_cell() {
    switch (type_) {
        case Type::shared:
            put_shared();
            break;
        case Type::text:
            put(unescaped(value_), false);
            break;
        case Type::flag:
            put(value_ == "1" ? "TRUE" : "FALSE", false);
            break;
        case Type::error:
            put(value_, false);
            refuse(ErrorId::xlsx_cell_error, {value_});
            break;
        case Type::date:
            put(without_midnight(value_), false);
            break;
        case Type::number: {
            const auto& format = book_->format(style_);
            put(format.show(trimmed(value_), book_->from_1904()), !format.keeps_zeros());
            break;
        }
    }
}

void SheetEvents::end_row() {
    in_row_ = false;
    if (row_.cells.empty() && !row_.error) {
        return;
    }
    rows_.push_back(std::move(row_));
    row_ = {};
    if (!spare_.empty()) {
        row_ = std::move(spare_.back());
        spare_.pop_back();
    }
}

bool SheetEvents::take(SheetRow& row) {
    if (rows_.empty()) {
        return false;
    }
    std::swap(row, rows_.front());
    rows_.front().clear();
    spare_.push_back(std::move(rows_.front()));
    rows_.pop_front();
    return true;
}

}  // namespace dudao::exchange
