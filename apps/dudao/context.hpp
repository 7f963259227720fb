#pragma once

#include "base/catalogue.hpp"
#include "env.hpp"
#include "report/screen.hpp"
#include "store/evidence.hpp"
#include "store/store.hpp"
#include "workflow/session.hpp"
#include "workspace.hpp"

#include <fmt/format.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace dudao {

/// A store that is open, and the session in it.
struct Opened {
    std::unique_ptr<store::Driver> driver;
    workflow::Session session;
};

/// Which rules of the workspace a session knows beside its settings: reading them takes longer than
/// a listing.
enum class Rules : std::uint8_t {
    by_need,   ///< the calendar and the waivers when it writes, else none
    planning,  ///< all of them, and the closed days
};

/// What a command works with, once the whole line has been parsed.
class Context {
  public:
    Context(Env& env, const GlobalOptions& options, Catalogue words, report::Screen screen)
        : env_(&env), options_(&options), words_(std::move(words)), screen_(screen) {}

    Env& env() const noexcept { return *env_; }
    std::ostream& out() const noexcept { return env_->out; }
    std::ostream& err() const noexcept { return env_->err; }
    const GlobalOptions& options() const noexcept { return *options_; }
    const Catalogue& words() const noexcept { return words_; }
    const report::Screen& screen() const noexcept { return screen_; }

    /// The moment that --now, DUDAO_NOW or the clock gives. Errors (thrown): bad_moment.
    Millis now() const;
    /// A clock that starts there and stands still when one of the first two is given.
    Clock clock() const;

    /// Found when first asked for.
    const Workspace& workspace() const;

    /// The store that the workspace or the options name. Errors (thrown): usage_no_workspace,
    /// usage_no_actor when `need` is writing and nobody said who acts, those of store::open().
    Opened open(store::Need need, Rules rules = Rules::by_need) const;

    /// Where photos and papers are kept.
    store::EvidenceFolder evidence() const { return store::EvidenceFolder{workspace().evidence}; }

    /// Who writes. Errors (thrown): usage_no_actor.
    store::Author author() const;

    /// A sentence for people on standard error, unless --quiet. `pattern` is translated already.
    template <class... Args>
    void note(std::string_view pattern, const Args&... args) const {
        if (!options_->quiet) {
            print_note(fmt::format(fmt::runtime(pattern), args...));
        }
    }

    /// A bar on standard error may be drawn.
    bool shows_progress() const noexcept { return env_->errors_are_terminal && !options_->quiet; }

  private:
    void print_note(std::string_view sentence) const;

    Env* env_;
    const GlobalOptions* options_;
    Catalogue words_;
    report::Screen screen_;
    mutable std::optional<Workspace> workspace_ = {};
};

/// What to do once the whole command line has parsed.
using Action = std::function<ExitCode(Context&)>;

}  // namespace dudao
