#pragma once

#include "exchange/decoder.hpp"

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace dudao::exchange {

/// The part of a decoded text that is in memory, so that a reader can cut records out of it.
class TextWindow {
  public:
    /// What is read at once, so small that it stays in the processor's cache.
    static constexpr std::size_t usual_size = 1U << 18U;

    /// `text` must outlive the window. `size` is what it holds, unless a record needs more; twice
    /// Decoder::least_room or more.
    explicit TextWindow(Decoder& text, std::size_t size = usual_size);

    /// What has been read and not consumed yet. One '\n' and 64 readable bytes without meaning
    /// follow it, so that it may be scanned in blocks.
    std::string_view rest() const noexcept { return {buffer_.data() + begin_, end_ - begin_}; }

    /// Promises: `count` is at most rest().size().
    void consume(std::size_t count) noexcept { begin_ += count; }

    /// Reads on, so that rest() gets longer; it may move. False when there is no more, at the end
    /// of the text or because of trouble().
    bool grow();

    /// True when rest() is all there is: grow() has said so.
    bool is_complete() const noexcept { return complete_; }

    /// Why there is no more, unless it is the end of the text: the errors of Decoder::read().
    const std::optional<Error>& trouble() const noexcept { return trouble_; }

    Decoder& text() const noexcept { return *text_; }

    static constexpr std::size_t padding = 64;

  private:
    Decoder* text_;
    std::vector<char> buffer_;
    std::size_t begin_ = 0;
    std::size_t end_ = 0;
    bool complete_ = false;
    std::optional<Error> trouble_ = {};
};

}  // namespace dudao::exchange
