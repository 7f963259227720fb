#pragma once

#include "exchange/number_format.hpp"
#include "exchange/zip_archive.hpp"

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace dudao::exchange {

/// What a workbook may hold at most. Sheets are read piece by piece; texts and styles are kept.
inline constexpr std::uint64_t largest_sheet = std::uint64_t{4} << 30U;  ///< unpacked bytes
inline constexpr std::uint64_t largest_strings = std::uint64_t{512} << 20U;
inline constexpr std::uint64_t largest_part = std::uint64_t{32} << 20U;  ///< of any other part
inline constexpr std::size_t most_strings = 8'000'000;
inline constexpr std::size_t most_sheet_rows = 1'048'576;

/// The texts that the cells of all sheets share.
class SharedStrings {
  public:
    void add(std::string_view text);
    std::size_t size() const noexcept { return ends_.size(); }
    std::string_view operator[](std::size_t index) const noexcept;

  private:
    std::string texts_;
    std::vector<std::size_t> ends_;
};

/// A sheet of a workbook.
struct XlsxSheet {
    std::string name;
    std::string part;  ///< its path in the archive
    bool hidden = false;
};

/// A workbook, opened: its sheets, and what their cells refer to.
class XlsxBook {
  public:
    /// Errors (thrown): xlsx_encrypted, xlsx_not_workbook, xlsx_too_many_strings; those of
    /// ZipArchive and XmlReader.
    explicit XlsxBook(Input& input);

    /// In the order of the workbook.
    const std::vector<XlsxSheet>& sheets() const noexcept { return sheets_; }

    /// By its name or its number, from 1; "" is the first that is not hidden.
    /// Errors (thrown): xlsx_no_sheet.
    const XlsxSheet& sheet(std::string_view wanted) const;

    /// What is in a sheet. Errors (thrown): xlsx_damaged, those of ZipArchive::part().
    std::unique_ptr<ZipPart> open(const XlsxSheet& sheet);

    const SharedStrings& strings() const noexcept { return strings_; }

    /// How cells with this style show numbers; plainly where there is no such style.
    const NumberFormat& format(std::size_t style) const noexcept;

    bool from_1904() const noexcept { return from_1904_; }

  private:
    void read_workbook(const std::string& path);
    void read_strings(const std::string& path);
    void read_styles(const std::string& path);

    ZipArchive archive_;
    std::vector<XlsxSheet> sheets_ = {};
    SharedStrings strings_ = {};
    std::vector<NumberFormat> formats_ = {};  ///< by style
    NumberFormat plain_ = {};
    bool from_1904_ = false;
};

/// `text` with the escapes of spreadsheets (_x000D_) as what they stand for, and line breaks as LF.
std::string unescaped(std::string_view text);

}  // namespace dudao::exchange
