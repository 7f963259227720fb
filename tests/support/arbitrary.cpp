#include "support/arbitrary.hpp"

#include "base/hash.hpp"
#include "domain/issue_steps.hpp"

#include <algorithm>
#include <set>

namespace dudao::test {

namespace {

using domain::AnswerResult;
using domain::Outcome;

constexpr std::array<std::string_view, 30> pieces{
    "门店", "检", "查", "整改", "督導", "é", "ß", "😀",   "a", "B", "7", " ",       "'", "\"", "%",
    "_",    "\\", "$1", ";",    "--",   "{", "}", "<b>", "&", "?", "*", "\u3000x", ",", ":",  "/"};

std::string line_of(Random& random, bool separators) {
    constexpr std::size_t only_in_texts = 3;  // the last pieces separate the entries of lists
    std::string line = pick(random, {std::string{"店"}, std::string{"x"}, std::string{"查"}});
    for (auto n = below(random, 10); n > 0; --n) {
        line += pieces[below(random, pieces.size() - (separators ? 0 : only_in_texts))];
    }
    return line + pick(random, {std::string{"。"}, std::string{"y"}, std::string{"0"}});
}

Outcome arbitrary_outcome(Random& random, Decimal most) {
    const auto result =
        pick(random, {AnswerResult::pass, AnswerResult::partial, AnswerResult::fail});
    const auto part = Decimal::from_thousandths(
        static_cast<std::int64_t>(below(random, static_cast<std::size_t>(most.thousandths()) + 1)));
    return {result, part};
}

void make_pass_fail(Random& random, domain::Item& item) {
    if (chance(random, 30)) {
        item.partial_points = arbitrary_outcome(random, item.points).points;
    }
}

void make_scale(Random& random, domain::Item& item) {
    item.scale_from = pick(random, {0, 1, 1, 5, -2});
    for (auto n = between(random, 2, 9); n > 0; --n) {
        item.levels.push_back(arbitrary_outcome(random, item.points));
    }
}

void make_number(Random& random, domain::Item& item) {
    item.measure_unit = pick(random, {std::string{}, std::string{"℃"}, std::string{"分钟"}});
    if (chance(random, 70)) {
        item.accept_min = Decimal::from_millionths(between(random, -5'000'000, 5'000'000));
    }
    if (chance(random, 70)) {
        const auto from = item.accept_min.value_or(Decimal{});
        item.accept_max = from + Decimal::from_millionths(between(random, 0, 9'000'000));
    }
}

void make_count(Random& random, domain::Item& item) {
    const auto per = std::min(Decimal{between(random, 1, 3)}, item.points);
    Decimal lost;
    for (int count = 0; count < 10 || item.levels.back().points > Decimal{}; ++count) {
        item.levels.push_back(
            {count == 0 ? AnswerResult::pass : AnswerResult::fail, item.points - lost});
        lost = std::min(lost + per, item.points);
    }
}

void make_knowledge(Random& random, domain::Item& item) {
    item.samples = between(random, 1, 4);
    const auto each = arbitrary_points(random, 5);
    item.points = {};
    for (int right = 0; right <= item.samples; ++right) {
        const auto result = right == item.samples ? AnswerResult::pass : AnswerResult::fail;
        item.levels.push_back({result, item.points});
        item.points += right < item.samples ? each : Decimal{};
    }
    for (int n = 1; n <= item.samples + 1; ++n) {
        item.options.push_back({.value = std::to_string(n),
                                .label = arbitrary_local_text(random),
                                .outcome = {AnswerResult::hidden, {}}});
    }
}

void make_stopwatch(Random& random, domain::Item& item) {
    item.samples = between(random, 1, 3);
    item.judge = any_of(random, domain::judges);
    item.accept_max = Decimal{between(random, 10, 90)};
    if (chance(random, 50)) {
        item.tolerate_max = *item.accept_max + Decimal{between(random, 1, 60)};
        item.partial_points = arbitrary_outcome(random, item.points).points;
    }
}

void make_choice(Random& random, domain::Item& item) {
    const auto count = between(random, 2, 6);
    for (int n = 0; n < count; ++n) {
        item.options.push_back(
            {.value = "option-" + std::to_string(n),
             .label = chance(random, 70) ? arbitrary_local_text(random) : domain::LocalText{},
             .outcome = arbitrary_outcome(random, item.points)});
    }
}

domain::IssueRule arbitrary_rule(Random& random) {
    domain::IssueRule rule{
        .category =
            pick(random, {std::string{"execution"}, std::string{"process"}, std::string{"资源"}})};
    rule.urgency = any_of(random, domain::urgencies);
    rule.department = chance(random, 50) ? "D01" : "";
    if (chance(random, 50)) {
        rule.days = between(random, 0, 30);
    }
    rule.working_days = chance(random, 30);
    if (chance(random, 50)) {
        rule.measure = arbitrary_local_text(random);
    }
    return rule;
}

domain::Item arbitrary_item(Random& random, std::string id) {
    domain::Item item{.id = std::move(id), .text = arbitrary_local_text(random)};
    item.kind = any_of(random, domain::item_kinds);
    item.points = chance(random, 90) ? arbitrary_points(random, 10) : Decimal{};
    item.item_class = any_of(random, domain::item_classes);
    if (chance(random, 15)) {
        item.critical = any_of(random, domain::critical_effects);
        item.cap = arbitrary_points(random, 100);
    }
    item.red_line = chance(random, 10);
    item.required = chance(random, 80);
    item.weight = chance(random, 30) ? between(random, 2, 100) : 1;
    item.na = chance(random, 50) ? domain::NaPolicy::exclude : any_of(random, domain::na_policies);
    item.na_reason = chance(random, 20);
    item.evidence = any_of(random, domain::evidence_rules);
    item.method = maybe_any_of(random, domain::methods);
    if (chance(random, 50)) {
        item.guidance = arbitrary_local_text(random);
    }
    item.reference = maybe_line(random);
    item.tags = arbitrary_tags(random);
    switch (item.kind) {
        case domain::ItemKind::pass_fail:
            make_pass_fail(random, item);
            break;
        case domain::ItemKind::scale:
            make_scale(random, item);
            break;
        case domain::ItemKind::number:
            make_number(random, item);
            break;
        case domain::ItemKind::choice:
            make_choice(random, item);
            break;
        case domain::ItemKind::choices:
            make_choice(random, item);
            item.additive = chance(random, 50);
            break;
        case domain::ItemKind::count:
            make_count(random, item);
            break;
        case domain::ItemKind::knowledge:
            make_knowledge(random, item);
            break;
        case domain::ItemKind::step:
            item.partial_points = arbitrary_outcome(random, item.points).points;
            break;
        case domain::ItemKind::stopwatch:
            make_stopwatch(random, item);
            break;
        case domain::ItemKind::text:
        case domain::ItemKind::date:
        case domain::ItemKind::time:
        case domain::ItemKind::photo:
        case domain::ItemKind::signature:
            item.points = {};
            item.critical = domain::CriticalEffect::none;
            item.cap = {};
            break;
    }
    if (chance(random, 60)) {
        item.issue = arbitrary_rule(random);
    }
    return item;
}

/// The grade number `n` of so many.
domain::Grade arbitrary_grade(Random& random, domain::ScoringMethod method, int n, int grades) {
    const bool is_last = n == grades - 1;
    domain::Grade grade{.name = std::string(1, static_cast<char>('A' + n))};
    if (method != domain::ScoringMethod::penalty) {
        grade.min = Decimal{std::int64_t{grades - 1 - n} * 20};
    } else if (!is_last) {
        grade.max = Decimal{std::int64_t{n + 1} * 7};
    }
    if (!is_last && chance(random, 30)) {
        grade.worst_item = arbitrary_points(random, 60);
    }
    if (!is_last && chance(random, 30)) {
        grade.worst_section = arbitrary_points(random, 60);
    }
    return grade;
}

domain::Scoring arbitrary_scoring(Random& random) {
    domain::Scoring scoring{.method = any_of(random, domain::scoring_methods)};
    scoring.full_mark = Decimal{pick(random, {50, 100, 120})};
    scoring.decimals = between(random, 0, 3);
    if (chance(random, 60)) {
        scoring.pass = arbitrary_points(random, 100);
    }
    const auto grades = between(random, 0, 4);
    for (int n = 0; n < grades; ++n) {
        scoring.grades.push_back(arbitrary_grade(random, scoring.method, n, grades));
    }
    if (scoring.method == domain::ScoringMethod::penalty && chance(random, 60)) {
        scoring.pass_sum = arbitrary_points(random, 60);
    }
    return scoring;
}

template <class Enum, std::size_t size>
std::vector<Enum> some_of(Random& random, const Vocabulary<Enum, size>& vocabulary) {
    std::vector<Enum> some;
    for (const auto& [value, word] : vocabulary.words) {
        if (chance(random, 30)) {
            some.push_back(value);
        }
    }
    return some;
}

std::int64_t arbitrary_degrees(Random& random, std::int64_t greatest) {
    const auto range = static_cast<std::size_t>(2 * greatest + 1);
    return static_cast<std::int64_t>(below(random, range)) - greatest;
}

domain::Period arbitrary_period(Random& random) {
    const auto year = between(random, 2024, 2028);
    const auto text = pick(random,
                           {std::to_string(year),
                            std::to_string(year) + "-Q" + std::to_string(between(random, 1, 4)),
                            std::to_string(year) + "-1" + std::to_string(between(random, 0, 2)),
                            std::to_string(year) + "-W" + std::to_string(between(random, 10, 52))});
    return domain::parse_period(text).or_throw();
}

/// A section that what comes after it is a part of. Returns its index.
std::size_t add_group(Random& random,
                      domain::Checklist& checklist,
                      const std::optional<std::size_t>& parent) {
    const auto index = checklist.sections.size();
    domain::Section group{.id = "group-" + std::to_string(index),
                          .title = arbitrary_local_text(random),
                          .weight = arbitrary_points(random, 40)};
    group.weight += Decimal{1};
    if (parent && !checklist.sections[*parent].repeat) {
        group.parent = parent;
    }
    if (chance(random, 40)) {
        group.repeat =
            pick(random,
                 {domain::RepeatScore::sum, domain::RepeatScore::mean, domain::RepeatScore::worst});
    }
    checklist.sections.push_back(std::move(group));
    return index;
}

}  // namespace

std::size_t below(Random& random, std::size_t bound) {
    return random() % bound;
}

int between(Random& random, int least, int most) {
    return least + static_cast<int>(below(random, static_cast<std::size_t>(most - least) + 1));
}

bool chance(Random& random, int percent) {
    return between(random, 0, 99) < percent;
}

std::string arbitrary_line(Random& random) {
    return line_of(random, true);
}

std::string maybe_line(Random& random) {
    return chance(random, 50) ? arbitrary_line(random) : std::string{};
}

std::string arbitrary_text(Random& random) {
    auto text = arbitrary_line(random);
    for (auto n = below(random, 3); n > 0; --n) {
        text += pick(random, {"\n", "\t", "\n\n"}) + arbitrary_line(random);
    }
    return text;
}

std::vector<std::string> arbitrary_tags(Random& random) {
    std::set<std::string> tags;
    for (auto n = below(random, 4); n > 0; --n) {
        tags.insert(line_of(random, false));
    }
    return {tags.begin(), tags.end()};
}

Day arbitrary_day(Random& random) {
    using namespace std::chrono;
    return Day{2020y / January / 1} + days{between(random, 0, 3652)};
}

Instant arbitrary_instant(Random& random) {
    return Instant{arbitrary_day(random)} + std::chrono::seconds{between(random, 0, 86'399)};
}

Ulid arbitrary_ulid(Random& random) {
    return random_ulid(arbitrary_instant(random), random);
}

Decimal arbitrary_points(Random& random, int most) {
    const Decimal whole{between(random, 0, most)};
    const auto part = Decimal::from_thousandths(between(random, 1, 999));
    return chance(random, 70) || whole.is_zero() ? whole : whole - part;
}

Decimal arbitrary_decimal(Random& random) {
    constexpr std::int64_t greatest = 9'000'000'000'000;
    auto size = static_cast<std::int64_t>(random() % (greatest * Decimal::one));
    for (auto n = below(random, 18); n > 0; --n) {
        size /= 10;
    }
    return Decimal::from_millionths(chance(random, 50) ? size : -size);
}

domain::LocalText arbitrary_local_text(Random& random) {
    if (chance(random, 60)) {
        return domain::LocalText{arbitrary_line(random)};
    }
    domain::LocalText text;
    text.set("zh-CN", arbitrary_line(random));
    if (chance(random, 70)) {
        text.set("en", arbitrary_line(random));
    }
    if (chance(random, 50)) {
        text.set("zh-TW", arbitrary_line(random));
    }
    return text;
}

domain::Unit arbitrary_unit(Random& random, std::string code) {
    domain::Unit unit{.code = std::move(code), .name = arbitrary_line(random)};
    unit.kind = any_of(random, domain::unit_kinds);
    unit.ownership = maybe_any_of(random, domain::ownerships);
    unit.status = any_of(random, domain::unit_statuses);
    unit.address = maybe_line(random);
    if (chance(random, 60)) {
        unit.coordinates = {arbitrary_degrees(random, domain::greatest_lat),
                            arbitrary_degrees(random, domain::greatest_lon)};
    }
    if (chance(random, 50)) {
        unit.opened_on = arbitrary_day(random);
    }
    unit.head = chance(random, 50) ? "P02" : "";
    unit.supervisor = chance(random, 50) ? "P01" : "";
    unit.franchisee = maybe_line(random);
    unit.phone =
        chance(random, 50) ? "+86 10-8888 " + std::to_string(between(random, 0, 9999)) : "";
    unit.zone = pick(random, {std::string{}, std::string{"Asia/Urumqi"}});
    unit.tags = arbitrary_tags(random);
    unit.attributes = chance(random, 30) ? R"({"店长微信":"wx'1","面积":"120"})" : "";
    return unit;
}

domain::Person arbitrary_person(Random& random, std::string code) {
    return {.code = std::move(code),
            .name = arbitrary_line(random),
            .roles = some_of(random, domain::roles),
            .unit = chance(random, 50) ? "S01" : "",
            .phone = maybe_line(random),
            .email = maybe_line(random)};
}

domain::Checklist arbitrary_checklist(Random& random) {
    domain::Checklist checklist{.code = "list-" + std::to_string(below(random, 1000)),
                                .version = pick(random, {std::string{"1"}, std::string{"2026.1"}}),
                                .title = arbitrary_local_text(random)};
    checklist.applies_to = {.kinds = some_of(random, domain::unit_kinds),
                            .ownerships = some_of(random, domain::ownerships),
                            .tags = arbitrary_tags(random)};
    checklist.scoring = arbitrary_scoring(random);
    int item = 0;
    const auto sections = between(random, 1, 4);
    std::optional<std::size_t> group;
    for (int n = 0; n < sections; ++n) {
        domain::Section section{.id = "section-" + std::to_string(n),
                                .title = arbitrary_local_text(random),
                                .weight = arbitrary_points(random, 40)};
        if (chance(random, 20)) {
            group = add_group(random, checklist, group);
        }
        section.parent = group;
        if (chance(random, 30)) {
            section.pass = arbitrary_points(random, 100);
        }
        for (auto items = between(random, 1, 6); items > 0; --items) {
            section.items.push_back(arbitrary_item(random, "Q" + std::to_string(++item)));
            if (item > 1 && chance(random, 10)) {
                section.items.back().when =
                    domain::Condition{.kind = domain::ConditionKind::item,
                                      .subject = "Q" + std::to_string(between(random, 1, item - 1)),
                                      .words = {"pass", "na"}};
            }
        }
        checklist.sections.push_back(std::move(section));
    }
    for (auto profiles = between(random, 0, 2); profiles > 0; --profiles) {
        domain::Profile profile{.id = "profile-" + std::to_string(profiles),
                                .title = arbitrary_local_text(random),
                                .items = std::string(static_cast<std::size_t>(item), '0')};
        for (auto& each : profile.items) {
            each = chance(random, 40) ? '1' : '0';
        }
        profile.items.front() = '1';
        checklist.profiles.push_back(std::move(profile));
    }
    return checklist;
}

domain::Answer arbitrary_answer(Random& random, const domain::Item& item) {
    if (chance(random, 25)) {
        const auto mark = pick(random,
                               {domain::mark::na,
                                domain::mark::not_checked,
                                domain::mark::waived,
                                domain::mark::not_checked});
        return {.mark = mark == domain::mark::na && !na_allowed(item) ? domain::mark::not_checked
                                                                      : mark};
    }
    if (item.kind == domain::ItemKind::choices) {
        std::string chosen;
        for (const auto& option : item.options) {
            chosen += chance(random, 40) ? option.value + ";" : "";
        }
        return domain::parse_answer(item, chosen.empty() ? "none" : chosen).or_throw();
    }
    if (domain::needs_value(item)) {
        const auto value = item.scale_from + static_cast<int>(below(random, item.levels.size()));
        return domain::parse_answer(item, std::to_string(value)).or_throw();
    }
    const auto parsed = [&](std::string_view text) {
        return domain::parse_answer(item, text).or_throw();
    };
    if (item.kind == domain::ItemKind::number) {
        return parsed(to_text(Decimal::from_millionths(between(random, -9'000'000, 9'000'000))));
    }
    if (item.kind == domain::ItemKind::stopwatch) {
        std::string times;
        for (int n = 0; n < item.samples; ++n) {
            times += std::to_string(between(random, 5, 120)) + ";";
        }
        return parsed(times);
    }
    if (item.kind == domain::ItemKind::date) {
        return parsed(dudao::to_text(arbitrary_day(random)));
    }
    if (item.kind == domain::ItemKind::time) {
        return parsed("0" + std::to_string(between(random, 0, 9)) + ":30");
    }
    if (domain::is_unscored(item.kind)) {
        return parsed("现场 " + std::to_string(between(random, 0, 9)));
    }
    return {.mark = pick(random, domain::scored_marks(item)).first};
}

domain::Answers arbitrary_answers(Random& random, const domain::Checklist& checklist) {
    domain::Answers answers;
    for (const auto& [section, item] : domain::items_of(checklist)) {
        auto answer = arbitrary_answer(random, *item);
        if (chance(random, 10)) {
            answer.detail.remark = arbitrary_text(random);
        }
        if (!answer.detail.empty()) {
            answers.details.emplace(answers.results.size(), answer.detail);
        }
        answers.results += answer.mark;
    }
    return answers;
}

domain::Issue arbitrary_issue(Random& random, std::string unit) {
    domain::Issue issue{.id = arbitrary_ulid(random), .source = domain::IssueSource::manual};
    issue.unit = std::move(unit);
    issue.category =
        pick(random, {std::string{"execution"}, std::string{"process"}, std::string{"resource"}});
    issue.urgency = any_of(random, domain::urgencies);
    issue.text = arbitrary_text(random);
    issue.raised_by = "P01";
    issue.raised_at = arbitrary_instant(random);
    issue.raised_on = std::chrono::floor<std::chrono::days>(issue.raised_at);
    issue.days = between(random, 0, 30);
    issue.working_days = chance(random, 20);
    if (chance(random, 50)) {
        issue.due = issue.raised_on + std::chrono::days{issue.days};
    }
    if (chance(random, 50)) {
        issue.ref = arbitrary_text(random);
        issue.evidence = {to_text(sha256(issue.text)), to_text(sha256(issue.ref))};
    }
    if (chance(random, 50)) {
        issue.source = domain::IssueSource::complaint;
    }
    return issue;
}

domain::Event arbitrary_event(Random& random,
                              domain::SubjectKind kind,
                              const Ulid& subject,
                              const std::vector<domain::Verb>& likely,
                              const std::vector<std::string>& people) {
    domain::Event event{.id = arbitrary_ulid(random), .subject_kind = kind, .subject = subject};
    event.verb = !likely.empty() && chance(random, 80) ? pick(random, likely)
                                                       : any_of(random, domain::verbs);
    event.at = arbitrary_instant(random);
    event.day = std::chrono::floor<std::chrono::days>(event.at);
    event.actor = pick(random, people);
    event.note = chance(random, 70) ? arbitrary_text(random) : std::string{};
    event.cause = chance(random, 20) ? arbitrary_text(random) : std::string{};
    event.person = chance(random, 70) ? pick(random, people) : std::string{};
    if (chance(random, 70)) {
        event.due = arbitrary_day(random);
    }
    if (chance(random, 70)) {
        event.number = between(random, -5, 105);
    }
    return event;
}

namespace {

/// What a step says of an issue: units S01 and S02 are in every chain of tests.
domain::IssueChanges arbitrary_changes(Random& random, const domain::Issue& issue) {
    using domain::IssueField;
    domain::IssueChanges changes;
    const auto maybe = [&](IssueField field, std::string value) {
        if (chance(random, 30)) {
            changes[field] = std::move(value);
        }
    };
    maybe(IssueField::category, issue.category);
    maybe(IssueField::urgency,
          std::string{domain::urgencies.word(any_of(random, domain::urgencies))});
    maybe(IssueField::department, pick(random, {"", "S01", "S02"}));
    maybe(IssueField::assisting, pick(random, {"", "S01", "S02,S01"}));
    maybe(IssueField::labels, pick(random, {"", "b,a,b", "节前"}));
    maybe(IssueField::channel, pick(random, {"", "美团"}));
    maybe(IssueField::scope, pick(random, {"", "region", "nowhere"}));
    maybe(IssueField::manifestation, arbitrary_text(random));
    maybe(IssueField::whys, "因为\\n\n所以");
    maybe(IssueField::received, to_text(arbitrary_instant(random)));
    maybe(IssueField::at, chance(random, 80) ? to_text(issue.raised_at) : "yesterday");
    maybe(IssueField::outcome, pick(random, {"satisfied", "unsatisfied"}));
    return changes;
}

}  // namespace

std::vector<domain::Event> arbitrary_issue_events(Random& random,
                                                  const domain::Issue& issue,
                                                  std::size_t count,
                                                  const std::vector<std::string>& people) {
    std::vector<domain::Event> events;
    auto state = domain::initial_state(issue);
    for (; count > 0; --count) {
        auto likely = domain::allowed_verbs(state.status);
        if (chance(random, 85)) {  // or most histories end before they begin
            std::erase(likely, domain::Verb::cancelled);
            std::erase(likely, domain::Verb::duplicated);
        }
        if (domain::is_open(state.status) && chance(random, 30)) {
            likely = {domain::Verb::extension_asked,
                      domain::Verb::extended,
                      domain::Verb::extension_refused,
                      domain::Verb::escalated};
        } else if (domain::is_open(state.status) && chance(random, 40)) {
            likely = {domain::Verb::confirmed,
                      domain::Verb::disputed,
                      domain::Verb::reassigned,
                      domain::Verb::amended,
                      domain::Verb::responded,
                      domain::Verb::done,
                      domain::Verb::called_back};
        }
        auto event = arbitrary_event(random, domain::SubjectKind::issue, issue.id, likely, people);
        event.changes = arbitrary_changes(random, issue);
        if (domain::is_about_service(event.verb) && chance(random, 80)) {
            event.at = issue.raised_at + std::chrono::hours{events.size()};
            event.changes.erase(domain::IssueField::at);
        }
        if (event.verb == domain::Verb::escalated) {
            event.number = between(random, 0, 5);
        } else if (state.due && chance(random, 50)) {
            event.due = *state.due + std::chrono::days{between(random, 0, 9)};
        }
        event.unit = issue.unit;
        if (const auto next = domain::after(state, event)) {
            state = *next;
        }
        events.push_back(std::move(event));
    }
    return events;
}

domain::Plan arbitrary_plan(Random& random) {
    domain::Plan plan{.id = arbitrary_ulid(random),
                      .kind = any_of(random, domain::plan_kinds),
                      .period = arbitrary_period(random),
                      .title = arbitrary_line(random),
                      .objectives = chance(random, 50) ? arbitrary_text(random) : std::string{},
                      .author = "P01",
                      .at = arbitrary_instant(random)};
    for (auto n = below(random, 4); n > 0; --n) {
        plan.approvers.push_back(any_of(random, domain::roles));
    }
    plan.checklist = chance(random, 70) ? "qsc" : "";
    plan.visit_kind = any_of(random, domain::visit_kinds);
    plan.visits_per_unit = between(random, 1, 4);
    plan.rules = chance(random, 30) ? arbitrary_text(random) : "";
    plan.contents = chance(random, 30) ? arbitrary_text(random) : "";
    if (chance(random, 30)) {
        plan.parent = arbitrary_ulid(random);
    }
    return plan;
}

std::vector<domain::Event> arbitrary_plan_events(Random& random,
                                                 const domain::Plan& plan,
                                                 std::size_t count,
                                                 const std::vector<std::string>& people) {
    using domain::Verb;
    std::vector<domain::Event> events;
    for (; count > 0; --count) {
        events.push_back(arbitrary_event(random,
                                         domain::SubjectKind::plan,
                                         plan.id,
                                         {Verb::submitted,
                                          Verb::approved,
                                          Verb::approved,
                                          Verb::returned,
                                          Verb::published,
                                          Verb::closed},
                                         people));
    }
    return events;
}

}  // namespace dudao::test
