#include "commands/declare.hpp"
#include "commands/filters.hpp"
#include "errors.hpp"
#include "output/listing.hpp"
#include "output/rows.hpp"
#include "store/events.hpp"
#include "workflow/verify.hpp"

#include <ostream>

namespace dudao::commands {

namespace {

struct VerifyOptions {
    std::string head;
    bool json = false;
};

struct LogOptions {
    std::optional<std::size_t> limit;
    bool json = false;
};

struct NoOptions {};

std::string chain_text(const workflow::ChainHead& head) {
    return fmt::format("{}:{} {}", head.device, head.sequence, to_text(head.hash));
}

void write_verification(report::JsonWriter& json, const workflow::Verification& found) {
    const Catalogue english;
    json.member("entries", found.entries).member("rows", found.rows);
    json.key("discrepancies").begin_array();
    for (const auto& error : found.discrepancies) {
        json.begin_object()
            .member("id", fmt::format("E{}", static_cast<unsigned>(error.id)))
            .member("message", message_of(error, english))
            .end_object();
    }
    json.end_array().key("heads").begin_array();
    for (const auto& head : found.heads) {
        json.begin_object()
            .member("device", head.device)
            .member("sequence", head.sequence)
            .member("hash", to_text(head.hash))
            .end_object();
    }
    json.end_array().member("head_found", found.head_found);
}

void print_verification(const Context& context,
                        const workflow::Verification& found,
                        bool head_given) {
    const auto& words = context.words();
    for (const auto& error : found.discrepancies) {
        print_error(context.err(), error, words, context.screen());
    }
    if (found.discrepancies.empty()) {
        context.out() << fmt::format(
            fmt::runtime(words.text("{0} entries and {1} rows are as they were written\n")),
            found.entries,
            found.rows);
    }
    for (const auto& head : found.heads) {
        context.out() << fmt::format(fmt::runtime(words.text("chain head {}\n")), chain_text(head));
    }
    if (!head_given) {
        context.note(
            words.text("without --head it cannot be excluded that the last entries were cut off"));
    }
}

ExitCode run_verify(const VerifyOptions& options, Context& context) {
    std::optional<Digest> head;
    if (!options.head.empty()) {
        head = given(parse_digest(options.head));
    }
    auto opened = context.open(store::Need::reading);
    const auto found = workflow::verify(opened.session, head);
    if (options.json) {
        print_object(context, [&](report::JsonWriter& json) { write_verification(json, found); });
    } else {
        print_verification(context, found, head.has_value());
    }
    return found.discrepancies.empty() ? ExitCode::ok : ExitCode::integrity;
}

ExitCode run_log(const LogOptions& options, Context& context) {
    const auto& words = context.words();
    const auto text = [&](std::string_view english) { return std::string{words.text(english)}; };
    auto opened = context.open(store::Need::reading);
    auto entries = workflow::journal_entries(opened.session);
    const bool truncated = options.limit && entries.size() > *options.limit;
    if (truncated) {
        entries.resize(*options.limit);
    }
    Listing listing{context,
                    options.json,
                    "entries",
                    {{.title = text("When")},
                     {.title = text("Who"), .rank = 1},
                     {.title = text("Command"), .least = 10},
                     {.title = std::string{words.text("journal", "What")}, .least = 8},
                     {.title = text("Device"), .rank = 2},
                     {.title = text("No."), .align = report::Align::right, .rank = 3}}};
    for (const auto& entry : entries) {
        if (listing.is_json()) {
            listing.json()
                .begin_object()
                .member("device", entry.device)
                .member("sequence", entry.sequence)
                .member("at", entry.at)
                .member("actor", entry.actor)
                .member("command", entry.command)
                .member("summary", entry.summary)
                .member("hash", to_text(entry.hash))
                .end_object();
            listing.end_row();
        } else {
            listing.add({to_minutes(entry.at, opened.session.zone()),
                         entry.actor,
                         entry.command,
                         entry.summary,
                         entry.device,
                         std::to_string(entry.sequence)});
        }
    }
    return listing.finish(entries.size(), truncated);
}

ExitCode run_conflicts(const LogOptions& options, Context& context) {
    auto opened = context.open(store::Need::reading);
    const auto rows = workflow::conflicts(opened.session);
    if (options.json) {
        print_object(context, [&](report::JsonWriter& json) {
            json.key("conflicts").begin_array();
            for (const auto& row : rows) {
                write_event(json, row);
            }
            json.end_array();
        });
    } else {
        print_events(context, rows);
    }
    return rows.empty() ? ExitCode::negative : ExitCode::ok;
}

ExitCode run_migrate(const NoOptions& /*options*/, Context& context) {
    const auto opened = context.open(store::Need::writing);
    context.out() << fmt::format(fmt::runtime(context.words().text("the store has schema {}\n")),
                                 store::newest_schema());
    return ExitCode::ok;
}

}  // namespace

void declare_db(Declaring& to) {
    const auto& words = to.words;
    declare_verb<VerifyOptions>(
        to,
        "verify",
        words.text("Check that what is kept is what was written"),
        "  dudao db verify --head 5f3a…",
        [&](Command& verb, VerifyOptions& options) {
            verb.add_option("--head",
                            options.head,
                            std::string{words.text("Hash of an entry that must be there")})
                ->type_name("HASH");
            add_json(verb, options.json, words);
        },
        run_verify);
    declare_verb<LogOptions>(
        to,
        "log",
        words.text("Who did what, when: the journal, the latest first"),
        "  dudao db log --limit 20",
        [&](Command& verb, LogOptions& options) {
            add_limit(verb, options.limit, words);
            add_json(verb, options.json, words);
        },
        run_log);
    declare_verb<LogOptions>(
        to,
        "conflicts",
        words.text("List steps that change nothing, since they conflict with earlier ones"),
        "  dudao db conflicts",
        [&](Command& verb, LogOptions& options) { add_json(verb, options.json, words); },
        run_conflicts);
    declare_verb<NoOptions>(
        to,
        "migrate",
        words.text("Bring an older store up to date, after a backup"),
        "  dudao db migrate",
        [](Command& /*verb*/, NoOptions& /*options*/) {},
        run_migrate);
}

}  // namespace dudao::commands
