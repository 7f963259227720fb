#pragma once

#include "domain/organisation.hpp"
#include "workflow/session.hpp"

#include <cstdint>
#include <string>
#include <unordered_map>

namespace dudao::workflow {

/// Where each unit hangs now. Within a transaction.
class UnitRegions {
  public:
    explicit UnitRegions(Session& session);

    /// The path of the units above it; "" when it hangs nowhere.
    std::string path(std::int64_t unit) const;

  private:
    domain::Organisation organisation_;
    std::unordered_map<std::int64_t, std::int64_t> parents_ = {};
};

}  // namespace dudao::workflow
