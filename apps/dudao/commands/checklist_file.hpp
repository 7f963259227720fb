#pragma once

#include "context.hpp"
#include "domain/checklist.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace dudao::commands {

/// The largest checklist that is read, in bytes.
inline constexpr std::size_t largest_checklist = 1U << 20U;

/// A checklist with the YAML that it was read from.
struct LoadedChecklist {
    domain::Checklist checklist;
    std::string source;
};

/// A checklist from a file (.yaml, .yml), which need not be published, or from the store by CODE or
/// CODE@VERSION. Errors (thrown): every mistake that lint finds; no_such_checklist; those of
/// read_file().
LoadedChecklist load_checklist(Context& context, const std::string& reference);

/// Writes a checklist to a file that is not there yet. Errors (thrown): file_unwritable.
void write_new(const Context& context, const std::string& output, std::string_view yaml);

}  // namespace dudao::commands
