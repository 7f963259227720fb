#pragma once

#include "domain/checklist.hpp"
#include "domain/period.hpp"
#include "report/period_builder.hpp"
#include "store/inspections.hpp"

#include <cstddef>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace dudao::workflow {

/// What reports compare a period with: scores of the periods of its trend and of the year before,
/// and where they cannot be compared.
class ScoreHistory {
  public:
    /// `driver` must outlive the history.
    ScoreHistory(store::Driver& driver, const domain::Period& period);

    /// Of all units, by day.
    std::vector<store::ScoreGroup> groups() const;

    /// Of the units of each part.
    std::vector<std::vector<store::ScoreGroup>> groups(
        std::size_t parts, const store::Inspections::PartOf& part_of) const;

    /// Adds them to a report, with the periods from which on a checklist is used in a version whose
    /// scores cannot be compared with those of the version before.
    void give(report::PeriodBuilder& builder, const std::vector<store::ScoreGroup>& groups);

  private:
    using Versions = std::set<std::int64_t>;  ///< keys of checklists

    std::map<Day, Versions> used(const std::vector<store::ScoreGroup>& groups) const;
    const domain::Checklist& version(std::int64_t checklist);
    bool are_comparable(const Versions& before, const Versions& after);

    store::Driver* driver_;
    std::vector<domain::Period> periods_;  ///< by their first days
    std::vector<domain::Period> spans_;    ///< days to be read, that hold them all
    std::map<std::int64_t, std::string> codes_ = {};
    std::map<std::int64_t, domain::Checklist> versions_ = {};  ///< each is loaded once
};

}  // namespace dudao::workflow
