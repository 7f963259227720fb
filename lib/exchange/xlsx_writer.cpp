#include "exchange/xlsx_writer.hpp"

#include "base/text.hpp"
#include "base/width.hpp"
#include "exchange/xlsx_book.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <utility>

namespace dudao::exchange {

namespace {

using namespace std::string_view_literals;

constexpr auto declaration = R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>)"sv;

constexpr auto content_types =
    R"(<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">)"
    R"(<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>)"
    R"(<Default Extension="xml" ContentType="application/xml"/>)"
    R"(<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>)"
    R"(<Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>)"
    R"(<Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>)"
    R"(</Types>)"sv;

constexpr auto package_relations =
    R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">)"
    R"(<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/>)"
    R"(</Relationships>)"sv;

constexpr auto workbook_begin =
    R"(<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">)"
    R"(<sheets><sheet name=")"sv;
constexpr auto workbook_end = R"(" sheetId="1" r:id="rId1"/></sheets></workbook>)"sv;

constexpr auto workbook_relations =
    R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">)"
    R"(<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/>)"
    R"(<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/>)"
    R"(</Relationships>)"sv;

// Cells: 0 are numbers, 1 texts, 2 days, 3 the header; of a form 4 is to be filled in, 5 a text.
// Numbers show all of their decimals, up to the seven of coordinates, since programs that make CSV
// of a sheet write what it shows.
constexpr auto styles =
    R"(<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">)"
    R"(<numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\-mm\-dd"/><numFmt numFmtId="165" formatCode="0.0######"/></numFmts>)"
    R"(<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>)"
    R"(<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>)"
    R"(<fill><patternFill patternType="solid"><fgColor rgb="FFFFF8DC"/><bgColor indexed="64"/></patternFill></fill></fills>)"
    R"(<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border>)"
    R"(<border><left style="hair"/><right style="hair"/><top style="hair"/><bottom style="hair"/><diagonal/></border></borders>)"
    R"(<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>)"
    R"(<cellXfs count="6"><xf numFmtId="165" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>)"
    R"(<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>)"
    R"(<xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>)"
    R"(<xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/>)"
    R"(<xf numFmtId="49" fontId="0" fillId="2" borderId="1" xfId="0" applyNumberFormat="1" applyFill="1" applyBorder="1" applyAlignment="1" applyProtection="1"><alignment vertical="top" wrapText="1"/><protection locked="0"/></xf>)"
    R"(<xf numFmtId="49" fontId="0" fillId="0" borderId="1" xfId="0" applyNumberFormat="1" applyBorder="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf></cellXfs>)"
    R"(<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>)"sv;

constexpr auto sheet_begin =
    R"(<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">)"sv;
// A form is printed as wide as the paper, across.
constexpr auto sheet_fits = R"(<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>)"sv;
constexpr auto sheet_fits_how =
    R"(<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>)"sv;
constexpr auto sheet_view =
    R"(<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>)"
    R"(<cols>)"sv;
constexpr auto sheet_rows = "</cols><sheetData>"sv;
constexpr auto sheet_rows_end = "</sheetData>"sv;
constexpr auto sheet_protected =
    R"(<sheetProtection sheet="1" objects="1" scenarios="1" formatColumns="0" formatRows="0"/>)"sv;
constexpr auto sheet_end = "</worksheet>"sv;

constexpr auto text_style = "1"sv;
constexpr auto header_style = "3"sv;
constexpr auto fill_in_style = "4"sv;
constexpr auto form_text_style = "5"sv;

constexpr unsigned usual_width = 16;
constexpr unsigned least_width = 4;
constexpr unsigned margin = 2;  // of a cell, on both sides together

/// A to XFD.
std::string letters(std::size_t column) {
    constexpr std::size_t count = 26;
    std::string reversed;
    for (auto rest = column + 1; rest > 0; rest = (rest - 1) / count) {
        reversed += static_cast<char>('A' + (rest - 1) % count);
    }
    return {reversed.rbegin(), reversed.rend()};
}

/// `text` as XML has it, in elements and attributes. An underscore before an x gets an escape of
/// its own, since spreadsheets take _x000D_ for one.
void append_escaped(std::string& xml, std::string_view text) {
    std::size_t plain = 0;
    const auto replace = [&](std::size_t at, std::size_t length, std::string_view by) {
        xml += text.substr(plain, at - plain);
        xml += by;
        plain = at + length;
    };
    for (std::size_t at = 0; at < text.size(); ++at) {
        switch (text[at]) {
            case '&':
                replace(at, 1, "&amp;");
                break;
            case '<':
                replace(at, 1, "&lt;");
                break;
            case '>':
                replace(at, 1, "&gt;");
                break;
            case '"':
                replace(at, 1, "&quot;");
                break;
            case '_':
                if (text.substr(at).starts_with("_x")) {
                    replace(at, 1, "_x005F_");
                }
                break;
            default:
                break;
        }
    }
    xml += text.substr(plain);
}

/// How many UTF-16 units a text takes.
std::size_t length_of(std::string_view text) noexcept {
    constexpr char32_t first_pair = 0x10000;
    std::size_t units = 0;
    while (!text.empty()) {
        units += take_code_point(text) < first_pair ? 1U : 2U;
    }
    return units;
}

bool has_outer_space(std::string_view text) noexcept {
    const auto is_space = [](char c) { return c == ' ' || c == '\t' || c == '\n'; };
    return !text.empty() && (is_space(text.front()) || is_space(text.back()));
}

}  // namespace

XlsxWriter::XlsxWriter(std::string& out,
                       std::string_view sheet,
                       const std::vector<std::string>& header,
                       XlsxLayout layout)
    : zip_(out), layout_(std::move(layout)) {
    part("[Content_Types].xml", content_types);
    part("_rels/.rels", package_relations);
    std::string workbook{workbook_begin};
    append_escaped(workbook, sheet);
    workbook += workbook_end;
    part("xl/workbook.xml", workbook);
    part("xl/_rels/workbook.xml.rels", workbook_relations);
    part("xl/styles.xml", styles);

    zip_.begin("xl/worksheets/sheet1.xml");
    xml_ += declaration;
    xml_ += sheet_begin;
    xml_ += layout_.is_form ? sheet_fits : std::string_view{};
    xml_ += sheet_view;
    const auto columns = std::max<std::size_t>(header.size(), 1);
    for (std::size_t at = 0; at < columns; ++at) {
        xml_ += fmt::format(R"(<col min="{0}" max="{0}" width="{1}" style="{2}" customWidth="1"/>)",
                            at + 1,
                            width_of(at),
                            text_style);
    }
    xml_ += sheet_rows;
    for (const auto& name : header) {
        cell_text(name, header_style);
    }
    end_row();
}

unsigned XlsxWriter::width_of(std::size_t column) const noexcept {
    const auto& widths = layout_.widths;
    return column < widths.size() && widths[column] > 0 ? widths[column] : usual_width;
}

void XlsxWriter::part(const char* name, std::string_view content) {
    zip_.begin(name);
    if (!zip_.write(declaration) || !zip_.write(content)) {
        no_room();
    }
    zip_.end();
}

void XlsxWriter::no_room() const {
    throw Failure{Error{ErrorId::xlsx_no_room,
                        {letters(column_) + std::to_string(row_ + 1),
                         std::to_string(most_sheet_rows),
                         std::to_string(most_sheet_columns),
                         std::to_string(longest_cell)}}};
}

/// Up to where a cell's style goes.
void XlsxWriter::begin_cell() {
    if (row_ == most_sheet_rows || column_ == most_sheet_columns) {
        no_room();
    }
    if (column_ == columns_.size()) {
        columns_.push_back(letters(column_));
    }
    if (row_text_.empty()) {
        row_text_ = std::to_string(row_ + 1);
        xml_ += "<row r=\"";
        xml_ += row_text_;
        xml_ += '"';
        row_tag_ = xml_.size();
        lines_ = 1;
        xml_ += '>';
    }
    xml_ += "<c r=\"";
    xml_ += columns_[column_];
    xml_ += row_text_;
    xml_ += "\" s=\"";
}

void XlsxWriter::cell_text(std::string_view text, std::string_view style) {
    if (text.empty()) {
        ++column_;
        return;
    }
    if (text.size() > longest_cell && length_of(text) > longest_cell) {
        no_room();
    }
    begin_cell();
    xml_ += style;
    xml_ += has_outer_space(text) ? R"(" t="inlineStr"><is><t xml:space="preserve">)"
                                  : R"(" t="inlineStr"><is><t>)";
    append_escaped(xml_, text);
    xml_ += "</t></is></c>";
    ++column_;
}

void XlsxWriter::text(std::string_view text) {
    const auto width = std::max(width_of(column_), least_width) - margin;
    cell_text(text, layout_.is_form ? form_text_style : text_style);
    if (layout_.is_form) {
        lines_ = std::max(lines_, (display_width(text) + width - 1) / width);
    }
}

void XlsxWriter::fill_in(std::string_view text, const std::vector<std::string>& choices) {
    if (!choices.empty()) {
        add_choices(choices);
    }
    if (!text.empty()) {
        cell_text(text, fill_in_style);
        return;
    }
    begin_cell();
    xml_ += fill_in_style;
    xml_ += "\"/>";
    ++column_;
}

void XlsxWriter::fill_in_as_above(std::string_view text) {
    begin_cell();
    xml_ += fill_in_style;
    xml_ += fmt::format(R"(" t="str"><f>{}{}&amp;""</f><v>)", columns_[column_], row_);
    append_escaped(xml_, text);
    xml_ += "</v></c>";
    ++column_;
}

/// Remembers the choices of the cell that comes next.
void XlsxWriter::add_choices(const std::vector<std::string>& choices) {
    constexpr std::size_t longest_list = 255;
    const auto list = joined(choices, ",");
    const auto commas = static_cast<std::size_t>(std::count(list.begin(), list.end(), ','));
    const bool fits = length_of(list) <= longest_list && commas + 1 == choices.size() &&
                      list.find('"') == std::string::npos;
    if (!fits) {
        return;
    }
    auto& cells = choices_[list];
    if (!cells.empty() && cells.back().column == column_ && cells.back().last == row_) {
        ++cells.back().last;
    } else {
        cells.push_back({column_, row_ + 1, row_ + 1});
    }
}

/// Where lists drop down, as the sheet has it; "" for nowhere.
std::string XlsxWriter::choice_lists() const {
    if (choices_.empty()) {
        return {};
    }
    auto xml = fmt::format(R"(<dataValidations count="{}">)", choices_.size());
    for (const auto& [list, places] : choices_) {
        std::vector<std::string> ranges;
        for (const auto& [column, first, last] : places) {
            ranges.push_back(fmt::format("{0}{1}:{0}{2}", letters(column), first, last));
        }
        xml +=
            R"(<dataValidation type="list" errorStyle="warning" allowBlank="1" showErrorMessage="1" sqref=")";
        xml += joined(ranges, " ");
        xml += R"("><formula1>&quot;)";
        append_escaped(xml, list);
        xml += "&quot;</formula1></dataValidation>";
    }
    return xml + "</dataValidations>";
}

void XlsxWriter::number(std::string_view digits) {
    if (!digits.empty()) {
        begin_cell();
        xml_ += "0\"><v>";
        xml_ += digits;
        xml_ += "</v></c>";
    }
    ++column_;
}

void XlsxWriter::day(Day day) {
    using std::chrono::year;
    // Spreadsheets have a 29 February 1900 that there never was: what is before it is text.
    if (day < Day{year{1900} / 3 / 1}) {
        text(to_text(day));
        return;
    }
    constexpr Day zero{year{1899} / 12 / 30};
    begin_cell();
    xml_ += "2\"><v>";
    xml_ += std::to_string((day - zero).count());
    xml_ += "</v></c>";
    ++column_;
}

void XlsxWriter::flush() {
    if (!zip_.write(xml_)) {
        no_room();
    }
    xml_.clear();
}

void XlsxWriter::end_row() {
    constexpr std::size_t enough = 1U << 16U;
    constexpr std::size_t line_height = 16;  // points, of the font in use
    if (!row_text_.empty()) {
        if (layout_.is_form) {
            xml_.insert(row_tag_,
                        fmt::format(R"( ht="{}" customHeight="1")", lines_ * line_height));
        }
        xml_ += "</row>";
        row_text_.clear();
    }
    ++row_;
    column_ = 0;
    if (xml_.size() > enough) {
        flush();
    }
}

void XlsxWriter::finish() {
    xml_ += sheet_rows_end;
    xml_ += layout_.is_form ? sheet_protected : std::string_view{};
    xml_ += choice_lists();
    xml_ += layout_.is_form ? sheet_fits_how : std::string_view{};
    xml_ += sheet_end;
    flush();
    zip_.end();
    if (!zip_.finish()) {
        no_room();
    }
}

}  // namespace dudao::exchange
