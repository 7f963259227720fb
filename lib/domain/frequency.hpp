#pragma once

#include "base/dates.hpp"
#include "base/error.hpp"
#include "base/vocabulary.hpp"
#include "domain/calendar.hpp"
#include "domain/checklist.hpp"
#include "domain/inspection.hpp"
#include "domain/named_code.hpp"
#include "domain/period.hpp"
#include "domain/plan.hpp"
#include "domain/risk.hpp"
#include "domain/unit.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace dudao::domain {

/// How a rule says when visits are due. The first three are a rhythm, of which a unit follows one
/// for each checklist; the others are occasions, whose visits come on top of it.
enum class Rhythm : std::uint8_t {
    spans = 1,       ///< so many in each span of the calendar
    every = 2,       ///< every so many days
    recurrence = 3,  ///< RFC 5545
    on_opening = 4,
    after_change = 5,  ///< of the head
};

/// A span of the calendar. Weeks are those of ISO 8601.
enum class Span : std::uint8_t { day = 1, week = 2, month = 3, quarter = 4, period = 5 };

inline constexpr Vocabulary<Rhythm, 5> rhythms{"rhythm",
                                               {{{Rhythm::spans, "spans"},
                                                 {Rhythm::every, "every"},
                                                 {Rhythm::recurrence, "recurrence"},
                                                 {Rhythm::on_opening, "on_opening"},
                                                 {Rhythm::after_change, "after_change"}}}};
inline constexpr Vocabulary<Span, 5> spans{"span",
                                           {{{Span::day, "day"},
                                             {Span::week, "week"},
                                             {Span::month, "month"},
                                             {Span::quarter, "quarter"},
                                             {Span::period, "period"}}}};

/// The Monday from which `every` and recurrences count unless they say otherwise.
inline constexpr Day counting_begins{std::chrono::year{2024} / 1 / 1};

struct Frequency {
    Rhythm rhythm = Rhythm::spans;
    int count = 1;                ///< spans: visits in each; every: days; after_change: days after
    Span span = Span::month;      ///< spans
    std::string recurrence = {};  ///< RFC 5545, without a start
    Day starting = counting_begins;  ///< every, recurrence
    std::vector<int> weeks = {};     ///< on_opening: from 1, rising

    bool operator==(const Frequency&) const = default;
};

/// How often units are visited with a checklist (频次规则).
struct FrequencyRule {
    std::string id = {};                ///< unique among the rules of a file
    NamedCode checklist = {};           ///< its code
    Applicability units = {};           ///< which ones
    std::vector<NamedCode> below = {};  ///< units that they are, or hang below; empty: all
    std::vector<Watch> risks = {};      ///< how closely they are watched; empty: however
    Frequency frequency = {};
    bool working_days = false;                 ///< only on working days of the calendar
    std::optional<VisitKind> visit_kind = {};  ///< nothing: the plan's
    int window = 0;  ///< days within which to visit, from the first that is possible; 0: by rhythm

    bool operator==(const FrequencyRule&) const = default;
};

constexpr bool is_occasion(Rhythm rhythm) noexcept {
    return rhythm == Rhythm::on_opening || rhythm == Rhythm::after_change;
}

/// The days of a period, from its first: whether each can be used.
using DaySet = std::vector<bool>;

/// Which days of the period are worked. Errors: calendar_unknown.
Result<DaySet> working_days(const Calendar& calendar, const Period& period);

/// What the days of a period are for a rule.
struct RuleDays {
    DaySet usable = {};         ///< by the calendar: all, or the working days
    std::vector<Day> due = {};  ///< recurrence: within the period, rising
};

/// What rules need to know of a unit.
struct VisitedUnit {
    const Unit* unit = nullptr;
    std::vector<std::string> above = {};  ///< codes: its own and those of all groups above it
    std::optional<Day> head_since = {};   ///< when the head changed from one to another
    DaySet closed = {};                   ///< days of the period; empty: none
    Watch watch = Watch::normal;
};

/// A window with its number: which visit of the rule it is within the period. The number stays when
/// days are closed later.
struct NumberedWindow {
    int number = 0;
    Window window;

    bool operator==(const NumberedWindow&) const = default;
};

struct RuleWindows {
    std::vector<NumberedWindow> windows = {};  ///< in the period, by number; both ends can be used
    std::vector<NumberedWindow> closed = {};   ///< left out: no day in them can be used

    bool operator==(const RuleWindows&) const = default;
};

/// When a rule wants a unit visited in a period. `position` is that of the rule in its file: the
/// visits of occasions are numbered from 1000 × (position + 1), those of rhythms from 1.
/// A span, or part of one, that a border of the period cuts belongs to the period that holds its
/// middle day; the days after a change to that which holds the last of them. What falls on a day
/// that cannot be used moves to the next that can, else to the one before, within the period.
RuleWindows windows_of(const FrequencyRule& rule,
                       std::size_t position,
                       const RuleDays& days,
                       const VisitedUnit& facts,
                       const Period& period);

/// Why a unit follows a rule, or not.
enum class Fit : std::uint8_t {
    follows = 1,
    not_open = 2,    ///< the unit is
    other_kind = 3,  ///< than those of the rule
    other_ownership = 4,
    other_tags = 5,
    elsewhere = 6,        ///< not below the rule's units
    other_checklist = 7,  ///< the checklist is not for the unit
    earlier_rule = 8,     ///< an earlier rhythm for the same checklist fits
    no_opening = 9,       ///< it is not known when the unit opened
    no_change = 10,       ///< the unit has had one head only
    other_risk = 11,      ///< than that of the rule
};

inline constexpr Vocabulary<Fit, 11> fits{"fit",
                                          {{{Fit::follows, "follows"},
                                            {Fit::not_open, "not_open"},
                                            {Fit::other_kind, "other_kind"},
                                            {Fit::other_ownership, "other_ownership"},
                                            {Fit::other_tags, "other_tags"},
                                            {Fit::elsewhere, "elsewhere"},
                                            {Fit::other_checklist, "other_checklist"},
                                            {Fit::earlier_rule, "earlier_rule"},
                                            {Fit::no_opening, "no_opening"},
                                            {Fit::no_change, "no_change"},
                                            {Fit::other_risk, "other_risk"}}}};

/// A rule with what it needs in a period.
struct RuleInUse {
    FrequencyRule rule;
    Applicability checklist = {};  ///< whom its checklist is for
    RuleDays days = {};
};

/// What a rule means for a unit.
struct RuleVerdict {
    Fit fit = Fit::follows;
    std::string earlier = {};  ///< earlier_rule: its id
    RuleWindows windows = {};  ///< none unless the unit follows it

    bool operator==(const RuleVerdict&) const = default;
};

/// Of each rule. For each checklist a unit follows the first rhythm that fits it, and every
/// occasion. Before the day on which it opens a unit is closed; one that is yet to open has
/// occasions only. Groups are visited only where the checklist or the rule names their kind.
std::vector<RuleVerdict> judge(const std::vector<RuleInUse>& rules,
                               const VisitedUnit& facts,
                               const Period& period);

}  // namespace dudao::domain
