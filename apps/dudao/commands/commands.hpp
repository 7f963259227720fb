#pragma once

#include "base/catalogue.hpp"
#include "command.hpp"
#include "context.hpp"

#include <span>

namespace dudao::commands {

/// Where a command is declared, and what the user picked.
struct Declaring {
    Command app;  ///< of the noun
    const Catalogue& words;
    Action& chosen;
};

/// One word after `dudao`. Its options are declared only when it is asked for, since declaring all
/// of them costs more than a listing.
struct Noun {
    const char* name;
    const char* summary;  ///< English, to be translated
    void (*declare)(Declaring& to);
};

/// All of them, in the order of the loop.
std::span<const Noun> nouns() noexcept;

void declare_init(Declaring& to);
void declare_people(Declaring& to);
void declare_store(Declaring& to);
void declare_checklist(Declaring& to);
void declare_plan(Declaring& to);
void declare_inspect(Declaring& to);
void declare_evidence(Declaring& to);
void declare_issue(Declaring& to);
void declare_rectify(Declaring& to);
void declare_report(Declaring& to);
void declare_db(Declaring& to);

}  // namespace dudao::commands
