#include "store/event_changes.hpp"

#include <algorithm>
#include <cstddef>

namespace dudao::store {

namespace {

void append_escaped(std::string& text, std::string_view value) {
    for (const char c : value) {
        if (c == '\n') {
            text += "\\n";
        } else {
            text += c == '\\' ? "\\\\" : std::string{c};
        }
    }
}

std::string unescaped(std::string_view text) {
    std::string value;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const bool escapes = text[at] == '\\' && at + 1 < text.size();
        at += escapes ? 1 : 0;
        value += escapes && text[at] == 'n' ? '\n' : text[at];
    }
    return value;
}

}  // namespace

std::string changes_text(const domain::IssueChanges& changes) {
    std::string text;
    for (const auto& [field, value] : changes) {
        text += text.empty() ? "" : "\n";
        text += domain::issue_fields.word(field);
        text += '=';
        append_escaped(text, value);
    }
    return text;
}

domain::IssueChanges parse_changes(std::string_view text) {
    domain::IssueChanges changes;
    while (!text.empty()) {
        const auto line = text.substr(0, text.find('\n'));
        text.remove_prefix(std::min(text.size(), line.size() + 1));
        const auto equals = std::min(line.find('='), line.size());
        const auto field = domain::issue_fields.parse(line.substr(0, equals)).or_throw(Errc::store);
        changes[field] = unescaped(line.substr(std::min(line.size(), equals + 1)));
    }
    return changes;
}

}  // namespace dudao::store
