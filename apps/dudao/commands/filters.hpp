#pragma once

#include "base/catalogue.hpp"
#include "domain/organisation.hpp"
#include "options.hpp"

namespace dudao::commands {

/// --region, --unit-kind, --ownership, --unit-status, --tag, --supervisor: which units a listing is
/// about.
void add_unit_filter(Command& verb, domain::UnitFilter& filter, const Catalogue& words);

/// --search, --as-of: what is in the unit's texts, and the day that decides where it belonged.
void add_unit_search(Command& verb, domain::UnitFilter& filter, const Catalogue& words);

/// --limit N.
void add_limit(Command& verb, std::optional<std::size_t>& limit, const Catalogue& words);

/// An option with a day.
OptionRef add_day(Command& verb,
                  std::string names,
                  std::optional<Day>& into,
                  std::string_view help);

/// An option with a day and a time.
OptionRef add_moment(Command& verb,
                     std::string names,
                     std::optional<Moment>& into,
                     std::string_view help);

}  // namespace dudao::commands
