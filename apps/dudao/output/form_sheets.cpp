#include "output/form_sheets.hpp"

#include "exchange/form_book.hpp"
#include "exchange/xlsx_writer.hpp"

#include <fmt/format.h>

namespace dudao {

FormSheets::FormSheets(std::vector<FormLanguage> languages)
    : languages_(std::move(languages)),
      survey_{.columns = {"type", "name"}},
      choices_{.columns = {"list_name", "name"}},
      settings_{.columns = {"form_title", "form_id", "version", "default_language"}} {
    const std::string own{exchange::own_form_column};
    add_columns(survey_, "label");
    add_columns(survey_, "hint");
    add_columns(choices_, "label");
    for (const auto* column :
         {"required", "relevant", "constraint", "appearance", "default", "calculation"}) {
        survey_.columns.emplace_back(column);
    }
    survey_.columns.push_back(own);
    settings_.columns.push_back(own);
}

std::string FormSheets::language_name(std::size_t language) const {
    const auto& code = languages_[language].code;
    return code.empty()      ? ""
           : code == "zh-CN" ? "简体中文 (zh-CN)"
           : code == "zh-TW" ? "繁體中文 (zh-TW)"
                             : "English (en)";
}

std::string FormSheets::column(const std::string& name, std::size_t language) const {
    const auto in = language_name(language);
    return in.empty() ? name : name + "::" + in;
}

void FormSheets::add_columns(Sheet& sheet, const std::string& name) const {
    for (std::size_t at = 0; at < languages_.size(); ++at) {
        sheet.columns.push_back(column(name, at));
    }
}

void FormSheets::put(FormCells& row, const std::string& name, const domain::LocalText& text) const {
    put(row, name, [&](std::size_t at) { return std::string{text.in(languages_[at].code)}; });
}

void FormSheets::put_word(FormCells& row, std::string_view english) const {
    put(row, "label", [&](std::size_t at) {
        return std::string{languages_[at].words.text("column of a form", english)};
    });
}

std::string FormSheets::list_of(const std::vector<FormOption>& options) {
    const auto [found, is_new] =
        lists_.try_emplace(options, fmt::format("list{}", lists_.size() + 1));
    if (is_new) {
        for (const auto& option : options) {
            FormCells row{{"list_name", found->second}, {"name", option.name}};
            put(row, "label", [&](std::size_t at) { return option.labels[at]; });
            choices_.rows.push_back(std::move(row));
        }
    }
    return found->second;
}

FormCells& FormSheets::add(FormCells row) {
    survey_.rows.push_back(std::move(row));
    return survey_.rows.back();
}

std::string FormSheets::workbook(Instant created) const {
    exchange::XlsxWriter xlsx{created};
    for (const auto& [name, sheet] : {std::pair{"survey", &survey_},
                                      std::pair{"choices", &choices_},
                                      std::pair{"settings", &settings_}}) {
        xlsx.sheet(name, sheet->columns);
        for (const auto& row : sheet->rows) {
            for (const auto& column : sheet->columns) {
                const auto cell = row.find(column);
                xlsx.text(cell == row.end() ? std::string_view{} : cell->second);
            }
            xlsx.end_row();
        }
    }
    return xlsx.finish();
}

}  // namespace dudao
