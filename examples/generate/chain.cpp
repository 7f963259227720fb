#include "chain.hpp"

#include "exchange/csv.hpp"
#include "exchange/csv_writer.hpp"
#include "exchange/decoder.hpp"
#include "exchange/input.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <numeric>
#include <stdexcept>

namespace example {

namespace {

constexpr std::size_t shops_per_supervisor = 115;

constexpr std::array<const char*, 40> surnames{
    "王", "李", "张", "刘", "陈", "杨", "赵", "黄", "周", "吴", "徐", "孙", "胡", "朱",
    "高", "林", "何", "郭", "马", "罗", "梁", "宋", "郑", "谢", "韩", "唐", "冯", "于",
    "董", "萧", "程", "曹", "袁", "邓", "许", "傅", "沈", "曾", "彭", "吕"};
constexpr std::array<const char*, 48> given_names{
    "伟",   "芳",   "娜",   "敏",   "静",   "丽",   "强",   "磊",   "洋",   "艳",   "勇",   "杰",
    "涛",   "明",   "超",   "霞",   "平",   "刚",   "桂英", "志远", "欣怡", "子涵", "雨桐", "浩然",
    "佳琪", "晓东", "建华", "文博", "思远", "梦瑶", "嘉豪", "雪梅", "海燕", "俊杰", "美玲", "国庆",
    "春燕", "立新", "慧敏", "一鸣", "诗雨", "振宇", "丹丹", "永强", "婷婷", "家明", "若曦", "宏伟"};

std::string person_name(Chance& chance) {
    const auto* surname = surnames.at(chance.below(surnames.size()));
    return std::string{surname} + given_names.at(chance.below(given_names.size()));
}

/// Areas in which supervision is weaker than elsewhere: what the report should find.
bool is_weak(const std::string& province) {
    return province == "福建省" || province == "河北省" || province == "江西省" ||
           province == "辽宁省" || province == "陕西省";
}

std::size_t column_of(const std::vector<std::string>& headers, std::string_view name) {
    const auto found = std::find(headers.begin(), headers.end(), name);
    if (found == headers.end()) {
        throw std::runtime_error{fmt::format("the list of stores has no column {}", name)};
    }
    return static_cast<std::size_t>(found - headers.begin());
}

}  // namespace

Chain read_chain(const std::string& stores_file, Chance& chance) {
    auto input = dudao::exchange::Input::open(stores_file).or_throw();
    dudao::exchange::Decoder decoder{input, dudao::exchange::Encoding::utf8};
    dudao::exchange::CsvReader reader{decoder};
    Chain chain;
    while (reader.next() == dudao::exchange::Step::row) {
        const std::vector<std::string> fields{reader.fields().begin(), reader.fields().end()};
        if (chain.headers.empty()) {
            chain.headers = fields;
            continue;
        }
        Shop shop{.fields = fields,
                  .code = fields[column_of(chain.headers, "门店编号")],
                  .province = fields[column_of(chain.headers, "省份")],
                  .city = fields[column_of(chain.headers, "城市")]};
        if (shop.province.empty()) {
            shop.province = shop.city;
        }
        constexpr std::size_t spread = 1200;
        shop.quality = 400 + static_cast<std::int64_t>(chance.below(spread));
        shop.quality += is_weak(shop.province) ? 700 : 0;
        chain.shops.push_back(std::move(shop));
    }
    std::vector<std::size_t> by_area(chain.shops.size());
    std::iota(by_area.begin(), by_area.end(), std::size_t{0});
    std::stable_sort(by_area.begin(), by_area.end(), [&](std::size_t a, std::size_t b) {
        const auto& left = chain.shops[a];
        const auto& right = chain.shops[b];
        return std::tie(left.province, left.city, left.code) <
               std::tie(right.province, right.city, right.code);
    });
    for (std::size_t at = 0; at < by_area.size(); ++at) {
        chain.shops[by_area[at]].supervisor = at / shops_per_supervisor;
        chain.supervisors = at / shops_per_supervisor + 1;
    }
    return chain;
}

std::string supervisor_code(std::size_t index) {
    return fmt::format("D{:03}", index + 1);
}

std::string head_code(const Shop& shop) {
    return "H" + shop.code;
}

std::string people_csv(const Chain& chain, Chance& chance) {
    std::string csv = "工号,姓名,角色,所属\n";
    const auto add = [&](const std::string& code, const char* role, const std::string& unit) {
        csv += fmt::format("{},{},{},{}\n", code, person_name(chance), role, unit);
    };
    add("M01", "运营主管", "");
    add("M02", "运营主管", "");
    add("A01", "审批人", "");
    add("A02", "审批人", "");
    add("Y01", "数据分析", "");
    for (std::size_t index = 0; index < chain.supervisors; ++index) {
        add(supervisor_code(index), "督导", "");
    }
    for (const auto& shop : chain.shops) {
        add(head_code(shop), "店长", shop.code);
    }
    return csv;
}

std::string stores_csv(const Chain& chain) {
    std::string csv;
    dudao::exchange::CsvWriter writer{csv, {.guard_formulas = false}};
    for (const auto& header : chain.headers) {
        writer.field(header);
    }
    writer.field("经营模式").field("督导").field("店长");
    writer.end_row();
    for (const auto& shop : chain.shops) {
        for (const auto& field : shop.fields) {
            writer.field(field);
        }
        writer.field("直营").field(supervisor_code(shop.supervisor)).field(head_code(shop));
        writer.end_row();
    }
    return csv;
}

}  // namespace example
