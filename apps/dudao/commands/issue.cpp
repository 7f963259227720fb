#include "commands/declare.hpp"
#include "commands/edit_issues.hpp"
#include "commands/filters.hpp"
#include "commands/issue_filter.hpp"
#include "commands/issue_stats.hpp"
#include "commands/issue_view.hpp"
#include "commands/playbook.hpp"
#include "commands/raise.hpp"
#include "commands/remind.hpp"
#include "commands/responsibility.hpp"
#include "commands/service.hpp"
#include "commands/show_issue.hpp"
#include "commands/similar.hpp"
#include "commands/steps.hpp"
#include "commands/task.hpp"
#include "output/issue_table.hpp"
#include "output/listing.hpp"
#include "output/rows.hpp"
#include "workflow/sort_issues.hpp"

namespace dudao::commands {

namespace {

struct ListOptions {
    workflow::IssueListRequest request;
    bool all = false;
    bool recurring = false;
    bool json = false;
    IssueLook look;
    std::optional<Command> verb = {};  ///< what was typed
};

void add_list_options(Command& verb, ListOptions& options, const Catalogue& words) {
    add_issue_filter(verb, options.request, words);
    verb.add_flag(
        "--all", options.all, std::string{words.text("Closed and proposed ones as well")});
    verb.add_flag("--recurring",
                  options.recurring,
                  std::string{words.text("Only those that recur, by rules/recurrence.yaml")});
    add_limit(verb, options.request.limit, words);
    add_look(verb, options.look, words);
    add_json(verb, options.json, words);
}

void print_row(const Context& context,
               Listing& listing,
               const store::IssueRow& row,
               Day today,
               const IssueLook& look) {
    if (listing.is_json()) {
        write_issue(listing.json(), row);
        listing.end_row();
    } else {
        listing.add(look.columns.empty() ? issue_cells(context, row, today)
                                         : issue_cells(context, row, today, look.columns));
    }
}

ExitCode run_list(const ListOptions& typed, Context& context) {
    auto options = typed;
    apply_view(context, typed.look.view, typed.verb->given(), [&](Command& app) {
        add_list_options(app, options, context.words());
    });
    auto& request = options.request;
    request.filter.open_only = !options.all;
    if (options.recurring) {
        request.recurring = recurrence_of(context.workspace());
    }
    prepare_issue_filter(context, request);
    auto opened = context.open(store::Need::reading);
    const auto today = opened.session.today();
    const auto& look = options.look;
    Listing listing{context,
                    options.json,
                    "issues",
                    look.columns.empty() ? issue_columns(context.words())
                                         : issue_columns(context.words(), look.columns)};
    const auto listed =
        workflow::list_sorted(opened.session, request, look.sort, [&](const store::IssueRow& row) {
            print_row(context, listing, row, today, look);
        });
    return listing.finish(listed.rows, listed.truncated);
}

void declare_replies(Declaring& to) {
    const auto& words = to.words;
    declare_step(to,
                 {.verb = domain::Verb::agreed,
                  .name = "agree",
                  .summary = words.text("Record that the store agrees, and what it promises"),
                  .example = "  dudao issue agree 7QX2M --cause 密封条老化 --measure 更换密封条 "
                             "--by 2026-11-20",
                  .note = "--measure",
                  .takes_cause = true,
                  .takes_deadline = true});
    declare_step(to,
                 {.verb = domain::Verb::objected,
                  .name = "object",
                  .summary = words.text("Record that the store objects, and why"),
                  .example = "  dudao issue object 7QX2M --reason 当时正在除霜",
                  .note = "--reason",
                  .needs_note = true});
}

void declare_listings(Declaring& to) {
    const auto& words = to.words;
    declare_verb<ListOptions>(
        to,
        "list",
        words.text("List open issues, the first due first"),
        "  dudao issue list --overdue --region 浙江省 --json",
        [&](Command& verb, ListOptions& options) {
            options.verb = verb;
            add_list_options(verb, options, words);
        },
        run_list);
    declare_verb<ListOptions>(
        to,
        "search",
        words.text("Find open issues by words of what is wrong"),
        "  dudao issue search 冷藏柜 温度 --all",
        [&](Command& verb, ListOptions& options) {
            verb.add_option("WORDS",
                            options.request.words,
                            std::string{words.text("All of these must be in it")})
                ->required()
                ->type_name("");
            options.verb = verb;
            add_list_options(verb, options, words);
        },
        run_list);
    declare_show_issue(to);
}

void declare_steps(Declaring& to) {
    const auto& words = to.words;
    declare_step(to,
                 {.verb = domain::Verb::assigned,
                  .name = "assign",
                  .summary = words.text("Make a person responsible"),
                  .example = "  dudao issue assign 7QX2M --owner H0012",
                  .needs_owner = true});
    declare_step(to,
                 {.verb = domain::Verb::cancelled,
                  .name = "cancel",
                  .summary = words.text("Close an issue that was none"),
                  .example = "  dudao issue cancel 7QX2M --reason 设备已报废",
                  .note = "--reason",
                  .needs_note = true});
    declare_step(to,
                 {.verb = domain::Verb::duplicated,
                  .name = "duplicate",
                  .summary = words.text("Close an issue as the same as another"),
                  .example = "  dudao issue duplicate 7QX2M --of 3KD9A",
                  .needs_other = true});
    declare_step(to,
                 {.verb = domain::Verb::commented,
                  .name = "comment",
                  .summary = words.text("Note something down"),
                  .example = "  dudao issue comment 7QX2M --note 已电话告知店长",
                  .needs_note = true});
}

}  // namespace

void declare_issue(Declaring& to) {
    declare_listings(to);
    declare_issue_stats(to);
    declare_issue_raise(to);
    declare_issue_edit(to);
    declare_service(to);
    declare_similar(to);
    declare_tasks(to);
    declare_playbook(to);
    declare_remind(to);
    declare_replies(to);
    declare_responsibility(to);
    declare_steps(to);
}

}  // namespace dudao::commands
