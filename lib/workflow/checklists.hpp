#pragma once

#include "base/error.hpp"
#include "domain/checklist.hpp"
#include "store/checklists.hpp"
#include "workflow/session.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace dudao::workflow {

/// What publishing did.
struct Published {
    store::ChecklistHead head;
    bool there_already = false;  ///< the same content was published before: nothing is done
    std::vector<std::string> departments = {};  ///< made, since the checklist names them
    std::vector<Error> warnings = {};
};

/// Publishes a checklist from its YAML. `file` stands in error places.
/// Errors (thrown): every mistake that lint finds; role_missing; version_taken when the version is
/// published with other content.
Published publish_checklist(Session& session, std::string_view yaml, std::string_view file);

/// A checklist that people name: "CODE" (the newest version) or "CODE@VERSION".
/// Errors (thrown): no_such_checklist.
store::ChecklistHead find_checklist(Session& session, std::string_view reference);

/// All published versions: by code, then by date.
std::vector<store::ChecklistHead> list_checklists(Session& session);

struct ChecklistDetail {
    store::ChecklistHead head;
    domain::Checklist checklist;
    std::string source;  ///< YAML
};

/// Errors (thrown): no_such_checklist.
ChecklistDetail show_checklist(Session& session, std::string_view reference);

}  // namespace dudao::workflow
