#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <vector>

namespace example {

/// Chance that is the same on every machine: std::mt19937_64 is, the distributions of the standard
/// library are not.
class Chance {
  public:
    explicit Chance(std::uint64_t seed) : engine_(seed) {}

    /// 0 to `bound` - 1.
    std::size_t below(std::size_t bound) { return engine_() % bound; }

    /// True so many times of a million.
    bool happens(std::int64_t millionths) {
        return static_cast<std::int64_t>(below(1'000'000)) < millionths;
    }

  private:
    std::mt19937_64 engine_;
};

/// A shop of the example chain.
struct Shop {
    std::vector<std::string> fields;  ///< of the list, as they are
    std::string code;
    std::string province;  ///< the city where the list has none
    std::string city;
    std::size_t supervisor = 0;  ///< index
    std::int64_t quality = 0;    ///< per mille: how much more often than others it fails
};

struct Chain {
    std::vector<std::string> headers;
    std::vector<Shop> shops;
    std::size_t supervisors = 0;
};

/// Reads the list of stores and gives each shop a supervisor of its area.
Chain read_chain(const std::string& stores_file, Chance& chance);

/// The list of people: supervisors, a head for each shop, managers, approvers, an analyst.
std::string people_csv(const Chain& chain, Chance& chance);

/// The list of stores with columns for ownership, supervisor and head.
std::string stores_csv(const Chain& chain);

std::string supervisor_code(std::size_t index);
std::string head_code(const Shop& shop);

}  // namespace example
