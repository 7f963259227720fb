#include "base/text.hpp"
#include "domain/checklist.hpp"
#include "exchange/form_book.hpp"
#include "workflow/form_items.hpp"
#include "workflow/import_checklist.hpp"
#include "yaml/checklist_draft.hpp"
#include "yaml/write.hpp"

#include <utility>

namespace dudao::workflow {

namespace {

using exchange::FormBook;
using exchange::FormRow;
using yaml::scalar_text;

bool is_end(std::string_view type) {
    return type.starts_with("end_") || type.starts_with("end ");
}

bool is_begin(std::string_view type) {
    return type.starts_with("begin_") || type.starts_with("begin ");
}

/// Writes a checklist while it goes through the rows of a form.
class FormReader {
  public:
    FormReader(const ChecklistImport& import, FormBook book)
        : import_(&import),
          file_(import.source.input->name()),
          book_(std::move(book)),
          items_(book_, file_) {}

    ImportedChecklist run() {
        write_head();
        for (const auto& row : book_.survey) {
            take(row);
        }
        if (depth_.empty() && draft_.in_section()) {
            draft_.end_section();
        }
        if (!depth_.empty()) {
            bad(book_.survey.back(), "end_group");
        }
        return {.yaml = draft_.text(), .warnings = items_.take_warnings()};
    }

  private:
    [[noreturn]] void bad(const FormRow& row, std::string_view what) const {
        throw Failure{Error{ErrorId::form_bad_row, {what}, {file_, row.line, 0}}};
    }

    /// The keys that a cell of ours says.
    yaml::DraftEntries said(const FormRow& row) const {
        const auto parsed = yaml::parse(row[exchange::own_form_column], file_);
        if (!parsed.errors.empty() || parsed.root.kind != yaml::NodeKind::map) {
            bad(row, exchange::own_form_column);
        }
        yaml::DraftEntries entries;
        for (const auto& [key, value] : parsed.root.entries) {
            entries.emplace_back(key.text, yaml::flow_text(value));
        }
        return entries;
    }

    void write_head() {
        const auto& settings = book_.settings;
        if (!settings[exchange::own_form_column].empty()) {
            for (const auto& [key, value] : said(settings)) {
                draft_.head(key, value);
            }
            return;
        }
        const auto title = settings["form_title"];
        draft_.head("code", scalar_text(import_->code));
        const auto version = settings["version"];
        draft_.head("version", version.empty() ? "\"1\"" : "\"" + std::string{version} + "\"");
        draft_.head("title",
                    scalar_text(!import_->title.empty() ? import_->title
                                : title.empty()         ? import_->code
                                                        : std::string{title}));
    }

    void take(const FormRow& row) {
        const auto type = row["type"];
        if (is_end(type)) {
            end_group(row);
        } else if (is_begin(type)) {
            begin_group(row);
        } else if (row[exchange::own_form_column] == exchange::made_form_row) {
            return;
        } else if (!row[exchange::own_form_column].empty()) {
            draft_.item(said(row));
        } else if (auto item = items_.item(row)) {
            need_section();
            draft_.item(*item);
        }
    }

    /// Groups of other programs lie in each other as they like; only the one that is nearest to the
    /// items becomes a section.
    void begin_group(const FormRow& row) {
        const auto own = row[exchange::own_form_column];
        if (own == exchange::made_form_row) {
            depth_.push_back(false);
        } else if (!own.empty()) {
            draft_.begin_section(said(row));
            depth_.push_back(true);
        } else {
            groups_.push_back(&row);
            end_plain_section();
            depth_.push_back(false);
        }
    }

    void end_group(const FormRow& row) {
        if (depth_.empty()) {
            bad(row, row["type"]);
        }
        if (depth_.back()) {
            draft_.end_section();
        } else if (!groups_.empty()) {
            groups_.pop_back();
            end_plain_section();
        }
        depth_.pop_back();
    }

    /// Begins a section for an item of another program's form, where none is open.
    void need_section() {
        if (draft_.in_section()) {
            return;
        }
        is_plain_ = true;
        ++plain_sections_;
        const auto number = std::to_string(plain_sections_);
        if (groups_.empty()) {
            draft_.begin_section({{"id", "S" + number}, {"title", scalar_text(import_->code)}});
            return;
        }
        const auto& group = *groups_.back();
        auto title = FormItems::label(group);
        yaml::DraftEntries entries{{"id", "S" + number},
                                   {"title", title.empty() ? scalar_text(group["name"]) : title}};
        if (group["type"].find("repeat") != std::string_view::npos) {
            entries.emplace_back("repeat", "{most: 10, ask: " + entries[1].second + "}");
        }
        if (auto when = items_.condition(group)) {
            entries.emplace_back("when", *std::move(when));
        }
        draft_.begin_section(entries);
    }

    void end_plain_section() {
        if (is_plain_) {
            draft_.end_section();
            is_plain_ = false;
        }
    }

    const ChecklistImport* import_;
    std::string file_;
    FormBook book_;
    FormItems items_;
    yaml::ChecklistDraft draft_ = {};
    std::vector<bool> depth_ = {};             ///< of the groups that are open: is it a section
    std::vector<const FormRow*> groups_ = {};  ///< of other programs that are open
    bool is_plain_ = false;                    ///< the open section stands for one of them
    std::size_t plain_sections_ = 0;
};

}  // namespace

ImportedChecklist checklist_from_form(const ChecklistImport& import) {
    return checked(FormReader{import, exchange::read_form_book(*import.source.input)}.run(),
                   import);
}

}  // namespace dudao::workflow
