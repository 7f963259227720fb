#pragma once

#include "document.hpp"

#include <cairo.h>
#include <functional>
#include <memory>
#include <pango/pangocairo.h>
#include <stdexcept>
#include <string>
#include <vector>

namespace dudao::pdf {

/// Frees what C libraries gave.
struct Free {
    void operator()(PangoLayout* layout) const noexcept { g_object_unref(layout); }
    void operator()(cairo_t* cairo) const noexcept { cairo_destroy(cairo); }
    void operator()(cairo_surface_t* surface) const noexcept { cairo_surface_destroy(surface); }
    void operator()(PangoFontDescription* font) const noexcept {
        pango_font_description_free(font);
    }
};
template <class T>
using Owned = std::unique_ptr<T, Free>;

/// No installed font has a character of the document.
class NoFont : public std::runtime_error {
  public:
    explicit NoFont(const std::string& text) : std::runtime_error(text) {}
};

/// How a text is set.
struct Style {
    double size = 9;  ///< points
    Tone tone = Tone::plain;
    bool bold = false;
    bool right = false;  ///< flush right
};

/// Where a heading stands.
struct Mark {
    std::string title;
    int page = 0;
};

/// A4 pages in points, filled from the top down. The same calls give the same bytes.
class Paper {
  public:
    static constexpr double left = 43;
    static constexpr double right = 552;
    static constexpr double top = 46;
    static constexpr double bottom = 790;
    static constexpr double width = right - left;

    /// Writes what is drawn to `write`. `pages` is how many there will be; 0: not known yet.
    Paper(const Document& document, std::function<void(const char*, std::size_t)> write, int pages);
    Paper(const Paper&) = delete;
    Paper& operator=(const Paper&) = delete;
    ~Paper() = default;

    cairo_t* cairo() const noexcept { return cairo_.get(); }
    double y() const noexcept { return y_; }
    void down(double points) noexcept { y_ += points; }

    /// Turns the page unless so much room is left on this one; says whether it did.
    bool need(double height);

    /// `text` in lines no wider than `points`. Errors (thrown): NoFont.
    Owned<PangoLayout> laid_out(const std::string& text, const Style& style, double points) const;
    /// Width of `text` in one line. Errors (thrown): NoFont.
    double natural_width(const std::string& text, const Style& style) const;
    static double height_of(PangoLayout* layout);

    /// Draws with the upper left corner there; does not move down.
    void draw(PangoLayout* layout, double x, double y, Tone tone) const;
    /// Lines at the left margin, from page to page, and moves below them.
    void paragraph(const std::string& text, const Style& style);

    void colour(Tone tone) const;
    void rule(double from, double to, double y, double grey) const;

    /// A heading that the table of contents and the outline of the file lead to.
    void mark(const std::string& title);
    const std::vector<Mark>& marks() const noexcept { return marks_; }
    int page() const noexcept { return page_; }

    /// Ends the last page and the file. Errors (thrown): std::runtime_error.
    void finish();

  private:
    void footer() const;

    std::function<void(const char*, std::size_t)> write_;
    Owned<cairo_surface_t> surface_;
    Owned<cairo_t> cairo_;
    PangoLanguage* language_;  ///< of the library: never freed
    int pages_;
    int page_ = 1;
    double y_ = top;
    std::vector<Mark> marks_;
};

}  // namespace dudao::pdf
