#include "output/page.hpp"

#include "report/markdown.hpp"
#include "report/table.hpp"
#include "report/wrap.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace dudao {

namespace {

constexpr std::string_view blank = "________________";
constexpr std::size_t least_room = 8;

/// `text` behind `front`, its further lines below itself.
std::string hanging(std::string_view front,
                    std::string_view text,
                    report::Tone tone,
                    const report::Screen& screen) {
    const auto indent = display_width(front, screen.ambiguous);
    const auto room = std::max(least_room, screen.columns - std::min(screen.columns, indent));
    std::string out{front};
    bool first = true;
    for (const auto& line : report::wrapped(report::one_line(text), room, screen.ambiguous)) {
        out += (first ? "" : std::string(indent, ' ')) + report::painted(line, tone, screen) + '\n';
        first = false;
    }
    return out;
}

}  // namespace

std::string Page::labelled(std::string_view label, std::string_view text) const {
    return fmt::format("{}{}{}", label, colon_, text);
}

void Page::fact(std::string_view label, std::string_view value) {
    if (!value.empty()) {
        lines_.push_back({Kind::fact, std::string{label}, std::string{value}});
    }
}

void Page::entry(std::string_view text, report::Tone tone) {
    lines_.push_back({Kind::entry, "", std::string{text}, tone});
}

void Page::below(std::string_view label, std::string_view value) {
    if (!value.empty()) {
        lines_.push_back({Kind::below, std::string{label}, std::string{value}});
    }
}

std::string Page::as_text(const report::Screen& screen) const {
    std::size_t label = 0;
    for (const auto& line : lines_) {
        if (line.kind == Kind::fact || line.kind == Kind::signature) {
            label = std::max(label, display_width(line.label, screen.ambiguous) + 2);
        }
    }
    std::string out;
    int number = 0;
    for (const auto& line : lines_) {
        switch (line.kind) {
            case Kind::heading:
                out += '\n';
                number = 0;
                [[fallthrough]];
            case Kind::title:
                out += hanging("", line.text, report::Tone::strong, screen);
                break;
            case Kind::text:
                out += hanging("", line.text, line.tone, screen);
                break;
            case Kind::fact:
                out += hanging(
                    padded(line.label, label, screen.ambiguous), line.text, line.tone, screen);
                break;
            case Kind::entry:
                out += hanging(fmt::format("{:>2}. ", ++number), line.text, line.tone, screen);
                break;
            case Kind::below:
                out += hanging("    ", labelled(line.label, line.text), line.tone, screen);
                break;
            case Kind::signature:
                out += '\n' + padded(line.label, label, screen.ambiguous);
                out += std::string{blank} + '\n';
                break;
        }
    }
    return out;
}

std::string Page::as_markdown() const {
    std::string out;
    int number = 0;
    auto last = Kind::title;
    for (const auto& line : lines_) {
        const auto text = report::markdown_text(line.text);
        const auto label = report::markdown_text(line.label);
        const bool goes_on = (line.kind == Kind::fact && last == Kind::fact) ||
                             line.kind == Kind::below || (line.kind == Kind::entry && number > 0);
        out += out.empty() || goes_on ? "" : "\n";
        switch (line.kind) {
            case Kind::title:
                out += fmt::format("# {}\n", text);
                break;
            case Kind::heading:
                out += fmt::format("## {}\n", text);
                number = 0;
                break;
            case Kind::text:
                out += text + '\n';
                break;
            case Kind::fact:
                out += fmt::format("- {}\n", labelled(label, text));
                break;
            case Kind::entry:
                out += fmt::format("{}. {}\n", ++number, text);
                break;
            case Kind::below:
                out += fmt::format("   - {}\n", labelled(label, text));
                break;
            case Kind::signature:
                out += labelled(label, "＿＿＿＿＿＿＿＿\n");
                break;
        }
        last = line.kind;
    }
    return out;
}

}  // namespace dudao
