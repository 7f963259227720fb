#include "yaml/translations.hpp"

#include "base/error_id.hpp"
#include "base/text.hpp"

#include <algorithm>
#include <iterator>

namespace dudao::yaml {

namespace {

bool has(const std::vector<std::string>& list, const std::string& value) {
    return std::find(list.begin(), list.end(), value) != list.end();
}

void add_new(std::vector<std::string>& list, const std::vector<std::string>& values) {
    std::copy_if(values.begin(), values.end(), std::back_inserter(list), [&](const auto& value) {
        return !has(list, value);
    });
}

/// Those of `wanted` that `given` lacks. A text given once has no language of its own: it counts as
/// the first one wanted.
std::vector<std::string> missing_of(const std::vector<std::string>& given,
                                    const std::vector<std::string>& wanted) {
    std::vector<std::string> missing;
    std::copy_if(
        wanted.begin(), wanted.end(), std::back_inserter(missing), [&](const auto& language) {
            return !has(given, language);
        });
    if (given.empty() && !missing.empty()) {
        missing.erase(missing.begin());
    }
    return missing;
}

bool is_one_line(TextKind kind) noexcept {
    return kind != TextKind::guidance && kind != TextKind::measure;
}

}  // namespace

domain::LocalText Translations::read(MapReader& map, std::string_view key, TextKind kind) {
    const auto* node = map.find(key);
    return node == nullptr ? domain::LocalText{} : read(*node, map.problems(), kind);
}

domain::LocalText Translations::read(const Node& node, Problems& problems, TextKind kind) {
    auto text = read_local_text(node, problems, is_one_line(kind));
    Given given{&node, {}};
    for (const auto& [language, each] : text.all()) {
        if (!language.empty()) {
            given.languages.push_back(language);
        }
    }
    given_.at(static_cast<std::size_t>(kind)).push_back(std::move(given));
    return text;
}

domain::LocalText Translations::must_read(MapReader& map, std::string_view key, TextKind kind) {
    map.must_find(key);
    return read(map, key, kind);
}

void Translations::report_missing(Problems& problems) const {
    for (const auto& texts : given_) {
        std::vector<std::string> languages;
        for (const auto& text : texts) {
            add_new(languages, text.languages);
        }
        for (const auto& text : texts) {
            const auto missing = missing_of(text.languages, languages);
            if (!missing.empty()) {
                problems.warning(*text.node, ErrorId::translation_missing, {joined(missing, ", ")});
            }
        }
    }
}

}  // namespace dudao::yaml
