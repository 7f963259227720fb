#include "store/checklists.hpp"

#include "base/text.hpp"
#include "domain/answer.hpp"
#include "store/cells.hpp"
#include "store/table.hpp"

#include <fmt/format.h>

#include <map>

namespace dudao::store {

namespace {

constexpr std::string_view head_sql =
    "SELECT c.key, c.code, c.version, c.title, c.hash, c.published_at, c.published_by, "
    "(SELECT count(*) FROM checklist_item i WHERE i.checklist = c.key) FROM checklist c ";
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
constexpr std::string_view select_source_sql = "SELECT source FROM checklist WHERE key = $1";

Digest digest_of(std::string_view bytes) {
    Digest digest{};
    for (std::size_t at = 0; at < digest.size() && at < bytes.size(); ++at) {
        digest.at(at) = static_cast<std::uint8_t>(bytes[at]);
    }
    return digest;
}

ChecklistHead row_to_head(const Statement& row) {
    return {.key = row.integer(0),
            .code = row.text(1),
            .version = row.text(2),
            .title = row.text(3),
            .hash = digest_of(row.view(4)),
            .published_at = row.instant(5),
            .published_by = row.text(6),
            .items = row.integer(7)};
}

std::optional<ChecklistHead> one(Statement& query) {
    return query.step() ? std::optional{row_to_head(query)} : std::nullopt;
}

template <class Enum, std::size_t size>
std::string words_of(const Vocabulary<Enum, size>& vocabulary, const std::vector<Enum>& values) {
    std::string text;
    for (const auto value : values) {
        text += (text.empty() ? "" : ",") + std::string{vocabulary.word(value)};
    }
    return text;
}

template <class Enum, std::size_t size>
std::vector<Enum> values_of(const Vocabulary<Enum, size>& vocabulary, std::string_view text) {
    std::vector<Enum> values;
    for (const auto& word : split_list(text, ",")) {
        values.push_back(vocabulary.parse(word).or_throw(Errc::integrity));
    }
    return values;
}

std::string condition_text(const std::optional<domain::Condition>& condition) {
    return condition ? to_text(*condition) : std::string{};
}

std::optional<domain::Condition> condition_if(std::string_view text) {
    return text.empty() ? std::nullopt
                        : std::optional{domain::parse_condition(text).or_throw(Errc::integrity)};
}

Cell thousandths_cell(const std::optional<Decimal>& value) {
    return value ? cell(value->thousandths()) : null_cell();
}

std::optional<Decimal> thousandths_if(const Statement& row, int column) {
    const auto value = row.integer_if(column);
    return value ? std::optional{Decimal::from_thousandths(*value)} : std::nullopt;
}

std::string_view first_of(const domain::LocalText& text) {
    return text.in("");  // the first one given stands in for any language
}

/// What the names of the rows of options begin with that no mark stands for.
constexpr std::string_view question_mark = "?";

/// Writes one checklist into its tables.
class Publisher {
  public:
    Publisher(Writing& writing, const domain::Checklist& checklist)
        : checklist_(&checklist),
          checklists_(writing, "checklist"),
          grades_(writing, "checklist_grade"),
          profiles_(writing, "checklist_profile"),
          sections_(writing, "checklist_section"),
          items_(writing, "checklist_item"),
          marks_(writing, "checklist_mark"),
          texts_(writing, "checklist_text"),
          key_(checklists_.new_key()) {}

    std::int64_t write(const Publication& publication) {
        write_checklist(publication);
        write_texts("title", checklist_->title, true);
        write_profiles();
        write_sections();
        const auto items = domain::items_of(*checklist_);
        for (std::size_t at = 0; at < items.size(); ++at) {
            write_item(static_cast<std::int64_t>(at), items[at]);
        }
        checklists_.finish();
        return key_;
    }

  private:
    Row& begin(TableWriter& table) const {
        return table.row().reference(cell(key_), must_text_cell(name_));
    }

    void write_checklist(const Publication& publication) {
        const auto& list = *checklist_;
        const auto hash = sha256(publication.source);
        const std::string hash_bytes{hash.begin(), hash.end()};
        const auto kinds = words_of(domain::unit_kinds, list.applies_to.kinds);
        const auto ownerships = words_of(domain::ownerships, list.applies_to.ownerships);
        const auto tags = joined(list.applies_to.tags, ",");
        const auto& scoring = list.scoring;
        checklists_.insert(checklists_.row()
                               .plain(cell(key_))
                               .plain(cell(checklists_.writing().entry()))
                               .covered(must_text_cell(list.code))
                               .covered(must_text_cell(list.version))
                               .covered(must_text_cell(first_of(list.title)))
                               .covered(bytes_cell(hash_bytes))
                               .covered(must_text_cell(publication.source))
                               .covered(cell(publication.at))
                               .covered(must_text_cell(publication.by))
                               .covered(enum_cell(scoring.method))
                               .covered(cell(scoring.full_mark.thousandths()))
                               .covered(cell(std::int64_t{scoring.decimals}))
                               .covered(thousandths_cell(scoring.pass))
                               .covered(thousandths_cell(scoring.pass_sum))
                               .covered(text_cell(kinds))
                               .covered(text_cell(ownerships))
                               .covered(text_cell(tags))
                               .seal(must_text_cell(checklists_.writing().entry_name())));
        std::int64_t position = 0;
        for (const auto& grade : scoring.grades) {
            grades_.insert(begin(grades_)
                               .covered(cell(position++))
                               .covered(must_text_cell(grade.name))
                               .covered(cell(grade.min.thousandths()))
                               .covered(thousandths_cell(grade.max))
                               .covered(thousandths_cell(grade.worst_item))
                               .covered(thousandths_cell(grade.worst_section)));
        }
    }

    void write_profiles() {
        std::int64_t position = 0;
        for (const auto& profile : checklist_->profiles) {
            profiles_.insert(begin(profiles_)
                                 .covered(cell(position))
                                 .covered(must_text_cell(profile.id))
                                 .covered(must_text_cell(first_of(profile.title)))
                                 .covered(must_text_cell(profile.items)));
            write_texts(fmt::format("profile:{}", position++), profile.title, true);
        }
    }

    void write_sections() {
        std::int64_t position = 0;
        for (const auto& section : checklist_->sections) {
            sections_.insert(begin(sections_)
                                 .covered(cell(position))
                                 .covered(must_text_cell(section.id))
                                 .covered(must_text_cell(first_of(section.title)))
                                 .covered(cell(section.weight.thousandths()))
                                 .covered(section.parent
                                              ? cell(static_cast<std::int64_t>(*section.parent))
                                              : null_cell())
                                 .covered(thousandths_cell(section.pass))
                                 .covered(text_cell(condition_text(section.when)))
                                 .covered(enum_cell_if(section.repeat)));
            write_texts(fmt::format("section:{}", position++), section.title, true);
        }
    }

    void write_item(std::int64_t position, const domain::PlacedItem& placed) {
        const auto& item = *placed.item;
        const auto section = placed.section - checklist_->sections.data();
        const auto tags = joined(item.tags, ",");
        const auto condition = condition_text(item.when);
        const auto& issue = item.issue;
        const auto millionths = [](const std::optional<Decimal>& value) {
            return value ? cell(value->millionths()) : null_cell();
        };
        items_.insert(
            begin(items_)
                .covered(cell(position))
                .covered(cell(std::int64_t{section}))
                .covered(must_text_cell(item.id))
                .covered(must_text_cell(first_of(item.text)))
                .covered(enum_cell(item.kind))
                .covered(cell(item.points.thousandths()))
                .covered(cell(std::int64_t{item.weight}))
                .covered(enum_cell(item.item_class))
                .covered(enum_cell(item.critical))
                .covered(cell(item.cap.thousandths()))
                .covered(flag_cell(item.red_line))
                .covered(flag_cell(item.required))
                .covered(enum_cell(item.na))
                .covered(flag_cell(item.na_reason))
                .covered(enum_cell(item.evidence))
                .covered(enum_cell_if(item.method))
                .covered(text_cell(item.reference))
                .covered(text_cell(tags))
                .covered(cell(std::int64_t{item.scale_from}))
                .covered(text_cell(item.measure_unit))
                .covered(millionths(item.accept_min))
                .covered(millionths(item.accept_max))
                .covered(millionths(item.tolerate_min))
                .covered(millionths(item.tolerate_max))
                .covered(cell(std::int64_t{item.samples}))
                .covered(enum_cell(item.judge))
                .covered(flag_cell(item.additive))
                .covered(text_cell(condition))
                .covered(issue ? must_text_cell(issue->category) : null_cell())
                .covered(issue ? enum_cell(issue->urgency) : null_cell())
                .covered(issue ? text_cell(issue->department) : null_cell())
                .covered(issue && issue->days ? cell(std::int64_t{*issue->days}) : null_cell())
                .covered(issue ? flag_cell(issue->working_days) : null_cell()));
        write_marks(position, item);
        write_texts(fmt::format("item:{}", position), item.text, true);
        write_texts(fmt::format("guidance:{}", position), item.guidance, false);
        if (issue) {
            write_texts(fmt::format("measure:{}", position), issue->measure, false);
        }
        for (const auto& option : item.options) {
            write_texts(fmt::format("option:{}:{}", position, option.value), option.label, false);
        }
    }

    void write_mark(std::int64_t position,
                    std::int64_t ordinal,
                    std::string_view mark,
                    std::string_view value,
                    const domain::Outcome& outcome) {
        marks_.insert(begin(marks_)
                          .covered(cell(position))
                          .covered(must_text_cell(mark))
                          .covered(cell(ordinal))
                          .covered(text_cell(value))
                          .covered(enum_cell(outcome.result))
                          .covered(cell(outcome.points.thousandths())));
    }

    /// Options that no mark stands for, each in a row named by ? and its value.
    void write_options(std::int64_t position, std::int64_t& ordinal, const domain::Item& item) {
        for (const auto& option : item.options) {
            const auto name = std::string{question_mark} + option.value;
            write_mark(position, ordinal++, name, option.value, option.outcome);
        }
    }

    void write_marks(std::int64_t position, const domain::Item& item) {
        std::int64_t ordinal = 0;
        if (item.kind == domain::ItemKind::choices) {
            write_options(position, ordinal, item);
        } else if (domain::needs_value(item)) {
            for (const auto& level : item.levels) {
                const auto value = std::to_string(item.scale_from + ordinal);
                write_mark(position, ordinal++, value, "", level);
            }
        } else {
            for (const auto& [mark, outcome] : domain::scored_marks(item)) {
                const bool option = item.kind == domain::ItemKind::choice;
                const auto value =
                    option ? item.options[static_cast<std::size_t>(ordinal)].value : std::string{};
                write_mark(position, ordinal++, std::string(1, mark), value, outcome);
            }
        }
        if (item.kind == domain::ItemKind::knowledge) {
            write_options(position, ordinal, item);
        }
        if (item.na == domain::NaPolicy::zero || item.na == domain::NaPolicy::fail) {
            write_mark(position, ordinal, {&domain::mark::na, 1}, "", domain::na_outcome(item));
        }
    }

    /// `in_column`: the table has a column for the first text, so that one in a single language
    /// needs no row here.
    void write_texts(const std::string& subject, const domain::LocalText& text, bool in_column) {
        if (in_column && text.all().size() == 1 && text.all().front().first.empty()) {
            return;
        }
        std::int64_t ordinal = 0;
        for (const auto& [language, each] : text.all()) {
            texts_.insert(begin(texts_)
                              .covered(must_text_cell(subject))
                              .covered(must_text_cell(language))
                              .covered(cell(ordinal++))
                              .covered(must_text_cell(each)));
        }
    }

    const domain::Checklist* checklist_;
    std::string name_ = checklist_->code + "@" + checklist_->version;
    TableWriter checklists_;
    TableWriter grades_;
    TableWriter profiles_;
    TableWriter sections_;
    TableWriter items_;
    TableWriter marks_;
    TableWriter texts_;
    std::int64_t key_;
};

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

std::vector<ChecklistHead> Checklists::heads() const {
    std::vector<ChecklistHead> heads;
    Statement query{*driver_, std::string{head_sql} + "ORDER BY c.code, c.key"};
    while (query.step()) {
        heads.push_back(row_to_head(query));
    }
    return heads;
}

std::optional<ChecklistHead> Checklists::find(std::string_view code,
                                              std::string_view version) const {
    Statement query{*driver_, std::string{head_sql} + "WHERE c.code = $1 AND c.version = $2"};
    return one(query.bind(code).bind(version));
}

std::optional<ChecklistHead> Checklists::in_force(std::string_view code, Instant at) const {
    Statement query{*driver_,
                    std::string{head_sql} +
                        "WHERE c.code = $1 AND c.published_at <= $2 "
                        "ORDER BY c.published_at DESC, c.version DESC LIMIT 1"};
    return one(query.bind(code).bind(cell(at)));
}

std::optional<ChecklistHead> Checklists::newest(std::string_view code) const {
    Statement query{*driver_,
                    std::string{head_sql} +
                        "WHERE c.code = $1 ORDER BY c.published_at DESC, c.version DESC LIMIT 1"};
    return one(query.bind(code));
}

PublishedChecklist Checklists::load(std::int64_t key) const {
    return {key, Loader{*driver_, key}.load()};
}

std::string Checklists::source(std::int64_t key) const {
    Statement query{*driver_, select_source_sql};
    query.bind(key).step();
    return query.text(0);
}

std::int64_t add_checklist(Writing& writing,
                           const domain::Checklist& checklist,
                           const Publication& publication) {
    return Publisher{writing, checklist}.write(publication);
}

}  // namespace dudao::store
