#include "workflow/import_answers.hpp"

#include "base/error_id.hpp"
#include "base/nearest.hpp"
#include "base/text.hpp"
#include "exchange/json_lines.hpp"
#include "workflow/answer_collector.hpp"
#include "workflow/checklists.hpp"
#include "workflow/transact.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <functional>
#include <unordered_map>

namespace dudao::workflow {

namespace {

/// Reads answers from CSV into a collector.
class CsvAnswers {
  public:
    CsvAnswers(const ListSource& source, AnswerCollector& collector, bool checklist_known)
        : source_(&source), collector_(&collector) {
        ListReader reader{source, exchange::answer_headers(), {"unit", "at", "inspector"}};
        if (!checklist_known && !reader.has("checklist")) {
            throw Failure{Error{ErrorId::checklist_unsaid}};
        }
        is_long_ = reader.has("item");
        read(reader);
        reader.check();
        summary_ = std::move(reader.summary());
        refuse_recorded();
        if (!summary_.errors.empty()) {
            reject_whole_visits();
        }
    }

    ListSummary&& summary() noexcept { return std::move(summary_); }

  private:
    /// The columns of the visit, looked up once.
    struct Columns {
        explicit Columns(const ListReader& reader)
            : unit(*reader.column("unit")),
              at(*reader.column("at")),
              inspector(*reader.column("inspector")),
              ref(reader.column("ref")),
              checklist(reader.column("checklist")),
              kind(reader.column("kind")),
              profile(reader.column("profile")),
              item(reader.column("item")),
              answer(reader.column("answer")),
              value(reader.column("value")),
              remark(reader.column("remark")),
              evidence(reader.column("evidence")),
              first(std::min({unit, at, inspector})),
              last(std::max({unit, at, inspector})) {
            for (const auto& further : {ref, checklist, kind, profile}) {
                first = std::min(first, further.value_or(first));
                last = std::max(last, further.value_or(last));
            }
        }

        std::size_t unit;
        std::size_t at;
        std::size_t inspector;
        std::optional<std::size_t> ref;
        std::optional<std::size_t> checklist;
        std::optional<std::size_t> kind;
        std::optional<std::size_t> profile;
        std::optional<std::size_t> item;
        std::optional<std::size_t> answer;
        std::optional<std::size_t> value;
        std::optional<std::size_t> remark;
        std::optional<std::size_t> evidence;
        std::size_t first;  ///< of those that say which visit a row belongs to
        std::size_t last;   ///< of them
    };

    static std::string_view cell(const ListReader& reader, std::optional<std::size_t> column) {
        const auto text = column ? reader.cell(*column) : std::string_view{};
        return text.empty() ? text : trimmed(text);
    }

    static VisitTexts visit_of(const ListReader& reader, const Columns& columns) {
        return {.unit = cell(reader, columns.unit),
                .at = cell(reader, columns.at),
                .inspector = cell(reader, columns.inspector),
                .ref = cell(reader, columns.ref),
                .checklist = cell(reader, columns.checklist),
                .kind = cell(reader, columns.kind),
                .profile = cell(reader, columns.profile)};
    }

    void read(ListReader& reader) {
        const Columns columns{reader};
        const std::function<void()> unreadable = [&] { spoil_visit_of(reader, columns); };
        while (reader.next(unreadable)) {
            if (is_untouched(reader, columns)) {
                continue;
            }
            if (auto wrong = visit(reader, columns)) {
                reader.refuse(std::move(wrong->error), wrong->field);
            } else if (is_long_) {
                take_long(reader, columns);
            } else {
                take_wide(reader);
            }
        }
    }

    /// Whether the row stands in a form that nobody filled in: it says neither when nor what.
    bool is_untouched(const ListReader& reader, const Columns& columns) const {
        return is_long_ && cell(reader, columns.at).empty() &&
               cell(reader, columns.answer).empty() && cell(reader, columns.value).empty() &&
               cell(reader, columns.remark).empty() && cell(reader, columns.evidence).empty();
    }

    /// Goes to the visit of the row. Nearly all rows go on with that of the row before: then their
    /// cells are not looked at one by one.
    std::optional<AnswerError> visit(const ListReader& reader, const Columns& columns) {
        if (!is_long_) {
            return collector_->visit(visit_of(reader, columns), reader.line(), true);
        }
        const auto bytes = reader.bytes(columns.first, columns.last);
        if (!bytes.empty() && bytes == visit_bytes_) {
            return collector_->same_visit();
        }
        visit_bytes_ = bytes;
        return collector_->visit(visit_of(reader, columns), reader.line(), false);
    }

    /// A row that cannot be read: where its cells say which visit it belongs to, all of that visit
    /// is refused.
    void spoil_visit_of(const ListReader& reader, const Columns& columns) {
        visit_bytes_.clear();
        if (is_long_ && columns.last < reader.cells() &&
            !collector_->visit(visit_of(reader, columns), reader.line(), false)) {
            collector_->spoil();
        }
    }

    /// Visits that are recorded with other answers.
    void refuse_recorded() {
        auto differing = collector_->settle(source_->input->name());
        if (!differing.empty() && !source_->keep_going) {
            throw Failure{std::move(differing)};
        }
        auto& errors = summary_.errors;
        errors.insert(errors.end(), differing.begin(), differing.end());
    }

    /// The names of files in a cell.
    static std::vector<std::string> files_of(std::string_view cell) {
        return cell.empty() ? std::vector<std::string>{} : split_list(cell, ";；|\n");
    }

    static Error unknown_item(std::string_view item) { return {ErrorId::unknown_item, {item}}; }

    void take_long(ListReader& reader, const Columns& columns) {
        const auto item = cell(reader, columns.item);
        const auto position = collector_->position(item);
        if (!position) {
            collector_->spoil();
            reader.refuse(unknown_item(item), "item");
            return;
        }
        const auto files = files_of(cell(reader, columns.evidence));
        if (auto wrong = collector_->answer(*position,
                                            {.answer = cell(reader, columns.answer),
                                             .value = cell(reader, columns.value),
                                             .remark = cell(reader, columns.remark),
                                             .evidence = files})) {
            collector_->spoil();
            reader.refuse(std::move(wrong->error), wrong->field);
        }
    }

    /// What a further column of a wide list is about: an item, by its id alone its answer, else the
    /// remark on it (ID.remark) or files (ID.evidence).
    struct WideColumn {
        std::string_view item;
        bool is_remark;
        bool is_evidence;
    };

    static WideColumn wide_column(std::string_view header) {
        constexpr std::string_view remark = ".remark";
        constexpr std::string_view evidence = ".evidence";
        const bool is_remark = header.ends_with(remark);
        const bool is_evidence = header.ends_with(evidence);
        header.remove_suffix(is_remark ? remark.size() : is_evidence ? evidence.size() : 0);
        return {header, is_remark, is_evidence};
    }

    /// A row a visit: every further column is about an item.
    void take_wide(ListReader& reader) {
        for (const auto& [column, header] : reader.further()) {
            if (auto error = take_wide_cell(wide_column(header), trimmed(reader.cell(column)))) {
                error->place = reader.place(column);
                collector_->spoil();
                reader.refuse(*std::move(error));
                return;
            }
        }
        if (const auto position = collector_->missing_reason()) {
            collector_->spoil();
            reader.refuse({ErrorId::na_reason_missing, {collector_->item(*position).id}});
        }
    }

    std::optional<Error> take_wide_cell(const WideColumn& column, std::string_view text) {
        const auto position = collector_->position(column.item);
        if (!position) {
            return unknown_item(column.item);
        }
        const auto files = files_of(column.is_evidence ? text : std::string_view{});
        AnswerTexts texts{.answer = text, .remark_follows = true};
        if (column.is_remark) {
            texts = {.remark = text};
        } else if (column.is_evidence) {
            texts = {.evidence = files};
        }
        auto wrong = collector_->answer(*position, texts);
        return wrong ? std::optional{std::move(wrong->error)} : std::nullopt;
    }

    /// Reads the file once more, so that the reject file holds every row of a visit that is not
    /// recorded, and not only the rows that are wrong.
    void reject_whole_visits() {
        std::unordered_map<std::size_t, Error> wrong;
        for (const auto& error : summary_.errors) {
            wrong.emplace(error.place.line, error);
        }
        ListReader again{*source_, exchange::answer_headers(), {"unit", "at", "inspector"}};
        const Columns columns{again};
        while (again.next()) {
            if (is_untouched(again, columns) ||
                !collector_->is_spoilt(visit_of(again, columns), again.line(), !is_long_)) {
                continue;
            }
            const auto found = wrong.find(again.line());
            again.refuse(found == wrong.end() ? Error{ErrorId::visit_refused} : found->second);
        }
        auto errors = std::move(summary_.errors);
        summary_ = std::move(again.summary());
        summary_.errors = std::move(errors);
    }

    const ListSource* source_;
    AnswerCollector* collector_;
    bool is_long_ = false;
    std::string visit_bytes_ = {};  ///< of the row before; empty: not known
    ListSummary summary_;
};

/// Reads answers from JSON Lines into a collector.
class JsonAnswers {
  public:
    JsonAnswers(const ListSource& source, AnswerCollector& collector)
        : source_(&source), collector_(&collector) {
        summary_.format = exchange::TableFormat::json;
        source.input->rewind();
        summary_.encoding = source.encoding ? *source.encoding
                                            : exchange::detect_encoding(*source.input).or_throw();
        exchange::Decoder decoder{*source.input, summary_.encoding};
        exchange::JsonLinesReader reader{decoder};
        read(reader);
        if (!summary_.errors.empty() && !source.keep_going) {
            throw Failure{summary_.errors};
        }
        auto differing = collector_->settle(source.input->name());
        if (!differing.empty() && !source.keep_going) {
            throw Failure{std::move(differing)};
        }
        reject_lines(differing);
    }

    ListSummary&& summary() noexcept { return std::move(summary_); }

  private:
    void read(exchange::JsonLinesReader& reader) {
        for (auto step = reader.next(); step != exchange::Step::end; step = reader.next()) {
            if (step == exchange::Step::stopped) {
                summary_.errors.push_back(reader.error());
                throw Failure{summary_.errors};
            }
            ++summary_.rows;
            if (step == exchange::Step::refused) {
                reject(reader, reader.error());
            } else if (auto error = take(reader)) {
                collector_->spoil();
                reject(reader, *error);
            }
        }
    }

    /// A rejected line is kept as it was, so that it can be mended and imported again.
    void reject(const exchange::JsonLinesReader& reader, const Error& error) {
        ++summary_.rejected;
        if (summary_.errors.size() < most_errors) {
            summary_.errors.push_back(error);
        }
        if (source_->keep_going) {
            summary_.rejects += std::string{reader.line()} + '\n';
        }
    }

    /// Reads the file once more for the lines of visits that turned out to be recorded otherwise.
    void reject_lines(const std::vector<Error>& differing) {
        if (differing.empty()) {
            return;
        }
        std::unordered_map<std::size_t, const Error*> wrong;
        for (const auto& error : differing) {
            wrong.emplace(error.place.line, &error);
        }
        source_->input->rewind();
        exchange::Decoder decoder{*source_->input, summary_.encoding};
        exchange::JsonLinesReader reader{decoder};
        for (auto step = reader.next(); step != exchange::Step::end; step = reader.next()) {
            const auto found = wrong.find(reader.line_number());
            if (found != wrong.end()) {
                reject(reader, *found->second);
            }
        }
    }

    std::optional<Error> take(const exchange::JsonLinesReader& reader) {
        const auto& visit = reader.visit();
        auto wrong = collector_->visit({.unit = visit.unit.text,
                                        .at = visit.at.text,
                                        .inspector = visit.inspector.text,
                                        .ref = visit.ref.text,
                                        .checklist = visit.checklist.text,
                                        .kind = visit.kind.text,
                                        .profile = visit.profile.text},
                                       reader.line_number(),
                                       true);
        if (wrong) {
            wrong->error.place = reader.place(place_of(visit, wrong->field));
            return std::move(wrong->error);
        }
        for (const auto& answer : visit.answers) {
            if (auto error = take(answer)) {
                error->place = reader.place(answer.item.at);
                return error;
            }
        }
        return std::nullopt;
    }

    std::optional<Error> take(const exchange::JsonAnswer& answer) {
        const auto position = collector_->position(answer.item.text);
        if (!position) {
            return Error{ErrorId::unknown_item, {answer.item.text}};
        }
        auto wrong = collector_->answer(*position,
                                        {.answer = answer.answer,
                                         .value = answer.value,
                                         .remark = answer.remark,
                                         .evidence = answer.evidence});
        return wrong ? std::optional{std::move(wrong->error)} : std::nullopt;
    }

    static std::size_t place_of(const exchange::JsonVisit& visit, std::string_view field) {
        const std::array<std::pair<std::string_view, const exchange::JsonText*>, 6> fields{
            {{"unit", &visit.unit},
             {"at", &visit.at},
             {"inspector", &visit.inspector},
             {"checklist", &visit.checklist},
             {"kind", &visit.kind},
             {"profile", &visit.profile}}};
        for (const auto& [name, text] : fields) {
            if (name == field) {
                return text->at;
            }
        }
        return 0;
    }

    const ListSource* source_;
    AnswerCollector* collector_;
    ListSummary summary_;
};

AnswerFormat format_of(const AnswerImport& import) {
    if (import.format || import.are_submissions) {
        return import.format.value_or(AnswerFormat::csv);
    }
    const auto& source = import.source;
    const auto format =
        source.format ? *source.format : exchange::detect_format(*source.input).or_throw();
    return format == exchange::TableFormat::json ? AnswerFormat::json_lines : AnswerFormat::csv;
}

/// The checklist whose form submissions are of.
struct Form {
    Form(Session& session, const AnswerImport& import)
        : head(find_checklist(session, said(import))),
          published(store::Checklists{session.driver()}.load(head.key)) {}

    static const std::string& said(const AnswerImport& import) {
        if (import.checklist.empty()) {
            throw Failure{Error{ErrorId::checklist_unsaid}};
        }
        return import.checklist;
    }

    ListSource source(const ListSource& list) const {
        auto source = list;
        source.form = &published.checklist;
        source.form_name = head.code + "@" + head.version;
        return source;
    }

    store::ChecklistHead head;
    store::PublishedChecklist published;
};

ListSummary read_table(Session& session, const AnswerImport& import, AnswerCollector& collector) {
    if (!import.are_submissions) {
        return CsvAnswers{import.source, collector, !import.checklist.empty()}.summary();
    }
    const Form form{session, import};
    const auto source = form.source(import.source);
    return CsvAnswers{source, collector, true}.summary();
}

}  // namespace

ImportedAnswers import_answers(Session& session, const AnswerImport& import) {
    return transact(session, "inspect import", [&](store::Writing& writing) {
        session.who_may(domain::Permission::import_answers);
        AnswerCollector collector{session, import.checklist, import.take_file, import.reason};
        ImportedAnswers imported;
        if (format_of(import) == AnswerFormat::csv) {
            imported.list = read_table(session, import, collector);
        } else {
            imported.list = JsonAnswers{import.source, collector}.summary();
        }
        Recorder recorder{session, writing};
        const auto collected = collector.finish(recorder);
        imported.added = collected.added;
        imported.corrected = collected.corrected;
        imported.unchanged = collected.unchanged;
        imported.answers = collected.answers;
        imported.waived = collected.waived;
        imported.recorded = recorder.write();
        if (!import.source.dry_run) {
            writing.commit(fmt::format("{} visits", imported.added + imported.corrected));
        }
        return imported;
    });
}

}  // namespace dudao::workflow
