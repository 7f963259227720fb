#pragma once

#include <xlsxwriter.h>

namespace dudao::exchange {

/// The functions of libxlsxwriter that we call. The library is opened when the first workbook is
/// written, so that all other commands start without it (docs/adr/0002).
struct Libxlsxwriter {
    decltype(&::workbook_new_opt) create = nullptr;
    decltype(&::workbook_set_properties) set_properties = nullptr;
    decltype(&::workbook_add_format) add_format = nullptr;
    decltype(&::workbook_add_worksheet) add_sheet = nullptr;
    decltype(&::workbook_close) close = nullptr;
    decltype(&::lxw_workbook_free) discard = nullptr;
    decltype(&::lxw_strerror) error_text = nullptr;

    decltype(&::format_set_num_format) set_number_format = nullptr;
    decltype(&::format_set_bold) set_bold = nullptr;
    decltype(&::format_set_font_size) set_font_size = nullptr;
    decltype(&::format_set_font_color) set_font_color = nullptr;
    decltype(&::format_set_border) set_border = nullptr;
    decltype(&::format_set_bg_color) set_fill = nullptr;
    decltype(&::format_set_align) set_align = nullptr;
    decltype(&::format_set_text_wrap) set_wrap = nullptr;
    decltype(&::format_set_unlocked) set_unlocked = nullptr;

    decltype(&::worksheet_write_string) write_text = nullptr;
    decltype(&::worksheet_write_number) write_number = nullptr;
    decltype(&::worksheet_write_blank) write_blank = nullptr;
    decltype(&::worksheet_write_formula_str) write_formula = nullptr;
    decltype(&::worksheet_data_validation_range) add_validation = nullptr;
    decltype(&::worksheet_set_column) set_column = nullptr;
    decltype(&::worksheet_set_row) set_row = nullptr;
    decltype(&::worksheet_freeze_panes) freeze = nullptr;
    decltype(&::worksheet_protect) protect = nullptr;
    decltype(&::worksheet_set_landscape) set_landscape = nullptr;
    decltype(&::worksheet_set_paper) set_paper = nullptr;
    decltype(&::worksheet_fit_to_pages) fit_to_pages = nullptr;
    decltype(&::worksheet_add_table) add_table = nullptr;
    decltype(&::worksheet_conditional_format_range) add_rule = nullptr;
    decltype(&::worksheet_insert_chart_opt) insert_chart = nullptr;

    decltype(&::workbook_add_chart) add_chart = nullptr;
    decltype(&::chart_add_series) add_series = nullptr;
    decltype(&::chart_series_set_categories) set_categories = nullptr;
    decltype(&::chart_series_set_values) set_values = nullptr;
    decltype(&::chart_series_set_name) set_series_name = nullptr;
    decltype(&::chart_title_set_name) set_chart_title = nullptr;
    decltype(&::chart_legend_set_position) set_legend = nullptr;
    decltype(&::chart_axis_set_num_format) set_axis_format = nullptr;
    decltype(&::chart_axis_set_reverse) reverse_axis = nullptr;
};

/// Opens the library once. Errors (thrown): no_libxlsxwriter.
const Libxlsxwriter& libxlsxwriter();

}  // namespace dudao::exchange
