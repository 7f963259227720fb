#pragma once

#include "base/decimal.hpp"
#include "base/hash.hpp"
#include "base/ratio.hpp"
#include "base/ulid.hpp"
#include "base/zone.hpp"
#include "domain/answer.hpp"
#include "domain/issue.hpp"
#include "domain/period.hpp"
#include "domain/person.hpp"
#include "domain/plan.hpp"
#include "domain/unit.hpp"

#include <doctest/doctest.h>

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

// How doctest shows our values when a check fails.

namespace dudao::test {

std::string shown(ErrorId id);  ///< "E3001"
std::string shown(const Error& error);
std::string shown(std::chrono::local_seconds local);
std::string shown(std::chrono::seconds seconds);
std::string shown(Millis millis);
std::string shown(const Ratio& ratio);
std::string shown(const domain::Unit& unit);
std::string shown(const domain::Person& person);
std::string shown(const domain::Event& event);
std::string shown(const domain::Issue& issue);
std::string shown(const domain::IssueState& state);
std::string shown(const domain::Answer& answer);
std::string shown(const domain::Answers& answers);
std::string shown(const domain::Score& score);
std::string shown(const domain::Window& window);

template <class T>
concept Shown = requires(const T& value) {
    test::shown(value);
};

template <class T>
concept Worded = !Shown<T> && requires(const T& value) {
    std::string{dudao::to_text(value)};
};

}  // namespace dudao::test

namespace doctest {

template <dudao::test::Shown T>
struct StringMaker<T> {
    static String convert(const T& value) { return dudao::test::shown(value).c_str(); }
};

template <dudao::test::Worded T>
struct StringMaker<T> {
    static String convert(const T& value) { return dudao::to_text(value).c_str(); }
};

template <>
struct StringMaker<std::string_view> {
    static String convert(std::string_view value) { return std::string{value}.c_str(); }
};

template <>
struct StringMaker<const char*> {
    static String convert(const char* value) { return value; }
};

template <>
struct StringMaker<dudao::domain::Period> {
    static String convert(const dudao::domain::Period& value) {
        return dudao::domain::to_text(value).c_str();
    }
};

template <class T>
struct StringMaker<std::optional<T>> {
    static String convert(const std::optional<T>& value) {
        return value ? toString(*value) : String{"nothing"};
    }
};

template <class A, class B>
struct StringMaker<std::pair<A, B>> {
    static String convert(const std::pair<A, B>& value) {
        return String{"("} + toString(value.first) + ", " + toString(value.second) + ")";
    }
};

template <class T>
struct StringMaker<std::vector<T>> {
    static String convert(const std::vector<T>& values) {
        String text = "[";
        for (const auto& value : values) {
            text += (text.size() == 1 ? String{} : String{", "}) + toString(value);
        }
        return text + "]";
    }
};

}  // namespace doctest
