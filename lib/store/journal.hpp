#pragma once

#include "base/clock.hpp"
#include "base/hash.hpp"
#include "domain/event.hpp"
#include "store/row.hpp"
#include "store/transaction.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dudao::store {

/// Who writes, from where, and when.
struct Author {
    std::string actor;   ///< code of a person
    std::string device;  ///< id of this device
    Millis now{};
};

/// What an entry says about one table.
struct TableDigest {
    std::int64_t added = 0;
    std::int64_t removed = 0;  ///< master data only: rows as they were before
    Digest digest{};  ///< facts: SHA-256 over the rows in the order of their ids; master data: the
                      ///< sum of SHA-256 of rows added less those removed

    bool operator==(const TableDigest&) const = default;
};

/// "TABLE +ADDED -REMOVED HEX" a line, tables in alphabetical order.
std::string to_text(const std::map<std::string, TableDigest>& digests);

/// Inverse of to_text(). Errors: bad_journal.
Result<std::map<std::string, TableDigest>> parse_digests(std::string_view text);

/// One entry of the journal (who did what, when, on which device).
struct JournalEntry {
    std::int64_t key = 0;  ///< of this store
    std::string device = {};
    std::int64_t sequence = 0;
    std::int64_t hybrid_clock = 0;
    Instant at{};
    std::string actor = {};
    std::string command = {};
    std::string summary = {};
    std::string digests = {};
    Digest previous{};
    Digest hash{};

    bool operator==(const JournalEntry&) const = default;
};

/// The hash that an entry with these contents has.
Digest hash_of(const JournalEntry& entry);

/// A transaction that changes facts or master data: what it adds is digested on its way, and
/// commit() writes the journal's entry. A command is one of these.
class Writing {
  public:
    /// Begins the transaction. `command` is what people typed, without its arguments;
    /// `seen_clock` is the latest hybrid clock that a merge is about to bring in.
    Writing(Driver& driver, Author author, std::string_view command, std::int64_t seen_clock = 0);

    Driver& driver() const noexcept { return *driver_; }
    const Author& author() const noexcept { return author_; }

    /// Key of the journal entry being written: column `entry` of new rows.
    std::int64_t entry() const noexcept { return entry_.key; }

    /// The entry as master data are sealed with: "DEVICE:SEQUENCE".
    std::string_view entry_name() const noexcept { return entry_name_; }

    /// A fact was added to `table`. Facts of one table come in the order of their ids.
    void add_fact(std::string_view table, std::string_view bytes);

    /// A row of master data was added to `table`, or taken away as it was.
    void add_master(std::string_view table, std::string_view bytes);
    void remove_master(std::string_view table, std::string_view bytes);

    /// Ends the transaction. `summary` says what was done, in a few words. When nothing was added
    /// or removed it is rolled back: the data base stays as it was to the byte.
    void commit(std::string_view summary);

    /// Ends a merge: master data were changed by `changed`, of which the entries that came with
    /// them already vouch for `vouched`. The new entry vouches for the difference; where there is
    /// none, there is no entry.
    void commit_merge(std::string_view summary,
                      const std::map<std::string, DigestSum>& changed,
                      const std::map<std::string, DigestSum>& vouched);

  private:
    struct Facts {
        Sha256 hash;
        std::int64_t added = 0;
    };
    struct Master {
        DigestSum sum;
        std::int64_t added = 0;
        std::int64_t removed = 0;
    };

    void read_last(std::int64_t seen_clock);
    void write_entry(std::string_view summary);

    Driver* driver_;
    Author author_;
    Transaction transaction_;
    JournalEntry entry_;
    std::string entry_name_;
    std::map<std::string, Facts, std::less<>> facts_;
    std::map<std::string, Master, std::less<>> masters_;
};

/// All entries in the order of their keys.
std::vector<JournalEntry> journal(Driver& driver);

/// How many entries a device has written; 0 for one that is not known.
std::int64_t last_sequence(Driver& driver, std::string_view device);

/// Adds an entry of another device as it is, under a new key, which is returned.
std::int64_t adopt(Driver& driver, const JournalEntry& entry);

/// The last entry of each device: its name in the chain and its hash.
std::map<std::string, JournalEntry> heads(Driver& driver);

}  // namespace dudao::store
