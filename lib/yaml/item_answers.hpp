#pragma once

#include "domain/checklist.hpp"
#include "yaml/map_reader.hpp"
#include "yaml/translations.hpp"

#include <cstddef>
#include <map>
#include <string>

namespace dudao::yaml {

/// Points of an item, a level or an option.
inline constexpr DecimalRange points_range{Decimal{0}, Decimal{10'000}};

/// How many options an item has to choose from.
inline constexpr std::size_t least_options = 2;
inline constexpr std::size_t most_options = 26;

/// Options that several items use.
struct ResponseSet {
    const Node* options = nullptr;
    bool used = false;
};

using ResponseSets = std::map<std::string, ResponseSet, std::less<>>;

/// What the answers of a checklist's items have in common while they are read.
struct AnswerScope {
    Translations texts = {};
    ResponseSets sets = {};
};

/// The keys that say how `item` can be answered, by its kind; those of other kinds are problems.
/// Promises: kind, points and critical effect of `item` are read.
void read_item_answers(MapReader& map, AnswerScope& scope, domain::Item& item);

/// Leaves those keys unread where the kind of the item is not known.
void ignore_answer_keys(MapReader& map);

}  // namespace dudao::yaml
