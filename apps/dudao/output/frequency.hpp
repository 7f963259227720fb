#pragma once

#include "base/catalogue.hpp"
#include "domain/frequency.hpp"

#include <string>

namespace dudao {

/// How often a rule wants its units visited, in a few words.
std::string frequency_text(const Catalogue& words, const domain::FrequencyRule& rule);

/// Why a unit follows a rule or not, in a few words.
std::string fit_text(const Catalogue& words, const domain::RuleVerdict& verdict);

}  // namespace dudao
