#include "report/figure_id.hpp"

#include <algorithm>

namespace dudao::report {

namespace {

/// Where the key that begins at `from` ends: at its bracket.
std::size_t key_end(std::string_view id, std::size_t from) {
    auto end = id.find(']', from);
    while (end != std::string_view::npos && end + 1 < id.size() && id[end + 1] != '.' &&
           id[end + 1] != '[') {
        end = id.find(']', end + 1);
    }
    return end;
}

}  // namespace

std::optional<std::vector<FigureStep>> figure_steps(std::string_view id) {
    std::vector<FigureStep> steps;
    std::size_t at = 0;
    while (at < id.size()) {
        const auto name_end = std::min(id.find_first_of(".[", at), id.size());
        FigureStep step{.name = std::string{id.substr(at, name_end - at)}};
        at = name_end;
        while (at < id.size() && id[at] == '[') {
            const auto end = key_end(id, at + 1);
            if (end == std::string_view::npos) {
                return std::nullopt;
            }
            step.keys.emplace_back(id.substr(at + 1, end - at - 1));
            at = end + 1;
        }
        const bool goes_on = at < id.size();
        if (step.name.empty() || (goes_on && (id[at] != '.' || at + 1 == id.size()))) {
            return std::nullopt;
        }
        steps.push_back(std::move(step));
        at += 1;
    }
    return steps.empty() ? std::nullopt : std::optional{std::move(steps)};
}

std::string member_of(const std::vector<FigureStep>& steps) {
    std::string member;
    for (std::size_t at = 1; at < steps.size(); ++at) {
        member += (at == 1 ? "" : ".") + steps[at].name;
    }
    return member;
}

}  // namespace dudao::report
