#include "output/rows.hpp"

#include "domain/issue_steps.hpp"
#include "output/listing.hpp"
#include "report/table.hpp"
#include "report/wording.hpp"

#include <ostream>

namespace dudao {

namespace {

report::Tone tone_of(domain::Verdict verdict) {
    switch (verdict) {
        case domain::Verdict::passed:
            return report::Tone::good;
        case domain::Verdict::incomplete:
        case domain::Verdict::no_score:
        case domain::Verdict::capped:
            return report::Tone::warn;
        case domain::Verdict::failed:
        case domain::Verdict::gate_failed:
            return report::Tone::bad;
    }
    return report::Tone::plain;
}

/// The verdict; of what does not count any more, why.
report::Cell verdict_cell(const Catalogue& words, const store::InspectionRow& row) {
    if (row.counts) {
        return {report::shown(words, domain::verdicts, row.score.verdict),
                tone_of(row.score.verdict)};
    }
    return {row.state.voided ? report::shown(words, domain::verbs, domain::Verb::voided)
                             : std::string{words.text("corrected")},
            report::Tone::plain};
}

/// The user's own columns: an object that is JSON already.
void write_attributes(report::JsonWriter& json, const std::string& attributes) {
    json.key("attributes").raw(attributes.empty() ? "{}" : attributes);
}

/// Two parts of a note, either of which may be empty.
std::string joined(const std::string& first, const std::string& second) {
    return first + (first.empty() || second.empty() ? "" : " · ") + second;
}

/// Whether the day of an event is what it is about.
bool is_about_day(domain::Verb verb) {
    return verb == domain::Verb::scheduled || verb == domain::Verb::moved ||
           verb == domain::Verb::extension_asked || verb == domain::Verb::extended;
}

/// What the number of an event means: an urgency, or a percentage.
std::string number_of(const Catalogue& words, const domain::Event& event) {
    if (event.verb != domain::Verb::escalated) {
        return fmt::format("{}%", *event.number);
    }
    const auto urgency = domain::urgencies.from_number(*event.number);
    return urgency ? report::shown(words, domain::urgencies, *urgency) : std::string{};
}

/// What one field is set to, as people read it.
std::string shown_change(const Context& context,
                         domain::IssueField field,
                         const std::string& value) {
    const auto& words = context.words();
    switch (field) {
        case domain::IssueField::urgency:
            return report::shown(words, domain::urgencies.kind, value);
        case domain::IssueField::category:
            return report::shown(words, "issue category", value);
        case domain::IssueField::scope:
            return report::shown(words, domain::impact_scopes.kind, value);
        case domain::IssueField::outcome:
            return report::shown(words, domain::call_back_outcomes.kind, value);
        case domain::IssueField::received:
        case domain::IssueField::at: {
            const auto moment = parse_moment(value);
            return moment && moment->offset
                       ? local_minutes(context,
                                       Instant{moment->local.time_since_epoch()} - *moment->offset)
                       : value;
        }
        default:
            return report::one_line(value);
    }
}

/// What an event says by field: 渠道 美团 · 影响范围 区域.
std::string changes_of(const Context& context, const domain::IssueChanges& changes) {
    std::string text;
    for (const auto& [field, value] : changes) {
        const auto name = report::shown(context.words(), domain::issue_fields, field);
        text = joined(
            text,
            fmt::format("{} {}", name, value.empty() ? "–" : shown_change(context, field, value)));
    }
    return text;
}

/// What an event says beside who, when and what.
std::string note_of(const Context& context, const store::EventRow& row) {
    const auto& words = context.words();
    const auto& event = row.event;
    auto note = joined(joined(changes_of(context, event.changes), event.cause), event.note);
    if (event.number && event.verb == domain::Verb::escalated) {
        note = joined(number_of(words, event), note);
    } else if (event.number) {
        note = number_of(words, event) + (note.empty() ? "" : " ") + note;
    }
    if (is_about_day(event.verb) && event.due) {
        note = joined(to_text(*event.due), note);
    }
    if (!event.person.empty()) {
        note += fmt::format(" ({})", event.person);
    }
    if (!row.applied) {
        note = fmt::format(fmt::runtime(words.text("conflict, changes nothing: {}")), note);
    }
    return note;
}

void write_moment(report::JsonWriter& json,
                  std::string_view name,
                  bool has_clock,
                  const std::optional<Instant>& at) {
    json.key(name).value(has_clock ? at : std::nullopt);
}

/// What is kept of an issue beside its course.
void write_record(report::JsonWriter& json, const domain::IssueState& state) {
    const auto& record = state.record;
    json.member("responsibility", domain::responsibilities.word(state.responsibility));
    write_texts(json, "assisting", record.assisting);
    write_texts(json, "labels", record.labels);
    json.key("channel").text_or_null(record.channel);
    json.key("scope").text_or_null(record.scope ? domain::impact_scopes.word(*record.scope) : "");
    json.key("cause_class").text_or_null(record.cause_class);
    json.key("risk").text_or_null(record.risk);
    const auto& service = state.service;
    const bool has_clock = domain::has_service_clock(state.source);
    write_moment(json, "received_at", has_clock, service.received);
    write_moment(json, "responded_at", has_clock, service.responded);
    write_moment(json, "solved_at", has_clock, service.solved);
    write_moment(json, "called_back_at", has_clock, service.called_back);
}

}  // namespace

std::string local_minutes(const Context& context, Instant at) {
    const auto zone = Zone::find(context.workspace().policy.timezone);
    return zone ? to_minutes(at, *zone) : to_text(at);
}

void write_unit(report::JsonWriter& json, const workflow::ListedUnit& row) {
    const auto& unit = row.unit;
    json.begin_object()
        .member("code", unit.code)
        .member("name", unit.name)
        .member("kind", domain::unit_kinds.word(unit.kind));
    json.key("ownership");
    if (unit.ownership) {
        json.value(domain::ownerships.word(*unit.ownership));
    } else {
        json.null();
    }
    json.key("region").text_or_null(row.region);
    json.key("address").text_or_null(unit.address);
    json.key("lat");
    unit.coordinates ? json.raw(domain::degrees_text(unit.coordinates->lat)) : json.null();
    json.key("lon");
    unit.coordinates ? json.raw(domain::degrees_text(unit.coordinates->lon)) : json.null();
    json.member("status", domain::unit_statuses.word(unit.status));
    json.key("opened_on").value(unit.opened_on);
    json.key("head").text_or_null(unit.head);
    json.key("supervisor").text_or_null(unit.supervisor);
    json.key("franchisee").text_or_null(unit.franchisee);
    json.key("phone").text_or_null(unit.phone);
    json.key("parent").text_or_null(unit.parent);
    json.key("zone").text_or_null(unit.zone);
    write_texts(json, "tags", unit.tags);
    write_attributes(json, unit.attributes);
    json.end_object();
}

void write_inspection(report::JsonWriter& json, const store::InspectionRow& row) {
    json.begin_object()
        .member("id", row.id)
        .member("unit", row.unit_code)
        .member("unit_name", row.unit_name)
        .member("checklist", row.checklist_code)
        .member("version", row.version)
        .member("kind", domain::visit_kinds.word(row.kind))
        .member("at", row.at)
        .member("day", row.day)
        .member("inspector", row.inspector)
        .member("score", row.score.got)
        .member("max_score", row.score.max);
    json.key("percentage").value(row.score.percentage);
    json.key("grade").text_or_null(row.score.grade);
    json.member("verdict", domain::verdicts.word(row.score.verdict))
        .member("planned", row.visit.key != 0)
        .member("counts", row.counts)
        .member("approved", row.state.approved)
        .member("received", row.state.received)
        .member("returned", row.state.returned)
        .member("voided", row.state.voided);
    json.key("revises").value(row.revises);
    json.key("reason").text_or_null(row.reason);
    json.member("recorded_by", row.recorded_by).member("results", row.results).end_object();
}

void write_issue(report::JsonWriter& json, const store::IssueRow& row) {
    const auto& issue = row.issue;
    json.begin_object()
        .member("id", issue.id)
        .member("unit", issue.unit)
        .member("unit_name", row.unit_name)
        .member("status", domain::issue_statuses.word(row.state.status))
        .member("category", row.state.record.category)
        .member("urgency", domain::urgencies.word(row.state.urgency));
    json.key("department").text_or_null(row.state.record.department);
    json.key("text").text_or_null(text_of(row));
    json.key("inspection").value(issue.inspection);
    json.key("checklist").text_or_null(row.checklist_code);
    json.key("item").text_or_null(row.item);
    json.member("source", domain::issue_sources.word(issue.source));
    json.key("ref").text_or_null(issue.ref);
    json.member("raised_by", issue.raised_by).member("raised_on", issue.raised_on);
    json.key("due").value(row.state.due);
    json.key("original_due").value(row.state.original_due);
    json.member("extensions", row.state.extensions);
    json.key("owner").text_or_null(row.state.owner);
    json.member("percent", row.state.percent).member("cycle", row.state.cycle);
    json.key("closed_on").value(row.state.closed_on);
    json.key("recurs").value(row.recurs);
    json.key("reply").text_or_null(row.state.reply ? domain::replies.word(*row.state.reply) : "");
    write_record(json, row.state);
    json.end_object();
}

void write_clock(report::JsonWriter& json, const std::vector<domain::ServiceDue>& clock) {
    json.key("clock").begin_array();
    for (const auto& step : clock) {
        json.begin_object().member("step", domain::service_steps.word(step.step));
        json.key("due_at").value(step.due);
        json.key("done_at").value(step.done);
        json.key("by").text_or_null(step.by);
        json.member("late", step.late).end_object();
    }
    json.end_array();
}

void write_details(report::JsonWriter& json, const domain::IssueState& state) {
    json.key("dispute").text_or_null(state.dispute);
    json.key("manifestation").text_or_null(state.record.manifestation);
    json.key("containment").text_or_null(state.record.containment);
    write_texts(json, "whys", state.record.whys);
}

void write_reply(report::JsonWriter& json, const domain::IssueState& state) {
    json.key("reply_note").text_or_null(state.reply_note);
    json.key("cause").text_or_null(state.cause);
    json.key("promised_by").value(state.promised_by);
}

void write_event(report::JsonWriter& json, const store::EventRow& row) {
    const auto& event = row.event;
    json.begin_object()
        .member("id", event.id)
        .member("event", domain::verbs.word(event.verb))
        .member("at", event.at)
        .member("day", event.day)
        .member("actor", event.actor)
        .member("device", row.order.device);
    json.key("note").text_or_null(event.note);
    json.key("cause").text_or_null(event.cause);
    json.key("person").text_or_null(event.person);
    json.key("due").value(event.due);
    json.key("number").value(event.number);
    json.key("other").value(event.other);
    write_texts(json, "evidence", event.evidence);
    json.key("changes").begin_object();
    for (const auto& [field, value] : event.changes) {
        json.member(domain::issue_fields.word(field), value);
    }
    json.end_object();
    json.member("applied", row.applied).end_object();
}

void write_texts(report::JsonWriter& json,
                 std::string_view name,
                 const std::vector<std::string>& texts) {
    json.key(name).begin_array();
    for (const auto& text : texts) {
        json.value(text);
    }
    json.end_array();
}

std::vector<report::Column> visit_columns(const Catalogue& words) {
    const auto text = [&](std::string_view english) { return std::string{words.text(english)}; };
    return {{.title = text("Id")},
            {.title = text("Day")},
            {.title = text("Store"), .least = 10},
            {.title = text("Checklist"), .least = 8, .rank = 4},
            {.title = text("Inspector"), .least = 6, .rank = 3},
            {.title = text("Score"), .align = report::Align::right},
            {.title = text("Grade"), .rank = 2},
            {.title = text("Verdict"), .rank = 1}};
}

std::vector<report::Cell> visit_cells(const Context& context, const store::InspectionRow& row) {
    return {short_text(row.id, shortest_tail),
            to_text(row.day),
            row.unit_code + ' ' + row.unit_name,
            row.checklist_code,
            row.inspector_name,
            row.score.percentage ? to_text(*row.score.percentage, 1) + '%' : std::string{"-"},
            row.score.grade,
            verdict_cell(context.words(), row)};
}

std::vector<report::Column> issue_columns(const Catalogue& words) {
    const auto text = [&](std::string_view english) { return std::string{words.text(english)}; };
    return {{.title = text("Id")},
            {.title = text("Due")},
            {.title = text("Urgency"), .rank = 3},
            {.title = text("Status"), .rank = 2},
            {.title = text("Store"), .least = 12},
            {.title = text("What is wrong"), .least = 18, .rank = 1},
            {.title = text("Department"), .least = 10, .rank = 4},
            {.title = text("Owner"), .least = 6, .rank = 5}};
}

std::vector<report::Cell> issue_cells(const Context& context,
                                      const store::IssueRow& row,
                                      Day today) {
    const auto& words = context.words();
    const bool overdue = domain::is_overdue(row.state, today);
    return {shown_id(row),
            report::Cell{row.state.due ? to_text(*row.state.due) : std::string{"-"},
                         overdue ? report::Tone::bad : report::Tone::plain},
            report::shown(words, domain::urgencies, row.state.urgency),
            report::shown(words, domain::issue_statuses, row.state.status),
            row.issue.unit + ' ' + row.unit_name,
            text_of(row),
            row.state.record.department,
            row.state.owner};
}

void print_visits(const Context& context, const std::vector<store::InspectionRow>& rows) {
    report::Table table{context.out(), visit_columns(context.words()), context.screen()};
    for (const auto& row : rows) {
        table.add(visit_cells(context, row));
    }
    table.finish();
}

void print_issues(const Context& context, const std::vector<store::IssueRow>& rows) {
    const auto zone = Zone::find(context.workspace().policy.timezone).or_throw();
    const auto today = zone.day_of(std::chrono::floor<std::chrono::seconds>(context.now()));
    report::Table table{context.out(), issue_columns(context.words()), context.screen()};
    for (const auto& row : rows) {
        table.add(issue_cells(context, row, today));
    }
    table.finish();
}

void print_events(const Context& context, const std::vector<store::EventRow>& rows) {
    const auto& words = context.words();
    const auto text = [&](std::string_view english) { return std::string{words.text(english)}; };
    report::Table table{context.out(),
                        {{.title = text("When")},
                         {.title = text("Who"), .least = 6},
                         {.title = text("What")},
                         {.title = text("Note"), .least = 10}},
                        context.screen()};
    for (const auto& row : rows) {
        const auto& event = row.event;
        table.add({local_minutes(context, event.at),
                   row.actor_name.empty() ? event.actor : row.actor_name,
                   report::shown(words, domain::verbs, event.verb),
                   note_of(context, row)});
    }
    table.finish();
}

void print_step(const Context& context, const store::IssueRow& row, bool json) {
    if (json) {
        print_object(context, [&](report::JsonWriter& out) {
            out.key("issue");
            write_issue(out, row);
        });
        return;
    }
    const auto& words = context.words();
    context.out() << fmt::format(fmt::runtime(words.text("{0} {1} {2}: {3}\n")),
                                 shown_id(row),
                                 row.issue.unit,
                                 report::one_line(text_of(row)),
                                 report::shown(words, domain::issue_statuses, row.state.status));
}

const std::string& text_of(const store::IssueRow& row) {
    return row.issue.text.empty() ? row.item_text : row.issue.text;
}

std::string shown_id(const store::IssueRow& row) {
    constexpr std::size_t whole = 26;
    return short_text(row.issue.id, row.shown == 0 ? whole : row.shown);
}

}  // namespace dudao
