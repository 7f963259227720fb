#pragma once

#include "base/dates.hpp"
#include "base/decimal.hpp"
#include "base/vocabulary.hpp"
#include "domain/local_text.hpp"
#include "yaml/node.hpp"
#include "yaml/problems.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dudao::yaml {

/// From and to, both included.
struct DecimalRange {
    Decimal from;
    Decimal to;
};

/// From and to, both included.
struct WholeRange {
    int from;
    int to;
};

/// The scalar that `node` is, without blanks at its ends: lines, or one line. A problem otherwise,
/// and for a scalar that says nothing.
std::optional<std::string> read_text(const Node& node, Problems& problems);
std::optional<std::string> read_line(const Node& node, Problems& problems);

/// One text, or a map from languages to texts. `one_line`: none of them has a line break.
domain::LocalText read_local_text(const Node& node, Problems& problems, bool one_line);

std::optional<Decimal> read_decimal(const Node& node, Problems& problems, DecimalRange range);

/// A decimal with at most three places: points, weights, percentages.
std::optional<Decimal> read_thousandths(const Node& node, Problems& problems, DecimalRange range);

std::optional<int> read_whole(const Node& node, Problems& problems, WholeRange range);

/// A day such as 2026-11-05.
std::optional<Day> read_day(const Node& node, Problems& problems);

/// true or false, in no other words.
std::optional<bool> read_flag(const Node& node, Problems& problems);

template <class Enum, std::size_t size>
std::optional<Enum> read_word(const Node& node,
                              Problems& problems,
                              const Vocabulary<Enum, size>& vocabulary) {
    const auto text = read_line(node, problems);
    if (!text) {
        return std::nullopt;
    }
    const auto value = vocabulary.parse(*text);
    if (!value) {
        problems.error(node, value.error());
        return std::nullopt;
    }
    return *value;
}

/// The line that `node` is, or the lines of the list that it is; problems for all else.
std::vector<std::string> read_line_or_list(const Node& node, Problems& problems);

/// The items of a list; a problem and none for anything else.
const std::vector<Node>& read_list(const Node& node, Problems& problems);

/// Words of a list, none of them twice.
template <class Enum, std::size_t size>
std::vector<Enum> read_words(const Node& node,
                             Problems& problems,
                             const Vocabulary<Enum, size>& vocabulary);

/// Short texts of a list, none of them twice and none with a comma.
std::vector<std::string> read_tags(const Node& node, Problems& problems);

/// Reads a map key by key, and reports the keys that nobody asked for.
class MapReader {
  public:
    /// Anything but a map is a problem, and reads as an empty map. Both must outlive the reader.
    MapReader(const Node& node, Problems& problems);

    const Node& node() const noexcept { return *node_; }
    Problems& problems() const noexcept { return *problems_; }

    /// The value of `key`, which counts as known from now on; null when the key is absent.
    const Node* find(std::string_view key);

    /// As find(); a problem when the key is absent.
    const Node* must_find(std::string_view key);

    /// The key itself, for problems about it. Promises: the map has it.
    const Node& key_node(std::string_view key) const;

    /// What read_…() makes of the value; nothing when the key is absent.
    std::optional<std::string> line(std::string_view key);
    domain::LocalText local_text(std::string_view key, bool one_line);
    std::optional<Decimal> decimal(std::string_view key, DecimalRange range);
    std::optional<Decimal> thousandths(std::string_view key, DecimalRange range);
    std::optional<int> whole(std::string_view key, WholeRange range);
    std::optional<bool> flag(std::string_view key);

    template <class Enum, std::size_t size>
    std::optional<Enum> word(std::string_view key, const Vocabulary<Enum, size>& vocabulary) {
        const auto* value = find(key);
        return value == nullptr ? std::nullopt : read_word(*value, *problems_, vocabulary);
    }

    /// Reports every key that was not asked for, with the known one that was probably meant.
    void finish();

  private:
    const Node* node_;
    Problems* problems_;
    std::vector<std::string_view> known_;
};

/// A key with the known one that is nearest to it, or all the known ones; or that it looks like
/// part of a text that a comma cut in two.
void report_unknown_key(const Entry& entry,
                        Problems& problems,
                        const std::vector<std::string_view>& known);

/// A value that stands in its list a second time.
void report_twice(const Node& node, Problems& problems, std::string_view value);

template <class Enum, std::size_t size>
std::vector<Enum> read_words(const Node& node,
                             Problems& problems,
                             const Vocabulary<Enum, size>& vocabulary) {
    std::vector<Enum> words;
    for (const auto& item : read_list(node, problems)) {
        const auto word = read_word(item, problems, vocabulary);
        if (!word) {
            continue;
        }
        if (std::find(words.begin(), words.end(), *word) != words.end()) {
            report_twice(item, problems, vocabulary.word(*word));
            continue;
        }
        words.push_back(*word);
    }
    return words;
}

}  // namespace dudao::yaml
