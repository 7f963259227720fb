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
    const auto& use = file.use;
    json.begin_object();
    json.key("kind").text_or_null(use ? domain::subject_kinds.word(use->kind) : std::string_view{});
    json.key("id");
    use ? json.value(use->subject) : json.null();
    json.key("unit").text_or_null(use ? use->unit : std::string{});
    json.key("item").text_or_null(use ? use->item : std::string{});
    json.member("digest", file.digest).member("state", domain::evidence_states.word(file.state));
    json.key("first");
    file.first ? json.value(file.first->subject) : json.null();
    json.key("path").text_or_null(path ? path->string() : std::string{});
    json.end_object();
}

/// Whether what the file proved is in doubt.
bool is_doubtful(const workflow::CheckedFile& file) {
    return file.state == domain::EvidenceState::missing ||
           file.state == domain::EvidenceState::altered;
}

report::Tone tone_of(const workflow::CheckedFile& file) {
    if (is_doubtful(file)) {
        return report::Tone::bad;
    }
    return file.state == domain::EvidenceState::kept ? report::Tone::good : report::Tone::warn;
}

/// The state, and what a reused file proved before.
std::string state_text(const Catalogue& words, const workflow::CheckedFile& file) {
    auto text = report::shown(words, domain::evidence_states, file.state);
    if (file.first) {
        text += fmt::format(
            " ({} {})", file.first->unit, short_text(file.first->subject, shortest_tail));
    }
    return text;
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
            is_whole = is_whole && !is_doubtful(file);
            if (file.state == domain::EvidenceState::kept && !options.all) {
                return;
            }
            ++listed;
            const auto path = path_of(context, file);
            if (listing.is_json()) {
                write_file(listing.json(), file, path);
                listing.end_row();
                return;
            }
            const auto use = file.use.value_or(workflow::FileUse{});
            listing.add(
                {file.use ? report::shown(words, domain::subject_kinds, use.kind) : "-",
                 file.use ? short_text(use.subject, shortest_tail) : "-",
                 use.unit,
                 use.item,
                 {state_text(words, file), tone_of(file)},
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
        words.text("Read every photo and paper again: list what is missing, changed, used twice or "
                   "for nothing"),
        "  dudao evidence check --all",
        [&](Command& verb, CheckOptions& options) {
            verb.add_flag("--all", options.all, std::string{words.text("List the good ones, too")});
            add_json(verb, options.json, words);
        },
        run_check);
}

}  // namespace dudao::commands
