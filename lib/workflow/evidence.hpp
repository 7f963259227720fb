#pragma once

#include "domain/event.hpp"
#include "store/evidence.hpp"
#include "workflow/session.hpp"

#include <functional>
#include <optional>
#include <string>

namespace dudao::workflow {

/// What names a file: an answer of a visit, an issue, or a step of one.
struct FileUse {
    domain::SubjectKind kind = domain::SubjectKind::inspection;
    Ulid subject{};
    std::string unit;  ///< code
    std::string item;  ///< id; empty for issues
    Day day{};
};

/// A file of the evidence, and what there is to say of it.
struct CheckedFile {
    std::string digest;
    domain::EvidenceState state = domain::EvidenceState::kept;
    std::optional<FileUse> use = {};    ///< absent for orphans
    std::optional<FileUse> first = {};  ///< of reused ones: what it proved before
};

/// Reads each file again that visits, issues and steps name, and shows it to `visit`: the oldest
/// visits first, then the issues, then the steps; last the files that nothing names, not even a
/// round in progress.
void check_evidence(Session& session,
                    const store::EvidenceFolder& folder,
                    const std::function<void(const CheckedFile&)>& visit);

}  // namespace dudao::workflow
