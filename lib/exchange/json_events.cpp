#include "exchange/json_events.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdint>
#include <iterator>

namespace dudao::exchange {

namespace {

/// Walks over text and lets others see how far it has come.
class Walk {
  public:
    // NOLINTBEGIN(readability-identifier-naming): the names that std::iterator_traits looks for
    using iterator_category = std::input_iterator_tag;
    using value_type = char;
    using difference_type = std::ptrdiff_t;
    using pointer = const char*;
    using reference = const char&;
    // NOLINTEND(readability-identifier-naming)

    Walk(const char* at, const char** seen) : at_(at), seen_(seen) {}

    reference operator*() const { return *at_; }
    Walk& operator++() {
        *seen_ = ++at_;
        return *this;
    }
    bool operator==(const Walk& other) const { return at_ == other.at_; }
    bool operator!=(const Walk& other) const { return at_ != other.at_; }

  private:
    const char* at_;
    const char** seen_;
};

/// What nlohmann-json tells, as JsonEvents.
class Teller {
  public:
    Teller(std::string_view text, JsonEvents& events)
        : text_(text), seen_(text.data()), events_(events) {}

    std::optional<std::size_t> run() {
        nlohmann::json::sax_parse(
            Walk{text_.data(), &seen_}, Walk{text_.data() + text_.size(), &seen_}, this);
        return trouble_;
    }

    bool null() { return events_.null(); }
    bool boolean(bool value) { return events_.flag(value); }
    bool number_integer(std::int64_t value) { return events_.number(std::to_string(value)); }
    bool number_unsigned(std::uint64_t value) { return events_.number(std::to_string(value)); }
    bool number_float(double /*value*/, const std::string& text) { return events_.number(text); }
    bool string(std::string& value) { return events_.text(value); }
    static bool binary(nlohmann::json::binary_t& /*value*/) { return false; }
    bool start_object(std::size_t /*size*/) { return events_.begin_object(); }
    bool end_object() { return events_.end_object(); }
    bool start_array(std::size_t /*size*/) { return events_.begin_list(); }
    bool end_array() { return events_.end_list(); }
    bool key(std::string& name) { return events_.key(name, start_of_key()); }

    bool parse_error(std::size_t position,
                     const std::string& /*token*/,
                     const nlohmann::detail::exception& /*exception*/) {
        trouble_ = std::min(position - std::min<std::size_t>(position, 1), text_.size());
        return false;
    }

  private:
    /// The key ends where the walk stands; its opening quote is the nearest that is not escaped.
    std::size_t start_of_key() const {
        auto at = static_cast<std::size_t>(seen_ - text_.data()) - 1;
        const auto is_escaped = [this](std::size_t quote) {
            const auto before = text_.substr(0, quote).find_last_not_of('\\');
            const auto slashes = before == std::string_view::npos ? quote : quote - before - 1;
            return slashes % 2 == 1;
        };
        do {
            at = text_.rfind('"', at - 1);
        } while (is_escaped(at));
        return at;
    }

    std::string_view text_;
    const char* seen_;
    JsonEvents& events_;
    std::optional<std::size_t> trouble_ = {};
};

/// Must be escaped in a JSON string, by RFC 8259.
constexpr bool is_special(char c) noexcept {
    return c == '"' || c == '\\' || static_cast<unsigned char>(c) < ' ';
}

void append_escape(std::string& out, char c) {
    switch (c) {
        case '"':
            out += "\\\"";
            break;
        case '\\':
            out += "\\\\";
            break;
        case '\n':
            out += "\\n";
            break;
        case '\t':
            out += "\\t";
            break;
        default:
            fmt::format_to(std::back_inserter(out), "\\u{:04x}", static_cast<unsigned char>(c));
    }
}

}  // namespace

std::optional<std::size_t> parse_json(std::string_view text, JsonEvents& events) {
    return Teller{text, events}.run();
}

void append_json_text(std::string& out, std::string_view text) {
    out += '"';
    while (!text.empty()) {
        const auto* const special = std::find_if(text.begin(), text.end(), is_special);
        const auto plain = static_cast<std::size_t>(special - text.begin());
        out += text.substr(0, plain);
        if (plain == text.size()) {
            break;
        }
        append_escape(out, text[plain]);
        text.remove_prefix(plain + 1);
    }
    out += '"';
}

}  // namespace dudao::exchange
