#include "yaml/problems.hpp"

#include "base/error_id.hpp"
#include "base/text.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

namespace dudao::yaml {

namespace {

void sort_by_place(std::vector<Error>& errors) {
    std::stable_sort(errors.begin(), errors.end(), [](const Error& a, const Error& b) {
        return std::tie(a.place.line, a.place.column) < std::tie(b.place.line, b.place.column);
    });
}

}  // namespace

std::string shortened(std::string_view text) {
    constexpr std::size_t most_points = 60;
    auto rest = text;
    for (std::size_t points = 0; !rest.empty(); ++points) {
        if (points == most_points) {
            return std::string{text.substr(0, text.size() - rest.size())} + "…";
        }
        take_code_point(rest);
    }
    return std::string{text};
}

Error too_many_problems(std::string_view file) {
    return {ErrorId::too_many_problems, {std::to_string(Problems::most)}, {std::string{file}}};
}

void Problems::error(const Node& at, ErrorId id, std::vector<Arg> args) {
    add(errors_, {id, std::move(args), place_of(at)});
}

void Problems::error(const Node& at, Error error) {
    error.place = place_of(at);
    add(errors_, std::move(error));
}

void Problems::warning(const Node& at, ErrorId id, std::vector<Arg> args) {
    add(warnings_, {id, std::move(args), place_of(at)});
}

void Problems::add(std::vector<Error>& list, Error error) const {
    if (list.size() < most) {
        list.push_back(std::move(error));
    } else if (list.size() == most) {
        list.push_back(too_many_problems(file_));
    }
}

std::vector<Error> Problems::take_errors() {
    if (is_full()) {  // the last one, about the file as a whole, stays the last
        std::vector<Error> first(errors_.begin(), errors_.end() - 1);
        sort_by_place(first);
        first.push_back(errors_.back());
        return first;
    }
    sort_by_place(errors_);
    return std::move(errors_);
}

std::vector<Error> Problems::take_warnings() {
    sort_by_place(warnings_);
    return std::move(warnings_);
}

}  // namespace dudao::yaml
