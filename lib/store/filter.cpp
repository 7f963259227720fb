#include "store/filter.hpp"

#include "base/text.hpp"
#include "store/cells.hpp"

namespace dudao::store {

namespace {

std::string escaped(std::string_view text) {
    std::string pattern;
    for (const char c : ascii_lower(text)) {
        if (c == '%' || c == '_' || c == '\\') {
            pattern += '\\';
        }
        pattern += c;
    }
    return pattern;
}

}  // namespace

std::string like_pattern(std::string_view text) {
    return '%' + escaped(text) + '%';
}

void bind_unit_filter(Statement& statement, const domain::UnitFilter& filter, std::int64_t below) {
    const auto tag = filter.tag.empty() ? std::string{} : "%," + escaped(filter.tag) + ",%";
    const auto text = filter.text.empty() ? std::string{} : like_pattern(filter.text);
    statement.bind(key_cell(below))
        .bind(enum_cell_if(filter.kind))
        .bind(enum_cell_if(filter.ownership))
        .bind(enum_cell_if(filter.status))
        .bind(text_cell(tag))
        .bind(text_cell(filter.supervisor))
        .bind(text_cell(text));
}

}  // namespace dudao::store
