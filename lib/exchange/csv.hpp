#pragma once

#include "base/error.hpp"
#include "exchange/csv_scan.hpp"
#include "exchange/decoder.hpp"
#include "exchange/row_reader.hpp"
#include "exchange/text_window.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace dudao::exchange {

/// The limits of a CSV file.
inline constexpr std::size_t longest_field = 1U << 20U;  ///< bytes
inline constexpr std::size_t most_columns = 4096;
inline constexpr std::size_t longest_record = 1U << 24U;  ///< bytes

/// Reads CSV as RFC 4180 has it, record by record: any of , ; tab | between fields; CR, LF or CRLF
/// at the end of a record; quoted fields with delimiters, line breaks and doubled quotes. Lines
/// with nothing on them are skipped. All records have as many fields as the first one, the header.
class CsvReader final : public RowReader {
  public:
    /// Reads `text` from its start; it must outlive the reader. Without a `delimiter` the first
    /// records decide: the one that cuts them all into the same number of fields, the greatest.
    /// `window` is how much of the text is held in memory, see TextWindow.
    explicit CsvReader(Decoder& text,
                       std::optional<char> delimiter = {},
                       std::size_t window = TextWindow::usual_size);
    CsvReader(const CsvReader&) = delete;
    CsvReader& operator=(const CsvReader&) = delete;
    ~CsvReader() override = default;

    /// Records that begin above this line may have any number of fields; the one that begins on it,
    /// or first after it, is the header.
    void expect_header_on(std::size_t line) noexcept { header_line_ = line; }

    /// Goes to the next record.
    Step next() override;

    /// The fields of the record. After Step::refused what could be made of it: where quotes are
    /// wrong, what stands between the delimiters. They last until the next call of next().
    std::span<const std::string_view> fields() const noexcept override {
        return {fields_.data(), field_count_};
    }

    /// The bytes from the text of one field to the end of the text of another, as they stand in the
    /// file: where they are the same, so are the texts. Empty where quotes are doubled. After
    /// Step::row.
    std::string_view bytes(std::size_t first, std::size_t last) const noexcept;

    /// Line on which the record begins, from 1.
    std::size_t line() const noexcept override { return line_; }

    /// Where a field begins (at its quote, if it has one), or the record if there is no such field.
    /// It is found by looking once more: ask only when there is something to say. After Step::row.
    Place place(std::size_t field) const override;

    /// The places of all fields.
    std::vector<Place> places() const;

    /// What is wrong, with its line and column, after Step::refused and Step::stopped.
    /// Refused: csv_ragged, csv_stray_quote, csv_after_quote, csv_control. Stopped: csv_empty
    /// (there is no record at all), csv_open_quote, csv_conflict, csv_field_too_long,
    /// csv_too_many_columns, csv_record_too_long; the errors of Decoder::read().
    const Error& error() const noexcept override { return *error_; }

    /// What stands between fields, known after the first call of next().
    char delimiter() const noexcept { return delimiter_; }

  private:
    enum class Cut : std::uint8_t { record, blank, broken, more, stopped, end };

    Step read_record();
    Cut cut_record();
    Cut cut_quoted(const char* quote);
    Cut leave_open(const char* quote);
    Cut close_quoted(const char* after);
    Cut break_off(ErrorId id, const char* at);
    void pass_in_quotes(const char* at);
    Cut end_record(const char* at);
    Step finish_record();
    void check_columns();
    Step skip_broken();
    bool grow();
    void split_plainly();
    void unescape();
    const char* start_of(std::size_t field) const;
    void note(ErrorId id, std::vector<Arg> args, const char* at);
    void note_control(const char* at);
    Step stop(ErrorId id, std::vector<Arg> args, const char* at);
    Place place_of(const char* at) const;

    TextWindow window_;
    char delimiter_;
    CsvScan scan_;
    std::optional<Step> over_ = {};  ///< stopped or end: nothing more is read
    bool started_ = false;
    std::size_t header_line_ = 1;
    std::optional<std::size_t> columns_ = {};  ///< of the header

    // The record.
    const char* record_ = nullptr;  ///< its first byte
    const char* end_ = nullptr;     ///< the line break after it
    std::size_t length_ = 0;        ///< with its line break
    std::size_t line_ = 1;          ///< on which it begins
    std::size_t breaks_ = 0;        ///< line breaks in it
    std::vector<std::string_view> fields_;
    std::size_t field_count_ = 0;
    std::vector<std::size_t> escaped_ = {};  ///< its fields with doubled quotes
    std::string unescaped_ = {};             ///< what they say
    const char* field_ = nullptr;            ///< the field that is being cut
    const char* broken_ = nullptr;           ///< where its syntax goes wrong
    std::optional<Error> error_ = {};
};

}  // namespace dudao::exchange
