// Makes the data of the benches, the same on every machine:
//     bench-data stores N | moved N | people | checklist | long MONTH | wide MONTH | facts MONTH |
//     visits MONTH
// `moved` has the stores with another address for 1 %.
// MONTH counts from 0, which is November 2024. A month has 100,000 visits to 50,000 stores with 60
// items each; about 205,000 failures raise an issue. `facts` has a row an answer and `visits` a row
// a visit, as integers, for the peers that keep answers that way.
#include "base/dates.hpp"
#include "domain/period.hpp"

#include <fmt/format.h>

#include <array>
#include <cstdint>
#include <cstdlib>
#include <iostream>
#include <string>
#include <string_view>

namespace {

constexpr int items = 60;
constexpr int sections = 6;
constexpr int shops = 50'000;
constexpr int visits_a_month = 100'000;
constexpr int inspectors = 500;

/// splitmix64 (Steele, Lea, Flood 2014): one state, one number.
class Chance {
  public:
    explicit Chance(std::uint64_t seed) : state_(seed) {}
    std::uint64_t next() {
        auto z = (state_ += 0x9E3779B97F4A7C15ULL);
        z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9ULL;
        z = (z ^ (z >> 27U)) * 0x94D049BB133111EBULL;
        return z ^ (z >> 31U);
    }
    int below(int bound) {
        return static_cast<int>((next() >> 33U) % static_cast<unsigned>(bound));
    }

  private:
    std::uint64_t state_;
};

constexpr std::array<const char*, 7> regions{
    "华东", "华南", "华北", "华中", "西南", "西北", "东北"};
constexpr std::array<const char*, 6> roads{
    "人民路", "中山路", "解放大道", "建设街", "滨江大道", "文化路"};
constexpr std::array<const char*, 6> remarks{"地面有积水",
                                             "冷柜温度超标，已要求调整",
                                             "陈列缺货，\"\"端架\"\"空置",
                                             "员工未佩戴工牌",
                                             "消防通道堆放杂物",
                                             "过期商品未下架"};

int points_of(int item) {
    return 1 + item * 7 % 5;
}

/// How often of a thousand an item fails: 20 to 119.
int failures_of(int item) {
    return 20 + item * 37 % 100;
}

struct Visit {
    int shop = 0;
    int day = 0;  ///< of the month, from 0
    int minute = 0;
    std::array<char, items> marks{};
};

Visit visit_of(int month, int index) {
    Visit visit;
    visit.shop = static_cast<int>(static_cast<std::int64_t>(index % shops) * 7919 % shops);
    visit.day = static_cast<int>(static_cast<std::int64_t>(index) * 28 / visits_a_month);
    visit.minute = 540 + index % 500;
    Chance chance{static_cast<std::uint64_t>(month) * visits_a_month +
                  static_cast<unsigned>(index)};
    for (int item = 0; item < items; ++item) {
        const int drawn = chance.below(1000);
        const int fails = failures_of(item);
        visit.marks.at(static_cast<std::size_t>(item)) = drawn < fails        ? 'F'
                                                         : drawn < fails + 50 ? 'N'
                                                                              : 'P';
    }
    return visit;
}

dudao::domain::Period month_of(int month) {
    const auto first = dudao::domain::parse_period("2024-11").or_throw();
    return dudao::domain::periods_later(first, month);
}

void put(const std::string& text) {
    std::cout.write(text.data(), static_cast<std::streamsize>(text.size()));
}

void stores(int count, bool moved) {
    put("code,name,region,city,address,lat,lon,phone,opened_on,status,ownership,tags\n");
    for (int row = 0; row < count; ++row) {
        // Codes in no order, as lists come.
        const auto index = static_cast<int>(static_cast<std::int64_t>(row) * 611'953 % count);
        Chance chance{static_cast<std::uint64_t>(index) + 99};
        const auto region = static_cast<std::size_t>(chance.below(7));
        put(fmt::format(
            "S{:08},鲜果时光{}{}店,{},{}{}市,{}{}号{}层{},{}.{:06},{}.{:06},1{}{:09},20{:"
            "02}-{:02}-{:02},{},{},{}\n",
            index,
            roads.at(static_cast<std::size_t>(chance.below(6))),
            index % 997,
            regions.at(region),
            regions.at(region),
            1 + chance.below(40),
            roads.at(static_cast<std::size_t>(chance.below(6))),
            1 + chance.below(2000),
            1 + chance.below(6),
            moved && index % 100 == 7 ? "东" : "",
            20 + chance.below(25),
            chance.below(1'000'000),
            90 + chance.below(40),
            chance.below(1'000'000),
            3 + chance.below(7),
            chance.below(1'000'000'000),
            5 + chance.below(20),
            1 + chance.below(12),
            1 + chance.below(28),
            chance.below(6) == 0 ? "停业" : "营业",
            chance.below(3) == 0 ? "加盟" : "直营",
            chance.below(4) == 0 ? "旗舰" : ""));
    }
}

void people() {
    put("code,name,roles\n");
    for (int index = 0; index < inspectors; ++index) {
        put(fmt::format("P{:03},督导{:03},supervisor\n", index, index));
    }
}

void checklist() {
    put("code: bench\nversion: \"1\"\ntitle: 基准检查表\nscoring:\n  method: weighted_sections\n"
        "  pass: 80\n  grades:\n    - {name: A, min: 90}\n    - {name: B, min: 80}\n"
        "    - {name: C, min: 70}\n    - {name: D, min: 0}\nsections:\n");
    constexpr std::array<int, sections> weights{30, 20, 15, 15, 10, 10};
    for (int section = 0; section < sections; ++section) {
        put(fmt::format("  - id: S{}\n    title: 第{}部分\n    weight: {}\n    items:\n",
                        section + 1,
                        section + 1,
                        weights.at(static_cast<std::size_t>(section))));
        for (int item = section * 10; item < section * 10 + 10; ++item) {
            put(fmt::format(
                "      - id: Q{:02}\n        text: 第{}项要求得到执行\n        points: {}\n",
                item + 1,
                item + 1,
                points_of(item)));
            if (item % 2 == 0) {
                put("        issue: {category: execution, urgency: medium, department: 运营部}\n");
            }
        }
    }
}

std::string head_of(int month, int index, const Visit& visit) {
    const auto day = month_of(month).first + std::chrono::days{visit.day};
    return fmt::format("S{:08},{} {:02}:{:02},P{:03}",
                       visit.shop,
                       dudao::to_text(day),
                       visit.minute / 60,
                       visit.minute % 60,
                       index % inspectors);
}

void long_answers(int month) {
    put("unit,at,inspector,item,answer,value,remark\n");
    for (int index = 0; index < visits_a_month; ++index) {
        const auto visit = visit_of(month, index);
        const auto head = head_of(month, index, visit);
        std::string rows;
        for (int item = 0; item < items; ++item) {
            const char mark = visit.marks.at(static_cast<std::size_t>(item));
            const std::string_view word = mark == 'P' ? "合格" : mark == 'F' ? "不合格" : "不适用";
            const auto* remark =
                mark == 'F' ? remarks.at(static_cast<std::size_t>((visit.shop + item) % 6)) : "";
            const bool quoted = std::string_view{remark}.find('"') != std::string_view::npos;
            rows += fmt::format("{},Q{:02},{},,{}{}{}\n",
                                head,
                                item + 1,
                                word,
                                quoted ? "\"" : "",
                                remark,
                                quoted ? "\"" : "");
        }
        put(rows);
    }
}

void wide_answers(int month) {
    std::string header = "unit,at,inspector";
    for (int item = 0; item < items; ++item) {
        header += fmt::format(",Q{:02}", item + 1);
    }
    put(header + '\n');
    for (int index = 0; index < visits_a_month; ++index) {
        const auto visit = visit_of(month, index);
        auto row = head_of(month, index, visit);
        for (const char mark : visit.marks) {
            row += ',';
            row += mark;
        }
        put(row + '\n');
    }
}

void facts(int month) {
    for (int index = 0; index < visits_a_month; ++index) {
        const auto visit = visit_of(month, index);
        std::string rows;
        for (int item = 0; item < items; ++item) {
            const char mark = visit.marks.at(static_cast<std::size_t>(item));
            rows += fmt::format("{},{},{},{}\n",
                                static_cast<std::int64_t>(month) * visits_a_month + index,
                                item,
                                mark == 'P'   ? 0
                                : mark == 'F' ? 1
                                              : 2,
                                mark == 'P' ? points_of(item) : 0);
        }
        put(rows);
    }
}

void visits(int month) {
    const auto first = month_of(month).first.time_since_epoch().count();
    for (int index = 0; index < visits_a_month; ++index) {
        const auto visit = visit_of(month, index);
        put(fmt::format("{},{},{},{}\n",
                        static_cast<std::int64_t>(month) * visits_a_month + index,
                        visit.shop,
                        visit.shop % 7,
                        first + visit.day));
    }
}

}  // namespace

int main(int argc, char** argv) {
    const std::string_view what = argc > 1 ? argv[1] : "";
    const int number = argc > 2 ? std::atoi(argv[2]) : 0;  // NOLINT(cert-err34-c)
    if (what == "stores") {
        stores(number, false);
    } else if (what == "moved") {
        stores(number, true);
    } else if (what == "people") {
        people();
    } else if (what == "checklist") {
        checklist();
    } else if (what == "long") {
        long_answers(number);
    } else if (what == "wide") {
        wide_answers(number);
    } else if (what == "facts") {
        facts(number);
    } else if (what == "visits") {
        visits(number);
    } else {
        std::cerr << "usage: bench-data stores|moved N | people | checklist | "
                     "long|wide|facts|visits MONTH\n";
        return 2;
    }
    return 0;
}
