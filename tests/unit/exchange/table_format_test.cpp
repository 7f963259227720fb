#include "exchange/table_format.hpp"

#include "unit/exchange/reading.hpp"

#include <doctest/doctest.h>

namespace dudao::exchange {

TEST_SUITE("exchange/table_format") {
    TEST_CASE("the first bytes say what a table stands in") {
        const auto format = [](std::string bytes) {
            Source source{std::move(bytes)};
            const auto found = detect_format(source.input()).or_throw();
            CHECK(source.input().position() == 0);
            return found;
        };
        CHECK(format("code,name\n") == TableFormat::csv);
        CHECK(format("") == TableFormat::csv);
        CHECK(format("\n {\"code\":1}") == TableFormat::json);
        CHECK(format("\xEF\xBB\xBF[{}]") == TableFormat::json);
        CHECK(format(std::string("\xFF\xFE[\0", 4)) == TableFormat::json);
        CHECK(format(std::string(5000, ' ') + "{}") == TableFormat::csv);
    }
}

}  // namespace dudao::exchange
