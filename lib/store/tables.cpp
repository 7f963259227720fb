#include "store/tables.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <stdexcept>

namespace dudao::store {

namespace {

using enum Holds;

constexpr std::array<Column, 21> unit_columns{
    {{"key", key},     {"entry", entry}, {"code"},   {"name"},  {"kind"},
     {"parent", unit}, {"ownership"},    {"status"}, {"since"}, {"head"},
     {"supervisor"},   {"address"},      {"lat"},    {"lon"},   {"opened_on"},
     {"franchisee"},   {"phone"},        {"zone"},   {"tags"},  {"attributes"},
     {"hash"}}};
constexpr std::array<Column, 7> unit_history_columns{{{"unit", unit},
                                                      {"until"},
                                                      {"parent", unit},
                                                      {"ownership"},
                                                      {"status"},
                                                      {"head"},
                                                      {"supervisor"}}};
constexpr std::array<Column, 8> person_columns{{{"key", key},
                                                {"entry", entry},
                                                {"code"},
                                                {"name"},
                                                {"roles"},
                                                {"unit"},
                                                {"phone"},
                                                {"email"}}};
constexpr std::array<Column, 17> checklist_columns{{{"key", key},
                                                    {"entry", entry},
                                                    {"code"},
                                                    {"version"},
                                                    {"title"},
                                                    {"hash"},
                                                    {"source"},
                                                    {"published_at"},
                                                    {"published_by"},
                                                    {"method"},
                                                    {"full_mark"},
                                                    {"decimals"},
                                                    {"pass"},
                                                    {"pass_sum"},
                                                    {"kinds"},
                                                    {"ownerships"},
                                                    {"tags"}}};
constexpr std::array<Column, 7> grade_columns{{{"checklist", checklist},
                                               {"position"},
                                               {"name"},
                                               {"min"},
                                               {"max"},
                                               {"worst_item"},
                                               {"worst_section"}}};
constexpr std::array<Column, 5> profile_columns{
    {{"checklist", checklist}, {"position"}, {"id"}, {"title"}, {"items"}}};
constexpr std::array<Column, 9> section_columns{{{"checklist", checklist},
                                                 {"position"},
                                                 {"id"},
                                                 {"title"},
                                                 {"weight"},
                                                 {"parent"},
                                                 {"pass"},
                                                 {"condition"},
                                                 {"repeat"}}};
constexpr std::array<Column, 34> item_columns{{{"checklist", checklist},
                                               {"position"},
                                               {"section"},
                                               {"id"},
                                               {"text"},
                                               {"kind"},
                                               {"points"},
                                               {"weight"},
                                               {"class"},
                                               {"critical"},
                                               {"cap"},
                                               {"red_line"},
                                               {"required"},
                                               {"na"},
                                               {"na_reason"},
                                               {"evidence"},
                                               {"method"},
                                               {"reference"},
                                               {"tags"},
                                               {"scale_from"},
                                               {"measure_unit"},
                                               {"accept_min"},
                                               {"accept_max"},
                                               {"tolerate_min"},
                                               {"tolerate_max"},
                                               {"samples"},
                                               {"judge"},
                                               {"additive"},
                                               {"condition"},
                                               {"category"},
                                               {"urgency"},
                                               {"department"},
                                               {"days"},
                                               {"working_days"}}};
constexpr std::array<Column, 7> mark_columns{{{"checklist", checklist},
                                              {"position"},
                                              {"mark"},
                                              {"ordinal"},
                                              {"value"},
                                              {"result"},
                                              {"points"}}};
constexpr std::array<Column, 5> text_columns{
    {{"checklist", checklist}, {"subject"}, {"language"}, {"ordinal"}, {"text"}}};
constexpr std::array<Column, 2> category_columns{{{"key", key}, {"name"}}};
constexpr std::array<Column, 18> plan_columns{{{"key", key},
                                               {"entry", entry},
                                               {"id"},
                                               {"tail"},
                                               {"kind"},
                                               {"period"},
                                               {"first_day"},
                                               {"last_day"},
                                               {"title"},
                                               {"objectives"},
                                               {"author"},
                                               {"at"},
                                               {"approvers"},
                                               {"scope", unit},
                                               {"checklist"},
                                               {"visit_kind"},
                                               {"visits_per_unit"},
                                               {"status"}}};
constexpr std::array<Column, 15> visit_columns{{{"key", key},
                                                {"entry", entry},
                                                {"id"},
                                                {"tail"},
                                                {"plan", plan},
                                                {"unit", unit},
                                                {"checklist"},
                                                {"from_day"},
                                                {"to_day"},
                                                {"number"},
                                                {"kind"},
                                                {"inspector"},
                                                {"counts"},
                                                {"cancelled"},
                                                {"inspection", folded}}};
constexpr std::array<Column, 26> inspection_columns{{{"key", key},
                                                     {"entry", entry},
                                                     {"id"},
                                                     {"tail"},
                                                     {"unit", unit},
                                                     {"checklist", checklist},
                                                     {"at"},
                                                     {"day"},
                                                     {"inspector", person},
                                                     {"kind"},
                                                     {"verdict"},
                                                     {"score"},
                                                     {"max_score"},
                                                     {"percentage"},
                                                     {"grade"},
                                                     {"results"},
                                                     {"details"},
                                                     {"ref"},
                                                     {"visit", visit},
                                                     {"revises", inspection},
                                                     {"reason"},
                                                     {"counts"},
                                                     {"approved"},
                                                     {"received"},
                                                     {"returned"},
                                                     {"voided"}}};
constexpr std::array<Column, 6> finding_columns{
    {{"inspection", inspection}, {"position"}, {"repeat"}, {"unit", unit}, {"result"}, {"lost"}}};
constexpr std::array<Column, 9> visit_fact_columns{{{"inspection", inspection},
                                                    {"arrived"},
                                                    {"departed"},
                                                    {"shift"},
                                                    {"manager_on_duty"},
                                                    {"area"},
                                                    {"team"},
                                                    {"track"},
                                                    {"profile"}}};
constexpr std::array<Column, 26> issue_columns{{{"key", key},
                                                {"entry", entry},
                                                {"id"},
                                                {"tail"},
                                                {"source"},
                                                {"unit", unit},
                                                {"inspection", inspection},
                                                {"position"},
                                                {"repeat"},
                                                {"category", category},
                                                {"urgency"},
                                                {"department", unit},
                                                {"text"},
                                                {"raised_by", person},
                                                {"raised_at"},
                                                {"raised_on"},
                                                {"days"},
                                                {"working_days"},
                                                {"first_due"},
                                                {"counts"},
                                                {"status"},
                                                {"due"},
                                                {"owner"},
                                                {"percent"},
                                                {"cycle"},
                                                {"closed_on"}}};
constexpr std::array<Column, 17> event_columns{{{"key", key},
                                                {"entry", entry},
                                                {"id"},
                                                {"subject_kind"},
                                                {"subject"},
                                                {"unit", unit},
                                                {"verb"},
                                                {"at"},
                                                {"day"},
                                                {"actor"},
                                                {"note"},
                                                {"person"},
                                                {"due"},
                                                {"number"},
                                                {"other"},
                                                {"evidence"},
                                                {"applied"}}};

constexpr std::array<Table, 18> all_tables{{
    {"unit",
     TableKind::master,
     unit,
     unit_columns,
     "t.code, t.name, t.kind, p.code, t.ownership, t.status, t.head, t.supervisor, "
     "t.address, t.lat, t.lon, t.opened_on, t.franchisee, t.phone, t.zone, t.tags, t.attributes, "
     "t.since, t.hash, j.device || ':' || CAST(j.sequence AS TEXT)",
     "unit t JOIN journal j ON j.key = t.entry LEFT JOIN unit p ON p.key = t.parent"},
    {"unit_history",
     TableKind::master,
     value,
     unit_history_columns,
     "u.code, t.until, p.code, t.ownership, t.status, t.head, t.supervisor",
     "unit_history t JOIN unit u ON u.key = t.unit LEFT JOIN unit p ON p.key = t.parent"},
    {"person",
     TableKind::master,
     person,
     person_columns,
     "t.code, t.name, t.roles, t.unit, t.phone, t.email, "
     "j.device || ':' || CAST(j.sequence AS TEXT)",
     "person t JOIN journal j ON j.key = t.entry"},
    {"checklist",
     TableKind::master,
     checklist,
     checklist_columns,
     "t.code, t.version, t.title, t.hash, t.source, t.published_at, t.published_by, t.method, "
     "t.full_mark, t.decimals, t.pass, t.pass_sum, t.kinds, t.ownerships, t.tags, "
     "j.device || ':' || CAST(j.sequence AS TEXT)",
     "checklist t JOIN journal j ON j.key = t.entry"},
    {"checklist_grade",
     TableKind::master,
     value,
     grade_columns,
     "c.code || '@' || c.version, t.position, t.name, t.min, t.max, t.worst_item, t.worst_section",
     "checklist_grade t JOIN checklist c ON c.key = t.checklist"},
    {"checklist_profile",
     TableKind::master,
     value,
     profile_columns,
     "c.code || '@' || c.version, t.position, t.id, t.title, t.items",
     "checklist_profile t JOIN checklist c ON c.key = t.checklist"},
    {"checklist_section",
     TableKind::master,
     value,
     section_columns,
     "c.code || '@' || c.version, t.position, t.id, t.title, t.weight, t.parent, t.pass, "
     "t.condition, t.repeat",
     "checklist_section t JOIN checklist c ON c.key = t.checklist"},
    {"checklist_item",
     TableKind::master,
     value,
     item_columns,
     "c.code || '@' || c.version, t.position, t.section, t.id, t.text, t.kind, t.points, t.weight, "
     "t.class, t.critical, t.cap, t.red_line, t.required, t.na, t.na_reason, t.evidence, t.method, "
     "t.reference, "
     "t.tags, t.scale_from, t.measure_unit, t.accept_min, t.accept_max, "
     "t.tolerate_min, t.tolerate_max, t.samples, t.judge, t.additive, t.condition, t.category, "
     "t.urgency, "
     "t.department, t.days, t.working_days",
     "checklist_item t JOIN checklist c ON c.key = t.checklist"},
    {"checklist_mark",
     TableKind::master,
     value,
     mark_columns,
     "c.code || '@' || c.version, t.position, t.mark, t.ordinal, t.value, t.result, t.points",
     "checklist_mark t JOIN checklist c ON c.key = t.checklist"},
    {"checklist_text",
     TableKind::master,
     value,
     text_columns,
     "c.code || '@' || c.version, t.subject, t.language, t.ordinal, t.text",
     "checklist_text t JOIN checklist c ON c.key = t.checklist"},
    {"category", TableKind::master, category, category_columns, "t.name", "category t"},
    {"plan",
     TableKind::fact,
     plan,
     plan_columns,
     "t.id, t.kind, t.period, t.first_day, t.last_day, t.title, t.objectives, t.author, t.at, "
     "t.approvers, u.code, t.checklist, t.visit_kind, t.visits_per_unit",
     "plan t LEFT JOIN unit u ON u.key = t.scope",
     "t.entry",
     "t.id"},
    {"visit",
     TableKind::fact,
     visit,
     visit_columns,
     "t.id, l.id, u.code, t.checklist, t.from_day, t.to_day, t.number, t.kind, t.inspector",
     "visit t JOIN plan l ON l.key = t.plan JOIN unit u ON u.key = t.unit",
     "t.entry",
     "t.id"},
    {"inspection",
     TableKind::fact,
     inspection,
     inspection_columns,
     "t.id, u.code, c.code || '@' || c.version, t.at, t.day, p.code, t.kind, t.verdict, t.score, "
     "t.max_score, t.percentage, t.grade, t.results, t.details, t.ref, v.id, r.id, t.reason",
     "inspection t JOIN unit u ON u.key = t.unit JOIN checklist c ON c.key = t.checklist "
     "JOIN person p ON p.key = t.inspector LEFT JOIN visit v ON v.key = t.visit "
     "LEFT JOIN inspection r ON r.key = t.revises",
     "t.entry",
     "t.id"},
    {"finding",
     TableKind::fact,
     value,
     finding_columns,
     "n.id, t.position, t.repeat, u.code, t.result, t.lost",
     "finding t JOIN inspection n ON n.key = t.inspection LEFT JOIN unit u ON u.key = t.unit",
     "n.entry",
     "n.id, t.position, t.repeat"},
    {"visit_fact",
     TableKind::fact,
     value,
     visit_fact_columns,
     "n.id, t.arrived, t.departed, t.shift, t.manager_on_duty, t.area, t.team, t.track, t.profile",
     "visit_fact t JOIN inspection n ON n.key = t.inspection",
     "n.entry",
     "n.id"},
    {"issue",
     TableKind::fact,
     value,
     issue_columns,
     "t.id, t.source, u.code, n.id, t.position, t.repeat, g.name, t.urgency, d.code, t.text, "
     "p.code, t.raised_at, t.raised_on, t.days, t.working_days, t.first_due",
     "issue t JOIN unit u ON u.key = t.unit JOIN category g ON g.key = t.category "
     "JOIN person p ON p.key = t.raised_by LEFT JOIN unit d ON d.key = t.department "
     "LEFT JOIN inspection n ON n.key = t.inspection",
     "t.entry",
     "t.id"},
    {"event",
     TableKind::fact,
     value,
     event_columns,
     "t.id, t.subject_kind, t.subject, u.code, t.verb, t.at, t.day, t.actor, t.note, t.person, "
     "t.due, t.number, t.other, t.evidence",
     "event t LEFT JOIN unit u ON u.key = t.unit",
     "t.entry",
     "t.id"},
}};

}  // namespace

std::span<const Table> tables() noexcept {
    return all_tables;
}

const Table& table(std::string_view name) {
    const auto* const found = std::find_if(
        all_tables.begin(), all_tables.end(), [&](const Table& each) { return each.name == name; });
    if (found == all_tables.end()) {
        throw std::logic_error{fmt::format("no table {}", name)};
    }
    return *found;
}

}  // namespace dudao::store
