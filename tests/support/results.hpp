#pragma once

#include "base/error.hpp"

#include <optional>

namespace dudao::test {

/// The id of the error that a result holds; nothing when it holds a value.
template <class T>
std::optional<ErrorId> error_of(const Result<T>& result) {
    return result ? std::nullopt : std::optional{result.error().id};
}

/// The first error of the Failure that `step` throws; nothing when it throws none.
template <class Step>
std::optional<Error> failure_of(const Step& step) {
    try {
        step();
    } catch (const Failure& failure) {
        return failure.error();
    }
    return std::nullopt;
}

/// The id of the first error of the Failure that `step` throws; nothing when it throws none.
template <class Step>
std::optional<ErrorId> thrown_by(const Step& step) {
    const auto error = failure_of(step);
    return error ? std::optional{error->id} : std::nullopt;
}

}  // namespace dudao::test
