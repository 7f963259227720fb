#pragma once

#include "base/ulid.hpp"
#include "domain/answer.hpp"
#include "domain/event.hpp"
#include "domain/score.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace dudao::domain {

/// 常规, 专项, 飞检, 神秘顾客, 自查, 辅导帮扶, 复查, 部门督导.
enum class VisitKind : std::uint8_t {
    routine = 1,
    special = 2,
    unannounced = 3,
    mystery = 4,
    self = 5,
    coaching = 6,
    recheck = 7,
    formal = 8,
};

inline constexpr Vocabulary<VisitKind, 8> visit_kinds{"visit kind",
                                                      {{{VisitKind::routine, "routine"},
                                                        {VisitKind::special, "special"},
                                                        {VisitKind::unannounced, "unannounced"},
                                                        {VisitKind::mystery, "mystery"},
                                                        {VisitKind::self, "self"},
                                                        {VisitKind::coaching, "coaching"},
                                                        {VisitKind::recheck, "recheck"},
                                                        {VisitKind::formal, "formal"}}}};

/// Who answered an item, and how long it took: kept for interactive rounds only.
struct AnswerTrack {
    std::string author;  ///< code of a person
    int seconds = 0;

    bool operator==(const AnswerTrack&) const = default;
};

/// Circumstances of a visit, where they are known.
struct VisitFacts {
    std::optional<Instant> arrived = {};
    std::optional<Instant> departed = {};
    std::string shift = {};                         ///< 班次
    std::string manager_on_duty = {};               ///< 当班负责人
    std::string area = {};                          ///< area or post looked at
    std::vector<std::string> team = {};             ///< codes of people, the leader first
    std::map<std::size_t, AnswerTrack> track = {};  ///< by position

    bool operator==(const VisitFacts&) const = default;
};

/// A visit that was submitted: a fact, never changed.
struct Inspection {
    Ulid id{};
    std::string unit = {};       ///< code
    std::string checklist = {};  ///< code
    std::string version = {};    ///< of the checklist, pinned
    Instant at{};
    Day day{};                   ///< the civil day of `at` in the unit's zone
    std::string inspector = {};  ///< code of a person
    std::string ref = {};        ///< tells apart visits that are alike in all of the above
    VisitKind kind = VisitKind::routine;
    std::optional<Ulid> visit = {};  ///< the planned visit that it fulfils
    Answers answers;
    Score score;
    VisitFacts facts = {};
    std::optional<Ulid> revises = {};  ///< the inspection that it corrects
    std::string reason = {};           ///< for the correction

    bool operator==(const Inspection&) const = default;
};

/// The id that this inspection has in every store: checklist, unit, at, inspector, ref.
Ulid inspection_id(std::string_view checklist,
                   std::string_view unit,
                   Instant at,
                   std::string_view inspector,
                   std::string_view ref);

/// The id of the issue that the failure of one item raises.
Ulid raised_issue_id(const Ulid& inspection, Instant at, std::string_view item, int repeat);

/// What has become of a submitted visit.
struct InspectionState {
    bool approved = false;
    bool received = false;
    bool returned = false;  ///< to whoever went, to be corrected
    bool voided = false;

    bool operator==(const InspectionState&) const = default;
};

/// The state after one more event. Errors: wrong_visit_state, reason_missing.
Result<InspectionState> after(const InspectionState& state, const Event& event);

}  // namespace dudao::domain
