#pragma once

#include "workflow/session.hpp"

#include <string>

namespace dudao::workflow {

/// Whom an issue concerns; codes, which may be empty.
struct Concern {
    std::string unit;
    std::string department = {};
    std::string owner = {};
};

/// A head of a unit who has no other role with this permission acts for his own unit, the units
/// below it, and what he owns. Errors (thrown): not_your_unit.
void check_reach(Session& session,
                 const store::PersonRow& person,
                 domain::Permission permission,
                 const Concern& concern);

}  // namespace dudao::workflow
