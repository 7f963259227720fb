#include "yaml/staff.hpp"

#include "base/error_id.hpp"
#include "yaml/ids.hpp"
#include "yaml/map_reader.hpp"

#include <algorithm>
#include <utility>

namespace dudao::yaml {

namespace {

domain::Leave read_leave(const Node& node, Problems& problems) {
    domain::Leave leave;
    MapReader map{node, problems};
    const auto* from = map.must_find("from");
    const auto* to = map.find("to");
    const auto first = from == nullptr ? std::nullopt : read_day(*from, problems);
    const auto last = to == nullptr ? first : read_day(*to, problems);
    leave.reason = map.line("reason").value_or("");
    map.finish();
    if (first && last) {
        leave.from = *first;
        leave.to = *last;
        if (*last < *first) {
            problems.error(*to, ErrorId::leave_reversed, {to_text(*first), to_text(*last)});
        }
    }
    return leave;
}

std::optional<std::int64_t> read_degrees(const Node& node,
                                         Problems& problems,
                                         std::int64_t greatest) {
    const auto text = read_line(node, problems);
    if (!text) {
        return std::nullopt;
    }
    const auto degrees = domain::parse_degrees(*text, greatest);
    if (!degrees) {
        problems.error(node, degrees.error());
        return std::nullopt;
    }
    return *degrees;
}

/// lat and lon, as in lists of stores.
std::optional<domain::Coordinates> read_home(const Node& node, Problems& problems) {
    MapReader map{node, problems};
    const auto* lat = map.must_find("lat");
    const auto* lon = map.must_find("lon");
    map.finish();
    if (lat == nullptr || lon == nullptr) {
        return std::nullopt;
    }
    const auto north = read_degrees(*lat, problems, domain::greatest_lat);
    const auto east = read_degrees(*lon, problems, domain::greatest_lon);
    return north && east ? std::optional{domain::Coordinates{*north, *east}} : std::nullopt;
}

domain::StaffMember read_member(const Node& node, Problems& problems) {
    domain::StaffMember member;
    MapReader map{node, problems};
    if (const auto* person = map.must_find("person")) {
        member.person = read_line(*person, problems).value_or("");
        member.place = problems.place_of(*person);
    }
    member.visits = map.whole("visits_a_day", {0, most_visits_a_day});
    member.minutes = map.whole("minutes_a_day", {0, most_minutes_a_day});
    if (const auto* home = map.find("home")) {
        member.home = read_home(*home, problems);
    }
    if (const auto* leave = map.find("leave")) {
        for (const auto& each : read_list(*leave, problems)) {
            member.leave.push_back(read_leave(each, problems));
        }
    }
    map.finish();
    return member;
}

}  // namespace

StaffReading read_staff(std::string_view yaml, std::string_view file) {
    auto parsed = parse(yaml, file);
    if (!parsed.errors.empty()) {
        return {.errors = std::move(parsed.errors)};
    }
    Problems problems{file};
    std::vector<domain::StaffMember> staff;
    MapReader map{parsed.root, problems};
    const auto* list = map.must_find("staff");
    map.finish();
    if (list != nullptr) {
        for (const auto& node : read_list(*list, problems)) {
            auto member = read_member(node, problems);
            const auto same = [&](const auto& each) { return each.person == member.person; };
            if (!member.person.empty() && std::any_of(staff.begin(), staff.end(), same)) {
                report_twice(node, problems, member.person);
            }
            staff.push_back(std::move(member));
        }
    }
    if (problems.has_errors()) {
        return {.errors = problems.take_errors()};
    }
    return {.staff = std::move(staff)};
}

}  // namespace dudao::yaml
