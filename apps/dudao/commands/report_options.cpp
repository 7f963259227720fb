#include "commands/report_options.hpp"

#include "base/error_id.hpp"
#include "commands/filters.hpp"

#include <chrono>

namespace dudao::commands {

namespace {

domain::Period range_between(Day first, Day last) {
    if (first > last) {
        throw Failure{Error{ErrorId::usage_range, {to_text(first), to_text(last)}}};
    }
    return domain::range_of(first, last);
}

Error not_the_period(const std::string& text, domain::PeriodKind kind) {
    const Day example = std::chrono::sys_days{std::chrono::year{2026} / std::chrono::November / 5};
    return {ErrorId::usage_not_the_period,
            {text,
             Arg{domain::period_kinds.word(kind), domain::period_kinds.kind},
             domain::to_text(domain::period_of(kind, example))}};
}

/// "2026-11", "2026-11-05", "2026-11-01..2026-11-15": as periods are written.
domain::Period any_period(const std::string& text) {
    const auto dots = text.find("..");
    if (dots != std::string::npos) {
        return range_between(given(parse_day(text.substr(0, dots))),
                             given(parse_day(text.substr(dots + 2))));
    }
    if (const auto day = parse_day(text)) {
        return domain::period_of(domain::PeriodKind::day, *day);
    }
    return given(domain::parse_period(text));
}

domain::Period period_of(const ReportScope& scope) {
    if (!scope.kind) {
        return any_period(scope.period);
    }
    if (*scope.kind == domain::PeriodKind::range) {
        return range_between(scope.first, scope.last);
    }
    const auto day = parse_day(scope.period);
    if (day || *scope.kind == domain::PeriodKind::day) {
        return domain::period_of(*scope.kind, given(day));
    }
    const auto period = domain::parse_period(scope.period);
    if (!period || period->kind != *scope.kind) {
        throw Failure{not_the_period(scope.period, *scope.kind)};
    }
    return *period;
}

}  // namespace

void add_range(Command& verb, ReportScope& scope, const Catalogue& words) {
    scope.kind = domain::PeriodKind::range;
    add_parsed(verb, "FROM", scope.first, parse_day, std::string{words.text("The first day")})
        ->required();
    add_parsed(verb, "TO", scope.last, parse_day, std::string{words.text("The last day")})
        ->required();
}

void add_scope(Command& verb, ReportScope& scope, const Catalogue& words) {
    add_unit_filter(verb, scope.units, words);
    verb.add_option("--as-of",
                    scope.as_of,
                    std::string{words.text("Units as they belonged on that day; today: by now")})
        ->type_name("DAY");
}

workflow::PeriodReportRequest request_of(const ReportScope& scope, const Context& context) {
    return {.period = period_of(scope), .units = scope.units, .chain = context.workspace().chain};
}

std::optional<Day> organised_on(const ReportScope& scope, workflow::Session& session) {
    if (scope.as_of.empty()) {
        return std::nullopt;
    }
    return scope.as_of == "today" ? session.today() : given(parse_day(scope.as_of));
}

}  // namespace dudao::commands
