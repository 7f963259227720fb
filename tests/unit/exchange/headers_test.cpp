#include "exchange/headers.hpp"

#include "base/error_id.hpp"
#include "support/results.hpp"
#include "unit/exchange/reading.hpp"

#include <doctest/doctest.h>

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace dudao::exchange {

namespace {

using Headers = std::vector<std::string_view>;
using Columns = std::map<std::string, std::size_t, std::less<>>;

const HeaderDictionary small{{"code", {"编号", "code"}}, {"name", {"名称", "name"}}};

HeaderMatch match(const Headers& headers,
                  const std::vector<HeaderChoice>& choices = {},
                  const HeaderDictionary& dictionary = small) {
    std::vector<Place> places;
    for (std::size_t n = 0; n < headers.size(); ++n) {
        places.push_back({"list.csv", 1, 10 * n + 1});
    }
    return match_headers(headers, places, dictionary, choices);
}

Place header_place(std::size_t column) {
    return {"list.csv", 1, column};
}

/// The field that a dictionary has for a header, or "".
std::string field_of(const HeaderDictionary& dictionary, std::string_view header) {
    const auto found = match({header}, {}, dictionary);
    return found.columns.empty() ? "" : found.columns.begin()->first;
}

/// No name may mean two fields.
void check_names(const HeaderDictionary& dictionary) {
    std::map<std::string, std::string> fields;
    for (const auto& [field, names] : dictionary) {
        CHECK_FALSE(names.empty());
        CHECK(field_of(dictionary, field) == field);
        for (const auto& name : names) {
            CAPTURE(name);
            CHECK_FALSE(header_key(name).empty());
            const auto [other, is_first] = fields.try_emplace(header_key(name), field);
            CHECK(other->second == field);
            CHECK(is_first);
        }
    }
}

}  // namespace

TEST_SUITE("exchange/headers") {
    TEST_CASE("columns feed the fields that the dictionary has for their headers") {
        const auto found = match({"name", "编号"});
        CHECK(found.columns == Columns{{"code", 1}, {"name", 0}});
        CHECK(found.errors.empty());
        CHECK(found.column("code") == 1U);
        CHECK(found.column("phone") == std::nullopt);
    }

    TEST_CASE("headers are compared without what makes no difference") {
        for (const std::string_view header : {"code",
                                              " Code ",
                                              "CODE",
                                              "ＣＯＤＥ",
                                              "c o-d_e",
                                              "code*",
                                              "*code",
                                              "＊code",
                                              "code（必填）",
                                              "code (required)",
                                              "code[8]",
                                              "code【必填】",
                                              "\u3000code\n",
                                              "编　号",
                                              "编号（店）*"}) {
            CAPTURE(header);
            CHECK(match({header}).column("code") == 0U);
        }
    }

    TEST_CASE("what stands in brackets is compared when there is nothing else") {
        CHECK(header_key("(code)") == "(code)");
        CHECK(header_key("（编号）") == "(编号)");
        CHECK(header_key("code)") == "code)");
    }

    TEST_CASE("columns that no field goes by are unknown, those without header are unnamed") {
        const auto found = match({"编号", "营业时间", "", " ", "面积(㎡)"});
        CHECK(found.unknown == std::vector<std::size_t>{1, 4});
        CHECK(found.unnamed == std::vector<std::size_t>{2, 3});
        CHECK(found.errors.empty());
    }

    TEST_CASE("columns of ours are left aside") {
        const auto found = match({"编号", "dudao:line", "dudao:reason", "dudao:line"});
        CHECK(found.columns == Columns{{"code", 0}});
        CHECK(found.unknown.empty());
        CHECK(found.errors.empty());
    }

    TEST_CASE("two columns for one field are an error that names both") {
        const auto found = match({"编号", "x", "Code"});
        CHECK(found.errors ==
              std::vector{
                  Error{ErrorId::header_same_field, {"编号", "Code", "code"}, header_place(21)}});
    }

    TEST_CASE("an unknown header that comes twice is an error") {
        const auto found = match({"编号", "面积", " 面积"});
        CHECK(found.errors ==
              std::vector{Error{ErrorId::header_repeated, {" 面积", "2", "3"}, header_place(21)}});
    }

    TEST_CASE("a choice decides over the dictionary") {
        const auto found = match({"编号", "店内码", "名称"}, {{"code", "店内码"}});
        CHECK(found.columns == Columns{{"code", 1}, {"name", 2}});
        CHECK(found.unknown == std::vector<std::size_t>{0});
        CHECK(found.errors.empty());
    }

    TEST_CASE("a choice settles which of two columns feeds a field") {
        const auto found = match({"编号", "Code", "名称"}, {{"code", "Code"}});
        CHECK(found.columns == Columns{{"code", 1}, {"name", 2}});
        CHECK(found.errors.empty());
    }

    TEST_CASE("a chosen column no longer feeds the field of its header") {
        const auto found = match({"编号", "名称"}, {{"name", "编号"}});
        CHECK(found.columns == Columns{{"name", 0}});
        CHECK(found.unknown == std::vector<std::size_t>{1});
    }

    TEST_CASE("a choice names a header to the letter before all that is like it") {
        CHECK(match({"CODE", "code"}, {{"code", "code"}}).column("code") == 1U);
        CHECK(match({"店 内 码", "名称"}, {{"code", "店内码"}}).column("code") == 0U);
    }

    TEST_CASE("a choice of a header that is there twice is an error") {
        const auto found = match({"x", "x"}, {{"code", "x"}});
        REQUIRE_FALSE(found.errors.empty());
        CHECK(found.errors.front() ==
              Error{ErrorId::header_repeated, {"x", "1", "2"}, header_place(11)});
    }

    TEST_CASE("a choice of a header that is not there is an error with the nearest one") {
        const auto found = match({"code", "store name"}, {{"name", "store names"}});
        CHECK(found.errors ==
              std::vector{Error{
                  ErrorId::choice_unknown_header, {"store names", "store name"}, {"list.csv", 1}}});
        CHECK(match({"code", "名称"}, {{"name", "门店"}}).errors.at(0).args.at(1).text ==
              "code, 名称");
    }

    TEST_CASE("a choice for a field that is not there is an error with the nearest one") {
        const auto found = match({"code"}, {{"coed", "code"}});
        CHECK(found.errors ==
              std::vector{Error{
                  ErrorId::choice_unknown_field, {"coed", "code, name", "code"}, {"list.csv", 1}}});
    }

    TEST_CASE("two choices for one field, or for one column, are an error") {
        CHECK(match({"a", "b"}, {{"code", "a"}, {"code", "b"}}).errors ==
              std::vector{Error{ErrorId::choice_twice, {"code", "b"}, {"list.csv", 1}}});
        CHECK(match({"a", "b"}, {{"code", "a"}, {"name", "a"}}).errors ==
              std::vector{Error{ErrorId::choice_twice, {"name", "a"}, {"list.csv", 1}}});
    }

    TEST_CASE("a field that is needed is an error when it has no column") {
        const auto found = match({"名称"});
        CHECK(found.required("name", small).or_throw() == 0);
        const auto missing = found.required("code", small);
        REQUIRE_FALSE(missing);
        CHECK(missing.error() ==
              Error{ErrorId::header_missing, {"code", Arg{"编号", "column"}}, {"list.csv", 1}});
    }
}

TEST_SUITE("exchange/dictionary") {
    TEST_CASE("no name means two fields") {
        check_names(store_headers());
        check_names(person_headers());
        check_names(answer_headers());
    }

    TEST_CASE("the headers of a real list feed its fields") {
        const auto header = read_csv(test_data("stores.csv")).rows.front();
        const Headers headers{header.begin(), header.end()};
        const auto found = match(headers, {}, store_headers());
        CHECK(found.errors.empty());
        CHECK(found.columns == Columns{{"code", 0},
                                       {"name", 1},
                                       {"province", 2},
                                       {"city", 3},
                                       {"address", 4},
                                       {"postcode", 5},
                                       {"lon", 6},
                                       {"lat", 7}});
        CHECK(found.unknown == std::vector<std::size_t>{8});  // 营业时间
    }

    TEST_CASE("store lists are known in simplified and traditional Chinese and English") {
        const auto dictionary = store_headers();
        const std::vector<std::pair<std::string_view, std::string_view>> known{
            {"店号", "code"},          {"店编号", "code"},     {"门店代码", "code"},
            {"門市代號", "code"},      {"門店代號", "code"},   {"店號", "code"},
            {"Store No.", "code"},     {"store_code", "code"}, {"StoreID", "code"},
            {"门店名称*", "name"},     {"門市名稱", "name"},   {"Store Name", "name"},
            {"所属区域", "parent"},    {"縣市", "city"},       {"詳細地址", "address"},
            {"郵遞區號", "postcode"},  {"纬度(°)", "lat"},     {"Longitude", "lon"},
            {"开业日期", "opened_on"}, {"营业状态", "status"}, {"经营模式", "ownership"},
            {"店长", "head"},          {"督导", "supervisor"}, {"區顧問", "supervisor"},
            {"加盟商", "franchisee"},  {"联系电话", "phone"},  {"时区", "zone"},
            {"标签", "tags"},
        };
        for (const auto& [header, field] : known) {
            const auto& told_header = header;
            CAPTURE(told_header);
            CHECK(field_of(dictionary, header) == field);
        }
    }

    TEST_CASE("headers that could mean several things are left to people") {
        for (const std::string_view header : {"类型", "门店类型", "营业时间", "序号", "type"}) {
            CAPTURE(header);
            CHECK(field_of(store_headers(), header).empty());
        }
        CHECK(field_of(answer_headers(), "序号").empty());
        CHECK(field_of(answer_headers(), "得分").empty());
    }

    TEST_CASE("lists of people and of answers are known") {
        CHECK(field_of(person_headers(), "工号") == "code");
        CHECK(field_of(person_headers(), "姓名") == "name");
        CHECK(field_of(person_headers(), "角色") == "roles");
        CHECK(field_of(person_headers(), "所属门店") == "unit");
        CHECK(field_of(person_headers(), "手機") == "phone");
        CHECK(field_of(person_headers(), "E-mail") == "email");
        CHECK(field_of(answer_headers(), "门店编号") == "unit");
        CHECK(field_of(answer_headers(), "巡检时间") == "at");
        CHECK(field_of(answer_headers(), "督导") == "inspector");
        CHECK(field_of(answer_headers(), "单号") == "ref");
        CHECK(field_of(answer_headers(), "檢核表") == "checklist");
        CHECK(field_of(answer_headers(), "巡检类型") == "kind");
        CHECK(field_of(answer_headers(), "检查项") == "item");
        CHECK(field_of(answer_headers(), "检查结果") == "answer");
        CHECK(field_of(answer_headers(), "实测值") == "value");
        CHECK(field_of(answer_headers(), "備註") == "remark");
    }
}

}  // namespace dudao::exchange
