#pragma once

#include "commands/commands.hpp"
#include "options.hpp"

#include <memory>
#include <string>
#include <utility>

namespace dudao::commands {

/// A word between the noun and its verbs, as in `issue task add`.
Command add_group(Declaring& to, const char* name, std::string_view summary);

/// Declares the verb `name` of a noun. `bind` adds its options, bound to an Options that lives as
/// long as the command line; `run` is called when the user picks it. `example` is shown by --help.
template <class Options, class Bind, class Run>
void declare_verb(Declaring& to,
                  const char* name,
                  std::string_view summary,
                  std::string_view example,
                  const Bind& bind,
                  Run run) {
    auto options = std::make_shared<Options>();
    auto verb = to.app.add_verb(name, std::string{summary});
    verb.footer(std::string{example});
    bind(verb, *options);
    auto* chosen = &to.chosen;
    verb.callback([options, chosen, run] {
        *chosen = [options, run](Context& context) { return run(*options, context); };
    });
}

/// The flag --json.
void add_json(Command& verb, bool& json, const Catalogue& words);

}  // namespace dudao::commands
