#pragma once

#include "base/hash.hpp"
#include "store/events.hpp"
#include "workflow/session.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace dudao::workflow {

/// The last entry of one device's chain.
struct ChainHead {
    std::string device;
    std::int64_t sequence = 0;
    Digest hash{};
};

/// What verifying found.
struct Verification {
    std::int64_t entries = 0;               ///< of the journal
    std::int64_t rows = 0;                  ///< digested anew
    std::vector<Error> discrepancies = {};  ///< none: all is as it was written
    std::vector<ChainHead> heads = {};      ///< by device
    /// A head was given and a chain holds it. Without one it cannot be excluded that the last
    /// entries were cut off together with what they wrote.
    bool head_found = false;
};

/// Makes every digest, every link of every chain and every fold anew and compares. `head` is the
/// hash of an entry that must be there, as an approved report prints it. Changes nothing.
Verification verify(Session& session, const std::optional<Digest>& head);

/// The journal, the latest entry first.
std::vector<store::JournalEntry> journal_entries(Session& session);

/// Steps that change nothing, since they conflict with earlier ones, in the total order.
std::vector<store::EventRow> conflicts(Session& session);

}  // namespace dudao::workflow
