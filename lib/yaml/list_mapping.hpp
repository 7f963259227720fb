#pragma once

#include "base/error.hpp"
#include "domain/list_mapping.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dudao::yaml {

struct MappingReading {
    std::optional<domain::ListMapping> mapping = {};  ///< present exactly when there are no errors
    std::vector<Error> errors = {};                   ///< by place
};

/// Reads a mapping file. Which fields there are is not looked at. Never throws on bad input.
MappingReading read_mapping(std::string_view yaml, std::string_view file);

/// Inverse of read_mapping().
std::string mapping_text(const domain::ListMapping& mapping);

struct HeadersReading {
    std::optional<domain::OwnHeaders> headers = {};  ///< present exactly when there are no errors
    std::vector<Error> errors = {};                  ///< by place
};

/// Reads headers.yaml. Which fields there are is not looked at. Never throws on bad input.
HeadersReading read_headers(std::string_view yaml, std::string_view file);

}  // namespace dudao::yaml
