#pragma once

#include "base/vocabulary.hpp"

#include <cstdint>

namespace dudao::domain {

/// What has become of a file that was kept.
enum class EvidenceState : std::uint8_t {
    kept = 1,     ///< there, with the content that it was taken with
    missing = 2,  ///< not in this folder; it may be in another one
    altered = 3,  ///< there, with another content
};

inline constexpr Vocabulary<EvidenceState, 3> evidence_states{
    "state of evidence",
    {{{EvidenceState::kept, "kept"},
      {EvidenceState::missing, "missing"},
      {EvidenceState::altered, "altered"}}}};

}  // namespace dudao::domain
