#pragma once

#include "base/error.hpp"

#include <span>

/// Marks a text for xgettext where it cannot be translated yet.
#define N_(text) text  // NOLINT(cppcoreguidelines-macro-usage): xgettext looks for it

namespace dudao {

/// What an error says, in English: `{0}`, `{1}` … stand for its arguments.
struct ErrorWords {
    ErrorId id{};
    const char* message = "";  ///< lower case, no full stop, values quoted
    const char* hint = "";     ///< one sentence that says what to do, or ""
    /// The hint when the last argument, a suggestion, suggests nothing.
    const char* without_suggestion = nullptr;
};

/// The words of each part of the program, one table a file.
std::span<const ErrorWords> base_error_words() noexcept;
std::span<const ErrorWords> yaml_error_words() noexcept;
std::span<const ErrorWords> exchange_error_words() noexcept;
std::span<const ErrorWords> store_error_words() noexcept;
std::span<const ErrorWords> workflow_error_words() noexcept;
std::span<const ErrorWords> usage_error_words() noexcept;

}  // namespace dudao
