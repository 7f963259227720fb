#include "output/evidence.hpp"

#include "base/text.hpp"
#include "output/listing.hpp"

namespace dudao {

namespace {

constexpr std::size_t shown_digits = 12;  ///< of a digest

}  // namespace

void print_evidence(const Context& context,
                    const std::vector<std::pair<std::string, std::string>>& files) {
    if (files.empty()) {
        return;
    }
    const auto& words = context.words();
    const auto folder = context.evidence();
    Sheet sheet{context};
    for (const auto& [label, text] : files) {
        const auto digest = parse_digest(text);
        const auto path = digest ? folder.find(*digest) : std::nullopt;
        sheet.add(label,
                  path ? path->lexically_proximate(context.env().folder).string()
                       : fmt::format(fmt::runtime(words.text("{} is not here")),
                                     term_safe(text.substr(0, shown_digits)) + "…"));
    }
    print_heading(context, words.text("Evidence"));
    sheet.print();
}

}  // namespace dudao
