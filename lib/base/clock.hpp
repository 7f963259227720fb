#pragma once

#include <chrono>
#include <cstdint>
#include <functional>

namespace dudao {

/// A moment in UTC, to the second.
using Instant = std::chrono::sys_seconds;

/// A moment in UTC, to the millisecond: what ids and the journal's clock are made from.
using Millis = std::chrono::sys_time<std::chrono::milliseconds>;

/// The present moment. The only way the library learns the time.
using Clock = std::function<Millis()>;

Clock system_clock();
Clock fixed_clock(Millis now);

/// 64 random bits a call. The only way the library learns of chance.
using Random = std::function<std::uint64_t()>;

/// Random bits that no one can guess.
Random system_random();

/// The same bits for the same seed, on every machine.
Random seeded_random(std::uint64_t seed);

}  // namespace dudao
