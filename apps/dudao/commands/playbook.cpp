#include "commands/playbook.hpp"

#include "commands/declare.hpp"
#include "output/listing.hpp"
#include "output/tasks.hpp"
#include "report/wording.hpp"
#include "report/wrap.hpp"
#include "workflow/playbooks.hpp"

#include <ostream>

namespace dudao::commands {

namespace {

struct PlaybookOptions {
    workflow::PlaybookRequest request;
    bool take = false;
    bool json = false;
};

void write_step(report::JsonWriter& json, const workflow::StepForIssue& step) {
    const auto& task = step.task;
    json.begin_object().member("step", task.number);
    json.member("text", step.taken ? step.taken->task.text : task.text);
    json.key("department").text_or_null(task.department);
    json.key("person").text_or_null(task.person);
    json.key("due").value(step.taken ? step.taken->task.due : task.due);
    json.member("blocking", task.blocking);
    json.key("task");
    if (step.taken) {
        json.value(task.id);
    } else {
        json.null();
    }
    json.key("status").text_or_null(
        step.taken ? domain::task_statuses.word(step.taken->state.status) : "");
    json.end_object();
}

void write_playbook(report::JsonWriter& json, const workflow::PlaybookForIssue& made) {
    json.member("issue", made.issue.issue.id);
    json.key("playbook").text_or_null(made.playbook == nullptr ? "" : made.playbook->code);
    json.key("title").text_or_null(made.playbook == nullptr ? "" : made.playbook->title.in(""));
    json.member("added", static_cast<std::int64_t>(made.added)).key("steps").begin_array();
    for (const auto& step : made.steps) {
        write_step(json, step);
    }
    json.end_array();
}

/// By when, who, and the task that it is.
std::string standing(const Catalogue& words, const workflow::StepForIssue& step) {
    const auto& task = step.taken ? step.taken->task : step.task;
    auto line = task.due ? to_text(*task.due) : std::string{};
    for (const auto& who : {task.department, task.person}) {
        line += who.empty() ? "" : " · " + who;
    }
    if (task.blocking) {
        line += fmt::format(" · {}", words.text("blocking"));
    }
    if (step.taken) {
        line += fmt::format(" · {} {}",
                            shown_id(*step.taken),
                            report::shown(words, domain::task_statuses, step.taken->state.status));
    }
    return line;
}

void print_playbook(const Context& context, const workflow::PlaybookForIssue& made) {
    const auto& words = context.words();
    const auto& screen = context.screen();
    const auto title = fmt::format("{} ({})",
                                   report::one_line(made.playbook->title.in(words.language())),
                                   made.playbook->code);
    context.out() << report::painted(title, report::Tone::strong, screen) << '\n';
    constexpr std::size_t indent = 4;
    for (const auto& step : made.steps) {
        const auto& text = step.taken ? step.taken->task.text : step.task.text;
        auto margin = fmt::format("{:>2}. ", step.task.number);
        for (const auto& line : report::wrapped(text, screen.columns - indent, screen.ambiguous)) {
            context.out() << margin << line << '\n';
            margin.assign(indent, ' ');
        }
        context.out() << margin << report::painted(standing(words, step), report::Tone::dim, screen)
                      << '\n';
    }
}

ExitCode run_playbook(const PlaybookOptions& options, Context& context) {
    auto request = options.request;
    // A task keeps its text; what is only shown in JSON is the same in every language.
    const bool any_language = options.json && !options.take;
    request.language = any_language ? std::string{} : std::string{context.words().language()};
    const auto playbooks = playbooks_of(context.workspace());
    auto opened = context.open(options.take ? store::Need::writing : store::Need::reading);
    const auto made = options.take ? workflow::take_playbook(opened.session, request, playbooks)
                                   : workflow::show_playbook(opened.session, request, playbooks);
    if (options.json) {
        print_object(context, [&](report::JsonWriter& json) { write_playbook(json, made); });
    } else if (made.playbook != nullptr) {
        print_playbook(context, made);
    }
    if (made.playbook == nullptr) {
        return ExitCode::negative;
    }
    if (options.take && !options.json) {
        context.note(context.words().text("tasks added: {}"), made.added);
    }
    return ExitCode::ok;
}

}  // namespace

void declare_playbook(Declaring& to) {
    const auto& words = to.words;
    const auto text = [&](std::string_view english) { return std::string{words.text(english)}; };
    declare_verb<PlaybookOptions>(
        to,
        "playbook",
        words.text("Print the steps of the playbook that fits, or take them over as tasks"),
        "  dudao issue playbook 7QX2M --take",
        [&](Command& verb, PlaybookOptions& options) {
            verb.add_option("ISSUE", options.request.issue, text("End of its id"))->required();
            verb.add_option("PLAYBOOK", options.request.playbook, text("Another one: its code"));
            verb.add_flag(
                "--take", options.take, text("Add those steps as tasks that are none yet"));
            add_json(verb, options.json, words);
        },
        run_playbook);
}

}  // namespace dudao::commands
