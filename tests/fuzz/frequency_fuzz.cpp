// Any bytes may be refused as rules of a plan, but nothing may crash, and what is accepted is fit
// for use: it gives windows within a period, and its recurrences can be expanded.
#include "base/error_id.hpp"
#include "exchange/recurrence.hpp"
#include "yaml/closed_days.hpp"
#include "yaml/frequency.hpp"

#include <cstdint>
#include <cstdlib>

namespace dudao {

namespace {

using namespace std::chrono_literals;

void must(bool holds) {
    if (!holds) {
        std::abort();
    }
}

std::vector<Day> days_of(const domain::FrequencyRule& rule, const domain::Period& period) {
    const auto& frequency = rule.frequency;
    if (frequency.rhythm != domain::Rhythm::recurrence) {
        return {};
    }
    try {
        return exchange::recurrence_days(
            frequency.recurrence, frequency.starting, period.first, period.last);
    } catch (const Failure& failure) {
        must(failure.error().id == ErrorId::bad_recurrence);
        return {};
    }
}

void check_rule(const domain::FrequencyRule& rule, std::size_t position) {
    const auto period = domain::parse_period("2028-Q1").or_throw();
    const domain::DaySet usable(static_cast<std::size_t>(domain::length_of(period)), true);
    domain::Unit unit;
    unit.opened_on = Day{2028y / 1 / 20};
    const auto found = domain::windows_of(rule,
                                          position,
                                          {.usable = usable, .due = days_of(rule, period)},
                                          {.unit = &unit, .head_since = Day{2028y / 2 / 1}},
                                          period);
    for (const auto& [number, window] : found.windows) {
        must(number > 0 && contains(period, window.from) && contains(period, window.to) &&
             window.from <= window.to);
    }
}

}  // namespace

}  // namespace dudao

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace dudao;
    const std::string_view bytes{reinterpret_cast<const char*>(data), size};
    const auto reading = yaml::read_frequency(bytes, "fuzz");
    must(reading.rules.has_value() == reading.errors.empty());
    if (reading.rules) {
        must(!reading.rules->empty());
        for (std::size_t rule = 0; rule < reading.rules->size(); ++rule) {
            check_rule((*reading.rules)[rule], rule);
        }
    }
    const auto closings = yaml::read_closed_days(bytes, "fuzz");
    must(closings.closed_days.has_value() == closings.errors.empty());
    if (closings.closed_days) {
        for (const auto& closing : *closings.closed_days) {
            must(closing.from <= closing.to);
        }
    }
    return 0;
}
