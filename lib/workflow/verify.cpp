#include "workflow/verify.hpp"

#include "base/error_id.hpp"
#include "store/migrate.hpp"
#include "store/seal.hpp"
#include "workflow/refold.hpp"
#include "workflow/transact.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <tuple>

namespace dudao::workflow {

namespace {

using Digests = std::map<std::string, store::TableDigest>;

/// Compares one store with its journal.
class Verifier {
  public:
    explicit Verifier(Session& session)
        : session_(&session), entries_(store::journal(session.driver())) {}

    Verification run(const std::optional<Digest>& head) {
        result_.entries = static_cast<std::int64_t>(entries_.size());
        check_chains();
        read_digests();
        for (const auto& table : store::tables()) {
            check_table(table);
        }
        refold(*session_, false, [this](const StaleRow& row) {
            report(ErrorId::stale_state, {std::string{row.table}, dudao::to_text(row.id)});
        });
        if (!store::words_are_ours(session_->driver())) {
            report(ErrorId::table_differs, {"word", "-"});
        }
        check_head(head);
        return std::move(result_);
    }

  private:
    void report(ErrorId id, std::vector<Arg> args) {
        result_.discrepancies.push_back({id, std::move(args)});
    }

    static std::string name_of(const store::JournalEntry& entry) {
        return fmt::format("{}:{}", entry.device, entry.sequence);
    }

    void check_chains() {
        std::map<std::string, std::vector<const store::JournalEntry*>> chains;
        for (const auto& entry : entries_) {
            chains[entry.device].push_back(&entry);
        }
        for (auto& [device, chain] : chains) {
            std::sort(chain.begin(), chain.end(), [](const auto* a, const auto* b) {
                return a->sequence < b->sequence;
            });
            check_chain(chain);
            result_.heads.push_back({device, chain.back()->sequence, chain.back()->hash});
        }
    }

    void check_chain(const std::vector<const store::JournalEntry*>& chain) {
        Digest previous{};
        std::int64_t sequence = 0;
        std::int64_t clock = 0;
        for (const auto* entry : chain) {
            if (store::hash_of(*entry) != entry->hash) {
                report(ErrorId::journal_hash, {name_of(*entry)});
            }
            const bool follows = entry->sequence == ++sequence && entry->previous == previous &&
                                 entry->hybrid_clock > clock;
            if (!follows) {
                report(ErrorId::journal_gap, {name_of(*entry)});
            }
            previous = entry->hash;
            sequence = entry->sequence;
            clock = entry->hybrid_clock;
        }
    }

    void read_digests() {
        for (const auto& entry : entries_) {
            auto digests = store::parse_digests(entry.digests);
            if (digests) {
                digests_[entry.key] = *std::move(digests);
            } else {
                report(ErrorId::journal_hash, {name_of(entry)});
            }
        }
    }

    void check_table(const store::Table& table) {
        const auto sealed = store::digest_table(session_->driver(), table);
        result_.rows += sealed.rows;
        if (sealed.astray != 0) {
            report(ErrorId::rows_astray, {table.name, std::to_string(sealed.astray)});
        }
        if (table.kind == store::TableKind::master) {
            check_master(table, sealed);
        } else {
            check_facts(table, sealed);
        }
    }

    void check_master(const store::Table& table, const store::Sealed& sealed) {
        DigestSum sum;
        for (const auto& [key, digests] : digests_) {
            const auto found = digests.find(std::string{table.name});
            if (found != digests.end()) {
                sum += found->second.digest;
            }
        }
        if (sum != sealed.master) {
            report(ErrorId::table_differs, {table.name, std::to_string(sealed.rows)});
        }
    }

    void check_facts(const store::Table& table, const store::Sealed& sealed) {
        for (const auto& entry : entries_) {
            const auto& digests = digests_[entry.key];
            const auto written = digests.find(std::string{table.name});
            const auto kept = sealed.facts.find(entry.key);
            const auto expected = written == digests.end() ? store::TableDigest{} : written->second;
            const auto found = kept == sealed.facts.end() ? store::TableDigest{} : kept->second;
            if (expected != found) {
                report(ErrorId::facts_differ,
                       {table.name,
                        name_of(entry),
                        std::to_string(expected.added),
                        std::to_string(found.added)});
            }
        }
        for (const auto& [key, digest] : sealed.facts) {
            if (!digests_.contains(key)) {
                report(ErrorId::facts_without_entry, {table.name, std::to_string(digest.added)});
            }
        }
    }

    void check_head(const std::optional<Digest>& head) {
        if (!head) {
            return;
        }
        result_.head_found = std::any_of(entries_.begin(), entries_.end(), [&](const auto& entry) {
            return entry.hash == *head;
        });
        if (!result_.head_found) {
            report(ErrorId::head_missing, {dudao::to_text(*head)});
        }
    }

    Session* session_;
    std::vector<store::JournalEntry> entries_;
    std::map<std::int64_t, Digests> digests_;
    Verification result_;
};

}  // namespace

Verification verify(Session& session, const std::optional<Digest>& head) {
    return reading(session, [&] { return Verifier{session}.run(head); });
}

std::vector<store::JournalEntry> journal_entries(Session& session) {
    return reading(session, [&] {
        auto entries = store::journal(session.driver());
        std::stable_sort(entries.begin(), entries.end(), [](const auto& a, const auto& b) {
            return std::tie(b.hybrid_clock, b.device, b.sequence) <
                   std::tie(a.hybrid_clock, a.device, a.sequence);
        });
        return entries;
    });
}

std::vector<store::EventRow> conflicts(Session& session) {
    return reading(session, [&] { return store::Events{session.driver()}.conflicts(); });
}

}  // namespace dudao::workflow
