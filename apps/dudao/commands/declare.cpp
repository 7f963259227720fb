#include "commands/declare.hpp"

namespace dudao::commands {

Command add_group(Declaring& to, const char* name, std::string_view summary) {
    auto group = to.app.add_verb(name, std::string{summary});
    group.require_verb();
    return group;
}

void add_json(Command& verb, bool& json, const Catalogue& words) {
    verb.add_flag("--json", json, std::string{words.text("Print JSON for scripts")});
}

}  // namespace dudao::commands
