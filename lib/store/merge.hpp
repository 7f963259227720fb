#pragma once

#include "store/journal.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace dudao::store {

/// A row of master data that both stores have, each in its own words: the later change won.
struct MergeLoser {
    std::string table;
    std::string code;
    std::string won;   ///< "DEVICE:SEQUENCE" of the change that holds
    std::string lost;  ///< of the other one
};

/// What uniting two stores did.
struct Merged {
    std::int64_t entries = 0;                       ///< of the journal, adopted
    std::map<std::string, std::int64_t> rows = {};  ///< by table, added or replaced
    std::vector<MergeLoser> losers = {};
};

/// The entries of `from` that `into` does not have, by device and sequence.
/// Errors (thrown): merge_fork when both have an entry of one device and sequence with different
/// hashes; bad_journal when an entry of `from` does not have the hash that it should.
std::vector<JournalEntry> new_entries(Driver& into, Driver& from);

/// Brings the facts of `entries`, all master data, and the rounds in progress of `from` into
/// `writing`'s store. What is kept is copied as it was: fold it anew afterwards.
/// Errors (thrown): merge_checklist when one version of a checklist has two contents.
Merged merge_rows(Writing& writing, Driver& from, const std::vector<JournalEntry>& entries);

}  // namespace dudao::store
