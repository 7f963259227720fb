// Writes checklists that are published.
#include "base/text.hpp"
#include "domain/answer.hpp"
#include "store/cells.hpp"
#include "store/checklist_options.hpp"
#include "store/checklists.hpp"
#include "store/table.hpp"

#include <fmt/format.h>

namespace dudao::store {

namespace {

template <class Enum, std::size_t size>
std::string words_of(const Vocabulary<Enum, size>& vocabulary, const std::vector<Enum>& values) {
    std::string text;
    for (const auto value : values) {
        text += (text.empty() ? "" : ",") + std::string{vocabulary.word(value)};
    }
    return text;
}

std::string condition_text(const std::optional<domain::Condition>& condition) {
    return condition ? to_text(*condition) : std::string{};
}

Cell thousandths_cell(const std::optional<Decimal>& value) {
    return value ? cell(value->thousandths()) : null_cell();
}

std::string_view first_of(const domain::LocalText& text) {
    return text.in("");  // the first one given stands in for any language
}

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

}  // namespace

std::int64_t add_checklist(Writing& writing,
                           const domain::Checklist& checklist,
                           const Publication& publication) {
    return Publisher{writing, checklist}.write(publication);
}

}  // namespace dudao::store
