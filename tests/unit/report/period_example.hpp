#pragma once

#include "base/dates.hpp"
#include "base/decimal.hpp"
#include "base/ulid.hpp"
#include "domain/period.hpp"
#include "report/period_report.hpp"

#include <array>
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace dudao::test {

/// 864 is 86.4.
inline Decimal tenths(std::int64_t count) {
    return Decimal::from_thousandths(count * 100);
}

inline Day day(int year, unsigned month, unsigned number) {
    return std::chrono::year_month_day{
        std::chrono::year{year}, std::chrono::month{month}, std::chrono::day{number}};
}

inline domain::Period november() {
    return domain::month_of(day(2026, 11, 1));
}

/// A month without anything: no plan, no visits, no issues.
inline report::PeriodReport empty_month() {
    report::PeriodReport month{.period = november(),
                               .today = day(2026, 12, 2),
                               .made_at = Instant{day(2026, 12, 2)} + std::chrono::minutes{95},
                               .timezone = "Asia/Shanghai",
                               .chain = "云栖咖啡"};
    month.organised_on = november().last;
    for (const auto& [verdict, word] : domain::verdicts.words) {
        month.scores.verdicts.push_back({verdict, 0});
    }
    for (int back = 12; back >= 0; --back) {
        month.trend.push_back({.period = domain::periods_later(november(), -back)});
    }
    return month;
}

inline void add_scores(report::PeriodReport& month) {
    using domain::Verdict;
    month.coverage = {.planned = 1240,
                      .done = 1182,
                      .late = 23,
                      .open = 0,
                      .missed = 58,
                      .cancelled = 5,
                      .unplanned = 34,
                      .units = {412, 420}};
    month.scores = {
        .visits = 1216,
        .visits_year_before = 1096,
        .scored = 1198,
        .mean = {.now = tenths(864), .period_before = tenths(852), .year_before = tenths(872)},
        .pooled = tenths(861),
        .passed = {1043, 1198},
        .grades = {{"A 优秀", 402}, {"B 良好", 561}, {"C 合格", 163}, {"D 不合格", 72}},
        .verdicts = {{Verdict::no_score, 4},
                     {Verdict::incomplete, 14},
                     {Verdict::gate_failed, 31},
                     {Verdict::capped, 12},
                     {Verdict::failed, 112},
                     {Verdict::passed, 1043}},
        .moves = {{"A 优秀", "A 优秀", 96},
                  {"A 优秀", "B 良好", 31},
                  {"B 良好", "A 优秀", 44},
                  {"B 良好", "B 良好", 151},
                  {"B 良好", "C 合格", 12},
                  {"C 合格", "B 良好", 25},
                  {"C 合格", "D 不合格", 6},
                  {"D 不合格", "C 合格", 9}}};
}

/// Thirteen months; April was not inspected.
inline void add_trend(report::PeriodReport& month) {
    constexpr std::array<std::int64_t, 13> means{
        872, 869, 858, 861, 846, 0, 838, 842, 851, 849, 857, 852, 864};
    constexpr std::array<std::int64_t, 13> visits{
        1096, 1120, 1088, 604, 1131, 0, 1140, 1152, 1149, 1163, 1175, 1181, 1216};
    month.trend.clear();
    for (std::size_t n = 0; n < means.size(); ++n) {
        report::TrendPoint point{
            .period = domain::periods_later(november(), static_cast<int>(n) - 12),
            .visits = visits.at(n)};
        if (point.visits > 0) {
            const auto best = (means.at(n) - 720) * point.visits / 430;
            const auto last = (960 - means.at(n)) * point.visits / 1600;
            const auto third = point.visits / 7;
            point.mean = tenths(means.at(n));
            point.grades = {{"A 优秀", best},
                            {"B 良好", point.visits - best - third - last},
                            {"C 合格", third},
                            {"D 不合格", last}};
        }
        month.trend.push_back(point);
    }
    month.trend.back().grades = month.scores.grades;
}

inline void add_regions(report::PeriodReport& month) {
    month.regions = {
        {"R-HD", "华东大区", 138, {402, 414}, 411, tenths(893), {377, 405}, 214, 9},
        {"R-HN", "华南大区", 96, {268, 288}, 274, tenths(876), {241, 270}, 171, 12},
        {"R-HB", "华北大区", 74, {214, 222}, 219, tenths(859), {186, 216}, 156, 14},
        {"R-XN", "西南大区", 52, {149, 156}, 155, tenths(838), {124, 153}, 128, 17},
        {"R-HZ", "华中大区", 38, {106, 106}, 112, tenths(822), {88, 111}, 97, 8},
        {"R-XB", "西北大区（含新疆、青海）", 14, {33, 42}, 35, tenths(768), {24, 33}, 46, 11},
        {"R-DB", "Northeast", 8, {10, 12}, 10, tenths(681), {3, 10}, 30, 5},
        {"R-OL", "Online shops", 0, {0, 0}, 0, std::nullopt, {0, 0}, 0, 0}};
}

inline void add_matrix(report::PeriodReport& month) {
    report::Matrix matrix{
        .code = "qsc-store",
        .version = "2026.1",
        .checklist = "门店 QSC 巡检表",
        .section_ids = {"A", "B", "C", "D", "E", "F", "G"},
        .sections = {
            "食品安全", "品质", "服务", "清洁卫生", "设备设施", "陈列与促销", "人员与排班"}};
    constexpr std::array<std::array<std::int64_t, 7>, 8> figures{
        {{962, 914, 886, 871, 892, 905, 848},
         {948, 897, 871, 842, 880, 899, 836},
         {931, 883, 862, 828, 851, 874, 812},
         {916, 862, 831, 795, 838, 857, 789},
         {902, 851, 812, 772, 829, 840, 768},
         {856, 797, 768, 703, 741, 802, 694},
         {781, 702, 688, 611, 655, 714, 623},
         {0, 0, 0, 0, 0, 0, 0}}};
    for (std::size_t n = 0; n < month.regions.size(); ++n) {
        matrix.region_codes.push_back(month.regions[n].code);
        matrix.regions.push_back(month.regions[n].name);
        matrix.cells.emplace_back();
        for (const auto figure : figures.at(n)) {
            matrix.cells.back().push_back(figure > 0 ? std::optional{tenths(figure)}
                                                     : std::nullopt);
        }
    }
    month.matrices = {matrix};
}

inline void add_units(report::PeriodReport& month) {
    month.best = {{"S0012", "上海南京西路店", "华东大区", 3, tenths(991), "A 优秀", 0},
                  {"S0107", "杭州湖滨银泰 in77 店", "华东大区", 3, tenths(985), "A 优秀", 1},
                  {"S0233", "深圳万象天地店", "华南大区", 4, tenths(982), "A 优秀", 0},
                  {"S0048", "苏州中心店", "华东大区", 3, tenths(980), "A 优秀", 0},
                  {"S0301", "广州天河城店", "华南大区", 3, tenths(977), "A 优秀", 2}};
    month.worst = {{"S0391", "哈尔滨中央大街店", "Northeast", 1, tenths(583), "D 不合格", 7},
                   {"S0377",
                    "乌鲁木齐国际大巴扎店",
                    "西北大区（含新疆、青海）",
                    2,
                    tenths(612),
                    "D 不合格",
                    6},
                   {"S0388", "Harbin Airport T2", "Northeast", 1, tenths(640), "D 不合格", 5},
                   {"S0299", "贵阳花果园店", "西南大区", 3, tenths(655), "D 不合格", 4},
                   {"S0412", "武汉光谷步行街店", "华中大区", 3, tenths(671), "D 不合格", 3}};
}

inline void add_failed_items(report::PeriodReport& month) {
    month.all_failures = 2316;
    struct Line {
        const char* item;
        const char* text;
        const char* section;
        bool critical;
        std::int64_t failed;
        std::int64_t partial;
    };
    const std::array<Line, 12> lines{
        {{"Q07", "后厨地面、排水沟无积水、无油污", "清洁卫生", false, 286, 91},
         {"Q31", "排班表与实际到岗一致，高峰时段人手充足", "人员与排班", false, 241, 60},
         {"Q12", "冷藏柜温度 0–5 ℃，每 4 小时记录一次", "食品安全", true, 198, 12},
         {"Q19", "顾客进店 10 秒内有人招呼", "服务", false, 176, 143},
         {"Q08", "垃圾桶加盖，满八成即清", "清洁卫生", false, 151, 34},
         {"Q25", "制冰机、咖啡机按计划保养，记录完整", "设备设施", false, 139, 22},
         {"Q03", "原料开封后贴效期标签，无过期原料", "食品安全", true, 117, 0},
         {"Q28", "促销物料按陈列图摆放，价签与系统一致", "陈列与促销", false, 104, 45},
         {"Q15", "Milk is steamed to 60–65 °C and never reheated", "品质", false, 92, 18},
         {"Q33", "值班经理在岗，交接班记录签字齐全", "人员与排班", false, 81, 9},
         {"Q05", "员工健康证齐全、在有效期内", "食品安全", true, 63, 0},
         {"Q21", "出杯时间不超过 5 分钟", "服务", false, 58, 71}}};
    std::int64_t sum = 0;
    for (const auto& line : lines) {
        sum += line.failed;
        month.failed_items.push_back({.checklist = "qsc-store",
                                      .item = line.item,
                                      .text = line.text,
                                      .section = line.section,
                                      .critical = line.critical,
                                      .assessed = 1190,
                                      .failed = line.failed,
                                      .partial = line.partial,
                                      .share = report::percent({line.failed, month.all_failures}),
                                      .cumulative = report::percent({sum, month.all_failures})});
    }
}

inline void add_issues(report::PeriodReport& month) {
    using domain::IssueStatus;
    using domain::Urgency;
    month.issues = {
        .raised = 842,
        .open = 318,
        .overdue = 76,
        .by_age = {{"not_due", 242}, {"1-7", 48}, {"8-30", 21}, {"31-90", 6}, {"91-", 1}},
        .by_status = {{"proposed", 12},
                      {"open", 61},
                      {"planned", 58},
                      {"in_progress", 73},
                      {"submitted", 35},
                      {"accepted", 578},
                      {"rejected", 11},
                      {"cancelled", 9},
                      {"duplicate", 5}},
        .by_category = {{"execution", 604}, {"process", 131}, {"resource", 89}, {"加盟商配合", 18}},
        .by_urgency = {{"low", 301}, {"medium", 388}, {"high", 122}, {"critical", 31}}};
    month.rectification = {.closed = {578, 828},
                           .on_time = {521, 612},
                           .first_pass = {506, 578},
                           .closed_in_period = 641,
                           .median_days = 6,
                           .p90_days = 17};
    struct Line {
        const char* unit;
        const char* name;
        const char* text;
        const char* category;
        Urgency urgency;
        IssueStatus status;
        const char* owner;
        int days;
    };
    const std::array<Line, 6> lines{{{"S0391",
                                      "哈尔滨中央大街店",
                                      "冷藏柜温度超标，连续三次无记录",
                                      "execution",
                                      Urgency::critical,
                                      IssueStatus::rejected,
                                      "王建国",
                                      38},
                                     {"S0377",
                                      "乌鲁木齐国际大巴扎店",
                                      "消防通道被货物占用",
                                      "execution",
                                      Urgency::high,
                                      IssueStatus::in_progress,
                                      "阿依古丽·买买提",
                                      31},
                                     {"S0299",
                                      "贵阳花果园店",
                                      "后厨排水沟堵塞，需总部工程部协助改造",
                                      "resource",
                                      Urgency::medium,
                                      IssueStatus::planned,
                                      "李敏",
                                      24},
                                     {"S0388",
                                      "Harbin Airport T2",
                                      "No hand-washing record for the night shift",
                                      "process",
                                      Urgency::medium,
                                      IssueStatus::open,
                                      "",
                                      17},
                                     {"S0412",
                                      "武汉光谷步行街店",
                                      "价签与系统价格不一致（12 个单品）",
                                      "execution",
                                      Urgency::low,
                                      IssueStatus::submitted,
                                      "陈晓",
                                      9},
                                     {"S0107",
                                      "杭州湖滨银泰 in77 店",
                                      "排班表与实际到岗不符",
                                      "加盟商配合",
                                      Urgency::low,
                                      IssueStatus::open,
                                      "周婷",
                                      2}}};
    std::uint8_t number = 17;
    for (const auto& line : lines) {
        report::OverdueLine overdue{.unit = line.unit,
                                    .unit_name = line.name,
                                    .text = line.text,
                                    .category = line.category,
                                    .urgency = line.urgency,
                                    .status = line.status,
                                    .owner = line.owner,
                                    .due = month.today - std::chrono::days{line.days},
                                    .days = line.days};
        overdue.id.bytes.fill(number);
        number = static_cast<std::uint8_t>(number + 31);
        month.overdue.push_back(overdue);
    }
}

/// A month of a chain of 420 shops, with something of everything.
inline report::PeriodReport rich_month() {
    auto month = empty_month();
    add_scores(month);
    add_trend(month);
    add_regions(month);
    add_matrix(month);
    add_units(month);
    add_failed_items(month);
    add_issues(month);
    return month;
}

}  // namespace dudao::test
