#include "base/text.hpp"
#include "report/json_writer.hpp"
#include "report/part_pictures.hpp"
#include "report/period_wording.hpp"
#include "report/render.hpp"
#include "report/table.hpp"
#include "report/templates.hpp"
#include "report/wording.hpp"

#include <map>

namespace dudao::report {

namespace {

/// Raised when a program that reads documents would not understand what is written now.
constexpr int document_version = 1;

std::string_view page_style() {
    for (const auto& each : shared_templates()) {
        if (each.name == "style_part") {
            return each.text;
        }
    }
    return {};
}

/// Adds the colours of a line such as "  --page: #ffffff; --panel: #f5f7f8;". The first of a name
/// stays: that of the light page.
void add_colours(std::string_view line, std::map<std::string, std::string, std::less<>>& colours) {
    for (const auto& each : split_list(line, ";")) {
        const auto colon = each.find(": ");
        if (each.starts_with("--") && colon != std::string::npos) {
            colours.emplace(each.substr(0, colon), each.substr(colon + 2));
        }
    }
}

/// The rules of the page's style sheet that are about charts, with the light colours in place of
/// their names.
std::string chart_style() {
    std::map<std::string, std::string, std::less<>> colours;
    std::string rules = ".chart { font-family: sans-serif; font-size: 12px; }\n";
    for (const auto& line : split_list(page_style(), "\n")) {
        add_colours(line, colours);
        if (line.starts_with(".chart .") || line.starts_with(".chart text")) {
            rules += line + '\n';
        }
    }
    constexpr std::string_view opening = "var(";
    for (auto at = rules.find(opening); at != std::string::npos; at = rules.find(opening)) {
        const auto end = rules.find(')', at);
        const auto name = rules.substr(at + opening.size(), end - at - opening.size());
        rules.replace(at, end - at + 1, colours.at(name));
    }
    return rules;
}

std::string_view word_of(Tone tone) noexcept {
    switch (tone) {
        case Tone::strong:
            return "strong";
        case Tone::dim:
            return "dim";
        case Tone::good:
            return "good";
        case Tone::warn:
            return "warn";
        case Tone::bad:
            return "bad";
        case Tone::plain:
            break;
    }
    return "plain";
}

void write_text(JsonWriter& json, std::string_view text, Tone tone) {
    json.begin_object().member("text", one_line(text)).member("tone", word_of(tone)).end_object();
}

void write_figure(JsonWriter& json,
                  const KeyFigure& figure,
                  const PeriodWords& period,
                  const Catalogue& words) {
    json.begin_object()
        .member("label", figure.label)
        .member("value", figure.value)
        .member("basis", figure.basis)
        .key("changes")
        .begin_array();
    const auto add = [&](std::string_view pattern, const std::optional<Cell>& change) {
        if (change) {
            write_text(json, filled(pattern, {change->text}), change->tone);
        }
    };
    add(period.on_before, figure.before);
    add(words.text("{0} on the year before"), figure.year);
    json.end_array().end_object();
}

void write_table(JsonWriter& json, const Grid& grid) {
    json.begin_object().member("title", one_line(grid.title)).key("columns").begin_array();
    for (const auto& column : grid.columns) {
        json.begin_object()
            .member("title", one_line(column.title))
            .member("right", column.align == Align::right)
            .end_object();
    }
    json.end_array().key("rows").begin_array();
    for (const auto& row : grid.rows) {
        json.begin_array();
        for (const auto& cell : row) {
            write_text(json, cell.text, cell.tone);
        }
        json.end_array();
    }
    json.end_array().key("bars").begin_array();
    constexpr std::int64_t thousand = 1000;
    for (const auto& share : grid.bars) {
        json.value(share.whole == 0 ? 0 : share.part * thousand / share.whole);
    }
    json.end_array().end_object();
}

void write_part(JsonWriter& json,
                const Part& part,
                const PeriodReport& report,
                const Figures& figures) {
    json.begin_object()
        .member("heading", one_line(part.heading))
        .member("note", one_line(part.note))
        .key("pictures")
        .begin_array();
    for (const auto& picture : pictures_of(part, report, figures)) {
        const bool is_small = !picture.small.empty();
        json.begin_object()
            .member("caption", one_line(picture.caption))
            .member("svg", is_small ? picture.small : picture.wide)
            .member("small", is_small)
            .end_object();
    }
    json.end_array().key("tables").begin_array();
    const auto shown = tables_shown(part);
    for (std::size_t n = 0; n < shown; ++n) {
        write_table(json, part.grids[n]);
    }
    json.end_array().end_object();
}

}  // namespace

std::string render_document(const PeriodReport& report, const Catalogue& words) {
    const Figures figures{words};
    const auto heading = heading_of(report, words);
    std::string out;
    JsonWriter json{out};
    json.begin_object()
        .member("document", document_version)
        .member("language", words.language())
        .member("title", one_line(heading.full_title))
        .member("chain", one_line(heading.chain))
        .member("made", report.made_at)
        .member("style", chart_style())
        .member("contents", words.text("Contents"))
        .key("facts")
        .begin_array();
    const auto fact = [&](std::string_view label, std::string_view value) {
        json.begin_object().member("label", label).member("value", one_line(value)).end_object();
    };
    fact(words.text("Scope"), heading.scope);
    fact(words.text("As of"), heading.as_of);
    fact(words.text("Made at"), heading.made_at);
    json.end_array().key("figures").begin_array();
    const auto period = words_of(words, report.period.kind);
    for (const auto& figure : key_figures(report, figures)) {
        write_figure(json, figure, period, words);
    }
    json.end_array().key("parts").begin_array();
    for (const auto& part : parts_of(report, figures)) {
        write_part(json, part, report, figures);
    }
    json.end_array().end_object();
    return out;
}

}  // namespace dudao::report
