#pragma once

#include "domain/correction.hpp"
#include "domain/inspection.hpp"
#include "domain/organisation.hpp"
#include "store/references.hpp"
#include "store/table.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace dudao::store {

/// An answer that does not conform, as it stands in table `finding`.
struct FindingRow {
    std::int64_t position = 0;
    std::int64_t repeat = 0;
    domain::AnswerResult result = domain::AnswerResult::fail;
    std::int64_t lost = 0;  ///< points, in thousandths
};

/// A visit to be kept. Views live until add() returns.
struct NewInspection {
    IdRef id{};  ///< the key is given by add()
    CodeRef unit{};
    CodeRef checklist{};  ///< "CODE@VERSION"
    Instant at{};
    Day day{};
    CodeRef inspector{};
    std::string_view ref = {};
    domain::VisitKind kind = domain::VisitKind::routine;
    const domain::Score* score = nullptr;
    std::string_view results = {};
    std::string_view details = {};  ///< JSON; empty for none
    IdRef visit{};
    IdRef revises{};
    std::string_view reason = {};
    std::span<const FindingRow> findings = {};
};

/// Circumstances of a visit as they are stored.
struct VisitFactRow {
    std::optional<Instant> arrived = {};
    std::optional<Instant> departed = {};
    std::string shift = {};
    std::string manager_on_duty = {};
    std::string area = {};
    std::string team = {};
    std::string track = {};
    std::string profile = {};  ///< id; empty: the whole checklist

    bool operator==(const VisitFactRow&) const = default;
};

/// Adds visits in the order of their ids, each with its findings.
class InspectionWriter {
  public:
    explicit InspectionWriter(Writing& writing);

    /// Returns the key.
    std::int64_t add(const NewInspection& inspection);
    void add_facts(const IdRef& inspection, const VisitFactRow& facts);
    void finish();

  private:
    TableWriter inspections_;
    TableWriter findings_;
    TableWriter facts_;
};

/// A visit as it is kept.
struct InspectionRow {
    std::int64_t key = 0;
    Ulid id{};
    std::int64_t unit = 0;
    std::string unit_code = {};
    std::string unit_name = {};
    std::int64_t checklist = 0;
    std::string checklist_code = {};
    std::string version = {};
    Instant at{};
    Day day{};
    std::string inspector = {};
    std::string inspector_name = {};
    std::string ref = {};
    domain::VisitKind kind = domain::VisitKind::routine;
    domain::Score score = {};
    std::string results = {};
    std::string details = {};
    IdRef visit{};  ///< none for an unplanned one
    bool counts = true;
    domain::InspectionState state = {};
    std::optional<Ulid> revises = {};  ///< the record that this one corrects
    std::string reason = {};           ///< for the correction, or why answers are missing
    std::string recorded_by = {};      ///< code of a person
    Instant recorded_at{};
};

/// Which visits a listing is about.
struct InspectionFilter {
    domain::UnitFilter units = {};
    std::string unit = {};       ///< code of the one
    std::string checklist = {};  ///< code
    std::string inspector = {};  ///< code
    std::optional<Day> from = {};
    std::optional<Day> to = {};
    std::optional<domain::Verdict> verdict = {};
    bool counting_only = true;  ///< else also what is voided, corrected or recorded twice
    bool returned_only = false;
};

/// What a report reads of each visit. Views live until the visitor returns.
struct InspectionScan {
    std::int64_t key = 0;
    std::int64_t unit = 0;
    std::int64_t checklist = 0;
    std::int64_t inspector = 0;
    Day day{};
    domain::VisitKind kind = domain::VisitKind::routine;
    domain::Verdict verdict = domain::Verdict::no_score;
    std::int64_t score = 0;                       ///< thousandths
    std::int64_t max_score = 0;                   ///< thousandths
    std::optional<std::int64_t> percentage = {};  ///< thousandths
    std::string_view grade = {};
    std::string_view results = {};
    std::string_view details = {};
    std::int64_t visit = 0;
};

/// The answers of a visit as they are kept.
struct KeptAnswers {
    std::string results = {};
    std::string details = {};  ///< JSON; empty for none
};

/// What is kept of a visit beside its marks.
struct DetailsRow {
    Ulid id{};
    Day day{};
    std::string unit = {};       ///< code
    std::int64_t checklist = 0;  ///< key of the version
    std::string details = {};
};

/// A visit as later ones look back at it.
struct PastVisit {
    std::int64_t checklist = 0;  ///< key of the version
    Instant at{};
    KeptAnswers answers = {};
};

/// Visits of one day with one checklist, verdict and grade, added up.
struct ScoreGroup {
    Day day{};
    std::int64_t checklist = 0;
    domain::Verdict verdict = domain::Verdict::passed;
    std::string grade = {};
    std::int64_t visits = 0;
    std::int64_t scored = 0;       ///< those with a percentage
    std::int64_t percentages = 0;  ///< their sum, in thousandths
};

/// Reads visits (tables `inspection`, `visit_fact`, `finding`).
class Inspections {
  public:
    explicit Inspections(Driver& driver) : driver_(&driver) {}

    /// Those whose ids end like this, at most `most`.
    std::vector<Ulid> ending(const IdTail& tail, std::size_t most) const;

    std::optional<InspectionRow> find(const Ulid& id) const;

    /// The circumstances; nothing when none are known.
    std::optional<VisitFactRow> facts(std::int64_t key) const;

    /// The latest first, until `visit` returns false. `below` is the key of `filter.units.below`.
    void each(const InspectionFilter& filter,
              std::int64_t below,
              const std::function<bool(const InspectionRow&)>& visit) const;

    /// Those of some days that count, in no order.
    void scan(Day from, Day to, const std::function<void(const InspectionScan&)>& visit) const;

    /// Those of some days that count, added up by day, checklist, verdict and grade.
    std::vector<ScoreGroup> groups(Day from, Day to) const;

    /// Says which part of the units one (a key) is in; nothing: in none.
    using PartOf = std::function<std::optional<std::size_t>(std::int64_t unit)>;

    /// The same for each of `parts` parts of the units apart; units in none are left out.
    std::vector<std::vector<ScoreGroup>> groups(Day from,
                                                Day to,
                                                std::size_t parts,
                                                const PartOf& part_of) const;

    /// How many visits this person (code) made that are to be corrected.
    std::int64_t returned_to(std::string_view inspector) const;

    /// The corrections of all visits, of those of some days, and of those to a unit on a day, in
    /// the total order.
    std::vector<domain::Correction> corrections() const;
    std::vector<domain::Correction> corrections(Day from, Day to) const;
    std::vector<domain::Correction> corrections_in(std::int64_t unit, Day day) const;

    /// Ids and keys of all visits of some days, counting or not.
    std::unordered_map<Ulid, std::int64_t> ids(Day from, Day to) const;

    /// The answers of the visit with this key. Promises: there is one.
    KeptAnswers answers(std::int64_t key) const;

    /// The visits of a unit with any version of a checklist that count, the earliest first.
    std::vector<PastVisit> of_unit(std::int64_t unit, std::string_view checklist) const;

    /// The visits that name evidence and count, the earliest first.
    void with_evidence(const std::function<void(const DetailsRow&)>& visit) const;

    /// Sets what is kept.
    void keep(std::int64_t key, bool counts, const domain::InspectionState& state) const;

  private:
    Driver* driver_;
};

}  // namespace dudao::store
