#include "yaml/list_mapping.hpp"

#include "base/error_id.hpp"
#include "support/print.hpp"

#include <doctest/doctest.h>

namespace dudao::yaml {

namespace {

using domain::ListMapping;

std::vector<Error> errors_of(std::string_view yaml) {
    return read_mapping(yaml, "map.yaml").errors;
}

}  // namespace

TEST_SUITE("yaml/list_mapping") {
    TEST_CASE("a mapping says columns, constants, splits and values") {
        const auto reading = read_mapping(R"(sheet: 门店
header_row: 2
columns:
  code: 终端号
constants:
  ownership: 直营
splits:
  - column: 坐标
    separator: ","
    fields: [lat, lon]
values:
  status:
    营业中: open
    "-": ""
ignore: [序号]
)",
                                          "map.yaml");
        CHECK(reading.errors.empty());
        REQUIRE(reading.mapping);
        CHECK(*reading.mapping ==
              ListMapping{.columns = {{"code", "终端号"}},
                          .constants = {{"ownership", "直营"}},
                          .splits = {{"坐标", ",", {"lat", "lon"}}},
                          .values = {{"status", {{"营业中", "open"}, {"-", ""}}}},
                          .ignored = {"序号"},
                          .sheet = "门店",
                          .header_row = 2});
    }

    TEST_CASE("an empty mapping says nothing") {
        CHECK(*read_mapping("", "map.yaml").mapping == ListMapping{});
        CHECK(*read_mapping("columns:\nvalues: {}\n", "map.yaml").mapping == ListMapping{});
    }

    TEST_CASE("a mapping is written as it is read") {
        const ListMapping mapping{
            .columns = {{"code", "店 \"号\": #1"}, {"name", "名\\称"}},
            .constants = {{"kind", "store"}},
            .splits = {{"坐标", "\t", {"lat", "lon"}}, {"a", " ", {"b", "c"}}},
            .values = {{"status", {{"开: 业", "open"}, {"no", "closed"}}}},
            .ignored = {"[x]", "- y"},
            .sheet = "Sheet: 1",
            .header_row = 3};
        CHECK(read_mapping(mapping_text(mapping), "map.yaml").errors == std::vector<Error>{});
        REQUIRE(read_mapping(mapping_text(mapping), "map.yaml").mapping);
        CHECK(*read_mapping(mapping_text(mapping), "map.yaml").mapping == mapping);
        CHECK(*read_mapping(mapping_text({}), "map.yaml").mapping == ListMapping{});
    }

    TEST_CASE("mistakes in a mapping have their places") {
        CHECK(errors_of("column: {}\n").front().id == ErrorId::key_misspelt);
        CHECK(errors_of("columns: [code]\n") ==
              std::vector{Error{ErrorId::map_expected, {}, {"map.yaml", 1, 10}}});
        CHECK(
            errors_of("splits:\n  - column: a\n    separator: ','\n    fields: [lat]\n").front() ==
            Error{ErrorId::number_out_of_range, {"1", "2", "16"}, {"map.yaml", 4, 13}});
        CHECK(errors_of("splits:\n  - column: a\n    fields: [lat, lon]\n").front().id ==
              ErrorId::key_missing);
        CHECK(errors_of("header_row: 0\n").front().id == ErrorId::number_out_of_range);
        CHECK(errors_of("values: 1\n").front().id == ErrorId::map_expected);
        CHECK(errors_of("columns:\n  code: ''\n").front().id == ErrorId::value_missing);
    }

    TEST_CASE("headers of one's own are read by kind of list") {
        const auto reading =
            read_headers("stores:\n  code: [终端号, 点位]\n  name: 名\n", "h.yaml");
        REQUIRE(reading.headers);
        CHECK(*reading.headers ==
              domain::OwnHeaders{.stores = {{"code", {"终端号", "点位"}}, {"name", {"名"}}}});
        CHECK(*read_headers("", "h.yaml").headers == domain::OwnHeaders{});
    }

    TEST_CASE("a header of one's own belongs to one field") {
        CHECK(read_headers("stores:\n  code: [a]\n  name: [b, a]\n", "h.yaml").errors ==
              std::vector{
                  Error{ErrorId::field_name_twice, {"a", "code", "name"}, {"h.yaml", 3, 13}}});
        CHECK(read_headers("shops: {}\n", "h.yaml").errors.size() == 1);
    }
}

}  // namespace dudao::yaml
