#pragma once

#include "base/catalogue.hpp"
#include "domain/checklist.hpp"

#include <string>
#include <vector>

namespace dudao {

/// What is typed for an item that no single word answers, and what that means: "0…5 ℃".
std::string typed_hint(const Catalogue& words, const domain::Item& item);

/// The words that answer an item, "not applicable" the last where it is allowed: all of them can be
/// read back in every language. Empty for what is typed.
std::vector<std::string> answer_words(const Catalogue& words, const domain::Item& item);

}  // namespace dudao
