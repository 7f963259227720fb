#include "output/ledger.hpp"

#include "base/text.hpp"
#include "domain/issue_steps.hpp"
#include "exchange/csv_writer.hpp"
#include "output/rows.hpp"
#include "report/wording.hpp"

namespace dudao {

namespace {

using exchange::XlsxCell;
using exchange::XlsxKind;

}  // namespace

Ledger::Ledger(const Context& context, Day today)
    : context_(&context), today_(today), causes_(causes_of(context.workspace())) {
    const auto& words = context.words();
    for (const auto name : {words.text("ledger", "Issue"),
                            words.text("ledger", "Region"),
                            words.text("ledger", "Store code"),
                            words.text("ledger", "Store name"),
                            words.text("ledger", "Checklist item"),
                            words.text("ledger", "What is wrong"),
                            words.text("ledger", "Category"),
                            words.text("ledger", "Urgency"),
                            words.text("ledger", "Raised on"),
                            words.text("ledger", "Raised by"),
                            words.text("ledger", "Responsible department"),
                            words.text("ledger", "Responsible person"),
                            words.text("ledger", "Measure"),
                            words.text("ledger", "Due on"),
                            words.text("ledger", "Progress (%)"),
                            words.text("ledger", "Status"),
                            words.text("ledger", "Overdue (days)"),
                            words.text("ledger", "Submitted on"),
                            words.text("ledger", "Closed on"),
                            words.text("ledger", "Accepted by"),
                            words.text("ledger", "Cycle"),
                            words.text("ledger", "Last note"),
                            words.text("ledger", "Source"),
                            words.text("ledger", "Reference"),
                            words.text("ledger", "Reply of the store"),
                            words.text("ledger", "Agreed cause"),
                            words.text("ledger", "Promised measure or objection"),
                            words.text("ledger", "Due on at first"),
                            words.text("ledger", "Extensions"),
                            words.text("ledger", "Responsibility"),
                            words.text("ledger", "Assisting departments"),
                            words.text("ledger", "Impact scope"),
                            words.text("ledger", "Manifestation"),
                            words.text("ledger", "Done at once"),
                            words.text("ledger", "Whys"),
                            words.text("ledger", "Cause class"),
                            words.text("ledger", "Risk"),
                            words.text("ledger", "Labels"),
                            words.text("ledger", "Channel"),
                            words.text("ledger", "Received"),
                            words.text("ledger", "First response"),
                            words.text("ledger", "Solved"),
                            words.text("ledger", "Call-back")}) {
        table_.header.emplace_back(name);
    }
}

void Ledger::add(const workflow::LedgerRow& line) {
    const auto& words = context_->words();
    const auto& row = *line.row;
    const auto& state = line.state;
    const auto text = [](std::string value) { return XlsxCell{XlsxKind::text, std::move(value)}; };
    const auto day = [](const std::optional<Day>& value) {
        return XlsxCell{XlsxKind::day, value ? to_text(*value) : ""};
    };
    const auto number = [](std::int64_t value) {
        return XlsxCell{XlsxKind::number, std::to_string(value)};
    };
    const bool is_overdue = domain::is_overdue(state, today_);
    table_.rows.push_back(
        {text(to_text(row.issue.id)),
         text(line.region),
         text(row.issue.unit),
         text(row.unit_name),
         text(row.item),
         text(text_of(row)),
         text(report::shown(words, "issue category", state.record.category)),
         text(report::shown(words, domain::urgencies, state.urgency)),
         day(row.issue.raised_on),
         text(row.issue.raised_by),
         text(state.record.department),
         text(state.owner),
         text(state.measure),
         day(state.due),
         number(state.percent),
         text(report::shown(words, domain::issue_statuses, state.status)),
         is_overdue ? number((today_ - *state.due).count()) : text(""),
         day(state.submitted_on),
         day(state.closed_on),
         text(line.accepted_by),
         number(state.cycle),
         text(line.last_note),
         text(report::shown(words, domain::issue_sources, row.issue.source)),
         text(row.issue.ref),
         text(state.reply ? report::shown(words, domain::replies, *state.reply) : std::string{}),
         text(state.cause),
         text(state.reply_note),
         day(state.original_due),
         number(state.extensions)});
    add_record(state);
}

void Ledger::add_record(const domain::IssueState& state) {
    const auto& words = context_->words();
    auto& row = table_.rows.back();
    const auto& record = state.record;
    const bool has_clock = domain::has_service_clock(state.source);
    const auto text = [&](std::string value) { row.push_back({XlsxKind::text, std::move(value)}); };
    const auto moment = [&](const std::optional<Instant>& at) {
        text(at && has_clock ? local_minutes(*context_, *at) : std::string{});
    };
    text(report::shown(words, domain::responsibilities, state.responsibility));
    text(joined(record.assisting, ", "));
    text(record.scope ? report::shown(words, domain::impact_scopes, *record.scope) : std::string{});
    text(record.manifestation);
    text(record.containment);
    text(joined(record.whys, "\n"));
    text(record.cause_class.empty()
             ? std::string{}
             : domain::cause_path(causes_, record.cause_class, context_->workspace().language));
    text(record.risk);
    text(joined(record.labels, ", "));
    text(record.channel);
    moment(state.service.received);
    moment(state.service.responded);
    moment(state.service.solved);
    moment(state.service.called_back);
}

std::string Ledger::csv(bool excel) const {
    std::string out;
    exchange::CsvWriter csv{out, {.excel = excel, .guard_formulas = excel}};
    for (const auto& name : table_.header) {
        csv.field(name);
    }
    csv.end_row();
    for (const auto& row : table_.rows) {
        for (const auto& cell : row) {
            csv.field(cell.text);
        }
        csv.end_row();
    }
    return out;
}

std::string Ledger::workbook() const {
    const auto title = context_->words().text("ledger", "Ledger of rectification");
    exchange::XlsxReport xlsx{std::chrono::floor<std::chrono::seconds>(context_->now())};
    xlsx.sheet(title);
    xlsx.heading(title);
    xlsx.note(to_text(today_));
    xlsx.table(table_);
    return xlsx.finish();
}

}  // namespace dudao
