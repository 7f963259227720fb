#include "workflow/record.hpp"

#include "base/error_id.hpp"
#include "domain/profile.hpp"
#include "exchange/details.hpp"
#include "store/issues.hpp"
#include "store/plans.hpp"
#include "store/units.hpp"
#include "workflow/recurrence.hpp"
#include "workflow/waivers.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace dudao::workflow {

namespace {

/// An issue to be raised: small, since an import may raise a million.
struct Raised {
    Ulid id{};
    std::uint32_t visit = 0;  ///< index
    std::uint32_t position = 0;
    std::int64_t before = 0;  ///< key of the issue that it comes after; 0: none
    bool recurs = false;      ///< as the policy has it
};

domain::Answers answers_of(const VisitRecord& visit) {
    domain::Answers answers{.results = std::string{visit.results}};
    const auto& items = visit.checklist->sheet().items();
    const bool needs_values = std::any_of(items.begin(), items.end(), [](const auto& placed) {
        return domain::needs_value(*placed.item);
    });
    const bool amends = visit.details.find(R"("issue":{)") != std::string_view::npos;
    if ((needs_values || amends) && !visit.details.empty()) {
        answers.details = exchange::parse_details(items, visit.details).or_throw();
    }
    return answers;
}

/// The record in whose place a visit stands; none for a new one.
store::IdRef corrected_by(const VisitRecord& visit) {
    return visit.corrects == nullptr
               ? store::IdRef{}
               : store::IdRef{visit.corrects->row.key, visit.corrects->row.id};
}

/// How many answers ask for evidence and have none.
std::int64_t count_missing_evidence(const VisitRecord& visit, domain::Answers&& answers) {
    if (!visit.checklist->asks_for_evidence()) {
        return 0;
    }
    if (visit.details.find("\"evidence\"") != std::string_view::npos) {
        answers.details =
            exchange::parse_details(visit.checklist->sheet().items(), visit.details).or_throw();
    }
    return static_cast<std::int64_t>(without_evidence(*visit.checklist, answers).size());
}

}  // namespace

ChecklistInUse::ChecklistInUse(Session& session, const store::ChecklistHead& head)
    : head_(head),
      name_(fmt::format("{}@{}", head.code, head.version)),
      checklist_(std::make_unique<domain::Checklist>(
          store::Checklists{session.driver()}.load(head.key).checklist)),
      sheet_(*checklist_),
      visibility_(sheet_) {
    const auto organisation = store::Units{session.driver()}.organisation();
    for (std::size_t at = 0; at < sheet_.size(); ++at) {
        const auto& item = *sheet_.items()[at].item;
        positions_.emplace(item.id, at);
        const auto* department = item.issue ? organisation.find(item.issue->department) : nullptr;
        departments_.push_back(department == nullptr ? 0 : department->key);
        asks_for_evidence_ = asks_for_evidence_ || item.evidence != domain::EvidenceRule::never;
    }
}

domain::UnitFacts facts_of(const domain::Unit& unit) {
    domain::UnitFacts facts{
        .kind = unit.kind, .ownership = unit.ownership, .tags = unit.tags, .attributes = {}};
    if (!unit.attributes.empty()) {
        facts.attributes = exchange::parse_texts(unit.attributes).or_throw();
    }
    return facts;
}

std::vector<std::size_t> without_evidence(const ChecklistInUse& checklist,
                                          const domain::Answers& answers) {
    std::vector<std::size_t> positions;
    const auto& sheet = checklist.sheet();
    for (std::size_t at = 0; at < sheet.size(); ++at) {
        const auto found = answers.details.find(at);
        const bool has = found != answers.details.end() && !found->second.evidence.empty();
        const auto& item = *sheet.items()[at].item;
        if (!has && domain::asks_for_evidence(item, sheet.outcome(at, answers).result)) {
            positions.push_back(at);
        }
    }
    return positions;
}

std::optional<std::size_t> ChecklistInUse::position(std::string_view item) const {
    const auto found = positions_.find(item);
    return found == positions_.end() ? std::nullopt : std::optional{found->second};
}

Result<const domain::Profile*> ChecklistInUse::profile(std::string_view id) const {
    constexpr std::string_view whole = "full";
    const auto* found = domain::find_profile(*checklist_, id);
    if (found != nullptr || id.empty() || id == whole) {
        return found;
    }
    std::string known;
    for (const auto& profile : checklist_->profiles) {
        known += profile.id + ", ";
    }
    return Error{ErrorId::no_such_profile, {head_.code, id, known + std::string{whole}}};
}

void check_unit(const domain::Unit& unit, const ChecklistInUse& checklist) {
    if (unit.status == domain::UnitStatus::closed) {
        throw Failure{Error{ErrorId::unit_closed, {unit.code}}};
    }
    if (!domain::applies_to(checklist.checklist().applies_to, unit)) {
        throw Failure{Error{ErrorId::checklist_does_not_fit, {checklist.head().code, unit.code}}};
    }
}

struct Recorder::Work {
    Work(Session& of_session, store::Writing& of_writing)
        : session(&of_session),
          inspections(of_writing),
          issues(of_writing),
          events(of_writing),
          driver(&of_writing.driver()),
          waivers(of_session),
          links(of_writing.driver(), of_session.policy().recurrence) {}

    void match_plans();
    void load_open_visits(const std::string& checklist, Day from, Day to);
    store::IdRef take_visit(const VisitRecord& visit);
    void record(std::uint32_t index);
    void raise_issues();
    void link_raised();
    void take_back();
    domain::Issue issue_of(const Raised& one);
    store::CodeRef department_of(const Raised& one, const domain::Issue& issue) const;

    Session* session;
    store::InspectionWriter inspections;
    store::IssueWriter issues;
    store::EventWriter events;
    store::Driver* driver;
    Waivers waivers;
    RecurrenceLinks links;
    std::vector<VisitRecord> visits;
    std::vector<std::int64_t> keys;  ///< of the visits, as they are written
    std::vector<Raised> raised;
    std::int64_t first_key = 0;                                ///< of the issues that are raised
    std::unordered_map<Ulid, domain::IssueAmendment> amended;  ///< of those raised
    /// Open visits of plans by checklist and unit, the earliest first.
    std::map<std::string, std::unordered_map<std::int64_t, std::vector<store::VisitRow>>> open;
    std::vector<std::pair<std::int64_t, std::uint32_t>> fulfilments;  ///< visit, index
    std::vector<store::FindingRow> findings;
    Recorded recorded;
};

/// Loads the open visits that the recorded ones may fulfil.
void Recorder::Work::match_plans() {
    std::map<std::string, std::pair<Day, Day>> spans;
    for (const auto& visit : visits) {
        const auto& code = visit.checklist->head().code;
        auto [span, first] = spans.try_emplace(code, visit.day, visit.day);
        span->second.first = std::min(span->second.first, visit.day);
        span->second.second = std::max(span->second.second, visit.day);
    }
    for (const auto& [code, span] : spans) {
        if (visits.size() == 1) {
            const auto unit = visits.front().unit.key;
            open[code][unit] = store::Plans{*driver}.open_visits(unit, code, span.first);
        } else {
            load_open_visits(code, span.first, span.second);
        }
    }
}

void Recorder::Work::load_open_visits(const std::string& checklist, Day from, Day to) {
    auto& by_unit = open[checklist];
    store::Plans{*driver}.open_visits_between(
        checklist, from, to, [&](const auto& row) { by_unit[row.unit].push_back(row); });
}

/// The planned visit that this one fulfils: the earliest open one whose window holds the day, else
/// the earliest whose window has ended within its plan's period.
store::IdRef Recorder::Work::take_visit(const VisitRecord& visit) {
    auto& by_unit = open[visit.checklist->head().code];
    const auto found = by_unit.find(visit.unit.key);
    if (found == by_unit.end()) {
        return {};
    }
    auto& rows = found->second;
    for (const auto wanted : {domain::Fulfilment::in_window, domain::Fulfilment::late}) {
        const auto row = std::find_if(rows.begin(), rows.end(), [&](const auto& each) {
            return domain::fulfilment(each.visit, each.period, visit.day) == wanted;
        });
        if (row != rows.end()) {
            const store::IdRef taken{row->key, row->visit.id};
            rows.erase(row);
            return taken;
        }
    }
    return {};
}

void Recorder::Work::record(std::uint32_t index) {
    const auto& visit = visits[index];
    const auto& sheet = visit.checklist->sheet();
    auto answers = answers_of(visit);
    const auto score = sheet.score(answers);
    findings.clear();
    for (std::size_t at = 0; at < sheet.size(); ++at) {
        const auto outcome = sheet.outcome(at, answers);
        if (!domain::is_nonconforming(outcome.result)) {
            continue;
        }
        const auto& item = *sheet.items()[at].item;
        findings.push_back({.position = static_cast<std::int64_t>(at),
                            .result = outcome.result,
                            .lost = (item.points - outcome.points).thousandths()});
        const auto& amendment = said_of_issue(answers, at);
        const bool stands = visit.corrects != nullptr && visit.corrects->stands(at, amendment);
        if (outcome.result == domain::AnswerResult::fail && !stands &&
            domain::raises_issue(item, amendment) &&
            !waivers.excuses(visit.unit.key, *visit.checklist, at, visit.day)) {
            raised.push_back({domain::raised_issue_id(visit.id, visit.at, item.id, 0),
                              index,
                              static_cast<std::uint32_t>(at)});
            if (!amendment.empty()) {
                amended.emplace(raised.back().id, amendment);
            }
        }
    }
    const auto planned = visit.corrects != nullptr ? visit.corrects->row.visit : take_visit(visit);
    keys[index] = inspections.add({.id = {0, visit.id},
                                   .unit = visit.unit,
                                   .checklist = {visit.checklist->key(), visit.checklist->name()},
                                   .at = visit.at,
                                   .day = visit.day,
                                   .inspector = visit.inspector,
                                   .ref = visit.ref,
                                   .kind = visit.kind,
                                   .score = &score,
                                   .results = visit.results,
                                   .details = visit.details,
                                   .visit = planned,
                                   .revises = corrected_by(visit),
                                   .reason = visit.reason,
                                   .findings = findings});
    if (planned.key != 0) {
        fulfilments.emplace_back(planned.key, index);
    }
    if (visit.facts != nullptr) {
        inspections.add_facts({keys[index], visit.id}, *visit.facts);
    }
    recorded.findings += static_cast<std::int64_t>(findings.size());
    recorded.incomplete += score.verdict == domain::Verdict::incomplete ? 1 : 0;
    recorded.missing_evidence += count_missing_evidence(visit, std::move(answers));
}

domain::Issue Recorder::Work::issue_of(const Raised& one) {
    const auto& visit = visits[one.visit];
    const auto& item = *visit.checklist->sheet().items()[one.position].item;
    const auto found = amended.find(one.id);
    const auto changed = found == amended.end()
                             ? std::nullopt
                             : std::optional{domain::amended_rule(item, found->second)};
    const auto& rule = changed ? *changed : *item.issue;
    const auto& policy = session->policy();
    const bool is_said = changed && found->second.urgency;
    const auto urgency = one.recurs && !is_said
                             ? domain::raised_by(rule.urgency, policy.recurrence.raise_urgency)
                             : rule.urgency;
    domain::Issue issue{.id = one.id,
                        .unit = std::string{visit.unit.code},
                        .inspection = visit.id,
                        .position = one.position,
                        .category = rule.category,
                        .urgency = urgency,
                        .department = rule.department,
                        .text = changed ? found->second.text : std::string{},
                        .raised_by = std::string{visit.inspector.code},
                        .raised_at = visit.at,
                        .raised_on = visit.day,
                        .days = rule.days.value_or(domain::days_for(policy, urgency)),
                        .working_days = rule.working_days};
    if (domain::binding_of(policy, visit.kind) == domain::Binding::on_submit) {
        issue.due =
            domain::due_day(policy, issue.raised_on, issue.days, issue.working_days).or_throw();
    }
    return issue;
}

store::CodeRef Recorder::Work::department_of(const Raised& one, const domain::Issue& issue) const {
    const auto found = amended.find(one.id);
    if (found == amended.end() || !found->second.department) {
        return {visits[one.visit].checklist->department(one.position), issue.department};
    }
    const auto unit = store::Units{*driver}.find(issue.department);
    return {unit ? unit->key : 0, issue.department};
}

/// Gives the issues their keys and finds what comes before each, ahead of the first one that is
/// written.
void Recorder::Work::link_raised() {
    const auto [first, last] = std::minmax_element(
        visits.begin(), visits.end(), [](const auto& a, const auto& b) { return a.day < b.day; });
    std::unordered_map<const ChecklistInUse*, std::vector<std::uint64_t>> numbers;
    for (const auto& visit : visits) {
        auto& of_items = numbers[visit.checklist];
        if (of_items.empty()) {
            for (const auto& placed : visit.checklist->sheet().items()) {
                of_items.push_back(links.item(visit.checklist->head().code, placed.item->id));
            }
        }
    }
    first_key = issues.new_key();
    for (std::size_t at = 1; at < raised.size(); ++at) {
        issues.new_key();  // those that follow
    }
    const auto get = [&](std::size_t at) {
        const auto& one = raised[at];
        const auto& visit = visits[one.visit];
        return IssueToLink{.unit = visit.unit.key,
                           .checklist = visit.checklist->head().code,
                           .item = visit.checklist->sheet().items()[one.position].item->id,
                           .number = numbers.at(visit.checklist)[one.position],
                           .id = one.id,
                           .at = visit.at,
                           .day = visit.day};
    };
    links.link({raised.size(), first_key, get, first->day, last->day},
               [&](std::size_t at, const RecurrenceLinks::Before& before) {
                   raised[at].before = before.key;
                   raised[at].recurs = before.recurs;
               });
}

void Recorder::Work::raise_issues() {
    if (raised.empty()) {
        return;
    }
    std::sort(
        raised.begin(), raised.end(), [](const auto& a, const auto& b) { return a.id < b.id; });
    link_raised();
    auto key = first_key;
    for (const auto& one : raised) {
        const auto issue = issue_of(one);
        const auto& visit = visits[one.visit];
        issues.add({.issue = &issue,
                    .unit = visit.unit,
                    .inspection = {keys[one.visit], visit.id},
                    .department = department_of(one, issue),
                    .raised_by = visit.inspector,
                    .key = key++,
                    .recurs = one.before});
    }
    recorded.issues += static_cast<std::int64_t>(raised.size());
}

/// What the corrected records said is not so any more.
void Recorder::Work::take_back() {
    const store::Inspections kept{*driver};
    for (const auto& visit : visits) {
        if (visit.corrects == nullptr) {
            continue;
        }
        const auto& corrected = *visit.corrects;
        kept.keep(corrected.row.key, false, corrected.row.state);
        const auto& sheet = visit.checklist->sheet();
        const auto answers = answers_of(visit);
        std::vector<const store::IssueRow*> gone;
        for (const auto& [position, issue] : corrected.issues) {
            const bool fails =
                sheet.outcome(position, answers).result == domain::AnswerResult::fail;
            if (!fails || !corrected.stands(position, said_of_issue(answers, position))) {
                gone.push_back(&issue);
            }
        }
        recorded.cancelled += cancel_issues(*session, events, gone, std::string{visit.reason});
    }
    events.finish();
}

Recorder::Recorder(Session& session, store::Writing& writing)
    : work_(std::make_unique<Work>(session, writing)) {}

Recorder::~Recorder() = default;

void Recorder::reserve(std::size_t visits) {
    work_->visits.reserve(visits);
}

void Recorder::add(const VisitRecord& visit) {
    work_->visits.push_back(visit);
}

Recorded Recorder::write() {
    auto& work = *work_;
    std::sort(work.visits.begin(), work.visits.end(), [](const auto& a, const auto& b) {
        return a.id < b.id;
    });
    work.keys.assign(work.visits.size(), 0);
    work.match_plans();
    for (std::uint32_t index = 0; index < work.visits.size(); ++index) {
        work.record(index);
    }
    work.inspections.finish();
    work.raise_issues();
    work.issues.finish();
    work.links.finish();
    work.take_back();
    const store::Plans plans{*work.driver};
    for (const auto& [visit, index] : work.fulfilments) {
        plans.fulfil(visit, work.keys[index]);
    }
    auto recorded = work.recorded;
    recorded.visits = static_cast<std::int64_t>(work.visits.size());
    recorded.fulfilled = static_cast<std::int64_t>(work.fulfilments.size());
    return recorded;
}

}  // namespace dudao::workflow
