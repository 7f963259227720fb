#include "term/issue_prompts.hpp"

#include "base/text.hpp"
#include "base/width.hpp"
#include "domain/issue.hpp"
#include "report/table.hpp"
#include "report/wording.hpp"

#include <algorithm>
#include <charconv>
#include <functional>
#include <ostream>
#include <vector>

namespace dudao {

namespace {

/// The one of `words` that begins with what was typed, or is it: in English or as it is shown.
std::optional<std::string> completed(const Catalogue& catalogue,
                                     std::string_view kind,
                                     const std::vector<std::string_view>& words,
                                     const std::string& text) {
    const auto typed = ascii_lower(text);
    std::optional<std::string> found;
    for (const auto word : words) {
        const auto shown = ascii_lower(report::shown(catalogue, kind, word));
        if (word == typed || shown == typed) {
            return std::string{word};
        }
        if (word.starts_with(typed) || shown.starts_with(typed)) {
            if (found) {
                return std::nullopt;
            }
            found = word;
        }
    }
    return found;
}

std::string listed(const Catalogue& words,
                   std::string_view kind,
                   const std::vector<std::string_view>& all) {
    std::string list;
    for (const auto word : all) {
        list += list.empty() ? "  " : words.text("list separator", ", ");
        list += report::shown(words, kind, word);
    }
    return list;
}

/// Asks about one issue.
class Prompts {
  public:
    Prompts(const Context& context,
            const workflow::Round& round,
            std::size_t position,
            const Typed& typed)
        : env_(&context.env()),
          words_(&context.words()),
          screen_(&context.screen()),
          round_(&round),
          say_(context, round),
          item_(&round.item(position)),
          amendment_(round.answer(position).detail.issue),
          typed_(&typed) {}

    std::optional<domain::IssueAmendment> ask() {
        say_.say(fmt::format(
            fmt::runtime(words_->text(
                "  issue of {}: Enter keeps what is in brackets, - is as the checklist says")),
            item_->id));
        if (!ask_text(words_->text("none, because"), amendment_.declined, "")) {
            return std::nullopt;
        }
        if (!amendment_.declined.empty()) {
            return amendment_;
        }
        if (!ask_category() || !ask_urgency() || !ask_department() || !ask_days() || !ask_texts()) {
            return std::nullopt;
        }
        if (!item_->issue) {
            amendment_.category = rule().category;  // or nothing might be said, and none be raised
        }
        return amendment_;
    }

  private:
    /// Takes what was typed; false where it is nothing of the kind.
    using Take = std::function<bool(const std::string& text)>;

    domain::IssueRule rule() const { return domain::amended_rule(*item_, amendment_); }

    std::string prompt(std::string_view label, std::string_view now) const {
        constexpr std::size_t least = 8;
        constexpr std::size_t around = 16;  // marks, and room to type in
        const auto taken = display_width(label, screen_->ambiguous) + around;
        const auto room = std::max(least, screen_->columns - std::min(screen_->columns, taken));
        const auto shown = fitted(report::one_line(now), room, screen_->ambiguous);
        return fmt::format("  {}{}{}",
                           label,
                           shown.empty() ? std::string{} : fmt::format(" [{}]", shown),
                           words_->text("after a label", ": "));
    }

    /// Enter keeps what is there, '-' is `as_ruled`, and what `take` refuses is asked again. False
    /// where it was broken off.
    bool ask_one(std::string_view label,
                 std::string_view now,
                 const std::function<void()>& as_ruled,
                 const Take& take) {
        for (;;) {
            const auto text = (*typed_)(prompt(label, now));
            if (!env_->input_is_terminal) {
                env_->out << '\n';  // where nothing echoes what ended the line
            }
            if (!text) {
                return false;
            }
            if (*text == "-") {
                as_ruled();
                return true;
            }
            if (text->empty() || (is_line(*text) && take(*text))) {
                return true;
            }
            say_.say(fmt::format(fmt::runtime(words_->text("  {} is no answer here")),
                                 term_safe(*text)));
        }
    }

    bool ask_text(std::string_view label, std::string& into, std::string_view otherwise) {
        return ask_one(
            label,
            into.empty() ? otherwise : into,
            [&] { into.clear(); },
            [&](const std::string& text) {
                into = text;
                return true;
            });
    }

    bool ask_category() {
        constexpr std::string_view kind = "issue category";
        const std::vector<std::string_view> known{domain::common_categories.begin(),
                                                  domain::common_categories.end()};
        say_.say(listed(*words_, kind, known), report::Tone::dim);
        return ask_one(
            words_->text("category"),
            report::shown(*words_, kind, rule().category),
            [&] { amendment_.category.clear(); },
            [&](const std::string& text) {
                const auto word = completed(*words_, kind, known, text);
                const bool good = word || domain::is_category(text);
                amendment_.category = good ? word.value_or(text) : amendment_.category;
                return good;
            });
    }

    bool ask_urgency() {
        const auto& urgencies = domain::urgencies;
        std::vector<std::string_view> known;
        for (const auto& [urgency, word] : urgencies.words) {
            known.push_back(word);
        }
        say_.say(listed(*words_, urgencies.kind, known), report::Tone::dim);
        return ask_one(
            words_->text("urgency"),
            report::shown(*words_, urgencies, rule().urgency),
            [&] { amendment_.urgency.reset(); },
            [&](const std::string& text) {
                const auto word = completed(*words_, urgencies.kind, known, text);
                if (word) {
                    amendment_.urgency = urgencies.parse(*word).or_throw();
                }
                return word.has_value();
            });
    }

    /// The store's own code stands for nobody else.
    bool ask_department() {
        const auto& own = round_->unit().code;
        const auto now = rule().department;
        return ask_one(
            words_->text("department"),
            now.empty() ? own : now,
            [&] { amendment_.department.reset(); },
            [&](const std::string& text) {
                const bool good = text == own || round_->is_unit(text);
                if (good) {
                    amendment_.department = text == own ? std::string{} : text;
                }
                return good;
            });
    }

    bool ask_days() {
        return ask_one(
            words_->text("days to rectify"),
            std::to_string(round_->days_of(rule())),
            [&] { amendment_.days.reset(); },
            [&](const std::string& text) {
                int days = 0;
                const auto* const end = text.data() + text.size();
                const auto read = std::from_chars(text.data(), end, days);
                const bool good = read.ec == std::errc{} && read.ptr == end && days >= 0 &&
                                  days <= domain::most_issue_days;
                amendment_.days = good ? std::optional{days} : amendment_.days;
                return good;
            });
    }

    bool ask_texts() {
        const auto& language = words_->language();
        const auto ruled = item_->issue ? item_->issue->measure : domain::LocalText{};
        return ask_text(words_->text("what is wrong"), amendment_.text, item_->text.in(language)) &&
               ask_text(words_->text("suggested measure"), amendment_.measure, ruled.in(language));
    }

    Env* env_;
    const Catalogue* words_;
    const report::Screen* screen_;
    const workflow::Round* round_;
    RoundScreen say_;
    const domain::Item* item_;
    domain::IssueAmendment amendment_;
    const Typed* typed_;
};

}  // namespace

std::optional<domain::IssueAmendment> ask_amendment(const Context& context,
                                                    const workflow::Round& round,
                                                    std::size_t position,
                                                    const Typed& typed) {
    return Prompts{context, round, position, typed}.ask();
}

}  // namespace dudao
