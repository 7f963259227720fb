#include "commands/filters.hpp"

#include "base/error_id.hpp"

#include <charconv>

namespace dudao::commands {

namespace {

/// Errors: usage_bad_value.
Result<std::size_t> parse_limit(const std::string& text) {
    std::size_t count = 0;
    const auto* const end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, count);
    if (read.ec != std::errc{} || read.ptr != end) {
        return Error{ErrorId::usage_bad_value, {text, "--limit"}};
    }
    return count;
}

}  // namespace

void add_unit_filter(Command& verb, domain::UnitFilter& filter, const Catalogue& words) {
    const auto text = [&](std::string_view english) { return std::string{words.text(english)}; };
    verb.add_option("--region", filter.below, text("Only units below this one"))->type_name("CODE");
    add_word(verb, "--unit-kind", filter.kind, domain::unit_kinds, text("Only units of this kind"))
        ->type_name("KIND");
    add_word(verb,
             "--ownership",
             filter.ownership,
             domain::ownerships,
             text("Only owned, franchise, joint or managed units"))
        ->type_name("WORD");
    add_word(verb,
             "--unit-status",
             filter.status,
             domain::unit_statuses,
             text("Only preparing, open, suspended or closed units"))
        ->type_name("WORD");
    verb.add_option("--tag", filter.tag, text("Only units with this tag"))->type_name("TAG");
    verb.add_option("--supervisor", filter.supervisor, text("Only units of this supervisor"))
        ->type_name("CODE");
}

void add_unit_search(Command& verb, domain::UnitFilter& filter, const Catalogue& words) {
    verb.add_option("--search",
                    filter.text,
                    std::string{words.text("Only with this in code, name or address")})
        ->type_name("TEXT");
    add_day(verb, "--as-of", filter.as_of, words.text("As they belonged on that day"));
}

void add_limit(Command& verb, std::optional<std::size_t>& limit, const Catalogue& words) {
    add_parsed(
        verb, "--limit", limit, parse_limit, std::string{words.text("Print so many at most")})
        ->type_name("N");
}

OptionRef add_day(Command& verb,
                  std::string names,
                  std::optional<Day>& into,
                  std::string_view help) {
    return add_parsed(
               verb,
               std::move(names),
               into,
               [](const std::string& text) { return parse_day(text); },
               std::string{help})
        ->type_name("DAY");
}

OptionRef add_moment(Command& verb,
                     std::string names,
                     std::optional<Moment>& into,
                     std::string_view help) {
    return add_parsed(
               verb,
               std::move(names),
               into,
               [](const std::string& text) { return parse_moment(text); },
               std::string{help})
        ->type_name("MOMENT");
}

}  // namespace dudao::commands
