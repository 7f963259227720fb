#pragma once

#include "domain/unit.hpp"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace dudao::workflow {

/// What a field of a unit said and says now, as lists have it; empty for nothing.
struct FieldChange {
    std::string field;
    std::string before = {};
    std::string after = {};

    bool operator==(const FieldChange&) const = default;
};

/// The fields in which two units differ, in a fixed order; attributes as attributes.NAME.
std::vector<FieldChange> changes_between(const domain::Unit& before, const domain::Unit& after);

/// The user's own columns of a unit by their names; `json` is what Unit::attributes holds.
std::map<std::string, std::string> read_attributes(std::string_view json);

/// Inverse of read_attributes(); "" for none.
std::string attributes_text(const std::map<std::string, std::string>& attributes);

/// The header under which a list has an attribute: its name, or attributes.NAME where that would be
/// taken for a field.
std::string attribute_header(const std::string& name);

/// Inverse of attribute_header(), for headers that are no field's.
std::string attribute_of(std::string_view header);

}  // namespace dudao::workflow
