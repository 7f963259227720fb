#pragma once

#include "domain/organisation.hpp"
#include "domain/plan.hpp"
#include "domain/plan_target.hpp"
#include "store/plans.hpp"
#include "workflow/session.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace dudao::workflow {

/// What the plan said when it was drafted. Errors (thrown): those of the file, if the store is
/// damaged.
domain::PlanContents contents_of(const domain::Plan& plan);

/// Reads what a plan is to be drafted with, and looks whether the regions of its targets are there.
/// Errors (thrown): all mistakes of the file, no_such_unit at the place that names it.
domain::PlanContents read_contents(Session& session, std::string_view yaml, std::string_view file);

/// Of these targets those of a metric for regions that do not lie in another region with one.
std::vector<domain::Target> of_outer_regions(const domain::Organisation& organisation,
                                             const std::vector<domain::Target>& targets,
                                             std::string_view metric);

/// The plan that one for this period, kind and scope is part of: `named`, or, where it is empty,
/// the one of the same kind and scope with the shortest longer period around it; none where there
/// are several. Errors (thrown): no_such_plan …; parent_unfit for `named`.
std::optional<Ulid> parent_of(Session& session, const domain::Plan& plan, std::string_view named);

}  // namespace dudao::workflow
