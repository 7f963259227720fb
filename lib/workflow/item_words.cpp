#include "workflow/item_words.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

namespace dudao::workflow {

namespace {

using domain::ItemKind;
using domain::Method;

template <class Value, std::size_t size>
using Words = std::array<std::pair<std::string_view, Value>, size>;

constexpr Words<ItemKind, 32> kind_words{
    {{"合格", ItemKind::pass_fail}, {"合格/不合格", ItemKind::pass_fail},
     {"判断", ItemKind::pass_fail}, {"判斷", ItemKind::pass_fail},
     {"是否", ItemKind::pass_fail}, {"是/否", ItemKind::pass_fail},
     {"数值", ItemKind::number},    {"數值", ItemKind::number},
     {"测量", ItemKind::number},    {"測量", ItemKind::number},
     {"单选", ItemKind::choice},    {"單選", ItemKind::choice},
     {"选择", ItemKind::choice},    {"選擇", ItemKind::choice},
     {"计数", ItemKind::count},     {"計數", ItemKind::count},
     {"数量", ItemKind::count},     {"數量", ItemKind::count},
     {"文本", ItemKind::text},      {"文字", ItemKind::text},
     {"填空", ItemKind::text},      {"日期", ItemKind::date},
     {"时间", ItemKind::time},      {"時間", ItemKind::time},
     {"照片", ItemKind::photo},     {"拍照", ItemKind::photo},
     {"签名", ItemKind::signature}, {"簽名", ItemKind::signature},
     {"签字", ItemKind::signature}, {"簽字", ItemKind::signature},
     {"步骤", ItemKind::step},      {"步驟", ItemKind::step}}};

/// Kinds that are known by their own names, too: the others need more than a row can say.
constexpr std::array named_kinds{ItemKind::pass_fail,
                                 ItemKind::number,
                                 ItemKind::choice,
                                 ItemKind::count,
                                 ItemKind::text,
                                 ItemKind::date,
                                 ItemKind::time,
                                 ItemKind::photo,
                                 ItemKind::signature,
                                 ItemKind::step};

constexpr Words<Method, 15> method_words{{{"现场", Method::observe},
                                          {"現場", Method::observe},
                                          {"目测", Method::observe},
                                          {"目測", Method::observe},
                                          {"observe", Method::observe},
                                          {"抽查", Method::sample},
                                          {"sample", Method::sample},
                                          {"访谈", Method::interview},
                                          {"訪談", Method::interview},
                                          {"抽问", Method::interview},
                                          {"抽問", Method::interview},
                                          {"interview", Method::interview},
                                          {"查阅", Method::record},
                                          {"查閱", Method::record},
                                          {"record", Method::record}}};

constexpr std::array<std::string_view, 10> yes_words{
    "是", "√", "✓", "y", "yes", "1", "true", "x", "●", "有"};
constexpr std::array<std::string_view, 8> no_words{"", "否", "×", "n", "no", "0", "false", "-"};

template <std::size_t size>
bool is_one_of(std::string_view text, const std::array<std::string_view, size>& words) {
    return std::find(words.begin(), words.end(), text) != words.end();
}

/// Whether one of the words stands in the cell.
bool has_one_of(std::string_view cell, std::initializer_list<std::string_view> words) {
    const auto lower = ascii_lower(cell);
    return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
        return lower.find(word) != std::string::npos;
    });
}

}  // namespace

std::optional<ItemKind> item_kind_of(std::string_view word) {
    const auto* const found = std::find_if(
        kind_words.begin(), kind_words.end(), [&](const auto& each) { return each.first == word; });
    if (found != kind_words.end()) {
        return found->second;
    }
    const auto* const named =
        std::find_if(named_kinds.begin(), named_kinds.end(), [&](ItemKind kind) {
            return domain::item_kinds.word(kind) == word;
        });
    return named == named_kinds.end() ? std::nullopt : std::optional{*named};
}

std::optional<bool> yes_or_no(std::string_view cell) {
    const auto lower = ascii_lower(cell);
    if (is_one_of(lower, yes_words)) {
        return true;
    }
    return is_one_of(lower, no_words) ? std::optional{false} : std::nullopt;
}

bool is_veto(std::string_view cell) {
    return has_one_of(cell, {"否决", "否決"});
}

bool is_red_line(std::string_view cell) {
    return has_one_of(cell, {"红线", "紅線"});
}

bool is_key(std::string_view cell) {
    return has_one_of(cell, {"重点", "重點", "关键", "關鍵", "key"});
}

std::optional<Method> method_of(std::string_view cell) {
    const auto* const found =
        std::find_if(method_words.begin(), method_words.end(), [&](const auto& each) {
            return has_one_of(cell, {each.first});
        });
    return found == method_words.end() ? std::nullopt : std::optional{found->second};
}

}  // namespace dudao::workflow
