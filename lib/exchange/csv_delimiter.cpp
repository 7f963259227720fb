#include "exchange/csv_delimiter.hpp"

#include <cstddef>

namespace dudao::exchange {

namespace {

constexpr std::size_t most_records = 16;

/// How one delimiter cuts the first records.
class Trial {
  public:
    explicit Trial(char delimiter) : delimiter_(delimiter) {}

    void run(std::string_view text, bool is_whole) {
        for (const char c : text) {
            if (records_ == most_records) {
                return;
            }
            take(c);
        }
        if (is_whole) {
            end_record();
        }
    }

    /// True when this one says more about the text than `other`.
    bool beats(const Trial& other) const noexcept {
        if (first_ < 2 || is_even_ != other.is_even_) {
            return first_ >= 2 && (is_even_ || other.first_ < 2);
        }
        return first_ > other.first_;
    }

    char delimiter() const noexcept { return delimiter_; }

  private:
    void take(char c) {
        if (c == '"') {
            is_quoted_ = is_quoted_ ? false : field_is_empty_ || was_quote_;
            was_quote_ = true;
            field_is_empty_ = false;
            return;
        }
        was_quote_ = false;
        if (is_quoted_) {
            return;
        }
        if (c == '\n' || c == '\r') {
            end_record();
            return;
        }
        field_is_empty_ = c == delimiter_;
        fields_ += field_is_empty_ ? 1U : 0U;
        is_blank_ = false;
    }

    void end_record() {
        const bool counts = !is_blank_ || !field_is_empty_;
        if (counts) {
            first_ = records_ == 0 ? fields_ : first_;
            is_even_ = is_even_ && fields_ == first_;
            ++records_;
        }
        fields_ = 1;
        field_is_empty_ = true;
        is_blank_ = true;
    }

    char delimiter_;
    std::size_t records_ = 0;
    std::size_t first_ = 0;  ///< fields of the first record
    bool is_even_ = true;    ///< all records have as many

    std::size_t fields_ = 1;
    bool is_blank_ = true;
    bool field_is_empty_ = true;
    bool is_quoted_ = false;
    bool was_quote_ = false;
};

}  // namespace

char likely_delimiter(std::string_view text, bool is_whole) noexcept {
    Trial best{','};
    best.run(text, is_whole);
    for (const char delimiter : {';', '\t', '|'}) {
        Trial trial{delimiter};
        trial.run(text, is_whole);
        if (trial.beats(best)) {
            best = trial;
        }
    }
    return best.delimiter();
}

}  // namespace dudao::exchange
