#pragma once

#include "domain/organisation.hpp"
#include "domain/period.hpp"
#include "store/units.hpp"
#include "workflow/session.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <unordered_set>

namespace dudao::workflow {

struct PeriodReportRequest {
    domain::Period period{};
    domain::UnitFilter units = {};  ///< that it is about; its `as_of` and `text` are not looked at
    /// The day by whose organisation units stand; absent: the last of the period, or today.
    std::optional<Day> organised_on = {};
    std::string chain;         ///< name of the chain, for the title
    std::size_t overdue = 50;  ///< lines of the overdue list
    bool each_region = false;  ///< also a report for each region right under it
    bool visits = false;       ///< each_visit() is going to be asked for them
};

/// The units that a report is about, as they stood on the day that it goes by.
class PeriodUnits {
  public:
    /// Errors (thrown): no_such_unit.
    PeriodUnits(Session& session, const PeriodReportRequest& request);

    const domain::Organisation& organisation() const noexcept { return organisation_; }

    /// Key of the unit that the report is about; 0: all.
    std::int64_t below() const noexcept { return below_; }

    Day organised_on() const noexcept { return organised_on_; }

    /// Whether the report is about units of some kind only, beside those below one.
    bool is_narrowed() const noexcept { return wanted_.has_value(); }

    /// A unit with where it hung: the key of its parent, 0 for none.
    using Visit = std::function<void(
        const store::UnitScan& row, std::int64_t parent, domain::UnitStatus status)>;

    /// Every unit of the wanted kind, whether or not it is below(), in no order.
    void each(const Visit& visit) const;

  private:
    Session* session_;
    domain::Organisation organisation_;
    Day organised_on_;
    std::int64_t below_ = 0;
    std::optional<std::unordered_set<std::int64_t>> wanted_ = {};  ///< absent: any
};

}  // namespace dudao::workflow
