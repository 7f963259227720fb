#include "output/planned_visits.hpp"

#include "report/wording.hpp"

#include <fmt/format.h>

namespace dudao {

namespace {

domain::VisitStanding standing_of(const store::VisitRow& row, Day today) {
    return domain::standing(row.visit.to, row.state.cancelled, row.done_on, today);
}

report::Tone tone_of(domain::VisitStanding standing) {
    switch (standing) {
        case domain::VisitStanding::done:
            return report::Tone::good;
        case domain::VisitStanding::late:
            return report::Tone::warn;
        case domain::VisitStanding::missed:
            return report::Tone::bad;
        case domain::VisitStanding::cancelled:
            return report::Tone::dim;
        case domain::VisitStanding::open:
            break;
    }
    return report::Tone::plain;
}

}  // namespace

std::string window_text(const domain::Visit& visit) {
    const auto from = to_text(visit.from);
    const auto to = to_text(visit.to);
    constexpr std::size_t year = 5;
    return from == to
               ? from
               : from + " … " + (from.substr(0, year) == to.substr(0, year) ? to.substr(year) : to);
}

std::string standing_text(const Catalogue& words, const store::VisitRow& row, Day today) {
    return report::shown(words, domain::visit_standings, standing_of(row, today));
}

void write_planned_visit(report::JsonWriter& json, const store::VisitRow& row, Day today) {
    const auto& visit = row.visit;
    json.begin_object()
        .member("id", visit.id)
        .member("unit", visit.unit)
        .member("unit_name", row.unit_name)
        .member("checklist", visit.checklist)
        .member("kind", domain::visit_kinds.word(visit.kind))
        .member("number", visit.number)
        .member("from", visit.from)
        .member("to", visit.to);
    json.key("day").value(row.state.day);
    json.key("inspector").text_or_null(row.state.inspector);
    json.member("standing", domain::visit_standings.word(standing_of(row, today)))
        .member("fixed", row.state.fixed);
    json.key("done_on").value(row.done_on);
    json.end_object();
}

std::vector<report::Column> planned_visit_columns(const Catalogue& words) {
    const auto text = [&](std::string_view english) { return std::string{words.text(english)}; };
    return {{.title = text("Id")},
            {.title = text("Day")},
            {.title = text("Store"), .least = 10},
            {.title = text("Inspector"), .least = 6},
            {.title = text("Window"), .rank = 2},
            {.title = text("Standing"), .rank = 1}};
}

std::vector<report::Cell> planned_visit_cells(const Catalogue& words,
                                              const store::VisitRow& row,
                                              bool alike,
                                              Day today) {
    constexpr std::size_t whole = 26;
    const auto day = row.done_on ? row.done_on : row.state.day;
    return {short_text(row.visit.id, alike ? whole : shortest_tail),
            day ? to_text(*day) : std::string{"-"},
            row.visit.unit + ' ' + row.unit_name,
            row.state.inspector.empty() ? std::string{words.text("nobody")} : row.state.inspector,
            window_text(row.visit),
            {standing_text(words, row, today), tone_of(standing_of(row, today))}};
}

}  // namespace dudao
