#include "store/merge.hpp"

#include "base/error_id.hpp"
#include "store/cells.hpp"
#include "store/drafts.hpp"
#include "store/inspections.hpp"
#include "store/table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>
#include <unordered_map>

namespace dudao::store {

namespace {

using Keys = std::unordered_map<std::int64_t, std::int64_t>;

/// Where a change stands in the total order.
using ChangeOrder = std::tuple<std::int64_t, std::string, std::int64_t>;

ChangeOrder order_of(const JournalEntry& entry) {
    return {entry.hybrid_clock, entry.device, entry.sequence};
}

std::string name_of(const JournalEntry& entry) {
    return fmt::format("{}:{}", entry.device, entry.sequence);
}

std::string selected(const Table& table) {
    std::string names;
    for (const auto& column : table.columns) {
        names += fmt::format("{}t.{}", names.empty() ? "" : ", ", column.name);
    }
    return names;
}

/// The column by which people know a row of master data: beside the key of a list that it may
/// belong to.
std::string_view code_column(const Table& table) {
    return table.name == "category" ? "name" : "code";
}

/// Copies rows of one store into another.
class Merger {
  public:
    Merger(Writing& writing, Driver& from, const std::vector<JournalEntry>& entries)
        : into_(&writing.driver()), from_(&from) {
        for (const auto& entry : entries) {
            fresh_[entry.key] = true;
            adopt(*into_, entry);
            ++merged_.entries;
        }
        map_entries();
    }

    Merged run() {
        merge_codes(table("category"));
        merge_codes(table("person"));
        merge_units();
        merge_checklists();
        for (const auto& each : tables()) {
            if (each.kind == TableKind::fact) {
                copy_facts(each);
            }
        }
        merge_drafts();
        return std::move(merged_);
    }

  private:
    void map_entries() {
        std::map<std::pair<std::string, std::int64_t>, std::int64_t> here;
        for (auto& entry : journal(*into_)) {
            here[{entry.device, entry.sequence}] = entry.key;
            into_entries_[entry.key] = std::move(entry);
        }
        for (auto& entry : journal(*from_)) {
            keys_[Holds::entry][entry.key] = here[{entry.device, entry.sequence}];
            from_entries_[entry.key] = std::move(entry);
        }
    }

    /// The value in another store's words. An unknown key becomes NULL.
    Cell translated(const Column& column, const Cell& cell) {
        if (column.holds == Holds::value || cell.type == ColumnType::null) {
            return cell;
        }
        if (column.holds == Holds::folded) {
            return null_cell();
        }
        const auto& keys = keys_[column.holds];
        const auto found = keys.find(cell.number);
        return found == keys.end() ? null_cell() : store::cell(found->second);
    }

    std::int64_t new_key(const Table& table) {
        auto [last, first_time] = last_keys_.try_emplace(table.name, 0);
        if (first_time) {
            last->second = last_key(*into_, table.name);
        }
        return ++last->second;
    }

    /// The row's cells for this store; its own key is `key`, or a new one for 0.
    std::vector<Cell> cells_of(const Table& table, const Statement& row, std::int64_t key) {
        std::vector<Cell> cells;
        int at = 0;
        for (const auto& column : table.columns) {
            const auto cell = row.read(at++);
            if (column.holds == Holds::key) {
                const auto own = key == 0 ? new_key(table) : key;
                if (table.self != Holds::value) {
                    keys_[table.self][cell.number] = own;
                }
                cells.push_back(store::cell(own));
            } else {
                cells.push_back(translated(column, cell));
            }
        }
        return cells;
    }

    /// Rows of master data known by a code: new ones are added; of two, the later change holds.
    void merge_codes(const Table& table) {
        const bool dated = table.name != "category";
        const auto code = code_column(table);
        std::unordered_map<std::string, std::pair<std::int64_t, std::int64_t>> here;
        Statement known{
            *into_,
            fmt::format("SELECT {}, key, {} FROM {}", code, dated ? "entry" : "0", table.name)};
        while (known.step()) {
            here[known.text(0)] = {known.integer(1), known.integer(2)};
        }
        auto rows = bulk_into(*into_, table);
        Statement update{*into_, update_sql(table)};
        Statement row{*from_,
                      fmt::format("SELECT {}, t.{}, {} FROM {} t ORDER BY t.key",
                                  selected(table),
                                  code,
                                  dated ? "t.entry" : "0",
                                  table.name)};
        const auto width = static_cast<int>(table.columns.size());
        while (row.step()) {
            const auto found = here.find(row.text(width));
            if (found == here.end()) {
                rows->add(cells_of(table, row, 0));
                ++merged_.rows[std::string{table.name}];
                continue;
            }
            const auto [key, entry] = found->second;
            const auto cells = cells_of(table, row, key);
            if (dated && wins(table, found->first, row.integer(width + 1), entry)) {
                update.again();
                for (const auto& cell : cells) {
                    update.bind(cell);
                }
                update.run();
                ++merged_.rows[std::string{table.name}];
            }
        }
        rows->finish();
    }

    /// Whether the other store's change is the later one; whoever loses is listed.
    bool wins(const Table& table,
              const std::string& code,
              std::int64_t from_entry,
              std::int64_t into_entry) {
        const auto& theirs = from_entries_[from_entry];
        const auto& ours = into_entries_[into_entry];
        if (name_of(theirs) == name_of(ours)) {
            return false;
        }
        const bool later = order_of(theirs) > order_of(ours);
        // A change that builds on what the other one wrote is no conflict: it was made knowing it.
        const auto& loser = later ? ours : theirs;
        const auto& winner = later ? theirs : ours;
        if (loser.device != winner.device) {
            merged_.losers.push_back(
                {std::string{table.name}, code, name_of(winner), name_of(loser)});
        }
        return later;
    }

    void merge_units() {
        const auto& units = table("unit");
        // Parents are linked in a second step, since one may come after its children.
        merge_codes(units);
        Statement link{*into_, "UPDATE unit SET parent = $2 WHERE key = $1 AND entry = $3"};
        Statement row{*from_, "SELECT key, parent, entry FROM unit WHERE parent IS NOT NULL"};
        while (row.step()) {
            link.again()
                .bind(keys_[Holds::unit][row.integer(0)])
                .bind(keys_[Holds::unit][row.integer(1)])
                .bind(keys_[Holds::entry][row.integer(2)])
                .run();
        }
        const auto& history = table("unit_history");
        Statement known{*into_, "SELECT 1 FROM unit_history WHERE unit = $1 AND until = $2"};
        auto rows = bulk_into(*into_, history);
        Statement past{*from_,
                       fmt::format("SELECT {} FROM unit_history t ORDER BY t.unit, t.until",
                                   selected(history))};
        while (past.step()) {
            const auto cells = cells_of(history, past, 0);
            if (!known.again().bind(cells[0]).bind(cells[1]).step()) {
                rows->add(cells);
                ++merged_.rows["unit_history"];
            }
        }
        rows->finish();
    }

    void merge_checklists() {
        Statement known{*into_, "SELECT key, hash FROM checklist WHERE code = $1 AND version = $2"};
        Statement row{*from_, "SELECT key, code, version, hash FROM checklist ORDER BY key"};
        std::vector<std::int64_t> added;
        while (row.step()) {
            known.again().bind(row.view(1)).bind(row.view(2));
            if (!known.step()) {
                added.push_back(row.integer(0));
                continue;
            }
            if (known.view(1) != row.view(3)) {
                throw Failure{Error{ErrorId::merge_checklist, {row.text(1), row.text(2)}}};
            }
            keys_[Holds::checklist][row.integer(0)] = known.integer(0);
        }
        for (const auto key : added) {
            copy_of_checklist(table("checklist"), "t.key", key);
            for (const auto* part : {"checklist_grade",
                                     "checklist_profile",
                                     "checklist_section",
                                     "checklist_item",
                                     "checklist_mark",
                                     "checklist_text"}) {
                copy_of_checklist(table(part), "t.checklist", key);
            }
        }
    }

    void copy_of_checklist(const Table& table, std::string_view by, std::int64_t key) {
        auto rows = bulk_into(*into_, table);
        Statement row{
            *from_,
            fmt::format("SELECT {} FROM {} t WHERE {} = $1", selected(table), table.name, by)};
        row.bind(key);
        while (row.step()) {
            rows->add(cells_of(table, row, 0));
            ++merged_.rows[std::string{table.name}];
        }
        rows->finish();
    }

    /// Facts of entries that are new here are added; of the others, the keys are mapped.
    void copy_facts(const Table& table) {
        if (table.self != Holds::value) {
            map_facts(table);
        }
        auto rows = bulk_into(*into_, table);
        Statement row{*from_,
                      fmt::format("SELECT {0}, {1} FROM {2} ORDER BY {1}, {3}",
                                  selected(table),
                                  table.entry,
                                  source_of(table),
                                  table.order)};
        const auto width = static_cast<int>(table.columns.size());
        while (row.step()) {
            if (fresh_.contains(row.integer(width))) {
                rows->add(cells_of(table, row, 0));
                ++merged_.rows[std::string{table.name}];
            }
        }
        rows->finish();
    }

    /// FROM without the joins that only digests need.
    static std::string source_of(const Table& table) {
        const bool part = table.entry == "n.entry";
        return fmt::format(
            "{} t{}", table.name, part ? " JOIN inspection n ON n.key = t.inspection" : "");
    }

    void map_facts(const Table& table) {
        std::unordered_map<Ulid, std::int64_t> here;
        Statement known{*into_,
                        fmt::format("SELECT id, key FROM {} ORDER BY key DESC", table.name)};
        while (known.step()) {
            here.insert_or_assign(known.id(0), known.integer(1));
        }
        Statement row{*from_, fmt::format("SELECT id, key FROM {}", table.name)};
        while (row.step()) {
            const auto found = here.find(row.id(0));
            if (found != here.end()) {
                keys_[table.self][row.integer(1)] = found->second;
            }
        }
    }

    void merge_drafts() {
        const Drafts ours{*into_};
        const Drafts theirs{*from_};
        for (auto draft : theirs.all()) {
            draft.checklist = keys_[Holds::checklist][draft.checklist];
            if (!is_submitted(draft.id)) {
                merge_draft(ours, theirs, draft);
            }
        }
        for (const auto& draft : ours.all()) {
            if (is_submitted(draft.id)) {
                ours.remove(draft.id);
            }
        }
    }

    bool is_submitted(const Ulid& draft) const {
        return Inspections{*into_}.find(draft).has_value();
    }

    void merge_draft(const Drafts& ours, const Drafts& theirs, const Draft& draft) {
        if (!ours.find(draft.id)) {
            ours.add(draft);
        }
        const auto here = ours.answers(draft.id);
        for (const auto& [position, answer] : theirs.answers(draft.id)) {
            const auto found = here.find(position);
            const auto age = [](const DraftAnswer& each) {
                return std::tuple{each.at, each.author, each.mark, each.detail};
            };
            if (found == here.end() || age(answer) > age(found->second)) {
                ours.put(draft.id, position, answer);
                ++merged_.rows["draft_answer"];
            }
        }
    }

    Driver* into_;
    Driver* from_;
    Merged merged_;
    std::map<Holds, Keys> keys_;  ///< of `from`, as they are here
    std::map<std::int64_t, bool> fresh_;
    std::map<std::string_view, std::int64_t> last_keys_;
    std::map<std::int64_t, JournalEntry> into_entries_;
    std::map<std::int64_t, JournalEntry> from_entries_;
};

}  // namespace

std::vector<JournalEntry> new_entries(Driver& into, Driver& from) {
    std::map<std::pair<std::string, std::int64_t>, Digest> here;
    for (const auto& entry : journal(into)) {
        here[{entry.device, entry.sequence}] = entry.hash;
    }
    std::vector<JournalEntry> fresh;
    for (auto& entry : journal(from)) {
        if (hash_of(entry) != entry.hash) {
            throw Failure{Error{ErrorId::journal_hash, {name_of(entry)}}};
        }
        const auto found = here.find({entry.device, entry.sequence});
        if (found == here.end()) {
            fresh.push_back(std::move(entry));
        } else if (found->second != entry.hash) {
            throw Failure{
                Error{ErrorId::merge_fork, {entry.device, std::to_string(entry.sequence)}}};
        }
    }
    return fresh;
}

Merged merge_rows(Writing& writing, Driver& from, const std::vector<JournalEntry>& entries) {
    return Merger{writing, from, entries}.run();
}

}  // namespace dudao::store
