#include "exchange/form_json.hpp"

#include "base/error_id.hpp"
#include "base/text.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <map>
#include <utility>

namespace dudao::exchange {

namespace {

using nlohmann::json;

/// A value of a submission as the text of a cell.
std::string cell_of(const json& value) {
    if (value.is_null()) {
        return {};
    }
    if (value.is_string()) {
        return value.get<std::string>();
    }
    if (value.is_array()) {
        std::string text;
        for (const auto& each : value) {
            if (each.is_string()) {
                text += text.empty() ? "" : " ";
                text += each.get<std::string>();
            }
        }
        return text;
    }
    return value.is_object() ? std::string{} : value.dump();
}

using Cells = std::map<std::string, std::string>;

/// Groups deeper than any form has are left out.
void flatten(const json& object, const std::string& group, int depth, Cells& cells) {
    constexpr int deepest = 40;
    for (const auto& [key, value] : object.items()) {
        auto name = group;
        name += group.empty() ? "" : "/";
        name += key;
        if (value.is_object() && depth < deepest) {
            flatten(value, name, depth + 1, cells);
        } else {
            cells.emplace(name, cell_of(value));
        }
    }
}

/// The array of the submissions; null when there is none.
const json* submissions_of(const json& root) {
    if (root.is_array()) {
        return &root;
    }
    constexpr std::array<const char*, 2> keys{"value", "results"};
    for (const auto* key : keys) {
        const auto found = root.find(key);
        if (root.is_object() && found != root.end() && found->is_array()) {
            return &*found;
        }
    }
    return nullptr;
}

json parse_all(Input& input) {
    const auto bytes = read_all(input, FormJson::largest);
    try {
        return json::parse(bytes);
    } catch (const json::parse_error& wrong) {
        const auto before = std::string_view{bytes}.substr(0, wrong.byte);
        const auto line =
            1 + static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n'));
        throw Failure{Error{ErrorId::json_syntax, {}, {input.name(), line, 1}}};
    }
}

}  // namespace

FormJson::FormJson(Input& input) : file_(input.name()) {
    const auto root = parse_all(input);
    const auto* submissions = submissions_of(root);
    if (submissions == nullptr) {
        throw Failure{Error{ErrorId::json_not_object, {}, {file_, 1, 1}}};
    }
    std::vector<Cells> all;
    std::map<std::string, std::size_t> columns;
    for (const auto& each : *submissions) {
        if (!each.is_object()) {
            throw Failure{Error{ErrorId::json_not_object, {}, {file_, all.size() + 1, 0}}};
        }
        flatten(each, "", 0, all.emplace_back());
        for (const auto& [name, cell] : all.back()) {
            columns.emplace(name, 0);
        }
    }
    std::vector<std::string> names;
    for (auto& [name, at] : columns) {
        at = names.size();
        names.push_back(name);
    }
    const auto width = names.size();
    rows_.push_back(std::move(names));
    for (const auto& cells : all) {
        auto& row = rows_.emplace_back(width);
        for (const auto& [name, cell] : cells) {
            row[columns.at(name)] = cell;
        }
    }
}

Step FormJson::next() {
    if (row_ == rows_.size()) {
        return Step::end;
    }
    const auto& row = rows_[row_++];
    fields_.assign(row.begin(), row.end());
    for (std::size_t at = 0; at < row.size(); ++at) {
        if (!is_text(row[at])) {
            error_ = Error{ErrorId::json_bad_text, {rows_.front()[at]}, place(at)};
            return Step::refused;
        }
    }
    return Step::row;
}

Place FormJson::place(std::size_t /*field*/) const {
    return {file_, line(), 0};
}

}  // namespace dudao::exchange
