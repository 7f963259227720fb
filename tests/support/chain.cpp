#include "support/chain.hpp"

#include "store/events.hpp"
#include "store/issues.hpp"
#include "store/kept.hpp"
#include "store/people.hpp"
#include "store/plans.hpp"
#include "store/units.hpp"
#include "support/check_store.hpp"
#include "support/samples.hpp"

#include <algorithm>
#include <exception>
#include <stdexcept>

namespace dudao::test {

namespace {

using domain::Role;
using domain::UnitKind;

std::vector<domain::Unit> chain_units() {
    auto s01 = a_unit("S01");
    s01.parent = "EAST";
    s01.ownership = domain::Ownership::owned;
    s01.supervisor = "zhang";
    s01.address = "上海市静安区南京西路 1 号";
    s01.tags = {"机场", "旗舰店"};
    auto s02 = a_unit("S02");
    s02.parent = "EAST";
    s02.ownership = domain::Ownership::franchise;
    auto s03 = a_unit("S03");
    s03.parent = "NORTH";
    s03.ownership = domain::Ownership::owned;
    s03.status = domain::UnitStatus::suspended;
    return {{.code = "HQ", .name = "总部", .kind = UnitKind::headquarters},
            {.code = "EAST", .name = "华东", .kind = UnitKind::region, .parent = "HQ"},
            {.code = "NORTH", .name = "华北", .kind = UnitKind::region, .parent = "HQ"},
            {.code = "D01", .name = "运营部", .kind = UnitKind::department},
            s01,
            s02,
            s03};
}

/// The answers that do not conform, as rows.
std::vector<store::FindingRow> findings_in(const domain::ScoreSheet& sheet,
                                           const domain::Answers& answers) {
    std::vector<store::FindingRow> findings;
    for (std::size_t at = 0; at < sheet.size(); ++at) {
        const auto outcome = sheet.outcome(at, answers);
        if (domain::is_nonconforming(outcome.result)) {
            const auto lost = sheet.items()[at].item->points - outcome.points;
            findings.push_back({.position = static_cast<std::int64_t>(at),
                                .result = outcome.result,
                                .lost = lost.thousandths()});
        }
    }
    return findings;
}

}  // namespace

domain::Checklist chain_checklist() {
    auto q2 = an_item("Q2", 3);
    q2.partial_points = Decimal{1};
    return a_checklist({{an_item("Q1", 5), q2}, {an_item("Q3", 2)}});
}

Chain::Chain() : driver_(place_.create()), now_(morning - std::chrono::days{30}) {
    write_units();
    write_people();
    write_checklist();
}

Chain::~Chain() {
    if (checked_ && std::uncaught_exceptions() == 0) {
        check_store(*driver_);
    }
}

store::Author Chain::author(std::string actor, std::string device) {
    now_ += std::chrono::seconds{1};
    return {.actor = std::move(actor), .device = std::move(device), .now = now_};
}

void Chain::write_units() {
    auto writing = write("store import");
    store::UnitWriter writer{writing};
    std::map<std::string, std::int64_t> keys{{"", 0}};
    for (const auto& unit : chain_units()) {
        keys[unit.code] = writer.add(unit, keys.at(unit.parent));
    }
    writer.finish();
    writing.commit("units");
}

void Chain::write_people() {
    auto writing = write("people import");
    store::PersonWriter writer{writing};
    writer.add(a_person("admin", {Role::admin}));
    writer.add(a_person("zhang", {Role::supervisor}));
    writer.add(a_person("li", {Role::manager}));
    writer.add(a_person("wu", {Role::approver}));
    writer.add(a_person("wang", {Role::head}));
    writer.finish();
    writing.commit("people");
}

void Chain::write_checklist() {
    auto writing = write("checklist publish");
    const auto& author = writing.author();
    checklist_ = store::add_checklist(writing,
                                      chain_checklist(),
                                      {.source = "code: qsc\n",
                                       .at = std::chrono::floor<std::chrono::seconds>(author.now),
                                       .by = author.actor});
    writing.commit("qsc@1");
}

std::int64_t Chain::unit_key(std::string_view code) const {
    const auto row = store::Units{driver()}.find(code);
    return row ? row->key : throw std::logic_error{"no unit " + std::string{code}};
}

std::int64_t Chain::person_key(std::string_view code) const {
    const auto row = store::People{driver()}.find(code);
    return row ? row->key : throw std::logic_error{"no person " + std::string{code}};
}

store::IdRef Chain::add_inspection(std::string_view unit_code,
                                   Instant at,
                                   const std::string& results,
                                   const store::NewInspection& more) {
    const auto list = store::Checklists{driver()}.load(checklist_).checklist;
    const domain::ScoreSheet sheet{list};
    const domain::Answers answers{.results = results};
    const auto score = sheet.score(answers);
    const auto findings = findings_in(sheet, answers);
    auto inspection = more;
    inspection.unit = unit(unit_code);
    inspection.checklist = checklist();
    inspection.at = at;
    inspection.day = std::chrono::floor<std::chrono::days>(at);
    inspection.inspector = person("zhang");
    inspection.id.id = domain::inspection_id("qsc", unit_code, at, "zhang", more.ref);
    inspection.score = &score;
    inspection.results = results;
    inspection.findings = findings;
    auto writing = write("inspect submit");
    store::InspectionWriter writer{writing};
    inspection.id.key = writer.add(inspection);
    writer.finish();
    const store::Kept kept{driver()};
    if (inspection.visit.key != 0) {
        store::Plans{driver()}.fulfil(inspection.visit.key, inspection.id.key);
    }
    if (inspection.revises.key != 0) {
        store::Inspections{driver()}.keep(inspection.revises.key, false, {});
    }
    writing.commit("a visit");
    return inspection.id;
}

void Chain::add_issue(const domain::Issue& issue, const store::IdRef& inspection) {
    auto writing = write("issue raise");
    store::IssueWriter writer{writing};
    writer.add({.issue = &issue,
                .unit = unit(issue.unit),
                .inspection = inspection,
                .department = issue.department.empty() ? store::CodeRef{} : unit(issue.department),
                .raised_by = person(issue.raised_by)});
    writer.finish();
    writing.commit("an issue");
}

store::IdRef Chain::add_plan(const domain::Plan& plan) {
    auto writing = write("plan create");
    store::PlanWriter writer{writing};
    const auto key = writer.add(plan, plan.scope.empty() ? store::CodeRef{} : unit(plan.scope));
    writer.finish();
    writing.commit("a plan");
    return {key, plan.id};
}

void Chain::add_visits(const std::vector<domain::Visit>& visits, const store::IdRef& plan) {
    auto sorted = visits;
    std::sort(
        sorted.begin(), sorted.end(), [](const auto& a, const auto& b) { return a.id < b.id; });
    auto writing = write("plan generate");
    store::VisitWriter writer{writing};
    for (const auto& visit : sorted) {
        writer.add(visit, plan, unit(visit.unit));
    }
    writer.finish();
    writing.commit("visits");
}

void Chain::happen(const domain::Event& event) {
    auto writing = write("step");
    store::EventWriter writer{writing};
    writer.add(event, event.unit.empty() ? store::CodeRef{} : unit(event.unit));
    writer.finish();
    switch (event.subject_kind) {
        case domain::SubjectKind::issue:
            keep_issue(event.subject);
            break;
        case domain::SubjectKind::plan:
            keep_plan(event.subject);
            break;
        case domain::SubjectKind::inspection:
            keep_inspection(event.subject);
            break;
        case domain::SubjectKind::visit:
        case domain::SubjectKind::task:
        case domain::SubjectKind::report:
            throw std::logic_error{"events of visits, tasks and reports are kept by their tests"};
    }
    writing.commit("a step");
}

void Chain::keep_issue(const Ulid& id) const {
    const store::Issues issues{driver()};
    const auto events = store::Events{driver()}.of(id);
    const auto folded = domain::fold(issues.find(id)->issue, store::events_of(events));
    issues.keep(id, folded.state);
    for (const auto& conflict : folded.conflicts) {
        store::Kept{driver()}.set_applied(conflict, false);
    }
}

void Chain::keep_plan(const Ulid& id) const {
    const store::Plans plans{driver()};
    const auto events = store::Events{driver()}.of(id);
    const auto folded = domain::fold(plans.find(id)->plan, store::events_of(events));
    plans.keep(id, folded.state.status);
    for (const auto& conflict : folded.conflicts) {
        store::Kept{driver()}.set_applied(conflict, false);
    }
}

void Chain::keep_inspection(const Ulid& id) const {
    const store::Inspections inspections{driver()};
    domain::InspectionState state;
    for (const auto& row : store::Events{driver()}.of(id)) {
        const auto next = domain::after(state, row.event);
        if (next) {
            state = *next;
        } else {
            store::Kept{driver()}.set_applied(row.event.id, false);
        }
    }
    inspections.keep(inspections.find(id)->key, !state.voided, state);
}

}  // namespace dudao::test
