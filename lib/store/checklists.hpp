#pragma once

#include "base/hash.hpp"
#include "domain/checklist.hpp"
#include "store/journal.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dudao::store {

/// A published version, without its items.
struct ChecklistHead {
    std::int64_t key = 0;
    std::string code = {};
    std::string version = {};
    std::string title = {};  ///< in the language given first
    Digest hash{};           ///< SHA-256 of the source
    Instant published_at{};
    std::string published_by = {};  ///< code of a person
    std::int64_t items = 0;
};

/// A published version as it was compiled.
struct PublishedChecklist {
    std::int64_t key = 0;
    domain::Checklist checklist;
};

/// Reads checklists (tables `checklist` and `checklist_*`).
class Checklists {
  public:
    explicit Checklists(Driver& driver) : driver_(&driver) {}

    /// All versions: by code, then in the order in which they were published.
    std::vector<ChecklistHead> heads() const;

    std::optional<ChecklistHead> find(std::string_view code, std::string_view version) const;

    /// The version that was in force at a moment: the last one published until then.
    std::optional<ChecklistHead> in_force(std::string_view code, Instant at) const;

    /// The version published last.
    std::optional<ChecklistHead> newest(std::string_view code) const;

    /// The compiled checklist. Promises: there is one with this key.
    PublishedChecklist load(std::int64_t key) const;

    /// The YAML as it was published.
    std::string source(std::int64_t key) const;

  private:
    Driver* driver_;
};

/// What publishing adds to a checklist.
struct Publication {
    std::string source;  ///< YAML
    Instant at{};
    std::string by;  ///< code of a person
};

/// Publishes a version: its tables are never changed again. Returns its key.
/// Promises: no version with this code and name is there.
std::int64_t add_checklist(Writing& writing,
                           const domain::Checklist& checklist,
                           const Publication& publication);

}  // namespace dudao::store
