#pragma once

#include "paper.hpp"

namespace dudao::pdf {

/// Draws charts one below the other, small ones two beside each other. `style` is their CSS.
/// Errors (thrown): std::runtime_error for what is no SVG.
void set_pictures(Paper& paper,
                  const std::vector<Picture>& pictures,
                  const std::string& style,
                  const std::string& language);

}  // namespace dudao::pdf
