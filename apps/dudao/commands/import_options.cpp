#include "commands/import_options.hpp"

#include "base/file.hpp"
#include "base/text.hpp"
#include "errors.hpp"
#include "options.hpp"
#include "output/listing.hpp"
#include "term/progress.hpp"
#include "workflow/import_answers.hpp"
#include "workflow/import_units.hpp"
#include "yaml/list_mapping.hpp"

#include <algorithm>
#include <ostream>

namespace dudao::commands {

namespace {

/// Errors: usage_bad_value.
Result<char> parse_delimiter(const std::string& text) {
    if (text == "tab" || text == "\\t") {
        return '\t';
    }
    constexpr std::string_view known = ",;|\t";
    if (text.size() == 1 && known.find(text.front()) != std::string_view::npos) {
        return text.front();
    }
    return Error{ErrorId::usage_bad_value, {text, "--delimiter"}};
}

constexpr std::size_t most_yaml = 1U << 20U;

/// The mapping file that --map names. Errors (thrown): every mistake in it.
domain::ListMapping read_map(const ImportOptions& options, const Context& context) {
    if (options.map.empty()) {
        return {};
    }
    const auto path = from(context.workspace(), options.map);
    auto read = yaml::read_mapping(read_file(path, most_yaml).or_throw(), path.string());
    if (!read.mapping) {
        throw Failure{std::move(read.errors)};
    }
    return *std::move(read.mapping);
}

/// Where a workspace has its own names for columns; empty without a workspace.
std::filesystem::path own_headers_file(const Context& context) {
    const auto& root = context.workspace().root;
    return root ? *root / "headers.yaml" : std::filesystem::path{};
}

/// What headers.yaml in the workspace says. Errors (thrown): every mistake in it.
domain::OwnHeaders read_own_headers(const Context& context) {
    const auto path = own_headers_file(context);
    std::error_code ignored;
    if (path.empty() || !std::filesystem::exists(path, ignored)) {
        return {};
    }
    auto read = yaml::read_headers(read_file(path, most_yaml).or_throw(), path.string());
    if (!read.headers) {
        throw Failure{std::move(read.errors)};
    }
    return *std::move(read.headers);
}

exchange::Input open_input(const ImportOptions& options, const Context& context) {
    if (options.file == "-") {
        return exchange::Input::from_descriptor(context.env().input, "-");
    }
    return exchange::Input::open(from(context.workspace(), options.file)).or_throw();
}

/// What all imports do around their one call of the library.
class Import {
  public:
    Import(const ImportOptions& options,
           Context& context,
           domain::HeaderNames domain::OwnHeaders::*kind)
        : options_(&options),
          context_(&context),
          mapping_(read_map(options, context)),
          headers_(read_own_headers(context).*kind),
          input_(open_input(options, context)),
          progress_(context, input_.size()),
          clock_(context.clock()),
          begun_(clock_()) {}

    workflow::ListSource source() {
        workflow::ListSource source{
            .input = &input_,
            .format = options_->format,
            .sheet = options_->sheet.empty() ? mapping_.sheet : options_->sheet,
            .header_row =
                options_->header_row.value_or(std::max<std::size_t>(mapping_.header_row, 1)),
            .encoding = options_->encoding,
            .delimiter = options_->delimiter,
            .choices = choices_of(options_->columns),
            .mapping = mapping_,
            .headers = headers_,
            .mapping_file = options_->map.empty()
                                ? std::string{}
                                : from(context_->workspace(), options_->map).string(),
            .headers_file = own_headers_file(*context_).string(),
            .dry_run = options_->dry_run,
            .keep_going = options_->keep_going};
        source.words = [this](const Error& error) { return message_of(error, context_->words()); };
        source.progress = [this](std::uint64_t bytes) { progress_.show(bytes); };
        return source;
    }

    /// Tells what was refused, leaves the reject file and the mapping.
    ExitCode finish(const workflow::ListSummary& list) {
        progress_.clear();
        const auto& words = context_->words();
        if (!options_->save_map.empty()) {
            write_atomically(from(context_->workspace(), options_->save_map),
                             yaml::mapping_text(list.mapping));
        }
        print_errors(context_->err(), list.errors, words, context_->screen());
        if (list.rejected == 0) {
            return ExitCode::ok;
        }
        if (!options_->dry_run) {
            const auto name = options_->rejects.empty()
                                  ? (options_->file == "-" ? "stdin" : options_->file) +
                                        ".rejects" + rejects_suffix_
                                  : options_->rejects;
            write_atomically(from(context_->workspace(), name), list.rejects);
            context_->note(words.text("rejected rows are in {}"), name);
        }
        return ExitCode::partial;
    }

    /// Rejects of JSON Lines are such lines again, those of tables CSV.
    void rejects_are_lines() { rejects_suffix_ = ".jsonl"; }

    /// Since it began; with --now none.
    std::chrono::milliseconds elapsed() const { return clock_() - begun_; }

    void note_reading(const workflow::ListSummary& list) const {
        for (const auto& warning : list.warnings) {
            print_warning(context_->err(), warning, context_->words(), context_->screen());
        }
        if (list.sheets > 1) {
            context_->note(
                context_->words().text("read sheet {0} of {1}"), list.sheet, list.sheets);
        }
        if (!options_->sheet.empty() && list.format != exchange::TableFormat::xlsx) {
            context_->note(context_->words().text("this is no workbook: --sheet was left aside"));
        }
        if (list.encoding != exchange::Encoding::utf8) {
            context_->note(context_->words().text("read as {}"),
                           exchange::encodings.word(list.encoding));
        }
        if (!list.unused.empty()) {
            context_->note(context_->words().text("columns that were not used: {}"),
                           joined(list.unused, ", "));
        }
    }

  private:
    const ImportOptions* options_;
    Context* context_;
    domain::ListMapping mapping_;
    domain::HeaderNames headers_;
    exchange::Input input_;
    std::string rejects_suffix_ = ".csv";
    Progress progress_;
    Clock clock_;
    Millis begun_;
};

void write_list(report::JsonWriter& json,
                const workflow::ListSummary& list,
                bool dry_run,
                std::chrono::milliseconds elapsed) {
    json.member("rows", list.rows);
    json.member("rejected", list.rejected);
    json.member("format", exchange::table_formats.word(list.format));
    json.key("sheet").text_or_null(list.sheet);
    json.key("encoding");
    if (list.format == exchange::TableFormat::xlsx) {
        json.null();
    } else {
        json.value(exchange::encodings.word(list.encoding));
    }
    json.key("delimiter");
    if (list.format == exchange::TableFormat::csv) {
        json.value(std::string_view{&list.delimiter, 1});
    } else {
        json.null();
    }
    json.member("dry_run", dry_run);
    constexpr std::int64_t second = 1000;
    const auto ms = std::int64_t{elapsed.count()};
    json.key("seconds").raw(fmt::format("{}.{:03}", ms / second, ms % second));
    json.key("rows_per_second");
    ms == 0 ? json.null() : json.value(list.rows * second / ms);
    json.key("unused_columns").begin_array();
    for (const auto& header : list.unused) {
        json.value(header);
    }
    json.end_array();
}

void note_missing(const ImportOptions& options,
                  const Context& context,
                  const workflow::ImportedList& done) {
    const auto& words = context.words();
    if (!options.complete) {
        return;
    }
    if (done.missing.empty()) {
        context.note(words.text("no store is missing from the list"));
        return;
    }
    constexpr std::size_t enough = 20;
    const auto some = std::min(done.missing.size(), enough);
    const std::vector<std::string> first{done.missing.begin(),
                                         done.missing.begin() + static_cast<std::ptrdiff_t>(some)};
    context.note(words.text("{0} stores are missing from the list: {1}"),
                 done.missing.size(),
                 joined(first, " ") + (some < done.missing.size() ? " …" : ""));
    if (done.closed > 0) {
        context.note(options.dry_run ? words.text("{0} of them would be closed")
                                     : words.text("{0} of them were closed"),
                     done.closed);
    } else if (options.close_missing) {
        context.note(words.text("none was closed, since rows of the list were rejected"));
    } else {
        context.note(words.text("to close them, import again with --close-missing"));
    }
}

void write_imported(report::JsonWriter& json,
                    const ImportOptions& options,
                    const workflow::ImportedList& done,
                    std::chrono::milliseconds elapsed) {
    write_list(json, done.list, options.dry_run, elapsed);
    json.member("added", done.added)
        .member("changed", done.changed)
        .member("unchanged", done.unchanged);
    json.key("regions_made").begin_array();
    for (const auto& made : done.made) {
        json.value(made);
    }
    json.end_array();
    write_changes(json, done);
    if (!options.complete) {
        return;
    }
    json.key("missing").begin_array();
    for (const auto& missing : done.missing) {
        json.value(missing);
    }
    json.end_array().member("closed", done.closed);
}

template <class Run>
ExitCode run_list_import(const ImportOptions& options,
                         Context& context,
                         domain::HeaderNames domain::OwnHeaders::*kind,
                         const Run& run) {
    const auto& words = context.words();
    Import import{options, context, kind};
    auto opened = context.open(store::Need::writing);
    const auto done = run(opened.session, import.source());
    import.note_reading(done.list);
    const auto code = import.finish(done.list);
    if (options.json) {
        print_object(context, [&](report::JsonWriter& json) {
            write_imported(json, options, done, import.elapsed());
        });
        return code;
    }
    if (options.dry_run) {
        print_changes(context, done);
    }
    const auto pattern =
        options.dry_run
            ? words.text("{0} rows: {1} would be added, {2} changed, {3} unchanged, {4} rejected\n")
            : words.text("{0} rows: {1} added, {2} changed, {3} unchanged, {4} rejected\n");
    context.out() << fmt::format(fmt::runtime(pattern),
                                 done.list.rows,
                                 done.added,
                                 done.changed,
                                 done.unchanged,
                                 done.list.rejected);
    if (!done.made.empty()) {
        context.note(options.dry_run ? words.text("{0} regions would be made, such as {1}")
                                     : words.text("{0} regions were made, such as {1}"),
                     done.made.size(),
                     done.made.front());
    }
    note_missing(options, context, done);
    return code;
}

constexpr Vocabulary<AnswerFile, 4> answer_files{"kind of file",
                                                 {{{AnswerFile::csv, "csv"},
                                                   {AnswerFile::json, "json"},
                                                   {AnswerFile::xlsx, "xlsx"},
                                                   {AnswerFile::odk, "odk"}}}};

/// The format that the words of AnswerFile stand for; nothing for one that is to be detected.
std::optional<exchange::TableFormat> table_format_of(const std::optional<AnswerFile>& file) {
    if (!file || *file == AnswerFile::odk) {
        return std::nullopt;
    }
    return exchange::table_formats.parse(answer_files.word(*file)).or_throw();
}

void add_format(CLI::App& verb, ImportOptions& options, const Catalogue& words) {
    add_word(verb,
             "--format",
             options.format,
             exchange::table_formats,
             std::string{words.text("Read the file as csv, json or xlsx, whatever it looks like")})
        ->type_name("FORMAT");
}

void add_common_options(CLI::App& verb, ImportOptions& options, const Catalogue& words) {
    const auto text = [&](std::string_view english) { return std::string{words.text(english)}; };
    add_table_options(verb, options.sheet, options.header_row, options.encoding, words);
    add_parsed(verb,
               "--delimiter",
               options.delimiter,
               parse_delimiter,
               text("What stands between fields: , ; | or tab"))
        ->type_name("CHAR");
    add_column_choices(verb, options.columns, words);
    verb.add_option("--map", options.map, text("Understand the columns as this mapping file says"))
        ->type_name("FILE");
    verb.add_option("--save-map", options.save_map, text("Keep how the columns were understood"))
        ->type_name("FILE");
    verb.add_flag("--dry-run", options.dry_run, text("Say what would be done, write nothing"));
    verb.add_flag(
        "--keep-going", options.keep_going, text("Take the good rows, reject the others"));
    verb.add_option("--rejects", options.rejects, text("Where rejected rows go"))
        ->type_name("FILE");
    verb.add_flag("--json", options.json, text("Print JSON for scripts"));
}

}  // namespace

Result<std::size_t> parse_row(const std::string& text) {
    constexpr std::size_t longest = 9;
    const bool is_number = !text.empty() && text.size() <= longest && text.front() != '0' &&
                           text.find_first_not_of("0123456789") == std::string::npos;
    if (!is_number) {
        return Error{ErrorId::usage_bad_value, {text, "--header-row"}};
    }
    return std::stoul(text);
}

std::pair<std::string, std::string> field_and_text(const std::string& pair, const char* option) {
    const auto equals = pair.find('=');
    if (equals == std::string::npos || equals == 0) {
        throw Failure{Error{ErrorId::usage_bad_value, {pair, option}}};
    }
    return {pair.substr(0, equals), pair.substr(equals + 1)};
}

std::vector<exchange::HeaderChoice> choices_of(const std::vector<std::string>& columns) {
    std::vector<exchange::HeaderChoice> choices;
    for (const auto& column : columns) {
        auto [field, header] = field_and_text(column, "--column");
        choices.push_back({std::move(field), std::move(header)});
    }
    return choices;
}

workflow::TakeFile file_taker(const Context& context,
                              const std::string& list,
                              bool dry_run,
                              bool has_media) {
    const auto folder = from(context.workspace(), list).parent_path();
    return [folder, has_media, evidence = context.evidence(), dry_run](const std::string& file) {
        std::error_code ignored;
        const auto sent = folder / "media" / file;
        const auto path =
            has_media && std::filesystem::exists(sent, ignored) ? sent : folder / file;
        return dry_run ? store::EvidenceFolder::look_at(path) : evidence.keep(path);
    };
}

void add_table_options(CLI::App& verb,
                       std::string& sheet,
                       std::optional<std::size_t>& header_row,
                       std::optional<exchange::Encoding>& encoding,
                       const Catalogue& words) {
    const auto text = [&](std::string_view english) { return std::string{words.text(english)}; };
    verb.add_option(
            "--sheet", sheet, text("Sheet of a workbook, when not the first: name or number"))
        ->type_name("SHEET");
    add_parsed(verb,
               "--header-row",
               header_row,
               parse_row,
               text("Row of the column names, when not the first"))
        ->type_name("ROW");
    add_parsed(verb,
               "--encoding",
               encoding,
               exchange::parse_encoding,
               text("Read the file as utf-8, gb18030, big5, utf-16le or utf-16be"))
        ->type_name("NAME");
}

void add_column_choices(CLI::App& verb, std::vector<std::string>& columns, const Catalogue& words) {
    verb.add_option("--column",
                    columns,
                    std::string{words.text("Take a field from the column with this header")})
        ->type_name("FIELD=HEADER")
        ->expected(1)
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
}

void write_changes(report::JsonWriter& json, const workflow::ImportedList& done) {
    json.key("changes").begin_array();
    for (const auto& changed : done.changes) {
        json.begin_object().member("code", changed.code).key("fields").begin_array();
        for (const auto& [field, before, after] : changed.fields) {
            json.begin_object().member("field", field);
            json.key("before").text_or_null(before);
            json.key("after").text_or_null(after).end_object();
        }
        json.end_array().end_object();
    }
    json.end_array();
    json.member("changes_truncated", done.changed > std::int64_t{workflow::most_changes});
}

void print_changes(const Context& context, const workflow::ImportedList& done) {
    constexpr std::size_t most = 20;
    const auto shown = [](const std::string& text) { return text.empty() ? "-" : term_safe(text); };
    for (std::size_t at = 0; at < std::min(done.changes.size(), most); ++at) {
        const auto& [code, fields] = done.changes[at];
        for (const auto& [field, before, after] : fields) {
            context.out() << fmt::format(
                "{} {}: {} → {}\n", term_safe(code), term_safe(field), shown(before), shown(after));
        }
    }
    if (done.changed > static_cast<std::int64_t>(most)) {
        context.out() << fmt::format(
            fmt::runtime(context.words().text("… and {} more stores would change\n")),
            done.changed - static_cast<std::int64_t>(most));
    }
}

void add_import_options(CLI::App& verb, ImportOptions& options, const Catalogue& words) {
    verb.add_option("FILE",
                    options.file,
                    std::string{words.text("List in CSV, XLSX or JSON; - for standard input")})
        ->required();
    add_format(verb, options, words);
    add_common_options(verb, options, words);
}

void add_store_import_options(CLI::App& verb, ImportOptions& options, const Catalogue& words) {
    add_import_options(verb, options, words);
    auto* complete = verb.add_flag(
        "--complete",
        options.complete,
        std::string{words.text("The list has all stores: tell which are missing from it")});
    verb.add_flag("--close-missing",
                  options.close_missing,
                  std::string{words.text("Close the stores that are missing")})
        ->needs(complete);
}

void add_answer_options(CLI::App& verb, ImportOptions& options, const Catalogue& words) {
    verb.add_option(
            "FILE",
            options.file,
            std::string{words.text("Answers in CSV, XLSX or JSON Lines; - for standard input")})
        ->required();
    verb.add_option("--checklist",
                    options.checklist,
                    std::string{words.text("CODE or CODE@VERSION, when no column says")})
        ->type_name("CODE");
    add_word(
        verb,
        "--format",
        options.answer_file,
        answer_files,
        std::string{words.text("Read the file as csv, json or xlsx, whatever it looks like; odk: "
                               "submissions of a form that `checklist export` wrote")})
        ->type_name("FORMAT");
    add_common_options(verb, options, words);
}

ExitCode run_people_import(const ImportOptions& options, Context& context) {
    const auto kind = &domain::OwnHeaders::people;
    return run_list_import(options, context, kind, [](auto& session, const auto& source) {
        return workflow::import_people(session, source);
    });
}

ExitCode run_store_import(const ImportOptions& options, Context& context) {
    const auto kind = &domain::OwnHeaders::stores;
    return run_list_import(options, context, kind, [&](auto& session, const auto& source) {
        const auto missing = options.close_missing ? workflow::Missing::closed
                             : options.complete    ? workflow::Missing::told
                                                   : workflow::Missing::unknown;
        return workflow::import_units(session, source, options.as_of, missing);
    });
}

ExitCode run_answer_import(const ImportOptions& options, Context& context) {
    const auto& words = context.words();
    auto typed = options;
    typed.format = table_format_of(options.answer_file);
    const bool are_submissions = options.answer_file == AnswerFile::odk;
    Import import{typed, context, &domain::OwnHeaders::answers};
    auto opened = context.open(store::Need::writing);
    const auto done = workflow::import_answers(
        opened.session,
        {.source = import.source(),
         .checklist = options.checklist,
         .are_submissions = are_submissions,
         .take_file = file_taker(context, options.file, options.dry_run, are_submissions)});
    if (done.list.format == exchange::TableFormat::json && !are_submissions) {
        import.rejects_are_lines();
    }
    import.note_reading(done.list);
    const auto code = import.finish(done.list);
    const auto& recorded = done.recorded;
    if (options.json) {
        print_object(context, [&](report::JsonWriter& json) {
            write_list(json, done.list, options.dry_run, import.elapsed());
            json.member("added", done.added)
                .member("unchanged", done.unchanged)
                .member("answers", done.answers)
                .member("waived", done.waived)
                .member("findings", recorded.findings)
                .member("issues", recorded.issues)
                .member("fulfilled", recorded.fulfilled)
                .member("incomplete", recorded.incomplete)
                .member("missing_evidence", recorded.missing_evidence);
        });
        return code;
    }
    const auto pattern =
        options.dry_run
            ? words.text("{0} rows: {1} visits would be added, {2} unchanged, {3} rows rejected\n")
            : words.text("{0} rows: {1} visits added, {2} unchanged, {3} rows rejected\n");
    context.out() << fmt::format(
        fmt::runtime(pattern), done.list.rows, done.added, done.unchanged, done.list.rejected);
    context.out() << fmt::format(
        fmt::runtime(
            options.dry_run
                ? words.text("{0} answers, {1} issues would be raised, {2} planned visits "
                             "fulfilled, {3} visits incomplete\n")
                : words.text("{0} answers, {1} issues raised, {2} planned visits fulfilled, {3} "
                             "visits incomplete\n")),
        done.answers,
        recorded.issues,
        recorded.fulfilled,
        recorded.incomplete);
    if (done.waived > 0) {
        context.note(words.text("items waived: {}"), done.waived);
    }
    if (recorded.missing_evidence > 0) {
        context.note(words.text("answers without a photo or file: {}"), recorded.missing_evidence);
    }
    return code;
}

}  // namespace dudao::commands
