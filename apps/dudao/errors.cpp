#include "errors.hpp"

#include "base/text.hpp"
#include "output/excerpt.hpp"
#include "report/table.hpp"
#include "report/wording.hpp"
#include "words/error_words.hpp"

#include <fmt/args.h>
#include <fmt/format.h>

#include <ostream>

namespace dudao {

namespace {

/// Null for an id without words, which a test would not let pass.
const ErrorWords* words_of(ErrorId id) {
    for (const auto table : {base_error_words(),
                             yaml_error_words(),
                             exchange_error_words(),
                             store_error_words(),
                             workflow_error_words(),
                             usage_error_words()}) {
        for (const auto& each : table) {
            if (each.id == id) {
                return &each;
            }
        }
    }
    return nullptr;
}

/// One argument in the language of `words`: words of ours are translated, one or a list of them.
std::string said(const Arg& arg, const Catalogue& words) {
    if (arg.context.empty()) {
        return report::one_line(arg.text);
    }
    constexpr std::string_view separator = ", ";
    std::string text;
    std::string_view rest = arg.text;
    for (auto end = rest.find(separator); end != std::string_view::npos;
         end = rest.find(separator)) {
        text += report::shown(words, arg.context, rest.substr(0, end));
        text += words.text("list separator", ", ");
        rest.remove_prefix(end + separator.size());
    }
    return text + report::shown(words, arg.context, rest);
}

/// No word that is known is near to what was written: the last argument is empty, or the list of
/// all.
bool suggests_nothing(const Error& error) {
    const auto count = error.args.size();
    return count > 0 && (error.args[count - 1].text.empty() ||
                         (count > 1 && error.args[count - 1] == error.args[count - 2]));
}

std::string filled(std::string_view pattern, const Error& error, const Catalogue& words) {
    fmt::dynamic_format_arg_store<fmt::format_context> args;
    for (const auto& arg : error.args) {
        args.push_back(said(arg, words));
    }
    try {
        return fmt::vformat(pattern, args);
    } catch (const fmt::format_error&) {
        return std::string{pattern};
    }
}

void print(std::ostream& err,
           const Error& error,
           const Catalogue& words,
           std::string_view kind,
           std::string_view excerpt,
           std::string_view hint) {
    const auto place = to_text(error.place);
    err << "dudao: " << term_safe(place) << (place.empty() ? "" : ": ") << kind
        << fmt::format(" E{}: ", static_cast<unsigned>(error.id))
        << term_safe(message_of(error, words), true) << '\n'
        << excerpt;
    if (!hint.empty()) {
        err << "  " << term_safe(hint, true) << '\n';
    }
}

}  // namespace

std::string message_of(const Error& error, const Catalogue& words) {
    const auto* found = words_of(error.id);
    return found == nullptr ? std::string{"?"} : filled(words.text(found->message), error, words);
}

std::string hint_of(const Error& error, const Catalogue& words) {
    const auto* found = words_of(error.id);
    if (found == nullptr || *found->hint == '\0') {
        return {};
    }
    const bool without = found->without_suggestion != nullptr && suggests_nothing(error);
    return filled(words.text(without ? found->without_suggestion : found->hint), error, words);
}

void print_error(std::ostream& err,
                 const Error& error,
                 const Catalogue& words,
                 const report::Screen& screen,
                 std::string_view source) {
    const auto kind = report::painted(words.text("error"), report::Tone::bad, screen);
    print(err, error, words, kind, excerpt(source, error.place, screen), hint_of(error, words));
}

void print_errors(std::ostream& err,
                  const std::vector<Error>& errors,
                  const Catalogue& words,
                  const report::Screen& screen) {
    const auto kind = report::painted(words.text("error"), report::Tone::bad, screen);
    std::string last;
    for (const auto& error : errors) {
        auto hint = hint_of(error, words);
        print(err, error, words, kind, {}, hint == last ? std::string{} : hint);
        last = std::move(hint);
    }
}

void print_warning(std::ostream& err,
                   const Error& warning,
                   const Catalogue& words,
                   const report::Screen& screen,
                   std::string_view source) {
    const auto kind = report::painted(words.text("warning"), report::Tone::warn, screen);
    print(
        err, warning, words, kind, excerpt(source, warning.place, screen), hint_of(warning, words));
}

ExitCode exit_code(Errc errc) noexcept {
    return static_cast<ExitCode>(errc);
}

}  // namespace dudao
