#include "yaml/plain_map.hpp"

#include <algorithm>
#include <utility>
#include <vector>

namespace dudao::yaml {

namespace {

constexpr std::size_t longest_key = 64;

bool is_word_char(char c) noexcept {
    constexpr std::string_view others = "_-./+@=~";
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           static_cast<unsigned char>(c) >= 0x80 || others.find(c) != std::string_view::npos;
}

/// A word that YAML takes as it is: not an indicator at its start, and not null.
bool is_plain_word(std::string_view word) noexcept {
    constexpr std::string_view not_first = "-+@=~.";
    return !word.empty() && not_first.find(word.front()) == std::string_view::npos &&
           std::all_of(word.begin(), word.end(), is_word_char) && word != "null" &&
           word != "Null" && word != "NULL";
}

/// The same for a text of several words, in which a colon is followed by something else.
bool is_plain_text(std::string_view text) noexcept {
    constexpr std::string_view also_inside = " :?&,%;()";
    const auto first_end = std::min(text.find_first_of(also_inside), text.size());
    if (!is_plain_word(text.substr(0, first_end))) {
        return false;
    }
    for (auto at = first_end; at < text.size(); ++at) {
        if (!is_word_char(text[at]) && also_inside.find(text[at]) == std::string_view::npos) {
            return false;
        }
        if (text[at] == ':' && (at + 1 == text.size() || text[at + 1] == ' ')) {
            return false;
        }
    }
    return true;
}

/// Blanks to the end of the line, or a comment after at least one of them.
bool is_end_of_line(std::string_view rest) noexcept {
    const auto first = rest.find_first_not_of(' ');
    return first == std::string_view::npos || (rest[first] == '#' && first > 0);
}

class PlainMapParser {
  public:
    explicit PlainMapParser(Source& source) : source_(&source) {}

    std::optional<Node> parse() {
        const auto text = source_->text();
        if (text.find_first_of("\t\r") != std::string_view::npos) {
            return std::nullopt;
        }
        for (std::size_t start = 0; start < text.size();) {
            const auto line = source_->line_at(start);
            const auto indentation = line.find_first_not_of(' ');
            const bool says_something =
                indentation != std::string_view::npos && line[indentation] != '#';
            if (says_something && !read_line(start, line, indentation)) {
                return std::nullopt;
            }
            start += line.size() + 1;
        }
        if (levels_.empty() || levels_.back().key) {
            return std::nullopt;
        }
        while (levels_.size() > 1) {
            close();
        }
        return std::move(levels_.front().map);
    }

  private:
    /// A map that is not complete yet.
    struct Level {
        std::size_t indentation;
        Node map;
        std::optional<Node> key = {};  ///< waits for its value
    };

    Node node_at(std::size_t offset, NodeKind kind) {
        const auto place = source_->place(offset);
        Node node;
        node.kind = kind;
        node.line = place.line;
        node.column = place.column;
        return node;
    }

    Node scalar_at(std::size_t offset, std::string_view text, bool quoted) {
        auto node = node_at(offset, NodeKind::scalar);
        node.text = text;
        node.quoted = quoted;
        return node;
    }

    void close() {
        auto map = std::move(levels_.back().map);
        levels_.pop_back();
        add(std::move(map));
    }

    void add(Node value) {
        auto& level = levels_.back();
        level.map.entries.push_back({*std::exchange(level.key, {}), std::move(value)});
    }

    /// Makes the map that a key at this place belongs to the innermost one.
    bool enter(std::size_t offset, std::size_t indentation) {
        const bool opens = levels_.empty() || levels_.back().key.has_value();
        if (opens) {
            const bool fits =
                levels_.empty() ? indentation == 0 : indentation > levels_.back().indentation;
            if (fits && levels_.size() < most_levels) {
                levels_.push_back({indentation, node_at(offset, NodeKind::map)});
                return true;
            }
            return false;
        }
        while (levels_.back().indentation > indentation) {
            close();
        }
        return levels_.back().indentation == indentation;
    }

    bool has_key(std::string_view key) const {
        const auto& entries = levels_.back().map.entries;
        return std::any_of(entries.begin(), entries.end(), [&](const Entry& entry) {
            return entry.key.text == key;
        });
    }

    bool read_line(std::size_t start, std::string_view line, std::size_t indentation) {
        const auto colon = line.find(':', indentation);
        if (colon == std::string_view::npos || colon - indentation > longest_key) {
            return false;
        }
        const auto key = line.substr(indentation, colon - indentation);
        if (!is_plain_word(key) || !enter(start + indentation, indentation) || has_key(key)) {
            return false;
        }
        levels_.back().key = scalar_at(start + indentation, key, false);
        const auto after = line.substr(colon + 1);
        if (is_end_of_line(after)) {
            return true;
        }
        const auto blanks = after.find_first_not_of(' ');
        return blanks > 0 && read_value(start + colon + 1 + blanks, after.substr(blanks));
    }

    bool read_value(std::size_t offset, std::string_view rest) {
        if (rest.front() == '"') {
            return read_quoted(offset, rest);
        }
        if (rest.front() == '[') {
            return read_list(offset, rest);
        }
        auto text = rest.substr(0, rest.find(" #"));
        text = text.substr(0, text.find_last_not_of(' ') + 1);
        if (!is_plain_text(text)) {
            return false;
        }
        add(scalar_at(offset, text, false));
        return true;
    }

    bool read_quoted(std::size_t offset, std::string_view rest) {
        const auto close = rest.find('"', 1);
        if (close == std::string_view::npos || !is_end_of_line(rest.substr(close + 1))) {
            return false;
        }
        const auto text = rest.substr(1, close - 1);
        if (text.find('\\') != std::string_view::npos) {
            return false;
        }
        add(scalar_at(offset, text, true));
        return true;
    }

    bool read_list(std::size_t offset, std::string_view rest) {
        const auto close = rest.find(']');
        if (close == std::string_view::npos || !is_end_of_line(rest.substr(close + 1))) {
            return false;
        }
        auto list = node_at(offset, NodeKind::list);
        for (std::size_t at = 1; at < close;) {
            const auto end = std::min(rest.find(',', at), close);
            const auto first = std::min(rest.find_first_not_of(' ', at), end);
            const auto last = rest.find_last_not_of(' ', end - 1);
            const auto word =
                last < first ? std::string_view{} : rest.substr(first, last + 1 - first);
            if (!is_plain_word(word) || end + 1 == close) {
                return false;
            }
            list.items.push_back(scalar_at(offset + first, word, false));
            at = end + 1;
        }
        add(std::move(list));
        return true;
    }

    Source* source_;
    std::vector<Level> levels_;
};

}  // namespace

std::optional<Node> parse_plain_map(Source& source) {
    constexpr std::size_t most = most_nodes;  // so many bytes cannot hold too many nodes
    return source.text().size() > most ? std::nullopt : PlainMapParser{source}.parse();
}

}  // namespace dudao::yaml
