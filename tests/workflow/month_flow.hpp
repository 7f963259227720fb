#pragma once

#include "flow.hpp"
#include "support/arbitrary.hpp"
#include "support/samples.hpp"
#include "workflow/issues.hpp"

#include <fmt/format.h>

namespace dudao::test {

using domain::Verb;
using workflow::IssueStep;
using workflow::list_issues;
using namespace std::chrono_literals;

inline constexpr Day month_today{2026y / 11 / 24};

/// Five shops with visits in October and November by chance, some of whose issues are rectified.
struct Month : Flow {
    explicit Month(std::uint64_t seed) {
        auto random = seeded_random(seed);
        open_chain(*this);
        plan("2026-11", 2);
        set(month_today);
        std::string list = "unit,at,inspector,Q1,Q2,Q3,Q4,Q5\n";
        for (int visit = 0; visit < 60; ++visit) {
            list += fmt::format("S0{},2026-{}-{:02} 10:{:02},zhang,{},{},{},{},{}\n",
                                between(random, 1, 5),
                                pick(random, {10, 11, 11, 11}),
                                between(random, 1, 23),
                                visit % 60,
                                pick(random, {"P", "P", "F", "N"}),
                                pick(random, {"P", "M", "F", ""}),
                                pick(random, {"1", "4", "9"}),
                                pick(random, {"0", "3", "5", ""}),
                                pick(random, {"good", "fair", "poor"}));
        }
        answers(list);
        rectify(random);
    }

    void rectify(Random& random) {
        auto session = as();
        std::vector<std::string> ids;
        list_issues(session, {}, [&](const auto& row) { ids.push_back(to_text(row.issue.id)); });
        for (const auto& id : ids) {
            const auto kind = below(random, 4);
            const auto step = [&](const std::string& actor, IssueStep what) {
                what.issue = id;
                auto acting = as(actor);
                step_issue(acting, what);
            };
            if (kind == 0) {
                continue;
            }
            if (kind == 1) {
                step("zhao", {.verb = Verb::cancelled, .note = "误判"});
                continue;
            }
            step("zhang", {.verb = Verb::planned, .note = "整改", .person = "wang"});
            step("zhang", {.verb = Verb::submitted});
            if (kind == 3) {
                step("li", {.verb = Verb::rejected, .note = "不够"});
                step("zhang", {.verb = Verb::planned, .note = "再改", .person = "wang"});
                step("zhang", {.verb = Verb::submitted});
            }
            step("li", {.verb = Verb::accepted});
        }
    }

    /// Of the visits of November that count.
    std::int64_t visits(const std::string& what, const std::string& where = "1 = 1") const {
        return number(
            fmt::format("SELECT CAST(COALESCE(sum({}), 0) AS BIGINT) FROM inspection i WHERE "
                        "i.counts = 1 AND i.day >= {} AND "
                        "i.day <= {} AND {}",
                        what,
                        days(2026y / 11 / 1),
                        days(2026y / 11 / 30),
                        where));
    }
    std::int64_t issues(const std::string& where) const {
        return number(
            fmt::format("SELECT count(*) FROM issue WHERE raised_on >= {} AND raised_on "
                        "<= {} AND {}",
                        days(2026y / 11 / 1),
                        days(2026y / 11 / 30),
                        where));
    }
    static std::int64_t days(std::chrono::year_month_day date) {
        return Day{date}.time_since_epoch().count();
    }
};

}  // namespace dudao::test
