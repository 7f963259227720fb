#include "commands/task.hpp"

#include "base/error_id.hpp"
#include "commands/declare.hpp"
#include "commands/filters.hpp"
#include "output/listing.hpp"
#include "output/tasks.hpp"
#include "report/wording.hpp"
#include "workflow/tasks.hpp"

#include <ostream>

namespace dudao::commands {

namespace {

struct AddOptions {
    workflow::TaskToAdd task;
    bool json = false;
};

struct StepOptions {
    workflow::TaskStep step;
    bool json = false;
};

struct ListOptions {
    workflow::TaskListRequest request;
    bool all = false;
    bool json = false;
};

ExitCode print_task(const store::TaskRow& row, bool as_json, const Context& context) {
    if (as_json) {
        print_object(context, [&](report::JsonWriter& json) {
            json.key("task");
            write_task(json, row);
        });
        return ExitCode::ok;
    }
    const auto& words = context.words();
    context.out() << fmt::format(fmt::runtime(words.text("{0} {1} {2}: {3}\n")),
                                 shown_id(row),
                                 row.task.unit,
                                 report::one_line(row.task.text),
                                 report::shown(words, domain::task_statuses, row.state.status));
    return ExitCode::ok;
}

ExitCode run_add(const AddOptions& options, Context& context) {
    auto opened = context.open(store::Need::writing);
    return print_task(workflow::add_task(opened.session, options.task), options.json, context);
}

ExitCode run_step(const StepOptions& options, Context& context) {
    auto opened = context.open(store::Need::writing);
    return print_task(workflow::step_task(opened.session, options.step), options.json, context);
}

ExitCode run_list(const ListOptions& options, Context& context) {
    auto request = options.request;
    if (request.mine && !request.filter.person.empty()) {
        throw Failure{Error{ErrorId::usage_bad_value, {request.filter.person, "--person"}}};
    }
    request.filter.open_only = !options.all;
    auto opened = context.open(store::Need::reading);
    const auto today = opened.session.today();
    Listing listing{context, options.json, "tasks", task_columns(context.words(), true)};
    const auto listed =
        workflow::list_tasks(opened.session, request, [&](const store::TaskRow& row) {
            if (listing.is_json()) {
                write_task(listing.json(), row);
                listing.end_row();
            } else {
                listing.add(task_cells(context, row, today, true));
            }
        });
    return listing.finish(listed.rows, listed.truncated);
}

void declare_add(Declaring& to) {
    const auto& words = to.words;
    const auto text = [&](std::string_view english) { return std::string{words.text(english)}; };
    declare_verb<AddOptions>(
        to,
        "add",
        words.text("Add what somebody is to do for an issue"),
        "  dudao issue task add 7QX2M 联系供应商更换密封条 --department 工程部 --person H0012 "
        "--due 2026-11-20 --blocking",
        [&](Command& verb, AddOptions& options) {
            auto& task = options.task;
            verb.add_option("ISSUE", task.issue, text("End of its id"))->required();
            verb.add_option("TEXT", task.text, text("What is to be done"))
                ->required()
                ->type_name("");
            verb.add_option("--department", task.department, text("Code of who is to do it"))
                ->type_name("CODE");
            verb.add_option("--person", task.person, text("Code of the person who is to do it"))
                ->type_name("CODE");
            add_day(verb, "--due", task.due, words.text("Last day"));
            verb.add_flag("--blocking",
                          task.blocking,
                          text("The issue cannot be submitted before it is done"));
            add_json(verb, options.json, words);
        },
        run_add);
}

void declare_step(Declaring& to,
                  domain::Verb step,
                  const char* name,
                  std::string_view summary,
                  std::string_view example) {
    const auto& words = to.words;
    const auto text = [&](std::string_view english) { return std::string{words.text(english)}; };
    const bool drops = step == domain::Verb::dropped;
    declare_verb<StepOptions>(
        to,
        name,
        summary,
        example,
        [&](Command& verb, StepOptions& options) {
            options.step.verb = step;
            verb.add_option("TASK", options.step.task, text("End of its id"))->required();
            verb.add_option(drops ? "--reason" : "--note",
                            options.step.note,
                            drops ? text("Why") : text("What there is to say about it"))
                ->type_name("TEXT")
                ->required(drops);
            add_json(verb, options.json, words);
        },
        run_step);
}

void declare_list(Declaring& to) {
    const auto& words = to.words;
    const auto text = [&](std::string_view english) { return std::string{words.text(english)}; };
    declare_verb<ListOptions>(
        to,
        "tasks",
        words.text("List open tasks, the first due first"),
        "  dudao issue tasks --mine --overdue",
        [&](Command& verb, ListOptions& options) {
            auto& request = options.request;
            verb.add_option("ISSUE", request.issue, text("Only of this issue: end of its id"));
            verb.add_flag("--mine", request.mine, text("Only yours"));
            verb.add_flag("--overdue", request.overdue, text("Only those overdue today"));
            verb.add_option("--person", request.filter.person, text("Only of this person"))
                ->type_name("CODE");
            verb.add_option(
                    "--department", request.filter.department, text("Only of this department"))
                ->type_name("CODE");
            verb.add_flag(
                "--all", options.all, text("Those done or dropped and of closed issues as well"));
            add_limit(verb, request.limit, words);
            add_json(verb, options.json, words);
        },
        run_list);
}

}  // namespace

void declare_tasks(Declaring& to) {
    const auto& words = to.words;
    auto task = add_group(to, "task", words.text("What is to be done for an issue"));
    Declaring inner{task, words, to.chosen};
    declare_add(inner);
    declare_step(inner,
                 domain::Verb::done,
                 "done",
                 words.text("Say that a task is done"),
                 "  dudao issue task done 3KD9A --note 已更换");
    declare_step(inner,
                 domain::Verb::dropped,
                 "drop",
                 words.text("Drop a task that is not needed"),
                 "  dudao issue task drop 3KD9A --reason 供应商已提前处理");
    declare_list(to);
}

}  // namespace dudao::commands
