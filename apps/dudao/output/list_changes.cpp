#include "output/list_changes.hpp"

#include "base/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <ostream>

namespace dudao {

void write_changes(report::JsonWriter& json, const workflow::ImportedList& done) {
    json.key("changes").begin_array();
    for (const auto& changed : done.changes) {
        json.begin_object().member("code", changed.code).key("fields").begin_array();
        for (const auto& [field, before, after] : changed.fields) {
            json.begin_object().member("field", field);
            json.key("before").text_or_null(before);
            json.key("after").text_or_null(after).end_object();
        }
        json.end_array().end_object();
    }
    json.end_array();
    json.member("changes_truncated", done.changed > std::int64_t{workflow::most_changes});
}

void print_changes(const Context& context, const workflow::ImportedList& done) {
    constexpr std::size_t most = 20;
    const auto shown = [](const std::string& text) { return text.empty() ? "-" : term_safe(text); };
    for (std::size_t at = 0; at < std::min(done.changes.size(), most); ++at) {
        const auto& [code, fields] = done.changes[at];
        for (const auto& [field, before, after] : fields) {
            context.out() << fmt::format(
                "{} {}: {} → {}\n", term_safe(code), term_safe(field), shown(before), shown(after));
        }
    }
    if (done.changed > static_cast<std::int64_t>(most)) {
        context.out() << fmt::format(
            fmt::runtime(context.words().text("… and {} more stores would change\n")),
            done.changed - static_cast<std::int64_t>(most));
    }
}

}  // namespace dudao
