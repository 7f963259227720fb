#include "workflow/list_columns.hpp"

#include "base/error_id.hpp"
#include "base/nearest.hpp"
#include "base/text.hpp"

#include <algorithm>

namespace dudao::workflow {

namespace {

template <class Fields>
auto find_field(Fields& dictionary, std::string_view field) {
    return std::find_if(dictionary.begin(), dictionary.end(), [field](const auto& each) {
        return each.field == field;
    });
}

}  // namespace

ListColumns::ListColumns(std::span<const std::string> headers,
                         std::span<const Place> places,
                         exchange::HeaderDictionary dictionary,
                         const ColumnWishes& wishes)
    : headers_(headers.begin(), headers.end()),
      dictionary_(std::move(dictionary)),
      wishes_(&wishes),
      columns_(headers.size()) {
    if (!places.empty()) {
        match_.place = {places.front().file, places.front().line};
    }
    take_own_names();
    const auto unknown_names = std::move(match_.errors);
    // A field that the mapping fills is not looked for in the list.
    auto looked_for = dictionary_;
    const auto fill = [&](std::string_view field) {
        const auto found = find_field(looked_for, field);
        if (found != looked_for.end() && !is_chosen(field)) {
            found->names.clear();
        }
    };
    for (const auto& [field, text] : wishes.mapping.constants) {
        fill(field);
    }
    for (const auto& split : wishes.mapping.splits) {
        std::for_each(split.fields.begin(), split.fields.end(), fill);
    }
    match_ = exchange::match_headers(headers_, places, looked_for, choices());
    match_.errors.insert(match_.errors.begin(), unknown_names.begin(), unknown_names.end());
    add_constants();
    add_splits();
    add_values();
    drop_ignored();
}

/// Puts the names of one's own before those of the dictionary, which loses them elsewhere.
void ListColumns::take_own_names() {
    for (const auto& [field, names] : wishes_->headers) {
        if (!is_known(field, wishes_->headers_file)) {
            continue;
        }
        for (const auto& name : names) {
            const auto key = exchange::header_key(name);
            for (auto& each : dictionary_) {
                std::erase_if(each.names, [&](const auto& other) {
                    return exchange::header_key(other) == key;
                });
            }
        }
        auto& known = find_field(dictionary_, field)->names;
        known.insert(known.begin(), names.begin(), names.end());
    }
}

std::vector<exchange::HeaderChoice> ListColumns::choices() const {
    auto all = wishes_->choices;
    for (const auto& [field, header] : wishes_->mapping.columns) {
        if (!is_chosen(field)) {
            all.push_back({field, header});
        }
    }
    return all;
}

/// By hand, which goes before the mapping.
bool ListColumns::is_chosen(std::string_view field) const {
    return std::any_of(wishes_->choices.begin(), wishes_->choices.end(), [field](const auto& each) {
        return each.field == field;
    });
}

/// Where a mistake in such a file is told: its lines are not known any more.
Place ListColumns::place_in(const std::string& file) const {
    return file.empty() ? match_.place : Place{.file = file};
}

bool ListColumns::is_known(std::string_view field, const std::string& file) {
    if (find_field(dictionary_, field) != dictionary_.end()) {
        return true;
    }
    std::vector<std::string_view> known;
    std::vector<std::string> list;
    for (const auto& each : dictionary_) {
        known.emplace_back(each.field);
        list.push_back(each.field);
    }
    const auto all = joined(list, ", ");
    match_.errors.push_back({ErrorId::choice_unknown_field,
                             {field, all, nearest(field, known).value_or(all)},
                             place_in(file)});
    return false;
}

std::optional<std::size_t> ListColumns::column_called(const std::string& header) {
    const auto key = exchange::header_key(header);
    for (std::size_t at = 0; at < headers_.size(); ++at) {
        if (exchange::header_key(headers_[at]) == key) {
            return at;
        }
    }
    const std::vector<std::string_view> known{headers_.begin(), headers_.end()};
    const auto first = headers_.empty() ? std::string{} : std::string{headers_.front()};
    match_.errors.push_back({ErrorId::choice_unknown_header,
                             {header, nearest(header, known).value_or(first)},
                             place_in(wishes_->mapping_file)});
    return std::nullopt;
}

void ListColumns::add_constants() {
    for (const auto& [field, text] : wishes_->mapping.constants) {
        if (is_chosen(field) || !is_known(field, wishes_->mapping_file)) {
            continue;
        }
        match_.columns.insert_or_assign(field, columns_);
        constants_.emplace_back(columns_++, text);
    }
}

void ListColumns::add_splits() {
    for (const auto& split : wishes_->mapping.splits) {
        const auto column = column_called(split.column);
        if (!column) {
            continue;
        }
        std::erase(match_.unknown, *column);
        cuts_.push_back({*column, columns_, &split});
        for (const auto& field : split.fields) {
            if (is_known(field, wishes_->mapping_file) && !is_chosen(field)) {
                match_.columns.insert_or_assign(field, columns_);
            }
            ++columns_;
        }
    }
}

void ListColumns::add_values() {
    for (const auto& [field, values] : wishes_->mapping.values) {
        const auto column =
            is_known(field, wishes_->mapping_file) ? match_.column(field) : std::nullopt;
        if (column && !values.empty()) {
            values_.emplace_back(*column, &values);
        }
    }
}

void ListColumns::drop_ignored() {
    for (const auto& header : wishes_->mapping.ignored) {
        const auto key = exchange::header_key(header);
        std::erase_if(match_.unknown, [&](std::size_t column) {
            return exchange::header_key(headers_[column]) == key;
        });
    }
}

std::optional<std::size_t> ListColumns::origin(std::size_t column) const {
    if (column < headers_.size()) {
        return column;
    }
    for (const auto& cut : cuts_) {
        if (column >= cut.first && column < cut.first + cut.split->fields.size()) {
            return cut.column;
        }
    }
    return std::nullopt;
}

Result<std::span<const std::string_view>> ListColumns::map(
    std::span<const std::string_view> cells) {
    cells_.assign(cells.begin(), cells.end());
    cells_.resize(columns_);
    for (const auto& [column, text] : constants_) {
        cells_[column] = text;
    }
    for (const auto& [column, first, split] : cuts_) {
        auto rest = trimmed(cells_[column]);
        if (rest.empty()) {
            continue;
        }
        const auto parts = split->fields.size();
        for (std::size_t part = 0; part < parts; ++part) {
            const auto end = rest.find(split->separator);
            if ((end == std::string_view::npos) != (part + 1 == parts)) {
                return Error{ErrorId::split_failed,
                             {cells_[column], std::to_string(parts), split->separator},
                             {.column = column}};
            }
            cells_[first + part] = trimmed(rest.substr(0, end));
            rest.remove_prefix(std::min(
                rest.size(),
                end == std::string_view::npos ? rest.size() : end + split->separator.size()));
        }
    }
    for (const auto& [column, values] : values_) {
        const auto meant = values->find(std::string{trimmed(cells_[column])});
        if (meant != values->end()) {
            cells_[column] = meant->second;
        }
    }
    return std::span<const std::string_view>{cells_};
}

domain::ListMapping ListColumns::told() const {
    auto mapping = wishes_->mapping;
    mapping.columns.clear();
    for (const auto& [field, column] : match_.columns) {
        if (column < headers_.size()) {
            mapping.columns.emplace(field, std::string{trimmed(headers_[column])});
        }
    }
    std::erase_if(mapping.constants, [this](const auto& each) { return is_chosen(each.first); });
    return mapping;
}

}  // namespace dudao::workflow
