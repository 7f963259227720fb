#include "domain/search_words.hpp"

#include "base/fold.hpp"
#include "base/text.hpp"

#include <algorithm>

namespace dudao::domain {

namespace {

constexpr std::string_view white_space = " \t\n";

void sort_once(std::vector<std::string>& grams) {
    std::sort(grams.begin(), grams.end());
    grams.erase(std::unique(grams.begin(), grams.end()), grams.end());
}

/// The characters of a folded word with `singles`, and each two neighbours.
void add_grams(std::string_view word, bool singles, std::vector<std::string>& grams) {
    std::string_view before;
    while (!word.empty()) {
        auto rest = word;
        take_code_point(rest);
        const auto one = word.substr(0, word.size() - rest.size());
        if (singles) {
            grams.emplace_back(one);
        }
        if (!before.empty()) {
            grams.emplace_back(before.data(), before.size() + one.size());
        }
        before = one;
        word = rest;
    }
}

bool is_one_character(std::string_view word) {
    take_code_point(word);
    return word.empty();
}

}  // namespace

std::vector<std::string> grams_of(std::string_view text) {
    std::vector<std::string> grams;
    for (const auto& word : split_list(folded(text), white_space)) {
        add_grams(word, true, grams);
    }
    sort_once(grams);
    return grams;
}

SearchWords::SearchWords(const std::vector<std::string>& texts) {
    for (const auto& text : texts) {
        for (auto& word : split_list(folded(text), white_space)) {
            words_.push_back(std::move(word));
        }
    }
}

bool SearchWords::match(std::string_view text) const {
    const auto within = folded(text);
    return std::all_of(words_.begin(), words_.end(), [&](const std::string& word) {
        return within.find(word) != std::string::npos;
    });
}

std::vector<std::string> SearchWords::grams() const {
    std::vector<std::string> grams;
    for (const auto& word : words_) {
        add_grams(word, is_one_character(word), grams);
    }
    sort_once(grams);
    return grams;
}

}  // namespace dudao::domain
