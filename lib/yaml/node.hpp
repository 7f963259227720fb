#pragma once

#include "base/error.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace dudao::yaml {

enum class NodeKind : std::uint8_t { scalar, list, map };

struct Entry;

/// A part of a YAML file, with its place. A scalar is text: what it means, the reader of the file
/// decides, so that 010 stays 010 and NO is no answer to a yes-or-no question.
struct Node {
    NodeKind kind = NodeKind::scalar;
    std::string text = {};         ///< of a scalar; empty also where there is nothing, or null
    bool quoted = false;           ///< a scalar in quotes, or a block after | or >
    std::size_t line = 1;          ///< from 1
    std::size_t column = 1;        ///< code points, from 1
    std::vector<Node> items = {};  ///< of a list
    std::vector<Entry> entries;    ///< of a map, in their order; no key twice

    /// A scalar that says nothing: nothing after the colon, null or ~.
    bool is_empty() const noexcept { return kind == NodeKind::scalar && !quoted && text.empty(); }
};

/// A key of a map with its value. The key is a scalar, not empty.
struct Entry {
    Node key;
    Node value;
};

bool operator==(const Node& a, const Node& b);
bool operator==(const Entry& a, const Entry& b);

/// The value of a key; null when `map` is none or lacks it.
const Node* value_of(const Node& map, std::string_view key) noexcept;

/// A file as it was parsed.
struct Parsed {
    Node root = {};                  ///< empty for a file without content
    std::vector<Error> errors = {};  ///< when there is one, `root` is of no use
};

inline constexpr std::size_t most_bytes = 1024UL * 1024;
inline constexpr std::size_t most_nodes = 50'000;
inline constexpr std::size_t most_levels = 32;

/// Parses one YAML document: the part of the language that people write by hand. Anchors, aliases,
/// tags, merge keys, keys that are not words, a key twice in a map, a second document, and all that
/// goes beyond the limits above is refused. Never throws on bad input.
/// Errors: yaml_… with `file` as their place's file.
Parsed parse(std::string_view yaml, std::string_view file);

/// As parse(), but never by the short way that simple files go: what tests hold parse() against.
Parsed parse_the_long_way(std::string_view yaml, std::string_view file);

}  // namespace dudao::yaml
