#pragma once

#include "base/clock.hpp"
#include "base/decimal.hpp"
#include "base/vocabulary.hpp"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace dudao::domain {

/// How much a sample tells (检验水平): special levels for costly inspections, then I, II, III.
enum class SampleLevel : std::uint8_t { s1 = 1, s2 = 2, s3 = 3, s4 = 4, i = 5, ii = 6, iii = 7 };

/// 正常检验, 加严检验.
enum class Severity : std::uint8_t { normal = 1, tightened = 2 };

inline constexpr Vocabulary<SampleLevel, 7> sample_levels{"inspection level",
                                                          {{{SampleLevel::s1, "S-1"},
                                                            {SampleLevel::s2, "S-2"},
                                                            {SampleLevel::s3, "S-3"},
                                                            {SampleLevel::s4, "S-4"},
                                                            {SampleLevel::i, "I"},
                                                            {SampleLevel::ii, "II"},
                                                            {SampleLevel::iii, "III"}}}};
inline constexpr Vocabulary<Severity, 2> severities{
    "inspection severity", {{{Severity::normal, "normal"}, {Severity::tightened, "tightened"}}}};

/// A single sampling plan (一次抽样方案) for a lot.
struct SamplingPlan {
    char letter = 'A';  ///< 样本量字码 that is used, after the arrows of the table
    std::int64_t size = 0;
    int accept = 0;  ///< the lot is accepted with so many defects; one more rejects it

    bool operator==(const SamplingPlan&) const = default;
};

/// The letter for a lot of 2 records or more, GB/T 2828.1 (ISO 2859-1) table 1.
char sample_letter(std::int64_t lot, SampleLevel level) noexcept;

/// The plan of tables 2-A and 2-B; a sample that would be as large as the lot is the whole lot.
/// Nothing when `aql` is none of the standard's (0.010 to 1000). Promises: `lot` is at least 1.
std::optional<SamplingPlan> sampling_plan(std::int64_t lot,
                                          SampleLevel level,
                                          Decimal aql,
                                          Severity severity);

/// The acceptance quality limits of the standard, in percent.
std::vector<Decimal> acceptance_limits();

/// What a series of lots leads to, the oldest first: tightened after 2 of 5 or fewer consecutive
/// lots were rejected, normal again after 5 accepted in a row.
struct SeriesState {
    Severity severity = Severity::normal;
    bool discontinued = false;  ///< 5 were rejected under tightened inspection: improve first
};
SeriesState series_state(const std::vector<bool>& accepted);

/// How many of the sample come from each stratum: in proportion, the greatest remainders rounded
/// up; never more than a stratum has. Promises: `size` is not beyond their sum.
std::vector<std::size_t> allocation(const std::vector<std::size_t>& strata, std::size_t size);

/// `size` of the numbers from 0 to `population` - 1, in order, each as likely as any other.
/// Promises: `size` is not beyond `population`.
std::vector<std::size_t> drawn_sample(const Random& chance,
                                      std::size_t population,
                                      std::size_t size);

}  // namespace dudao::domain
