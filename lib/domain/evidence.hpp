#pragma once

#include "base/vocabulary.hpp"

#include <cstdint>

namespace dudao::domain {

/// What there is to say of a file that was kept.
enum class EvidenceState : std::uint8_t {
    kept = 1,     ///< there, with the content that it was taken with
    missing = 2,  ///< not in this folder; it may be in another one
    altered = 3,  ///< there, with another content
    reused = 4,   ///< there, but it proved something in another unit or month before
    orphan = 5,   ///< there, but nothing names it
};

inline constexpr Vocabulary<EvidenceState, 5> evidence_states{
    "state of evidence",
    {{{EvidenceState::kept, "kept"},
      {EvidenceState::missing, "missing"},
      {EvidenceState::altered, "altered"},
      {EvidenceState::reused, "reused"},
      {EvidenceState::orphan, "orphan"}}}};

}  // namespace dudao::domain
