#include "support/print.hpp"

#include "base/text.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

namespace dudao::test {

namespace {

template <class T>
std::string or_nothing(const std::optional<T>& value) {
    return value ? dudao::to_text(*value) : std::string{"-"};
}

REGISTER_EXCEPTION_TRANSLATOR(const Failure& failure) {
    return ("Failure " + shown(failure.error())).c_str();
}

}  // namespace

std::string shown(ErrorId id) {
    return fmt::format("E{:04}", static_cast<unsigned>(id));
}

std::string shown(const Error& error) {
    auto text = shown(error.id);
    for (const auto& arg : error.args) {
        text += fmt::format(" '{}'", arg.text);
    }
    const auto place = to_text(error.place);
    return place.empty() ? text : text + " at " + place;
}

std::string shown(std::chrono::local_seconds local) {
    return to_text(Instant{local.time_since_epoch()}) + " on the wall";
}

std::string shown(std::chrono::seconds seconds) {
    return fmt::format("{} s", seconds.count());
}

std::string shown(Millis millis) {
    return fmt::format("{} ms", millis.time_since_epoch().count());
}

std::string shown(const Ratio& ratio) {
    return "about " + to_text(ratio.rounded(Decimal::places));
}

std::string shown(const domain::Unit& unit) {
    const auto place = unit.coordinates
                           ? fmt::format("{} {}", unit.coordinates->lat, unit.coordinates->lon)
                           : std::string{"-"};
    return fmt::format(
        "{{{}|{}|kind {}|below {}|owner {}|status {}|{}|{}|{}|{}|{}|{}|{}|{}|{}|{}}}",
        unit.code,
        unit.name,
        domain::unit_kinds.word(unit.kind),
        unit.parent,
        unit.ownership ? domain::ownerships.word(*unit.ownership) : "-",
        domain::unit_statuses.word(unit.status),
        unit.address,
        place,
        or_nothing(unit.opened_on),
        unit.head,
        unit.supervisor,
        unit.franchisee,
        unit.phone,
        unit.zone,
        joined(unit.tags, ","),
        unit.attributes);
}

std::string shown(const domain::Person& person) {
    return fmt::format("{{{}|{}|{}|{}|{}|{}}}",
                       person.code,
                       person.name,
                       domain::to_text(person.roles),
                       person.unit,
                       person.phone,
                       person.email);
}

std::string shown(const domain::Event& event) {
    return fmt::format(
        "{{{} {} {} by {} at {} ({}), note '{}', cause '{}', person '{}', due {}, number {}}}",
        to_text(event.id),
        domain::subject_kinds.word(event.subject_kind),
        domain::verbs.word(event.verb),
        event.actor,
        to_text(event.at),
        to_text(event.day),
        event.note,
        event.cause,
        event.person,
        or_nothing(event.due),
        event.number.value_or(-1));
}

std::string shown(const domain::Issue& issue) {
    return fmt::format("{{{} {}/{} of {}, {} {}, '{}', by {} at {} ({}), {}{} days, due {}}}",
                       to_text(issue.id),
                       issue.position,
                       issue.repeat,
                       issue.unit,
                       domain::urgencies.word(issue.urgency),
                       issue.category,
                       issue.text,
                       issue.raised_by,
                       to_text(issue.raised_at),
                       to_text(issue.raised_on),
                       issue.days,
                       issue.working_days ? " working" : "",
                       or_nothing(issue.due));
}

std::string shown(const domain::IssueState& state) {
    std::string workers;
    for (const auto& worker : state.workers) {
        workers += " " + worker;
    }
    return fmt::format(
        "{{{}, due {}, owner '{}', '{}' until {}, {} %, cycle {}, submitted {}, closed {}, by{}, "
        "reply {} '{}' '{}' {}, {}, first due {}, extended {}, asked {} by '{}' '{}', cause '{}'}}",
        domain::issue_statuses.word(state.status),
        or_nothing(state.due),
        state.owner,
        state.measure,
        or_nothing(state.deadline),
        state.percent,
        state.cycle,
        or_nothing(state.submitted_on),
        or_nothing(state.closed_on),
        workers,
        state.reply ? domain::replies.word(*state.reply) : "none",
        state.reply_note,
        state.cause,
        or_nothing(state.promised_by),
        domain::urgencies.word(state.urgency),
        or_nothing(state.original_due),
        state.extensions,
        or_nothing(state.asked_due),
        state.asked_by,
        state.asked_reason,
        state.root_cause);
}

std::string shown(const domain::Answer& answer) {
    return fmt::format("{{{} {} '{}' and {} files}}",
                       answer.mark,
                       or_nothing(answer.detail.value),
                       answer.detail.remark,
                       answer.detail.evidence.size());
}

std::string shown(const domain::Answers& answers) {
    auto text = answers.results;
    for (const auto& [position, detail] : answers.details) {
        text += fmt::format(" {}:{}", position, shown(domain::Answer{'*', detail}));
    }
    return text;
}

std::string shown(const domain::Score& score) {
    return fmt::format("{{{} of {}, {} %, grade '{}', {}}}",
                       to_text(score.got),
                       to_text(score.max),
                       or_nothing(score.percentage),
                       score.grade,
                       domain::verdicts.word(score.verdict));
}

std::string shown(const domain::Window& window) {
    return to_text(window.from) + " to " + to_text(window.to);
}

}  // namespace dudao::test
