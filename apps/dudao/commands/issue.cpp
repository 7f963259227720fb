#include "commands/declare.hpp"
#include "commands/filters.hpp"
#include "commands/issue_filter.hpp"
#include "commands/issue_stats.hpp"
#include "commands/raise.hpp"
#include "commands/steps.hpp"
#include "output/evidence.hpp"
#include "output/listing.hpp"
#include "output/rows.hpp"
#include "report/wording.hpp"
#include "workflow/issues.hpp"

namespace dudao::commands {

namespace {

struct ListOptions {
    workflow::IssueListRequest request;
    bool all = false;
    bool json = false;
};

struct ShowOptions {
    std::string issue;
    bool json = false;
};

ExitCode run_list(const ListOptions& options, Context& context) {
    auto request = options.request;
    request.filter.open_only = !options.all;
    auto opened = context.open(store::Need::reading);
    const auto today = opened.session.today();
    Listing listing{context, options.json, "issues", issue_columns(context.words())};
    const auto listed =
        workflow::list_issues(opened.session, request, [&](const store::IssueRow& row) {
            if (listing.is_json()) {
                write_issue(listing.json(), row);
                listing.end_row();
            } else {
                listing.add(issue_cells(context, row, today));
            }
        });
    return listing.finish(listed.rows, listed.truncated);
}

std::string list_of(const Catalogue& words, const std::vector<domain::Verb>& verbs) {
    std::string list;
    for (const auto verb : verbs) {
        list += list.empty() ? "" : words.text("list separator", ", ");
        list += report::shown(words, domain::verbs, verb);
    }
    return list;
}

/// What the inspector took over as proof, and what each step did.
std::vector<std::pair<std::string, std::string>> evidence_of(const Catalogue& words,
                                                             const workflow::IssueDetail& detail) {
    std::vector<std::pair<std::string, std::string>> files;
    for (const auto& digest : detail.evidence) {
        files.emplace_back(words.text("Found"), digest);
    }
    for (const auto& row : detail.events) {
        for (const auto& digest : row.event.evidence) {
            files.emplace_back(report::shown(words, domain::verbs, row.event.verb), digest);
        }
    }
    return files;
}

/// What the store says to the finding.
void add_reply(Sheet& sheet, const Catalogue& words, const domain::IssueState& state) {
    if (!state.reply) {
        return;
    }
    const bool agrees = state.reply == domain::Reply::agreed;
    sheet.add(words.text("Reply of the store"),
              report::shown(words, domain::replies, *state.reply));
    sheet.add(words.text("Cause"), state.cause);
    sheet.add(agrees ? words.text("Promised measure") : words.text("Objection"), state.reply_note);
    sheet.add(words.text("Promised by"), state.promised_by ? to_text(*state.promised_by) : "");
}

void print_issue(const Context& context, const workflow::IssueDetail& detail, Day today) {
    const auto& words = context.words();
    const auto& issue = detail.row.issue;
    const auto& state = detail.state;
    Sheet sheet{context};
    sheet.add(words.text("Issue"), to_text(issue.id));
    sheet.add(words.text("What is wrong"), text_of(detail.row));
    sheet.add(words.text("Remark"), detail.remark);
    sheet.add(words.text("Store"), issue.unit + ' ' + detail.row.unit_name);
    sheet.add(words.text("Status"),
              report::shown(words, domain::issue_statuses, state.status) +
                  (domain::is_overdue(state, today) ? fmt::format(" · {}", words.text("overdue"))
                                                    : std::string{}));
    sheet.add(words.text("Urgency"), report::shown(words, domain::urgencies, issue.urgency));
    sheet.add(words.text("Category"), report::shown(words, "issue category", issue.category));
    sheet.add(words.text("Department"), issue.department);
    if (issue.source != domain::IssueSource::item) {
        sheet.add(words.text("Source"), report::shown(words, domain::issue_sources, issue.source));
    }
    sheet.add(words.text("Reference"), issue.ref);
    sheet.add(words.text("Raised"), to_text(issue.raised_on) + "  " + issue.raised_by);
    sheet.add(words.text("Due"), state.due ? to_text(*state.due) : "");
    add_reply(sheet, words, state);
    sheet.add(words.text("Owner"), state.owner);
    sheet.add(words.text("Measure"), state.measure);
    sheet.add(words.text("Measure due"), state.deadline ? to_text(*state.deadline) : "");
    sheet.add(words.text("Progress"),
              state.percent > 0 ? fmt::format("{}%", state.percent) : std::string{});
    sheet.add(words.text("Cycle"), state.cycle > 1 ? std::to_string(state.cycle) : "");
    sheet.add(words.text("Guidance"), detail.guidance);
    sheet.add(words.text("Suggested measure"), detail.suggested_measure);
    sheet.add(words.text("Checklist item"),
              detail.row.item.empty() ? "" : detail.row.checklist_code + ' ' + detail.row.item);
    sheet.add(words.text("Visit"), issue.inspection ? to_text(*issue.inspection) : "");
    sheet.add(words.text("Next"), list_of(words, detail.allowed));
    sheet.print();
    if (!detail.events.empty()) {
        print_heading(context, words.text("History"));
        print_events(context, detail.events);
    }
    print_evidence(context, evidence_of(words, detail));
}

ExitCode run_show(const ShowOptions& options, Context& context) {
    auto opened = context.open(store::Need::reading);
    // The item's text in JSON is the same in every language.
    const auto language = options.json ? std::string{} : std::string{context.words().language()};
    const auto detail = workflow::show_issue(opened.session, options.issue, language);
    if (!options.json) {
        print_issue(context, detail, opened.session.today());
        return ExitCode::ok;
    }
    print_object(context, [&](report::JsonWriter& json) {
        json.key("issue");
        write_issue(json, detail.row);
        json.key("remark").text_or_null(detail.remark);
        write_texts(json, "evidence", detail.evidence);
        json.key("measure").text_or_null(detail.state.measure);
        json.key("measure_due").value(detail.state.deadline);
        write_reply(json, detail.state);
        json.key("allowed").begin_array();
        for (const auto verb : detail.allowed) {
            json.value(domain::verbs.word(verb));
        }
        json.end_array().key("events").begin_array();
        for (const auto& row : detail.events) {
            write_event(json, row);
        }
        json.end_array();
    });
    return ExitCode::ok;
}

void add_list_options(CLI::App& verb, ListOptions& options, const Catalogue& words) {
    add_issue_filter(verb, options.request, words);
    verb.add_flag(
        "--all", options.all, std::string{words.text("Closed and proposed ones as well")});
    add_limit(verb, options.request.limit, words);
    add_json(verb, options.json, words);
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
        [&](CLI::App& verb, ListOptions& options) { add_list_options(verb, options, words); },
        run_list);
    declare_verb<ListOptions>(
        to,
        "search",
        words.text("Find open issues by words of what is wrong"),
        "  dudao issue search 冷藏柜 温度 --all",
        [&](CLI::App& verb, ListOptions& options) {
            verb.add_option("WORDS",
                            options.request.words,
                            std::string{words.text("All of these must be in it")})
                ->required()
                ->type_name("");
            add_list_options(verb, options, words);
        },
        run_list);
    declare_verb<ShowOptions>(
        to,
        "show",
        words.text("Show an issue with its history"),
        "  dudao issue show 7QX2M",
        [&](CLI::App& verb, ShowOptions& options) {
            verb.add_option("ISSUE", options.issue, std::string{words.text("End of its id")})
                ->required();
            add_json(verb, options.json, words);
        },
        run_show);
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
    declare_replies(to);
    declare_steps(to);
}

}  // namespace dudao::commands
