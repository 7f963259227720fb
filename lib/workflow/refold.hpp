#pragma once

#include "workflow/session.hpp"

#include <functional>
#include <string>
#include <string_view>

namespace dudao::workflow {

/// Something kept that is not what its facts fold to.
struct StaleRow {
    std::string_view table;
    Ulid id{};
};

/// Folds all issues, plans, visits, inspections, tasks and reports anew, and looks at what searches
/// find issues by (table `term`). `found` is told of each row whose kept part differs; with `mend`
/// it is put right.
void refold(Session& session, bool mend, const std::function<void(const StaleRow&)>& found);

}  // namespace dudao::workflow
