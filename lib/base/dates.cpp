#include "base/dates.hpp"

#include "base/error_id.hpp"

#include <fmt/format.h>

#include <array>
#include <charconv>

namespace dudao {

namespace {

/// Takes a whole number of `least` to `most` digits off the front of `text`.
std::optional<int> take_number(std::string_view& text, std::size_t least, std::size_t most) {
    std::size_t size = 0;
    while (size < most && size < text.size() && text[size] >= '0' && text[size] <= '9') {
        ++size;
    }
    int value = 0;
    if (size < least || std::from_chars(text.data(), text.data() + size, value).ec != std::errc{}) {
        return std::nullopt;
    }
    text.remove_prefix(size);
    return value;
}

bool take(std::string_view& text, std::string_view any_of) {
    if (text.empty() || any_of.find(text.front()) == std::string_view::npos) {
        return false;
    }
    text.remove_prefix(1);
    return true;
}

std::optional<Day> civil_day(int year, int month, int day) {
    constexpr int first_year = 1900;
    constexpr int last_year = 2199;
    const std::chrono::year_month_day ymd{std::chrono::year{year},
                                          std::chrono::month{static_cast<unsigned>(month)},
                                          std::chrono::day{static_cast<unsigned>(day)}};
    if (year < first_year || year > last_year || !ymd.ok()) {
        return std::nullopt;
    }
    return Day{ymd};
}

/// Takes YYYY-MM-DD, YYYY/M/D or YYYYMMDD off the front.
std::optional<Day> take_day(std::string_view& text) {
    const auto year = take_number(text, 4, 4);
    if (!year || text.empty()) {
        return std::nullopt;
    }
    const char separator = text.front();
    const bool separated = separator == '-' || separator == '/';
    if (separated) {
        text.remove_prefix(1);
    }
    const auto month = take_number(text, separated ? 1 : 2, 2);
    if (!month || (separated && !take(text, {&separator, 1}))) {
        return std::nullopt;
    }
    const auto day = take_number(text, separated ? 1 : 2, 2);
    return day ? civil_day(*year, *month, *day) : std::nullopt;
}

/// Takes HH:MM or HH:MM:SS off the front.
std::optional<std::chrono::seconds> take_time(std::string_view& text) {
    constexpr int hours_in_day = 24;
    constexpr int sixty = 60;
    const auto hour = take_number(text, 1, 2);
    if (!hour || *hour >= hours_in_day || !take(text, ":")) {
        return std::nullopt;
    }
    const auto minute = take_number(text, 2, 2);
    if (!minute || *minute >= sixty) {
        return std::nullopt;
    }
    std::optional<int> second = 0;
    if (take(text, ":")) {
        second = take_number(text, 2, 2);
    }
    if (!second || *second >= sixty) {
        return std::nullopt;
    }
    return std::chrono::hours{*hour} + std::chrono::minutes{*minute} +
           std::chrono::seconds{*second};
}

/// Takes Z or ±HH:MM off the front.
std::optional<std::chrono::seconds> take_offset(std::string_view& text) {
    if (take(text, "Zz")) {
        return std::chrono::seconds{0};
    }
    if (text.empty() || (text.front() != '+' && text.front() != '-')) {
        return std::nullopt;
    }
    const bool west = text.front() == '-';
    text.remove_prefix(1);
    const auto size = take_time(text);
    return size ? std::optional{west ? -*size : *size} : std::nullopt;
}

std::optional<Moment> moment_of(std::string_view text) {
    const auto day = take_day(text);
    if (!day) {
        return std::nullopt;
    }
    Moment moment{.local = std::chrono::local_seconds{day->time_since_epoch()}};
    if (text.empty()) {
        return moment;
    }
    if (!take(text, "Tt ")) {
        return std::nullopt;
    }
    const auto time = take_time(text);
    if (!time) {
        return std::nullopt;
    }
    moment.local += *time;
    if (!text.empty()) {
        moment.offset = take_offset(text);
        if (!moment.offset || !text.empty()) {
            return std::nullopt;
        }
    }
    return moment;
}

}  // namespace

std::string to_text(Day day) {
    const std::chrono::year_month_day ymd{day};
    const auto year = static_cast<int>(ymd.year());
    const auto month = static_cast<unsigned>(ymd.month());
    const auto of_month = static_cast<unsigned>(ymd.day());
    if (year < 0 || year > 9999) {
        return fmt::format("{:04}-{:02}-{:02}", year, month, of_month);
    }
    // Lists have a million of them.
    std::string text = "0000-00-00";
    const auto put = [&text](std::size_t last, unsigned number) {
        for (; number > 0; number /= 10) {
            text[last--] = static_cast<char>('0' + number % 10);
        }
    };
    put(3, static_cast<unsigned>(year));
    put(6, month);
    put(9, of_month);
    return text;
}

Result<Day> parse_day(std::string_view text) {
    auto rest = text;
    const auto day = take_day(rest);
    if (!day || !rest.empty()) {
        return Error{ErrorId::bad_day, {text}};
    }
    return *day;
}

std::string to_text(Instant instant) {
    const auto day = std::chrono::floor<std::chrono::days>(instant);
    const std::chrono::hh_mm_ss time{instant - day};
    return fmt::format("{}T{:02}:{:02}:{:02}Z",
                       to_text(day),
                       time.hours().count(),
                       time.minutes().count(),
                       time.seconds().count());
}

Result<Moment> parse_moment(std::string_view text) {
    const auto moment = moment_of(text);
    if (!moment) {
        return Error{ErrorId::bad_moment, {text}};
    }
    return *moment;
}

}  // namespace dudao
