#include "term/progress.hpp"

#include <algorithm>
#include <ostream>

namespace dudao {

namespace {

constexpr double bytes_in_mib = 1024.0 * 1024.0;
constexpr std::size_t bar_width = 24;

}  // namespace

Progress::Progress(const Context& context, std::optional<std::uint64_t> total)
    : context_(&context), total_(total), begun_(context.env().now()) {}

void Progress::show(std::uint64_t bytes) {
    using std::chrono::milliseconds;
    constexpr milliseconds between{100};
    if (!context_->shows_progress()) {
        return;
    }
    const auto now = context_->env().now();
    if (now - shown_ < between || now - begun_ < between * 3) {
        return;
    }
    shown_ = now;
    visible_ = true;
    const auto seconds = std::chrono::duration<double>(now - begun_).count();
    const auto rate = static_cast<double>(bytes) / bytes_in_mib / std::max(seconds, 0.001);
    auto& err = context_->err();
    if (total_ && *total_ > 0) {
        const auto share = std::min(1.0, static_cast<double>(bytes) / static_cast<double>(*total_));
        const auto filled = static_cast<std::size_t>(share * bar_width);
        const auto left = share > 0 ? seconds / share - seconds : 0;
        err << fmt::format("\r[{}{}] {:3.0f}%  {:.0f} MiB/s  {:.0f} s ",
                           std::string(filled, '#'),
                           std::string(bar_width - filled, '.'),
                           share * 100,
                           rate,
                           left)
            << std::flush;
    } else {
        err << fmt::format(
                   "\r{:.0f} MiB  {:.0f} MiB/s ", static_cast<double>(bytes) / bytes_in_mib, rate)
            << std::flush;
    }
}

void Progress::clear() {
    if (visible_) {
        context_->err() << "\r\x1b[K" << std::flush;
        visible_ = false;
    }
}

}  // namespace dudao
