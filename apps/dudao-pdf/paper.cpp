#include "paper.hpp"

#include <array>
#include <cairo-pdf.h>
#include <string_view>

namespace dudao::pdf {

namespace {

constexpr double page_width = 595.276;  // A4
constexpr double page_height = 841.89;

cairo_status_t write_bytes(void* closure, const unsigned char* bytes, unsigned int count) {
    const auto& write = *static_cast<std::function<void(const char*, std::size_t)>*>(closure);
    write(reinterpret_cast<const char*>(bytes), count);  // NOLINT(*-reinterpret-cast): bytes
    return CAIRO_STATUS_SUCCESS;
}

/// A letter that no font has makes the text unreadable; a symbol, such as an emoji, is shown as a
/// box. Errors (thrown): NoFont, with the first such letter.
void refuse_missing_letters(PangoLayout* layout, const std::string& text) {
    const Owned<PangoLayout> one{pango_layout_copy(layout)};
    for (const char* at = text.c_str(); *at != '\0'; at = g_utf8_next_char(at)) {
        if (g_unichar_isalpha(g_utf8_get_char(at)) == 0) {
            continue;
        }
        const auto size = g_utf8_next_char(at) - at;
        pango_layout_set_text(one.get(), at, static_cast<int>(size));
        if (pango_layout_get_unknown_glyphs_count(one.get()) > 0) {
            throw NoFont{std::string{at, static_cast<std::size_t>(size)}};
        }
    }
}

/// As a name within the file.
std::string destination(std::size_t number) {
    return "part" + std::to_string(number);
}

}  // namespace

Paper::Paper(const Document& document,
             std::function<void(const char*, std::size_t)> write,
             int pages)
    : write_(std::move(write)),
      surface_(cairo_pdf_surface_create_for_stream(write_bytes, &write_, page_width, page_height)),
      cairo_(cairo_create(surface_.get())),
      language_(pango_language_from_string(document.language.c_str())),
      pages_(pages) {
    const auto say = [&](cairo_pdf_metadata_t what, const std::string& text) {
        cairo_pdf_surface_set_metadata(surface_.get(), what, text.c_str());
    };
    say(CAIRO_PDF_METADATA_TITLE, document.title);
    if (!document.chain.empty()) {
        say(CAIRO_PDF_METADATA_AUTHOR, document.chain);
    }
    say(CAIRO_PDF_METADATA_CREATOR, "dudao");
    say(CAIRO_PDF_METADATA_CREATE_DATE, document.made);
}

bool Paper::need(double height) {
    if (y_ + height <= bottom || y_ <= top) {
        return false;
    }
    footer();
    cairo_show_page(cairo());
    ++page_;
    y_ = top;
    return true;
}

Owned<PangoLayout> Paper::laid_out(const std::string& text,
                                   const Style& style,
                                   double points) const {
    Owned<PangoLayout> layout{pango_cairo_create_layout(cairo())};
    pango_context_set_language(pango_layout_get_context(layout.get()), language_);
    const Owned<PangoFontDescription> font{pango_font_description_from_string("sans")};
    pango_font_description_set_absolute_size(font.get(), style.size * PANGO_SCALE);
    pango_font_description_set_weight(font.get(),
                                      style.bold ? PANGO_WEIGHT_SEMIBOLD : PANGO_WEIGHT_NORMAL);
    pango_layout_set_font_description(layout.get(), font.get());
    if (points > 0) {
        pango_layout_set_width(layout.get(), static_cast<int>(points * PANGO_SCALE));
        pango_layout_set_wrap(layout.get(), PANGO_WRAP_WORD_CHAR);
    }
    if (style.right) {
        pango_layout_set_alignment(layout.get(), PANGO_ALIGN_RIGHT);
    }
    pango_layout_set_text(layout.get(), text.data(), static_cast<int>(text.size()));
    if (pango_layout_get_unknown_glyphs_count(layout.get()) > 0) {
        refuse_missing_letters(layout.get(), text);
    }
    return layout;
}

double Paper::natural_width(const std::string& text, const Style& style) const {
    int across = 0;
    pango_layout_get_size(laid_out(text, style, 0).get(), &across, nullptr);
    return static_cast<double>(across) / PANGO_SCALE;
}

double Paper::height_of(PangoLayout* layout) {
    int down = 0;
    pango_layout_get_size(layout, nullptr, &down);
    return static_cast<double>(down) / PANGO_SCALE;
}

void Paper::colour(Tone tone) const {
    // The colours of the page in HTML, light.
    static constexpr std::array<std::array<int, 3>, 6> colours{{{0x1c, 0x27, 0x31},
                                                                {0x1c, 0x27, 0x31},
                                                                {0x56, 0x64, 0x72},
                                                                {0x1b, 0x70, 0x48},
                                                                {0x8a, 0x5a, 0x00},
                                                                {0xa9, 0x3a, 0x24}}};
    const auto& [red, green, blue] = colours.at(static_cast<std::size_t>(tone));
    constexpr double most = 255;
    cairo_set_source_rgb(cairo(), red / most, green / most, blue / most);
}

void Paper::draw(PangoLayout* layout, double x, double y, Tone tone) const {
    colour(tone);
    cairo_move_to(cairo(), x, y);
    pango_cairo_show_layout(cairo(), layout);
}

void Paper::paragraph(const std::string& text, const Style& style) {
    const auto layout = laid_out(text, style, width);
    for (int at = 0; at < pango_layout_get_line_count(layout.get()); ++at) {
        auto* line = pango_layout_get_line_readonly(layout.get(), at);
        PangoRectangle extents{};
        pango_layout_line_get_extents(line, nullptr, &extents);
        const auto height = static_cast<double>(extents.height) / PANGO_SCALE;
        need(height);
        colour(style.tone);
        cairo_move_to(cairo(), left, y_ - static_cast<double>(extents.y) / PANGO_SCALE);
        pango_cairo_show_layout_line(cairo(), line);
        down(height);
    }
}

void Paper::rule(double from, double to, double y, double grey) const {
    constexpr double thin = 0.5;
    cairo_set_source_rgb(cairo(), grey, grey, grey);
    cairo_set_line_width(cairo(), thin);
    cairo_move_to(cairo(), from, y);
    cairo_line_to(cairo(), to, y);
    cairo_stroke(cairo());
}

void Paper::mark(const std::string& title) {
    const auto name = destination(marks_.size());
    cairo_tag_begin(cairo(), CAIRO_TAG_DEST, ("name='" + name + "'").c_str());
    cairo_tag_end(cairo(), CAIRO_TAG_DEST);
    cairo_pdf_surface_add_outline(surface_.get(),
                                  CAIRO_PDF_OUTLINE_ROOT,
                                  title.c_str(),
                                  ("dest='" + name + "'").c_str(),
                                  CAIRO_PDF_OUTLINE_FLAG_OPEN);
    marks_.push_back({title, page_});
}

void Paper::footer() const {
    constexpr double below = 12;
    const Style style{.size = 8, .tone = Tone::dim, .right = true};
    const auto of_all = pages_ == 0 ? std::string{} : " / " + std::to_string(pages_);
    const auto layout = laid_out(std::to_string(page_) + of_all, style, width);
    draw(layout.get(), left, bottom + below, style.tone);
}

void Paper::finish() {
    footer();
    cairo_show_page(cairo());
    cairo_surface_finish(surface_.get());
    const auto status = cairo_surface_status(surface_.get());
    if (status != CAIRO_STATUS_SUCCESS) {
        throw std::runtime_error{cairo_status_to_string(status)};
    }
}

}  // namespace dudao::pdf
