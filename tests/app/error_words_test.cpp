#include "words/error_words.hpp"

#include "base/catalogue.hpp"
#include "base/error_id.hpp"
#include "errors.hpp"

#include <doctest/doctest.h>

#include <fstream>
#include <regex>
#include <set>
#include <string>

namespace dudao::test {

namespace {

/// Every id that error_id.hpp declares, with its name.
std::vector<std::pair<std::string, int>> declared() {
    std::ifstream file{DUDAO_SOURCE_DIR "/lib/base/error_id.hpp"};
    const std::regex line{R"(^\s+([a-z0-9_]+) = (\d{4}),)"};
    std::vector<std::pair<std::string, int>> ids;
    for (std::string text; std::getline(file, text);) {
        std::smatch found;
        if (std::regex_search(text, found, line)) {
            ids.emplace_back(found[1], std::stoi(found[2]));
        }
    }
    return ids;
}

}  // namespace

TEST_SUITE("app/error_words") {
    TEST_CASE("every error has words, and no two errors share a number") {
        const Catalogue english;
        std::set<int> numbers;
        REQUIRE(declared().size() > 200);
        for (const auto& [name, number] : declared()) {
            const auto& told_name = name;
            CAPTURE(told_name);
            CHECK(numbers.insert(number).second);
            const Error error{static_cast<ErrorId>(number), {"a", "b", "c", "d", "e"}};
            CHECK(message_of(error, english) != "?");
        }
    }

    TEST_CASE("words stand for errors that there are, once each") {
        std::set<int> numbers;
        for (const auto& [name, number] : declared()) {
            numbers.insert(number);
        }
        std::set<int> worded;
        for (const auto table : {base_error_words(),
                                 yaml_error_words(),
                                 exchange_error_words(),
                                 store_error_words(),
                                 workflow_error_words(),
                                 usage_error_words()}) {
            for (const auto& words : table) {
                CAPTURE(words.message);
                CHECK(numbers.count(static_cast<int>(words.id)) == 1);
                CHECK(worded.insert(static_cast<int>(words.id)).second);
                CHECK(std::string{words.message}.back() != '.');
            }
        }
    }

    TEST_CASE("a hint suggests only what is near") {
        const Catalogue english;
        const auto hint = [&](const char* near) {
            return hint_of({ErrorId::unknown_word, {"x", "role", "head, manager", near}}, english);
        };
        CHECK(hint("head") == "Did you mean 'head'? Allowed are: head, manager.");
        CHECK(hint("head, manager") == "Allowed are: head, manager.");
    }
}

}  // namespace dudao::test
