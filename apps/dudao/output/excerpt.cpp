#include "output/excerpt.hpp"

#include "base/text.hpp"

#include <algorithm>

namespace dudao {

namespace {

constexpr std::string_view indent = "    ";
constexpr std::string_view cut = "…";

std::string_view line_at(std::string_view source, std::size_t line) {
    for (std::size_t at = 1; at < line; ++at) {
        const auto end = source.find('\n');
        if (end == std::string_view::npos) {
            return {};
        }
        source.remove_prefix(end + 1);
    }
    source = source.substr(0, source.find('\n'));
    return source.ends_with('\r') ? source.substr(0, source.size() - 1) : source;
}

/// How many bytes the first `count` code points of well-formed UTF-8 take.
std::size_t bytes_of(std::string_view text, std::size_t count) {
    auto rest = text;
    for (; count > 0 && !rest.empty(); --count) {
        take_code_point(rest);
    }
    return text.size() - rest.size();
}

/// What a terminal may show, in one line.
std::string shown(std::string_view text) {
    std::string line{text};
    std::replace(line.begin(), line.end(), '\t', ' ');
    return term_safe(line);
}

/// The end of `text`, with a mark in front where it does not fit.
std::string tail(std::string text, std::size_t columns, const report::Screen& screen) {
    if (display_width(text, screen.ambiguous) <= columns) {
        return text;
    }
    const auto room = columns - display_width(cut, screen.ambiguous);
    std::string_view rest = text;
    while (display_width(rest, screen.ambiguous) > room) {
        take_code_point(rest);
    }
    return std::string{cut} + std::string{rest};
}

/// The beginning of `text`, with a mark at its end where it does not fit.
std::string head(std::string text, std::size_t columns, const report::Screen& screen) {
    if (display_width(text, screen.ambiguous) <= columns) {
        return text;
    }
    const auto room = columns - display_width(cut, screen.ambiguous);
    std::size_t end = 0;
    for (std::size_t next = bytes_of(text, 1);
         display_width(std::string_view{text}.substr(0, next), screen.ambiguous) <= room;
         next = end + bytes_of(std::string_view{text}.substr(end), 1)) {
        end = next;
    }
    return text.substr(0, end) + std::string{cut};
}

}  // namespace

std::string excerpt(std::string_view source, const Place& place, const report::Screen& screen) {
    const auto line = place.line == 0 ? std::string_view{} : line_at(source, place.line);
    if (place.column == 0 || line.empty() || first_malformed(line)) {
        return {};
    }
    constexpr std::size_t least = 20;
    const auto columns = std::max(screen.columns, least) - indent.size();
    const auto split = bytes_of(line, place.column - 1);
    const auto before = tail(shown(line.substr(0, split)), columns / 2, screen);
    const auto width = display_width(before, screen.ambiguous);
    const auto after = head(shown(line.substr(split)), columns - width, screen);
    return std::string{indent} + before + after + '\n' + std::string{indent} +
           std::string(width, ' ') + "^\n";
}

}  // namespace dudao
