#include "exchange/decoder.hpp"

#include "base/error_id.hpp"
#include "base/text.hpp"
#include "exchange/converter.hpp"
#include "exchange/utf8.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

namespace dudao::exchange {

namespace {

constexpr std::size_t block_size = 1U << 14U;
constexpr char16_t byte_order_mark = 0xFEFF;

constexpr bool is_high_surrogate(char16_t unit) noexcept {
    return unit >= 0xD800 && unit < 0xDC00;
}

constexpr bool is_low_surrogate(char16_t unit) noexcept {
    return unit >= 0xDC00 && unit < 0xE000;
}

/// The line and column after the text so far; CR, LF and CRLF end a line.
class LineCount {
  public:
    void add(char32_t character) {
        if (character == '\n' && after_return_) {
            after_return_ = false;
            return;
        }
        after_return_ = character == '\r';
        if (character == '\n' || character == '\r') {
            ++line_;
            column_ = 1;
        } else if (character != byte_order_mark || line_ > 1 || column_ > 1) {
            ++column_;
        }
    }

    void add(std::string_view text) {
        while (!text.empty()) {
            add(take_code_point(text));
        }
    }

    /// Half of a pair of surrogates counts for both.
    void add(std::span<const char16_t> units) {
        for (const auto unit : units) {
            if (!is_low_surrogate(unit)) {
                add(static_cast<char32_t>(unit));
            }
        }
    }

    Place place(const std::string& file) const { return {file, line_, column_}; }

  private:
    std::size_t line_ = 1;
    std::size_t column_ = 1;
    bool after_return_ = false;
};

/// True for a character that Big5 leaves to its users, as ICU maps it.
constexpr bool is_private(char16_t unit) noexcept {
    return unit >= 0xE000 && unit <= 0xF848;
}

/// True for what ICU lets pass though the encoding does not have it: in Big5 the users' characters
/// and the bytes 80 and FF, in UTF-16 a byte order mark of the other order.
constexpr bool is_refused(Encoding encoding, char16_t unit) noexcept {
    switch (encoding) {
        case Encoding::big5:
            return is_private(unit) || unit == 0x80 || unit == 0xF8F8;
        case Encoding::utf16le:
        case Encoding::utf16be:
            return unit == 0xFFFE;
        default:
            return false;
    }
}

/// How many units come before the first refused one.
std::size_t count_allowed(Encoding encoding, std::span<const char16_t> units) {
    const auto refused = std::find_if(units.begin(), units.end(), [encoding](char16_t unit) {
        return is_refused(encoding, unit);
    });
    return static_cast<std::size_t>(refused - units.begin());
}

/// Writes a character as UTF-8 and returns where the next one goes.
char* put_utf8(char* at, char32_t point) noexcept {
    const auto rest = [point](unsigned shift) {
        return static_cast<char>(0x80U | ((point >> shift) & 0x3FU));
    };
    if (point < 0x80) {
        *at++ = static_cast<char>(point);
    } else if (point < 0x800) {
        *at++ = static_cast<char>(0xC0U | (point >> 6U));
        *at++ = rest(0);
    } else if (point < 0x10000) {
        *at++ = static_cast<char>(0xE0U | (point >> 12U));
        *at++ = rest(6);
        *at++ = rest(0);
    } else {
        *at++ = static_cast<char>(0xF0U | (point >> 18U));
        *at++ = rest(12);
        *at++ = rest(6);
        *at++ = rest(0);
    }
    return at;
}

/// Where text stops being what its encoding allows.
struct Trouble {
    std::uint64_t offset = 0;
    LineCount lines = {};
    bool is_private = false;  ///< well-formed, but left to users
};

/// Finds trouble that a first reading met, by reading again: in blocks up to shortly before it,
/// then byte by byte.
class Search {
  public:
    Search(Input& input, Encoding encoding)
        : input_(input), encoding_(encoding), converter_(encoding) {
        input_.rewind();
    }

    /// The trouble that begins at `near` or later. Errors: those of Input::read().
    Result<Trouble> find(std::uint64_t near) {
        std::array<char, block_size> block{};
        while (found_.offset < near) {
            const auto size = std::min<std::uint64_t>(block.size(), near - found_.offset);
            const auto read = input_.read({block.data(), static_cast<std::size_t>(size)});
            if (!read) {
                return read.error();
            }
            if (*read == 0 || !take({block.data(), *read})) {
                return found_;  // someone has changed the file
            }
            found_.offset += *read;
        }
        auto position = found_.offset;
        for (bool going = true; going;) {
            const auto read = input_.read({block.data(), 1});
            if (!read) {
                return read.error();
            }
            going = take({block.data(), *read}) && *read > 0;
            ++position;
            if (going && converter_.is_between_characters()) {
                found_.offset = position;
            }
        }
        return found_;
    }

  private:
    /// False when the trouble is there.
    bool take(std::string_view bytes) {
        const bool last = bytes.empty();
        do {
            const auto step = converter_.convert(bytes, last, units_);
            const std::span<const char16_t> units{units_.data(), step.written};
            const auto good = count_allowed(encoding_, units);
            found_.lines.add(units.first(good));
            found_.is_private =
                good < units.size() && encoding_ == Encoding::big5 && is_private(units[good]);
            if (step.malformed || good < units.size()) {
                return false;
            }
            bytes.remove_prefix(step.taken);
        } while (!bytes.empty());
        return true;
    }

    Input& input_;
    Encoding encoding_;
    Converter converter_;
    std::array<char16_t, block_size> units_{};
    Trouble found_;
};

/// The line and column of a place in well-formed UTF-8. Errors: those of Input::read().
Result<Trouble> count_utf8(Input& input, std::uint64_t offset) {
    input.rewind();
    Trouble trouble{.offset = offset};
    std::vector<char> block(block_size);
    std::size_t kept = 0;  // bytes of a character that was cut off
    while (offset > 0) {
        const auto size = std::min<std::uint64_t>(block.size() - kept, offset);
        const auto read = input.read({&block[kept], static_cast<std::size_t>(size)});
        if (!read || *read == 0) {
            return read ? Result<Trouble>{trouble} : Result<Trouble>{read.error()};
        }
        offset -= *read;
        const std::string_view bytes{block.data(), kept + *read};
        const auto whole = well_formed_prefix(bytes);
        trouble.lines.add(bytes.substr(0, whole));
        kept = bytes.size() - whole;
        std::copy(bytes.end() - static_cast<std::ptrdiff_t>(kept), bytes.end(), block.begin());
    }
    return trouble;
}

}  // namespace

struct Decoder::State {
    State(Input& from, Encoding kind) : input(from), encoding(kind) {
        if (kind != Encoding::utf8) {
            converter = std::make_unique<Converter>(kind);
            block.resize(block_size);
            units.resize(block_size);
        }
        input.rewind();
    }

    Result<std::size_t> read_utf8(std::span<char> into);
    Result<std::size_t> convert(std::span<char> into);
    std::optional<Error> fill_block();
    std::size_t take_units(std::span<const char16_t> from, std::span<char> into);
    Error trouble_at(std::uint64_t near);

    Input& input;
    Encoding encoding;
    std::optional<Error> error = {};
    bool failed = false;       ///< the next call has to give the error
    std::uint64_t offset = 0;  ///< of what comes next; of the trouble, or shortly before it
    bool started = false;      ///< a byte order mark can no longer come
    bool ended = false;        ///< of the input

    std::string held = {};  ///< UTF-8: the beginning of a character that was cut off

    std::unique_ptr<Converter> converter = {};
    std::vector<char> block = {};
    std::string_view bytes = {};  ///< of the block, not converted yet
    std::vector<char16_t> units = {};
    char16_t high = 0;  ///< the first half of a pair whose second is still to come
};

namespace {

/// Drops a byte order mark at the front of the first text; says how many bytes are left.
std::size_t without_mark(std::span<char> text) {
    constexpr std::string_view mark = "\xEF\xBB\xBF";
    const std::string_view whole{text.data(), text.size()};
    if (!whole.starts_with(mark)) {
        return whole.size();
    }
    std::copy(text.begin() + mark.size(), text.end(), text.begin());
    return whole.size() - mark.size();
}

}  // namespace

Result<std::size_t> Decoder::State::read_utf8(std::span<char> into) {
    std::size_t length = 0;
    while (length == 0 && !failed && !ended) {
        std::copy(held.begin(), held.end(), into.begin());
        const auto read = input.read(into.subspan(held.size()));
        if (!read) {
            return read.error();
        }
        ended = *read == 0;
        const std::string_view text{into.data(), held.size() + *read};
        const auto whole = well_formed_prefix(text);
        const auto rest = text.substr(whole);
        offset += whole;
        failed = !rest.empty() && (ended || !starts_sequence(rest));
        held.assign(failed ? "" : rest);
        length = started ? whole : without_mark(into.first(whole));
        started = started || whole > 0;
    }
    return length;
}

std::optional<Error> Decoder::State::fill_block() {
    if (!bytes.empty() || ended) {
        return std::nullopt;
    }
    offset = input.position();
    const auto read = input.read(block);
    if (!read) {
        return read.error();
    }
    bytes = {block.data(), *read};
    ended = *read == 0;
    return std::nullopt;
}

/// UTF-8 for the units; says how many bytes it takes.
std::size_t Decoder::State::take_units(std::span<const char16_t> from, std::span<char> into) {
    if (!from.empty() && !std::exchange(started, true) && from.front() == byte_order_mark) {
        from = from.subspan(1);
    }
    char* end = into.data();
    for (const auto unit : from) {
        if (is_high_surrogate(unit)) {
            high = unit;
        } else if (is_low_surrogate(unit)) {
            constexpr char32_t first_beyond = 0x10000;
            constexpr char32_t half = 0x3FF;
            end = put_utf8(end, first_beyond + ((high & half) << 10U) + (unit & half));
        } else {
            end = put_utf8(end, unit);
        }
    }
    return static_cast<std::size_t>(end - into.data());
}

Result<std::size_t> Decoder::State::convert(std::span<char> into) {
    const auto room = std::min(units.size(), into.size() / 3 - 1);
    for (;;) {
        if (auto trouble = fill_block()) {
            return *std::move(trouble);
        }
        const auto step = converter->convert(bytes, ended, {units.data(), room});
        bytes.remove_prefix(step.taken);
        const std::span<const char16_t> got{units.data(), step.written};
        const auto good = count_allowed(encoding, got);
        failed = step.malformed || good < got.size();
        const auto length = take_units(got.first(good), into);
        if (length > 0 || failed || (ended && step.written == 0)) {
            return length;
        }
    }
}

Error Decoder::State::trouble_at(std::uint64_t near) {
    constexpr std::uint64_t longest_sequence = 16;
    const auto found = encoding == Encoding::utf8
                           ? count_utf8(input, near)
                           : Search{input, encoding}.find(near - std::min(near, longest_sequence));
    if (!found) {
        return found.error();
    }
    const auto id = found->is_private ? ErrorId::big5_private : ErrorId::malformed_text;
    return {id,
            {Arg{encodings.word(encoding), encodings.kind}, std::to_string(found->offset)},
            found->lines.place(input.name())};
}

Decoder::Decoder(Input& input, Encoding encoding)
    : state_(std::make_unique<State>(input, encoding)) {}
Decoder::~Decoder() = default;

const std::string& Decoder::name() const noexcept {
    return state_->input.name();
}

Encoding Decoder::encoding() const noexcept {
    return state_->encoding;
}

Result<std::size_t> Decoder::read(std::span<char> into) {
    if (state_->error) {
        return *state_->error;
    }
    if (!state_->failed) {
        auto length =
            state_->encoding == Encoding::utf8 ? state_->read_utf8(into) : state_->convert(into);
        if (!length) {
            state_->error = length.error();
            return length;
        }
        if (*length > 0 || !state_->failed) {
            return length;
        }
    }
    state_->error = state_->trouble_at(state_->offset);
    return *state_->error;
}

}  // namespace dudao::exchange
