#include "visits.hpp"

#include "base/dates.hpp"
#include "base/text.hpp"
#include "domain/answer.hpp"

#include <fmt/format.h>

#include <array>

namespace example {

namespace {

using dudao::Decimal;
using dudao::domain::AnswerResult;
using dudao::domain::Item;
using dudao::domain::ItemKind;

constexpr std::array<const char*, 12> remarks{"现场已指出，店长确认",
                                              "当场整改完成",
                                              "已拍照，限期整改",
                                              "高峰期人手不足，未按要求执行",
                                              "新员工不熟悉标准，已现场辅导",
                                              "连续两次发现，要求店长跟进",
                                              "物料缺货，已报采购",
                                              "设备老化，需工程部检修",
                                              "记录不完整，补录",
                                              "交接班未交代清楚",
                                              "仅部分区域不符合",
                                              "店长表示三天内完成"};

/// What someone answered to one item.
struct Given {
    std::string answer;  ///< as files have it
    std::string value;   ///< of numbers
    bool failed = false;
};

/// How often an item fails, in millionths: a few are weak spots of the whole chain, and what ends a
/// visit at once is rare.
std::int64_t failure_rate(const Item& item) {
    std::uint64_t hash = 1469598103934665603ULL;  // FNV-1a
    for (const char c : item.id) {
        hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
    }
    if (item.critical != dudao::domain::CriticalEffect::none) {
        return 2'500;
    }
    const bool weak = hash % 9 == 0;
    return static_cast<std::int64_t>(weak ? 110'000 + hash % 70'000 : 12'000 + hash % 45'000);
}

Decimal between(Decimal least, Decimal most, Chance& chance) {
    constexpr std::int64_t tenth = Decimal::one / 10;
    const auto steps = (most - least).millionths() / tenth;
    const auto step = static_cast<std::int64_t>(chance.below(static_cast<std::size_t>(steps) + 1));
    return Decimal::from_millionths(least.millionths() + step * tenth);
}

Given number(const Item& item, bool fails, Chance& chance) {
    const Decimal span{4};
    const auto least = item.accept_min.value_or(item.accept_max.value_or(span) - span);
    const auto most = item.accept_max.value_or(least + span);
    const Decimal step{1};
    if (!fails) {
        return {"", to_text(between(least, most, chance)), false};
    }
    const auto beyond = item.accept_max ? between(most + step, most + span, chance)
                                        : between(least - span, least - step, chance);
    return {"", to_text(beyond), true};
}

Given scale(const Item& item, bool fails, Chance& chance) {
    const auto result = fails ? AnswerResult::fail : AnswerResult::pass;
    std::vector<int> values;
    for (std::size_t at = 0; at < item.levels.size(); ++at) {
        const bool fits =
            fails ? item.levels[at].result != AnswerResult::pass : item.levels[at].result == result;
        if (fits) {
            values.push_back(item.scale_from + static_cast<int>(at));
        }
    }
    if (values.empty()) {
        values.push_back(item.scale_from);
    }
    return {std::to_string(values[chance.below(values.size())]), "", fails};
}

Given choice(const Item& item, bool fails, Chance& chance) {
    std::vector<std::string> values;
    for (const auto& option : item.options) {
        const bool passes = option.outcome.result == AnswerResult::pass;
        if (passes != fails && option.outcome.result != AnswerResult::na) {
            values.push_back(option.value);
        }
    }
    return {values.empty() ? item.options.front().value : values[chance.below(values.size())],
            "",
            fails};
}

Given answer_to(const Item& item, std::int64_t rate, Chance& chance) {
    constexpr std::int64_t not_applicable = 15'000;
    if (na_allowed(item) && chance.happens(not_applicable)) {
        return {"N", "", false};
    }
    const bool fails = chance.happens(rate);
    switch (item.kind) {
        case ItemKind::number:
            return number(item, fails, chance);
        case ItemKind::scale:
            return scale(item, fails, chance);
        case ItemKind::choice:
            return choice(item, fails, chance);
        default:
            break;  // the example's checklist has no other kinds
    }
    const bool partly = fails && item.partial_points && chance.below(2) == 0;
    return {fails ? (partly ? "M" : "F") : "P", "", fails};
}

/// Calls `visit(shop, at)` for each visit, area by area and day by day as supervisors work.
template <class Visit>
void each_visit(const Chain& chain, const Visits& visits, Chance& chance, const Visit& visit) {
    const auto days = static_cast<std::size_t>((visits.until - visits.month.first).count() + 1);
    for (const auto& shop : chain.shops) {
        if (shop.code == visits.except || !chance.happens(visits.share)) {
            continue;
        }
        const auto day = visits.month.first + std::chrono::days{chance.below(days)};
        const auto minutes = std::size_t{9} * 60 + chance.below(102) * 5;
        visit(shop, fmt::format("{} {:02}:{:02}", dudao::to_text(day), minutes / 60, minutes % 60));
    }
}

/// How often an item fails in this shop, under the eyes of this supervisor.
std::int64_t rate_of(const Item& item, const Shop& shop, std::int64_t failures) {
    const auto strictness = 700 + static_cast<std::int64_t>(shop.supervisor * 37 % 600);
    return failure_rate(item) * shop.quality / 1000 * strictness / 1000 * failures / 1000;
}

/// The number of an option, as the round shows it.
std::string number_of(const Item& item, const std::string& option) {
    for (std::size_t at = 0; at < item.options.size(); ++at) {
        if (item.options[at].value == option) {
            return std::to_string(at + 1);
        }
    }
    return {};
}

/// What is pressed to give this answer.
std::string keys_for(const Item& item, const Given& given, Chance& chance) {
    if (!given.value.empty()) {
        return given.value + '\n';
    }
    if (item.kind == ItemKind::choice && given.answer != "N") {
        return number_of(item, given.answer);
    }
    if (item.kind == ItemKind::pass_fail && given.answer == "F") {
        return fmt::format("F{}\n", remarks.at(chance.below(remarks.size())));
    }
    return item.kind == ItemKind::number ? "n\n" : dudao::ascii_lower(given.answer.substr(0, 1));
}

}  // namespace

std::string long_csv(const Chain& chain,
                     const dudao::domain::Checklist& checklist,
                     const Visits& visits,
                     Chance& chance) {
    std::string csv = "unit,at,inspector,item,answer,value,remark\n";
    const auto items = dudao::domain::items_of(checklist);
    each_visit(chain, visits, chance, [&](const Shop& shop, const std::string& at) {
        const auto head = fmt::format("{},{},{}", shop.code, at, supervisor_code(shop.supervisor));
        for (const auto& placed : items) {
            const auto& item = *placed.item;
            const auto given = answer_to(item, rate_of(item, shop, visits.failures), chance);
            const bool remarked = given.failed && chance.below(10) < 6;
            csv += fmt::format("{},{},{},{},{}\n",
                               head,
                               item.id,
                               given.answer,
                               given.value,
                               remarked ? remarks.at(chance.below(remarks.size())) : "");
        }
    });
    return csv;
}

std::string wide_csv(const Chain& chain,
                     const dudao::domain::Checklist& checklist,
                     const std::vector<Visits>& months,
                     Chance& chance) {
    std::string csv = "unit,at,inspector";
    const auto items = dudao::domain::items_of(checklist);
    for (const auto& placed : items) {
        csv += ',' + placed.item->id;
    }
    csv += '\n';
    for (const auto& visits : months) {
        each_visit(chain, visits, chance, [&](const Shop& shop, const std::string& at) {
            csv += fmt::format("{},{},{}", shop.code, at, supervisor_code(shop.supervisor));
            for (const auto& placed : items) {
                const auto rate = rate_of(*placed.item, shop, visits.failures);
                const auto given = answer_to(*placed.item, rate, chance);
                csv += ',' + (given.value.empty() ? given.answer : given.value);
            }
            csv += '\n';
        });
    }
    return csv;
}

std::string round_keys(const dudao::domain::Checklist& checklist, Chance& chance) {
    std::string keys;
    for (const auto& placed : dudao::domain::items_of(checklist)) {
        const auto& item = *placed.item;
        constexpr std::int64_t often = 120'000;
        const bool critical = item.critical != dudao::domain::CriticalEffect::none;
        keys += keys_for(item, answer_to(item, critical ? 0 : often, chance), chance);
    }
    return keys + 'y';
}

}  // namespace example
