#pragma once

#include "base/dates.hpp"
#include "base/decimal.hpp"
#include "base/vocabulary.hpp"
#include "domain/condition.hpp"
#include "domain/local_text.hpp"
#include "domain/unit.hpp"
#include "domain/urgency.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dudao::domain {

/// How an item is answered.
enum class ItemKind : std::uint8_t {
    pass_fail = 1,  ///< pass, partial where the item gives points for it, fail
    scale = 2,      ///< a whole number between two ends
    number = 3,     ///< a measured number with an accepted range
    choice = 4,     ///< one of several options
    count = 5,      ///< how many defects there are: each takes off points
    choices = 6,    ///< any of several options
    text = 7,       ///< a text; it is not scored, nor are those up to signature
    date = 8,
    time = 9,
    photo = 10,      ///< a picture or another file is there
    signature = 11,  ///< who signed
    step = 12,       ///< of a walk-through: done, slow or omitted
    stopwatch = 13,  ///< several times against a standard
    knowledge = 14,  ///< how many of the questions asked were answered right
};

/// How several samples become one.
enum class Judge : std::uint8_t { mean = 1, worst = 2 };

/// 一般项, 重点项, 一票否决项.
enum class ItemClass : std::uint8_t { general = 1, key = 2, veto = 3 };

/// What a failure of this one item does to its section or to the whole visit.
enum class CriticalEffect : std::uint8_t {
    none = 0,
    fail = 1,          ///< fails the visit
    cap = 2,           ///< limits the percentage
    zero = 3,          ///< makes the percentage 0
    fail_section = 4,  ///< its section gets no points
};

/// What "not applicable" does to the score.
enum class NaPolicy : std::uint8_t {
    exclude = 1,  ///< the item drops out, with the points it could have given
    zero = 2,     ///< it stays in and gives nothing
    fail = 3,     ///< it is a failure like any other
    forbid = 4,   ///< it is no answer here
};

enum class EvidenceRule : std::uint8_t { never = 0, on_failure = 1, always = 2 };

/// 现场核查, 数据抽查, 员工访谈, 文件查阅.
enum class Method : std::uint8_t { observe = 1, sample = 2, interview = 3, record = 4 };

/// What an answer says about its item. Only the first three enter the score.
enum class AnswerResult : std::uint8_t {
    pass = 1,
    partial = 2,
    fail = 3,
    na = 4,
    not_checked = 5,
    waived = 6,
    hidden = 7,  ///< a condition of the checklist left the item out
};

enum class ScoringMethod : std::uint8_t {
    points = 1,             ///< 100 × points got / points possible
    weighted_sections = 2,  ///< mean of the sections' shares by their weights
    deduction = 3,          ///< 扣分制: a full mark less what is lost, not below 0
    mean_of_sections = 4,   ///< mean of the sections' shares, each counting the same
    penalty = 5,            ///< the sum of what is lost: the lower the better
};

/// What the parts of a section that is repeated count together.
enum class RepeatScore : std::uint8_t {
    sum = 1,    ///< the points of all of them
    mean = 2,   ///< the mean of their points, so that it does not matter how many there are
    worst = 3,  ///< the one with the least share
};

inline constexpr Vocabulary<ItemKind, 14> item_kinds{"item type",
                                                     {{{ItemKind::pass_fail, "pass_fail"},
                                                       {ItemKind::scale, "scale"},
                                                       {ItemKind::number, "number"},
                                                       {ItemKind::choice, "choice"},
                                                       {ItemKind::count, "count"},
                                                       {ItemKind::choices, "choices"},
                                                       {ItemKind::text, "text"},
                                                       {ItemKind::date, "date"},
                                                       {ItemKind::time, "time"},
                                                       {ItemKind::photo, "photo"},
                                                       {ItemKind::signature, "signature"},
                                                       {ItemKind::step, "step"},
                                                       {ItemKind::stopwatch, "stopwatch"},
                                                       {ItemKind::knowledge, "knowledge"}}}};
inline constexpr Vocabulary<Judge, 2> judges{"judgement",
                                             {{{Judge::mean, "mean"}, {Judge::worst, "worst"}}}};
inline constexpr Vocabulary<ItemClass, 3> item_classes{
    "item class",
    {{{ItemClass::general, "general"}, {ItemClass::key, "key"}, {ItemClass::veto, "veto"}}}};
inline constexpr Vocabulary<CriticalEffect, 5> critical_effects{
    "critical effect",
    {{{CriticalEffect::none, "none"},
      {CriticalEffect::fail, "fail"},
      {CriticalEffect::cap, "cap"},
      {CriticalEffect::zero, "zero"},
      {CriticalEffect::fail_section, "fail_section"}}}};
inline constexpr Vocabulary<NaPolicy, 4> na_policies{"na rule",
                                                     {{{NaPolicy::exclude, "exclude"},
                                                       {NaPolicy::zero, "zero"},
                                                       {NaPolicy::fail, "fail"},
                                                       {NaPolicy::forbid, "forbid"}}}};
inline constexpr Vocabulary<EvidenceRule, 3> evidence_rules{
    "evidence rule",
    {{{EvidenceRule::never, "never"},
      {EvidenceRule::on_failure, "on_failure"},
      {EvidenceRule::always, "always"}}}};
inline constexpr Vocabulary<Method, 4> methods{"method",
                                               {{{Method::observe, "observe"},
                                                 {Method::sample, "sample"},
                                                 {Method::interview, "interview"},
                                                 {Method::record, "record"}}}};
inline constexpr Vocabulary<AnswerResult, 7> answer_results{
    "answer result",
    {{{AnswerResult::pass, "pass"},
      {AnswerResult::partial, "partial"},
      {AnswerResult::fail, "fail"},
      {AnswerResult::na, "na"},
      {AnswerResult::not_checked, "not_checked"},
      {AnswerResult::waived, "waived"},
      {AnswerResult::hidden, "hidden"}}}};
inline constexpr Vocabulary<RepeatScore, 3> repeat_scores{
    "repeat score",
    {{{RepeatScore::sum, "sum"}, {RepeatScore::mean, "mean"}, {RepeatScore::worst, "worst"}}}};
inline constexpr Vocabulary<ScoringMethod, 5> scoring_methods{
    "scoring method",
    {{{ScoringMethod::points, "points"},
      {ScoringMethod::weighted_sections, "weighted_sections"},
      {ScoringMethod::deduction, "deduction"},
      {ScoringMethod::mean_of_sections, "mean_of_sections"},
      {ScoringMethod::penalty, "penalty"}}}};

/// What one possible answer gives.
struct Outcome {
    AnswerResult result = AnswerResult::not_checked;
    Decimal points = {};  ///< 0 to the item's points, in thousandths

    bool operator==(const Outcome&) const = default;
};

/// One option of a choice.
struct Option {
    std::string value;  ///< its id in answers, unique in the item
    LocalText label;
    Outcome outcome;

    bool operator==(const Option&) const = default;
};

/// The issue that a failure raises.
struct IssueRule {
    std::string category = {};  ///< execution, process, resource, or the chain's own
    Urgency urgency = Urgency::medium;
    std::string department = {};   ///< code of the responsible department; empty: the unit itself
    std::optional<int> days = {};  ///< to rectify; by urgency when absent
    bool working_days = false;     ///< else calendar days
    LocalText measure = {};        ///< suggested

    bool operator==(const IssueRule&) const = default;
};

/// One thing to look at.
struct Item {
    std::string id = {};  ///< unique in its checklist, a column name in wide answer files
    LocalText text;
    ItemKind kind = ItemKind::pass_fail;
    Decimal points = {};  ///< the most it can give, in thousandths; 0: it is not scored
    int weight = 1;       ///< what its points are multiplied with, got and possible alike
    ItemClass item_class = ItemClass::general;
    CriticalEffect critical = CriticalEffect::none;
    Decimal cap = {};  ///< for CriticalEffect::cap: the greatest percentage left
    bool red_line = false;
    bool required = true;
    NaPolicy na = NaPolicy::exclude;
    bool na_reason = false;  ///< "not applicable" needs a remark that says why
    EvidenceRule evidence = EvidenceRule::never;
    std::optional<Method> method = {};
    LocalText guidance = {};
    std::string reference = {};
    std::vector<std::string> tags = {};

    /// pass_fail, number, step, stopwatch: absent, M is not an answer.
    std::optional<Decimal> partial_points = {};
    int scale_from = 0;  ///< scale: the first value
    /// scale, count, knowledge: one for each value from `scale_from` on; the last of a count stands
    /// for all beyond it, too.
    std::vector<Outcome> levels = {};
    std::string measure_unit = {};             ///< number: such as ℃
    std::optional<Decimal> accept_min = {};    ///< number: accepted from, inclusive
    std::optional<Decimal> accept_max = {};    ///< number, stopwatch: accepted to, inclusive
    std::optional<Decimal> tolerate_min = {};  ///< number: partial from, inclusive
    std::optional<Decimal> tolerate_max = {};  ///< number, stopwatch: partial to, inclusive
    int samples = 0;                           ///< stopwatch: the least number of times taken
    Judge judge = Judge::mean;                 ///< stopwatch
    /// choice, choices: 2 to 26; knowledge: the questions to choose from.
    std::vector<Option> options = {};
    /// choices: options add up to the points; else each chosen one takes off what it lacks.
    bool additive = false;
    std::optional<Condition> when = {};  ///< absent: it always shows

    std::optional<IssueRule> issue = {};  ///< absent: a failure raises no issue

    bool operator==(const Item&) const = default;
};

struct Section {
    std::string id = {};  ///< unique in its checklist
    LocalText title;
    Decimal weight = {};  ///< for weighted_sections, among the sections beside it
    std::vector<Item> items = {};
    std::optional<std::size_t> parent = {};  ///< index of the section that it is a part of
    std::optional<Decimal> pass = {};        ///< the least percentage of its own that passes
    std::optional<Condition> when = {};      ///< absent: its items always show
    /// Its parts ask the same of one thing after another; how they count together. None of them has
    /// parts of its own.
    std::optional<RepeatScore> repeat = {};

    bool operator==(const Section&) const = default;
};

/// A band of the percentage, or of the sum where the lower is the better.
struct Grade {
    std::string name;
    Decimal min = {};                 ///< the least percentage that earns it
    std::optional<Decimal> max = {};  ///< penalty: the greatest sum that earns it; absent: any
    /// The least percentage of each item or section on its own; for penalty the most that any of
    /// them may lose.
    std::optional<Decimal> worst_item = {};
    std::optional<Decimal> worst_section = {};

    bool operator==(const Grade&) const = default;
};

struct Scoring {
    ScoringMethod method = ScoringMethod::points;
    Decimal full_mark = Decimal{100};      ///< for deduction
    int decimals = 1;                      ///< of the percentage, 0 to 3
    std::optional<Decimal> pass = {};      ///< the least percentage that passes; absent: all pass
    std::optional<Decimal> pass_sum = {};  ///< penalty: the greatest sum that passes
    std::vector<Grade> grades = {};        ///< the best first; the last takes what is left

    bool operator==(const Scoring&) const = default;
};

/// Which units it may be used in; an empty list means that any will do.
struct Applicability {
    std::vector<UnitKind> kinds = {};
    std::vector<Ownership> ownerships = {};
    std::vector<std::string> tags = {};

    bool operator==(const Applicability&) const = default;
};

/// A part of a checklist that can be gone through on its own, such as 快速 or 自检.
struct Profile {
    std::string id = {};
    LocalText title;
    std::string items = {};  ///< a character for each item: 1 for those that belong to it, else 0

    bool operator==(const Profile&) const = default;
};

/// A checklist (检查表) as it is written. Once published, a version never changes. A section either
/// has items or is a group: its parts follow it, each naming it as `parent`.
struct Checklist {
    std::string code = {};
    std::string version = {};
    LocalText title;
    Applicability applies_to = {};
    Scoring scoring = {};
    std::vector<Section> sections = {};
    std::vector<Profile> profiles = {};

    bool operator==(const Checklist&) const = default;
};

/// An item with its place; positions count from 0 through all sections.
struct PlacedItem {
    const Section* section;
    const Item* item;
};

/// True when answers to this kind of item never enter the score.
constexpr bool is_unscored(ItemKind kind) noexcept {
    return kind >= ItemKind::text && kind <= ItemKind::signature;
}

constexpr bool na_allowed(const Item& item) noexcept {
    return item.na != NaPolicy::forbid;
}

/// True when not applicable would go around what the item's failure does.
constexpr bool evades_critical(const Item& item) noexcept {
    return item.critical != CriticalEffect::none &&
           (item.na == NaPolicy::exclude || item.na == NaPolicy::zero);
}

/// All items in the order they are walked: the order of the characters in `results`.
std::vector<PlacedItem> items_of(const Checklist& checklist);

/// Whether the checklist may be used in this unit.
bool applies_to(const Applicability& rule, const Unit& unit);

}  // namespace dudao::domain
