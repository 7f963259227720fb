#pragma once

#include "domain/checklist.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace dudao::exchange {

/// What the questions of a form are called that is made of a checklist: as the columns of a wide
/// list are, so that what phones send back can be read as one. Names of forms begin with a letter
/// or an underscore: an item whose id does not gets one more in front.
class FormNames {
  public:
    explicit FormNames(const domain::Checklist& checklist);

    /// The answer to the item at this position.
    const std::string& answer(std::size_t position) const { return names_[position]; }
    std::string remark(std::size_t position) const { return names_[position] + ".remark"; }
    std::string evidence(std::size_t position) const { return names_[position] + ".evidence"; }

    /// That it is not applicable, for what is typed.
    std::string not_applicable(std::size_t position) const { return names_[position] + ".na"; }

    /// The group of a section.
    static std::string section(const domain::Section& section) { return "section." + section.id; }

  private:
    std::vector<std::string> names_;
};

/// Whether it is typed, so that no option of it can say that it is not applicable.
bool is_typed(const domain::Item& item) noexcept;

}  // namespace dudao::exchange
