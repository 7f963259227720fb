#include "store/risk_facts.hpp"

#include "domain/score.hpp"
#include "store/cells.hpp"
#include "store/statement.hpp"

namespace dudao::store {

namespace {

// Verdicts from 3 on: what was not assessed or is incomplete tells nothing.
constexpr std::string_view visits_sql =
    "SELECT i.unit, i.day, i.percentage, i.verdict FROM inspection i "
    "JOIN checklist c ON c.key = i.checklist WHERE c.code = $1 AND i.day >= $2 AND i.day <= $3 "
    "AND i.counts = 1 AND i.verdict >= 3 ORDER BY i.unit, i.day DESC, i.at DESC, i.id DESC";
// Open, planned, in progress, submitted, rejected.
constexpr std::string_view issues_sql =
    "SELECT unit, count(*) FROM issue WHERE counts = 1 AND urgency = 4 "
    "AND status IN (2, 3, 4, 5, 7) GROUP BY unit";

}  // namespace

std::unordered_map<std::int64_t, domain::RiskFacts> risk_facts(
    Driver& driver, std::string_view checklist, Day from, Day to, std::size_t most) {
    std::unordered_map<std::int64_t, domain::RiskFacts> facts;
    Statement visits{driver, visits_sql};
    visits.bind(checklist).bind(cell(from)).bind(cell(to));
    while (visits.step()) {
        auto& known = facts[visits.integer(0)].visits;
        if (known.size() == most) {
            continue;
        }
        domain::RiskVisit visit{.day = visits.day(1)};
        if (const auto percentage = visits.integer_if(2)) {
            visit.percentage = Decimal::from_thousandths(*percentage);
        }
        const auto verdict = domain::verdicts.from_number(visits.integer(3)).or_throw();
        visit.passed = verdict == domain::Verdict::passed;
        known.push_back(visit);
    }
    Statement issues{driver, issues_sql};
    while (issues.step()) {
        facts[issues.integer(0)].critical = issues.integer(1);
    }
    return facts;
}

}  // namespace dudao::store
