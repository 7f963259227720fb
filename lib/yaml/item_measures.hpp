#pragma once

#include "domain/checklist.hpp"
#include "yaml/map_reader.hpp"
#include "yaml/translations.hpp"

namespace dudao::yaml {

/// Points that are not beyond those of the item.
std::optional<Decimal> read_part(const Node& node, Problems& problems, Decimal points);

/// The keys of items whose answers are counted or timed.
void read_count(MapReader& map, domain::Item& item);
void read_step(MapReader& map, domain::Item& item);
void read_stopwatch(MapReader& map, domain::Item& item);
void read_knowledge(MapReader& map, Translations& texts, domain::Item& item);

}  // namespace dudao::yaml
