#pragma once

#include "output/form_options.hpp"

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace dudao {

/// A row of a form by the names of its columns.
using FormCells = std::map<std::string, std::string>;

/// The sheets of an XLSForm (https://xlsform.org) in the making, each text in all languages of the
/// form.
class FormSheets {
  public:
    explicit FormSheets(std::vector<FormLanguage> languages);

    const std::vector<FormLanguage>& languages() const noexcept { return languages_; }

    /// How a language is called in the form; "" for the only one of texts that are given once.
    std::string language_name(std::size_t language) const;

    /// Puts a text into the columns of `name`, as `text` gives it for each language.
    template <class Text>
    void put(FormCells& row, const std::string& name, const Text& text) const {
        for (std::size_t at = 0; at < languages_.size(); ++at) {
            row[column(name, at)] = text(at);
        }
    }

    void put(FormCells& row, const std::string& name, const domain::LocalText& text) const;

    /// Labels a row with one of the texts that columns of forms have.
    void put_word(FormCells& row, std::string_view english) const;

    /// The name of the list of these options, which questions share.
    std::string list_of(const std::vector<FormOption>& options);

    /// Adds a row to the survey; its place is where it may still be added to.
    FormCells& add(FormCells row);

    void set(FormCells settings) { settings_.rows = {std::move(settings)}; }

    /// The workbook. Errors (thrown): those of XlsxWriter.
    std::string workbook(Instant created) const;

  private:
    struct Sheet {
        std::vector<std::string> columns;
        std::vector<FormCells> rows = {};
    };

    std::string column(const std::string& name, std::size_t language) const;
    void add_columns(Sheet& sheet, const std::string& name) const;

    std::vector<FormLanguage> languages_;
    Sheet survey_;
    Sheet choices_;
    Sheet settings_;
    std::map<std::vector<FormOption>, std::string> lists_ = {};
};

}  // namespace dudao
