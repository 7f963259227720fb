#pragma once

#include "yaml/node.hpp"
#include "yaml/problems.hpp"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>

namespace dudao::yaml {

/// Whether `text` is an id: one to 32 of A-Z a-z 0-9 _ . - and nothing else.
bool is_id(std::string_view text) noexcept;

/// An id of what of `text` may stand in one; "" when nothing may.
std::string id_within(std::string_view text);

/// What no item may have for its id, in lower case: in files of answers ids of items are names of
/// columns, and these are other columns there.
const std::set<std::string>& reserved_ids();

/// Whether an item cannot have this id: a reserved one, or one that ends as the column beside an
/// item's does (A1.remark, A1.evidence, A1.na).
bool is_reserved(std::string_view id);

std::optional<std::string> read_id(const Node& node, Problems& problems);

/// Whether `id` is one; a problem at `node` otherwise.
bool check_id(const Node& node, std::string_view id, Problems& problems);

/// Finds names that are given twice; upper and lower case do not tell them apart.
class Names {
  public:
    /// Reports `id` with the name and the first one's line when the name was there before.
    void add(const Node& node, const std::string& name, Problems& problems, ErrorId id);

  private:
    std::map<std::string, std::size_t> lines_;
};

}  // namespace dudao::yaml
