#include "yaml/checklist.hpp"

#include "base/file.hpp"
#include "commands/checklist_exchange.hpp"
#include "commands/checklist_file.hpp"
#include "commands/checklist_tools.hpp"
#include "commands/declare.hpp"
#include "commands/library.hpp"
#include "commands/waivers.hpp"
#include "domain/profile.hpp"
#include "errors.hpp"
#include "output/listing.hpp"
#include "report/wording.hpp"
#include "workflow/checklists.hpp"

#include <algorithm>
#include <ostream>

namespace dudao::commands {

namespace {

struct FileOptions {
    std::vector<std::string> files;
    bool json = false;
};

struct ShowOptions {
    std::string reference;
    bool yaml = false;
    bool json = false;
};

struct ListOptions {
    bool json = false;
};

void write_head(report::JsonWriter& json, const store::ChecklistHead& head) {
    json.begin_object()
        .member("code", head.code)
        .member("version", head.version)
        .member("title", head.title)
        .member("items", head.items)
        .member("hash", to_text(head.hash))
        .member("published_at", head.published_at)
        .member("published_by", head.published_by)
        .end_object();
}

void write_problem(report::JsonWriter& json,
                   std::string_view severity,
                   const Error& error,
                   const Catalogue& words) {
    json.begin_object()
        .member("severity", severity)
        .member("id", fmt::format("E{}", static_cast<unsigned>(error.id)))
        .member("file", error.place.file)
        .member("line", error.place.line)
        .member("column", error.place.column)
        .member("message", message_of(error, words))
        .key("hint")
        .text_or_null(hint_of(error, words))
        .end_object();
}

/// What is wrong with a checklist, and how bad it is: "error" or "warning".
using Problems = std::vector<std::pair<std::string_view, Error>>;

void print_problems(const Context& context, const Problems& problems, std::string_view source) {
    for (const auto& [severity, error] : problems) {
        (severity == "warning" ? print_warning : print_error)(
            context.err(), error, context.words(), context.screen(), source);
    }
}

void print_problems_as_json(const Context& context, const Problems& problems) {
    // The messages of machine output are English, whatever the language.
    const Catalogue english;
    print_object(context, [&](report::JsonWriter& json) {
        json.key("problems").begin_array();
        for (const auto& [severity, error] : problems) {
            write_problem(json, severity, error, english);
        }
        json.end_array();
    });
}

ExitCode run_lint(const FileOptions& options, Context& context) {
    Problems all;
    bool good = true;
    for (const auto& file : options.files) {
        const auto bytes = read_file(from(context.workspace(), file), largest_checklist).or_throw();
        const auto read = yaml::read_checklist(bytes, file);
        Problems problems;
        for (const auto& error : read.errors) {
            problems.emplace_back("error", error);
        }
        for (const auto& warning : read.warnings) {
            problems.emplace_back("warning", warning);
        }
        good = good && read.errors.empty();
        if (options.json) {
            all.insert(all.end(), problems.begin(), problems.end());
            continue;
        }
        if (read.errors.empty()) {
            context.note(context.words().text("{}: no errors"), file);
        }
        print_problems(context, problems, bytes);
    }
    if (options.json) {
        print_problems_as_json(context, all);
    }
    return good ? ExitCode::ok : ExitCode::input;
}

ExitCode run_publish(const FileOptions& options, Context& context) {
    const auto& words = context.words();
    auto opened = context.open(store::Need::writing);
    std::vector<workflow::Published> all;
    for (const auto& file : options.files) {
        const auto bytes = read_file(from(context.workspace(), file), largest_checklist).or_throw();
        all.push_back(workflow::publish_checklist(opened.session, bytes, file));
        for (const auto& warning : all.back().warnings) {
            print_warning(context.err(), warning, words, context.screen(), bytes);
        }
    }
    if (options.json) {
        print_object(context, [&](report::JsonWriter& json) {
            json.key("checklists").begin_array();
            for (const auto& published : all) {
                write_head(json, published.head);
            }
            json.end_array();
        });
        return ExitCode::ok;
    }
    for (const auto& published : all) {
        const auto& head = published.head;
        const auto pattern = published.there_already
                                 ? words.text("{0}@{1} was published before, nothing to do\n")
                                 : words.text("{0}@{1} published: {2}, {3} items\n");
        context.out() << fmt::format(
            fmt::runtime(pattern), head.code, head.version, head.title, head.items);
        for (const auto& department : published.departments) {
            context.note(words.text("department {} did not exist and was made"), department);
        }
    }
    return ExitCode::ok;
}

ExitCode run_list(const ListOptions& options, Context& context) {
    const auto& words = context.words();
    const auto text = [&](std::string_view english) { return std::string{words.text(english)}; };
    auto opened = context.open(store::Need::reading);
    Listing listing{context,
                    options.json,
                    "checklists",
                    {{.title = text("Code")},
                     {.title = text("Version")},
                     {.title = text("Title"), .least = 10},
                     {.title = text("Items"), .align = report::Align::right},
                     {.title = text("Published"), .rank = 1},
                     {.title = text("By"), .rank = 2}}};
    const auto heads = workflow::list_checklists(opened.session);
    for (const auto& head : heads) {
        if (listing.is_json()) {
            write_head(listing.json(), head);
            listing.end_row();
        } else {
            listing.add({head.code,
                         head.version,
                         head.title,
                         std::to_string(head.items),
                         to_minutes(head.published_at, opened.session.zone()),
                         head.published_by});
        }
    }
    return listing.finish(heads.size(), false);
}

/// "5" for points; with its range or options.
std::string answers_of(const domain::Item& item, std::string_view language) {
    std::string text;
    for (const auto& option : item.options) {
        text += fmt::format(
            "{}{}={}", text.empty() ? "" : " ", option.value, option.label.in(language));
    }
    if (item.kind == domain::ItemKind::scale) {
        text = fmt::format(
            "{}…{}", item.scale_from, item.scale_from + static_cast<int>(item.levels.size()) - 1);
    }
    if (item.kind == domain::ItemKind::number) {
        text = fmt::format("{}…{} {}",
                           item.accept_min ? to_text(*item.accept_min) : "",
                           item.accept_max ? to_text(*item.accept_max) : "",
                           item.measure_unit);
    }
    return text;
}

/// "A ≥90"; the limit of each section in brackets, that of each item in parentheses.
std::string grade_text(const domain::Grade& grade, domain::ScoringMethod method) {
    const bool by_sum = method == domain::ScoringMethod::penalty;
    const std::string sign = by_sum ? "≤" : "≥";
    auto text = grade.name;
    if (!by_sum || grade.max) {
        text += ' ' + sign + to_text(by_sum ? *grade.max : grade.min);
    }
    if (grade.worst_section) {
        text += fmt::format(" [{}{}]", sign, to_text(*grade.worst_section));
    }
    if (grade.worst_item) {
        text += fmt::format(" ({}{})", sign, to_text(*grade.worst_item));
    }
    return text;
}

void print_checklist(const Context& context, const workflow::ChecklistDetail& detail) {
    const auto& words = context.words();
    const auto text = [&](std::string_view english) { return std::string{words.text(english)}; };
    const auto& list = detail.checklist;
    const auto& language = words.language();
    Sheet sheet{context};
    sheet.add(words.text("Checklist"), list.code + '@' + list.version);
    sheet.add(words.text("Title"), list.title.in(language));
    sheet.add(words.text("Scoring"),
              report::shown(words, domain::scoring_methods, list.scoring.method));
    sheet.add(words.text("Pass mark"),
              list.scoring.pass ? to_text(*list.scoring.pass) + '%' : std::string{});
    std::string grades;
    for (const auto& grade : list.scoring.grades) {
        grades += (grades.empty() ? "" : "  ") + grade_text(grade, list.scoring.method);
    }
    sheet.add(words.text("Grades"), grades);
    for (const auto& profile : list.profiles) {
        const auto items = std::count(profile.items.begin(), profile.items.end(), '1');
        sheet.add(words.text("Profile"),
                  fmt::format("{} {} ({})", profile.id, profile.title.in(language), items));
    }
    sheet.print();
    for (const auto& section : list.sections) {
        print_heading(
            context,
            section.weight.is_zero()
                ? std::string{section.title.in(language)}
                : fmt::format("{} ({})", section.title.in(language), to_text(section.weight)));
        report::Table table{
            context.out(),
            {{.title = text("Item")},
             {.title = text("What to look at"), .least = 16},
             {.title = std::string{words.text("item", "Points")}, .align = report::Align::right},
             {.title = text("Class"), .rank = 1},
             {.title = text("Answers"), .least = 8, .rank = 2}},
            context.screen()};
        for (const auto& item : section.items) {
            table.add({item.id,
                       item.text.in(language),
                       to_text(item.points),
                       report::shown(words, domain::item_classes, item.item_class),
                       answers_of(item, language)});
        }
        table.finish();
    }
}

void write_checklist(report::JsonWriter& json, const workflow::ChecklistDetail& detail) {
    json.key("checklist");
    write_head(json, detail.head);
    const auto items = domain::items_of(detail.checklist);
    json.key("profiles").begin_array();
    for (const auto& profile : detail.checklist.profiles) {
        json.begin_object().member("id", profile.id).member("title", profile.title.in(""));
        json.key("items").begin_array();
        for (std::size_t at = 0; at < items.size(); ++at) {
            if (domain::is_in(&profile, at)) {
                json.value(items[at].item->id);
            }
        }
        json.end_array().end_object();
    }
    json.end_array();
    json.key("sections").begin_array();
    for (const auto& section : detail.checklist.sections) {
        json.begin_object()
            .member("id", section.id)
            .member("title", section.title.in(""))
            .member("weight", section.weight);
        json.key("items").begin_array();
        for (const auto& item : section.items) {
            json.begin_object()
                .member("id", item.id)
                .member("text", item.text.in(""))
                .member("type", domain::item_kinds.word(item.kind))
                .member("points", item.points)
                .member("class", domain::item_classes.word(item.item_class))
                .member("critical", domain::critical_effects.word(item.critical))
                .member("required", item.required)
                .member("raises_issue", item.issue.has_value())
                .end_object();
        }
        json.end_array().end_object();
    }
    json.end_array();
}

ExitCode run_show(const ShowOptions& options, Context& context) {
    auto opened = context.open(store::Need::reading);
    const auto detail = workflow::show_checklist(opened.session, options.reference);
    if (options.yaml) {
        context.out() << detail.source;
    } else if (options.json) {
        print_object(context, [&](report::JsonWriter& json) { write_checklist(json, detail); });
    } else {
        print_checklist(context, detail);
    }
    return ExitCode::ok;
}

void add_files(Command& verb, FileOptions& options, const Catalogue& words) {
    verb.add_option("FILE", options.files, std::string{words.text("Checklist in YAML")})
        ->required();
    add_json(verb, options.json, words);
}

}  // namespace

void declare_checklist(Declaring& to) {
    const auto& words = to.words;
    declare_verb<FileOptions>(
        to,
        "lint",
        words.text("Check checklists for mistakes"),
        "  dudao checklist lint checklists/*.yaml",
        [&](Command& verb, FileOptions& options) { add_files(verb, options, words); },
        run_lint);
    declare_verb<FileOptions>(
        to,
        "publish",
        words.text("Publish checklists: a published version never changes"),
        "  dudao checklist publish checklists/qsc-store.yaml",
        [&](Command& verb, FileOptions& options) { add_files(verb, options, words); },
        run_publish);
    declare_verb<ListOptions>(
        to,
        "list",
        words.text("List published checklists"),
        "  dudao checklist list --json",
        [&](Command& verb, ListOptions& options) { add_json(verb, options.json, words); },
        run_list);
    declare_verb<ShowOptions>(
        to,
        "show",
        words.text("Show a published checklist"),
        "  dudao checklist show qsc-store@2026.1 --yaml",
        [&](Command& verb, ShowOptions& options) {
            verb.add_option(
                    "CODE", options.reference, std::string{words.text("CODE or CODE@VERSION")})
                ->required();
            verb.add_flag(
                "--yaml", options.yaml, std::string{words.text("Print it as it was published")});
            add_json(verb, options.json, words);
        },
        run_show);
    declare_library(to);
    declare_checklist_tools(to);
    declare_checklist_exchange(to);
    declare_waivers(to);
}

}  // namespace dudao::commands
