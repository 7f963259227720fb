#include "store/events.hpp"

#include "base/text.hpp"
#include "store/cells.hpp"
#include "store/event_changes.hpp"
#include "store/terms.hpp"

namespace dudao::store {

namespace {

constexpr std::string_view select_sql =
    "SELECT e.id, e.subject_kind, e.subject, u.code, e.verb, e.at, e.day, e.actor, e.note, "
    "e.cause, e.person, e.due, e.number, e.other, e.applied, j.hybrid_clock, j.device, j.sequence, "
    "p.name, "
    "e.evidence, e.changes "
    "FROM event e JOIN journal j ON j.key = e.entry LEFT JOIN unit u ON u.key = e.unit "
    "LEFT JOIN person p ON p.code = e.actor ";
constexpr std::string_view evidence_sql = "WHERE e.evidence IS NOT NULL ORDER BY ";
constexpr std::string_view order_sql = "j.hybrid_clock, j.device, j.sequence, e.id";
/// The index event_day holds all of this.
constexpr std::string_view on_days_sql =
    "SELECT unit FROM event WHERE verb = $1 AND day >= $2 AND day <= $3 AND applied = 1 "
    "AND unit IS NOT NULL";

std::vector<EventRow> all(Statement& query) {
    std::vector<EventRow> events;
    while (query.step()) {
        events.push_back(row_to_event(query));
    }
    return events;
}

}  // namespace

EventRow row_to_event(const Statement& row) {
    EventRow found;
    auto& event = found.event;
    event.id = row.id(0);
    event.subject_kind = domain::subject_kinds.from_number(row.integer(1)).or_throw();
    event.subject = row.id(2);
    event.unit = row.text(3);
    event.verb = domain::verbs.from_number(row.integer(4)).or_throw();
    event.at = row.instant(5);
    event.day = row.day(6);
    event.actor = row.text(7);
    event.note = row.text(8);
    event.cause = row.text(9);
    event.person = row.text(10);
    event.due = row.day_if(11);
    if (const auto number = row.integer_if(12)) {
        event.number = static_cast<int>(*number);
    }
    event.other = row.id_if(13);
    found.applied = row.flag(14);
    found.order = {
        .hybrid_clock = row.integer(15), .device = row.text(16), .sequence = row.integer(17)};
    found.actor_name = row.text(18);
    event.evidence = split_list(row.view(19), ",");
    event.changes = parse_changes(row.view(20));
    return found;
}

EventWriter::EventWriter(Writing& writing) : events_(writing, "event") {}

void EventWriter::add(const domain::Event& event, const CodeRef& unit) {
    const auto evidence = joined(event.evidence, ",");
    const auto changes = changes_text(event.changes);
    auto& row = events_.row()
                    .plain(cell(events_.new_key()))
                    .plain(cell(events_.writing().entry()))
                    .covered(id_cell(event.id))
                    .covered(enum_cell(event.subject_kind))
                    .covered(id_cell(event.subject));
    refer(row, unit);
    row.covered(enum_cell(event.verb))
        .covered(cell(event.at))
        .covered(cell(event.day))
        .covered(must_text_cell(event.actor))
        .covered(text_cell(event.note))
        .covered(text_cell(event.cause))
        .covered(text_cell(event.person))
        .covered(cell_if(event.due))
        .covered(event.number ? cell(std::int64_t{*event.number}) : null_cell())
        .covered(event.other ? id_cell(*event.other) : null_cell())
        .covered(text_cell(evidence))
        .covered(text_cell(changes))
        .plain(flag_cell(true));
    events_.insert(row);
    if (event.subject_kind == domain::SubjectKind::issue && !searched_text(event).empty()) {
        searched_.insert(event.subject);
    }
}

void EventWriter::finish() {
    events_.finish();
    const Terms terms{events_.writing().driver()};
    for (const auto& issue : searched_) {
        terms.renew(issue);
    }
    searched_.clear();
}

std::vector<EventRow> Events::of(const Ulid& subject) const {
    Statement query{
        *driver_,
        std::string{select_sql} + "WHERE e.subject = $1 ORDER BY " + std::string{order_sql}};
    query.bind(id_cell(subject));
    return all(query);
}

void Events::on_days(domain::Verb verb,
                     Day from,
                     Day to,
                     const std::function<void(std::int64_t unit)>& visit) const {
    Statement query{*driver_, on_days_sql};
    query.bind(enum_cell(verb)).bind(cell(from)).bind(cell(to));
    while (query.step()) {
        visit(query.integer(0));
    }
}

std::vector<EventRow> Events::with_evidence() const {
    Statement query{*driver_,
                    std::string{select_sql} + std::string{evidence_sql} + std::string{order_sql}};
    return all(query);
}

std::vector<EventRow> Events::conflicts() const {
    Statement query{
        *driver_,
        std::string{select_sql} + "WHERE e.applied = 0 ORDER BY " + std::string{order_sql}};
    return all(query);
}

Statement select_events_by_subject(Driver& driver, domain::SubjectKind kind) {
    Statement query{driver,
                    std::string{select_sql} + "WHERE e.subject_kind = $1 ORDER BY e.subject, " +
                        std::string{order_sql}};
    query.bind(enum_cell(kind));
    return query;
}

std::vector<domain::Event> events_of(const std::vector<EventRow>& rows) {
    std::vector<domain::Event> events;
    events.reserve(rows.size());
    for (const auto& row : rows) {
        events.push_back(row.event);
    }
    return events;
}

}  // namespace dudao::store
