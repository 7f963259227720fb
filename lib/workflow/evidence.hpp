#pragma once

#include "domain/event.hpp"
#include "store/evidence.hpp"
#include "workflow/session.hpp"

#include <functional>
#include <string>

namespace dudao::workflow {

/// A file that an answer of a visit names, or a step of an issue, and what has become of it.
struct CheckedFile {
    domain::SubjectKind kind = domain::SubjectKind::inspection;
    Ulid subject{};
    std::string unit;  ///< code
    std::string item;  ///< id; empty for issues
    std::string digest;
    domain::EvidenceState state = domain::EvidenceState::kept;
};

/// Reads each file again that visits and steps name, and shows it to `visit`: the oldest visits
/// first, then the steps.
void check_evidence(Session& session,
                    const store::EvidenceFolder& folder,
                    const std::function<void(const CheckedFile&)>& visit);

}  // namespace dudao::workflow
