#pragma once

#include "domain/report_revision.hpp"
#include "store/table.hpp"

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dudao::store {

/// A revision as it is kept.
struct ReportRow {
    domain::ReportRevision report = {};
    domain::ReportStatus status = domain::ReportStatus::submitted;
};

/// Adds revisions of reports.
class ReportWriter {
  public:
    explicit ReportWriter(Writing& writing) : reports_(writing, "report") {}

    void add(const domain::ReportRevision& report);
    void finish() { reports_.finish(); }

  private:
    TableWriter reports_;
};

/// Facts of one table that came after something.
struct LaterFacts {
    std::string table;
    std::int64_t count = 0;
    std::vector<Ulid> first = {};  ///< the earliest, a few
};

/// Reads reports that were submitted for approval (table `report`).
class Reports {
  public:
    explicit Reports(Driver& driver) : driver_(&driver) {}

    std::optional<ReportRow> find(const Ulid& id) const;
    std::vector<Ulid> ending(const IdTail& tail, std::size_t most) const;

    /// The latest period first, then by subject and in the order of their revisions.
    std::vector<ReportRow> all() const;

    /// Those whose content has this digest, the oldest first.
    std::vector<ReportRow> of_content(const Digest& digest) const;

    /// Those for exactly this period, as to_text() writes it, that no other one revises, the oldest
    /// first.
    std::vector<ReportRow> latest_of(std::string_view period) const;

    /// Sets what is kept.
    void keep(const Ulid& id, domain::ReportStatus status) const;

    /// The facts of entries beyond those that `last` names by device, but for reports and their
    /// steps, which change no figures: tables in the order of the loop, those without any left out.
    /// Of each as many as `most` are named.
    std::vector<LaterFacts> facts_after(const std::map<std::string, std::int64_t>& last,
                                        std::size_t most) const;

  private:
    Driver* driver_;
};

}  // namespace dudao::store
