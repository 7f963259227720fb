#include "base/text.hpp"
#include "flow.hpp"
#include "support/arbitrary.hpp"
#include "support/check_store.hpp"
#include "workflow/duplicates.hpp"
#include "workflow/export_units.hpp"
#include "workflow/import_units.hpp"
#include "workflow/unit_changes.hpp"

#include <doctest/doctest.h>

#include <set>

namespace dudao::workflow {

namespace {

using test::Flow;
using test::ListFile;

constexpr std::string_view staff = "code,name,roles\nP01,张,supervisor\nP02,李,head\n";

/// At the same moment always, which a workbook says.
std::string exported(Flow& flow, const UnitExport& request = {}) {
    std::string list;
    auto session = flow.as();
    session.advance(Millis{std::chrono::hours{500'000}});
    export_units(session, request, [&](std::string_view bytes) { list += bytes; });
    return list;
}

/// What lists bring trouble with.
std::string nasty_line(Random& random) {
    const auto text = test::pick(random,
                                 {std::string{"=1+1"},
                                  std::string{"'=1"},
                                  std::string{"''＝x"},
                                  std::string{"-1"},
                                  std::string{"@x"},
                                  std::string{"'"},
                                  std::string{"a\"b,c;d"},
                                  std::string{"天一店"},
                                  test::arbitrary_line(random)});
    const auto line = std::string{trimmed(unbroken(text))};
    return line.empty() ? "x" : line;
}

/// A unit as an import would leave it.
domain::Unit imported_unit(Random& random, std::string code) {
    auto unit = test::arbitrary_unit(random, std::move(code));
    unit.name = nasty_line(random);
    unit.address = test::chance(random, 70) ? nasty_line(random) : "";
    unit.franchisee = test::chance(random, 50) ? nasty_line(random) : "";
    std::set<std::string> tags;
    for (const auto& tag : unit.tags) {
        for (auto& part : split_list(tag, ",;、，；|")) {
            tags.insert(std::move(part));
        }
    }
    unit.tags.assign(tags.begin(), tags.end());
    if (test::chance(random, 50)) {
        unit.attributes = attributes_text({{"lat", "0"},
                                           {"——", "横"},
                                           {"attributes.a", "'=1"},
                                           {"dudao:line", "7"},
                                           {"district", "西湖区"},
                                           {"门店状态", "=A1"},
                                           {"面积", "120\n平米"}});
    }
    return unit;
}

/// Regions in each other, and units below them.
void fill(Flow& flow, Random& random) {
    flow.people(std::string{staff});
    auto session = flow.as();
    store::Writing writing{session.driver(), session.author(), "store import"};
    store::UnitWriter writer{writing};
    std::vector<std::pair<std::int64_t, std::string>> groups{{0, ""}};
    for (int n = 0; n < 30; ++n) {
        auto unit = imported_unit(random, "U" + std::to_string((n * 7) % 30));
        const auto& [key, code] = groups[test::below(random, groups.size())];
        unit.parent = code;
        const auto own = writer.add(unit, key);
        if (domain::is_group(unit.kind)) {
            groups.emplace_back(own, unit.code);
        }
    }
    writer.finish();
    writing.commit("filled");
}

ImportedList import_back(Flow& flow, const std::string& list) {
    ListFile file{list};
    auto session = flow.as();
    return import_units(session, {.input = &file.input()});
}

const std::vector<UnitExport>& ways() {
    static const std::vector<UnitExport> all{{.format = ListFormat::csv},
                                             {.format = ListFormat::csv, .excel = true},
                                             {.format = ListFormat::json},
                                             {.format = ListFormat::jsonl},
                                             {.format = ListFormat::xlsx}};
    return all;
}

}  // namespace

TEST_SUITE("workflow/export") {
    TEST_CASE("what is exported is imported without a change, and makes the same store anew") {
        for (std::uint64_t seed = 0; seed < 8; ++seed) {
            CAPTURE(seed);
            auto random = seeded_random(seed);
            Flow flow;
            fill(flow, random);
            const auto before = test::contents(flow.driver());
            for (const auto& way : ways()) {
                CAPTURE(list_formats.word(way.format));
                CAPTURE(way.excel);
                const auto list = exported(flow, way);
                const auto done = import_back(flow, list);
                CHECK(done.unchanged == 30);
                CHECK(done.changed == 0);
                CHECK(done.added == 0);
                CHECK(test::contents(flow.driver()) == before);
                Flow other;
                other.people(std::string{staff});
                CHECK(import_back(other, list).added == 30);
                CHECK(exported(other, way) == list);
            }
        }
    }

    TEST_CASE("a filter narrows the list, a day shows the past") {
        Flow flow;
        flow.units("code,name,城市,status\nS2,二店,宁波市,open\nS1,一店,杭州市,open\n");
        flow.units("code,name,status\nS1,一店,closed\n", {.as_of = Day{std::chrono::days{20800}}});
        const std::string header =
            "code,name,kind,parent,ownership,status,address,lat,lon,opened_on,head,supervisor,"
            "franchisee,phone,zone,tags\n";
        CHECK(exported(flow, {.filter = {.status = domain::UnitStatus::closed}}) ==
              header + "S1,一店,store,杭州市,,closed,,,,,,,,,,\n");
        CHECK(exported(flow,
                       {.filter = {.below = "杭州市", .as_of = Day{std::chrono::days{20799}}}}) ==
              header +
                  "杭州市,杭州市,region,,,open,,,,,,,,,,\nS1,一店,store,杭州市,,open,,,,,,,,,,\n");
        CHECK(exported(flow, {.filter = {.text = "无"}}) == header);
        CHECK(exported(flow, {.filter = {.text = "无"}, .format = ListFormat::json}) == "[\n]\n");
        CHECK_THROWS_AS(exported(flow, {.filter = {.below = "北京市"}}), Failure);
    }

    TEST_CASE("Excel gets its mark, CRLF and no formulas") {
        Flow flow;
        flow.units("code,name\nS1,=1+1\n");
        const auto list = exported(flow, {.excel = true});
        CHECK(
            list.starts_with("\xEF\xBB\xBF"
                             "code,"));
        CHECK(list.find("S1,'=1+1,store") != std::string::npos);
        CHECK(list.ends_with(",\r\n"));
    }

    TEST_CASE("duplicates leave out groups and, unless asked for, what is closed") {
        Flow flow;
        flow.units(
            "code,name,address,城市,status\nS1,一店,路1号,杭州市,open\nS2,一店,路 1号,宁波市,open\n"
            "S3,一店,路1号,杭州市,closed\n");
        auto session = flow.as();
        const auto open = find_duplicates(session, {});
        REQUIRE(open.size() == 1);
        REQUIRE(open[0].units.size() == 2);
        CHECK(open[0].same_address);
        CHECK_FALSE(open[0].metres.has_value());
        CHECK(open[0].units[1].unit.code == "S2");
        CHECK(open[0].units[1].region == "宁波市");
        CHECK(find_duplicates(session, {.closed = true})[0].units.size() == 3);
        CHECK(find_duplicates(session, {.filter = {.below = "宁波市"}}).empty());
    }
}

}  // namespace dudao::workflow
