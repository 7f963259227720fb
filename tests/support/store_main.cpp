// Runs the store tests on one engine: --engine=sqlite or --engine=postgres.
#include "support/fresh_store.hpp"

#define DOCTEST_CONFIG_IMPLEMENT
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <iostream>
#include <string_view>

namespace {

constexpr int skipped = 77;  // what tests/CMakeLists.txt tells ctest

bool postgres_is_waived() {
    const char* engines = std::getenv("DUDAO_TEST_ENGINES");  // NOLINT(concurrency-mt-unsafe)
    return engines != nullptr && std::string_view{engines} == "sqlite";
}

/// 0 when PostgreSQL can be used; else what to exit with, after saying why.
int check_postgres() {
    if (postgres_is_waived()) {
        std::cout << "left out, since DUDAO_TEST_ENGINES=sqlite\n";
        return skipped;
    }
    if (!dudao::test::postgres_url()) {
        std::cerr
            << "DUDAO_TEST_POSTGRES is not set, so that there is no PostgreSQL to test with.\n"
               "Run ctest as tests/with_postgres.sh ctest …, or set DUDAO_TEST_ENGINES=sqlite "
               "to leave these tests out.\n";
        return EXIT_FAILURE;
    }
    dudao::test::choose_engine(dudao::test::Engine::postgres);
    return EXIT_SUCCESS;
}

}  // namespace

int main(int argc, char** argv) {
    const auto given = [&](std::string_view argument) {
        return std::find(argv, argv + argc, argument) != argv + argc;
    };
    if (given("--engine=postgres")) {
        const int code = check_postgres();
        if (code != EXIT_SUCCESS) {
            return code;
        }
    }
    return doctest::Context{argc, argv}.run();
}
