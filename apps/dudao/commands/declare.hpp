#pragma once

#include "commands/commands.hpp"
#include "options.hpp"

#include <CLI/CLI.hpp>

#include <memory>
#include <string>
#include <utility>

namespace dudao::commands {

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
    auto* verb = to.app.add_subcommand(name, std::string{summary});
    verb->footer(std::string{example});
    verb->fallthrough();
    bind(*verb, *options);
    auto* chosen = &to.chosen;
    verb->callback([options, chosen, run] {
        *chosen = [options, run](Context& context) { return run(*options, context); };
    });
}

/// The flag --json.
inline void add_json(CLI::App& verb, bool& json, const Catalogue& words) {
    verb.add_flag("--json", json, std::string{words.text("Print JSON for scripts")});
}

}  // namespace dudao::commands
