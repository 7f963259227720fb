#pragma once

#include "domain/checklist.hpp"
#include "exchange/form_names.hpp"
#include "exchange/row_reader.hpp"

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace dudao::exchange {

/// The submissions of a form that was made of a checklist (FormNames), read as a wide list of
/// answers. Of the columns that servers of ODK and KoboToolbox give only those of the form are
/// left, under the names that lists have; groups that stand before a name, with - or / between, do
/// not count, nor do characters that a server puts an underscore for. The instance id becomes
/// `ref`.
class FormRows final : public RowReader {
  public:
    /// `checklist` must outlive the reader; `name` is CODE@VERSION.
    FormRows(std::unique_ptr<RowReader> submissions,
             const domain::Checklist& checklist,
             std::string name);

    /// Refused: form_other_checklist, where a submission was made with another version.
    Step next() override;
    std::span<const std::string_view> fields() const noexcept override { return fields_; }
    std::size_t line() const noexcept override { return submissions_->line(); }
    Place place(std::size_t field) const override;
    const Error& error() const noexcept override {
        return error_ ? *error_ : submissions_->error();
    }

  private:
    enum class Means : std::uint8_t {
        plain,  ///< what stands there
        checklist,
        moment,
        answer,
        not_applicable
    };
    /// What a question is for.
    struct Question {
        std::string column;  ///< of the list
        Means means = Means::plain;
        std::size_t position = 0;
    };
    struct Column {
        std::size_t source = 0;  ///< of the submissions
        Question question;
    };

    const Question* find(std::string_view header) const;
    bool is_option(std::string_view header) const;
    bool is_file(std::size_t position) const;
    void read_header();
    std::string cell_of(const Column& column) const;
    std::string answer_of(std::size_t position, std::string_view cell) const;

    std::unique_ptr<RowReader> submissions_;
    std::vector<domain::PlacedItem> items_;
    std::string name_;
    std::map<std::string, Question, std::less<>> questions_;  ///< by name_key()
    std::vector<Column> columns_ = {};
    std::map<std::size_t, std::size_t> switches_ = {};  ///< source columns of "not applicable"
    std::vector<std::string> cells_ = {};
    std::vector<std::string_view> fields_ = {};
    bool is_begun_ = false;
    std::optional<Error> error_ = {};
};

}  // namespace dudao::exchange
