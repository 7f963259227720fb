#pragma once

#include "domain/checklist.hpp"
#include "domain/event.hpp"
#include "domain/issue.hpp"
#include "domain/person.hpp"
#include "domain/plan.hpp"
#include "domain/unit.hpp"

#include <chrono>
#include <string>
#include <vector>

// Plain values with every field valid: a test changes only what it is about.

namespace dudao::test {

using namespace std::chrono_literals;

inline constexpr Day november_fifth{2026y / 11 / 5};

/// 5 November 2026, 9 o'clock in Shanghai.
inline constexpr Instant morning{november_fifth + 1h};

/// The id of sixteen bytes with this value, 0 to 255.
constexpr Ulid id_of(int byte) {
    Ulid id;
    id.bytes.fill(static_cast<std::uint8_t>(byte));
    return id;
}

domain::Unit a_unit(std::string code);
domain::Person a_person(std::string code, std::vector<domain::Role> roles = {});

/// Pass or fail.
domain::Item an_item(std::string id, Decimal points);
domain::Item an_item(std::string id, int points);

/// Whole numbers from `from` to `to`, each worth so many points as its value; below 3 they fail.
domain::Item a_scale(std::string id, int from, int to);

/// A temperature from 0 to 5 ℃, worth 4 points.
domain::Item a_number(std::string id);

/// good (6 points, pass), fair (3 points, partial), poor (0 points, fail).
domain::Item a_choice(std::string id);

/// A section for each list, named A, B … with equal weights.
domain::Checklist a_checklist(std::vector<std::vector<domain::Item>> sections);

/// Raised this morning in S0012, due in a week.
domain::Issue an_issue();

/// What `actor` does to an_issue() this morning, with all that the step asks for.
domain::Event an_event(domain::Verb verb, std::string actor = "zhang");

/// For visits in November 2026, by zhang, to be approved by a manager and an approver.
domain::Plan a_plan();

}  // namespace dudao::test
