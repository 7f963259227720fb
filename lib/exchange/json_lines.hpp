#pragma once

#include "base/error.hpp"
#include "exchange/decoder.hpp"
#include "exchange/step.hpp"
#include "exchange/text_window.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dudao::exchange {

/// A value of a JSON object as text; a number as its digits stand in the file. Empty also for null.
struct JsonText {
    std::string text = {};
    std::size_t at = 0;  ///< where its key begins: bytes from the start of the line

    bool operator==(const JsonText&) const = default;
};

struct JsonAnswer {
    JsonText item;  ///< the key
    std::string answer = {};
    std::string value = {};
    std::string remark = {};
    std::vector<std::string> evidence = {};  ///< names of files

    bool operator==(const JsonAnswer&) const = default;
};

/// One visit as JSON Lines have it:
/// {"unit":"S01","at":"2026-11-05T10:00","inspector":"P1","ref":"","checklist":"qsc","kind":"routine","profile":"",
///  "answers":{"Q01":"P","Q02":4,"Q03":{"answer":"F","value":3.5,"remark":"…","evidence":["a.jpg"]},"Q04":{"value":3.5}}}
/// All keys may be left out; they are empty then.
struct JsonVisit {
    JsonText unit = {};
    JsonText at = {};
    JsonText inspector = {};
    JsonText ref = {};
    JsonText checklist = {};
    JsonText kind = {};
    JsonText profile = {};
    std::vector<JsonAnswer> answers = {};  ///< in the order of the file, each item once

    bool operator==(const JsonVisit&) const = default;
};

/// The limits of JSON Lines.
inline constexpr std::size_t longest_json_line = 1U << 22U;  ///< bytes
inline constexpr std::size_t most_json_answers = 4096;

/// Reads visits from JSON Lines: one object a line, lines ended by LF or CRLF. Blank lines are
/// skipped.
class JsonLinesReader {
  public:
    /// Reads `text` from its start; it must outlive the reader.
    explicit JsonLinesReader(Decoder& text) : window_(text) {}
    JsonLinesReader(const JsonLinesReader&) = delete;
    JsonLinesReader& operator=(const JsonLinesReader&) = delete;
    ~JsonLinesReader() = default;

    /// Goes to the next line.
    Step next();

    const JsonVisit& visit() const noexcept { return visit_; }

    std::size_t line_number() const noexcept { return number_; }

    /// The line as it stands, for reject files. It lasts until the next call of next().
    std::string_view line() const noexcept { return line_; }

    /// The place of a JsonText of this line.
    Place place(std::size_t at) const;

    /// What is wrong, with its line and column, after Step::refused and Step::stopped.
    /// Refused: json_syntax, json_not_object, json_wrong_type, json_unknown_key, json_repeated_key,
    /// json_bad_text, json_too_many. Stopped: json_line_too_long; the errors of Decoder::read().
    const Error& error() const noexcept { return *error_; }

  private:
    bool take_line();
    Step read_line();

    TextWindow window_;
    std::size_t length_ = 0;  ///< of the line with its line break
    std::size_t number_ = 0;
    std::string_view line_ = {};
    JsonVisit visit_ = {};
    std::optional<Error> error_ = {};
    bool over_ = false;
};

}  // namespace dudao::exchange
