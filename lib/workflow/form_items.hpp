#pragma once

#include "base/error.hpp"
#include "base/text.hpp"
#include "exchange/form_book.hpp"
#include "yaml/checklist_draft.hpp"
#include "yaml/ids.hpp"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace dudao::workflow {

/// Makes items of the questions of an XLSForm that another program or person made: what they look
/// like, for somebody to give them points. What cannot be carried over becomes a warning.
class FormItems {
  public:
    /// `book` must outlive it; `file` stands in places.
    FormItems(const exchange::FormBook& book, std::string file);

    /// Leaves an id to an item that is not made here.
    void reserve(std::string_view id) { taken_.insert(ascii_lower(id)); }

    /// Questions that follow may ask for the answer to this one, which is of that item.
    void know(std::string_view question, std::string_view id) { ids_.emplace(question, id); }

    /// The keys of the item; nothing for rows that ask nobody anything.
    std::optional<yaml::DraftEntries> item(const exchange::FormRow& row);

    /// The label as a value in YAML, in the languages that we have; "" without one.
    static std::string label(const exchange::FormRow& row);

    /// The column `relevant` as a condition; nothing, with a warning, where we cannot say it.
    std::optional<std::string> condition(const exchange::FormRow& row);

    /// Warns that something of the row is not carried over.
    void left_out(const exchange::FormRow& row, std::string_view what);

    std::vector<Error> take_warnings() { return std::move(warnings_); }

  private:
    std::string id_of(const exchange::FormRow& row);
    void add_answers(const exchange::FormRow& row, yaml::DraftEntries& entries);
    void add_options(const exchange::FormRow& row,
                     std::string_view list,
                     bool is_multiple,
                     yaml::DraftEntries& entries);
    void add_range(const exchange::FormRow& row, yaml::DraftEntries& entries);
    std::optional<std::string> comparison(std::string_view text) const;

    const exchange::FormBook* book_;
    std::string file_;
    std::set<std::string> taken_ = yaml::reserved_ids();        ///< ids, in lower case
    std::map<std::string, std::string, std::less<>> ids_ = {};  ///< by the names of questions
    std::set<std::string> verdicts_ = {};  ///< names of questions that pass or fail
    std::vector<Error> warnings_ = {};
};

}  // namespace dudao::workflow
