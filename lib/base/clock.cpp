#include "base/clock.hpp"

#include <random>

namespace dudao {

Clock system_clock() {
    return [] {
        return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
    };
}

Clock fixed_clock(Millis now) {
    return [now] { return now; };
}

Random system_random() {
    return [] {
        std::random_device device;
        constexpr unsigned half = 32;
        return (std::uint64_t{device()} << half) | device();
    };
}

Random seeded_random(std::uint64_t seed) {
    return [engine = std::mt19937_64{seed}]() mutable { return std::uint64_t{engine()}; };
}

}  // namespace dudao
