#pragma once

#include <string>
#include <string_view>

namespace dudao {

/// A PDF of what report::render_document() wrote, set by the program dudao-pdf. Errors (thrown):
/// pdf_no_font, pdf_failed; those of run_helper().
std::string report_pdf(std::string_view document);

}  // namespace dudao
