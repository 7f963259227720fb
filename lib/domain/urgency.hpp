#pragma once

#include "base/vocabulary.hpp"

#include <cstdint>

namespace dudao::domain {

/// 紧急程度. Ordered: a later enumerator is more urgent.
enum class Urgency : std::uint8_t { low = 1, medium = 2, high = 3, critical = 4 };

inline constexpr Vocabulary<Urgency, 4> urgencies{"urgency",
                                                  {{{Urgency::low, "low"},
                                                    {Urgency::medium, "medium"},
                                                    {Urgency::high, "high"},
                                                    {Urgency::critical, "critical"}}}};

}  // namespace dudao::domain
