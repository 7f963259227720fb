#pragma once

#include "context.hpp"
#include "domain/checklist.hpp"

#include <compare>
#include <string>
#include <vector>

namespace dudao {

/// A language that a form is in.
struct FormLanguage {
    std::string code;  ///< "" where each text of the checklist is given once
    Catalogue words;
};

/// The languages that a checklist is written in.
std::vector<FormLanguage> form_languages(const Context& context,
                                         const domain::Checklist& checklist);

/// One of the answers that a question of a form offers.
struct FormOption {
    std::string name;                 ///< that answer files have
    std::vector<std::string> labels;  ///< by language

    // NOLINTNEXTLINE(modernize-use-nullptr): a false hit of clang-tidy 14
    auto operator<=>(const FormOption&) const = default;
};

/// The answers to choose from, "not applicable" the last where it is one; for a scale its values.
std::vector<FormOption> form_options(const std::vector<FormLanguage>& languages,
                                     const domain::Item& item);

/// "Not applicable" by itself.
FormOption not_applicable_option(const std::vector<FormLanguage>& languages);

}  // namespace dudao
