#include "domain/recurrence_rule.hpp"

#include "base/dates.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <vector>

namespace dudao::domain {

namespace {

constexpr std::array<std::string_view, 7> weekdays{"MO", "TU", "WE", "TH", "FR", "SA", "SU"};

std::vector<std::string_view> split(std::string_view text, char separator) {
    std::vector<std::string_view> parts;
    for (;;) {
        const auto end = text.find(separator);
        parts.push_back(text.substr(0, end));
        if (end == std::string_view::npos) {
            return parts;
        }
        text.remove_prefix(end + 1);
    }
}

/// A whole number; a sign only where `is_signed`.
std::optional<int> whole(std::string_view text, bool is_signed) {
    const bool negative = text.starts_with('-');
    if (is_signed && (negative || text.starts_with('+'))) {
        text.remove_prefix(1);
    }
    constexpr std::size_t most_digits = 4;
    if (text.empty() || text.size() > most_digits || text.front() < '0' || text.front() > '9') {
        return std::nullopt;
    }
    int value = 0;
    const auto* const end = text.data() + text.size();
    if (std::from_chars(text.data(), end, value).ptr != end) {
        return std::nullopt;
    }
    return negative && is_signed ? -value : value;
}

/// A list of numbers whose distance from 0 is from 1 to `most`.
bool are_numbers(std::string_view list, int most, bool is_signed) {
    const auto parts = split(list, ',');
    return std::all_of(parts.begin(), parts.end(), [&](std::string_view part) {
        const auto value = whole(part, is_signed);
        return value && *value != 0 && *value >= -most && *value <= most;
    });
}

bool is_weekday(std::string_view text) {
    return std::find(weekdays.begin(), weekdays.end(), text) != weekdays.end();
}

/// A list of weekdays, each with a number before it where there may be one: `most` is not 0.
bool are_weekdays(std::string_view list, int most) {
    const auto parts = split(list, ',');
    return std::all_of(parts.begin(), parts.end(), [&](std::string_view part) {
        if (part.size() < 2 || !is_weekday(part.substr(part.size() - 2))) {
            return false;
        }
        const auto number = part.substr(0, part.size() - 2);
        return number.empty() || (most > 0 && are_numbers(number, most, true));
    });
}

/// UNTIL is written without dashes.
bool is_day(std::string_view text) {
    constexpr std::size_t length = 8;
    return text.size() == length && parse_day(text).has_value();
}

/// Which numbers a part may have, and with which frequencies it stands.
struct Part {
    std::string_view name;
    int most;
    bool is_signed;
    std::string_view frequencies;  ///< their first letters
};

constexpr std::array<Part, 6> number_parts{{
    {"INTERVAL", 999, false, "DWMY"},
    {"COUNT", 9999, false, "DWMY"},
    {"BYMONTH", 12, false, "DWMY"},
    {"BYMONTHDAY", 31, true, "DMY"},
    {"BYYEARDAY", 366, true, "Y"},
    {"BYSETPOS", 366, true, "DWMY"},
}};

bool has_list(std::string_view name) {
    return name.starts_with("BY");
}

using Parts = std::map<std::string_view, std::string_view>;

/// How far a number before a weekday may go; 0 where there may be none.
int most_before_weekday(const Parts& parts, char frequency) {
    constexpr int weeks_of_month = 5;
    constexpr int weeks_of_year = 53;
    if (frequency == 'M') {
        return weeks_of_month;
    }
    if (frequency != 'Y') {
        return 0;
    }
    return parts.contains("BYMONTH") ? weeks_of_month : weeks_of_year;
}

bool is_possible(std::string_view name,
                 std::string_view value,
                 const Parts& parts,
                 char frequency) {
    if (name == "FREQ") {
        return true;
    }
    if (name == "WKST") {
        return is_weekday(value);
    }
    if (name == "UNTIL") {
        return is_day(value) && !parts.contains("COUNT");
    }
    if (name == "BYDAY") {
        return are_weekdays(value, most_before_weekday(parts, frequency));
    }
    const auto* const part = std::find_if(number_parts.begin(),
                                          number_parts.end(),
                                          [&](const Part& each) { return each.name == name; });
    if (part == number_parts.end() || part->frequencies.find(frequency) == std::string::npos) {
        return false;
    }
    if (name == "BYSETPOS") {
        const auto others = std::count_if(parts.begin(), parts.end(), [](const auto& each) {
            return has_list(each.first) && each.first != "BYSETPOS";
        });
        return others > 0 && are_numbers(value, part->most, true);
    }
    return are_numbers(has_list(name) ? value : value.substr(0, value.find(',')),
                       part->most,
                       part->is_signed) &&
           (has_list(name) || value.find(',') == std::string_view::npos);
}

}  // namespace

std::optional<std::string> impossible_part(std::string_view rule) {
    Parts parts;
    const auto written = split(rule, ';');
    for (const auto part : written) {
        const auto equals = part.find('=');
        if (equals == std::string_view::npos ||
            !parts.emplace(part.substr(0, equals), part.substr(equals + 1)).second) {
            return std::string{part};
        }
    }
    const auto frequency = parts.find("FREQ");
    constexpr std::array<std::string_view, 4> frequencies{"DAILY", "WEEKLY", "MONTHLY", "YEARLY"};
    if (frequency == parts.end()) {
        return std::string{rule};
    }
    if (std::find(frequencies.begin(), frequencies.end(), frequency->second) == frequencies.end()) {
        return "FREQ=" + std::string{frequency->second};
    }
    for (const auto part : written) {
        const auto equals = part.find('=');
        if (!is_possible(part.substr(0, equals),
                         part.substr(equals + 1),
                         parts,
                         frequency->second.front())) {
            return std::string{part};
        }
    }
    return std::nullopt;
}

}  // namespace dudao::domain
