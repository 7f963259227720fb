#include "output/issue_table.hpp"

#include "base/text.hpp"
#include "domain/issue_steps.hpp"
#include "output/rows.hpp"
#include "report/wording.hpp"

namespace dudao {

namespace {

using domain::IssueColumn;

std::string moment(const Context& context,
                   const store::IssueRow& row,
                   const std::optional<Instant>& at) {
    const bool has_clock = domain::has_service_clock(row.issue.source);
    return has_clock && at ? local_minutes(context, *at) : std::string{};
}

/// What is said of an issue beside its course.
std::string record_text(const Context& context, const store::IssueRow& row, IssueColumn column) {
    const auto& words = context.words();
    const auto& record = row.state.record;
    const auto& service = row.state.service;
    switch (column) {
        case IssueColumn::department:
            return record.department;
        case IssueColumn::category:
            return report::shown(words, "issue category", record.category);
        case IssueColumn::responsibility:
            return report::shown(words, domain::responsibilities, row.state.responsibility);
        case IssueColumn::assisting:
            return joined(record.assisting, ", ");
        case IssueColumn::labels:
            return joined(record.labels, ", ");
        case IssueColumn::channel:
            return record.channel;
        case IssueColumn::scope:
            return record.scope ? report::shown(words, domain::impact_scopes, *record.scope)
                                : std::string{};
        case IssueColumn::cause_class:
            return record.cause_class;
        case IssueColumn::risk:
            return record.risk;
        case IssueColumn::received:
            return moment(context, row, service.received);
        case IssueColumn::responded:
            return moment(context, row, service.responded);
        case IssueColumn::solved:
            return moment(context, row, service.solved);
        default:
            return moment(context, row, service.called_back);
    }
}

std::string text_in(const Context& context, const store::IssueRow& row, IssueColumn column) {
    const auto& words = context.words();
    switch (column) {
        case IssueColumn::id:
            return shown_id(row);
        case IssueColumn::due:
            return row.state.due ? to_text(*row.state.due) : "-";
        case IssueColumn::urgency:
            return report::shown(words, domain::urgencies, row.state.urgency);
        case IssueColumn::status:
            return report::shown(words, domain::issue_statuses, row.state.status);
        case IssueColumn::store:
            return row.issue.unit + ' ' + row.unit_name;
        case IssueColumn::text:
            return text_of(row);
        case IssueColumn::owner:
            return row.state.owner;
        case IssueColumn::source:
            return report::shown(words, domain::issue_sources, row.issue.source);
        case IssueColumn::raised:
            return to_text(row.issue.raised_on);
        case IssueColumn::raised_by:
            return row.issue.raised_by;
        case IssueColumn::ref:
            return row.issue.ref;
        case IssueColumn::percent:
            return std::to_string(row.state.percent);
        case IssueColumn::cycle:
            return std::to_string(row.state.cycle);
        case IssueColumn::closed:
            return row.state.closed_on ? to_text(*row.state.closed_on) : std::string{};
        default:
            return record_text(context, row, column);
    }
}

/// What a column may be cut to; 0: not at all.
std::size_t least_of(IssueColumn column) {
    constexpr std::size_t wide = 18;
    constexpr std::size_t usual = 8;
    switch (column) {
        case IssueColumn::text:
            return wide;
        case IssueColumn::store:
        case IssueColumn::department:
        case IssueColumn::owner:
        case IssueColumn::ref:
        case IssueColumn::assisting:
        case IssueColumn::labels:
        case IssueColumn::channel:
        case IssueColumn::cause_class:
        case IssueColumn::risk:
            return usual;
        default:
            return 0;
    }
}

}  // namespace

std::vector<report::Column> issue_columns(const Catalogue& words,
                                          const std::vector<IssueColumn>& columns) {
    std::vector<report::Column> titles;
    titles.reserve(columns.size());
    for (const auto column : columns) {
        const bool is_number = column == IssueColumn::percent || column == IssueColumn::cycle;
        titles.push_back({.title = report::shown(words, domain::issue_columns, column),
                          .align = is_number ? report::Align::right : report::Align::left,
                          .least = least_of(column),
                          .rank = static_cast<int>(titles.size())});
    }
    return titles;
}

std::vector<report::Cell> issue_cells(const Context& context,
                                      const store::IssueRow& row,
                                      Day today,
                                      const std::vector<IssueColumn>& columns) {
    std::vector<report::Cell> cells;
    cells.reserve(columns.size());
    for (const auto column : columns) {
        const bool is_bad = column == IssueColumn::due && domain::is_overdue(row.state, today);
        cells.emplace_back(text_in(context, row, column),
                           is_bad ? report::Tone::bad : report::Tone::plain);
    }
    return cells;
}

}  // namespace dudao
