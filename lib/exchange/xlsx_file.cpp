#include "exchange/xlsx_file.hpp"

#include "base/error.hpp"
#include "base/error_id.hpp"
#include "base/text.hpp"
#include "exchange/xlsx_book.hpp"
#include "exchange/zip_archive.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <sstream>
#include <system_error>
#include <utility>

namespace dudao::exchange {

namespace {

[[noreturn]] void temporary_failed(const std::string& why) {
    throw Failure{Error{ErrorId::file_unwritable, {"temporary file", why}}};
}

/// The library does not look whether its temporary files took all that it wrote, so that a full
/// disk would cut a sheet off without a word: whether the sheets have their ends. Errors (thrown):
/// file_unwritable.
void check_ends(const std::string& bytes, std::size_t sheets) {
    constexpr std::string_view end = "</worksheet>";
    constexpr std::size_t block_size = 1U << 16U;
    std::istringstream stream{bytes};
    auto input = Input::from_stream(stream, "workbook");
    ZipArchive archive{input};
    std::vector<char> block(block_size);
    for (std::size_t number = 1; number <= sheets; ++number) {
        const auto part =
            archive.part(fmt::format("xl/worksheets/sheet{}.xml", number), UINT64_MAX).or_throw();
        std::string last;
        while (const auto size = part ? part->read(block).or_throw() : 0) {
            last.append(block.data(), size);
            last.erase(0, last.size() - std::min(last.size(), end.size()));
        }
        if (last != end) {
            temporary_failed(std::generic_category().message(ENOSPC));
        }
    }
}

}  // namespace

/// A file without a name that the library can open all the same.
class XlsxFile::TemporaryFile {
  public:
    TemporaryFile() : file_(std::tmpfile()) {  // NOLINT(*-owning-memory): here is its owner
        if (!file_) {
            temporary_failed(std::generic_category().message(errno));
        }
    }

    std::string path() const { return fmt::format("/proc/self/fd/{}", ::fileno(file_.get())); }

    std::string read() const {
        constexpr std::size_t block_size = 1U << 16U;
        std::array<char, block_size> block;  // NOLINT(*-member-init): fread() fills it
        std::string bytes;
        while (const auto size = std::fread(block.data(), 1, block.size(), file_.get())) {
            bytes.append(block.data(), size);
        }
        if (std::ferror(file_.get()) != 0) {
            temporary_failed(std::generic_category().message(errno));
        }
        return bytes;
    }

  private:
    struct Close {
        void operator()(std::FILE* file) const noexcept {
            (void)std::fclose(file);  // NOLINT(*-owning-memory): it is the owner that calls
        }
    };
    std::unique_ptr<std::FILE, Close> file_;
};

SheetPlace place_of(std::size_t row, std::size_t column, std::string_view text) {
    if (row >= most_sheet_rows || column >= most_sheet_columns ||
        (text.size() > longest_cell && utf16_units(text) > longest_cell)) {
        throw Failure{Error{ErrorId::xlsx_no_room,
                            {column_letters(column) + std::to_string(row + 1),
                             std::to_string(most_sheet_rows),
                             std::to_string(most_sheet_columns),
                             std::to_string(longest_cell)}}};
    }
    return {static_cast<lxw_row_t>(row), static_cast<lxw_col_t>(column)};
}

double number_of(std::string_view digits) {
    double value = 0;
    digits.remove_prefix(digits.starts_with('+') ? 1 : 0);
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return value;
}

double serial_of(Day day) {
    constexpr Day zero{std::chrono::year{1899} / 12 / 30};
    return static_cast<double>((day - zero).count());
}

XlsxFile::XlsxFile(Instant created, Rows rows)
    : library_(&libxlsxwriter()),
      folder_(std::filesystem::temp_directory_path().string()),
      file_(std::make_unique<TemporaryFile>()),
      rows_(rows) {
    lxw_workbook_options options{};
    options.constant_memory = rows == Rows::written ? LXW_TRUE : LXW_FALSE;
    options.tmpdir = folder_.data();
    book_ = library_->create(file_->path().c_str(), &options);
    if (book_ == nullptr) {
        temporary_failed(std::generic_category().message(errno));
    }
    lxw_doc_properties properties{};
    properties.created = created.time_since_epoch().count();
    library_->set_properties(book_, &properties);
}

XlsxFile::~XlsxFile() {
    if (book_ != nullptr) {
        library_->discard(book_);
    }
}

lxw_worksheet* XlsxFile::add_sheet(std::string_view name) {
    auto* const sheet = library_->add_sheet(book_, std::string{name}.c_str());
    if (sheet == nullptr) {
        temporary_failed(std::generic_category().message(errno));
    }
    sheets_.push_back(sheet);
    return sheet;
}

lxw_format* XlsxFile::add_format(const char* number_format) const {
    auto* const format = library_->add_format(book_);
    library_->set_number_format(format, number_format);
    return format;
}

std::string XlsxFile::finish() {
    const bool is_cut = rows_ == Rows::written &&
                        std::any_of(sheets_.begin(), sheets_.end(), [](const auto* sheet) {
                            return std::ferror(sheet->optimize_tmpfile) != 0;
                        });
    const auto error = library_->close(std::exchange(book_, nullptr));
    if (is_cut) {
        temporary_failed(std::generic_category().message(ENOSPC));
    }
    if (error != LXW_NO_ERROR) {
        temporary_failed(library_->error_text(error));
    }
    auto bytes = file_->read();
    check_ends(bytes, sheets_.size());
    return bytes;
}

void XlsxFile::fit_to_paper(lxw_worksheet* sheet) const {
    constexpr std::uint8_t a4 = 9;  // the number that the format has for it
    library_->set_paper(sheet, a4);
    library_->set_landscape(sheet);
    library_->fit_to_pages(sheet, 1, 0);
}

std::string written(std::string_view text) {
    std::string out{text};
    for (auto at = out.find("_x"); at != std::string::npos; at = out.find("_x", at + 1)) {
        constexpr std::string_view escape = "_x005F";
        out.insert(at, escape);
        at += escape.size();
    }
    return out;
}

std::size_t utf16_units(std::string_view text) noexcept {
    constexpr char32_t first_pair = 0x10000;
    std::size_t units = 0;
    while (!text.empty()) {
        units += take_code_point(text) < first_pair ? 1U : 2U;
    }
    return units;
}

std::string column_letters(std::size_t column) {
    constexpr std::size_t count = 26;
    std::string reversed;
    for (auto rest = column + 1; rest > 0; rest = (rest - 1) / count) {
        reversed += static_cast<char>('A' + (rest - 1) % count);
    }
    return {reversed.rbegin(), reversed.rend()};
}

}  // namespace dudao::exchange
