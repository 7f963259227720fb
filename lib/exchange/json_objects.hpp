#pragma once

#include "base/error.hpp"
#include "exchange/decoder.hpp"
#include "exchange/step.hpp"
#include "exchange/text_window.hpp"

#include <cstddef>
#include <optional>
#include <string_view>

namespace dudao::exchange {

/// Cuts a text into JSON objects: one a line (JSON Lines), or, when the text begins with `[`, the
/// elements of one array, however they are laid out. What an object holds is not looked at.
class JsonObjects {
  public:
    /// Reads `text` from its start; it must outlive the reader.
    explicit JsonObjects(Decoder& text) : window_(text) {}

    /// Goes to the next object.
    Step next();

    /// What stands there: a line, or from { to }. It lasts until the next call of next().
    std::string_view text() const noexcept { return object_; }

    /// Line on which it begins, from 1.
    std::size_t line() const noexcept { return line_; }

    /// The place of the byte at `offset` of text().
    Place place(std::size_t offset) const;

    /// After Step::stopped: json_line_too_long; in an array json_syntax and json_not_object; the
    /// errors of Decoder::read(). Nothing is refused here.
    const Error& error() const noexcept { return *error_; }

  private:
    enum class Layout : std::uint8_t { unknown, lines, array };

    bool find_layout();
    Step next_line();
    Step next_element();
    Step cut_object();
    std::optional<char> skip_blanks();
    void pass(std::size_t count);
    Step stop(ErrorId id, std::vector<Arg> args = {});

    TextWindow window_;
    Layout layout_ = Layout::unknown;
    std::string_view object_ = {};
    std::size_t taken_ = 0;    ///< bytes of the window that belong to the object
    std::size_t line_ = 1;     ///< of the object
    std::size_t column_ = 1;   ///< on which it begins
    std::size_t at_line_ = 1;  ///< where the window stands
    std::size_t at_column_ = 1;
    bool first_ = true;  ///< no element has been read
    bool over_ = false;
    std::optional<Error> error_ = {};
};

}  // namespace dudao::exchange
