#include "yaml/write.hpp"

#include "base/text.hpp"

namespace dudao::yaml {

namespace {

/// Whether a scalar stands for itself anywhere, in braces too.
bool is_plain(std::string_view text) {
    constexpr std::string_view special = ",[]{}#:&*!|>'\"%@`?\\\n\t=~";
    const auto first = static_cast<unsigned char>(text.empty() ? ' ' : text.front());
    const bool begins_well = (first >= '0' && first <= '9') || (first >= 'A' && first <= 'Z') ||
                             (first >= 'a' && first <= 'z') || first >= 0x80;
    return begins_well && text.find_first_of(special) == std::string_view::npos &&
           trimmed(text) == text && ascii_lower(text) != "null";
}

}  // namespace

std::string scalar_text(std::string_view text) {
    if (is_plain(text)) {
        return std::string{text};
    }
    std::string quoted = "\"";
    for (const auto c : text) {
        switch (c) {
            case '"':
            case '\\':
                quoted += '\\';
                quoted += c;
                break;
            case '\n':
                quoted += "\\n";
                break;
            case '\t':
                quoted += "\\t";
                break;
            default:
                quoted += c;
                break;
        }
    }
    return quoted + '"';
}

std::string flow_text(const Node& node) {
    std::string text;
    switch (node.kind) {
        case NodeKind::scalar:
            return node.is_empty() ? "" : scalar_text(node.text);
        case NodeKind::list:
            for (const auto& item : node.items) {
                text += text.empty() ? "" : ", ";
                text += flow_text(item);
            }
            return "[" + text + "]";
        case NodeKind::map:
            for (const auto& [key, value] : node.entries) {
                text +=
                    (text.empty() ? "" : ", ") + scalar_text(key.text) + ": " + flow_text(value);
            }
            return "{" + text + "}";
    }
    return text;
}

}  // namespace dudao::yaml
