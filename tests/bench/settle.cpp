// bench_settle STORE MONTH: puts right most issues that were raised in a month (YYYY-MM), as people
// would by the commands of `rectify`, but all in one transaction: 13 of 16 are planned the next
// day, submitted, and accepted up to a fortnight after they were raised.
#include "domain/issue.hpp"
#include "domain/period.hpp"
#include "store/events.hpp"
#include "store/issues.hpp"
#include "store/store.hpp"

#include <algorithm>
#include <cstdint>
#include <iostream>
#include <string>
#include <string_view>
#include <vector>

namespace {

using namespace dudao;

struct Step {
    domain::Event event;
    std::int64_t unit = 0;  ///< key
};

constexpr int of_sixteen = 13;
constexpr int most_days = 14;
constexpr int days_later = 31;  ///< for the rest

class Settlement {
  public:
    Settlement(store::Driver& driver, bool rest) : issues_(driver), rest_(rest) {}

    void settle(const store::IssueRow& row) {
        if (!rest_ && chance_() % 16 >= of_sixteen) {
            return;
        }
        const auto days = static_cast<int>(1 + chance_() % most_days) + (rest_ ? days_later : 0);
        auto state = domain::initial_state(row.issue);
        take(row, state, domain::Verb::planned, 1, "P001");
        take(row, state, domain::Verb::submitted, days, "P001");
        take(row, state, domain::Verb::accepted, days, "P002");
        issues_.keep(row.issue.id, state);
    }

    /// In the order of their ids, as facts are added.
    const std::vector<Step>& steps() {
        std::sort(steps_.begin(), steps_.end(), [](const Step& a, const Step& b) {
            return a.event.id < b.event.id;
        });
        return steps_;
    }

  private:
    void take(const store::IssueRow& row,
              domain::IssueState& state,
              domain::Verb verb,
              int days,
              const char* actor) {
        const auto hours = std::chrono::hours{static_cast<int>(verb)};
        domain::Event event{.subject_kind = domain::SubjectKind::issue,
                            .subject = row.issue.id,
                            .unit = row.issue.unit,
                            .verb = verb,
                            .at = row.issue.raised_at + std::chrono::days{days} + hours,
                            .day = row.issue.raised_on + std::chrono::days{days},
                            .actor = actor};
        event.id = random_ulid(Millis{event.at}, chance_);
        if (verb == domain::Verb::planned) {
            event.note = "重新培训并复查";
            event.person = "P001";
        }
        state = domain::after(state, event).or_throw();
        steps_.push_back({std::move(event), row.unit});
    }

    store::Issues issues_;
    bool rest_;
    Random chance_ = seeded_random(1);
    std::vector<Step> steps_;
};

void settle(const std::string& path, const domain::Period& month, bool rest) {
    const auto driver = store::open(path, store::Need::writing, {}, [](const std::string&) {});
    const auto days = std::chrono::days{most_days + 2 + (rest ? days_later : 0)};
    const auto now = Millis{Instant{month.last + days}};
    store::Writing writing{*driver, {.actor = "P002", .device = "BENCH", .now = now}, "settle"};
    std::vector<store::IssueRow> rows;
    store::Issues{*driver}.each(
        {.raised_from = month.first, .raised_to = month.last}, 0, [&](const store::IssueRow& row) {
            rows.push_back(row);
            return true;
        });
    Settlement settlement{*driver, rest};
    for (const auto& row : rows) {
        settlement.settle(row);
    }
    store::EventWriter writer{writing};
    for (const auto& [event, unit] : settlement.steps()) {
        writer.add(event, {unit, event.unit});
    }
    writer.finish();
    writing.commit("settled");
}

}  // namespace

int main(int argc, char** argv) {
    const bool rest = argc == 4 && std::string_view{argv[3]} == "rest";
    if (argc != 3 && !rest) {
        std::cerr << "usage: bench_settle STORE MONTH [rest]\n";
        return 2;
    }
    try {
        settle(argv[1], dudao::domain::parse_period(argv[2]).or_throw(), rest);
    } catch (const dudao::Failure& failure) {
        std::cerr << failure.what() << '\n';
        return 1;
    }
    return 0;
}
