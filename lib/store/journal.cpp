#include "store/journal.hpp"

#include "base/error_id.hpp"
#include "base/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace dudao::store {

namespace {

constexpr std::string_view last_sql =
    "SELECT COALESCE(max(key), 0), COALESCE(max(hybrid_clock), 0) FROM journal";
constexpr std::string_view last_on_device_sql =
    "SELECT sequence, hash FROM journal WHERE device = $1 ORDER BY sequence DESC LIMIT 1";
constexpr std::string_view insert_sql =
    "INSERT INTO journal (key, device, sequence, hybrid_clock, at, actor, command, summary, "
    "digests, previous, hash) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)";
constexpr std::string_view complete_sql =
    "UPDATE journal SET summary = $2, digests = $3, hash = $4 WHERE key = $1";
constexpr std::string_view delete_sql = "DELETE FROM journal WHERE key = $1";
constexpr std::string_view select_sql =
    "SELECT key, device, sequence, hybrid_clock, at, actor, command, summary, digests, previous, "
    "hash FROM journal ORDER BY key";

/// The hybrid clock's counter takes the low 16 bits.
constexpr int counter_bits = 16;

std::string_view bytes_of(const Digest& digest) {
    return {reinterpret_cast<const char*>(digest.data()),  // NOLINT(*-reinterpret-cast)
            digest.size()};
}

Digest digest_of(std::string_view bytes) {
    Digest digest{};
    if (bytes.size() != digest.size()) {
        throw Failure{Error{ErrorId::bad_journal}};
    }
    std::transform(bytes.begin(), bytes.end(), digest.begin(), [](char c) {
        return static_cast<std::uint8_t>(c);
    });
    return digest;
}

void insert(Driver& driver, const JournalEntry& entry) {
    Statement{driver, insert_sql}
        .bind(entry.key)
        .bind(entry.device)
        .bind(entry.sequence)
        .bind(entry.hybrid_clock)
        .bind(cell(entry.at))
        .bind(entry.actor)
        .bind(entry.command)
        .bind(entry.summary)
        .bind(entry.digests)
        .bind(bytes_cell(bytes_of(entry.previous)))
        .bind(bytes_cell(bytes_of(entry.hash)))
        .run();
}

JournalEntry row_to_entry(const Statement& row) {
    return {.key = row.integer(0),
            .device = row.text(1),
            .sequence = row.integer(2),
            .hybrid_clock = row.integer(3),
            .at = row.instant(4),
            .actor = row.text(5),
            .command = row.text(6),
            .summary = row.text(7),
            .digests = row.text(8),
            .previous = digest_of(row.view(9)),
            .hash = digest_of(row.view(10))};
}

std::optional<std::int64_t> signed_count(std::string_view word, char sign) {
    std::int64_t count = 0;
    const auto* const end = word.data() + word.size();
    const bool good = word.size() > 1 && word.front() == sign &&
                      std::from_chars(word.data() + 1, end, count).ptr == end;
    return good ? std::optional{count} : std::nullopt;
}

}  // namespace

std::string to_text(const std::map<std::string, TableDigest>& digests) {
    std::string text;
    for (const auto& [table, digest] : digests) {
        text += fmt::format(
            "{} +{} -{} {}\n", table, digest.added, digest.removed, dudao::to_text(digest.digest));
    }
    return text;
}

Result<std::map<std::string, TableDigest>> parse_digests(std::string_view text) {
    std::map<std::string, TableDigest> digests;
    for (const auto& line : split_list(text, "\n")) {
        const auto words = split_list(line, " ");
        const auto added = words.size() == 4 ? signed_count(words[1], '+') : std::nullopt;
        const auto removed = words.size() == 4 ? signed_count(words[2], '-') : std::nullopt;
        const auto digest = words.size() == 4 ? parse_digest(words[3])
                                              : Result<Digest>{Error{ErrorId::bad_journal}};
        if (!added || !removed || !digest) {
            return Error{ErrorId::bad_journal};
        }
        digests[words[0]] = {*added, *removed, *digest};
    }
    return digests;
}

Digest hash_of(const JournalEntry& entry) {
    RowBytes bytes;
    bytes.add(must_text_cell(entry.device));
    bytes.add(cell(entry.sequence));
    bytes.add(cell(entry.hybrid_clock));
    bytes.add(cell(entry.at));
    bytes.add(must_text_cell(entry.actor));
    bytes.add(must_text_cell(entry.command));
    bytes.add(must_text_cell(entry.summary));
    bytes.add(must_text_cell(entry.digests));
    bytes.add(bytes_cell(bytes_of(entry.previous)));
    return sha256(bytes.end());
}

Writing::Writing(Driver& driver, Author author, std::string_view command, std::int64_t seen_clock)
    : driver_(&driver), author_(std::move(author)), transaction_(driver, Access::write) {
    entry_.device = author_.device;
    entry_.actor = author_.actor;
    entry_.command = command;
    entry_.at = std::chrono::floor<std::chrono::seconds>(author_.now);
    read_last(seen_clock);
    insert(driver, entry_);
    entry_name_ = fmt::format("{}:{}", entry_.device, entry_.sequence);
}

void Writing::read_last(std::int64_t seen_clock) {
    Statement last{*driver_, last_sql};
    last.step();
    entry_.key = last.integer(0) + 1;
    const std::int64_t now = author_.now.time_since_epoch().count() << counter_bits;
    entry_.hybrid_clock = std::max(now, std::max(seen_clock, last.integer(1)) + 1);
    Statement before{*driver_, last_on_device_sql};
    before.bind(entry_.device);
    entry_.sequence = 1;
    if (before.step()) {
        entry_.sequence = before.integer(0) + 1;
        entry_.previous = digest_of(before.view(1));
    }
}

void Writing::add_fact(std::string_view table, std::string_view bytes) {
    auto found = facts_.find(table);
    if (found == facts_.end()) {
        found = facts_.emplace(table, Facts{}).first;
    }
    found->second.hash.update(bytes);
    ++found->second.added;
}

void Writing::add_master(std::string_view table, std::string_view bytes) {
    auto found = masters_.find(table);
    if (found == masters_.end()) {
        found = masters_.emplace(table, Master{}).first;
    }
    found->second.sum += sha256(bytes);
    ++found->second.added;
}

void Writing::remove_master(std::string_view table, std::string_view bytes) {
    auto found = masters_.find(table);
    if (found == masters_.end()) {
        found = masters_.emplace(table, Master{}).first;
    }
    found->second.sum -= sha256(bytes);
    ++found->second.removed;
}

void Writing::write_entry(std::string_view summary) {
    std::map<std::string, TableDigest> digests;
    for (auto& [table, facts] : facts_) {
        digests[table] = {facts.added, 0, facts.hash.finish()};
    }
    for (const auto& [table, master] : masters_) {
        digests[table] = {master.added, master.removed, master.sum.value()};
    }
    entry_.summary = summary;
    entry_.digests = to_text(digests);
    entry_.hash = hash_of(entry_);
    Statement{*driver_, complete_sql}
        .bind(entry_.key)
        .bind(entry_.summary)
        .bind(entry_.digests)
        .bind(bytes_cell(bytes_of(entry_.hash)))
        .run();
}

void Writing::commit(std::string_view summary) {
    if (facts_.empty() && masters_.empty()) {
        transaction_.roll_back();
        return;
    }
    write_entry(summary);
    transaction_.commit();
}

void Writing::commit_merge(std::string_view summary,
                           const std::map<std::string, DigestSum>& changed,
                           const std::map<std::string, DigestSum>& vouched) {
    for (const auto& [table, sum] : changed) {
        auto rest = sum;
        const auto others = vouched.find(table);
        if (others != vouched.end()) {
            rest -= others->second.value();
        }
        if (rest != DigestSum{}) {
            masters_[table].sum = rest;
        }
    }
    if (masters_.empty()) {
        Statement{*driver_, delete_sql}.bind(entry_.key).run();
    } else {
        write_entry(summary);
    }
    transaction_.commit();
}

std::vector<JournalEntry> journal(Driver& driver) {
    std::vector<JournalEntry> entries;
    Statement query{driver, select_sql};
    while (query.step()) {
        entries.push_back(row_to_entry(query));
    }
    return entries;
}

std::int64_t last_sequence(Driver& driver, std::string_view device) {
    Statement query{driver, last_on_device_sql};
    query.bind(device);
    return query.step() ? query.integer(0) : 0;
}

std::int64_t adopt(Driver& driver, const JournalEntry& entry) {
    Statement last{driver, last_sql};
    last.step();
    auto adopted = entry;
    adopted.key = last.integer(0) + 1;
    insert(driver, adopted);
    return adopted.key;
}

std::map<std::string, JournalEntry> heads(Driver& driver) {
    std::map<std::string, JournalEntry> last;
    for (auto& entry : journal(driver)) {
        auto& head = last[entry.device];
        if (entry.sequence > head.sequence) {
            head = std::move(entry);
        }
    }
    return last;
}

}  // namespace dudao::store
