#include "commands/answer_import.hpp"

#include "base/file.hpp"
#include "commands/import.hpp"
#include "output/listing.hpp"
#include "workflow/import_answers.hpp"

#include <fmt/format.h>

#include <filesystem>
#include <ostream>

namespace dudao::commands {

namespace {

/// The format that the words of AnswerFile stand for; nothing for one that is to be detected.
std::optional<exchange::TableFormat> table_format_of(const std::optional<AnswerFile>& file) {
    if (!file || *file == AnswerFile::odk) {
        return std::nullopt;
    }
    return exchange::table_formats.parse(answer_files.word(*file)).or_throw();
}

}  // namespace

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
         .take_file = file_taker(context, options.table.file, options.dry_run, are_submissions),
         .reason = options.reason});
    if (done.list.format == exchange::TableFormat::json && !are_submissions) {
        import.rejects_are_lines();
    }
    import.note_reading(done.list);
    const auto code = import.finish(done.list);
    const auto& recorded = done.recorded;
    if (options.json) {
        print_object(context, [&](report::JsonWriter& json) {
            import.write(json, done.list);
            json.member("added", done.added)
                .member("corrected", done.corrected)
                .member("unchanged", done.unchanged)
                .member("answers", done.answers)
                .member("waived", done.waived)
                .member("findings", recorded.findings)
                .member("issues", recorded.issues)
                .member("fulfilled", recorded.fulfilled)
                .member("incomplete", recorded.incomplete)
                .member("missing_evidence", recorded.missing_evidence)
                .member("cancelled", recorded.cancelled);
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
    if (done.corrected > 0) {
        context.note(options.dry_run
                         ? words.text("{0} visits would be corrected, {1} issues cancelled")
                         : words.text("{0} visits corrected, {1} issues cancelled"),
                     done.corrected,
                     recorded.cancelled);
    }
    if (done.waived > 0) {
        context.note(words.text("items waived: {}"), done.waived);
    }
    if (recorded.missing_evidence > 0) {
        context.note(words.text("answers without a photo or file: {}"), recorded.missing_evidence);
    }
    return code;
}

}  // namespace dudao::commands
