#include "workflow/evidence.hpp"

#include "commands/declare.hpp"
#include "output/listing.hpp"
#include "report/wording.hpp"

namespace dudao::commands {

namespace {

struct CheckOptions {
    bool all = false;
    bool json = false;
};

void write_file(report::JsonWriter& json,
                const workflow::CheckedFile& file,
                const std::optional<std::filesystem::path>& path) {
    json.begin_object()
        .member("kind", domain::subject_kinds.word(file.kind))
        .member("id", file.subject)
        .member("unit", file.unit);
    json.key("item").text_or_null(file.item);
    json.member("digest", file.digest).member("state", domain::evidence_states.word(file.state));
    json.key("path").text_or_null(path ? path->string() : std::string{});
    json.end_object();
}

report::Tone tone_of(domain::EvidenceState state) {
    return state == domain::EvidenceState::kept ? report::Tone::good : report::Tone::bad;
}

std::optional<std::filesystem::path> path_of(const Context& context,
                                             const workflow::CheckedFile& file) {
    const auto digest = parse_digest(file.digest);
    return digest ? context.evidence().find(*digest) : std::nullopt;
}

ExitCode run_check(const CheckOptions& options, Context& context) {
    const auto& words = context.words();
    const auto text = [&](std::string_view english) { return std::string{words.text(english)}; };
    auto opened = context.open(store::Need::reading);
    Listing listing{context,
                    options.json,
                    "evidence",
                    {{.title = text("Kind")},
                     {.title = text("Id")},
                     {.title = text("Store")},
                     {.title = text("Item")},
                     {.title = text("State")},
                     {.title = text("File"), .least = 16}}};
    std::size_t files = 0;
    std::size_t listed = 0;
    bool is_whole = true;
    workflow::check_evidence(
        opened.session, context.evidence(), [&](const workflow::CheckedFile& file) {
            ++files;
            const bool is_kept = file.state == domain::EvidenceState::kept;
            is_whole = is_whole && is_kept;
            if (is_kept && !options.all) {
                return;
            }
            ++listed;
            const auto path = path_of(context, file);
            if (listing.is_json()) {
                write_file(listing.json(), file, path);
                listing.end_row();
                return;
            }
            listing.add(
                {report::shown(words, domain::subject_kinds, file.kind),
                 short_text(file.subject, shortest_tail),
                 file.unit,
                 file.item,
                 {report::shown(words, domain::evidence_states, file.state), tone_of(file.state)},
                 path ? path->lexically_proximate(context.env().folder).string() : file.digest});
        });
    listing.finish(listed, false);
    context.note(words.text("files checked: {0}"), files);
    return is_whole ? ExitCode::ok : ExitCode::negative;
}

}  // namespace

void declare_evidence(Declaring& to) {
    const auto& words = to.words;
    declare_verb<CheckOptions>(
        to,
        "check",
        words.text("Read every photo and paper again: list what is missing or was changed"),
        "  dudao evidence check --all",
        [&](CLI::App& verb, CheckOptions& options) {
            verb.add_flag("--all", options.all, std::string{words.text("List the good ones, too")});
            add_json(verb, options.json, words);
        },
        run_check);
}

}  // namespace dudao::commands
