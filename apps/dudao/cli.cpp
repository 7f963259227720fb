#include "cli.hpp"

#include "base/error_id.hpp"
#include "base/nearest.hpp"
#include "commands/commands.hpp"
#include "complete.hpp"
#include "context.hpp"
#include "errors.hpp"
#include "help.hpp"
#include "language.hpp"
#include "options.hpp"
#include "version.hpp"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <array>
#include <ostream>
#include <set>

namespace dudao {

namespace {

using Args = std::vector<std::string>;

/// Options before the noun that take a value.
constexpr std::array<std::string_view, 6> with_value{
    "-C", "--db", "--actor", "--lang", "--now", "--ambiguous-width"};

/// Before the words of a line that a shell completes; in no help.
constexpr std::string_view complete_word = "__complete";

/// The first word that is no option: the noun; empty when there is none.
std::string noun_of(const Args& args) {
    for (std::size_t at = 0; at < args.size(); ++at) {
        if (args[at].empty() || args[at].front() != '-') {
            return args[at];
        }
        if (std::find(with_value.begin(), with_value.end(), args[at]) != with_value.end()) {
            ++at;
        }
    }
    return {};
}

/// The value of an option anywhere on the line, before it has been parsed: what the language of
/// help and errors depends on.
std::string early_value(const Args& args, std::string_view option) {
    for (std::size_t at = 0; at < args.size(); ++at) {
        if (args[at] == option && at + 1 < args.size()) {
            return args[at + 1];
        }
        if (args[at].starts_with(option) && args[at].size() > option.size() &&
            args[at][option.size()] == '=') {
            return args[at].substr(option.size() + 1);
        }
    }
    return {};
}

bool has(const Args& args, std::string_view flag) {
    return std::find(args.begin(), args.end(), flag) != args.end();
}

/// As `dudao help store import`: the same as `dudao store import --help`.
Args without_help_noun(Args args) {
    if (!args.empty() && args.front() == "help") {
        args.erase(args.begin());
        args.emplace_back("--help");
    }
    return args;
}

void declare_options(CLI::App& root, GlobalOptions& options, const Catalogue& words) {
    const auto text = [&](std::string_view english) { return std::string{words.text(english)}; };
    root.set_help_flag("-h,--help", text("Print this help"));
    root.set_version_flag("--version", "dudao " + std::string{version}, text("Print the version"));
    root.add_option("-C", options.folder, text("Work in this folder"))->type_name("DIR");
    root.add_option("--db", options.store, text("Store: a file, or postgresql://…"))
        ->type_name("FILE|URL");
    root.add_option("--actor", options.actor, text("Code of the person who acts"))
        ->type_name("CODE");
    root.add_option("--lang", options.language, text("Language: zh-CN, zh-TW or en"))
        ->type_name("LANG");
    root.add_option("--now", options.now, text("Act as if it were this moment"))->type_name("TIME");
    root.add_option("--ambiguous-width",
                    options.ambiguous,
                    text("Columns that … “ ” ① take in your terminal: 1 or 2"))
        ->type_name("1|2");
    root.add_flag("--no-color", options.no_colour, text("Print without colour"));
    root.add_flag("-q,--quiet", options.quiet, text("Print no remarks on standard error"));
}

report::Screen screen_of(const Env& env, const Args& args) {
    report::Screen screen{.columns = env.columns};
    const auto ambiguous = early_value(args, "--ambiguous-width");
    if (ambiguous == "2" || env.variable("DUDAO_AMBIGUOUS_WIDTH") == "2") {
        screen.ambiguous = AmbiguousWidth::two;
    }
    screen.colour = env.output_is_terminal && !has(args, "--no-color") &&
                    !env.variable("NO_COLOR") && env.variable("TERM") != "dumb";
    return screen;
}

/// The app that the user got to: the deepest subcommand on the line.
const CLI::App& deepest(const CLI::App& root) {
    const auto picked = root.get_subcommands();
    return picked.empty() ? root : deepest(*picked.front());
}

std::vector<std::string_view> names_of(const std::vector<std::string>& names) {
    return {names.begin(), names.end()};
}

std::vector<std::string> verbs_of(const CLI::App& app) {
    std::vector<std::string> names;
    for (const auto* verb : app.get_subcommands([](const CLI::App*) { return true; })) {
        names.push_back(verb->get_name());
    }
    return names;
}

std::vector<std::string> options_of(const CLI::App& app) {
    std::vector<std::string> names;
    for (const auto* option : app.get_options()) {
        for (const auto& name : option->get_lnames()) {
            names.push_back("--" + name);
        }
    }
    if (app.get_parent() != nullptr) {
        const auto above = options_of(*app.get_parent());
        names.insert(names.end(), above.begin(), above.end());
    }
    return names;
}

/// Every noun by its name, and the options of the one that is wanted.
void declare_nouns(CLI::App& root,
                   std::string_view wanted,
                   const Catalogue& words,
                   Action& chosen) {
    for (const auto& noun : commands::nouns()) {
        auto* app = root.add_subcommand(noun.name, std::string{words.text(noun.summary)});
        app->fallthrough();
        if (wanted == noun.name) {
            commands::Declaring to{Command{*app}, words, chosen};
            noun.declare(to);
            app->require_subcommand(verbs_of(*app).empty() ? 0 : 1);
        }
    }
}

/// What people typed that the command does not know.
Error unknown(const CLI::App& app, const std::string& word) {
    const bool option = word.starts_with('-');
    const auto known = option ? options_of(app) : verbs_of(app);
    const auto near = nearest(word.substr(0, word.find('=')), names_of(known));
    const auto id =
        option ? ErrorId::usage_unknown_option
               : (known.empty() ? ErrorId::usage_too_many_words : ErrorId::usage_unknown_command);
    return {id, {word, near.value_or("")}};
}

/// The option that a complaint of CLI11 names; null when it names none.
const CLI::Option* option_in(const CLI::App& app, std::string_view complaint) {
    const CLI::Option* found = nullptr;
    for (const auto* option : app.get_options()) {
        const auto name = option->get_name();
        const bool longer = found == nullptr || name.size() > found->get_name().size();
        if (!name.empty() && longer && complaint.find(name) != std::string_view::npos) {
            found = option;
        }
    }
    const auto* above = app.get_parent();
    return found != nullptr || above == nullptr ? found : option_in(*above, complaint);
}

/// What is wrong with an option's value, of which CLI11 speaks English only.
Error value_error(const CLI::App& app, const CLI::ParseError& complaint) {
    const auto* option = option_in(app, complaint.what());
    if (option == nullptr) {
        return {ErrorId::usage_parse, {complaint.what()}};
    }
    if (dynamic_cast<const CLI::ConversionError*>(&complaint) != nullptr &&
        option->get_items_expected_max() > 0 && option->count() > 0) {
        return {ErrorId::usage_bad_value, {option->results().back(), option->get_name()}};
    }
    if (dynamic_cast<const CLI::ArgumentMismatch*>(&complaint) != nullptr) {
        const auto name = option->get_name();
        return option->count() > 1
                   ? Error{ErrorId::usage_too_many_words, {name}}
                   : Error{ErrorId::usage_required, {name + ' ' + option->get_type_name()}};
    }
    return {ErrorId::usage_parse, {complaint.what()}};
}

/// CLI11's complaint as an error of ours.
Error usage_error(const CLI::App& root, const CLI::ParseError& complaint) {
    const auto& app = deepest(root);
    const auto extras = root.remaining(true);
    if (!extras.empty()) {
        return unknown(app, extras.front());
    }
    if (!verbs_of(app).empty()) {
        return {ErrorId::usage_no_command, {app.get_name()}};
    }
    for (const auto* option : app.get_options()) {
        if (option->get_required() && option->count() == 0) {
            return {ErrorId::usage_required, {option->get_name()}};
        }
    }
    return value_error(app, complaint);
}

ExitCode report_failure(const Failure& failure,
                        Env& env,
                        const Catalogue& words,
                        const report::Screen& screen) {
    print_errors(env.err, failure.errors(), words, screen);
    return exit_code(failure.error().errc);
}

/// The language of texts: the options and the environment say, else the workspace's settings do.
Catalogue words_for(const Env& env, const Args& args) {
    const auto said = language_of(env, early_value(args, "--lang"));
    if (said) {
        return catalogue(*said);
    }
    try {
        return catalogue(find_workspace(env, {.folder = early_value(args, "-C")}).language);
    } catch (const Failure&) {
        return {};  // told once the command needs the settings
    }
}

}  // namespace

ExitCode run_cli(const std::vector<std::string>& given_args, Env& env) {
    const auto args = without_help_noun(given_args);
    const auto words = words_for(env, args);
    const auto screen = screen_of(env, args);
    GlobalOptions options;
    Action chosen;
    CLI::App root{std::string{words.text("Operations supervision of chains, from plan to report")},
                  "dudao"};
    try {
        declare_options(root, options, words);
        root.require_subcommand(1);
        const bool completes = !args.empty() && args.front() == complete_word;
        const Args line{args.begin() + (completes ? 1 : 0), args.end()};
        declare_nouns(root, noun_of(line), words, chosen);
        if (completes) {
            print_candidates(env.out, root, line);
            return ExitCode::ok;
        }
        auto reversed = args;
        std::reverse(reversed.begin(), reversed.end());  // CLI11 takes them last first
        root.parse(reversed);
        check_language(options);
        Context context{env, options, words, screen};
        return chosen(context);
    } catch (const CLI::CallForHelp&) {
        print_help(env.out, deepest(root), words, screen);
        return ExitCode::ok;
    } catch (const CLI::CallForVersion& asked) {
        env.out << asked.what() << '\n';
        return ExitCode::ok;
    } catch (const CLI::ParseError& complaint) {
        print_error(env.err, usage_error(root, complaint), words, screen);
        return ExitCode::usage;
    } catch (const Failure& failure) {
        return report_failure(failure, env, words, screen);
    } catch (const std::exception& bug) {
        env.err << "dudao: " << words.text("internal error") << ": " << bug.what() << '\n';
        return ExitCode::bug;
    }
}

}  // namespace dudao
