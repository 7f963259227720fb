#pragma once

#include "context.hpp"
#include "store/evidence.hpp"
#include "term/issue_prompts.hpp"
#include "term/keyboard.hpp"
#include "term/round_screen.hpp"
#include "workflow/round.hpp"

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dudao {

/// Walks a round item by item with one key per answer. Nothing is drawn over: what was printed can
/// be scrolled back to, and it works in any terminal and through a pipe.
class RoundDialog {
  public:
    /// Both must outlive it. `evidence` is where files are kept that prove an answer.
    RoundDialog(const Context& context, workflow::Round& round, store::EvidenceFolder evidence);

    /// Until the round is submitted, or the user quits (everything is kept).
    ExitCode run();

  private:
    /// What a key led to.
    enum class Next { stay, forward, back, quit, interrupted };

    std::size_t shown_from(std::size_t position) const;
    std::size_t shown_before(std::size_t position) const;

    Next ask(std::size_t position);
    Next command(char32_t key, std::size_t position);
    Next answer_key(char32_t key, std::size_t position);
    Next answer_text(std::string text, std::size_t position);
    Next give(std::size_t position, const domain::Answer& answer);
    void remark(std::size_t position);
    void amend_issue(std::size_t position);
    void add_file(std::size_t position);
    void keep(std::size_t position, const std::filesystem::path& file);
    void go();
    void search(std::string_view wanted);
    std::optional<std::string> typed(std::string_view prompt);

    /// What a key does at the end of a round; nothing: it means nothing here.
    std::optional<ExitCode> close_with(char32_t key);
    ExitCode finish();
    ExitCode submit();
    ExitCode left(ExitCode code) const;

    const Context* context_;
    workflow::Round* round_;
    RoundScreen screen_;
    store::EvidenceFolder evidence_;
    Keyboard keyboard_;
    Clock clock_;
    std::size_t position_;
    std::optional<std::size_t> last_ = {};  ///< item that was answered last
    bool interrupted_ = false;              ///< Ctrl-C ended a line
};

}  // namespace dudao
