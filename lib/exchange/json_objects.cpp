#include "exchange/json_objects.hpp"

#include "base/error_id.hpp"
#include "base/text.hpp"
#include "exchange/json_lines.hpp"

#include <algorithm>
#include <string>

namespace dudao::exchange {

namespace {

constexpr std::string_view blanks = " \t\r\n";

/// Finds the bracket that closes an object, without looking at anything else.
class Closing {
  public:
    /// Looks at more of the text; the offset behind the bracket, when it is there.
    std::optional<std::size_t> find(std::string_view text) {
        for (; at_ < text.size(); ++at_) {
            const char c = text[at_];
            if (in_text_) {
                pass_in_text(c);
            } else if (c == '"') {
                in_text_ = true;
            } else if (c == '{' || c == '[') {
                ++depth_;
            } else if ((c == '}' || c == ']') && --depth_ == 0) {
                return ++at_;
            }
        }
        return std::nullopt;
    }

  private:
    void pass_in_text(char c) noexcept {
        if (escaped_) {
            escaped_ = false;
        } else if (c == '\\') {
            escaped_ = true;
        } else if (c == '"') {
            in_text_ = false;
        }
    }

    std::size_t at_ = 0;
    std::size_t depth_ = 0;
    bool in_text_ = false;
    bool escaped_ = false;
};

}  // namespace

Place JsonObjects::place(std::size_t offset) const {
    const auto before = object_.substr(0, offset);
    const auto breaks = static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n'));
    if (breaks == 0) {
        return {window_.text().name(), line_, column_ + code_points(before)};
    }
    return {window_.text().name(),
            line_ + breaks,
            code_points(before.substr(before.rfind('\n') + 1)) + 1};
}

Step JsonObjects::next() {
    if (over_) {
        return error_ ? Step::stopped : Step::end;
    }
    pass(taken_);
    taken_ = 0;
    object_ = {};
    if (layout_ == Layout::unknown && !find_layout()) {
        return error_ ? Step::stopped : Step::end;
    }
    return layout_ == Layout::array ? next_element() : next_line();
}

/// False when there is nothing in the text.
bool JsonObjects::find_layout() {
    const auto first = skip_blanks();
    if (!first) {
        over_ = true;
        error_ = window_.trouble();
        return false;
    }
    layout_ = *first == '[' ? Layout::array : Layout::lines;
    pass(layout_ == Layout::array ? 1 : 0);
    return true;
}

/// Goes over what may stand between objects; the first byte after it, unless it is the end.
std::optional<char> JsonObjects::skip_blanks() {
    for (;;) {
        const auto rest = window_.rest();
        const auto at = rest.find_first_not_of(blanks);
        pass(std::min(at, rest.size()));
        if (at != std::string_view::npos) {
            return rest[at];
        }
        if (!window_.grow()) {
            return std::nullopt;
        }
    }
}

void JsonObjects::pass(std::size_t count) {
    const auto passed = window_.rest().substr(0, count);
    const auto breaks = std::count(passed.begin(), passed.end(), '\n');
    if (breaks > 0) {
        at_line_ += static_cast<std::size_t>(breaks);
        at_column_ = 1;
    }
    const auto last = passed.rfind('\n');
    at_column_ += code_points(last == std::string_view::npos ? passed : passed.substr(last + 1));
    window_.consume(count);
}

Step JsonObjects::stop(ErrorId id, std::vector<Arg> args) {
    over_ = true;
    error_ = Error{id, std::move(args), {window_.text().name(), at_line_, at_column_}};
    return Step::stopped;
}

Step JsonObjects::next_line() {
    if (!skip_blanks()) {
        over_ = true;
        error_ = window_.trouble();
        return error_ ? Step::stopped : Step::end;
    }
    line_ = at_line_;
    column_ = at_column_;
    std::size_t searched = 0;
    for (;;) {
        const auto rest = window_.rest();
        const auto found = rest.find('\n', searched);
        searched = rest.size();
        const bool more = found == std::string_view::npos && rest.size() <= longest_json_line;
        if (more && window_.grow()) {
            continue;
        }
        object_ = rest.substr(0, found);
        if (object_.size() > longest_json_line) {
            return stop(ErrorId::json_line_too_long, {std::to_string(longest_json_line)});
        }
        if (found == std::string_view::npos && window_.trouble()) {
            over_ = true;
            error_ = window_.trouble();
            return Step::stopped;
        }
        taken_ = object_.size();
        return Step::row;
    }
}

Step JsonObjects::next_element() {
    auto next = skip_blanks();
    if (next == ',' && !first_) {
        pass(1);
        next = skip_blanks();
    } else if (next && next != ']' && !first_) {
        return stop(ErrorId::json_syntax);
    }
    if (!next && window_.trouble()) {
        over_ = true;
        error_ = window_.trouble();
        return Step::stopped;
    }
    if (!next) {
        return stop(ErrorId::json_syntax);
    }
    if (*next == ']') {
        pass(1);
        over_ = true;
        return skip_blanks() ? stop(ErrorId::json_syntax) : Step::end;
    }
    if (*next != '{') {
        return stop(ErrorId::json_not_object);
    }
    first_ = false;
    return cut_object();
}

Step JsonObjects::cut_object() {
    line_ = at_line_;
    column_ = at_column_;
    Closing closing;
    for (;;) {
        const auto rest = window_.rest();
        if (const auto end = closing.find(rest)) {
            object_ = rest.substr(0, *end);
            taken_ = *end;
            return Step::row;
        }
        if (rest.size() > longest_json_line) {
            return stop(ErrorId::json_line_too_long, {std::to_string(longest_json_line)});
        }
        if (!window_.grow()) {
            over_ = true;
            error_ = window_.trouble();
            return error_ ? Step::stopped : stop(ErrorId::json_syntax);
        }
    }
}

}  // namespace dudao::exchange
