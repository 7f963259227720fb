#pragma once

#include "context.hpp"

#include <chrono>
#include <cstdint>
#include <optional>

namespace dudao {

/// A bar on standard error that says how far an input is read; nothing unless that is a terminal.
class Progress {
  public:
    /// `total` bytes, where known.
    Progress(const Context& context, std::optional<std::uint64_t> total);

    void show(std::uint64_t bytes);

    /// Takes the bar off the screen.
    void clear();

  private:
    const Context* context_;
    std::optional<std::uint64_t> total_;
    Millis begun_;
    Millis shown_{};
    bool visible_ = false;
};

}  // namespace dudao
