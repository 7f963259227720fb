#pragma once

#include "document.hpp"

#include <string>

namespace dudao::pdf {

/// The document as PDF: title, figures and contents, then its parts. The same document gives the
/// same bytes where the same fonts are installed. Errors (thrown): NoFont; std::exception.
std::string set_report(const Document& document);

}  // namespace dudao::pdf
