#include "picture.hpp"

#include <algorithm>
#include <librsvg/rsvg.h>

namespace dudao::pdf {

namespace {

struct FreeObject {
    void operator()(RsvgHandle* handle) const noexcept { g_object_unref(handle); }
    void operator()(GError* error) const noexcept { g_error_free(error); }
};

[[noreturn]] void fail(GError* error) {
    const std::unique_ptr<GError, FreeObject> owned{error};
    throw std::runtime_error{owned == nullptr ? "a picture cannot be drawn" : owned->message};
}

/// A chart that can be drawn.
class Chart {
  public:
    Chart(const Picture& picture, const std::string& style, const std::string& language) {
        // What stands in a page of HTML has no name space, and the language of the page.
        constexpr std::string_view opening = "<svg ";
        auto svg = picture.svg;
        svg.replace(svg.find(opening),
                    opening.size(),
                    "<svg xmlns=\"http://www.w3.org/2000/svg\" xml:lang=\"" + language + "\" ");
        GError* error = nullptr;
        handle_.reset(rsvg_handle_new_from_data(
            reinterpret_cast<const guint8*>(svg.data()),  // NOLINT(*-reinterpret-cast): bytes
            svg.size(),
            &error));
        if (handle_ == nullptr ||
            rsvg_handle_set_stylesheet(handle_.get(),
                                       reinterpret_cast<const guint8*>(style.data()),  // NOLINT
                                       style.size(),
                                       &error) == 0) {
            fail(error);
        }
        if (rsvg_handle_get_intrinsic_size_in_pixels(handle_.get(), &width_, &height_) == 0) {
            fail(nullptr);
        }
    }

    double width() const noexcept { return width_; }
    double height_at(double width) const noexcept { return height_ * width / width_; }

    void draw(cairo_t* cairo, double x, double y, double width) const {
        const RsvgRectangle place{x, y, width, height_at(width)};
        GError* error = nullptr;
        if (rsvg_handle_render_document(handle_.get(), cairo, &place, &error) == 0) {
            fail(error);
        }
    }

  private:
    std::unique_ptr<RsvgHandle, FreeObject> handle_;
    double width_ = 0;
    double height_ = 0;
};

constexpr double gap = 18;
constexpr std::size_t most_beside = 2;  // small charts; a single one takes half the page
constexpr Style captions{.size = 8.5, .tone = Tone::dim, .bold = true};

/// Charts beside each other, with their captions above.
void set_row(Paper& paper,
             const std::vector<const Picture*>& row,
             const std::string& style,
             const std::string& language) {
    constexpr double below_caption = 4;
    constexpr double below = 12;
    const double count = row.front()->small ? most_beside : 1;
    const auto width = (Paper::width - gap * (count - 1)) / count;
    std::vector<Chart> charts;
    std::vector<Owned<PangoLayout>> texts;
    double caption = 0;
    double height = 0;
    for (const auto* picture : row) {
        charts.emplace_back(*picture, style, language);
        texts.push_back(paper.laid_out(picture->caption, captions, width));
        caption = std::max(caption, Paper::height_of(texts.back().get()));
        height = std::max(height, charts.back().height_at(width));
    }
    paper.need(caption + below_caption + height);
    auto x = Paper::left;
    for (std::size_t n = 0; n < charts.size(); ++n) {
        paper.draw(texts[n].get(), x, paper.y(), captions.tone);
        charts[n].draw(paper.cairo(), x, paper.y() + caption + below_caption, width);
        x += width + gap;
    }
    paper.down(caption + below_caption + height + below);
}

}  // namespace

void set_pictures(Paper& paper,
                  const std::vector<Picture>& pictures,
                  const std::string& style,
                  const std::string& language) {
    std::vector<const Picture*> row;
    for (const auto& picture : pictures) {
        const bool joins =
            !row.empty() && picture.small && row.front()->small && row.size() < most_beside;
        if (!row.empty() && !joins) {
            set_row(paper, row, style, language);
            row.clear();
        }
        row.push_back(&picture);
    }
    if (!row.empty()) {
        set_row(paper, row, style, language);
    }
}

}  // namespace dudao::pdf
