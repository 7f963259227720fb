#include "commands/issue_view.hpp"

#include "base/error_id.hpp"
#include "base/file.hpp"
#include "base/text.hpp"
#include "options.hpp"
#include "saved_options.hpp"
#include "yaml/views.hpp"

#include <algorithm>

namespace dudao::commands {

namespace {

constexpr std::string_view settings_file = "dudao.yaml";

/// urgency,-raised as keys. Errors (thrown): unknown_word.
std::vector<workflow::IssueSortKey> sort_keys(const std::string& text) {
    std::vector<workflow::IssueSortKey> keys;
    for (const auto& part : split_list(text, ",")) {
        const bool reversed = part.starts_with('-');
        keys.push_back(
            {given(domain::issue_columns.parse(part.substr(reversed ? 1 : 0))), reversed});
    }
    return keys;
}

/// Errors (thrown): unknown_word.
std::vector<domain::IssueColumn> columns_of(const std::string& text) {
    std::vector<domain::IssueColumn> columns;
    for (const auto& part : split_list(text, ",")) {
        columns.push_back(given(domain::issue_columns.parse(part)));
    }
    return columns;
}

/// Errors (thrown): no_such_view, every mistake in the file.
yaml::View find_view(const Context& context, const std::string& name) {
    constexpr std::size_t most = 1U << 20U;
    std::vector<yaml::View> views;
    if (const auto& root = context.workspace().root) {
        const auto path = *root / settings_file;
        auto reading = yaml::read_views(read_file(path, most).or_throw(), path.string());
        if (!reading.views) {
            throw Failure{std::move(reading.errors)};
        }
        views = *std::move(reading.views);
    }
    std::vector<std::string> names;
    for (auto& view : views) {
        if (view.name == name) {
            return std::move(view);
        }
        names.push_back(view.name);
    }
    throw Failure{Error{ErrorId::no_such_view,
                        {name, names.empty() ? std::string{"-"} : joined(names, ", ")}}};
}

/// The error of a mistake in a view, at its place.
Error placed(Error error, const yaml::ViewOption& option) {
    error.place = option.place;
    error.errc = Errc::input;
    return error;
}

/// What is wrong with an option is told at its place.
void read_option(SavedOptions& options, const yaml::ViewOption& option) {
    if (!options.has(option.name) || option.name == "view" || option.name == "json") {
        throw Failure{placed(Error{ErrorId::view_option_unknown, {option.name}}, option)};
    }
    try {
        options.read(option.name, option.values);
    } catch (const Failure& failure) {
        throw Failure{placed(failure.error(), option)};
    }
}

}  // namespace

void add_look(Command& verb, IssueLook& look, const Catalogue& words) {
    const auto text = [&](std::string_view english) { return std::string{words.text(english)}; };
    verb.add_option("--view", look.view, text("As a view in dudao.yaml says; options come on top"))
        ->type_name("NAME");
    verb.add_option_function<std::string>(
            "--sort",
            [&look](const std::string& names) { look.sort = sort_keys(names); },
            text("Sort by these, such as urgency,-raised; - turns the order round"))
        ->type_name("NAME,…");
    verb.add_option_function<std::string>(
            "--columns",
            [&look](const std::string& names) { look.columns = columns_of(names); },
            text("Show these, such as id,due,store,channel,labels"))
        ->type_name("NAME,…");
}

void apply_view(const Context& context,
                const std::string& name,
                const std::vector<std::string>& given,
                const std::function<void(Command&)>& bind) {
    if (name.empty()) {
        return;
    }
    for (const auto& option : find_view(context, name).options) {
        if (std::find(given.begin(), given.end(), option.name) != given.end()) {
            continue;
        }
        SavedOptions options;
        auto command = options.command();
        bind(command);
        read_option(options, option);
    }
}

}  // namespace dudao::commands
