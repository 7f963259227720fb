#include "support/samples.hpp"

#include <algorithm>

namespace dudao::test {

using domain::AnswerResult;

domain::Unit a_unit(std::string code) {
    auto name = "门店 " + code;
    return {.code = std::move(code), .name = std::move(name)};
}

domain::Person a_person(std::string code, std::vector<domain::Role> roles) {
    auto name = "督导 " + code;
    return {.code = std::move(code), .name = std::move(name), .roles = std::move(roles)};
}

domain::Item an_item(std::string id, Decimal points) {
    auto text = "检查项 " + id;
    return {.id = std::move(id), .text = domain::LocalText{std::move(text)}, .points = points};
}

domain::Item an_item(std::string id, int points) {
    return an_item(std::move(id), Decimal{points});
}

domain::Item a_scale(std::string id, int from, int to) {
    constexpr int passes_from = 3;
    auto item = an_item(std::move(id), to);
    item.kind = domain::ItemKind::scale;
    item.scale_from = from;
    for (int value = from; value <= to; ++value) {
        const auto result = value < passes_from ? AnswerResult::fail : AnswerResult::pass;
        item.levels.push_back({result, Decimal{std::max(value, 0)}});
    }
    return item;
}

domain::Item a_number(std::string id) {
    auto item = an_item(std::move(id), 4);
    item.kind = domain::ItemKind::number;
    item.measure_unit = "℃";
    item.accept_min = Decimal{0};
    item.accept_max = Decimal{5};
    return item;
}

domain::Item a_choice(std::string id) {
    auto item = an_item(std::move(id), 6);
    item.kind = domain::ItemKind::choice;
    domain::LocalText fair;
    fair.set("zh-CN", "一般");
    fair.set("en", "Fair");
    item.options = {
        {"good", domain::LocalText{"好"}, {AnswerResult::pass, Decimal{6}}},
        {"fair", fair, {AnswerResult::partial, Decimal{3}}},
        {"poor", domain::LocalText{"差"}, {AnswerResult::fail, Decimal{0}}},
    };
    return item;
}

domain::Checklist a_checklist(std::vector<std::vector<domain::Item>> sections) {
    domain::Checklist checklist{
        .code = "qsc", .version = "1", .title = domain::LocalText{"门店检查表"}};
    char name = 'A';
    for (auto& items : sections) {
        checklist.sections.push_back({.id = std::string(1, name),
                                      .title = domain::LocalText{std::string{"部分 "} + name},
                                      .weight = Decimal{1},
                                      .items = std::move(items)});
        ++name;
    }
    return checklist;
}

domain::Issue an_issue() {
    return {.id = id_of(1),
            .source = domain::IssueSource::manual,
            .unit = "S0012",
            .category = "execution",
            .text = "后厨地面有积水",
            .raised_by = "zhang",
            .raised_at = morning,
            .raised_on = november_fifth,
            .days = 7,
            .due = november_fifth + std::chrono::days{7}};
}

domain::Event an_event(domain::Verb verb, std::string actor) {
    return {.id = id_of(2),
            .subject_kind = domain::SubjectKind::issue,
            .subject = id_of(1),
            .unit = "S0012",
            .verb = verb,
            .at = morning,
            .day = november_fifth,
            .actor = std::move(actor),
            .note = "疏通地漏，每日闭店前检查",
            .person = "wang",
            .due = november_fifth + std::chrono::days{3},
            .number = 50,
            .other = id_of(3)};
}

domain::Plan a_plan() {
    return {.id = id_of(9),
            .kind = domain::PlanKind::visit,
            .period = domain::month_of(november_fifth),
            .title = "十一月巡检计划",
            .author = "zhang",
            .at = morning,
            .approvers = {domain::Role::manager, domain::Role::approver},
            .checklist = "qsc"};
}

}  // namespace dudao::test
