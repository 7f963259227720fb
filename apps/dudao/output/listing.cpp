#include "output/listing.hpp"

#include "base/text.hpp"

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
    for (const auto& [label, value] : lines_) {
        context_->out() << report::painted(padded(label, width + 2, ambiguous),
                                           report::Tone::dim,
                                           context_->screen())
                        << report::one_line(value) << '\n';
    }
}

void print_heading(const Context& context, std::string_view text) {
    context.out() << '\n' << report::painted(text, report::Tone::strong, context.screen()) << '\n';
}

}  // namespace dudao
