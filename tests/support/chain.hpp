#pragma once

#include "domain/inspection.hpp"
#include "domain/issue.hpp"
#include "domain/plan.hpp"
#include "store/checklists.hpp"
#include "store/inspections.hpp"
#include "store/journal.hpp"
#include "store/references.hpp"
#include "support/fresh_store.hpp"

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace dudao::test {

/// A small chain in a store of its own, from which most tests of repositories start:
///
///     HQ 总部 (headquarters)
///       EAST 华东 (region):  S01 open, owned, supervisor zhang · S02 open, franchise
///       NORTH 华北 (region): S03 suspended, owned
///     D01 运营部 (department)
///
/// People: admin, zhang (supervisor), li (manager), wu (approver), wang (head). Checklist qsc@1 of
/// three items: Q1 of 5 points, Q2 of 3 with 1 for partial, Q3 of 2. All were written by admin on
/// device-a; each use of author() is a second later.
///
/// Its end is a check_store(), unless the test says that it breaks the store on purpose.
class Chain {
  public:
    Chain();
    Chain(const Chain&) = delete;
    Chain& operator=(const Chain&) = delete;
    ~Chain();

    store::Driver& driver() const noexcept { return *driver_; }
    const FreshStore& place() const noexcept { return place_; }

    /// Whoever writes next, a second after the one before.
    store::Author author(std::string actor = "admin", std::string device = "device-a");
    store::Writing write(std::string_view command = "test") {
        return {driver(), author(), command};
    }

    std::int64_t unit_key(std::string_view code) const;
    std::int64_t person_key(std::string_view code) const;
    store::CodeRef unit(std::string_view code) const { return {unit_key(code), code}; }
    store::CodeRef person(std::string_view code) const { return {person_key(code), code}; }

    std::int64_t checklist_key() const noexcept { return checklist_; }
    store::CodeRef checklist() const noexcept { return {checklist_, "qsc@1"}; }

    /// Writes a visit to `unit` at `at` with these marks and its findings; no issues.
    store::IdRef add_inspection(std::string_view unit,
                                Instant at,
                                const std::string& results,
                                const store::NewInspection& more = {});

    /// Writes an issue; its unit, department and the person who raised it are there.
    void add_issue(const domain::Issue& issue, const store::IdRef& inspection = {});

    /// Writes a plan for all units, or for those below `plan.scope`.
    store::IdRef add_plan(const domain::Plan& plan);

    /// Writes the visits of a plan that is there.
    void add_visits(const std::vector<domain::Visit>& visits, const store::IdRef& plan);

    /// Writes an event about an issue, a plan or an inspection and keeps what its fold says.
    void happen(const domain::Event& event);

    /// The store is left broken: no check at the end.
    void leave_unchecked() noexcept { checked_ = false; }

  private:
    void write_units();
    void write_people();
    void write_checklist();
    void keep_issue(const Ulid& id) const;
    void keep_plan(const Ulid& id) const;
    void keep_inspection(const Ulid& id) const;

    FreshStore place_;
    std::unique_ptr<store::Driver> driver_;
    Millis now_;
    std::int64_t checklist_ = 0;
    bool checked_ = true;
};

/// The checklist qsc@1 of every Chain.
domain::Checklist chain_checklist();

}  // namespace dudao::test
