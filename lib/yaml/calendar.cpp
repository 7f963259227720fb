#include "yaml/calendar.hpp"

#include "base/error_id.hpp"
#include "yaml/ids.hpp"
#include "yaml/map_reader.hpp"

#include <utility>

namespace dudao::yaml {

namespace {

constexpr WholeRange year_range{1949, 2199};
constexpr std::chrono::days longest_holiday{31};

bool is_weekend(Day day) {
    const std::chrono::weekday weekday{day};
    return weekday == std::chrono::Saturday || weekday == std::chrono::Sunday;
}

/// Reads the years of one calendar.
class CalendarReader {
  public:
    explicit CalendarReader(Problems& problems) : problems_(&problems) {}

    domain::Calendar read(const Node& root) {
        MapReader map{root, *problems_};
        if (const auto* code = map.must_find("code")) {
            calendar_.code = read_id(*code, *problems_).value_or("");
        }
        map.local_text("name", true);
        if (const auto* years = map.must_find("years")) {
            for (const auto& year : read_list(*years, *problems_)) {
                read_year(year);
            }
        }
        map.finish();
        return std::move(calendar_);
    }

  private:
    void read_year(const Node& node) {
        MapReader map{node, *problems_};
        if (const auto* year = map.must_find("year")) {
            year_ = read_whole(*year, *problems_, year_range).value_or(0);
            if (year_ != 0 && !calendar_.years.insert(year_).second) {
                report_twice(*year, *problems_, std::to_string(year_));
            }
        }
        if (const auto* source = map.must_find("source")) {
            read_source(*source);
        }
        if (const auto* holidays = map.must_find("holidays")) {
            for (const auto& holiday : read_list(*holidays, *problems_)) {
                read_holiday(holiday);
            }
        }
        if (const auto* workdays = map.find("workdays")) {
            for (const auto& workday : read_list(*workdays, *problems_)) {
                read_workday(workday);
            }
        }
        map.finish();
    }

    /// The announcement: kept in the file for people who want to check it.
    void read_source(const Node& node) {
        MapReader map{node, *problems_};
        if (const auto* title = map.must_find("title")) {
            read_line(*title, *problems_);
        }
        map.line("number");
        if (const auto* date = map.find("date")) {
            read_day(*date, *problems_);
        }
        if (const auto* url = map.must_find("url")) {
            read_line(*url, *problems_);
        }
        map.finish();
    }

    void read_holiday(const Node& node) {
        MapReader map{node, *problems_};
        map.must_find("name");
        map.local_text("name", true);
        const auto* from_node = map.must_find("from");
        const auto* to_node = map.find("to");
        map.finish();
        const auto from = from_node == nullptr ? std::nullopt : read_day(*from_node, *problems_);
        const auto to = to_node == nullptr ? from : read_day(*to_node, *problems_);
        if (!from || !to) {
            return;
        }
        if (*to < *from || *to - *from >= longest_holiday) {
            problems_->error(*to_node, ErrorId::calendar_bad_range, {to_text(*from), to_text(*to)});
            return;
        }
        for (auto day = *from; day <= *to; day += std::chrono::days{1}) {
            add(*from_node, day, holidays_);
            if (!is_weekend(day)) {
                calendar_.holidays.insert(day);
            }
        }
    }

    void read_workday(const Node& node) {
        const auto day = read_day(node, *problems_);
        if (!day) {
            return;
        }
        if (!is_weekend(*day)) {
            problems_->error(node, ErrorId::calendar_no_weekend, {to_text(*day)});
        }
        add(node, *day, calendar_.workdays);
    }

    /// A day is one thing only, and belongs to its year or to the December before.
    void add(const Node& node, Day day, std::set<Day>& days) {
        const std::chrono::year_month_day date{day};
        const auto year = static_cast<int>(date.year());
        const bool december_before = year == year_ - 1 && date.month() == std::chrono::December;
        if (year_ != 0 && year != year_ && !december_before) {
            problems_->error(
                node, ErrorId::calendar_other_year, {to_text(day), std::to_string(year_)});
        }
        if (holidays_.contains(day) || calendar_.workdays.contains(day)) {
            report_twice(node, *problems_, to_text(day));
        }
        days.insert(day);
    }

    Problems* problems_;
    domain::Calendar calendar_;
    std::set<Day> holidays_;  ///< also those at weekends
    int year_ = 0;            ///< 0: not known
};

}  // namespace

CalendarReading read_calendar(std::string_view yaml, std::string_view file) {
    auto parsed = parse(yaml, file);
    if (!parsed.errors.empty()) {
        return {.errors = std::move(parsed.errors)};
    }
    Problems problems{file};
    auto calendar = CalendarReader{problems}.read(parsed.root);
    if (problems.has_errors()) {
        return {.errors = problems.take_errors()};
    }
    return {.calendar = std::move(calendar)};
}

}  // namespace dudao::yaml
