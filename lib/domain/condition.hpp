#pragma once

#include "base/decimal.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dudao::domain {

/// What a condition looks at.
enum class ConditionKind : std::uint8_t {
    all = 1,        ///< all its parts hold
    any = 2,        ///< one of its parts holds
    none = 3,       ///< none of its parts holds
    item = 4,       ///< the answer to an earlier item
    unit = 5,       ///< what the unit is: its kind, its ownership, or a tag that it has
    attribute = 6,  ///< a column of the unit that is the user's own
    history = 7,    ///< what an item got in the visits before
};

/// When an item or a section shows: a tree over earlier answers, the unit and its visits before.
/// What was not answered, or is not known of the unit, makes its part false.
struct Condition {
    ConditionKind kind = ConditionKind::all;
    std::vector<Condition> parts = {};    ///< of all, any, none
    std::string subject = {};             ///< id of the item; kind, ownership or tag; the attribute
    std::vector<std::string> words = {};  ///< one of them: results and values; of the unit; texts
    std::optional<Decimal> min = {};      ///< the number answered is at least this
    std::optional<Decimal> max = {};      ///< … and at most this
    int visits = 0;                       ///< of history: how many visits back it looks

    bool operator==(const Condition&) const = default;
};

/// As the store keeps it and people read it: (all (item "Q01" is "fail") (unit "kind" is "store")).
std::string to_text(const Condition& condition);

/// Inverse of to_text(). Errors: bad_text.
Result<Condition> parse_condition(std::string_view text);

/// Whether its subject is an item.
inline bool is_about_item(const Condition& condition) noexcept {
    return condition.kind == ConditionKind::item || condition.kind == ConditionKind::history;
}

/// Calls `visit` for the condition and each of its parts, from the outside in; one that is not
/// const may be changed.
template <class Tree, class Visit>
void each_part(Tree& condition, const Visit& visit) {
    visit(condition);
    for (auto& part : condition.parts) {
        each_part(part, visit);
    }
}

}  // namespace dudao::domain
