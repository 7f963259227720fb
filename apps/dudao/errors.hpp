#pragma once

#include "base/catalogue.hpp"
#include "base/error.hpp"
#include "env.hpp"
#include "report/screen.hpp"

#include <iosfwd>
#include <string>
#include <string_view>

namespace dudao {

/// The message of an error in the language of `words`, without its place and hint.
std::string message_of(const Error& error, const Catalogue& words);

/// What to do about it; empty when there is nothing to say.
std::string hint_of(const Error& error, const Catalogue& words);

/// "dudao: FILE:LINE:COLUMN: error E3104: MESSAGE" and the hint on a line of its own; between them
/// an excerpt of `source`, where that is given: what stands in the file that the place names.
void print_error(std::ostream& err,
                 const Error& error,
                 const Catalogue& words,
                 const report::Screen& screen,
                 std::string_view source = {});

/// As print_error(), for many: a hint that is the same as the one before is not said again.
void print_errors(std::ostream& err,
                  const std::vector<Error>& errors,
                  const Catalogue& words,
                  const report::Screen& screen);

/// As print_error(), for what is no reason to stop.
void print_warning(std::ostream& err,
                   const Error& warning,
                   const Catalogue& words,
                   const report::Screen& screen,
                   std::string_view source = {});

ExitCode exit_code(Errc errc) noexcept;

}  // namespace dudao
