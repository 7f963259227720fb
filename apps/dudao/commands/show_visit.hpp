#pragma once

#include "context.hpp"
#include "workflow/session.hpp"

#include <string_view>

namespace dudao::commands {

/// Prints a visit with its findings, for people or as JSON. `tail` is the end of its id.
/// Errors (thrown): those of show_inspection().
void show_visit(Context& context, workflow::Session& session, std::string_view tail, bool json);

}  // namespace dudao::commands
