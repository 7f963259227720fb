#include "base/width.hpp"

#include <doctest/doctest.h>

namespace dudao {

TEST_SUITE("base/width") {
    TEST_CASE("letters take one column, Han and full-width forms two") {
        CHECK(display_width("") == 0);
        CHECK(display_width("S0012") == 5);
        CHECK(display_width("门店") == 4);
        CHECK(display_width("Ａ１，") == 6);
        CHECK(display_width("ｱ") == 1);
        CHECK(display_width("カフェ") == 6);
        CHECK(display_width("카페") == 4);
        CHECK(display_width("𠮷") == 2);
    }

    TEST_CASE("emoji take two columns") {
        CHECK(display_width("😀") == 2);
        CHECK(display_width("✅") == 2);
    }

    TEST_CASE("combining marks, joiners and variation selectors take none") {
        CHECK(display_width("e\u0301") == 1);
        CHECK(display_width("\u200B\u200D\uFE0F") == 0);
        CHECK(display_width("नि") == display_width("न") + 1);
    }

    TEST_CASE("Latin letters with accents take one column") {
        CHECK(display_width("café") == 4);
    }

    TEST_CASE("ambiguous signs take what the terminal gives them") {
        CHECK(display_width("①×“…”") == 5);
        CHECK(display_width("①×“…”", AmbiguousWidth::two) == 10);
        CHECK(display_width("门a", AmbiguousWidth::two) == 3);
    }

    TEST_CASE("a text that fits stays as it is") {
        CHECK(fitted("门店一", 6) == "门店一");
        CHECK(fitted("", 0).empty());
    }

    TEST_CASE("a text that does not fit ends with an ellipsis") {
        CHECK(fitted("门店一号", 7) == "门店一…");
        CHECK(fitted("abcdef", 4) == "abc…");
    }

    TEST_CASE("a character of two columns is never cut in half") {
        CHECK(fitted("门店一号", 6) == "门店…");
        CHECK(fitted("门店", 2) == "…");
        CHECK(display_width(fitted("门店一号", 6)) == 5);
    }

    TEST_CASE("the ellipsis is an ambiguous sign itself") {
        CHECK(fitted("门店一号", 7, AmbiguousWidth::two) == "门店…");
        CHECK(fitted("门店", 1, AmbiguousWidth::two).empty());
    }

    TEST_CASE("no columns show nothing") {
        CHECK(fitted("门店", 0).empty());
    }

    TEST_CASE("a text is padded with blanks to its columns") {
        CHECK(padded("门店", 6) == "门店  ");
        CHECK(padded("门店", 4) == "门店");
        CHECK(padded("门店", 3) == "门店");
        CHECK(padded("①", 3, AmbiguousWidth::two) == "① ");
    }
}

}  // namespace dudao
