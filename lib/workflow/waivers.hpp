#pragma once

#include "domain/organisation.hpp"
#include "domain/waiver.hpp"
#include "workflow/record.hpp"
#include "workflow/session.hpp"

#include <cstdint>
#include <unordered_map>
#include <utility>
#include <vector>

namespace dudao::workflow {

/// The waivers of the workspace, made ready for many visits.
class Waivers {
  public:
    /// Errors (thrown): no_such_unit, at the place where a waiver names it.
    explicit Waivers(Session& session);

    /// Whether there are any.
    bool any() const noexcept { return !waivers_.empty(); }

    /// Whether an item is not to be looked at on a day. `unit` is a key.
    bool leaves_out(std::int64_t unit,
                    const ChecklistInUse& checklist,
                    std::size_t position,
                    Day day);

    /// Marks as waived, with the reason as the remark, what is not to be looked at: whatever was
    /// answered.
    void apply(std::int64_t unit,
               const ChecklistInUse& checklist,
               Day day,
               domain::Answers& answers);

    /// Whether the failure of an item is to raise no issue.
    bool excuses(std::int64_t unit, const ChecklistInUse& checklist, std::size_t position, Day day);

  private:
    const domain::Waiver* find(std::int64_t unit,
                               const ChecklistInUse& checklist,
                               std::size_t position,
                               Day day);
    const std::vector<const domain::Waiver*>& of_unit(std::int64_t unit);

    Session* session_;
    std::vector<std::pair<std::int64_t, const domain::Waiver*>> waivers_;  ///< with the unit's key
    domain::Organisation organisation_ = {};
    std::unordered_map<std::int64_t, std::vector<const domain::Waiver*>> of_unit_ = {};
};

/// A waiver with what has become of it.
struct ListedWaiver {
    domain::WaiverState state{};
    std::string unit_name = {};
    bool item_known = false;  ///< a published checklist has the item
    domain::Waiver waiver = {};
};

/// These waivers, in their order. Errors (thrown): no_such_unit.
std::vector<ListedWaiver> list_waivers(Session& session, std::vector<domain::Waiver> waivers);

}  // namespace dudao::workflow
