#include "output/listing.hpp"

#include "base/text.hpp"
#include "report/wrap.hpp"

#include <algorithm>
#include <ostream>

namespace dudao {

Listing::Listing(const Context& context,
                 bool json,
                 std::string_view noun,
                 std::vector<report::Column> columns)
    : context_(&context) {
    if (json) {
        json_.emplace(text_);
        json_->begin_object().member("schema_version", 1).key(noun).begin_array();
    } else {
        table_.emplace(out_, std::move(columns), context.screen());
    }
}

void Listing::end_row() {
    out_ << text_;
    text_.clear();
}

ExitCode Listing::finish(std::size_t rows, bool truncated) {
    if (json_) {
        json_->end_array().member("truncated", truncated).end_object();
        out_ << text_ << '\n';
    } else {
        table_->finish();
    }
    out_.copy_to(context_->out());
    if (truncated && !json_) {
        context_->note(context_->words().text("there are more than the {} shown"), rows);
    }
    return rows == 0 ? ExitCode::negative : ExitCode::ok;
}

void print_object(const Context& context,
                  const std::function<void(report::JsonWriter& json)>& fill) {
    std::string text;
    report::JsonWriter json{text};
    json.begin_object().member("schema_version", 1);
    fill(json);
    json.end_object();
    context.out() << text << '\n';
}

namespace {

/// A value as it is where it fits or is one word, such as an id that people copy; else wrapped.
std::vector<std::string> lines_of(const std::string& value,
                                  std::size_t room,
                                  AmbiguousWidth ambiguous) {
    const bool is_word = std::all_of(
        value.begin(), value.end(), [](unsigned char c) { return c > ' ' && c < 0x7F; });
    if (is_word || display_width(value, ambiguous) <= room) {
        return {value};
    }
    return report::wrapped(value, room, ambiguous);
}

}  // namespace

void Sheet::add(std::string_view label, std::string_view value) {
    if (!value.empty()) {
        lines_.emplace_back(label, value);
    }
}

void Sheet::print() const {
    const auto ambiguous = context_->screen().ambiguous;
    std::size_t width = 0;
    for (const auto& [label, value] : lines_) {
        width = std::max(width, display_width(label, ambiguous));
    }
    constexpr std::size_t least = 16;
    const auto indent = width + 2;
    const auto columns = context_->screen().columns;
    const auto room = columns < indent + least ? least : columns - indent;
    for (const auto& [label, value] : lines_) {
        context_->out() << report::painted(
            padded(label, indent, ambiguous), report::Tone::dim, context_->screen());
        bool first = true;
        for (const auto& part : split_list(value, "\n")) {
            for (const auto& line : lines_of(report::one_line(part), room, ambiguous)) {
                context_->out() << (first ? "" : std::string(indent, ' ')) << line << '\n';
                first = false;
            }
        }
    }
}

void print_heading(const Context& context, std::string_view text) {
    context.out() << '\n' << report::painted(text, report::Tone::strong, context.screen()) << '\n';
}

}  // namespace dudao
