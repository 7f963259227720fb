#pragma once

#include "base/error.hpp"

#include <string>

namespace dudao::domain {

/// A code with the place where a file names it.
struct NamedCode {
    std::string code = {};
    Place place = {};

    bool operator==(const NamedCode&) const = default;
};

}  // namespace dudao::domain
