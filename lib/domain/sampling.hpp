#pragma once

#include "base/clock.hpp"

#include <cstddef>
#include <vector>

namespace dudao::domain {

/// How many of the sample come from each stratum: in proportion, the greatest remainders rounded
/// up; never more than a stratum has. Promises: `size` is not beyond their sum.
std::vector<std::size_t> allocation(const std::vector<std::size_t>& strata, std::size_t size);

/// `size` of the numbers from 0 to `population` - 1, in order, each as likely as any other.
/// Promises: `size` is not beyond `population`.
std::vector<std::size_t> drawn_sample(const Random& chance,
                                      std::size_t population,
                                      std::size_t size);

}  // namespace dudao::domain
