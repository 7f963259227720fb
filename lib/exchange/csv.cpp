#include "exchange/csv.hpp"

#include "base/error_id.hpp"
#include "base/text.hpp"
#include "exchange/csv_delimiter.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstring>

namespace dudao::exchange {

namespace {

/// How long the line break is that begins at `at`; `end` is where the text ends.
std::size_t break_length(const char* at, const char* end) noexcept {
    if (at == end) {
        return 0;
    }
    return *at == '\r' && at + 1 < end && at[1] == '\n' ? 2 : 1;
}

bool is_break(char c) noexcept {
    return c == '\n' || c == '\r';
}

/// The first line break from `at` on, or `end`.
const char* find_break(const char* at, const char* end) noexcept {
    return std::find_if(at, end, is_break);
}

/// The quote that closes the field that `quote` opens. Promises: there is one.
const char* closing_quote(const char* quote) noexcept {
    for (const char* at = quote + 1;; at += 2) {
        while (*at != '"') {
            ++at;
        }
        if (at[1] != '"') {
            return at;
        }
    }
}

std::string_view text_between(const char* begin, const char* end) noexcept {
    return {begin, static_cast<std::size_t>(end - begin)};
}

}  // namespace

CsvReader::CsvReader(Decoder& text, std::optional<char> delimiter, std::size_t window)
    : window_(text, window),
      delimiter_(delimiter.value_or('\0')),
      scan_(delimiter_),
      fields_(most_columns) {}

Step CsvReader::next() {
    if (over_) {
        return *over_;
    }
    window_.consume(length_);
    line_ += record_ == nullptr ? 0 : breaks_ + 1;
    auto step = read_record();
    if (step == Step::refused && !columns_) {
        step = Step::stopped;  // without a header nothing that follows has a meaning
    }
    if (step == Step::stopped || step == Step::end) {
        over_ = step;
        field_count_ = 0;
    }
    return step;
}

Step CsvReader::read_record() {
    if (!started_) {
        started_ = true;
        window_.grow();
        if (delimiter_ == '\0') {
            delimiter_ = likely_delimiter(window_.rest(), window_.is_complete());
            scan_ = CsvScan{delimiter_};
        }
        scan_.start(window_.rest().data());
    }
    for (;;) {
        switch (cut_record()) {
            case Cut::record:
                return finish_record();
            case Cut::blank:
                window_.consume(length_);
                ++line_;
                break;
            case Cut::broken:
                return skip_broken();
            case Cut::more:
                if (!grow()) {
                    return Step::stopped;
                }
                break;
            case Cut::stopped:
                return Step::stopped;
            case Cut::end:
                return columns_ ? Step::end : stop(ErrorId::csv_empty, {}, record_);
        }
    }
}

/// Cuts the record at the front of the window into fields.
CsvReader::Cut CsvReader::cut_record() {
    record_ = window_.rest().data();
    field_ = record_;
    field_count_ = 0;
    breaks_ = 0;
    escaped_.clear();
    error_.reset();
    for (;;) {
        const char* at = scan_.next();
        if (*at == '"') {
            if (const auto cut = cut_quoted(at); cut != Cut::record) {
                return cut;
            }
            at = scan_.next();
        } else if (*at == delimiter_ || is_break(*at)) {
            fields_[field_count_] = text_between(field_, at);
        } else {
            note_control(at);
            continue;
        }
        if (*at != delimiter_) {
            return end_record(at);
        }
        field_ = at + 1;
        if (++field_count_ == most_columns) {
            stop(ErrorId::csv_too_many_columns, {std::to_string(most_columns)}, at);
            return Cut::stopped;
        }
    }
}

/// Takes the field that `quote` opens, up to the quote that closes it.
CsvReader::Cut CsvReader::cut_quoted(const char* quote) {
    if (quote != field_) {
        return break_off(ErrorId::csv_stray_quote, quote);
    }
    const char* const end = record_ + window_.rest().size();
    bool has_doubled = false;
    for (;;) {
        const char* const at = scan_.next();
        if (at == end) {
            return leave_open(quote);
        }
        if (*at != '"') {
            pass_in_quotes(at);
        } else if (at[1] == '"') {  // behind the end stands a line break
            has_doubled = true;
            scan_.next();
        } else {
            fields_[field_count_] = text_between(quote + 1, at);
            if (has_doubled) {
                escaped_.push_back(field_count_);
            }
            return close_quoted(at + 1);
        }
    }
}

/// `quote` is not closed before the end of the window.
CsvReader::Cut CsvReader::leave_open(const char* quote) {
    if (!window_.is_complete() || window_.trouble()) {
        return Cut::more;
    }
    stop(ErrorId::csv_open_quote, {}, quote);
    return Cut::stopped;
}

/// What follows a quoted field, `after`, has to end it: a delimiter, a line break, or the line
/// break behind the window.
CsvReader::Cut CsvReader::close_quoted(const char* after) {
    return *after == delimiter_ || is_break(*after) ? Cut::record
                                                    : break_off(ErrorId::csv_after_quote, after);
}

CsvReader::Cut CsvReader::break_off(ErrorId id, const char* at) {
    note(id, {}, at);
    broken_ = at;
    return Cut::broken;
}

/// In quotes line breaks and delimiters are text.
void CsvReader::pass_in_quotes(const char* at) {
    if (*at == '\r' || (*at == '\n' && at[-1] != '\r')) {
        ++breaks_;
    } else if (*at != '\n' && *at != delimiter_) {
        note_control(at);
    }
}

/// Ends the record at the line break `at`, or at the end of the window.
CsvReader::Cut CsvReader::end_record(const char* at) {
    const char* const end = record_ + window_.rest().size();
    const bool may_go_on = at == end || (*at == '\r' && at + 1 == end);
    if (may_go_on && (!window_.is_complete() || (at == end && window_.trouble()))) {
        return Cut::more;
    }
    end_ = at;
    const auto after = break_length(at, end);
    length_ = static_cast<std::size_t>(at - record_) + after;
    if (after == 2) {
        scan_.next();
    } else if (after == 0) {
        scan_.start(at);  // the end has to be found again
    }
    if (at == record_) {
        return after == 0 ? Cut::end : Cut::blank;
    }
    ++field_count_;
    return Cut::record;
}

Step CsvReader::finish_record() {
    constexpr std::string_view conflict = "<<<<<<< ";
    const auto size = static_cast<std::size_t>(end_ - record_);
    if (*record_ == '<' && text_between(record_, end_).starts_with(conflict)) {
        return stop(ErrorId::csv_conflict, {}, record_);
    }
    if (size > longest_field) {
        const auto all = fields();
        const auto too_long = std::find_if(all.begin(), all.end(), [](std::string_view field) {
            return field.size() > longest_field;
        });
        if (too_long != all.end()) {
            const auto n = static_cast<std::size_t>(too_long - all.begin());
            return stop(ErrorId::csv_field_too_long, {std::to_string(longest_field)}, start_of(n));
        }
    }
    check_columns();
    if (!escaped_.empty()) {
        unescape();
    }
    return error_ ? Step::refused : Step::row;
}

void CsvReader::check_columns() {
    if (!columns_) {
        if (!error_ && line_ >= header_line_) {
            columns_ = field_count_;
        }
        return;
    }
    if (field_count_ == *columns_) {
        return;
    }
    note(ErrorId::csv_ragged,
         {std::to_string(field_count_), std::to_string(*columns_)},
         field_count_ > *columns_ ? start_of(*columns_) : end_);
}

/// Goes to the end of the line on which the syntax is wrong.
Step CsvReader::skip_broken() {
    field_ = nullptr;
    for (;;) {
        const auto rest = window_.rest();
        const char* const end = rest.data() + rest.size();
        end_ = find_break(broken_, end);
        const bool may_go_on = end - end_ < 2;
        if (!may_go_on || window_.is_complete()) {
            length_ = static_cast<std::size_t>(end_ - record_) + break_length(end_, end);
            breaks_ = place_of(end_).line - line_;
            scan_.start(record_ + length_);
            split_plainly();
            return Step::refused;
        }
        const auto offset = broken_ - record_;
        auto kept = std::move(error_);
        if (!grow()) {
            return Step::stopped;
        }
        error_ = std::move(kept);
        record_ = window_.rest().data();
        broken_ = record_ + offset;
    }
}

/// Reads on; the record has to be cut anew. False, with an error, when that is no use.
bool CsvReader::grow() {
    const auto size = window_.rest().size();
    if (size > longest_field && field_ != nullptr) {
        const auto field = size - static_cast<std::size_t>(field_ - record_);
        if (field > longest_field) {
            stop(ErrorId::csv_field_too_long, {std::to_string(longest_field)}, field_);
            return false;
        }
    }
    if (size > longest_record) {
        stop(ErrorId::csv_record_too_long, {std::to_string(longest_record)}, record_);
        return false;
    }
    if (!window_.grow()) {
        error_ = window_.trouble();
        return false;
    }
    scan_.start(window_.rest().data());
    return true;
}

std::string_view CsvReader::bytes(std::size_t first, std::size_t last) const noexcept {
    return escaped_.empty()
               ? text_between(fields_[first].data(), fields_[last].data() + fields_[last].size())
               : std::string_view{};
}

/// Where a field begins that has not been unescaped: at its quote, if it has one.
const char* CsvReader::start_of(std::size_t field) const {
    const char* const at = fields_[field].data();
    return at > record_ && at[-1] == '"' ? at - 1 : at;
}

/// What stands between the delimiters, whatever the quotes say.
void CsvReader::split_plainly() {
    field_count_ = 0;
    const char* begin = record_;
    while (field_count_ + 1 < most_columns) {
        const char* const at = std::find(begin, end_, delimiter_);
        if (at == end_) {
            break;
        }
        fields_[field_count_++] = text_between(begin, at);
        begin = at + 1;
    }
    fields_[field_count_++] = text_between(begin, end_);
}

void CsvReader::unescape() {
    std::size_t size = 0;
    for (const auto n : escaped_) {
        size += fields_[n].size();
    }
    unescaped_.resize(std::max(unescaped_.size(), size));
    char* out = unescaped_.data();
    for (const auto n : escaped_) {
        const char* const begin = out;
        const auto& field = fields_[n];
        for (std::size_t at = 0; at < field.size(); ++at) {
            *out++ = field[at];
            at += field[at] == '"' ? 1U : 0U;
        }
        fields_[n] = text_between(begin, out);
    }
}

void CsvReader::note(ErrorId id, std::vector<Arg> args, const char* at) {
    if (!error_) {
        error_ = Error{id, std::move(args), place_of(at)};
    }
}

/// `at` is one of the bytes that the scan stops at, but no delimiter, quote or line break.
void CsvReader::note_control(const char* at) {
    if (*at == '\t') {
        return;
    }
    constexpr unsigned first_of_two = 0xC2;
    const auto code = static_cast<unsigned char>(*at);
    const auto second = static_cast<unsigned char>(at[1]);
    if (code != first_of_two) {
        note(ErrorId::csv_control, {fmt::format("U+{:04X}", code)}, at);
    } else if (second < 0xA0) {
        note(ErrorId::csv_control, {fmt::format("U+{:04X}", second)}, at);
    }
}

Step CsvReader::stop(ErrorId id, std::vector<Arg> args, const char* at) {
    error_ = Error{id, std::move(args), place_of(at)};
    return Step::stopped;
}

Place CsvReader::place_of(const char* at) const {
    auto line = line_;
    const char* begin = record_;
    for (;;) {
        const char* const found = find_break(begin, at);
        if (found == at) {
            break;
        }
        begin = found + break_length(found, at);
        ++line;
    }
    return {window_.text().name(), line, code_points(text_between(begin, at)) + 1};
}

Place CsvReader::place(std::size_t field) const {
    const char* at = record_;
    for (; field < field_count_ && field > 0; --field) {
        at = *at == '"' ? closing_quote(at) + 1 : std::find(at, end_, delimiter_);
        ++at;
    }
    return place_of(at);
}

std::vector<Place> CsvReader::places() const {
    std::vector<Place> all;
    for (std::size_t n = 0; n < field_count_; ++n) {
        all.push_back(place(n));
    }
    return all;
}

}  // namespace dudao::exchange
