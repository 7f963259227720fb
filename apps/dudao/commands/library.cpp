#include "commands/library.hpp"

#include "base/error_id.hpp"
#include "base/file.hpp"
#include "commands/declare.hpp"
#include "output/listing.hpp"
#include "ready_checklists.hpp"
#include "report/wording.hpp"
#include "yaml/checklist.hpp"

#include <cstdint>
#include <ostream>

namespace dudao::commands {

namespace {

namespace fs = std::filesystem;

struct LibraryOptions {
    bool json = false;
};

struct CopyOptions {
    std::vector<std::string> codes;
    std::string folder;
    bool all = false;
    bool force = false;
    bool json = false;
};

/// What becomes of a checklist that is to be copied.
enum class Fate : std::uint8_t {
    write,
    same,  ///< the file is there already, with these bytes
    keep,  ///< the file has been changed, and stays so
};

struct Copy {
    ReadyChecklist ready;
    fs::path path;
    Fate fate = Fate::write;
};

domain::Checklist read(const ReadyChecklist& ready) {
    auto reading = yaml::read_checklist(ready.bytes, ready.path);
    if (!reading.checklist) {
        throw Failure{reading.errors.front()};
    }
    return *std::move(reading.checklist);
}

std::string kinds_of(const domain::Checklist& list, const Catalogue& words) {
    std::string text;
    for (const auto kind : list.applies_to.kinds) {
        text += fmt::format(
            "{}{}", text.empty() ? "" : " ", report::shown(words, domain::unit_kinds, kind));
    }
    return text;
}

void write_ready(report::JsonWriter& json, const domain::Checklist& list, std::size_t items) {
    json.begin_object()
        .member("code", list.code)
        .member("version", list.version)
        .member("title", list.title.in(""))
        .member("sections", list.sections.size())
        .member("items", items);
    json.key("kinds").begin_array();
    for (const auto kind : list.applies_to.kinds) {
        json.value(domain::unit_kinds.word(kind));
    }
    json.end_array().end_object();
}

ExitCode run_library(const LibraryOptions& options, Context& context) {
    const auto& words = context.words();
    const auto text = [&](std::string_view english) { return std::string{words.text(english)}; };
    Listing listing{context,
                    options.json,
                    "library",
                    {{.title = text("Code")},
                     {.title = text("Title"), .least = 22},
                     {.title = text("Items"), .align = report::Align::right},
                     {.title = text("For"), .least = 8, .rank = 1},
                     {.title = text("Version"), .rank = 2}}};
    const auto all = ready_checklists();
    for (const auto& ready : all) {
        const auto list = read(ready);
        const auto items = domain::items_of(list).size();
        if (listing.is_json()) {
            write_ready(listing.json(), list, items);
            listing.end_row();
        } else {
            listing.add({list.code,
                         list.title.in(words.language()),
                         std::to_string(items),
                         kinds_of(list, words),
                         list.version});
        }
    }
    return listing.finish(all.size(), false);
}

/// Where copies go: the folder that is named, else the workspace's checklists/.
/// Errors (thrown): usage_no_workspace.
fs::path target_folder(const CopyOptions& options, const Context& context) {
    const auto& workspace = context.workspace();
    if (!options.folder.empty()) {
        return from(workspace, options.folder);
    }
    if (!workspace.root) {
        const auto here = workspace.folder.empty() ? context.env().folder
                                                   : context.env().folder / workspace.folder;
        throw Failure{Error{ErrorId::usage_no_workspace, {here.string()}}};
    }
    return *workspace.root / "checklists";
}

Copy planned(const ReadyChecklist& ready, const fs::path& folder, bool force) {
    Copy copy{.ready = ready, .path = folder / fmt::format("{}.yaml", ready.code)};
    if (!fs::exists(copy.path)) {
        return copy;
    }
    const auto old = read_file(copy.path, std::size_t{1} << 20U);
    if (old.has_value() && *old == ready.bytes) {
        copy.fate = Fate::same;
    } else if (!force) {
        copy.fate = Fate::keep;
    }
    return copy;
}

std::vector<ReadyChecklist> chosen_ones(const CopyOptions& options) {
    if (options.all) {
        return ready_checklists();
    }
    if (options.codes.empty()) {
        throw Failure{Error{ErrorId::usage_required, {"CODE"}}};
    }
    std::vector<ReadyChecklist> chosen;
    for (const auto& code : options.codes) {
        chosen.push_back(ready_checklist(code));
    }
    return chosen;
}

void print_copies(const std::vector<Copy>& copies, bool as_json, const Context& context) {
    const auto& words = context.words();
    if (as_json) {
        print_object(context, [&](report::JsonWriter& json) {
            json.key("files").begin_array();
            for (const auto& copy : copies) {
                json.begin_object()
                    .member("code", copy.ready.code)
                    .member("path", copy.path.string())
                    .member("written", copy.fate == Fate::write)
                    .end_object();
            }
            json.end_array();
        });
        return;
    }
    for (const auto& copy : copies) {
        if (copy.fate == Fate::keep) {
            context.note(words.text("kept as it is: {}"), copy.path.string());
            continue;
        }
        const auto pattern = copy.fate == Fate::same
                                 ? words.text("{} is there already, nothing to do\n")
                                 : words.text("{} written\n");
        context.out() << fmt::format(fmt::runtime(pattern), copy.path.string());
    }
}

ExitCode run_copy(const CopyOptions& options, Context& context) {
    const auto chosen = chosen_ones(options);
    const auto folder = target_folder(options, context);
    std::vector<Copy> copies;
    copies.reserve(chosen.size());
    for (const auto& ready : chosen) {
        copies.push_back(planned(ready, folder, options.force));
    }
    std::error_code failed;
    fs::create_directories(folder, failed);
    if (failed) {
        throw Failure{Error{ErrorId::file_unwritable, {folder.string(), failed.message()}}};
    }
    for (const auto& copy : copies) {
        if (copy.fate == Fate::write) {
            write_atomically(copy.path, copy.ready.bytes);
        }
    }
    print_copies(copies, options.json, context);
    return ExitCode::ok;
}

void add_copy_options(Command& verb, CopyOptions& options, const Catalogue& words) {
    verb.add_option(
        "CODE", options.codes, std::string{words.text("Code of a ready checklist, from library")});
    verb.add_option("--to", options.folder, std::string{words.text("Folder to write to")})
        ->type_name("DIR");
    verb.add_flag("--all", options.all, std::string{words.text("Copy all of them")});
    verb.add_flag(
        "--force", options.force, std::string{words.text("Replace files that have been changed")});
    add_json(verb, options.json, words);
}

}  // namespace

void declare_library(Declaring& to) {
    const auto& words = to.words;
    declare_verb<LibraryOptions>(
        to,
        "library",
        words.text("List the ready checklists that come with the program"),
        "  dudao checklist library",
        [&](Command& verb, LibraryOptions& options) { add_json(verb, options.json, words); },
        run_library);
    declare_verb<CopyOptions>(
        to,
        "copy",
        words.text("Write ready checklists into checklists/, to change and publish them"),
        "  dudao checklist copy fire-safety stocktaking",
        [&](Command& verb, CopyOptions& options) { add_copy_options(verb, options, words); },
        run_copy);
}

}  // namespace dudao::commands
