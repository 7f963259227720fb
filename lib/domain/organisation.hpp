#pragma once

#include "domain/unit.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace dudao::domain {

/// The units that others may hang under (headquarters, branches, regions, departments), as a tree.
/// Shops are its leaves and not in it.
class Organisation {
  public:
    struct Node {
        std::int64_t key = 0;  ///< of the store it comes from
        std::string code;
        std::string name;
        UnitKind kind = UnitKind::region;
        std::int64_t parent = 0;  ///< key; 0 for the top of a tree
    };

    void add(Node node);

    const Node* find(std::int64_t key) const;
    const Node* find(std::string_view code) const;

    /// The child of `parent` (0: a top) with this name. Null when there is none.
    const Node* child(std::int64_t parent, std::string_view name) const;

    /// Names from the top down to `key` itself, " / " between them: what JSON calls region.
    std::string path(std::int64_t key) const;

    /// Whether `key` is `above` or hangs somewhere below it.
    bool is_below(std::int64_t key, std::int64_t above) const;

    const std::vector<Node>& nodes() const noexcept { return nodes_; }

  private:
    std::vector<Node> nodes_;
    std::unordered_map<std::int64_t, std::size_t> by_key_;
    std::unordered_map<std::string, std::size_t> by_code_;
    std::unordered_map<std::string, std::size_t> by_name_;  ///< "PARENT/NAME"
};

/// True for a kind that others may hang under.
bool is_group(UnitKind kind) noexcept;

/// Which units a list or a report is about; what is absent does not narrow it.
struct UnitFilter {
    std::string below = {};  ///< code of a unit above
    std::optional<UnitKind> kind = {};
    std::optional<Ownership> ownership = {};
    std::optional<UnitStatus> status = {};
    std::string tag = {};
    std::string supervisor = {};    ///< code of a person
    std::string text = {};          ///< in the code, the name or the address
    std::optional<Day> as_of = {};  ///< with the affiliation of that day

    bool operator==(const UnitFilter&) const = default;
};

/// Everything but `below` and `as_of`, which need the tree and the history.
bool matches(const UnitFilter& filter, const Unit& unit);

}  // namespace dudao::domain
