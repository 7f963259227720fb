#pragma once

#include "domain/checklist.hpp"
#include "yaml/ids.hpp"
#include "yaml/translations.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace dudao::yaml {

/// What the key `repeat` of a section says.
struct Repeat {
    domain::RepeatScore score = domain::RepeatScore::sum;
    /// Of each thing that the section is gone through for.
    std::vector<domain::LocalText> names = {};
    domain::LocalText ask = {};  ///< how many there are; empty: all that have a name
};

/// The key `repeat`; nothing, with a problem, where it is unfit for use.
std::optional<Repeat> read_repeat(const Node& node, Problems& problems, Translations& texts);

/// The parts of a section that is repeated: `section` once for each name, with the ids of its items
/// followed by . and the number of the name; before them, where it is asked how many there are, a
/// part with that question. Conditions among its items look at those of the same part.
std::vector<domain::Section> repeated(const domain::Section& section, const Repeat& repeat);

/// What became of the items of sections that are repeated.
class RepeatedItems {
  public:
    /// `section` as it was read, and the parts that it became.
    void add(const domain::Section& section,
             const Repeat& repeat,
             const std::vector<domain::Section>& parts);

    /// The ids of the items that stand where the one with this id was written, the question how
    /// many there are with them; null for an item that is not repeated.
    const std::vector<std::string>* find(std::string_view id) const;

    /// Conditions that look at an item as it was written look at any of those that it became.
    void spread(std::optional<domain::Condition>& condition) const;

  private:
    void spread(domain::Condition& condition) const;

    struct Became {
        std::vector<std::string> ids;
        bool is_asked = false;  ///< the first of them is the question
    };
    std::map<std::string, Became> items_;  ///< by the id in lower case
};

}  // namespace dudao::yaml
