#include "domain/frequency.hpp"

#include <algorithm>

namespace dudao::domain {

namespace {

using std::chrono::days;
using std::chrono::months;
using std::chrono::year_month_day;

constexpr int days_of_week = 7;
constexpr int numbers_of_occasion = 1000;

/// A window before anybody looks at which of its days can be used.
struct Wish {
    int number;
    Window window;
    bool is_day;  ///< one day, which may move, and what follows it
};

Day middle_of(const Window& window) {
    return window.from + days{(window.to - window.from).count() / 2};
}

Window within(const Window& window, const Period& period) {
    return {std::max(window.from, period.first), std::min(window.to, period.last)};
}

Day monday_of(Day day) {
    return day - days{std::chrono::weekday{day}.iso_encoding() - 1};
}

/// The first day of the month, or of the quarter, that `day` lies in.
Day first_of_months(Day day, unsigned length) {
    const year_month_day date{day};
    const auto month = (static_cast<unsigned>(date.month()) - 1) / length * length + 1;
    return Day{date.year() / std::chrono::month{month} / 1};
}

/// The span of the calendar that `day` lies in.
Window span_at(Day day, Span span, const Period& period) {
    const auto of_months = [&](unsigned length) {
        const auto first = first_of_months(day, length);
        const auto next = year_month_day{first} + months{length};
        return Window{first, Day{next} - days{1}};
    };
    constexpr unsigned months_of_quarter = 3;
    switch (span) {
        case Span::day:
            return {day, day};
        case Span::week:
            return {monday_of(day), monday_of(day) + days{days_of_week - 1}};
        case Span::month:
            return of_months(1);
        case Span::quarter:
            return of_months(months_of_quarter);
        case Span::period:
            break;
    }
    return {period.first, period.last};
}

/// The parts of spans whose middle days lie in the period.
std::vector<Wish> wishes_of_spans(const Frequency& frequency, const Period& period) {
    std::vector<Wish> wishes;
    for (auto day = period.first; day <= period.last;) {
        const auto span = span_at(day, frequency.span, period);
        const Period whole{.first = span.from, .last = span.to};
        for (int part = 1; part <= frequency.count; ++part) {
            const auto window = visit_window(whole, part, frequency.count);
            if (contains(period, middle_of(window))) {
                const auto number = static_cast<int>(wishes.size()) + 1;
                wishes.push_back({number, within(window, period), false});
            }
        }
        day = span.to + days{1};
    }
    return wishes;
}

std::vector<Day> days_of_every(const Frequency& frequency, const Period& period) {
    std::vector<Day> due;
    const auto behind = (period.first - frequency.starting).count();
    const auto steps = behind <= 0 ? 0 : (behind + frequency.count - 1) / frequency.count;
    for (auto day = frequency.starting + days{steps * frequency.count}; day <= period.last;
         day += days{frequency.count}) {
        due.push_back(day);
    }
    return due;
}

std::vector<Wish> wishes_of_days(const std::vector<Day>& due, int length, const Period& period) {
    std::vector<Wish> wishes;
    for (const auto day : due) {
        const auto number = static_cast<int>(wishes.size()) + 1;
        wishes.push_back({number, within({day, day + days{length - 1}}, period), true});
    }
    return wishes;
}

std::vector<Wish> wishes_of_opening(const Frequency& frequency,
                                    int base,
                                    std::optional<Day> opened,
                                    const Period& period) {
    std::vector<Wish> wishes;
    if (!opened) {
        return wishes;
    }
    for (const auto week : frequency.weeks) {
        const auto first = *opened + days{(week - 1) * days_of_week};
        const Window window{first, first + days{days_of_week - 1}};
        if (contains(period, middle_of(window))) {
            wishes.push_back({base + week, within(window, period), false});
        }
    }
    return wishes;
}

std::vector<Wish> wishes_of_change(const Frequency& frequency,
                                   int base,
                                   std::optional<Day> since,
                                   const Period& period) {
    if (!since || !contains(period, *since + days{frequency.count})) {
        return {};
    }
    return {{base + 1, within({*since, *since + days{frequency.count}}, period), false}};
}

std::vector<Wish> wishes_of(const FrequencyRule& rule,
                            std::size_t position,
                            const RuleDays& rule_days,
                            const VisitedUnit& facts,
                            const Period& period) {
    const auto& frequency = rule.frequency;
    const auto base = numbers_of_occasion * (static_cast<int>(position) + 1);
    switch (frequency.rhythm) {
        case Rhythm::spans:
            return wishes_of_spans(frequency, period);
        case Rhythm::every:
            return wishes_of_days(days_of_every(frequency, period), frequency.count, period);
        case Rhythm::recurrence:
            return wishes_of_days(rule_days.due, 1, period);
        case Rhythm::on_opening:
            return wishes_of_opening(frequency, base, facts.unit->opened_on, period);
        case Rhythm::after_change:
            break;
    }
    return wishes_of_change(frequency, base, facts.head_since, period);
}

/// Which days of the period a unit can be visited on by a rule.
class Usable {
  public:
    Usable(const DaySet& by_calendar, const VisitedUnit& facts, const Period& period)
        : by_calendar_(&by_calendar), facts_(&facts), period_(period) {}

    bool operator()(Day day) const {
        const auto index = static_cast<std::size_t>((day - period_.first).count());
        const auto& opened = facts_->unit->opened_on;
        return (*by_calendar_)[index] && (facts_->closed.empty() || !facts_->closed[index]) &&
               (!opened || day >= *opened);
    }

    /// The first in the window.
    std::optional<Day> first(const Window& window) const {
        for (auto day = window.from; day <= window.to; day += days{1}) {
            if ((*this)(day)) {
                return day;
            }
        }
        return std::nullopt;
    }

    /// The last in the window.
    std::optional<Day> last(const Window& window) const {
        for (auto day = window.to; day >= window.from; day -= days{1}) {
            if ((*this)(day)) {
                return day;
            }
        }
        return std::nullopt;
    }

    /// Where a visit of this day goes.
    std::optional<Day> nearest(Day day) const {
        const auto next = first({day, period_.last});
        return next ? next : last({period_.first, day});
    }

  private:
    const DaySet* by_calendar_;
    const VisitedUnit* facts_;
    Period period_;
};

/// The window in which a wish can be met; nothing when no day of it can be used.
std::optional<Window> window_of(const Wish& wish,
                                int length,
                                const Usable& usable,
                                const Period& period) {
    const auto from = wish.is_day ? usable.nearest(wish.window.from) : usable.first(wish.window);
    if (!from) {
        return std::nullopt;
    }
    auto to = wish.window.to;
    if (length > 0) {
        // The days of a visit that has moved move with it.
        to = std::min(wish.is_day ? period.last : to, *from + days{length - 1});
    }
    return Window{*from, usable.last({*from, std::max(*from, to)}).value_or(*from)};
}

}  // namespace

RuleWindows windows_of(const FrequencyRule& rule,
                       std::size_t position,
                       const RuleDays& rule_days,
                       const VisitedUnit& facts,
                       const Period& period) {
    const Usable usable{rule_days.usable, facts, period};
    RuleWindows result;
    for (const auto& wish : wishes_of(rule, position, rule_days, facts, period)) {
        const auto window = window_of(wish, rule.window, usable, period);
        if (!window) {
            result.closed.push_back({wish.number, wish.window});
            continue;
        }
        // Days that closed days have moved onto one are one visit.
        const bool again = wish.is_day && !result.windows.empty() &&
                           result.windows.back().window.from == window->from;
        if (!again) {
            result.windows.push_back({wish.number, *window});
        }
    }
    return result;
}

}  // namespace dudao::domain
