#pragma once

#include "exchange/xlsx_book.hpp"
#include "exchange/xml.hpp"

#include <cstddef>
#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dudao::exchange {

/// A cell of a sheet that has something in it.
struct SheetCell {
    std::size_t column = 0;  ///< from 0
    std::size_t end = 0;     ///< of its text in the row's
    bool number = false;
};

/// A row of a sheet with something in it.
struct SheetRow {
    std::size_t number = 0;  ///< from 1
    std::string text = {};   ///< of all cells
    std::vector<SheetCell> cells = {};
    std::optional<Error> error = {};  ///< why it is refused

    void clear();
    std::string_view text_of(std::size_t cell) const noexcept;
};

/// Collects the rows of a sheet as its XML goes by.
class SheetEvents final : public XmlEvents {
  public:
    /// `name` is the file's, for errors. Both must outlive it.
    SheetEvents(const XlsxBook& book, const std::string& name) : book_(&book), name_(&name) {}

    void begin(std::string_view name, const XmlAttributes& attributes) override;
    void end(std::string_view name) override;
    void text(std::string_view piece) override;

    /// The next row that is complete, if there is one; it is swapped into `row`.
    bool take(SheetRow& row);

    /// What is so wrong that nothing more of the sheet can be read.
    const std::optional<Error>& trouble() const noexcept { return trouble_; }

  private:
    enum class Type : std::uint8_t { number, shared, text, flag, error, date };

    void begin_row(const XmlAttributes& attributes);
    void begin_cell(const XmlAttributes& attributes);
    void end_cell();
    void end_row();
    void put(std::string_view shown, bool number);
    void put_shared();
    bool find_column(std::string_view reference);
    void stop(ErrorId id, std::vector<Arg> args);
    void refuse(ErrorId id, std::vector<Arg> args);

    const XlsxBook* book_;
    const std::string* name_;
    SheetRow row_ = {};
    std::deque<SheetRow> rows_ = {};
    std::vector<SheetRow> spare_ = {};  ///< rows to be used again
    std::size_t last_row_ = 0;
    std::size_t column_ = 0;       ///< of the cell, from 1
    std::size_t last_column_ = 0;  ///< of the row so far
    Type type_ = Type::number;
    std::size_t style_ = 0;
    std::string value_ = {};
    bool in_row_ = false;
    bool in_value_ = false;
    bool in_sound_ = false;
    std::optional<Error> trouble_ = {};
};

}  // namespace dudao::exchange
