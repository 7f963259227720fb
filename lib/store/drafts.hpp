#pragma once

#include "domain/inspection.hpp"
#include "store/driver.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dudao::store {

/// A round in progress.
struct Draft {
    Ulid id{};
    std::string unit = {};  ///< code
    std::int64_t checklist = 0;
    Instant at{};
    std::string inspector = {};  ///< code
    domain::VisitKind kind = domain::VisitKind::routine;
    std::size_t position = 0;  ///< of the item on screen
    std::string shift = {};
    std::string manager_on_duty = {};
    std::string area = {};
    std::string team = {};
    std::string profile = {};  ///< id; empty: the whole checklist
    std::string device = {};

    bool operator==(const Draft&) const = default;
};

/// One answer of a round in progress.
struct DraftAnswer {
    domain::Mark mark = domain::mark::not_checked;
    std::string detail = {};  ///< JSON; empty for none
    std::string author = {};  ///< code
    Instant at{};
    int seconds = 0;

    bool operator==(const DraftAnswer&) const = default;
};

/// Reads and writes rounds in progress (tables `draft`, `draft_answer`). Not in the journal.
class Drafts {
  public:
    explicit Drafts(Driver& driver) : driver_(&driver) {}

    std::vector<Draft> all() const;
    std::optional<Draft> find(const Ulid& id) const;

    /// The round of this person in this unit with this checklist.
    std::optional<Draft> find(std::string_view unit,
                              std::int64_t checklist,
                              std::string_view inspector) const;

    std::map<std::size_t, DraftAnswer> answers(const Ulid& draft) const;

    void add(const Draft& draft) const;
    void move_to(const Ulid& draft, std::size_t position) const;

    /// Puts an answer in the place of the one before.
    void put(const Ulid& draft, std::size_t position, const DraftAnswer& answer) const;

    /// Takes an answer back.
    void clear(const Ulid& draft, std::size_t position) const;

    /// Removes the round with its answers.
    void remove(const Ulid& draft) const;

  private:
    Driver* driver_;
};

}  // namespace dudao::store
