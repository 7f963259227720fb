#include "complete.hpp"

#include <CLI/CLI.hpp>

#include <ostream>
#include <vector>

namespace dudao {

namespace {

const CLI::Option* find_option(const CLI::App& app, const std::string& name) {
    for (const auto* option : app.get_options()) {
        if (!option->get_positional() && option->check_name(name)) {
            return option;
        }
    }
    return app.get_parent() == nullptr ? nullptr : find_option(*app.get_parent(), name);
}

/// Whether this option of `app`, or of those above it, is followed by a value of its own.
bool takes_value(const CLI::App& app, const std::string& option) {
    const auto* found = find_option(app, option);
    return found != nullptr && found->get_items_expected_max() > 0;
}

std::vector<const CLI::App*> verbs_of(const CLI::App& app) {
    return app.get_subcommands([](const CLI::App*) { return true; });
}

const CLI::App* find_verb(const CLI::App& app, const std::string& name) {
    for (const auto* verb : verbs_of(app)) {
        if (verb->get_name() == name) {
            return verb;
        }
    }
    return nullptr;
}

void print_if(std::ostream& out,
              const std::string& name,
              const std::string& begun,
              const std::string& meaning) {
    if (name.starts_with(begun)) {
        out << name << '\t' << meaning << '\n';
    }
}

void print_options(std::ostream& out,
                   const CLI::App& app,
                   const std::string& begun,
                   const CLI::Option* without) {
    for (const auto* option : app.get_options()) {
        if (option == without) {
            continue;
        }
        for (const auto& name : option->get_lnames()) {
            print_if(out, "--" + name, begun, option->get_description());
        }
        for (const auto& name : option->get_snames()) {
            print_if(out, "-" + name, begun, option->get_description());
        }
    }
}

}  // namespace

void print_candidates(std::ostream& out, const CLI::App& root, std::span<const std::string> words) {
    if (words.empty()) {
        return;
    }
    const auto* app = &root;
    bool is_value = false;
    for (const auto& word : words.first(words.size() - 1)) {
        if (is_value) {
            is_value = false;
        } else if (word.starts_with('-')) {
            is_value = takes_value(*app, word);
        } else if (const auto* verb = find_verb(*app, word)) {
            app = verb;
        } else if (!verbs_of(*app).empty()) {
            return;
        }
    }
    const auto& begun = words.back();
    if (is_value) {
        return;
    }
    if (!begun.starts_with('-')) {
        for (const auto* verb : verbs_of(*app)) {
            print_if(out, verb->get_name(), begun, verb->get_description());
        }
        return;
    }
    print_options(out, *app, begun, nullptr);
    if (app != &root) {
        print_options(out, root, begun, root.get_help_ptr());
    }
}

}  // namespace dudao
