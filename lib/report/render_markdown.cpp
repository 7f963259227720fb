#include "report/markdown.hpp"
#include "report/period_parts.hpp"
#include "report/render.hpp"

namespace dudao::report {

namespace {

void append_fact(std::string& out, std::string_view label, std::string_view value) {
    out += "- **" + markdown_text(label) + "** " + markdown_text(value) + "\n";
}

void append_part(std::string& out, const Part& part) {
    out += "\n## " + markdown_text(part.heading) + "\n";
    if (!part.note.empty()) {
        out += "\n" + markdown_text(part.note) + "\n";
    }
    for (const auto& grid : part.grids) {
        out += "\n" + markdown_table(grid);
    }
}

}  // namespace

std::string render_markdown(const PeriodReport& report, const Catalogue& words) {
    const Figures figures{words};
    const auto heading = heading_of(report, words);
    auto out = "# " + markdown_text(heading.full_title) + "\n\n";
    if (!heading.chain.empty()) {
        append_fact(out, words.text("Chain"), heading.chain);
    }
    append_fact(out, words.text("Scope"), heading.scope);
    append_fact(out, words.text("As of"), heading.as_of);
    append_fact(out, words.text("Made at"), heading.made_at);
    append_part(out, key_part(report, figures));
    for (const auto& part : parts_of(report, figures)) {
        append_part(out, part);
    }
    return out;
}

}  // namespace dudao::report
