#include "exchange/xlsx_report.hpp"

#include "base/dates.hpp"
#include "base/text.hpp"
#include "base/width.hpp"

#include <algorithm>
#include <deque>
#include <utility>

namespace dudao::exchange {

namespace {

constexpr std::size_t least_width = 8;
constexpr std::size_t greatest_width = 60;
constexpr std::size_t margin = 3;    // room for the arrow of a filter
constexpr double heading_size = 16;  // points
constexpr double subheading_size = 12;
constexpr lxw_color_t grey = 0x666666;
constexpr lxw_color_t band = 0xE7EEF7;  // behind the names of columns
constexpr lxw_color_t low = 0xF8CBAD;
constexpr lxw_color_t middle = 0xFFF2CC;
constexpr lxw_color_t high = 0xC6E0B4;
constexpr double chart_rows = 16;  // that a chart of usual size covers

std::string lawful_name(std::string_view name) {
    std::string lawful;
    auto rest = name;
    while (!rest.empty()) {
        const auto point = take_code_point(rest);
        const bool is_banned =
            point < 0x80 &&
            std::string_view{"[]:*?/\\'"}.find(static_cast<char>(point)) != std::string_view::npos;
        std::string letter;
        append_utf8(letter, point);
        constexpr std::size_t room_for_number = 3;
        if (!is_banned && utf16_units(lawful + letter) <= longest_sheet_name - room_for_number) {
            lawful += letter;
        }
    }
    return lawful.empty() ? "-" : lawful;
}

/// `name`, with a number where it is taken: spreadsheets take upper and lower case for the same.
std::string free_name(const std::string& name, const std::vector<std::string>& taken) {
    const auto is_taken = [&](const std::string& text) {
        return std::any_of(taken.begin(), taken.end(), [&](const std::string& each) {
            return ascii_lower(each) == ascii_lower(text);
        });
    };
    auto free = name;
    for (int number = 2; is_taken(free); ++number) {
        free = name + " " + std::to_string(number);
    }
    return free;
}

}  // namespace

XlsxReport::XlsxReport(Instant created)
    : file_(created, XlsxFile::Rows::kept),
      xlsx_(&file_.library()),
      formats_{.heading = file_.add_format("@"),
               .subheading = file_.add_format("@"),
               .note = file_.add_format("@"),
               .header = file_.add_format("@"),
               .text = file_.add_format("@"),
               .number = file_.add_format("#,##0"),
               .decimal = file_.add_format("#,##0.0##"),
               .percent = file_.add_format("0.0%"),
               .day = file_.add_format(day_format)} {
    xlsx_->set_bold(formats_.heading);
    xlsx_->set_font_size(formats_.heading, heading_size);
    xlsx_->set_bold(formats_.subheading);
    xlsx_->set_font_size(formats_.subheading, subheading_size);
    xlsx_->set_font_color(formats_.note, grey);
    xlsx_->set_bold(formats_.header);
    xlsx_->set_fill(formats_.header, band);
}

void XlsxReport::sheet(std::string_view name) {
    end_sheet();
    name_ = free_name(lawful_name(name), names_);
    names_.push_back(name_);
    sheet_ = file_.add_sheet(name_);
    widths_.clear();
    tables_ = 0;
    row_ = 0;
    chart_row_ = 0;
}

/// Gives the columns of the sheet their widths; the header of an only table stays in sight, and
/// paper is as wide as the sheet.
void XlsxReport::end_sheet() {
    if (sheet_ == nullptr) {
        return;
    }
    if (tables_ == 1) {
        xlsx_->freeze(sheet_, header_ + 1, 0);
    }
    file_.fit_to_paper(sheet_);
    for (std::size_t at = 0; at < widths_.size(); ++at) {
        const auto width = std::clamp(widths_[at] + margin, least_width, greatest_width);
        const auto column = place_of(0, at).column;
        xlsx_->set_column(sheet_, column, column, static_cast<double>(width), nullptr);
    }
}

void XlsxReport::widen(std::size_t column, std::string_view text) {
    widths_.resize(std::max(widths_.size(), column + 1));
    widths_[column] = std::max(widths_[column], display_width(text));
}

void XlsxReport::line(std::string_view text, lxw_format* format) {
    const auto place = place_of(row_++, 0, text);
    xlsx_->write_text(sheet_, place.row, place.column, written(text).c_str(), format);
}

void XlsxReport::heading(std::string_view text) {
    line(text, formats_.heading);
}

void XlsxReport::subheading(std::string_view text) {
    ++row_;
    line(text, formats_.subheading);
}

void XlsxReport::note(std::string_view text) {
    line(text, formats_.note);
}

void XlsxReport::write(const XlsxCell& cell, std::size_t row, std::size_t column) {
    if (cell.text.empty()) {
        return;
    }
    widen(column, cell.text);
    const auto place = place_of(row, column, cell.text);
    const auto number = [&](double value, lxw_format* format) {
        xlsx_->write_number(sheet_, place.row, place.column, value, format);
    };
    switch (cell.kind) {
        case XlsxKind::text:
            xlsx_->write_text(
                sheet_, place.row, place.column, written(cell.text).c_str(), formats_.text);
            break;
        case XlsxKind::number:
            number(number_of(cell.text),
                   cell.text.find('.') == std::string::npos ? formats_.number : formats_.decimal);
            break;
        case XlsxKind::percent:
            number(number_of(cell.text + "e-2"), formats_.percent);
            break;
        case XlsxKind::day:
            number(serial_of(parse_day(cell.text).or_throw()), formats_.day);
            break;
    }
}

void XlsxReport::table(const XlsxTable& table) {
    if (table.rows.empty()) {
        return;
    }
    ++row_;
    ++tables_;
    header_ = place_of(row_, 0).row;
    last_ = place_of(row_ + table.rows.size(), table.header.size() - 1);
    std::vector<std::string> names;
    for (const auto& each : table.header) {
        names.push_back(free_name(each, names));
        widen(names.size() - 1, each);
    }
    // The library takes copies of what it is pointed to.
    std::deque<std::string> headers;
    std::deque<lxw_table_column> columns;
    std::vector<lxw_table_column*> pointers;
    for (const auto& each : names) {
        auto& column = columns.emplace_back();
        column = {};
        column.header = headers.emplace_back(written(each)).data();
        column.header_format = formats_.header;
        pointers.push_back(&column);
    }
    pointers.push_back(nullptr);
    lxw_table_options options{};
    options.columns = pointers.data();
    options.style_type = LXW_TABLE_STYLE_TYPE_LIGHT;
    constexpr std::uint8_t plain_style = 1;
    options.style_type_number = plain_style;
    ++row_;
    for (const auto& cells : table.rows) {
        for (std::size_t column = 0; column < cells.size(); ++column) {
            write(cells[column], row_, column);
        }
        ++row_;
    }
    xlsx_->add_table(sheet_, header_, 0, last_.row, last_.column, &options);
    if (table.is_heat_map) {
        add_heat();
    }
}

/// Colours the percentages of the last table.
void XlsxReport::add_heat() const {
    if (last_.column == 0) {
        return;
    }
    lxw_conditional_format scale{};
    scale.type = LXW_CONDITIONAL_3_COLOR_SCALE;
    scale.min_color = low;
    scale.mid_color = middle;
    scale.max_color = high;
    xlsx_->add_rule(sheet_, header_ + 1, 1, last_.row, last_.column, &scale);
}

void XlsxReport::chart(const XlsxChart& chart) {
    const auto type = chart.shape == XlsxShape::line     ? LXW_CHART_LINE
                      : chart.shape == XlsxShape::column ? LXW_CHART_COLUMN
                                                         : LXW_CHART_BAR;
    auto* const drawn = xlsx_->add_chart(file_.book(), static_cast<std::uint8_t>(type));
    const auto first = header_ + 1;
    const auto last = place_of(std::min<std::size_t>(last_.row, header_ + chart.most_rows), 0).row;
    for (const auto values : chart.values) {
        auto* const series = xlsx_->add_series(drawn, nullptr, nullptr);
        const auto column = place_of(first, values).column;
        xlsx_->set_categories(series, name_.c_str(), first, 0, last, 0);
        xlsx_->set_values(series, name_.c_str(), first, column, last, column);
        const auto cell =
            "='" + name_ + "'!$" + column_letters(values) + "$" + std::to_string(first);
        xlsx_->set_series_name(series, cell.c_str());
    }
    xlsx_->set_chart_title(drawn, chart.title.c_str());
    if (chart.values.size() < 2) {
        xlsx_->set_legend(drawn, LXW_CHART_LEGEND_NONE);
    }
    // Of bars the library calls that axis x along which they lie.
    const bool are_bars = chart.shape == XlsxShape::bar;
    if (are_bars) {
        xlsx_->reverse_axis(drawn->y_axis);  // the first row on top
    }
    if (chart.are_percentages) {
        xlsx_->set_axis_format(are_bars ? drawn->x_axis : drawn->y_axis, "0%");
    }
    constexpr double wider = 1.3;
    const auto rows = static_cast<double>(last - first + 1);
    lxw_chart_options place{};
    place.x_scale = wider;
    place.y_scale = are_bars ? std::max(1.0, rows / chart_rows) : 1.0;
    const auto at = place_of(std::max(header_, chart_row_), last_.column + 2U);
    xlsx_->insert_chart(sheet_, at.row, at.column, drawn, &place);
    chart_row_ = at.row + static_cast<lxw_row_t>(place.y_scale * chart_rows);
}

std::string XlsxReport::finish() {
    end_sheet();
    return file_.finish();
}

}  // namespace dudao::exchange
