#include "domain/contradiction.hpp"

#include "domain/checklist.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace dudao::domain {

namespace {

/// What parts that must all hold ask of one item, unit or attribute.
struct Demand {
    std::optional<std::vector<std::string>> results = {};  ///< absent: any
    std::optional<Decimal> min = {};
    std::optional<Decimal> max = {};

    bool is_possible() const {
        return (!results || !results->empty()) && (!min || !max || *min <= *max);
    }
};

/// An item has one result, a unit one kind and ownership; options, texts and tags may be several.
bool is_one_of(const Condition& condition) {
    if (condition.kind == ConditionKind::unit) {
        return condition.subject != "tag";
    }
    return condition.kind == ConditionKind::item && !condition.words.empty() &&
           std::all_of(condition.words.begin(), condition.words.end(), [](const auto& word) {
               return answer_results.parse(word).has_value();
           });
}

void narrow(Demand& demand, const Condition& condition) {
    if (is_one_of(condition)) {
        auto left = condition.words;
        if (demand.results) {
            std::erase_if(left, [&](const auto& word) {
                const auto& known = *demand.results;
                return std::find(known.begin(), known.end(), word) == known.end();
            });
        }
        demand.results = std::move(left);
    }
    if (condition.min) {
        demand.min = demand.min ? std::max(*demand.min, *condition.min) : *condition.min;
    }
    if (condition.max) {
        demand.max = demand.max ? std::min(*demand.max, *condition.max) : *condition.max;
    }
}

using Demands = std::map<std::pair<ConditionKind, std::string>, Demand>;

/// Adds what the condition and the parts that must all hold ask for; false where that cannot be.
bool add_demands(const Condition& condition, Demands& demands) {
    switch (condition.kind) {
        case ConditionKind::all:
            return std::all_of(condition.parts.begin(),
                               condition.parts.end(),
                               [&](const Condition& part) { return add_demands(part, demands); });
        case ConditionKind::any:
            return condition.parts.empty() ||
                   std::any_of(condition.parts.begin(), condition.parts.end(), can_hold);
        case ConditionKind::none:
        case ConditionKind::history:
            return true;
        case ConditionKind::item:
        case ConditionKind::unit:
        case ConditionKind::attribute:
            break;
    }
    auto& demand = demands[{condition.kind, condition.subject}];
    narrow(demand, condition);
    return demand.is_possible();
}

}  // namespace

bool can_hold(const Condition& condition) {
    Demands demands;
    return add_demands(condition, demands);
}

}  // namespace dudao::domain
