#pragma once

#include "base/ulid.hpp"

#include <unordered_map>
#include <vector>

namespace dudao::domain {

/// A submitted visit that stands in the place of an earlier one.
struct Correction {
    Ulid id{};
    Ulid corrects{};

    bool operator==(const Correction&) const = default;
};

/// Which record of a visit is in force: the last correction of it or of its corrections, so that
/// two people who corrected the same visit on two devices do not count it twice.
class Corrections {
  public:
    /// `in_order`: in the total order of facts.
    explicit Corrections(const std::vector<Correction>& in_order = {});

    /// All records of the visit that `id` is one of, the first one first; `id` alone when it was
    /// never corrected.
    std::vector<Ulid> records(const Ulid& id) const;

    /// The last of records().
    Ulid in_force(const Ulid& id) const;

  private:
    std::unordered_map<Ulid, Ulid> first_;                 ///< of each correction
    std::unordered_map<Ulid, std::vector<Ulid>> records_;  ///< by the first one
};

}  // namespace dudao::domain
