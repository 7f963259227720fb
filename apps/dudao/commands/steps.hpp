#pragma once

#include "base/catalogue.hpp"
#include "commands/commands.hpp"
#include "domain/event.hpp"
#include "options.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace dudao::commands {

/// A verb that takes one step in the life of an issue.
struct StepVerb {
    domain::Verb verb;
    const char* name;
    std::string_view summary;
    std::string_view example;
    const char* note = "--note";  ///< the option for what is to be said
    bool needs_note = false;
    bool takes_cause = false;
    bool needs_owner = false;
    bool needs_other = false;
    bool takes_deadline = false;
    bool needs_later_day = false;
    bool takes_percent = false;
    bool takes_evidence = false;
};

/// --evidence FILE, several times.
void add_evidence(Command& verb, std::vector<std::string>& files, const Catalogue& words);

/// Keeps the files and gives their digests. Errors (thrown): those of EvidenceFolder::keep().
std::vector<std::string> keep_evidence(const Context& context,
                                       const std::vector<std::string>& files);

void declare_step(Declaring& to, const StepVerb& step);

}  // namespace dudao::commands
