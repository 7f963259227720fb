// The files that come with the program.
#include "base/file.hpp"
#include "findings.hpp"
#include "yaml/calendar.hpp"
#include "yaml/checklist.hpp"
#include "yaml/closed_days.hpp"
#include "yaml/escalation.hpp"
#include "yaml/frequency.hpp"
#include "yaml/plan_contents.hpp"
#include "yaml/playbook.hpp"
#include "yaml/recurrence.hpp"
#include "yaml/settings.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>

namespace dudao::yaml {

using namespace std::chrono_literals;

namespace {

const std::filesystem::path root = DUDAO_SOURCE_DIR;
const std::filesystem::path config = root / "config";

std::string text_of(const std::filesystem::path& path) {
    return read_file(path, 1'000'000).or_throw();
}

domain::Checklist qsc_store() {
    return read_checklist(text_of(config / "checklists/qsc-store.yaml"), "qsc-store.yaml")
        .checklist.value();
}

/// All checklists, by code.
std::vector<domain::Checklist> library() {
    std::vector<domain::Checklist> lists;
    for (const auto& file : std::filesystem::directory_iterator{config / "checklists"}) {
        const auto name = file.path().filename().string();
        lists.push_back(read_checklist(text_of(file.path()), name).checklist.value());
    }
    std::sort(lists.begin(), lists.end(), [](const auto& left, const auto& right) {
        return left.code < right.code;
    });
    return lists;
}

domain::Calendar calendar_of(const std::string& code) {
    const auto name = code + ".yaml";
    return read_calendar(text_of(config / "calendars" / name), name).calendar.value();
}

domain::Calendar china() {
    return calendar_of("cn");
}

/// Days off and make-up working days of a year, counting weekends within holidays as the notices
/// do.
int worked_days(int year, const std::string& code = "cn") {
    const auto calendar = calendar_of(code);
    int days = 0;
    for (auto day = Day{std::chrono::year{year} / 1 / 1};
         day <= Day{std::chrono::year{year} / 12 / 31};
         day += std::chrono::days{1}) {
        days += domain::is_working_day(calendar, day).or_throw() ? 1 : 0;
    }
    return days;
}

/// Checks that each word stands in `text` between these quotes.
template <class Enum, std::size_t size>
void check_words(const std::string& text,
                 const std::string& quote,
                 const Vocabulary<Enum, size>& vocabulary) {
    for (const auto& [value, word] : vocabulary.words) {
        auto quoted = quote;
        quoted.append(word).append(quote);
        CAPTURE(quoted);
        CHECK(text.find(quoted) != std::string::npos);
    }
}

/// Checks that `text` knows all words that a checklist may contain.
void check_vocabulary(const std::string& text, const std::string& quote) {
    check_words(text, quote, domain::item_kinds);
    check_words(text, quote, domain::item_classes);
    check_words(text, quote, domain::evidence_rules);
    check_words(text, quote, domain::methods);
    check_words(text, quote, domain::scoring_methods);
    check_words(text, quote, domain::na_policies);
    check_words(text, quote, domain::judges);
    check_words(text, quote, domain::urgencies);
    check_words(text, quote, domain::unit_kinds);
    check_words(text, quote, domain::ownerships);
}

}  // namespace

TEST_SUITE("yaml/library") {
    TEST_CASE("each checklist has neither errors nor warnings, and is named by its code") {
        int seen = 0;
        for (const auto& file : std::filesystem::directory_iterator{config / "checklists"}) {
            const auto name = file.path().filename().string();
            CAPTURE(name);
            const auto reading = read_checklist(text_of(file.path()), name);
            CHECK(test::findings(reading.errors) == test::Findings{});
            CHECK(test::findings(reading.warnings) == test::Findings{});
            REQUIRE(reading.checklist.has_value());
            CHECK(reading.checklist->code + ".yaml" == name);
            ++seen;
        }
        CHECK(seen >= 28);
    }

    TEST_CASE("checklists and their sections have titles in three languages") {
        for (const auto& list : library()) {
            CAPTURE(list.code);
            CHECK(list.title.all().size() == 3);
            for (const auto& section : list.sections) {
                CAPTURE(section.id);
                CHECK(section.title.all().size() == 3);
            }
        }
    }

    TEST_CASE("checklists have 20 items or more, each with points and a method") {
        for (const auto& list : library()) {
            CAPTURE(list.code);
            CHECK(domain::items_of(list).size() >= 20);
            for (const auto& placed : domain::items_of(list)) {
                CAPTURE(placed.item->id);
                CHECK_FALSE(placed.item->points.is_zero());
                CHECK(placed.item->method.has_value());
            }
        }
    }

    TEST_CASE("no text of an item stands in more than two checklists") {
        std::map<std::string, std::set<std::string>> codes;
        for (const auto& list : library()) {
            for (const auto& placed : domain::items_of(list)) {
                codes[std::string{placed.item->text.in("zh-CN")}].insert(list.code);
            }
        }
        for (const auto& each : codes) {
            CAPTURE(each.first);
            CHECK(each.second.size() <= 2);
        }
    }

    TEST_CASE("a failure raises an issue with a department, but not at a competitor's") {
        for (const auto& list : library()) {
            for (const auto& placed : domain::items_of(list)) {
                CAPTURE(list.code);
                CAPTURE(placed.item->id);
                const auto& issue = placed.item->issue;
                if (list.code == "competitor-visit") {
                    CHECK_FALSE(issue.has_value());
                } else if (issue) {
                    CHECK_FALSE(issue->department.empty());
                }
            }
        }
    }

    TEST_CASE("a veto item says what to do when it fails, and by when") {
        for (const auto& list : library()) {
            for (const auto& placed : domain::items_of(list)) {
                const auto& item = *placed.item;
                if (item.item_class == domain::ItemClass::veto && list.code != "qsc-store") {
                    CAPTURE(list.code);
                    CAPTURE(item.id);
                    REQUIRE(item.issue.has_value());
                    CHECK(item.issue->days.has_value());
                    CHECK_FALSE(item.issue->measure.all().empty());
                }
            }
        }
    }

    TEST_CASE("the QSC patrol has 45 to 60 items of all kinds") {
        const auto list = qsc_store();
        std::set<domain::ItemKind> kinds;
        for (const auto& placed : domain::items_of(list)) {
            kinds.insert(placed.item->kind);
        }
        const auto count = domain::items_of(list).size();
        CHECK(count >= 45);
        CHECK(count <= 60);
        CHECK(kinds.size() >= 4);
    }

    TEST_CASE("every failure of the QSC patrol raises an issue with a department") {
        const auto list = qsc_store();
        for (const auto& placed : domain::items_of(list)) {
            CAPTURE(placed.item->id);
            REQUIRE(placed.item->issue.has_value());
            CHECK_FALSE(placed.item->issue->department.empty());
        }
    }

    TEST_CASE("the titles of the QSC patrol are in three languages, its items in two") {
        const auto list = qsc_store();
        CHECK(list.title.all().size() == 3);
        for (const auto& section : list.sections) {
            CHECK(section.title.all().size() == 3);
        }
        for (const auto& placed : domain::items_of(list)) {
            CHECK(placed.item->text.all().size() == 2);
        }
    }

    TEST_CASE("the schema and the page about checklists know every word") {
        check_vocabulary(text_of(root / "docs/formats/checklist.schema.json"), "\"");
        check_vocabulary(text_of(root / "docs/checklist-format.md"), "`");
    }

    TEST_CASE("the page about checklists lists the library, with the number of items") {
        const auto page = text_of(root / "docs/checklist-format.md");
        for (const auto& list : library()) {
            const auto row = fmt::format("| `{}` | {} | {} | {} |",
                                         list.code,
                                         list.title.in("zh-CN"),
                                         list.title.in("en"),
                                         domain::items_of(list).size());
            CAPTURE(row);
            CHECK(page.find(row) != std::string::npos);
        }
    }

    TEST_CASE("the template of dudao.yaml says what the defaults are, and names the store") {
        const auto reading = read_settings(text_of(config / "dudao.yaml"), "dudao.yaml");
        CHECK(test::findings(reading.errors) == test::Findings{});
        REQUIRE(reading.settings.has_value());
        CHECK(reading.settings->store == "dudao.db");
        CHECK(reading.settings->calendar == "cn");
        const domain::Policy usual;
        CHECK(reading.settings->policy.days == usual.days);
        CHECK(reading.settings->policy.plan_approvers == usual.plan_approvers);
        CHECK(reading.settings->policy.timezone == usual.timezone);
        for (const auto& each : domain::visit_kinds.words) {
            CAPTURE(each.second);
            CHECK(reading.settings->policy.binding.contains(each.first));
        }
    }

    TEST_CASE("the calendar of China has the years that are announced") {
        CHECK(china().years == std::set{2024, 2025, 2026});
    }

    // 366 or 365 days, less weekends, less weekdays off, plus make-up working days:
    // 2024: 366 - 104 - 19 + 8; 2025: 365 - 104 - 18 + 5; 2026: 365 - 104 - 19 + 6.
    TEST_CASE("the years of China have as many working days as announced") {
        CHECK(worked_days(2024) == 251);
        CHECK(worked_days(2025) == 248);
        CHECK(worked_days(2026) == 248);
    }

    TEST_CASE("each calendar is read, and named by its code") {
        for (const auto& file : std::filesystem::directory_iterator{config / "calendars"}) {
            const auto name = file.path().filename().string();
            CAPTURE(name);
            const auto reading = read_calendar(text_of(file.path()), name);
            CHECK(test::findings(reading.errors) == test::Findings{});
            REQUIRE(reading.calendar.has_value());
            CHECK(reading.calendar->code + ".yaml" == name);
        }
    }

    // The announcements name the sum of days off: 115, 118 after three more holidays, 120.
    TEST_CASE("the years of Taiwan have as many days off as announced") {
        CHECK(calendar_of("tw").years == std::set{2024, 2025, 2026});
        CHECK(worked_days(2024, "tw") == 366 - 115);
        CHECK(worked_days(2025, "tw") == 365 - 118);
        CHECK(worked_days(2026, "tw") == 365 - 120);
    }

    // 17 general holidays a year: 2024 and 2025 have two of them on Saturdays, 2026 three.
    TEST_CASE("the years of Hong Kong have their general holidays") {
        CHECK(calendar_of("hk").years == std::set{2024, 2025, 2026});
        CHECK(worked_days(2024, "hk") == 366 - 104 - 15);
        CHECK(worked_days(2025, "hk") == 365 - 104 - 15);
        CHECK(worked_days(2026, "hk") == 365 - 104 - 14);
    }

    // 20 holidays a year; those at weekends are made up for on other days.
    TEST_CASE("the years of Macao have their holidays and the days in their place") {
        CHECK(calendar_of("mo").years == std::set{2025, 2026});
        CHECK(worked_days(2025, "mo") == 365 - 104 - 20);
        CHECK(worked_days(2026, "mo") == 365 - 104 - 20);
    }

    TEST_CASE("rules of plans have no errors, and name checklists of the library") {
        std::set<std::string> codes;
        for (const auto& list : library()) {
            codes.insert(list.code);
        }
        for (const std::string name : {"frequency.yaml", "food-safety.yaml"}) {
            CAPTURE(name);
            const auto reading = read_frequency(text_of(config / "rules" / name), name);
            CHECK(test::findings(reading.errors) == test::Findings{});
            REQUIRE(reading.rules.has_value());
            for (const auto& rule : *reading.rules) {
                CHECK(codes.contains(rule.checklist.code));
            }
        }
    }

    TEST_CASE("rules of issues and playbooks have no errors") {
        const auto rules = config / "rules";
        CHECK(read_recurrence(text_of(rules / "recurrence.yaml"), "").errors.empty());
        CHECK(read_escalation(text_of(rules / "escalation.yaml"), "").errors.empty());
        std::size_t playbooks = 0;
        for (const auto& file : std::filesystem::directory_iterator{config / "playbooks"}) {
            CAPTURE(file.path().filename().string());
            CHECK(read_playbook(text_of(file.path()), "").errors.empty());
            ++playbooks;
        }
        CHECK(playbooks == 5);
    }

    TEST_CASE("the examples in the file of rules are right when they are used") {
        auto text = text_of(config / "rules/frequency.yaml");
        const auto examples = text.find("# 以下示例");
        REQUIRE(examples != std::string::npos);
        std::string used = text.substr(0, examples);
        for (auto at = text.find('\n', examples) + 1; at < text.size();) {
            const auto end = text.find('\n', at);
            const auto line = text.substr(at, end + 1 - at);
            const bool is_remark = line.starts_with("# ") && line[2] != ' ';
            used += is_remark ? line : line.substr(1);  // without its #
            at = end + 1;
        }
        const auto reading = read_frequency(used, "frequency.yaml");
        CHECK(test::findings(reading.errors) == test::Findings{});
        REQUIRE(reading.rules.has_value());
        CHECK(reading.rules->size() == 7);
        CHECK(reading.risk.has_value());
    }

    TEST_CASE("the closed days of a new workspace are none") {
        const auto reading = read_closed_days(text_of(config / "closed-days.yaml"), "f");
        REQUIRE(reading.closed_days.has_value());
        CHECK(reading.closed_days->empty());
    }

    TEST_CASE("the schema and the page of rules know all words") {
        for (const auto& [path, quote] : {std::pair{"docs/formats/frequency.schema.json", "\""},
                                          std::pair{"docs/frequency-format.md", "`"}}) {
            const auto text = text_of(root / path);
            check_words(text, quote, domain::visit_kinds);
        }
        const auto schema = text_of(root / "docs/formats/frequency.schema.json");
        check_words(schema, "\"", domain::watches);
        check_words(schema, "\"", domain::unit_kinds);
        check_words(schema, "\"", domain::ownerships);
    }

    TEST_CASE("the schema and the page of what plans say know all words") {
        for (const auto& [path, quote] : {std::pair{"docs/formats/plan.schema.json", "\""},
                                          std::pair{"docs/plan-format.md", "`"}}) {
            const auto text = text_of(root / path);
            check_words(text, quote, domain::metrics);
            check_words(text, quote, domain::adds_words);
        }
    }

    TEST_CASE("the Spring Festival of 2026 is from 15 to 23 February, with two days made up") {
        const auto calendar = china();
        const auto worked = [&](Day day) {
            return domain::is_working_day(calendar, day).or_throw();
        };
        CHECK(worked(2026y / 2 / 13));
        CHECK(worked(2026y / 2 / 14));
        for (int day = 15; day <= 23; ++day) {
            CHECK_FALSE(worked(2026y / 2 / day));
        }
        CHECK(worked(2026y / 2 / 24));
        CHECK(worked(2026y / 2 / 28));
    }
}

}  // namespace dudao::yaml
