#pragma once

#include "domain/visibility.hpp"
#include "workflow/record.hpp"
#include "workflow/session.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace dudao::workflow {

/// What an item got in an earlier visit.
struct PastResult {
    Instant at{};
    domain::AnswerResult result = domain::AnswerResult::not_checked;
};

/// What items got in the visits of units, for conditions that look back, and for those who look.
class History {
  public:
    explicit History(Session& session) : session_(&session) {}

    /// Adds to the facts of a unit what its visits with this checklist before `at` were, as far
    /// back as the conditions of the checklist look: for those that look back at all. `unit` is a
    /// key.
    void add_to(domain::UnitFacts& facts,
                std::int64_t unit,
                const ChecklistInUse& checklist,
                Instant at);

    /// What each item got in the last visits before `at`, the latest first, at most `most` of each;
    /// by item. Visits that did not look at it are passed over.
    std::map<std::string, std::vector<PastResult>> last(std::int64_t unit,
                                                        const std::string& checklist,
                                                        Instant at,
                                                        std::size_t most);

    /// The ids of the items that failed in the visit at this moment.
    std::vector<std::string> failed(std::int64_t unit, const std::string& checklist, Instant at);

    /// A visit that is about to be recorded is one of those before later ones.
    void remember(std::int64_t unit,
                  const ChecklistInUse& checklist,
                  Instant at,
                  const domain::Answers& answers);

  private:
    struct Past {
        Instant at{};
        std::map<std::string, domain::AnswerResult, std::less<>> results = {};  ///< by item
    };

    std::vector<Past>& of(std::int64_t unit, const std::string& checklist);
    const ChecklistInUse& version(std::int64_t key);

    Session* session_;
    std::map<std::pair<std::int64_t, std::string>, std::vector<Past>> past_ = {};  ///< by moment
    std::map<std::int64_t, ChecklistInUse> versions_ = {};
};

}  // namespace dudao::workflow
