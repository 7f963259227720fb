#pragma once

#include "domain/checklist.hpp"
#include "exchange/csv_writer.hpp"
#include "exchange/decoder.hpp"
#include "exchange/encoding.hpp"
#include "exchange/input.hpp"
#include "exchange/rejects.hpp"
#include "exchange/row_reader.hpp"
#include "exchange/table_format.hpp"
#include "workflow/list_columns.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace dudao::exchange {
class CsvReader;
}

namespace dudao::workflow {

/// A list to be imported, and how.
struct ListSource {
    exchange::Input* input = nullptr;
    std::optional<exchange::TableFormat> format = {};  ///< detected when absent
    std::string sheet = {};      ///< of a workbook: its name or number; empty: the first
    std::size_t header_row = 1;  ///< line or row of the column names
    std::optional<exchange::Encoding> encoding = {};   ///< detected when absent
    std::optional<char> delimiter = {};                ///< detected when absent
    std::vector<exchange::HeaderChoice> choices = {};  ///< go before those of the mapping
    domain::ListMapping mapping = {};
    domain::HeaderNames headers = {};  ///< own names for columns, before the dictionary's
    std::string mapping_file = {};     ///< for errors in `mapping`
    std::string headers_file = {};     ///< for errors in `headers`
    /// The list has submissions of the form that was made of this checklist, CODE@VERSION.
    const domain::Checklist* form = nullptr;
    std::string form_name = {};
    bool dry_run = false;     ///< says what would be done, writes nothing
    bool keep_going = false;  ///< takes the good rows; the others are rejected
    /// Puts an error into words for the reject file.
    std::function<std::string(const Error&)> words = [](const Error&) { return std::string{}; };
    /// Told now and then how far the input is read.
    std::function<void(std::uint64_t bytes)> progress = [](std::uint64_t) {};
};

/// What every import says at its end.
struct ListSummary {
    exchange::TableFormat format = exchange::TableFormat::csv;
    exchange::Encoding encoding = exchange::Encoding::utf8;
    char delimiter = ',';              ///< of CSV
    std::string sheet = {};            ///< of a workbook
    std::size_t sheets = 0;            ///< that it has
    std::int64_t rows = 0;             ///< read, without the header
    std::int64_t rejected = 0;         ///< of them
    std::vector<Error> errors = {};    ///< the first thousand
    std::string rejects = {};          ///< CSV of the rejected rows; empty: none
    domain::ListMapping mapping = {};  ///< how the columns were understood
    std::vector<Error> warnings = {};
    std::vector<std::string> unused = {};  ///< headers of columns that mean nothing to the import
};

/// What is wrong with a row, and with which field of it.
struct FieldError {
    Error error;
    std::string_view field;
};

/// Errors that are reported one by one; there may be as many as rows.
inline constexpr std::size_t most_errors = 1000;

/// Reads a list row by row, with fields by their names. Rows that cannot be read, and those that
/// the caller refuses, are collected with their reasons.
class ListReader {
  public:
    /// Reads the header. Errors (thrown): those of detect_format(), detect_encoding(), the readers
    /// and match_headers(); header_missing for the fields in `required`.
    ListReader(const ListSource& source,
               const exchange::HeaderDictionary& dictionary,
               const std::vector<std::string>& required);
    ~ListReader();
    ListReader(const ListReader&) = delete;
    ListReader& operator=(const ListReader&) = delete;

    /// Goes to the next row that can be read. `unreadable` is called at each that cannot, with its
    /// cells so far. Errors (thrown): what stops the reader for good.
    bool next(const std::function<void()>& unreadable = [] {});

    /// Whether the list has a column for this field.
    bool has(std::string_view field) const;

    /// The trimmed text of a field; "" when the list has no column for it. It lasts until next().
    std::string_view text(std::string_view field) const;

    /// The column of a field, for quick access with cell(); nothing when there is none.
    std::optional<std::size_t> column(std::string_view field) const;
    /// In CSV without the apostrophe that guards formulas.
    std::string_view cell(std::size_t column) const {
        return csv_ == nullptr ? fields_[column] : exchange::unguarded(fields_[column]);
    }

    /// The bytes of the row from one column to another: where they are those of another row, so are
    /// its cells. Empty where that cannot be told.
    std::string_view bytes(std::size_t first, std::size_t last) const noexcept;

    /// Cells of the row, as many as the header has unless it cannot be read.
    std::size_t cells() const { return reader_->fields().size(); }

    /// Columns that mean no field of ours, with their headers.
    struct Further {
        std::size_t column;
        std::string header;
    };
    const std::vector<Further>& further() const noexcept { return further_; }

    std::size_t line() const { return reader_->line(); }
    Place place(std::string_view field) const;
    Place place(std::size_t column) const;

    /// Refuses the row: `error` gets the place of `field` when it has none. A row of a visit that
    /// is refused for another row (visit_refused) is counted, but not listed among the errors.
    void refuse(Error error, std::string_view field = {});

    /// Refuses the row for all that is wrong with it, told from left to right; the reject file has
    /// the first. Promises: there is one.
    void refuse(const std::vector<FieldError>& wrong);

    /// What has been read so far; complete after next() has returned false.
    ListSummary& summary() noexcept { return summary_; }

    /// Unless the source keeps going, any refused row is a failure. Errors (thrown): all of them.
    void check() const;

  private:
    void open();
    void open_table();
    void open_csv();
    void read_above();
    void read_upper_row();
    void check_codes();
    bool map_cells();
    void read_header(const exchange::HeaderDictionary& dictionary,
                     const std::vector<std::string>& required);
    void record(const Error& error);
    void list(const Error& error);

    const ListSource* source_;
    ColumnWishes wishes_;
    ListSummary summary_;
    std::size_t listed_ = 0;  ///< errors, those beyond `most_errors` as well
    std::unique_ptr<exchange::Decoder> decoder_;
    std::unique_ptr<exchange::RowReader> reader_;
    const exchange::CsvReader* csv_ = nullptr;  ///< the reader, if it is one
    std::vector<std::size_t> keys_;             ///< columns of codes that may hold numbers instead
    std::span<const std::string_view> fields_;
    std::vector<std::string> headers_;
    std::optional<ListColumns> columns_;
    std::vector<Further> further_;
    std::unique_ptr<exchange::RejectWriter> rejects_;
};

}  // namespace dudao::workflow
