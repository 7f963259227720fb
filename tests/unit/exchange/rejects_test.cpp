#include "exchange/rejects.hpp"

#include "base/error_id.hpp"
#include "unit/exchange/reading.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

namespace dudao::exchange {

namespace {

const std::vector<std::string_view> header{"编号", "名称", "备注"};

Error bad_name(std::size_t line, std::size_t column) {
    return {ErrorId::bad_name, {"x"}, {"stores.csv", line, column}};
}

std::string reject(const std::vector<std::string_view>& fields, const Error& error) {
    std::string out;
    RejectWriter writer{out, header};
    const auto start = out.size();
    writer.add(fields, error, "a reason");
    return out.substr(start);
}

}  // namespace

TEST_SUITE("exchange/rejects") {
    TEST_CASE("the header is the list's with our columns behind it") {
        std::string out;
        const RejectWriter writer{out, header};
        CHECK(out == "编号,名称,备注,dudao:line,dudao:column,dudao:error,dudao:reason\n");
    }

    TEST_CASE("a row keeps its cells and gets place, number and reason of its error") {
        CHECK(reject({"1", "a,b", "=1"}, bad_name(17, 5)) == "1,\"a,b\",=1,17,5,E3013,a reason\n");
    }

    TEST_CASE("what is not known of the place stays empty") {
        CHECK(reject({"1", "x", ""}, bad_name(0, 0)) == "1,x,,,,E3013,a reason\n");
    }

    TEST_CASE("a row with too few fields gets empty cells") {
        CHECK(reject({"1"}, bad_name(2, 3)) == "1,,,2,3,E3013,a reason\n");
    }

    TEST_CASE("a row with too many fields keeps all of them, the last ones in one cell") {
        CHECK(reject({"1", "x", "地面", "积水", "油污"}, bad_name(2, 3)) ==
              "1,x,\"地面,积水,油污\",2,3,E3013,a reason\n");
    }

    TEST_CASE("rows go by the delimiter and the line ends of their style") {
        std::string out;
        RejectWriter writer{out, header, {.delimiter = ';', .excel = true}};
        const std::vector<std::string_view> row{"1", "2", "3", "4"};
        writer.add(row, bad_name(2, 3), "r");
        CHECK(out ==
              "\uFEFF编号;名称;备注;dudao:line;dudao:column;dudao:error;dudao:reason\r\n"
              "1;2;\"3;4\";2;3;E3013;r\r\n");
    }

    TEST_CASE("columns of ours from an earlier reject file are replaced") {
        const std::vector<std::string_view> again{
            "a", "dudao:line", "dudao:column", "b", "DUDAO:Error", "dudao:reason"};
        std::string out;
        RejectWriter writer{out, again};
        const std::vector<std::string_view> row{"1", "7", "8", "2", "E1", "old", "more"};
        writer.add(row, bad_name(2, 3), "new");
        CHECK(out ==
              "a,b,dudao:line,dudao:column,dudao:error,dudao:reason\n"
              "1,\"2,more\",2,3,E3013,new\n");
    }

    TEST_CASE("a reject file can be read again as it is") {
        std::string out;
        RejectWriter writer{out, header};
        const std::vector<std::string_view> row{"1", "say \"x\"\n", "=1"};
        writer.add(row, bad_name(2, 3), "two\nlines");
        CHECK(read_csv(out).rows.at(1) ==
              Row{"1", "say \"x\"\n", "=1", "2", "3", "E3013", "two\nlines"});
    }

    TEST_CASE("a header is ours by its prefix") {
        CHECK(is_own_column("dudao:line"));
        CHECK(is_own_column(" Dudao:Reason "));
        CHECK_FALSE(is_own_column("dudao"));
        CHECK_FALSE(is_own_column("line"));
    }
}

}  // namespace dudao::exchange
