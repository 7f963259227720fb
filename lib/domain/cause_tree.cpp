#include "domain/cause_tree.hpp"

#include "base/vocabulary.hpp"

#include <algorithm>

namespace dudao::domain {

namespace {

CauseTree::const_iterator node(const CauseTree& tree, std::string_view code) {
    return std::find_if(
        tree.begin(), tree.end(), [&](const CauseClass& each) { return each.code == code; });
}

}  // namespace

Result<CauseClass> find_cause(const CauseTree& tree, std::string_view code) {
    const auto found = node(tree, code);
    if (found != tree.end()) {
        return *found;
    }
    std::vector<std::string_view> codes;
    codes.reserve(tree.size());
    for (const auto& each : tree) {
        codes.emplace_back(each.code);
    }
    auto error = unknown_word(code, "cause class", codes);
    error.args.at(1) = Arg("cause class", "kind of word");
    return error;
}

std::string cause_path(const CauseTree& tree, std::string_view code, std::string_view language) {
    std::string path;
    for (auto end = code.find('.');; end = code.find('.', end + 1)) {
        const auto found = node(tree, code.substr(0, end));
        if (found == tree.end()) {
            return std::string{code};
        }
        path += path.empty() ? "" : " / ";
        path += found->name.in(language);
        if (end == std::string_view::npos) {
            return path;
        }
    }
}

}  // namespace dudao::domain
