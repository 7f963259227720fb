#include "domain/sampling.hpp"

#include <cstdint>
#include <limits>
#include <numeric>

namespace dudao::domain {

std::vector<std::size_t> allocation(const std::vector<std::size_t>& strata, std::size_t size) {
    const auto total = std::accumulate(strata.begin(), strata.end(), std::size_t{0});
    std::vector<std::size_t> shares;
    std::vector<std::pair<std::size_t, std::size_t>> remainders;  // of the share, index
    std::size_t given = 0;
    for (std::size_t at = 0; at < strata.size(); ++at) {
        const auto product = strata[at] * size;
        shares.push_back(total == 0 ? 0 : product / total);
        given += shares.back();
        remainders.emplace_back(total == 0 ? 0 : product % total, at);
    }
    std::stable_sort(remainders.begin(), remainders.end(), [](const auto& a, const auto& b) {
        return a.first > b.first;
    });
    for (std::size_t at = 0; given < size; ++at) {
        ++shares[remainders[at].second];
        ++given;
    }
    return shares;
}

std::vector<std::size_t> drawn_sample(const Random& chance,
                                      std::size_t population,
                                      std::size_t size) {
    // Each number is taken with the chance that so many of the rest are still wanted.
    constexpr auto greatest = std::numeric_limits<std::uint64_t>::max();
    std::vector<std::size_t> drawn;
    for (std::size_t at = 0; at < population && drawn.size() < size; ++at) {
        const auto left = population - at;
        const auto bound = greatest - greatest % left;
        auto number = chance();
        while (number >= bound) {
            number = chance();
        }
        if (number % left < size - drawn.size()) {
            drawn.push_back(at);
        }
    }
    return drawn;
}

}  // namespace dudao::domain
