#include "exchange/text_window.hpp"

#include <algorithm>
#include <span>

namespace dudao::exchange {

TextWindow::TextWindow(Decoder& text, std::size_t size)
    : text_(&text), buffer_(size + 1 + padding) {}

bool TextWindow::grow() {
    if (complete_) {
        return false;
    }
    std::copy(buffer_.begin() + static_cast<std::ptrdiff_t>(begin_),
              buffer_.begin() + static_cast<std::ptrdiff_t>(end_),
              buffer_.begin());
    end_ -= begin_;
    begin_ = 0;
    auto room = buffer_.size() - 1 - padding;
    if (room - end_ < room / 2) {
        room *= 2;
        buffer_.resize(room + 1 + padding);
    }
    while (!complete_ && room - end_ >= Decoder::least_room) {
        const auto length = text_->read(std::span{buffer_}.subspan(end_, room - end_));
        if (!length) {
            trouble_ = length.error();
        }
        complete_ = !length || *length == 0;
        end_ += complete_ ? 0 : *length;
    }
    std::fill_n(buffer_.begin() + static_cast<std::ptrdiff_t>(end_), 1 + padding, '\n');
    return true;
}

}  // namespace dudao::exchange
