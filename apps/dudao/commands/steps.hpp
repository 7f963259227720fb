#pragma once

#include "commands/commands.hpp"
#include "domain/event.hpp"

#include <string_view>

namespace dudao::commands {

/// A verb that takes one step in the life of an issue.
struct StepVerb {
    domain::Verb verb;
    const char* name;
    std::string_view summary;
    std::string_view example;
    const char* note = nullptr;  ///< the option that it cannot go without; null: --note, optional
    bool needs_owner = false;
    bool needs_other = false;
    bool takes_deadline = false;
    bool takes_percent = false;
    bool takes_evidence = false;
};

void declare_step(Declaring& to, const StepVerb& step);

}  // namespace dudao::commands
