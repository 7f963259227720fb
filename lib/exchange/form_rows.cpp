#include "exchange/form_rows.hpp"

#include "base/error_id.hpp"
#include "base/text.hpp"

#include <algorithm>
#include <set>
#include <utility>

namespace dudao::exchange {

namespace {

using domain::ItemKind;

/// A name as it is compared: with underscores for what servers put them for.
std::string name_key(std::string_view name) {
    std::string key{name};
    for (auto& c : key) {
        c = c == '.' || c == '-' ? '_' : c;
    }
    return key;
}

/// 2026-11-04T14:30:00.000+08:00 without the fraction of the second.
std::string without_fraction(std::string_view text) {
    const auto point = text.find('.');
    const auto after =
        point == std::string_view::npos ? point : text.find_first_not_of("0123456789", point + 1);
    auto whole = std::string{text.substr(0, point)};
    return after == std::string_view::npos ? whole : whole + std::string{text.substr(after)};
}

}  // namespace

FormRows::FormRows(std::unique_ptr<RowReader> submissions,
                   const domain::Checklist& checklist,
                   std::string name)
    : submissions_(std::move(submissions)),
      items_(domain::items_of(checklist)),
      name_(std::move(name)) {
    const FormNames names{checklist};
    const auto add = [&](const std::string& question, std::string column, Means means) -> auto& {
        return questions_.try_emplace(name_key(question), Question{std::move(column), means})
            .first->second;
    };
    for (const auto* column : {"unit", "inspector", "kind", "profile"}) {
        add(column, column, Means::plain);
    }
    for (const auto* id : {"instanceID", "__id", "_uuid"}) {
        add(id, "ref", Means::plain);
    }
    add("at", "at", Means::moment);
    add("checklist", "checklist", Means::checklist);
    for (std::size_t at = 0; at < items_.size(); ++at) {
        const auto& item = *items_[at].item;
        add(names.answer(at), item.id, Means::answer).position = at;
        add(names.remark(at), item.id + ".remark", Means::plain);
        add(names.evidence(at), item.id + ".evidence", Means::plain);
        add(names.not_applicable(at), item.id, Means::not_applicable).position = at;
    }
}

/// The question that a column is about: by its whole header, else by what follows a group.
const FormRows::Question* FormRows::find(std::string_view header) const {
    while (true) {
        if (const auto found = questions_.find(name_key(header)); found != questions_.end()) {
            return &found->second;
        }
        const auto end = header.find_first_of("-/");
        if (end == std::string_view::npos) {
            return nullptr;
        }
        header.remove_prefix(end + 1);
    }
}

/// Whether the column says of one option of several choices whether it was chosen.
bool FormRows::is_option(std::string_view header) const {
    const auto slash = header.rfind('/');
    const auto* question =
        slash == std::string_view::npos ? nullptr : find(header.substr(0, slash));
    return question != nullptr && (question->means == Means::not_applicable ||
                                   (question->means == Means::answer &&
                                    items_[question->position].item->kind == ItemKind::choices));
}

/// Whether the answer to the item is a file.
bool FormRows::is_file(std::size_t position) const {
    const auto kind = items_[position].item->kind;
    return kind == ItemKind::photo || kind == ItemKind::signature;
}

void FormRows::read_header() {
    const auto headers = submissions_->fields();
    std::set<std::string> taken;
    for (std::size_t at = 0; at < headers.size(); ++at) {
        const auto header = trimmed(headers[at]);
        const auto* question = is_option(header) ? nullptr : find(header);
        if (question == nullptr) {
            continue;
        }
        if (question->means == Means::not_applicable) {
            switches_.emplace(question->position, at);
        } else if (taken.insert(question->column).second) {
            columns_.push_back({at, *question});
            if (question->means == Means::answer && is_file(question->position)) {
                columns_.push_back({at, {question->column + ".evidence", Means::plain}});
            }
        }
    }
    for (const auto& column : columns_) {
        cells_.push_back(column.question.column);
    }
    is_begun_ = true;
}

Step FormRows::next() {
    error_.reset();
    const auto step = submissions_->next();
    if (step != Step::row) {
        fields_.assign(submissions_->fields().begin(), submissions_->fields().end());
        return step;
    }
    if (!is_begun_) {
        read_header();
    } else {
        for (std::size_t at = 0; at < columns_.size(); ++at) {
            cells_[at] = cell_of(columns_[at]);
            const bool is_other = columns_[at].question.means == Means::checklist &&
                                  !cells_[at].empty() && cells_[at] != name_;
            if (is_other && !error_) {
                error_ = Error{ErrorId::form_other_checklist, {cells_[at], name_}, place(at)};
            }
        }
    }
    fields_.assign(cells_.begin(), cells_.end());
    return error_ ? Step::refused : Step::row;
}

std::string FormRows::cell_of(const Column& column) const {
    const auto cell = trimmed(submissions_->fields()[column.source]);
    switch (column.question.means) {
        case Means::moment:
            return without_fraction(cell);
        case Means::answer:
            return answer_of(column.question.position, cell);
        default:
            return std::string{cell};
    }
}

std::string FormRows::answer_of(std::size_t position, std::string_view cell) const {
    const auto found = switches_.find(position);
    if (found != switches_.end() && trimmed(submissions_->fields()[found->second]) == "na") {
        return "na";
    }
    if (is_file(position)) {
        return cell.empty() ? "" : "√";
    }
    switch (items_[position].item->kind) {
        case ItemKind::choices: {
            std::string chosen{cell};
            std::replace(chosen.begin(), chosen.end(), ' ', ';');
            return chosen;
        }
        case ItemKind::time: {
            constexpr std::size_t minutes = 5;  // 22:30
            return std::string{cell.substr(0, minutes)};
        }
        default:
            return std::string{cell};
    }
}

Place FormRows::place(std::size_t field) const {
    return field < columns_.size() ? submissions_->place(columns_[field].source)
                                   : submissions_->place(field);
}

}  // namespace dudao::exchange
