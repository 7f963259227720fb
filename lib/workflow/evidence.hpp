#pragma once

#include "store/evidence.hpp"
#include "workflow/session.hpp"

#include <functional>
#include <string>

namespace dudao::workflow {

/// A file that an answer of a visit names, and what has become of it.
struct CheckedFile {
    Ulid inspection{};
    std::string unit;  ///< code
    std::string item;  ///< id
    std::string digest;
    domain::EvidenceState state = domain::EvidenceState::kept;
};

/// Reads each file again that the visits name, and shows it to `visit`: the oldest visits first.
void check_evidence(Session& session,
                    const store::EvidenceFolder& folder,
                    const std::function<void(const CheckedFile&)>& visit);

}  // namespace dudao::workflow
