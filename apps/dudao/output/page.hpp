#pragma once

#include "report/screen.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace dudao {

/// A page of headings, facts and numbered entries, to be read on a screen or printed.
class Page {
  public:
    /// `colon` stands between a label and its value.
    explicit Page(std::string_view colon) : colon_(colon) {}

    void title(std::string_view text) { add(Kind::title, text); }
    void heading(std::string_view text) { add(Kind::heading, text); }

    /// A paragraph.
    void text(std::string_view text) { add(Kind::text, text); }

    /// A value with its label; left out when it is empty.
    void fact(std::string_view label, std::string_view value);

    /// An entry of a list, numbered from 1 after each heading.
    void entry(std::string_view text, report::Tone tone);

    /// A line that belongs to the entry above; left out when `value` is empty.
    void below(std::string_view label, std::string_view value);

    /// A line to sign on.
    void signature(std::string_view label) {
        lines_.push_back({Kind::signature, std::string{label}, ""});
    }

    /// A text with its label, as in facts.
    std::string labelled(std::string_view label, std::string_view text) const;

    /// For a terminal: no line is longer than it, where it has 20 columns at least.
    std::string as_text(const report::Screen& screen) const;
    std::string as_markdown() const;

  private:
    enum class Kind : std::uint8_t { title, heading, text, fact, entry, below, signature };
    struct Line {
        Kind kind;
        std::string label;
        std::string text;
        report::Tone tone = report::Tone::plain;
    };

    void add(Kind kind, std::string_view text) { lines_.push_back({kind, "", std::string{text}}); }

    std::string colon_;
    std::vector<Line> lines_;
};

}  // namespace dudao
