#pragma once

#include "base/clock.hpp"
#include "base/vocabulary.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace dudao::domain {

/// Whether those who are said to be responsible see it so (责任认定).
enum class Responsibility : std::uint8_t {
    proposed = 1,  ///< by the rule, or by whoever raised or moved it
    confirmed = 2,
    disputed = 3,
};

inline constexpr Vocabulary<Responsibility, 3> responsibilities{
    "responsibility",
    {{{Responsibility::proposed, "proposed"},
      {Responsibility::confirmed, "confirmed"},
      {Responsibility::disputed, "disputed"}}}};

/// How far an issue reaches (影响范围).
enum class ImpactScope : std::uint8_t { store = 1, stores = 2, region = 3, chain = 4 };

inline constexpr Vocabulary<ImpactScope, 4> impact_scopes{"impact scope",
                                                          {{{ImpactScope::store, "store"},
                                                            {ImpactScope::stores, "stores"},
                                                            {ImpactScope::region, "region"},
                                                            {ImpactScope::chain, "chain"}}}};

/// What a customer says when he is called back (回访).
enum class CallBackOutcome : std::uint8_t { satisfied = 1, unsatisfied = 2 };

inline constexpr Vocabulary<CallBackOutcome, 2> call_back_outcomes{
    "outcome",
    {{{CallBackOutcome::satisfied, "satisfied"}, {CallBackOutcome::unsatisfied, "unsatisfied"}}}};

/// The most whys that lead from what is wrong to its root cause (五个为什么).
inline constexpr std::size_t most_whys = 5;

/// What is known of an issue beside its course: as it was raised, or as amended last. A text that
/// is empty says nothing.
struct IssueRecord {
    std::string category = {};
    std::string department = {};              ///< code; empty: the unit itself
    std::vector<std::string> assisting = {};  ///< codes, as they were named
    std::vector<std::string> labels = {};     ///< sorted
    std::string channel = {};
    std::optional<ImpactScope> scope = {};
    std::string manifestation = {};
    std::string containment = {};
    std::string cause_class = {};
    std::vector<std::string> whys = {};  ///< most_whys at most
    std::string risk = {};

    bool operator==(const IssueRecord&) const = default;
};

/// When a complaint or an incident was taken care of. What has not happened is absent.
struct ServiceTimes {
    std::optional<Instant> received = {};  ///< when it was raised, unless somebody knows better
    std::optional<Instant> responded = {};
    std::optional<Instant> solved =
        {};  ///< last: it is open again when the customer is not content
    std::optional<Instant> called_back = {};

    bool operator==(const ServiceTimes&) const = default;
};

/// Codes of those who did it.
struct ServicePeople {
    std::string responded = {};
    std::string solved = {};
    std::string called_back = {};

    bool operator==(const ServicePeople&) const = default;
};

}  // namespace dudao::domain
