#pragma once

#include "context.hpp"
#include "report/screen.hpp"
#include "workflow/round.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace dudao {

/// What a round shows: nothing is drawn over, and no line is wider than the terminal.
class RoundScreen {
  public:
    /// Both must outlive it.
    RoundScreen(const Context& context, const workflow::Round& round)
        : context_(&context), round_(&round) {}

    /// A sentence, over several lines where it is long; blanks at its front indent all of them.
    /// `taken` columns of the first line are not free.
    void say(std::string_view sentence,
             report::Tone tone = report::Tone::plain,
             std::size_t taken = 0) const;

    /// What the round is, at its beginning.
    void opening() const;

    /// An item with all that its answer needs.
    void item(std::size_t position) const;

    /// The issue that a failed answer raises, or why it raises none; nothing for other answers.
    void issue(std::size_t position) const;

    /// How the item is looked at, by the checklist.
    void guidance(std::size_t position) const;

    /// The keys.
    void help() const;

    /// Items that are not answered, and answers without the evidence that they ask for.
    void open() const;

    /// What there is to do at the end.
    void closing() const;

  private:
    void waived() const;
    void past(std::size_t position) const;
    void questions(std::size_t position) const;
    std::vector<std::string> choice_texts(const domain::Item& item) const;
    void choices(const domain::Item& item) const;
    std::string score_text() const;

    const Context* context_;
    const workflow::Round* round_;
};

}  // namespace dudao
