#include "commands/remind.hpp"

#include "commands/declare.hpp"
#include "output/listing.hpp"
#include "output/rows.hpp"
#include "report/wording.hpp"
#include "workflow/remind.hpp"

#include <ostream>

namespace dudao::commands {

namespace {

struct RemindOptions {
    workflow::RemindRequest request;
    bool json = false;
};

/// Why somebody is told: 3 days overdue.
std::string reason_of(const Catalogue& words, const workflow::ReminderLine& line) {
    switch (line.kind) {
        case domain::ReminderKind::due_in:
            return line.days == 0
                       ? std::string{words.text("due today")}
                       : fmt::format(fmt::runtime(words.text("days left: {}")), line.days);
        case domain::ReminderKind::silent:
            return fmt::format(fmt::runtime(words.text("days without a step: {}")), line.days);
        case domain::ReminderKind::overdue:
            return fmt::format(fmt::runtime(words.text("days overdue: {}")), line.days);
        case domain::ReminderKind::raised:
            return std::string{words.text("raised, to be known at once")};
        case domain::ReminderKind::response_late:
            return std::string{line.issue.issue.source == domain::IssueSource::incident
                                   ? words.text("report to authorities is late")
                                   : words.text("first response is late")};
        case domain::ReminderKind::solution_late:
            return std::string{words.text("solution is late")};
        case domain::ReminderKind::call_back_late:
            return std::string{words.text("call-back is late")};
    }
    return {};
}

void print_digest(const Context& context, const workflow::ReminderDigest& digest) {
    const auto& words = context.words();
    const auto text = [&](std::string_view english) { return std::string{words.text(english)}; };
    const auto heading = digest.name.empty()
                             ? digest.recipient
                             : fmt::format("{} ({})", digest.name, digest.recipient);
    context.out() << report::painted(heading, report::Tone::strong, context.screen()) << '\n';
    report::Table table{context.out(),
                        {{.title = text("Id")},
                         {.title = text("Reminder")},
                         {.title = text("Urgency"), .rank = 2},
                         {.title = text("Store"), .least = 10},
                         {.title = text("What is wrong"), .least = 14, .rank = 1}},
                        context.screen()};
    for (const auto& line : digest.lines) {
        const auto& row = line.issue;
        const bool is_late = line.kind >= domain::ReminderKind::overdue;
        table.add({shown_id(row),
                   report::Cell{reason_of(words, line),
                                is_late ? report::Tone::bad : report::Tone::plain},
                   report::shown(words, domain::urgencies, row.state.urgency),
                   row.issue.unit + ' ' + row.unit_name,
                   text_of(row)});
    }
    table.finish();
}

void print_escalated(const Context& context, const std::vector<workflow::Escalation>& escalated) {
    const auto& words = context.words();
    print_heading(context, words.text("More urgent now"));
    for (const auto& each : escalated) {
        context.out() << fmt::format(
            "{} {} {}: {} → {}\n",
            shown_id(each.issue),
            each.issue.issue.unit,
            report::one_line(text_of(each.issue)),
            report::shown(words, domain::urgencies, each.before),
            report::shown(words, domain::urgencies, each.issue.state.urgency));
    }
}

void write_reminding(report::JsonWriter& json, const workflow::Reminding& reminding) {
    json.key("digests").begin_array();
    for (const auto& digest : reminding.digests) {
        json.begin_object().member("recipient", digest.recipient);
        json.key("name").text_or_null(digest.name);
        json.key("issues").begin_array();
        for (const auto& line : digest.lines) {
            json.begin_object()
                .member("reminder", domain::reminder_kinds.word(line.kind))
                .member("days", line.days)
                .key("issue");
            write_issue(json, line.issue);
            json.end_object();
        }
        json.end_array().end_object();
    }
    json.end_array().key("escalated").begin_array();
    for (const auto& each : reminding.escalated) {
        json.begin_object()
            .member("issue", each.issue.issue.id)
            .member("before", domain::urgencies.word(each.before))
            .member("urgency", domain::urgencies.word(each.issue.state.urgency))
            .end_object();
    }
    json.end_array();
}

ExitCode run_remind(const RemindOptions& options, Context& context) {
    auto request = options.request;
    request.rules = escalation_of(context.workspace());
    request.service = service_policy_of(context.workspace());
    auto opened = context.open(request.dry_run ? store::Need::reading : store::Need::writing);
    const auto reminding = workflow::remind(opened.session, request);
    if (options.json) {
        print_object(context, [&](report::JsonWriter& json) { write_reminding(json, reminding); });
    } else {
        bool first = true;
        for (const auto& digest : reminding.digests) {
            context.out() << (first ? "" : "\n");
            print_digest(context, digest);
            first = false;
        }
        if (!reminding.escalated.empty()) {
            print_escalated(context, reminding.escalated);
        }
    }
    const bool nothing = reminding.digests.empty() && reminding.escalated.empty();
    return nothing ? ExitCode::negative : ExitCode::ok;
}

}  // namespace

void declare_remind(Declaring& to) {
    const auto& words = to.words;
    const auto text = [&](std::string_view english) { return std::string{words.text(english)}; };
    declare_verb<RemindOptions>(
        to,
        "remind",
        words.text("Tell everybody once what is due, overdue or silent, by the escalation rules"),
        "  dudao issue remind --dry-run",
        [&](Command& verb, RemindOptions& options) {
            verb.add_flag("--dry-run",
                          options.request.dry_run,
                          text("Say what would be told, and tell it again next time"));
            verb.add_option("--to", options.request.to, text("Only what this person is told"))
                ->type_name("CODE");
            add_json(verb, options.json, words);
        },
        run_remind);
}

}  // namespace dudao::commands
