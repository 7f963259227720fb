#pragma once

#include "domain/visibility.hpp"
#include "store/checklists.hpp"
#include "store/inspections.hpp"
#include "workflow/corrected.hpp"
#include "workflow/session.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace dudao::workflow {

/// A published checklist made ready for many visits.
class ChecklistInUse {
  public:
    ChecklistInUse(Session& session, const store::ChecklistHead& head);

    std::int64_t key() const noexcept { return head_.key; }
    const store::ChecklistHead& head() const noexcept { return head_; }

    /// "CODE@VERSION".
    const std::string& name() const noexcept { return name_; }
    const domain::Checklist& checklist() const noexcept { return *checklist_; }
    const domain::ScoreSheet& sheet() const noexcept { return sheet_; }
    const domain::Visibility& visibility() const noexcept { return visibility_; }

    /// Key of the department that its item's issue goes to; 0 for the unit itself.
    std::int64_t department(std::size_t position) const { return departments_[position]; }

    /// The position of an item by its id.
    std::optional<std::size_t> position(std::string_view item) const;

    /// A profile by its id; null stands for the whole checklist, which is also called full.
    /// Errors: no_such_profile.
    Result<const domain::Profile*> profile(std::string_view id) const;

    /// Whether any item asks for evidence.
    bool asks_for_evidence() const noexcept { return asks_for_evidence_; }

  private:
    store::ChecklistHead head_;
    std::string name_;
    std::unique_ptr<domain::Checklist> checklist_;
    domain::ScoreSheet sheet_;
    domain::Visibility visibility_;
    std::vector<std::int64_t> departments_;
    std::unordered_map<std::string_view, std::size_t> positions_;
    bool asks_for_evidence_ = false;
};

/// That a visit to the unit may be done with the checklist. Errors (thrown): unit_closed,
/// checklist_does_not_fit.
void check_unit(const domain::Unit& unit, const ChecklistInUse& checklist);

/// The answers that ask for evidence and have none, by position.
std::vector<std::size_t> without_evidence(const ChecklistInUse& checklist,
                                          const domain::Answers& answers);

/// What conditions may look at in this unit.
domain::UnitFacts facts_of(const domain::Unit& unit);

/// A visit to be recorded. What it points to must live until Recorder::write() returns.
struct VisitRecord {
    Ulid id{};
    store::CodeRef unit{};
    const ChecklistInUse* checklist = nullptr;
    Instant at{};
    Day day{};
    store::CodeRef inspector{};
    std::string_view ref = {};
    domain::VisitKind kind = domain::VisitKind::routine;
    std::string_view results = {};
    std::string_view details = {};  ///< JSON; empty for none
    std::string_view reason = {};   ///< why it lacks required answers, or is corrected
    const store::VisitFactRow* facts = nullptr;
    const Corrected* corrects = nullptr;  ///< the record in whose place it stands
};

/// What recording did.
struct Recorded {
    std::int64_t visits = 0;
    std::int64_t findings = 0;
    std::int64_t issues = 0;
    std::int64_t fulfilled = 0;         ///< planned visits
    std::int64_t incomplete = 0;        ///< visits that lack a required answer
    std::int64_t missing_evidence = 0;  ///< answers that ask for evidence and have none
    std::int64_t cancelled = 0;         ///< issues whose items do not fail after a correction
};

/// Records submitted visits: scores them, keeps their findings, raises their issues and fulfils the
/// visits that plans ask for.
class Recorder {
  public:
    Recorder(Session& session, store::Writing& writing);
    ~Recorder();
    Recorder(const Recorder&) = delete;
    Recorder& operator=(const Recorder&) = delete;

    /// So many are to be added at most.
    void reserve(std::size_t visits);
    void add(const VisitRecord& visit);

    /// Writes all that were added, in the order of their ids, and forgets them.
    /// Errors (thrown): calendar_unknown.
    Recorded write();

  private:
    struct Work;
    std::unique_ptr<Work> work_;
};

}  // namespace dudao::workflow
