#include "commands/list_import.hpp"

#include "base/text.hpp"
#include "commands/import.hpp"
#include "output/list_changes.hpp"
#include "output/listing.hpp"
#include "workflow/import_people.hpp"
#include "workflow/import_units.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <ostream>

namespace dudao::commands {

namespace {

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
                    const workflow::ImportedList& done) {
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
            import.write(json, done.list);
            write_imported(json, options, done);
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

}  // namespace

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

}  // namespace dudao::commands
