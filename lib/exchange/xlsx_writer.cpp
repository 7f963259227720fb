#include "exchange/xlsx_writer.hpp"

#include "base/text.hpp"
#include "base/width.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <utility>

namespace dudao::exchange {

namespace {

constexpr unsigned usual_width = 16;
constexpr unsigned least_width = 4;
constexpr unsigned margin = 2;           // of a cell, on both sides together
constexpr unsigned line_height = 16;     // points, of the font in use
constexpr lxw_color_t paper = 0xFFF8DC;  // of the cells to fill in

/// What cells look like.
struct Formats {
    lxw_format* number = nullptr;
    lxw_format* text = nullptr;
    lxw_format* day = nullptr;
    lxw_format* header = nullptr;
    lxw_format* fill_in = nullptr;
    lxw_format* form_text = nullptr;
};

}  // namespace

struct XlsxWriter::State {
    explicit State(Instant created) : file(created, XlsxFile::Rows::written) { add_formats(); }

    void add_formats() {
        const auto format = [&](const char* shown) { return file.add_format(shown); };
        // Numbers show all of their decimals, up to the seven of coordinates, since programs that
        // make CSV of a sheet write what it shows.
        formats.number = format("0.0######");
        formats.text = format("@");
        formats.day = format(day_format);
        formats.header = format("@");
        xlsx->set_bold(formats.header);
        formats.form_text = format("@");
        formats.fill_in = format("@");
        for (auto* const each : {formats.form_text, formats.fill_in}) {
            xlsx->set_border(each, LXW_BORDER_HAIR);
            xlsx->set_align(each, LXW_ALIGN_VERTICAL_TOP);
            xlsx->set_wrap(each);
        }
        xlsx->set_fill(formats.fill_in, paper);
        xlsx->set_unlocked(formats.fill_in);
    }

    unsigned width_of(std::size_t at) const noexcept {
        const auto& widths = layout.widths;
        return at < widths.size() && widths[at] > 0 ? widths[at] : usual_width;
    }

    /// Where the next cell goes; `text` is what it shall hold.
    SheetPlace place(std::string_view text = {}) const { return place_of(row, column, text); }

    void cell(std::string_view text, lxw_format* format) {
        if (!text.empty()) {
            const auto [at_row, at_column] = place(text);
            xlsx->write_text(sheet, at_row, at_column, written(text).c_str(), format);
        }
        ++column;
    }

    /// Remembers the choices of the cell that comes next.
    void add_choices(const std::vector<std::string>& texts) {
        constexpr std::size_t longest_list = 255;
        const auto list = joined(texts, ",");
        const auto commas = static_cast<std::size_t>(std::count(list.begin(), list.end(), ','));
        const bool fits = utf16_units(list) <= longest_list && commas + 1 == texts.size() &&
                          list.find('"') == std::string::npos;
        if (!fits) {
            return;
        }
        auto& cells = choices[texts];
        if (!cells.empty() && cells.back().column == column && cells.back().last + 1 == row) {
            cells.back().last = row;
        } else {
            cells.push_back({column, row, row});
        }
    }

    void write_choices() {
        for (const auto& [texts, places] : choices) {
            std::vector<const char*> list;
            for (const auto& text : texts) {
                list.push_back(text.c_str());
            }
            list.push_back(nullptr);
            lxw_data_validation validation{};
            validation.validate = LXW_VALIDATION_TYPE_LIST;
            validation.error_type = LXW_VALIDATION_ERROR_TYPE_WARNING;
            // The library takes a copy, and only forgot to say so.
            validation.value_list = const_cast<char**>(list.data());  // NOLINT(*-const-cast)
            for (const auto& cells : places) {
                xlsx->add_validation(sheet,
                                     static_cast<lxw_row_t>(cells.first),
                                     static_cast<lxw_col_t>(cells.column),
                                     static_cast<lxw_row_t>(cells.last),
                                     static_cast<lxw_col_t>(cells.column),
                                     &validation);
            }
        }
        choices.clear();
    }

    XlsxFile file;
    const Libxlsxwriter* xlsx = &file.library();
    Formats formats = {};
    lxw_worksheet* sheet = nullptr;  ///< the last of them
    XlsxLayout layout = {};
    std::size_t row = 0;  ///< rows before this one
    std::size_t column = 0;
    std::size_t lines = 1;  ///< that the row needs
    /// The cells of a column, first and last row, with one list of choices; by the list.
    struct Cells {
        std::size_t column;
        std::size_t first;
        std::size_t last;
    };
    std::map<std::vector<std::string>, std::vector<Cells>> choices = {};
};

XlsxWriter::XlsxWriter(Instant created) : state_(std::make_unique<State>(created)) {}

XlsxWriter::~XlsxWriter() = default;

void XlsxWriter::sheet(std::string_view name,
                       const std::vector<std::string>& header,
                       XlsxLayout layout) {
    auto& state = *state_;
    const auto& xlsx = *state.xlsx;
    if (state.sheet != nullptr) {
        state.write_choices();
    }
    state.layout = std::move(layout);
    state.row = 0;
    state.sheet = state.file.add_sheet(name);
    for (std::size_t at = 0; at < std::max<std::size_t>(header.size(), 1); ++at) {
        const auto column = static_cast<lxw_col_t>(at);
        xlsx.set_column(state.sheet, column, column, state.width_of(at), state.formats.text);
    }
    xlsx.freeze(state.sheet, 1, 0);
    if (state.layout.is_form) {
        lxw_protection allowed{};
        allowed.format_columns = LXW_TRUE;
        allowed.format_rows = LXW_TRUE;
        xlsx.protect(state.sheet, nullptr, &allowed);
        state.file.fit_to_paper(state.sheet);
    }
    for (const auto& each : header) {
        state.cell(each, state.formats.header);
    }
    end_row();
}

void XlsxWriter::text(std::string_view text) {
    auto& state = *state_;
    if (state.layout.is_form) {
        const auto width = std::max(state.width_of(state.column), least_width) - margin;
        state.lines = std::max(state.lines, (display_width(text) + width - 1) / width);
    }
    state.cell(text, state.layout.is_form ? state.formats.form_text : state.formats.text);
}

void XlsxWriter::fill_in(std::string_view text, const std::vector<std::string>& choices) {
    auto& state = *state_;
    if (!choices.empty()) {
        state.add_choices(choices);
    }
    if (text.empty()) {
        const auto [row, column] = state.place();
        state.xlsx->write_blank(state.sheet, row, column, state.formats.fill_in);
    }
    state.cell(text, state.formats.fill_in);
}

void XlsxWriter::fill_in_as_above(std::string_view text) {
    auto& state = *state_;
    const auto [row, column] = state.place(text);
    const auto formula = fmt::format(R"(={}{}&"")", column_letters(state.column), state.row);
    state.xlsx->write_formula(
        state.sheet, row, column, formula.c_str(), state.formats.fill_in, written(text).c_str());
    ++state.column;
}

void XlsxWriter::number(std::string_view digits) {
    auto& state = *state_;
    if (!digits.empty()) {
        const auto [row, column] = state.place();
        state.xlsx->write_number(state.sheet, row, column, number_of(digits), state.formats.number);
    }
    ++state.column;
}

void XlsxWriter::day(Day day) {
    // Spreadsheets have a 29 February 1900 that there never was: what is before it is text.
    if (day < Day{std::chrono::year{1900} / 3 / 1}) {
        text(to_text(day));
        return;
    }
    auto& state = *state_;
    const auto [row, column] = state.place();
    state.xlsx->write_number(state.sheet, row, column, serial_of(day), state.formats.day);
    ++state.column;
}

void XlsxWriter::end_row() {
    auto& state = *state_;
    if (state.layout.is_form && state.row > 0 && state.column > 0) {
        const auto height = static_cast<double>(state.lines) * line_height;
        state.xlsx->set_row(state.sheet, static_cast<lxw_row_t>(state.row), height, nullptr);
    }
    ++state.row;
    state.column = 0;
    state.lines = 1;
}

std::string XlsxWriter::finish() {
    state_->write_choices();
    return state_->file.finish();
}

}  // namespace dudao::exchange
