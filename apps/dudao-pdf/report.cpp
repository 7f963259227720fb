#include "report.hpp"

#include "paper.hpp"
#include "picture.hpp"
#include "table.hpp"

#include <algorithm>

namespace dudao::pdf {

namespace {

void set_head(Paper& paper, const Document& document) {
    constexpr double below_title = 6;
    constexpr double below_facts = 14;
    if (!document.chain.empty()) {
        paper.paragraph(document.chain, {.size = 10, .tone = Tone::dim, .bold = true});
    }
    paper.paragraph(document.title, {.size = 20, .bold = true});
    paper.down(below_title);
    for (const auto& fact : document.facts) {
        paper.paragraph(fact.label + "  " + fact.value, {.size = 9, .tone = Tone::dim});
    }
    paper.down(below_facts);
}

/// A key figure: its name, itself, what it was made from, how it changed.
class Tile {
  public:
    Tile(const Paper& paper, const KeyFigure& figure, double width) {
        add(paper, figure.label, {.size = 8, .tone = Tone::dim}, width);
        add(paper, figure.value, {.size = 17, .bold = true}, width);
        add(paper, figure.basis, {.size = 7.5, .tone = Tone::dim}, width);
        for (const auto& change : figure.changes) {
            add(paper, change.text, {.size = 7.5, .tone = change.tone}, width);
        }
    }

    double height() const noexcept { return height_; }

    void draw(const Paper& paper, double x, double y) const {
        for (const auto& [layout, tone] : lines_) {
            paper.draw(layout.get(), x, y, tone);
            y += Paper::height_of(layout.get());
        }
    }

  private:
    void add(const Paper& paper, const std::string& text, const Style& style, double width) {
        if (text.empty()) {
            return;
        }
        lines_.emplace_back(paper.laid_out(text, style, width), style.tone);
        height_ += Paper::height_of(lines_.back().first.get());
    }

    std::vector<std::pair<Owned<PangoLayout>, Tone>> lines_;
    double height_ = 0;
};

void set_figures(Paper& paper, const std::vector<KeyFigure>& figures) {
    constexpr std::size_t across = 4;
    constexpr double gap = 12;
    constexpr double below = 12;
    constexpr double width = (Paper::width - gap * (across - 1)) / across;
    for (std::size_t first = 0; first < figures.size(); first += across) {
        std::vector<Tile> tiles;
        double height = 0;
        for (auto n = first; n < std::min(first + across, figures.size()); ++n) {
            tiles.emplace_back(paper, figures[n], width);
            height = std::max(height, tiles.back().height());
        }
        paper.need(height);
        auto x = Paper::left;
        for (const auto& tile : tiles) {
            tile.draw(paper, x, paper.y());
            x += width + gap;
        }
        paper.down(height + below);
    }
}

/// The headings with their pages, which `known` tells; blanks where nothing is known yet.
void set_contents(Paper& paper, const Document& document, const std::vector<Mark>& known) {
    constexpr double number = 30;
    constexpr double below = 3;
    const Style style{.size = 9};
    paper.paragraph(document.contents, {.size = 11, .bold = true});
    paper.down(below);
    for (std::size_t n = 0; n < document.parts.size(); ++n) {
        const auto line = paper.laid_out(document.parts[n].heading, style, Paper::width - number);
        const auto height = Paper::height_of(line.get());
        paper.need(height + below);
        const auto to = "dest='part" + std::to_string(n) + "'";
        cairo_tag_begin(paper.cairo(), CAIRO_TAG_LINK, to.c_str());
        paper.draw(line.get(), Paper::left, paper.y(), style.tone);
        if (n < known.size()) {
            const auto page =
                paper.laid_out(std::to_string(known[n].page), {.size = 9, .right = true}, number);
            paper.draw(page.get(), Paper::right - number, paper.y(), Tone::dim);
        }
        cairo_tag_end(paper.cairo(), CAIRO_TAG_LINK);
        paper.down(height + below);
        constexpr double grey = 0.93;
        paper.rule(Paper::left, Paper::right, paper.y() - 1, grey);
    }
}

void set_part(Paper& paper, const Part& part, const Document& document) {
    constexpr double above = 16;
    constexpr double below = 5;
    constexpr double with_content = 110;  // a heading is not left alone at the foot of a page
    if (!paper.need(above + with_content)) {
        paper.down(above);
    }
    paper.mark(part.heading);
    paper.paragraph(part.heading, {.size = 13, .bold = true});
    paper.down(below);
    if (!part.note.empty()) {
        paper.paragraph(part.note, {.size = 8.5, .tone = Tone::dim});
        paper.down(2 * below);
    }
    set_pictures(paper, part.pictures, document.style, document.language);
    for (const auto& table : part.tables) {
        set_table(paper, table);
    }
}

/// What one pass over the document tells the next.
struct Pass {
    std::string bytes;
    std::vector<Mark> marks;
    int pages = 0;
};

Pass set_once(const Document& document, const Pass& before) {
    Pass pass;
    Paper paper{document,
                [&](const char* bytes, std::size_t count) { pass.bytes.append(bytes, count); },
                before.pages};
    set_head(paper, document);
    set_figures(paper, document.figures);
    set_contents(paper, document, before.marks);
    for (const auto& part : document.parts) {
        set_part(paper, part, document);
    }
    pass.pages = paper.page();
    pass.marks = paper.marks();
    paper.finish();
    return pass;
}

}  // namespace

std::string set_report(const Document& document) {
    return set_once(document, set_once(document, {})).bytes;
}

}  // namespace dudao::pdf
