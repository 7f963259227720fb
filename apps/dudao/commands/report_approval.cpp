#include "commands/report_approval.hpp"

#include "base/file.hpp"
#include "base/text.hpp"
#include "commands/declare.hpp"
#include "commands/report_options.hpp"
#include "output/listing.hpp"
#include "output/rows.hpp"
#include "report/wording.hpp"
#include "workflow/report_approval.hpp"

#include <ostream>

namespace dudao::commands {

namespace {

struct SubmitOptions {
    ReportScope scope;
    bool json = false;
};

struct StepOptions {
    workflow::ReportStep step;
    std::string changes;  ///< approval with changes: which
    bool json = false;
};

struct ShowOptions {
    std::string report;
    std::string file;
    bool json = false;
};

struct ListOptions {
    bool json = false;
};

/// What narrows it to a part of the chain.
std::string narrowed(const Catalogue& words, const domain::UnitFilter& units) {
    std::vector<std::string> parts;
    const auto add = [&](const std::string& word) {
        if (!word.empty()) {
            parts.push_back(word);
        }
    };
    add(units.below);
    add(units.kind ? report::shown(words, domain::unit_kinds, *units.kind) : "");
    add(units.ownership ? report::shown(words, domain::ownerships, *units.ownership) : "");
    add(units.status ? report::shown(words, domain::unit_statuses, *units.status) : "");
    add(units.tag);
    add(units.supervisor);
    return joined(parts, " ");
}

ExitCode print_result(const Context& context, bool as_json, const store::ReportRow& row) {
    if (as_json) {
        print_object(context, [&](report::JsonWriter& json) {
            json.key("report");
            write_submitted(json, row);
        });
    } else {
        context.out() << fmt::format(
            "{}: {}\n",
            name_of(context.words(), row),
            report::shown(context.words(), domain::report_statuses, row.status));
    }
    return ExitCode::ok;
}

ExitCode run_submit(const SubmitOptions& options, Context& context) {
    const auto request = request_of(options.scope, context);
    auto opened = context.open(store::Need::writing);
    auto units = request.units;
    const workflow::ReportSubmission submission{
        .subject = {.period = request.period,
                    .units = std::move(units),
                    .organised_on = organised_on(options.scope, opened.session)},
        .chain = request.chain,
        .approvers = report_approvers_of(context.workspace())};
    return print_result(context, options.json, workflow::submit_report(opened.session, submission));
}

ExitCode run_step(const StepOptions& options, Context& context) {
    auto step = options.step;
    if (!options.changes.empty()) {
        step.verb = domain::Verb::changes_asked;
        step.note = options.changes;
    }
    auto opened = context.open(store::Need::writing);
    return print_result(context, options.json, workflow::step_report(opened.session, step));
}

ExitCode run_list(const ListOptions& options, Context& context) {
    const auto& words = context.words();
    const auto text = [&](std::string_view english) { return std::string{words.text(english)}; };
    auto opened = context.open(store::Need::reading);
    Listing listing{context,
                    options.json,
                    "reports",
                    {{.title = text("Id")},
                     {.title = text("Period")},
                     {.title = text("Only"), .least = 8, .rank = 1},
                     {.title = text("Revision"), .align = report::Align::right},
                     {.title = text("Status")},
                     {.title = text("Author"), .rank = 2}}};
    const auto reports = workflow::list_reports(opened.session);
    for (const auto& row : reports) {
        const auto& report = row.report;
        if (listing.is_json()) {
            write_submitted(listing.json(), row);
            listing.end_row();
        } else {
            listing.add({short_text(report.id, shortest_tail),
                         domain::to_text(report.subject.period),
                         narrowed(words, report.subject.units),
                         std::to_string(report.number),
                         report::shown(words, domain::report_statuses, row.status),
                         report.author});
        }
    }
    return listing.finish(reports.size(), false);
}

void print_report(const Context& context, const workflow::ReportDetail& detail) {
    const auto& words = context.words();
    const auto& report = detail.row.report;
    Sheet sheet{context};
    sheet.add(words.text("Report"), to_text(report.id));
    sheet.add(words.text("Period"), domain::to_text(report.subject.period));
    sheet.add(words.text("Only"), narrowed(words, report.subject.units));
    sheet.add(words.text("Revision"), std::to_string(report.number));
    sheet.add(words.text("Status"),
              report::shown(words, domain::report_statuses, detail.row.status));
    if (const auto role = domain::next_approver(report, detail.state)) {
        sheet.add(words.text("Waits for"), report::shown(words, domain::roles, *role));
    }
    sheet.add(words.text("Note"), detail.state.note);
    sheet.add(words.text("Sent to"), detail.state.addressee);
    sheet.add(words.text("Author"), report.author);
    sheet.add(words.text("SHA-256"), to_text(report.digest));
    sheet.add(words.text("Journal"), std::string{trimmed(report.heads)});
    sheet.print();
    if (!detail.events.empty()) {
        print_heading(context, words.text("History"));
        print_events(context, detail.events);
    }
}

ExitCode run_show(const ShowOptions& options, Context& context) {
    auto opened = context.open(store::Need::reading);
    const auto detail = workflow::show_report(opened.session, options.report);
    if (!options.file.empty()) {
        write_atomically(from(context.workspace(), options.file), detail.row.report.content);
        context.note(context.words().text("written: {}"), options.file);
    }
    if (options.json) {
        print_object(context, [&](report::JsonWriter& json) {
            json.key("report");
            write_submitted(json, detail.row);
            json.key("waits_for");
            const auto role = domain::next_approver(detail.row.report, detail.state);
            json.text_or_null(role ? domain::roles.word(*role) : "");
            json.key("note").text_or_null(detail.state.note);
            json.key("sent_to").text_or_null(detail.state.addressee);
            json.key("events").begin_array();
            for (const auto& row : detail.events) {
                write_event(json, row);
            }
            json.end_array();
        });
    } else if (options.file.empty()) {
        print_report(context, detail);
    }
    return ExitCode::ok;
}

/// A verb that moves a submitted report on.
struct Step {
    domain::Verb verb;
    const char* name;
    std::string_view summary;
    std::string_view example;
    const char* note;  ///< its option
    bool note_required = false;
};

void declare_step(Declaring& to, const Step& step) {
    const auto& words = to.words;
    const auto text = [&](std::string_view english) { return std::string{words.text(english)}; };
    declare_verb<StepOptions>(
        to,
        step.name,
        step.summary,
        step.example,
        [&](Command& verb, StepOptions& options) {
            options.step.verb = step.verb;
            verb.add_option("REPORT", options.step.report, text("Its period, or the end of its id"))
                ->required();
            auto note =
                verb.add_option(step.note, options.step.note, text("What there is to say about it"))
                    ->type_name("TEXT")
                    ->required(step.note_required);
            if (step.verb == domain::Verb::approved) {
                verb.add_option("--with-changes",
                                options.changes,
                                text("Approve it with changes: the next revision is confirmed"))
                    ->type_name("TEXT")
                    ->excludes(note);
            }
            if (step.verb == domain::Verb::sent) {
                verb.add_option("--to",
                                options.step.person,
                                text("Who is to sign for it, if not the head of its unit"))
                    ->type_name("CODE");
            }
            add_json(verb, options.json, words);
        },
        run_step);
}

void declare_steps(Declaring& to) {
    const auto& words = to.words;
    declare_step(to,
                 {.verb = domain::Verb::reviewed,
                  .name = "review",
                  .summary = words.text("Review a submitted report: a step before its approval"),
                  .example = "  dudao report review 2026-11",
                  .note = "--note"});
    declare_step(to,
                 {.verb = domain::Verb::approved,
                  .name = "approve",
                  .summary = words.text("Approve a report, the last step of the chain"),
                  .example = "  dudao report approve 2026-11 --with-changes 补充整改率说明",
                  .note = "--note"});
    declare_step(to,
                 {.verb = domain::Verb::returned,
                  .name = "return",
                  .summary = words.text("Send a report back"),
                  .example = "  dudao report return 2026-11 --reason 漏了两家门店",
                  .note = "--reason",
                  .note_required = true});
    declare_step(to,
                 {.verb = domain::Verb::sent,
                  .name = "send",
                  .summary = words.text("Send an approved report to the head of its unit"),
                  .example = "  dudao report send 2026-11 --to H001",
                  .note = "--note"});
    declare_step(to,
                 {.verb = domain::Verb::received,
                  .name = "receipt",
                  .summary = words.text("Sign for a report that was sent to you"),
                  .example = "  dudao report receipt 2026-11 --feedback 已阅，按期整改",
                  .note = "--feedback"});
}

}  // namespace

void write_submitted(report::JsonWriter& json, const store::ReportRow& row) {
    const auto& report = row.report;
    const auto& units = report.subject.units;
    const auto word = [&](std::string_view name, std::string_view text) {
        json.key(name).text_or_null(text);
    };
    json.begin_object().member("id", report.id);
    json.key("revises").value(report.revises);
    json.member("revision", report.number)
        .member("period", domain::to_text(report.subject.period))
        .member("first_day", report.subject.period.first)
        .member("last_day", report.subject.period.last);
    word("scope", units.below);
    word("kind", units.kind ? domain::unit_kinds.word(*units.kind) : "");
    word("ownership", units.ownership ? domain::ownerships.word(*units.ownership) : "");
    word("unit_status", units.status ? domain::unit_statuses.word(*units.status) : "");
    word("tag", units.tag);
    word("supervisor", units.supervisor);
    json.key("organised_on").value(report.subject.organised_on);
    json.member("status", domain::report_statuses.word(row.status))
        .member("author", report.author)
        .member("at", report.at);
    json.key("approvers").begin_array();
    for (const auto role : report.approvers) {
        json.value(domain::roles.word(role));
    }
    json.end_array();
    json.member("sha256", to_text(report.digest));
    write_texts(json, "heads", split_list(report.heads, "\n"));
    json.end_object();
}

std::string name_of(const Catalogue& words, const store::ReportRow& row) {
    const auto units = narrowed(words, row.report.subject.units);
    return fmt::format("{} {}{}{} ({})",
                       short_text(row.report.id, shortest_tail),
                       domain::to_text(row.report.subject.period),
                       units.empty() ? "" : " ",
                       units,
                       row.report.number);
}

void declare_report_approval(Declaring& to) {
    const auto& words = to.words;
    const auto text = [&](std::string_view english) { return std::string{words.text(english)}; };
    declare_verb<SubmitOptions>(
        to,
        "submit",
        words.text("Submit a report for approval: its figures are frozen"),
        "  dudao report submit 2026-11 --region 浙江省",
        [&](Command& verb, SubmitOptions& options) {
            options.scope.kind.reset();
            verb.add_option(
                    "PERIOD",
                    options.scope.period,
                    text("2026-11, 2026-W47, 2026-Q4, 2026, 2026-11-05 or two days with .."))
                ->required();
            add_scope(verb, options.scope, words);
            add_json(verb, options.json, words);
        },
        run_submit);
    declare_steps(to);
    declare_verb<ListOptions>(
        to,
        "list",
        words.text("List reports that were submitted for approval"),
        "  dudao report list --json",
        [&](Command& verb, ListOptions& options) { add_json(verb, options.json, words); },
        run_list);
    declare_verb<ShowOptions>(
        to,
        "show",
        words.text("Show how a submitted report stands and who did what"),
        "  dudao report show 2026-11 -o approved.json",
        [&](Command& verb, ShowOptions& options) {
            verb.add_option("REPORT", options.report, text("Its period, or the end of its id"))
                ->required();
            verb.add_option("-o,--output", options.file, text("Write its JSON as it was submitted"))
                ->type_name("FILE");
            add_json(verb, options.json, words);
        },
        run_show);
}

}  // namespace dudao::commands
