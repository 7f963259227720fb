#include "exchange/libxlsxwriter.hpp"

#include "base/error_id.hpp"
#include "base/shared_library.hpp"

namespace dudao::exchange {

namespace {

Libxlsxwriter open_library() {
    const SharedLibrary library{"libxlsxwriter.so.4", ErrorId::no_libxlsxwriter};
    Libxlsxwriter xlsx;
    library.find(xlsx.create, "workbook_new_opt");
    library.find(xlsx.set_properties, "workbook_set_properties");
    library.find(xlsx.add_format, "workbook_add_format");
    library.find(xlsx.add_sheet, "workbook_add_worksheet");
    library.find(xlsx.close, "workbook_close");
    library.find(xlsx.discard, "lxw_workbook_free");
    library.find(xlsx.error_text, "lxw_strerror");
    library.find(xlsx.set_number_format, "format_set_num_format");
    library.find(xlsx.set_bold, "format_set_bold");
    library.find(xlsx.set_font_size, "format_set_font_size");
    library.find(xlsx.set_font_color, "format_set_font_color");
    library.find(xlsx.set_border, "format_set_border");
    library.find(xlsx.set_fill, "format_set_bg_color");
    library.find(xlsx.set_align, "format_set_align");
    library.find(xlsx.set_wrap, "format_set_text_wrap");
    library.find(xlsx.set_unlocked, "format_set_unlocked");
    library.find(xlsx.write_text, "worksheet_write_string");
    library.find(xlsx.write_number, "worksheet_write_number");
    library.find(xlsx.write_blank, "worksheet_write_blank");
    library.find(xlsx.write_formula, "worksheet_write_formula_str");
    library.find(xlsx.add_validation, "worksheet_data_validation_range");
    library.find(xlsx.set_column, "worksheet_set_column");
    library.find(xlsx.set_row, "worksheet_set_row");
    library.find(xlsx.freeze, "worksheet_freeze_panes");
    library.find(xlsx.protect, "worksheet_protect");
    library.find(xlsx.set_landscape, "worksheet_set_landscape");
    library.find(xlsx.set_paper, "worksheet_set_paper");
    library.find(xlsx.fit_to_pages, "worksheet_fit_to_pages");
    library.find(xlsx.add_table, "worksheet_add_table");
    library.find(xlsx.add_rule, "worksheet_conditional_format_range");
    library.find(xlsx.insert_chart, "worksheet_insert_chart_opt");
    library.find(xlsx.add_chart, "workbook_add_chart");
    library.find(xlsx.add_series, "chart_add_series");
    library.find(xlsx.set_categories, "chart_series_set_categories");
    library.find(xlsx.set_values, "chart_series_set_values");
    library.find(xlsx.set_series_name, "chart_series_set_name");
    library.find(xlsx.set_chart_title, "chart_title_set_name");
    library.find(xlsx.set_legend, "chart_legend_set_position");
    library.find(xlsx.set_axis_format, "chart_axis_set_num_format");
    library.find(xlsx.reverse_axis, "chart_axis_set_reverse");
    return xlsx;
}

}  // namespace

const Libxlsxwriter& libxlsxwriter() {
    static const auto opened = open_library();
    return opened;
}

}  // namespace dudao::exchange
