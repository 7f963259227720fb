#include "command.hpp"

#include <CLI/CLI.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

namespace dudao {

OptionRef OptionRef::required(bool is_required) {
    option_->required(is_required);
    return *this;
}

OptionRef OptionRef::type_name(std::string name) {
    option_->type_name(std::move(name));
    return *this;
}

OptionRef OptionRef::repeated() {
    option_->expected(1)->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
    return *this;
}

OptionRef OptionRef::delimiter(char mark) {
    option_->delimiter(mark);
    return *this;
}

OptionRef OptionRef::excludes(OptionRef other) {
    option_->excludes(other.option_);
    return *this;
}

OptionRef OptionRef::needs(OptionRef other) {
    option_->needs(other.option_);
    return *this;
}

template <class T>
OptionRef Command::add_option(std::string names, T& into, std::string help) {
    return OptionRef{*app_->add_option(std::move(names), into, std::move(help))};
}

template <class T>
OptionRef Command::add_option_function(std::string names,
                                       std::function<void(const T&)> take,
                                       std::string help) {
    return OptionRef{*app_->add_option_function<T>(std::move(names), take, std::move(help))};
}

OptionRef Command::add_flag(std::string names, bool& into, std::string help) {
    return OptionRef{*app_->add_flag(std::move(names), into, std::move(help))};
}

OptionRef Command::add_flag_callback(std::string names,
                                     std::function<void()> act,
                                     std::string help) {
    return OptionRef{*app_->add_flag_callback(std::move(names), std::move(act), std::move(help))};
}

Command Command::add_verb(const char* name, std::string summary) {
    auto* verb = app_->add_subcommand(name, std::move(summary));
    verb->fallthrough();
    return Command{*verb};
}

void Command::footer(std::string example) {
    app_->footer(std::move(example));
}

void Command::callback(std::function<void()> act) {
    app_->callback(std::move(act));
}

void Command::require_verb() {
    app_->require_subcommand(1);
}

std::vector<std::string> Command::given() const {
    std::vector<std::string> names;
    for (const auto* option : app_->get_options()) {
        if (option->count() > 0) {
            names.push_back(option->get_single_name());
        }
    }
    return names;
}

using Text = std::string;
using Texts = std::vector<std::string>;

template OptionRef Command::add_option(Text, Text&, Text);
template OptionRef Command::add_option(Text, Texts&, Text);
template OptionRef Command::add_option(Text, int&, Text);
template OptionRef Command::add_option(Text, std::uint64_t&, Text);
template OptionRef Command::add_option(Text, std::optional<Text>&, Text);
template OptionRef Command::add_option(Text, std::optional<int>&, Text);
template OptionRef Command::add_option(Text, std::optional<std::size_t>&, Text);
template OptionRef Command::add_option_function(Text, std::function<void(const Text&)>, Text);
template OptionRef Command::add_option_function(Text, std::function<void(const Texts&)>, Text);
template OptionRef Command::add_option_function(Text, std::function<void(const int&)>, Text);

}  // namespace dudao
