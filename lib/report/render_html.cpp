#include "report/mustache_page.hpp"
#include "report/part_pictures.hpp"
#include "report/period_wording.hpp"
#include "report/render.hpp"
#include "report/templates.hpp"
#include "report/wording.hpp"

#include <utility>
#include <vector>

namespace dudao::report {

namespace {

using kainjow::mustache::data;

/// An object with one member, or false where there is nothing to say.
data object_or_false(const std::string& name, const data& member, bool there) {
    if (!there) {
        return {false};
    }
    return {name, member};
}

std::string_view css_of(Tone tone) noexcept {
    switch (tone) {
        case Tone::good:
            return "good";
        case Tone::bad:
            return "bad";
        default:
            return "dim";
    }
}

data table_data(const Grid& grid) {
    data rows{data::type::list};
    for (const auto& row : grid.rows) {
        rows.push_back(row_data(row, grid.columns));
    }
    data table;
    table.set("caption", text_or_false(grid.title));
    table.set("columns", columns_data(grid.columns));
    table.set("rows", rows);
    return table;
}

data picture_data(const Picture& picture) {
    data each;
    each.set("caption", picture.caption);
    each.set("small", text_or_false(picture.small));
    each.set("wide", text_or_false(picture.wide));
    each.set("narrow", text_or_false(picture.narrow));
    return each;
}

data tables_data(const std::vector<Grid>& grids, std::size_t from, std::size_t to) {
    data tables{data::type::list};
    for (auto n = from; n < to; ++n) {
        tables.push_back(table_data(grids[n]));
    }
    return tables;
}

data part_data(const Part& part, const std::vector<Picture>& pictures) {
    data out;
    out.set("id", std::string{part.id});
    out.set("heading", part.heading);
    out.set("note", object_or_false("text", data{part.note}, !part.note.empty()));
    const auto shown = tables_shown(part);
    const auto all = part.grids.size();
    out.set("tables", tables_data(part.grids, 0, shown));
    out.set("more", object_or_false("tables", tables_data(part.grids, shown, all), shown < all));
    data first{data::type::list};
    data others{data::type::list};
    data every{data::type::list};
    for (const auto& picture : pictures) {
        const auto each = picture_data(picture);
        (first.is_empty_list() ? first : others).push_back(each);
        every.push_back(each);
    }
    out.set("first", first);
    out.set("others", others);
    out.set("pictures", every);
    return out;
}

data tile_data(const KeyFigure& figure, const PeriodWords& period, const Catalogue& words) {
    data lines{data::type::list};
    const auto add = [&lines](std::string_view pattern, const std::optional<Cell>& change) {
        if (change) {
            data line;
            line.set("text", filled(pattern, {change->text}));
            line.set("tone", std::string{css_of(change->tone)});
            lines.push_back(line);
        }
    };
    add(period.on_before, figure.before);
    add(words.text("{0} on the year before"), figure.year);
    data tile;
    tile.set("label", figure.label);
    tile.set("value", figure.value);
    tile.set("basis", figure.basis);
    tile.set("figure", figure.figure);
    tile.set("changes", object_or_false("lines", lines, lines.is_non_empty_list()));
    return tile;
}

data page_data(const PeriodReport& report, const Catalogue& words) {
    const Figures figures{words};
    auto page = head_data(heading_of(report, words), words);
    page.set("key_figures", std::string{words.text("Key figures")});
    page.set("contents", std::string{words.text("Contents")});
    page.set("as_table", std::string{words.text("The figures as a table")});
    const auto period = words_of(words, report.period.kind);
    data tiles{data::type::list};
    for (const auto& figure : key_figures(report, figures)) {
        tiles.push_back(tile_data(figure, period, words));
    }
    page.set("tiles", tiles);
    data parts{data::type::list};
    for (const auto& part : parts_of(report, figures)) {
        const std::string id{part.id};
        page.set(id, part_data(part, pictures_of(part, report, figures)));
        data entry;
        entry.set("id", id);
        entry.set("heading", part.heading);
        parts.push_back(entry);
    }
    page.set("parts", parts);
    return page;
}

}  // namespace

std::string render_html(const PeriodReport& report, const Catalogue& words) {
    return filled_page(period_template(), page_data(report, words));
}

}  // namespace dudao::report
