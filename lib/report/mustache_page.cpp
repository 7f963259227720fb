#include "report/mustache_page.hpp"

#include "report/table.hpp"
#include "report/templates.hpp"

namespace dudao::report {

using kainjow::mustache::data;

namespace {

data facts_data(const Heading& heading, const Catalogue& words) {
    data facts{data::type::list};
    const auto add = [&facts](std::string_view label, const std::string& value) {
        data fact;
        fact.set("label", std::string{label});
        fact.set("value", value);
        facts.push_back(fact);
    };
    add(words.text("Scope"), heading.scope);
    add(words.text("As of"), heading.as_of);
    add(words.text("Made at"), heading.made_at);
    return facts;
}

/// What may not be cut in a terminal is not broken here.
std::string_view css_of(const Column& column) noexcept {
    if (column.align == Align::right) {
        return "right";
    }
    return column.least == 0 ? "short" : "text";
}

std::string css_of(const Cell& cell, const Column& column) {
    std::string css{css_of(column)};
    switch (cell.tone) {
        case Tone::plain:
            return css;
        case Tone::strong:
            return css + " strong";
        case Tone::dim:
            return css + " dim";
        case Tone::good:
            return css + " good";
        case Tone::warn:
            return css + " warn";
        case Tone::bad:
            break;
    }
    return css + " bad";
}

}  // namespace

data columns_data(const std::vector<Column>& columns) {
    data list{data::type::list};
    for (const auto& column : columns) {
        data each;
        each.set("title", column.title);
        each.set("css", std::string{css_of(column)});
        list.push_back(each);
    }
    return list;
}

data text_or_false(const std::string& text) {
    return text.empty() ? data{false} : data{text};
}

data row_data(const std::vector<Cell>& row, const std::vector<Column>& columns) {
    data cells{data::type::list};
    for (std::size_t n = 1; n < row.size(); ++n) {
        data cell;
        cell.set("text", row[n].text);
        cell.set("css", css_of(row[n], columns[n]));
        cell.set("figure", text_or_false(one_line(row[n].figure)));
        cells.push_back(cell);
    }
    data head;
    head.set("text", row.front().text);
    head.set("css", std::string{css_of(columns.front())});
    data out;
    out.set("head", head);
    out.set("cells", cells);
    return out;
}

data head_data(const Heading& heading, const Catalogue& words) {
    data page;
    page.set("lang", words.language());
    page.set("chain", text_or_false(heading.chain));
    page.set("full_title", heading.full_title);
    page.set("made_at", heading.made_at);
    page.set("facts", facts_data(heading, words));
    return page;
}

std::string filled_page(std::string_view text, data page) {
    for (const auto& shared : shared_templates()) {
        page.set(
            std::string{shared.name},
            data{kainjow::mustache::partial{[part = shared.text] { return std::string{part}; }}});
    }
    kainjow::mustache::mustache shown{std::string{text}};
    return shown.render(page);
}

}  // namespace dudao::report
