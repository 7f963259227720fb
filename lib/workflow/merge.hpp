#pragma once

#include "store/merge.hpp"
#include "workflow/session.hpp"

namespace dudao::workflow {

/// Unites the facts, master data and rounds in progress of `from` with the session's store. Any two
/// stores may be merged, any number of times, in any order: those that have seen the same entries
/// hold the same. Nothing is lost: of two changes to one unit or person the later holds and the
/// other is listed; an event that no longer applies is kept as a conflict.
/// Errors (thrown): merge_fork, merge_checklist, journal_hash.
store::Merged merge(Session& session, store::Driver& from);

}  // namespace dudao::workflow
