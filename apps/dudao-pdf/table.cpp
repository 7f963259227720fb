#include "table.hpp"

#include <algorithm>
#include <numeric>

namespace dudao::pdf {

namespace {

constexpr double gap = 10;       // between columns
constexpr double padding = 2.5;  // above and below a row
constexpr double bar_width = 70;
constexpr double least_text = 56;   // a column of texts is not made narrower
constexpr double most_text = 240;   // nor wider, unless there is room
constexpr double least_title = 44;  // titles above figures are broken down to this
constexpr Style body{.size = 8.5};
constexpr Style titles{.size = 7.5, .tone = Tone::dim, .bold = true};

Style style_of(const Column& column, const Style& from, Tone tone) {
    auto style = from;
    style.right = column.right;
    style.tone = tone == Tone::plain ? from.tone : tone;
    style.bold = from.bold || tone == Tone::strong;
    return style;
}

/// A row is not higher than a page: a text beyond that ends with a mark.
void cut(PangoLayout* layout) {
    constexpr double titles_above = 60;
    constexpr double most = Paper::bottom - Paper::top - titles_above;
    pango_layout_set_height(layout, static_cast<int>(most * PANGO_SCALE));
    pango_layout_set_ellipsize(layout, PANGO_ELLIPSIZE_END);
}

/// Some columns of a table, and where each stands.
class Layout {
  public:
    Layout(Paper& paper, const Table& table, std::vector<std::size_t> columns, bool has_bars)
        : paper_(&paper), table_(&table), columns_(std::move(columns)), has_bars_(has_bars) {
        for (const auto at : columns_) {
            widths_.push_back(natural(at));
        }
    }

    double room() const { return Paper::width - (has_bars_ ? bar_width + gap : 0); }

    /// What all columns would take, those with texts at their narrowest.
    double least() const {
        auto sum = gap * static_cast<double>(columns_.size() - 1);
        for (std::size_t n = 0; n < columns_.size(); ++n) {
            sum += is_text(n) ? std::min(widths_[n], least_text) : widths_[n];
        }
        return sum;
    }

    void set() {
        settle();
        titles_row();
        for (std::size_t row = 0; row < table_->rows.size(); ++row) {
            set_row(row);
        }
    }

  private:
    bool is_text(std::size_t n) const { return !table_->columns[columns_[n]].right; }

    double natural(std::size_t at) const {
        const auto& column = table_->columns[at];
        double widest = 0;
        for (const auto& row : table_->rows) {
            const auto style = style_of(column, body, row[at].tone);
            widest = std::max(widest, paper_->natural_width(row[at].text, style));
        }
        const auto title = paper_->natural_width(column.title, titles);
        const auto wanted = column.right ? std::min(title, std::max(widest, least_title)) : title;
        constexpr double rounding = 1;
        return std::max(widest, wanted) + rounding;
    }

    /// Texts give way, the widest first; what is left over goes to the first column.
    void settle() {
        const auto gaps = gap * static_cast<double>(columns_.size() - 1);
        const auto over = [&] {
            return std::accumulate(widths_.begin(), widths_.end(), gaps) - room();
        };
        for (std::size_t n = 0; n < widths_.size(); ++n) {
            if (is_text(n) && over() > 0) {
                widths_[n] = std::min(widths_[n], most_text);
            }
        }
        for (auto rest = over(); rest > 0; rest = over()) {
            std::size_t widest = widths_.size();
            for (std::size_t n = 0; n < widths_.size(); ++n) {
                if (is_text(n) && widths_[n] > least_text &&
                    (widest == widths_.size() || widths_[n] > widths_[widest])) {
                    widest = n;
                }
            }
            if (widest == widths_.size()) {
                break;
            }
            constexpr double step = 8;
            widths_[widest] = std::max(least_text, widths_[widest] - std::min(rest, step));
        }
        if (const auto rest = -over(); rest > 0) {
            widths_.front() += is_text(0) ? rest : 0;
        }
    }

    void titles_row() {
        std::vector<Owned<PangoLayout>> cells;
        double height = 0;
        for (std::size_t n = 0; n < columns_.size(); ++n) {
            const auto& column = table_->columns[columns_[n]];
            cells.push_back(
                paper_->laid_out(column.title, style_of(column, titles, {}), widths_[n]));
            height = std::max(height, Paper::height_of(cells.back().get()));
        }
        constexpr double one_row = 24;
        paper_->need(height + one_row);
        auto x = Paper::left;
        for (std::size_t n = 0; n < columns_.size(); ++n) {
            const auto lower = height - Paper::height_of(cells[n].get());
            paper_->draw(cells[n].get(), x, paper_->y() + lower, titles.tone);
            x += widths_[n] + gap;
        }
        paper_->down(height + padding);
        constexpr double grey = 0.73;
        paper_->rule(Paper::left, Paper::right, paper_->y(), grey);
    }

    void set_row(std::size_t row) {
        std::vector<Owned<PangoLayout>> cells;
        double height = 0;
        for (std::size_t n = 0; n < columns_.size(); ++n) {
            const auto& text = table_->rows[row][columns_[n]];
            const auto style = style_of(table_->columns[columns_[n]], body, text.tone);
            cells.push_back(paper_->laid_out(text.text, style, widths_[n]));
            cut(cells.back().get());
            height = std::max(height, Paper::height_of(cells.back().get()));
        }
        if (paper_->need(height + 2 * padding)) {
            titles_row();
        }
        auto x = Paper::left;
        for (std::size_t n = 0; n < columns_.size(); ++n) {
            paper_->draw(
                cells[n].get(), x, paper_->y() + padding, table_->rows[row][columns_[n]].tone);
            x += widths_[n] + gap;
        }
        if (has_bars_) {
            draw_bar(table_->bars[row], paper_->y() + padding);
        }
        paper_->down(height + 2 * padding);
        constexpr double grey = 0.89;
        paper_->rule(Paper::left, Paper::right, paper_->y(), grey);
    }

    void draw_bar(int permille, double y) const {
        constexpr double thick = 6;
        constexpr double lower = 2.5;
        constexpr double thousand = 1000;
        auto* cairo = paper_->cairo();
        cairo_set_source_rgb(cairo, 0.929, 0.945, 0.953);  // NOLINT(*-magic-numbers): --track
        cairo_rectangle(cairo, Paper::right - bar_width, y + lower, bar_width, thick);
        cairo_fill(cairo);
        cairo_set_source_rgb(cairo, 0.310, 0.576, 0.604);  // NOLINT(*-magic-numbers): --bar
        cairo_rectangle(cairo,
                        Paper::right - bar_width,
                        y + lower,
                        bar_width * std::min(permille, 1000) / thousand,
                        thick);
        cairo_fill(cairo);
    }

    Paper* paper_;
    const Table* table_;
    std::vector<std::size_t> columns_;
    bool has_bars_;
    std::vector<double> widths_;
};

}  // namespace

void set_table(Paper& paper, const Table& table) {
    if (table.columns.empty() || table.rows.empty()) {
        return;
    }
    if (!table.title.empty()) {
        constexpr double with_rows = 60;
        constexpr double below = 4;
        paper.need(with_rows);
        paper.paragraph(table.title, {.size = 8.5, .tone = Tone::dim, .bold = true});
        paper.down(below);
    }
    const bool has_bars = !table.bars.empty();
    for (std::size_t next = 1; next <= table.columns.size();) {
        // as many columns as find room beside the first, and one at least
        std::vector<std::size_t> columns{0};
        while (next < table.columns.size()) {
            auto more = columns;
            more.push_back(next);
            const Layout wider{paper, table, more, has_bars};
            if (columns.size() > 1 && wider.least() > wider.room()) {
                break;
            }
            columns = std::move(more);
            ++next;
        }
        Layout{paper, table, columns, has_bars}.set();
        constexpr double below = 12;
        paper.down(below);
        if (next >= table.columns.size()) {
            break;
        }
    }
}

}  // namespace dudao::pdf
