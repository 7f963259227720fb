#include "commands/commands.hpp"
#include "words/error_words.hpp"

#include <array>

namespace dudao::commands {

std::span<const Noun> nouns() noexcept {
    static constexpr std::array<Noun, 11> all{{
        {"init", N_("Make a workspace: settings, checklists, store"), declare_init},
        {"people", N_("People: supervisors, heads, approvers"), declare_people},
        {"store", N_("Stores and other units"), declare_store},
        {"checklist", N_("Checklists: check, publish, show"), declare_checklist},
        {"plan", N_("Plans: draft, approve, publish, follow"), declare_plan},
        {"inspect", N_("Rounds and visits: do, import, show, explain"), declare_inspect},
        {"evidence", N_("Photos and papers that prove what was seen"), declare_evidence},
        {"issue", N_("Issues: list, show, raise, assign"), declare_issue},
        {"rectify",
         N_("Rectification: plan, progress, submit, accept or reject, ledger"),
         declare_rectify},
        {"report", N_("Reports"), declare_report},
        {"db", N_("The store's data: verify, log, migrate"), declare_db},
    }};
    return all;
}

}  // namespace dudao::commands
