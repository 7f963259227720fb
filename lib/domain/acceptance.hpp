#pragma once

#include "base/decimal.hpp"
#include "base/vocabulary.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace dudao::domain {

/// How much a sample tells (检验水平): special levels for costly inspections, then I, II, III.
enum class SampleLevel : std::uint8_t { s1 = 1, s2 = 2, s3 = 3, s4 = 4, i = 5, ii = 6, iii = 7 };

/// 正常检验, 加严检验, 放宽检验.
enum class Severity : std::uint8_t { normal = 1, tightened = 2, reduced = 3 };

inline constexpr Vocabulary<SampleLevel, 7> sample_levels{"inspection level",
                                                          {{{SampleLevel::s1, "S-1"},
                                                            {SampleLevel::s2, "S-2"},
                                                            {SampleLevel::s3, "S-3"},
                                                            {SampleLevel::s4, "S-4"},
                                                            {SampleLevel::i, "I"},
                                                            {SampleLevel::ii, "II"},
                                                            {SampleLevel::iii, "III"}}}};
inline constexpr Vocabulary<Severity, 3> severities{"inspection severity",
                                                    {{{Severity::normal, "normal"},
                                                      {Severity::tightened, "tightened"},
                                                      {Severity::reduced, "reduced"}}}};

/// A single sampling plan (一次抽样方案) for a lot.
struct SamplingPlan {
    char letter = 'A';  ///< 样本量字码 that is used, after the arrows of the table
    std::int64_t size = 0;
    int accept = 0;  ///< the lot is accepted with so many defects; one more rejects it

    bool operator==(const SamplingPlan&) const = default;
};

/// The letter for a lot of 2 records or more, GB/T 2828.1 (ISO 2859-1) table 1.
char sample_letter(std::int64_t lot, SampleLevel level) noexcept;

/// The plan of tables 2-A, 2-B and 2-C; a sample that would be as large as the lot is the whole
/// lot. Nothing when `aql` is none of the standard's (0.010 to 1000). Promises: `lot` is at
/// least 1.
std::optional<SamplingPlan> sampling_plan(std::int64_t lot,
                                          SampleLevel level,
                                          Decimal aql,
                                          Severity severity);

/// The acceptance number of normal inspection in the row of `letter` one step tighter than `aql`
/// (AQL 严一档). Nothing where no plan stands there.
std::optional<int> accept_one_step_tighter(char letter, Decimal aql);

/// The acceptance quality limits of the standard, in percent.
std::vector<Decimal> acceptance_limits();

}  // namespace dudao::domain
