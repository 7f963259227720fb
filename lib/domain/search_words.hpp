#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace dudao::domain {

/// What an index keeps of a text: each of its characters and each two neighbours, folded, without
/// white space. Sorted, each once.
std::vector<std::string> grams_of(std::string_view text);

/// Words that a text must hold, all of them, in any order.
class SearchWords {
  public:
    /// Texts may hold several words, with white space between them.
    explicit SearchWords(const std::vector<std::string>& texts);

    bool empty() const noexcept { return words_.empty(); }

    /// True where all words stand in `text`, also within other words.
    bool match(std::string_view text) const;

    /// What an index must hold of a text for all words to be in it; it may hold that of others,
    /// too. Sorted, each once.
    std::vector<std::string> grams() const;

  private:
    std::vector<std::string> words_;  ///< folded
};

}  // namespace dudao::domain
