#include "flow.hpp"

#include "store/row.hpp"
#include "store/statement.hpp"
#include "store/store.hpp"
#include "store/tables.hpp"
#include "support/check_store.hpp"
#include "support/print.hpp"
#include "support/samples.hpp"
#include "workflow/import_units.hpp"
#include "workflow/verify.hpp"

#include <algorithm>
#include <exception>
#include <stdexcept>

namespace dudao::test {

namespace {

constexpr Day begun{2026y / 10 / 1};

workflow::ListSource source_of(ListFile& file, const Importing& how) {
    workflow::ListSource source;
    source.input = &file.input();
    source.dry_run = how.dry_run;
    source.keep_going = how.keep_going;
    source.choices = how.choices;
    source.words = [](const Error& error) { return shown(error.id); };
    return source;
}

}  // namespace

Flow::Flow() : driver_(place_.create()), now_(begun) {
    store::Writing writing{driver(), {"admin", device_, now_}, "init"};
    store::PersonWriter people{writing};
    people.add({.code = "admin", .name = "管理员", .roles = {domain::Role::admin}});
    people.finish();
    writing.commit("admin");
}

Flow::Flow(Empty empty)
    : driver_(place_.create()), device_(std::move(empty.device)), seed_(1000), now_(begun) {}

Flow::~Flow() {
    if (!checked_ || std::uncaught_exceptions() > 0) {
        return;
    }
    check_store(driver());
    auto session = as();
    CHECK(workflow::verify(session, {}).discrepancies == std::vector<Error>{});
}

workflow::Session Flow::as(std::string actor) {
    now_ += std::chrono::seconds{1};
    return {driver(), policy_, {std::move(actor), device_, now_}, seeded_random(seed_++)};
}

workflow::ImportedList Flow::units(const std::string& list, const Importing& how) {
    ListFile file{list};
    auto session = as(how.actor);
    return workflow::import_units(session, source_of(file, how), how.as_of);
}

workflow::ImportedList Flow::people(const std::string& list, const Importing& how) {
    ListFile file{list};
    auto session = as(how.actor);
    return workflow::import_people(session, source_of(file, how));
}

workflow::ImportedAnswers Flow::answers(const std::string& text,
                                        const std::string& checklist,
                                        const Importing& how) {
    ListFile file{text};
    auto session = as(how.actor);
    return workflow::import_answers(
        session,
        {.source = source_of(file, how),
         .format = text.starts_with('{') ? workflow::AnswerFormat::json_lines
                                         : workflow::AnswerFormat::csv,
         .checklist = checklist,
         .take_file = how.take_file,
         .reason = how.reason});
}

workflow::Published Flow::publish(std::string_view yaml, const std::string& actor) {
    auto session = as(actor);
    return workflow::publish_checklist(session, yaml, "list.yaml");
}

store::PlanRow Flow::plan(std::string_view period, int visits_per_unit) {
    auto writer = as("zhang");
    const auto plan = workflow::create_plan(writer,
                                            {.period = domain::parse_period(period).or_throw(),
                                             .title = "巡检计划 " + std::string{period},
                                             .checklist = "qsc",
                                             .visits_per_unit = visits_per_unit});
    const auto id = dudao::to_text(plan.plan.id);
    workflow::generate_visits(writer, id, false);
    store::PlanRow row;
    for (const auto& [actor, verb] : {std::pair{"zhang", domain::Verb::submitted},
                                      std::pair{"li", domain::Verb::approved},
                                      std::pair{"wu", domain::Verb::approved},
                                      std::pair{"li", domain::Verb::published}}) {
        auto session = as(actor);
        row = workflow::step_plan(session, {.plan = id, .verb = verb});
    }
    return row;
}

std::int64_t Flow::number(std::string_view sql) const {
    store::Statement row{driver(), sql};
    return row.step() ? row.integer(0) : throw std::logic_error{"no row: " + std::string{sql}};
}

std::vector<std::string> Flow::texts(std::string_view sql) const {
    std::vector<std::string> found;
    store::Statement row{driver(), sql};
    while (row.step()) {
        found.push_back(row.text(0));
    }
    return found;
}

void open_chain(Flow& flow) {
    flow.people(people_list);
    flow.units(shop_list);
    flow.publish(qsc_yaml);
}

std::vector<std::string> contents(store::Driver& driver) {
    std::vector<std::string_view> tables{"journal", "draft", "draft_answer", "word", "term"};
    for (const auto& table : store::tables()) {
        tables.push_back(table.name);
    }
    std::vector<std::string> rows;
    for (const auto table : tables) {
        store::Statement row{driver, "SELECT * FROM " + std::string{table}};
        while (row.step()) {
            store::RowBytes bytes;
            for (int column = 0; column < row.columns(); ++column) {
                bytes.add(row.read(column));
            }
            rows.push_back(std::string{table} + ' ' + std::string{bytes.end()});
        }
    }
    std::sort(rows.begin(), rows.end());
    return rows;
}

const std::string people_list =
    "code,name,roles,unit\n"
    "zhang,张三,supervisor,\n"
    "zhao,赵六,supervisor,\n"
    "li,李四,manager,\n"
    "ma,马二,manager,\n"
    "wu,吴九,approver,\n"
    "wang,王五,head,S01\n"
    "chen,陈七,head,S02\n";

const std::string shop_list =
    "门店编号,门店名称,省份,城市,督导,状态,时区\n"
    "S01,南京西路店,上海,,zhang,营业,\n"
    "S02,徐家汇店,上海,,zhang,营业,\n"
    "S03,太古里店,四川,成都,zhao,营业,\n"
    "S04,春熙路店,四川,成都,zhao,停业,\n"
    "S05,大巴扎店,新疆,,zhao,营业,Asia/Urumqi\n";

const std::string qsc_yaml = R"(code: qsc
version: "1"
title: {zh-CN: 门店检查表, en: Patrol}
scoring:
  method: weighted_sections
  pass: 60
  grades: [{name: A, min: 90}, {name: B, min: 60}, {name: C, min: 0}]
sections:
  - id: A
    title: 食品安全
    weight: 60
    items:
      - id: Q1
        text: {zh-CN: 原料在有效期内, en: Within date}
        points: 5
        evidence: on_failure
        issue: {category: execution, urgency: high, department: 品控部, days: 2}
      - id: Q2
        text: {zh-CN: 标签齐全, en: Labels}
        points: 3
        partial_points: 1
        issue: {category: process, urgency: medium}
      - {id: Q3, text: {zh-CN: 冷藏温度, en: Fridge}, type: number, points: 4, unit: ℃, accept: {min: 0, max: 5}}
  - id: B
    title: 服务
    weight: 40
    items:
      - {id: Q4, text: {zh-CN: 微笑, en: Smile}, type: scale, points: 5, from: 0, to: 5, pass_from: 3, required: false}
      - id: Q5
        text: {zh-CN: 环境, en: Place}
        type: choice
        points: 6
        options:
          - {value: good, label: 好, result: pass}
          - {value: fair, label: 一般, result: partial, points: 3}
          - {value: poor, label: 差, result: fail}
        issue: none
)";

}  // namespace dudao::test
