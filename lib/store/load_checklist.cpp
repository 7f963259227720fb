// Reads checklists as they were published.
#include "base/text.hpp"
#include "domain/answer.hpp"
#include "store/checklist_options.hpp"
#include "store/checklists.hpp"
#include "store/statement.hpp"

#include <map>

namespace dudao::store {

namespace {

constexpr std::string_view select_checklist_sql =
    "SELECT code, version, title, method, full_mark, decimals, pass, kinds, ownerships, tags, "
    "pass_sum "
    "FROM checklist WHERE key = $1";
constexpr std::string_view select_grades_sql =
    "SELECT name, min, max, worst_item, worst_section FROM checklist_grade WHERE checklist = $1 "
    "ORDER BY position";
constexpr std::string_view select_profiles_sql =
    "SELECT id, title, items FROM checklist_profile WHERE checklist = $1 ORDER BY position";
constexpr std::string_view select_sections_sql =
    "SELECT id, title, weight, parent, pass, condition, repeat FROM checklist_section WHERE "
    "checklist = $1 "
    "ORDER BY "
    "position";
constexpr std::string_view select_items_sql =
    "SELECT section, id, text, kind, points, class, critical, cap, red_line, required, na, "
    "evidence, method, reference, tags, scale_from, measure_unit, accept_min, accept_max, "
    "category, urgency, department, days, working_days, weight, na_reason, tolerate_min, "
    "tolerate_max, samples, judge, additive, condition "
    "FROM checklist_item WHERE checklist = $1 ORDER BY position";
constexpr std::string_view select_marks_sql =
    "SELECT position, mark, value, result, points FROM checklist_mark WHERE checklist = $1 "
    "ORDER BY position, ordinal";
constexpr std::string_view select_texts_sql =
    "SELECT subject, language, text FROM checklist_text WHERE checklist = $1 "
    "ORDER BY subject, ordinal";

template <class Enum, std::size_t size>
std::vector<Enum> values_of(const Vocabulary<Enum, size>& vocabulary, std::string_view text) {
    std::vector<Enum> values;
    for (const auto& word : split_list(text, ",")) {
        values.push_back(vocabulary.parse(word).or_throw(Errc::integrity));
    }
    return values;
}

std::optional<domain::Condition> condition_if(std::string_view text) {
    return text.empty() ? std::nullopt
                        : std::optional{domain::parse_condition(text).or_throw(Errc::integrity)};
}

std::optional<Decimal> thousandths_if(const Statement& row, int column) {
    const auto value = row.integer_if(column);
    return value ? std::optional{Decimal::from_thousandths(*value)} : std::nullopt;
}

using Texts = std::map<std::string, domain::LocalText>;

/// Reads one checklist from its tables.
class Loader {
  public:
    Loader(Driver& driver, std::int64_t key) : driver_(&driver), key_(key), texts_(read_texts()) {}

    domain::Checklist load() {
        auto list = read_checklist();
        read_grades(list);
        read_profiles(list);
        read_sections(list);
        read_items(list);
        return list;
    }

  private:
    Texts read_texts() const {
        Texts texts;
        Statement query{*driver_, select_texts_sql};
        query.bind(key_);
        while (query.step()) {
            texts[query.text(0)].set(query.text(1), query.text(2));
        }
        return texts;
    }

    domain::LocalText text_of(const std::string& subject, std::string_view column) const {
        const auto found = texts_.find(subject);
        if (found != texts_.end()) {
            return found->second;
        }
        return column.empty() ? domain::LocalText{} : domain::LocalText{std::string{column}};
    }

    domain::Checklist read_checklist() const {
        Statement row{*driver_, select_checklist_sql};
        row.bind(key_).step();
        domain::Checklist list{.code = row.text(0),
                               .version = row.text(1),
                               .title = text_of("title", row.view(2)),
                               .applies_to = {},
                               .scoring = {},
                               .sections = {},
                               .profiles = {}};
        auto& scoring = list.scoring;
        scoring.method = domain::scoring_methods.from_number(row.integer(3)).or_throw();
        scoring.full_mark = Decimal::from_thousandths(row.integer(4));
        scoring.decimals = static_cast<int>(row.integer(5));
        if (const auto pass = row.integer_if(6)) {
            scoring.pass = Decimal::from_thousandths(*pass);
        }
        scoring.pass_sum = thousandths_if(row, 10);
        list.applies_to = {.kinds = values_of(domain::unit_kinds, row.view(7)),
                           .ownerships = values_of(domain::ownerships, row.view(8)),
                           .tags = split_list(row.view(9), ",")};
        return list;
    }

    void read_grades(domain::Checklist& list) const {
        Statement row{*driver_, select_grades_sql};
        row.bind(key_);
        while (row.step()) {
            list.scoring.grades.push_back({.name = row.text(0),
                                           .min = Decimal::from_thousandths(row.integer(1)),
                                           .max = thousandths_if(row, 2),
                                           .worst_item = thousandths_if(row, 3),
                                           .worst_section = thousandths_if(row, 4)});
        }
    }

    void read_profiles(domain::Checklist& list) const {
        Statement row{*driver_, select_profiles_sql};
        row.bind(key_);
        while (row.step()) {
            const auto subject = fmt::format("profile:{}", list.profiles.size());
            list.profiles.push_back(
                {.id = row.text(0), .title = text_of(subject, row.view(1)), .items = row.text(2)});
        }
    }

    void read_sections(domain::Checklist& list) const {
        Statement row{*driver_, select_sections_sql};
        row.bind(key_);
        while (row.step()) {
            const auto subject = fmt::format("section:{}", list.sections.size());
            const auto parent = row.integer_if(3);
            const auto repeat = row.integer_if(6);
            list.sections.push_back(
                {.id = row.text(0),
                 .title = text_of(subject, row.view(1)),
                 .weight = Decimal::from_thousandths(row.integer(2)),
                 .items = {},
                 .parent = parent ? std::optional{static_cast<std::size_t>(*parent)} : std::nullopt,
                 .pass = thousandths_if(row, 4),
                 .when = condition_if(row.view(5)),
                 .repeat =
                     repeat ? std::optional{domain::repeat_scores.from_number(*repeat).or_throw()}
                            : std::nullopt});
        }
    }

    void read_items(domain::Checklist& list) const {
        std::vector<std::pair<std::size_t, std::size_t>> places;
        Statement row{*driver_, select_items_sql};
        row.bind(key_);
        while (row.step()) {
            const auto section = static_cast<std::size_t>(row.integer(0));
            auto& items = list.sections.at(section).items;
            places.emplace_back(section, items.size());
            items.push_back(row_to_item(row, places.size() - 1));
        }
        Statement mark{*driver_, select_marks_sql};
        mark.bind(key_);
        while (mark.step()) {
            const auto position = static_cast<std::size_t>(mark.integer(0));
            const auto [section, index] = places.at(position);
            add_mark(list.sections[section].items[index], mark, position);
        }
    }

    domain::Item row_to_item(const Statement& row, std::size_t position) const {
        domain::Item item;
        item.id = row.text(1);
        item.text = text_of(fmt::format("item:{}", position), row.view(2));
        item.kind = domain::item_kinds.from_number(row.integer(3)).or_throw();
        item.points = Decimal::from_thousandths(row.integer(4));
        item.item_class = domain::item_classes.from_number(row.integer(5)).or_throw();
        item.critical = domain::critical_effects.from_number(row.integer(6)).or_throw();
        item.cap = Decimal::from_thousandths(row.integer(7));
        item.red_line = row.flag(8);
        item.required = row.flag(9);
        item.na = domain::na_policies.from_number(row.integer(10)).or_throw();
        item.weight = static_cast<int>(row.integer(24));
        item.na_reason = row.flag(25);
        item.evidence = domain::evidence_rules.from_number(row.integer(11)).or_throw();
        if (const auto method = row.integer_if(12)) {
            item.method = domain::methods.from_number(*method).or_throw();
        }
        item.guidance = text_of(fmt::format("guidance:{}", position), "");
        item.reference = row.text(13);
        item.tags = split_list(row.view(14), ",");
        item.scale_from = static_cast<int>(row.integer(15));
        item.measure_unit = row.text(16);
        if (const auto min = row.integer_if(17)) {
            item.accept_min = Decimal::from_millionths(*min);
        }
        if (const auto max = row.integer_if(18)) {
            item.accept_max = Decimal::from_millionths(*max);
        }
        if (const auto min = row.integer_if(26)) {
            item.tolerate_min = Decimal::from_millionths(*min);
        }
        if (const auto max = row.integer_if(27)) {
            item.tolerate_max = Decimal::from_millionths(*max);
        }
        item.samples = static_cast<int>(row.integer(28));
        item.judge = domain::judges.from_number(row.integer(29)).or_throw();
        item.additive = row.flag(30);
        item.when = condition_if(row.view(31));
        if (!row.is_null(19)) {
            item.issue = row_to_rule(row, position);
        }
        return item;
    }

    domain::IssueRule row_to_rule(const Statement& row, std::size_t position) const {
        domain::IssueRule rule{.category = row.text(19)};
        rule.urgency = domain::urgencies.from_number(row.integer(20)).or_throw();
        rule.department = row.text(21);
        if (const auto days = row.integer_if(22)) {
            rule.days = static_cast<int>(*days);
        }
        rule.working_days = row.flag(23);
        rule.measure = text_of(fmt::format("measure:{}", position), "");
        return rule;
    }

    void add_mark(domain::Item& item, const Statement& row, std::size_t position) const {
        const domain::Outcome outcome{domain::answer_results.from_number(row.integer(3)).or_throw(),
                                      Decimal::from_thousandths(row.integer(4))};
        if (row.view(1) == std::string_view{&domain::mark::na, 1}) {
            return;  // for readers of the table: the item's rule says it, too
        }
        const auto add_option = [&] {
            item.options.push_back(
                {.value = row.text(2),
                 .label = text_of(fmt::format("option:{}:{}", position, row.view(2)), ""),
                 .outcome = outcome});
        };
        switch (item.kind) {
            case domain::ItemKind::pass_fail:
            case domain::ItemKind::number:
            case domain::ItemKind::step:
            case domain::ItemKind::stopwatch:
                if (outcome.result == domain::AnswerResult::partial) {
                    item.partial_points = outcome.points;
                }
                break;
            case domain::ItemKind::scale:
            case domain::ItemKind::count:
                item.levels.push_back(outcome);
                break;
            case domain::ItemKind::knowledge:
                if (row.view(1).starts_with(question_mark)) {
                    add_option();
                } else {
                    item.levels.push_back(outcome);
                }
                break;
            case domain::ItemKind::choice:
            case domain::ItemKind::choices:
                add_option();
                break;
            case domain::ItemKind::text:
            case domain::ItemKind::date:
            case domain::ItemKind::time:
            case domain::ItemKind::photo:
            case domain::ItemKind::signature:
                break;
        }
    }

    Driver* driver_;
    std::int64_t key_;
    Texts texts_;
};

}  // namespace

PublishedChecklist Checklists::load(std::int64_t key) const {
    return {key, Loader{*driver_, key}.load()};
}

}  // namespace dudao::store
