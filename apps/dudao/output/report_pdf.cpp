#include "output/report_pdf.hpp"

#include "base/error.hpp"
#include "base/error_id.hpp"
#include "base/text.hpp"
#include "helper.hpp"

namespace dudao {

std::string report_pdf(std::string_view document) {
    constexpr int no_font = 3;
    auto run = run_helper("dudao-pdf", document);
    if (run.status == no_font) {
        throw Failure{Error{ErrorId::pdf_no_font, {std::string{trimmed(run.err)}}}};
    }
    if (run.status != 0) {
        const auto said = trimmed(run.err);
        throw Failure{Error{ErrorId::pdf_failed,
                            {said.empty() ? std::to_string(run.status) : std::string{said}}}};
    }
    return std::move(run.out);
}

}  // namespace dudao
