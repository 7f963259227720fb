#include "commands/show_issue.hpp"

#include "base/text.hpp"
#include "commands/declare.hpp"
#include "domain/issue_steps.hpp"
#include "output/evidence.hpp"
#include "output/listing.hpp"
#include "output/rows.hpp"
#include "output/tasks.hpp"
#include "report/wording.hpp"
#include "workflow/issues.hpp"

namespace dudao::commands {

namespace {

struct ShowOptions {
    std::string issue;
    bool json = false;
};

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

/// As it is now, and as it was raised where that differs.
std::string urgency_of(const Catalogue& words, const workflow::IssueDetail& detail) {
    auto now = report::shown(words, domain::urgencies, detail.state.urgency);
    if (detail.state.urgency == detail.row.issue.urgency) {
        return now;
    }
    return fmt::format(fmt::runtime(words.text("{0} (raised as {1})")),
                       now,
                       report::shown(words, domain::urgencies, detail.row.issue.urgency));
}

/// The deadline with what it was at first, and what is asked for.
void add_deadline(Sheet& sheet, const Catalogue& words, const domain::IssueState& state) {
    auto due = state.due ? to_text(*state.due) : std::string{};
    if (state.original_due) {
        due = fmt::format(
            fmt::runtime(words.text("{0} (at first {1})")), due, to_text(*state.original_due));
    }
    sheet.add(words.text("Due"), due);
    if (state.asked_due) {
        sheet.add(words.text("Asked for"),
                  fmt::format(
                      "{}  {}  {}", to_text(*state.asked_due), state.asked_by, state.asked_reason));
    }
}

/// Who is responsible and who helps, and what they say to it.
void add_responsibility(Sheet& sheet, const Catalogue& words, const domain::IssueState& state) {
    sheet.add(words.text("Department"), state.record.department);
    sheet.add(words.text("Assisting"), joined(state.record.assisting, ", "));
    auto responsibility = report::shown(words, domain::responsibilities, state.responsibility);
    if (!state.dispute.empty()) {
        responsibility += "  " + state.dispute;
    }
    sheet.add(words.text("Responsibility"), responsibility);
}

std::string numbered(const std::vector<std::string>& lines) {
    std::string text;
    for (std::size_t at = 0; at < lines.size(); ++at) {
        text += fmt::format("{}{}. {}", at == 0 ? "" : "\n", at + 1, lines[at]);
    }
    return text;
}

/// What else is said of it.
void add_record(Sheet& sheet,
                const Context& context,
                const domain::IssueRecord& record,
                const domain::CauseTree& causes) {
    const auto& words = context.words();
    sheet.add(words.text("Labels"), joined(record.labels, ", "));
    sheet.add(words.text("Channel"), record.channel);
    sheet.add(words.text("Impact scope"),
              record.scope ? report::shown(words, domain::impact_scopes, *record.scope) : "");
    sheet.add(words.text("Manifestation"), record.manifestation);
    sheet.add(words.text("Done at once"), record.containment);
    sheet.add(words.text("Risk"), record.risk);
    sheet.add(words.text("Whys"), numbered(record.whys));
    if (!record.cause_class.empty()) {
        sheet.add(words.text("Cause class"),
                  domain::cause_path(causes, record.cause_class, context.workspace().language));
    }
}

std::string_view title_of(const Catalogue& words,
                          const domain::ServiceDue& step,
                          domain::IssueSource source) {
    switch (step.step) {
        case domain::ServiceStep::respond:
            return source == domain::IssueSource::incident ? words.text("Reported")
                                                           : words.text("First response");
        case domain::ServiceStep::solve:
            return words.text("Solved");
        case domain::ServiceStep::call_back:
            return words.text("Call-back");
    }
    return {};
}

/// When it was received, and what was done for the customer or is owed to him.
void add_clock(Sheet& sheet, const Context& context, const workflow::IssueDetail& detail) {
    const auto& words = context.words();
    if (!domain::has_service_clock(detail.state.source)) {
        return;
    }
    sheet.add(words.text("Received"), local_minutes(context, *detail.state.service.received));
    for (const auto& step : detail.clock) {
        auto text = step.done ? fmt::format("{}  {}", local_minutes(context, *step.done), step.by)
                              : fmt::format(fmt::runtime(words.text("due {0}")),
                                            local_minutes(context, *step.due));
        if (step.late) {
            text += fmt::format(" · {}", words.text("late"));
        }
        sheet.add(title_of(words, step, detail.state.source), text);
    }
}

/// The issues before it of the same item, and what the policy asks for.
void add_recurrence(Sheet& sheet,
                    const Catalogue& words,
                    const workflow::IssueDetail& detail,
                    bool training) {
    std::string chain;
    for (const auto& row : detail.before) {
        chain += fmt::format("{}{}  {}  {}",
                             chain.empty() ? "" : "\n",
                             shown_id(row),
                             to_text(row.issue.raised_on),
                             report::shown(words, domain::issue_statuses, row.state.status));
    }
    sheet.add(detail.recurs ? words.text("Recurs") : words.text("Found before"), chain);
    sheet.add(words.text("Training"),
              detail.recurs && training ? words.text("needed") : std::string_view{});
}

void print_issue(const Context& context,
                 const workflow::IssueDetail& detail,
                 Day today,
                 bool training,
                 const domain::CauseTree& causes) {
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
    sheet.add(words.text("Urgency"), urgency_of(words, detail));
    sheet.add(words.text("Category"),
              report::shown(words, "issue category", state.record.category));
    add_responsibility(sheet, words, state);
    if (issue.source != domain::IssueSource::item) {
        sheet.add(words.text("Source"), report::shown(words, domain::issue_sources, issue.source));
    }
    sheet.add(words.text("Reference"), issue.ref);
    sheet.add(words.text("Raised"), to_text(issue.raised_on) + "  " + issue.raised_by);
    add_clock(sheet, context, detail);
    add_deadline(sheet, words, state);
    add_reply(sheet, words, state);
    add_record(sheet, context, state.record, causes);
    sheet.add(words.text("Owner"), state.owner);
    sheet.add(words.text("Root cause"), state.root_cause);
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
    add_recurrence(sheet, words, detail, training);
    if (!detail.playbook.empty()) {
        sheet.add(words.text("Playbook"),
                  fmt::format("{}  {}", detail.playbook, detail.playbook_title));
    }
    sheet.add(words.text("Next"), list_of(words, detail.allowed));
    sheet.print();
    if (!detail.tasks.empty()) {
        print_heading(context, words.text("heading", "Tasks"));
        print_tasks(context, detail.tasks, today);
    }
    if (!detail.events.empty()) {
        print_heading(context, words.text("History"));
        print_events(context, detail.events);
    }
    print_evidence(context, evidence_of(words, detail));
}

ExitCode run_show(const ShowOptions& options, Context& context) {
    const workflow::IssueRules rules{.recurrence = recurrence_of(context.workspace()),
                                     .playbooks = playbooks_of(context.workspace()),
                                     .service = service_policy_of(context.workspace())};
    auto opened = context.open(store::Need::reading);
    // The item's text in JSON is the same in every language.
    const auto language = options.json ? std::string{} : std::string{context.words().language()};
    const auto detail = workflow::show_issue(opened.session, options.issue, language, rules);
    if (!options.json) {
        print_issue(context,
                    detail,
                    opened.session.today(),
                    rules.recurrence.training,
                    causes_of(context.workspace()));
        return ExitCode::ok;
    }
    print_object(context, [&](report::JsonWriter& json) {
        json.key("issue");
        write_issue(json, detail.row);
        json.key("remark").text_or_null(detail.remark);
        write_texts(json, "evidence", detail.evidence);
        json.key("measure").text_or_null(detail.state.measure);
        json.key("measure_due").value(detail.state.deadline);
        json.key("root_cause").text_or_null(detail.state.root_cause);
        json.member("urgency_raised", domain::urgencies.word(detail.row.issue.urgency));
        json.key("extension_asked").value(detail.state.asked_due);
        json.key("extension_asked_by").text_or_null(detail.state.asked_by);
        json.key("extension_reason").text_or_null(detail.state.asked_reason);
        write_reply(json, detail.state);
        write_details(json, detail.state);
        write_clock(json, detail.clock);
        json.member("recurring", detail.recurs)
            .member("training", detail.recurs && rules.recurrence.training)
            .key("before")
            .begin_array();
        for (const auto& row : detail.before) {
            json.value(row.issue.id);
        }
        json.end_array().key("playbook").text_or_null(detail.playbook);
        json.key("tasks").begin_array();
        for (const auto& row : detail.tasks) {
            write_task(json, row);
        }
        json.end_array().key("allowed").begin_array();
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

}  // namespace

void declare_show_issue(Declaring& to) {
    const auto& words = to.words;
    declare_verb<ShowOptions>(
        to,
        "show",
        words.text("Show an issue with its history"),
        "  dudao issue show 7QX2M",
        [&](Command& verb, ShowOptions& options) {
            verb.add_option("ISSUE", options.issue, std::string{words.text("End of its id")})
                ->required();
            add_json(verb, options.json, words);
        },
        run_show);
}

}  // namespace dudao::commands
