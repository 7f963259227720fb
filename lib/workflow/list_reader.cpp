#include "workflow/list_reader.hpp"

#include "base/error_id.hpp"
#include "base/text.hpp"
#include "exchange/csv.hpp"
#include "exchange/form_json.hpp"
#include "exchange/form_rows.hpp"
#include "exchange/json_rows.hpp"
#include "exchange/xlsx.hpp"

#include <algorithm>

namespace dudao::workflow {

namespace {

/// How often the progress is told.
constexpr std::int64_t rows_per_report = 4096;

/// Names that stand above the header; those of a row with a single cell are just a title.
void take_names(std::span<const std::string_view> fields, std::vector<std::string>& above) {
    const auto filled = std::count_if(
        fields.begin(), fields.end(), [](auto each) { return !trimmed(each).empty(); });
    above.resize(std::max(above.size(), fields.size()));
    for (std::size_t at = 0; filled > 1 && at < fields.size(); ++at) {
        if (!trimmed(fields[at]).empty()) {
            above[at] = fields[at];
        }
    }
}

}  // namespace

ListReader::ListReader(const ListSource& source,
                       const exchange::HeaderDictionary& dictionary,
                       const std::vector<std::string>& required)
    : source_(&source),
      wishes_{source.choices,
              source.mapping,
              source.headers,
              source.mapping_file,
              source.headers_file} {
    open();
    read_header(dictionary, required);
}

ListReader::~ListReader() = default;

void ListReader::open() {
    open_table();
    if (source_->form != nullptr) {
        csv_ = nullptr;
        reader_ = std::make_unique<exchange::FormRows>(
            std::move(reader_), *source_->form, source_->form_name);
    }
}

void ListReader::open_table() {
    auto& input = *source_->input;
    summary_.format =
        source_->format ? *source_->format : exchange::detect_format(input).or_throw();
    input.rewind();
    if (summary_.format == exchange::TableFormat::xlsx) {
        auto xlsx = std::make_unique<exchange::XlsxReader>(input, source_->sheet);
        xlsx->expect_header_on(source_->header_row);
        summary_.sheet = xlsx->sheet();
        summary_.sheets = xlsx->sheets();
        reader_ = std::move(xlsx);
        return;
    }
    summary_.encoding =
        source_->encoding ? *source_->encoding : exchange::detect_encoding(input).or_throw();
    input.rewind();
    if (summary_.format == exchange::TableFormat::json && source_->form != nullptr) {
        reader_ = std::make_unique<exchange::FormJson>(input);
    } else if (summary_.format == exchange::TableFormat::json) {
        reader_ = std::make_unique<exchange::JsonRows>(input, summary_.encoding);
    } else {
        open_csv();
    }
}

void ListReader::open_csv() {
    decoder_ = std::make_unique<exchange::Decoder>(*source_->input, summary_.encoding);
    auto csv = std::make_unique<exchange::CsvReader>(*decoder_, source_->delimiter);
    csv->expect_header_on(source_->header_row);
    csv_ = csv.get();
    reader_ = std::move(csv);
}

/// Reads the column names. Where they stand further down, a name that was merged over several rows
/// stands in the uppermost: an empty one is taken from above.
void ListReader::read_above() {
    const bool is_table = summary_.format != exchange::TableFormat::json;
    std::vector<std::string> above;
    read_upper_row();
    while (is_table && reader_->line() < source_->header_row) {
        take_names(reader_->fields(), above);
        read_upper_row();
    }
    const auto fields = reader_->fields();
    headers_.assign(fields.begin(), fields.end());
    above.resize(headers_.size());
    for (std::size_t at = 0; at < headers_.size(); ++at) {
        if (trimmed(headers_[at]).empty()) {
            headers_[at] = above[at];
        }
    }
}

/// Goes to the next row that stands not below the column names.
void ListReader::read_upper_row() {
    const auto step = reader_->next();
    const bool is_short = step == exchange::Step::end ||
                          (step == exchange::Step::stopped && source_->header_row > 1 &&
                           reader_->error().id == ErrorId::csv_empty);
    if (is_short) {
        throw Failure{Error{ErrorId::header_row_missing,
                            {std::to_string(source_->header_row)},
                            {source_->input->name()}}};
    }
    if (step != exchange::Step::row) {
        throw Failure{reader_->error()};
    }
}

void ListReader::read_header(const exchange::HeaderDictionary& dictionary,
                             const std::vector<std::string>& required) {
    read_above();
    if (csv_ != nullptr) {
        summary_.delimiter = csv_->delimiter();
    }
    std::vector<Place> places;
    for (std::size_t at = 0; at < headers_.size(); ++at) {
        places.push_back(reader_->place(at));
    }
    columns_.emplace(headers_, places, dictionary, wishes_);
    auto errors = columns_->errors();
    for (const auto& field : required) {
        const auto found = columns_->required(field);
        if (!found) {
            errors.push_back(found.error());
        }
    }
    if (!errors.empty()) {
        throw Failure{std::move(errors)};
    }
    for (const auto* field : {"code", "unit"}) {
        const bool is_key = std::find(required.begin(), required.end(), field) != required.end();
        if (is_key && summary_.format == exchange::TableFormat::xlsx) {
            if (const auto origin = columns_->origin(*columns_->column(field))) {
                keys_.push_back(*origin);
            }
        }
    }
    for (const auto column : columns_->unknown()) {
        further_.push_back({column, std::string{trimmed(headers_[column])}});
    }
    summary_.mapping = columns_->told();
    summary_.mapping.sheet = source_->sheet;
    summary_.mapping.header_row = source_->header_row == 1 ? 0 : source_->header_row;
}

bool ListReader::next(const std::function<void()>& unreadable) {
    for (;;) {
        const auto step = reader_->next();
        if (step == exchange::Step::end) {
            source_->progress(source_->input->progress());
            if (summary_.rows == 0) {
                throw Failure{Error{ErrorId::list_without_rows, {}, {source_->input->name()}}};
            }
            return false;
        }
        if (step == exchange::Step::stopped) {
            auto errors = summary_.errors;
            errors.push_back(reader_->error());
            throw Failure{std::move(errors)};
        }
        if (++summary_.rows % rows_per_report == 0) {
            source_->progress(source_->input->progress());
        }
        if (step == exchange::Step::row) {
            fields_ = reader_->fields();
            check_codes();
            if (map_cells()) {
                return true;
            }
            continue;
        }
        record(reader_->error());
        unreadable();
    }
}

/// Applies the mapping; false when the row is refused for it.
bool ListReader::map_cells() {
    if (!columns_->changes_cells()) {
        return true;
    }
    auto mapped = columns_->map(fields_);
    if (!mapped) {
        auto error = mapped.error();
        error.place = reader_->place(error.place.column);
        record(error);
        return false;
    }
    fields_ = *mapped;
    return true;
}

/// Warns, once, of a code that stands in a workbook as a number.
void ListReader::check_codes() {
    for (auto at = keys_.begin(); at != keys_.end(); ++at) {
        if (reader_->is_number(*at)) {
            summary_.warnings.push_back(
                {ErrorId::xlsx_number_as_code, {headers_[*at]}, reader_->place(*at)});
            keys_.erase(at);
            return;
        }
    }
}

bool ListReader::has(std::string_view field) const {
    return columns_->column(field).has_value();
}

std::string_view ListReader::text(std::string_view field) const {
    const auto found = columns_->column(field);
    return found ? trimmed(cell(*found)) : std::string_view{};
}

std::optional<std::size_t> ListReader::column(std::string_view field) const {
    return columns_->column(field);
}

std::string_view ListReader::bytes(std::size_t first, std::size_t last) const noexcept {
    return csv_ == nullptr || columns_->changes_cells() ? std::string_view{}
                                                        : csv_->bytes(first, last);
}

Place ListReader::place(std::string_view field) const {
    const auto found = columns_->column(field);
    return found ? place(*found) : Place{source_->input->name(), line(), 0};
}

Place ListReader::place(std::size_t column) const {
    const auto origin = columns_->origin(column);
    return origin ? reader_->place(*origin) : Place{source_->input->name(), line(), 0};
}

void ListReader::refuse(Error error, std::string_view field) {
    if (error.place == Place{}) {
        error.place = place(field);
    }
    record(error);
}

void ListReader::refuse(const std::vector<FieldError>& wrong) {
    std::vector<Error> errors;
    for (const auto& [error, field] : wrong) {
        errors.push_back(error);
        errors.back().place = place(field);
    }
    std::stable_sort(errors.begin(), errors.end(), [](const Error& one, const Error& other) {
        return one.place.column < other.place.column;
    });
    record(errors.front());
    std::for_each(errors.begin() + 1, errors.end(), [this](const Error& error) { list(error); });
}

void ListReader::list(const Error& error) {
    ++listed_;
    if (summary_.errors.size() < most_errors) {
        summary_.errors.push_back(error);
    }
}

void ListReader::record(const Error& error) {
    ++summary_.rejected;
    if (error.id != ErrorId::visit_refused) {
        list(error);
    }
    if (!source_->keep_going) {
        return;
    }
    if (!rejects_) {
        const std::vector<std::string_view> views{headers_.begin(), headers_.end()};
        rejects_ = std::make_unique<exchange::RejectWriter>(
            summary_.rejects, views, exchange::CsvStyle{.delimiter = summary_.delimiter});
    }
    rejects_->add(reader_->fields(), error, source_->words(error));
}

void ListReader::check() const {
    if (source_->keep_going || summary_.rejected == 0) {
        return;
    }
    auto errors = summary_.errors;
    if (listed_ > errors.size()) {
        errors.push_back({ErrorId::more_errors, {std::to_string(listed_ - errors.size())}});
    }
    throw Failure{std::move(errors)};
}

}  // namespace dudao::workflow
