#include "exchange/form_rows.hpp"

#include "base/error_id.hpp"
#include "exchange/csv.hpp"
#include "exchange/form_json.hpp"
#include "support/samples.hpp"
#include "unit/exchange/reading.hpp"

#include <doctest/doctest.h>

#include <sstream>

namespace dudao::exchange {

namespace {

using domain::ItemKind;

/// Items of each kind that is sent otherwise than it is typed.
domain::Checklist form() {
    auto number = test::an_item("F-1", 4);
    number.kind = ItemKind::number;
    auto choices = test::an_item("2.1", 3);
    choices.kind = ItemKind::choices;
    choices.options = {{"a", domain::LocalText{"a"}, {}}, {"b", domain::LocalText{"b"}, {}}};
    auto time = test::an_item("H1", 0);
    time.kind = ItemKind::time;
    auto photo = test::an_item("G1", 0);
    photo.kind = ItemKind::photo;
    return test::a_checklist({{test::an_item("Q1", 1), number}, {choices, time, photo}});
}

/// All rows, the names first; "refused" where one is.
std::vector<Row> rows_of(std::unique_ptr<RowReader> reader, const domain::Checklist& checklist) {
    FormRows rows{std::move(reader), checklist, "list@1"};
    std::vector<Row> all;
    for (auto step = rows.next(); step != Step::end; step = rows.next()) {
        if (step == Step::refused) {
            all.push_back({"refused", rows.error().args.at(0).text});
            continue;
        }
        REQUIRE(step == Step::row);
        all.emplace_back(rows.fields().begin(), rows.fields().end());
    }
    return all;
}

std::vector<Row> from_csv(const std::string& text) {
    Source source{text};
    Decoder decoder{source.input(), Encoding::utf8};
    const auto checklist = form();
    return rows_of(std::make_unique<CsvReader>(decoder), checklist);
}

std::vector<Row> from_json(const std::string& text) {
    Source source{text};
    const auto checklist = form();
    return rows_of(std::make_unique<FormJson>(source.input()), checklist);
}

Error json_error(const std::string& text) {
    Source source{text};
    try {
        const FormJson reader{source.input()};
    } catch (const Failure& failure) {
        return failure.error();
    }
    return Error{ErrorId{}};
}

}  // namespace

TEST_SUITE("exchange/form_rows") {
    TEST_CASE("of what a server sends only the questions of the form are left") {
        CHECK(
            from_csv("SubmissionDate,unit,at,section.A-Q1,section.A-Q1.remark,meta-instanceID,KEY\n"
                     "x,S1,2026-11-04T14:30:00.000+08:00,pass,ok,uuid:1,uuid:1\n") ==
            std::vector<Row>{{"unit", "at", "Q1", "Q1.remark", "ref"},
                             {"S1", "2026-11-04T14:30:00+08:00", "pass", "ok", "uuid:1"}});
    }

    TEST_CASE("an id with a hyphen is not taken for a group") {
        CHECK(from_csv("A-F-1,A-F-1.na\n3,\n,na\n") == std::vector<Row>{{"F-1"}, {"3"}, {"na"}});
    }

    TEST_CASE("several choices, times and files are sent otherwise than they are typed") {
        CHECK(from_csv("_2.1,_2.1/a,_2.1/b,H1,G1\na b,1,1,22:30:00.000+08:00,one.jpg\n,0,0,,\n") ==
              std::vector<Row>{{"2.1", "H1", "G1", "G1.evidence"},
                               {"a;b", "22:30", "√", "one.jpg"},
                               {"", "", "", ""}});
    }

    TEST_CASE("a submission of another version is refused") {
        CHECK(from_csv("checklist,Q1\nlist@1,pass\nlist@2,fail\n,pass\n") ==
              std::vector<Row>{
                  {"checklist", "Q1"}, {"list@1", "pass"}, {"refused", "list@2"}, {"", "pass"}});
    }

    TEST_CASE("JSON may hold groups, and underscores for points") {
        const std::vector<Row> expected{{"ref", "F-1", "Q1", "2.1", "unit"},
                                        {"uuid:1", "3.5", "pass", "a;b", "S1"},
                                        {"uuid:2", "", "fail", "", "S2"}};
        CHECK(from_json(
                  R"({"value":[{"__id":"uuid:1","unit":"S1","section_A":{"Q1":"pass","F_1":3.5},)"
                  R"("section_B":{"_2_1":["a","b"]}},)"
                  R"({"__id":"uuid:2","unit":"S2","section_A":{"Q1":"fail","F_1":null}}]})") ==
              expected);
    }

    TEST_CASE("what is no list of submissions is refused") {
        CHECK(json_error("{\"value\":[{}").id == ErrorId::json_syntax);
        CHECK(json_error("{\"value\":[1]}").id == ErrorId::json_not_object);
        CHECK(json_error("{\"rows\":[]}").id == ErrorId::json_not_object);
        CHECK(json_error("\n\n{]").place.line == 3);
        CHECK(json_error("[]").id == ErrorId{});
    }
}

}  // namespace dudao::exchange
