#include "saved_options.hpp"

#include "base/error.hpp"
#include "base/error_id.hpp"
#include "base/text.hpp"

#include <CLI/CLI.hpp>

#include <algorithm>

namespace dudao {

SavedOptions::SavedOptions() : app_(std::make_unique<CLI::App>()) {}

SavedOptions::~SavedOptions() = default;

Command SavedOptions::command() noexcept {
    return Command{*app_};
}

bool SavedOptions::has(const std::string& name) const {
    return app_->get_option_no_throw("--" + name) != nullptr;
}

void SavedOptions::read(const std::string& name, const std::vector<std::string>& values) {
    const bool is_flag = app_->get_option_no_throw("--" + name)->get_expected_max() == 0;
    std::vector<std::string> words;
    for (const auto& value : values) {
        if (!is_flag) {
            words.push_back("--" + name + '=' + value);
        } else if (value == "true") {
            words.push_back("--" + name);
        }
    }
    std::reverse(words.begin(), words.end());  // CLI11 takes them from the back
    try {
        app_->parse(words);
    } catch (const CLI::ParseError&) {
        throw Failure{Error{ErrorId::usage_bad_value, {joined(values, ", "), "--" + name}}};
    }
}

}  // namespace dudao
