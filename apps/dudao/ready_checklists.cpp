#include "ready_checklists.hpp"

#include "base/error.hpp"
#include "base/error_id.hpp"
#include "base/nearest.hpp"
#include "embedded.hpp"

#include <algorithm>

namespace dudao {

namespace {

constexpr std::string_view folder = "checklists/";
constexpr std::string_view ending = ".yaml";

}  // namespace

std::vector<ReadyChecklist> ready_checklists() {
    std::vector<ReadyChecklist> all;
    for (const auto& [path, bytes] : embedded::config()) {
        if (path.starts_with(folder) && path.ends_with(ending)) {
            const auto code =
                path.substr(folder.size(), path.size() - folder.size() - ending.size());
            all.push_back({.code = code, .path = path, .bytes = bytes});
        }
    }
    return all;
}

ReadyChecklist ready_checklist(std::string_view code) {
    const auto all = ready_checklists();
    const auto found = std::find_if(
        all.begin(), all.end(), [&](const ReadyChecklist& each) { return each.code == code; });
    if (found != all.end()) {
        return *found;
    }
    std::vector<std::string_view> codes;
    std::string list;
    for (const auto& each : all) {
        codes.push_back(each.code);
        list += (list.empty() ? "" : ", ") + std::string{each.code};
    }
    throw Failure{Error{ErrorId::unknown_word,
                        {std::string{code},
                         Arg("ready checklist", "kind of word"),
                         list,
                         nearest(code, codes).value_or(list)}}};
}

}  // namespace dudao
