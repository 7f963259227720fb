#pragma once

#include "domain/acceptance.hpp"
#include "exchange/encoding.hpp"
#include "exchange/input.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace dudao::workflow {

/// What to draw from a list of records.
struct SampleRequest {
    exchange::Input* input = nullptr;  ///< CSV with a header
    std::optional<exchange::Encoding> encoding = {};
    std::optional<char> delimiter = {};
    std::string by = {};  ///< column whose values are strata; empty: none
    /// How many; absent: what the standard asks for.
    std::optional<std::size_t> size = {};
    Decimal aql = Decimal{1};
    domain::SampleLevel level = domain::SampleLevel::ii;
    domain::Severity severity = domain::Severity::normal;
    std::uint64_t seed = 0;
};

struct Stratum {
    std::string name;
    std::size_t records = 0;
    std::size_t drawn = 0;
};

/// What was drawn.
struct Sample {
    std::size_t population = 0;
    std::size_t size = 0;
    std::optional<domain::SamplingPlan> plan = {};  ///< absent where the size was given
    std::vector<Stratum> strata = {};               ///< in the order in which they first appear
    std::vector<std::size_t> lines = {};            ///< of the records in the file
    std::string csv = {};                           ///< header and records, in the file's order
};

/// Draws a sample that anybody can draw again from the same file and seed.
/// Errors (thrown): all that reading CSV finds; usage_bad_value for a column that is not there, a
/// size beyond the records, an AQL that the standard does not know.
Sample draw_sample(const SampleRequest& request);

}  // namespace dudao::workflow
