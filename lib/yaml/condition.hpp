#pragma once

#include "domain/checklist.hpp"
#include "yaml/map_reader.hpp"
#include "yaml/problems.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace dudao::yaml {

/// The items that conditions may look at: those that come before.
class EarlierItems {
  public:
    /// From now on conditions may look at `item`.
    void add(const domain::Item& item);

    /// The key `when`: a map, or a list of which all must hold. Problems at what it names that is
    /// not there, and warnings for answers that the item never has.
    std::optional<domain::Condition> read(const Node& node, Problems& problems);

    /// Reports the items that were named but are not there, or do not come before, once all have
    /// been added.
    void report_missing(Problems& problems) const;

  private:
    struct Known {
        std::string id;
        std::vector<std::string> words = {};  ///< its answers; empty: any text
        bool is_number = false;
        std::optional<std::pair<Decimal, Decimal>> range = {};  ///< of a scale's points

        bool has_point(Decimal value) const {
            return !range || (range->first <= value && value <= range->second);
        }
    };
    struct Named {
        const Node* node;
        std::string id;
    };

    std::optional<domain::Condition> read_map(const Node& node, Problems& problems);
    std::optional<domain::Condition> read_parts(domain::ConditionKind kind,
                                                const Node& node,
                                                Problems& problems);
    void read_history(domain::Condition& condition,
                      const Node& subject,
                      const Node* words,
                      MapReader& map);
    void report_unknown(Problems& problems) const;
    void report_no_item(Problems& problems, const Node& node, const std::string& id) const;
    static void check_range(const domain::Condition& condition,
                            const Known& item,
                            const Node& subject,
                            Problems& problems);
    void check_item(domain::Condition& condition,
                    const Node& subject,
                    const Node* words,
                    Problems& problems);

    std::map<std::string, Known> known_;  ///< by the id in lower case
    std::vector<Named> missing_;
    std::vector<Named> remembered_;  ///< those whose results in visits before are asked for
};

}  // namespace dudao::yaml
