#include "help.hpp"

#include "report/wrap.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <ostream>
#include <utility>
#include <vector>

namespace dudao {

namespace {

using Lines = std::vector<std::pair<std::string, std::string>>;

/// "dudao store import": the app with those above it.
std::string full_name(const CLI::App& app) {
    const auto* above = app.get_parent();
    return above == nullptr ? app.get_name() : full_name(*above) + ' ' + app.get_name();
}

/// What stands after a name: " FILE", " [FILE]", " TEXT …".
std::string value_of(const CLI::Option& option) {
    if (option.get_items_expected_max() == 0) {
        return {};
    }
    const bool many = option.get_items_expected_max() > 1;
    return ' ' + option.get_type_name() + (many ? " …" : "");
}

std::string usage_of(const CLI::App& app) {
    std::string usage = full_name(app);
    if (!app.get_subcommands([](const CLI::App*) { return true; }).empty()) {
        return usage + " …";
    }
    for (const auto* option : app.get_options()) {
        if (option->get_positional()) {
            const auto name = option->get_name(true, false);
            usage += option->get_required() ? " " + name : " [" + name + "]";
        } else if (option->get_required()) {
            usage += ' ' + option->get_name() + value_of(*option);
        }
    }
    return usage + " [OPTION …]";
}

/// "-s,--severity WORD" or "FILE".
std::string left_of(const CLI::Option& option) {
    return option.get_positional() ? option.get_name(true, false)
                                   : option.get_name(false, true) + value_of(option);
}

Lines verbs_of(const CLI::App& app) {
    Lines lines;
    for (const auto* verb : app.get_subcommands([](const CLI::App*) { return true; })) {
        if (!verb->get_group().empty()) {
            lines.emplace_back(verb->get_name(), verb->get_description());
        }
    }
    return lines;
}

Lines options_of(const CLI::App& app) {
    Lines lines;
    for (const auto* option : app.get_options()) {
        if (!option->get_group().empty()) {
            lines.emplace_back(left_of(*option), option->get_description());
        }
    }
    return lines;
}

constexpr std::size_t least_text = 32;  ///< columns that are worth a column of their own

/// A text in the columns that `indent` leaves.
std::vector<std::string> text_lines(std::string_view text,
                                    std::size_t indent,
                                    const report::Screen& screen) {
    return report::wrapped(
        text,
        std::max(least_text / 2, screen.columns - std::min(screen.columns, indent)),
        screen.ambiguous);
}

void print_lines(std::ostream& out,
                 std::string_view title,
                 const Lines& lines,
                 const report::Screen& screen) {
    if (lines.empty()) {
        return;
    }
    constexpr std::size_t widest = 30;
    std::size_t width = 0;
    for (const auto& [left, right] : lines) {
        width = std::max(width, std::min(widest, display_width(left, screen.ambiguous)));
    }
    out << '\n' << title << '\n';
    // A narrow terminal shows what each means below it.
    const bool narrow = screen.columns < width + least_text;
    const auto indent = std::string(narrow ? 6 : width + 4, ' ');
    for (const auto& [left, right] : lines) {
        const bool below = narrow || display_width(left, screen.ambiguous) > width;
        out << "  " << (below ? left : padded(left, width + 2, screen.ambiguous));
        bool first = !below;
        for (const auto& line : text_lines(right, indent.size(), screen)) {
            out << (first ? "" : '\n' + indent) << line;
            first = false;
        }
        out << '\n';
    }
}

}  // namespace

void print_help(std::ostream& out,
                const CLI::App& app,
                const Catalogue& words,
                const report::Screen& screen) {
    out << app.get_description() << "\n\n" << words.text("Usage:") << ' ' << usage_of(app) << '\n';
    print_lines(out, words.text("Commands:"), verbs_of(app), screen);
    print_lines(out, words.text("Options:"), options_of(app), screen);
    if (app.get_parent() != nullptr) {
        const auto* root = &app;
        while (root->get_parent() != nullptr) {
            root = root->get_parent();
        }
        print_lines(out, words.text("Options of every command:"), options_of(*root), screen);
    }
    if (!app.get_footer().empty()) {
        out << '\n' << words.text("Example:") << '\n' << app.get_footer() << '\n';
    }
}

}  // namespace dudao
