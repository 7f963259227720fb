#include "yaml/syntax_error.hpp"

#include "base/error_id.hpp"

#include <yaml-cpp/exceptions.h>

#include <algorithm>
#include <array>
#include <string>

namespace dudao::yaml {

namespace {

constexpr std::string_view wide_colon = "：";

struct KnownMessage {
    std::string_view text;
    ErrorId id;
};

/// What yaml-cpp says, or how it begins, and what that means.
ErrorId known_id(std::string_view message) {
    static const std::array<KnownMessage, 21> known_messages{{
        {YAML::ErrorMsg::END_OF_MAP_FLOW, ErrorId::yaml_bracket_open},
        {YAML::ErrorMsg::END_OF_SEQ_FLOW, ErrorId::yaml_bracket_open},
        {YAML::ErrorMsg::FLOW_END, ErrorId::yaml_bracket_open},
        {YAML::ErrorMsg::END_OF_MAP, ErrorId::yaml_structure},
        {YAML::ErrorMsg::END_OF_SEQ, ErrorId::yaml_structure},
        {YAML::ErrorMsg::MAP_KEY, ErrorId::yaml_structure},
        {YAML::ErrorMsg::MAP_VALUE, ErrorId::yaml_structure},
        {YAML::ErrorMsg::BLOCK_ENTRY, ErrorId::yaml_structure},
        {YAML::ErrorMsg::INVALID_HEX, ErrorId::yaml_bad_escape},
        {YAML::ErrorMsg::INVALID_UNICODE, ErrorId::yaml_bad_escape},
        {YAML::ErrorMsg::INVALID_ESCAPE, ErrorId::yaml_bad_escape},
        {YAML::ErrorMsg::TAB_IN_INDENTATION, ErrorId::yaml_tab},
        {YAML::ErrorMsg::UNKNOWN_TOKEN, ErrorId::yaml_bad_start},
        {YAML::ErrorMsg::UNKNOWN_ANCHOR, ErrorId::yaml_alias},
        {YAML::ErrorMsg::ALIAS_NOT_FOUND, ErrorId::yaml_alias},
        {YAML::ErrorMsg::ANCHOR_NOT_FOUND, ErrorId::yaml_alias},
        {YAML::ErrorMsg::CHAR_IN_ALIAS, ErrorId::yaml_alias},
        {YAML::ErrorMsg::CHAR_IN_ANCHOR, ErrorId::yaml_alias},
        {YAML::ErrorMsg::CHAR_IN_TAG_HANDLE, ErrorId::yaml_tag},
        {YAML::ErrorMsg::TAG_WITH_NO_SUFFIX, ErrorId::yaml_tag},
        {YAML::ErrorMsg::END_OF_VERBATIM_TAG, ErrorId::yaml_tag},
    }};
    // The longer of two texts that begin alike stands first.
    const auto* found =
        std::find_if(known_messages.begin(), known_messages.end(), [&](const auto& known) {
            return message.starts_with(known.text);
        });
    return found == known_messages.end() ? ErrorId::yaml_syntax : found->id;
}

std::size_t offset_of_line(const Source& source, std::string_view line) {
    return static_cast<std::size_t>(line.data() - source.text().data());
}

/// The offset of a tab in the indentation of the line at `offset`.
std::optional<std::size_t> tab_in_indentation(const Source& source, std::size_t offset) {
    const auto line = source.line_at(offset);
    const auto indentation = line.substr(0, line.find_first_not_of(" \t"));
    const auto tab = indentation.find('\t');
    return tab == std::string_view::npos ? std::nullopt
                                         : std::optional{offset_of_line(source, line) + tab};
}

/// The offset of a full-width colon in the line at `offset` or the one before it, where it stands
/// instead of the colon that a key needs.
std::optional<std::size_t> wide_colon_near(const Source& source, std::size_t offset) {
    for (int lines = 0; lines < 2; ++lines) {
        const auto line = source.line_at(offset);
        const auto start = offset_of_line(source, line);
        const auto colon = line.find(wide_colon);
        if (colon != std::string_view::npos &&
            line.substr(0, colon).find(':') == std::string_view::npos) {
            return start + colon;
        }
        if (start == 0) {
            break;
        }
        offset = start - 1;
    }
    return std::nullopt;
}

/// The offset of a quote that was meant to close earlier: it closes on the line of the trouble.
std::optional<std::size_t> forgotten_quote(const Source& source,
                                           std::size_t offset,
                                           const QuotedSpan& last_quoted) {
    if (!last_quoted.close) {
        return std::nullopt;
    }
    const auto* closing_line = source.line_at(*last_quoted.close).data();
    const bool spans_lines = source.line_at(last_quoted.open).data() != closing_line;
    const bool closes_here = source.line_at(offset).data() == closing_line;
    return spans_lines && closes_here ? std::optional{last_quoted.open} : std::nullopt;
}

}  // namespace

QuotedSpan quoted_span(std::string_view text, std::size_t open) noexcept {
    const char quote = text[open];
    for (auto at = open + 1; at < text.size(); ++at) {
        if (quote == '"' && text[at] == '\\') {
            ++at;
        } else if (text[at] == quote) {
            if (quote == '"' || at + 1 == text.size() || text[at + 1] != quote) {
                return {open, at};
            }
            ++at;
        }
    }
    return {open};
}

Error syntax_error(Source& source,
                   std::string_view message,
                   std::size_t offset,
                   const QuotedSpan& last_quoted) {
    const auto id = known_id(message);
    if (const auto quote = forgotten_quote(source, offset, last_quoted)) {
        return {ErrorId::yaml_quote_open, {}, source.place(*quote)};
    }
    if (const auto tab = tab_in_indentation(source, offset)) {
        return {ErrorId::yaml_tab, {}, source.place(*tab)};
    }
    if (id == ErrorId::yaml_structure) {
        if (const auto colon = wide_colon_near(source, offset)) {
            return {ErrorId::yaml_wide_colon, {}, source.place(*colon)};
        }
    }
    Error error{id, {}, source.place(offset)};
    if (id == ErrorId::yaml_bad_start) {
        error.args.emplace_back(std::string(1, source.at(offset)));
    }
    if (id == ErrorId::yaml_syntax) {
        error.args.emplace_back(message);
    }
    return error;
}

}  // namespace dudao::yaml
