#include "base/error_id.hpp"
#include "base/text.hpp"
#include "domain/checklist.hpp"
#include "exchange/form_book.hpp"
#include "workflow/form_items.hpp"
#include "workflow/import_checklist.hpp"
#include "yaml/checklist_draft.hpp"
#include "yaml/write.hpp"

#include <algorithm>
#include <optional>
#include <set>
#include <utility>
#include <vector>

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

/// A group that is open.
struct Group {
    const FormRow* row;
    bool is_section = false;               ///< of ours
    bool has_parts = false;                ///< the section has sections
    bool is_plain = false;                 ///< not of ours: of another program's form
    std::optional<std::string> when = {};  ///< of a plain one
};

/// Writes a checklist while it goes through the rows of a form.
class FormReader {
  public:
    FormReader(const ChecklistImport& import, FormBook book)
        : import_(&import),
          file_(import.source.input->name()),
          book_(std::move(book)),
          items_(book_, file_) {}

    ImportedChecklist run() {
        look_ahead();
        write_head();
        for (const auto& row : book_.survey) {
            take(row);
        }
        if (!groups_.empty()) {
            bad(book_.survey.back(), "end_group");
        }
        end_plain_section();
        return checked(draft_, items_.take_warnings(), *import_);
    }

  private:
    [[noreturn]] void bad(const FormRow& row, std::string_view what) const {
        throw Failure{Error{ErrorId::form_bad_row, {what}, place(row)}};
    }

    Place place(const FormRow& row) const { return {file_, row.line, 0}; }

    /// What a cell of ours says of its row.
    yaml::Node said(const FormRow& row) const {
        auto parsed = yaml::parse(row[exchange::own_form_column], file_);
        if (!parsed.errors.empty() || parsed.root.kind != yaml::NodeKind::map) {
            bad(row, exchange::own_form_column);
        }
        return std::move(parsed.root);
    }

    static yaml::DraftEntries entries_of(const yaml::Node& map) {
        yaml::DraftEntries entries;
        for (const auto& [key, value] : map.entries) {
            entries.emplace_back(key.text, yaml::flow_text(value));
        }
        return entries;
    }

    static std::string id_of(const yaml::Node& map) {
        const auto* id = yaml::value_of(map, "id");
        return id == nullptr ? std::string{} : id->text;
    }

    /// Learns which ids our own rows have, and which of their sections have sections.
    void look_ahead() {
        std::vector<const FormRow*> open;
        for (const auto& row : book_.survey) {
            const auto type = row["type"];
            if (is_end(type) && !open.empty()) {
                open.pop_back();
            }
            const bool is_group = is_begin(type);
            if (is_own(row)) {
                const auto id = id_of(said(row));
                is_group ? void(section_ids_.insert(ascii_lower(id))) : items_.reserve(id);
            }
            if (is_group) {
                if (is_own(row)) {
                    parents_.insert(open.begin(), open.end());
                }
                open.push_back(&row);
            }
        }
    }

    static bool is_own(const FormRow& row) {
        const auto own = row[exchange::own_form_column];
        return !own.empty() && own != exchange::made_form_row;
    }

    void write_head() {
        const auto& settings = book_.settings;
        const auto title = settings["form_title"];
        title_ = !import_->title.empty() ? import_->title
                 : title.empty()         ? import_->code
                                         : std::string{title};
        if (is_own(settings)) {
            const auto head = said(settings);
            for (const auto& [key, value] : entries_of(head)) {
                draft_.head(key, value);
            }
            const auto* scoring = yaml::value_of(head, "scoring");
            const auto* method = scoring == nullptr ? nullptr : yaml::value_of(*scoring, "method");
            has_weights_ = method != nullptr && method->text == "weighted_sections";
            return;
        }
        draft_.head("code", scalar_text(import_->code));
        const auto version = settings["version"];
        draft_.head("version", version.empty() ? "\"1\"" : "\"" + std::string{version} + "\"");
        draft_.head("title", scalar_text(title_));
    }

    void take(const FormRow& row) {
        const auto type = row["type"];
        if (is_end(type)) {
            end_group(row);
        } else if (is_begin(type)) {
            begin_group(row);
        } else if (is_own(row)) {
            const auto item = said(row);
            items_.know(row["name"], id_of(item));
            add(row, entries_of(item));
        } else if (row[exchange::own_form_column].empty()) {
            if (auto item = items_.item(row)) {
                add(row, *std::move(item));
            }
        }
    }

    void add(const FormRow& row, yaml::DraftEntries item) {
        need_section(row);
        draft_.item(is_plain_ ? item : with_conditions(std::move(item)), place(row));
    }

    void begin_group(const FormRow& row) {
        end_plain_section();
        Group group{.row = &row};
        if (is_own(row)) {
            draft_.begin_section(with_conditions(entries_of(said(row))), place(row));
            group.is_section = true;
            group.has_parts = parents_.contains(&row);
        } else if (row[exchange::own_form_column].empty()) {
            group.is_plain = true;
            group.when = items_.condition(row);
        }
        groups_.push_back(std::move(group));
    }

    void end_group(const FormRow& row) {
        if (groups_.empty()) {
            bad(row, row["type"]);
        }
        end_plain_section();
        if (groups_.back().is_section) {
            draft_.end_section();
        }
        groups_.pop_back();
    }

    /// Begins a section for an item where none is open that takes it. Groups of other programs lie
    /// in each other as they like; only the one that is nearest to the items becomes a section.
    void need_section(const FormRow& row) {
        const auto own = std::find_if(
            groups_.rbegin(), groups_.rend(), [](const auto& each) { return each.is_section; });
        if (is_plain_ || (own != groups_.rend() && !own->has_parts)) {
            return;
        }
        yaml::DraftEntries entries{{"id", plain_id()}};
        if (groups_.empty() || !groups_.back().is_plain) {
            entries.emplace_back("title", scalar_text(title_));
        } else {
            const auto& group = *groups_.back().row;
            const auto label = FormItems::label(group);
            const auto title = label.empty() ? scalar_text(group["name"]) : label;
            entries.emplace_back("title", title);
            if (group["type"].find("repeat") != std::string_view::npos) {
                entries.emplace_back("repeat", "{most: 10, ask: " + title + "}");
            }
        }
        if (has_weights_) {
            entries.emplace_back("weight", "0");
            items_.left_out(row, "weight");
        }
        draft_.begin_section(with_conditions(std::move(entries)), place(row));
        is_plain_ = true;
    }

    std::string plain_id() {
        std::string id;
        do {
            id = "S" + std::to_string(++plain_sections_);
        } while (section_ids_.contains(ascii_lower(id)));
        return id;
    }

    /// With what the plain groups ask that lie between the innermost section of ours and here.
    yaml::DraftEntries with_conditions(yaml::DraftEntries entries) const {
        std::vector<std::string> all;
        for (auto group = groups_.rbegin(); group != groups_.rend() && !group->is_section;
             ++group) {
            if (group->when) {
                all.insert(all.begin(), *group->when);
            }
        }
        const auto when = std::find_if(
            entries.begin(), entries.end(), [](const auto& each) { return each.first == "when"; });
        if (all.empty()) {
            return entries;
        }
        if (when != entries.end()) {
            all.push_back(when->second);
            entries.erase(when);
        }
        entries.emplace_back("when", all.size() == 1 ? all.front() : "[" + joined(all, ", ") + "]");
        return entries;
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
    std::string title_ = {};
    bool has_weights_ = false;                ///< all sections must have one
    std::set<std::string> section_ids_ = {};  ///< of ours, in lower case
    std::set<const FormRow*> parents_ = {};   ///< sections of ours that have sections
    std::vector<Group> groups_ = {};          ///< that are open
    bool is_plain_ = false;                   ///< the open section is none of ours
    std::size_t plain_sections_ = 0;
};

}  // namespace

ImportedChecklist checklist_from_form(const ChecklistImport& import) {
    return FormReader{import, exchange::read_form_book(*import.source.input)}.run();
}

}  // namespace dudao::workflow
