#include "workflow/merge.hpp"

#include "store/drafts.hpp"
#include "store/seal.hpp"
#include "workflow/refold.hpp"
#include "workflow/transact.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace dudao::workflow {

namespace {

using Sums = std::map<std::string, DigestSum>;

Sums master_sums(store::Driver& driver) {
    Sums sums;
    for (const auto& table : store::tables()) {
        if (table.kind == store::TableKind::master) {
            sums[std::string{table.name}] = store::digest_table(driver, table).master;
        }
    }
    return sums;
}

/// What the entries that are adopted say about master data.
Sums vouched(const std::vector<store::JournalEntry>& entries) {
    Sums sums;
    for (const auto& entry : entries) {
        for (const auto& [name, digest] : store::parse_digests(entry.digests).or_throw()) {
            if (store::table(name).kind == store::TableKind::master) {
                sums[name] += digest.digest;
            }
        }
    }
    return sums;
}

}  // namespace

store::Merged merge(Session& session, store::Driver& from) {
    store::Transaction reading_from{from, store::Access::read};
    const auto entries = store::new_entries(session.driver(), from);
    // Answers of rounds in progress come without an entry.
    if (entries.empty() && store::Drafts{from}.all().empty()) {
        return {};
    }
    std::int64_t latest = 0;
    for (const auto& entry : entries) {
        latest = std::max(latest, entry.hybrid_clock);
    }
    store::Writing writing{session.driver(), session.author(), "merge", latest};
    const auto before = master_sums(session.driver());
    auto merged = store::merge_rows(writing, from, entries);
    refold(session, true, [](const StaleRow&) {});
    auto changed = master_sums(session.driver());
    for (auto& [name, sum] : changed) {
        sum -= before.at(name).value();
    }
    writing.commit_merge(fmt::format("{} entries", merged.entries), changed, vouched(entries));
    return merged;
}

}  // namespace dudao::workflow
