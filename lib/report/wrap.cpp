#include "report/wrap.hpp"

#include "base/text.hpp"

namespace dudao::report {

namespace {

/// What may not be broken: a word, or a Han character with the marks that belong to it.
struct Piece {
    std::string text;
    bool blank_before = false;
    bool word = false;     ///< letters follow without a break
    bool opening = false;  ///< ends with an opening mark
};

bool is_one_of(std::string_view marks, std::string_view character) {
    return marks.find(character) != std::string_view::npos;
}

bool belongs_to(const Piece& last, std::string_view character, std::size_t width) {
    constexpr std::string_view closing = "，。、；：！？）》」』】〉”’…,.;:!?)]}%";
    return width == 0 || last.opening || is_one_of(closing, character) || (width == 1 && last.word);
}

std::vector<Piece> pieces_of(std::string_view text, AmbiguousWidth ambiguous) {
    constexpr std::string_view opening = "（《「『【〈“‘([{";
    std::vector<Piece> pieces;
    bool blank = false;
    while (!text.empty()) {
        const auto before = text;
        take_code_point(text);
        const auto character = before.substr(0, before.size() - text.size());
        if (character == " " || character == "\n") {
            blank = true;
            continue;
        }
        const auto width = display_width(character, ambiguous);
        if (blank || pieces.empty() || !belongs_to(pieces.back(), character, width)) {
            pieces.push_back({.text = {}, .blank_before = blank && !pieces.empty()});
        }
        auto& piece = pieces.back();
        piece.text += character;
        piece.word = width <= 1;
        piece.opening = is_one_of(opening, character);
        blank = false;
    }
    return pieces;
}

/// Takes as much off the front of `word` as fits into `columns`, at least one character.
std::string taken(std::string_view& word, std::size_t columns, AmbiguousWidth ambiguous) {
    auto rest = word;
    take_code_point(rest);
    while (!rest.empty()) {
        auto longer = rest;
        take_code_point(longer);
        const auto candidate = word.substr(0, word.size() - longer.size());
        if (display_width(candidate, ambiguous) > columns) {
            break;
        }
        rest = longer;
    }
    std::string front{word.substr(0, word.size() - rest.size())};
    word = rest;
    return front;
}

}  // namespace

std::vector<std::string> wrapped(std::string_view text,
                                 std::size_t columns,
                                 AmbiguousWidth ambiguous) {
    std::vector<std::string> lines;
    for (const auto& piece : pieces_of(text, ambiguous)) {
        const std::string_view blank = piece.blank_before ? " " : "";
        if (!lines.empty() && display_width(lines.back(), ambiguous) + blank.size() +
                                      display_width(piece.text, ambiguous) <=
                                  columns) {
            lines.back() += blank;
            lines.back() += piece.text;
            continue;
        }
        std::string_view rest = piece.text;
        while (!rest.empty()) {
            lines.push_back(taken(rest, columns, ambiguous));
        }
    }
    return lines;
}

}  // namespace dudao::report
