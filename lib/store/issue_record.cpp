#include "store/issue_record.hpp"

#include "base/text.hpp"
#include "store/cells.hpp"

namespace dudao::store {

namespace {

/// The department as it is now: column 1 is its code, column 2 its key, 0 for none.
std::string department_of(const Statement& row, int first, const domain::Issue& issue) {
    return row.is_null(first + 2) ? issue.department : row.text(first + 1);
}

}  // namespace

void read_record(const Statement& row,
                 int first,
                 const domain::Issue& issue,
                 domain::IssueState& state) {
    enum Column { category, department, key, responsibility, assisting, labels, channel, scope };
    constexpr int texts = 8;
    constexpr int times = 13;
    auto& record = state.record;
    record.category = row.is_null(first + category) ? issue.category : row.text(first + category);
    record.department = department_of(row, first, issue);
    state.responsibility = enum_if(domain::responsibilities, row, first + responsibility)
                               .value_or(domain::Responsibility::proposed);
    record.assisting = split_list(row.view(first + assisting), ",");
    record.labels = split_list(row.view(first + labels), ",");
    record.channel = row.text(first + channel);
    record.scope = enum_if(domain::impact_scopes, row, first + scope);
    record.manifestation = row.text(first + texts);
    record.containment = row.text(first + texts + 1);
    record.cause_class = row.text(first + texts + 2);
    record.whys = split_list(row.view(first + texts + 3), "\n");
    record.risk = row.text(first + texts + 4);
    auto& service = state.service;
    service.received = row.instant_if(first + times).value_or(issue.raised_at);
    service.responded = row.instant_if(first + times + 1);
    service.solved = row.instant_if(first + times + 2);
    service.called_back = row.instant_if(first + times + 3);
}

void bind_record(Statement& update, const domain::IssueState& state) {
    const auto& record = state.record;
    const auto& service = state.service;
    const auto assisting = joined(record.assisting, ",");
    const auto labels = joined(record.labels, ",");
    const auto whys = joined(record.whys, "\n");
    update.bind(must_text_cell(record.category))
        .bind(must_text_cell(record.department))
        .bind(enum_cell(state.responsibility))
        .bind(text_cell(assisting))
        .bind(text_cell(labels))
        .bind(text_cell(record.channel))
        .bind(enum_cell_if(record.scope))
        .bind(text_cell(record.manifestation))
        .bind(text_cell(record.containment))
        .bind(text_cell(record.cause_class))
        .bind(text_cell(whys))
        .bind(text_cell(record.risk))
        .bind(service.received ? cell(*service.received) : null_cell())
        .bind(service.responded ? cell(*service.responded) : null_cell())
        .bind(service.solved ? cell(*service.solved) : null_cell())
        .bind(service.called_back ? cell(*service.called_back) : null_cell());
}

void keep_record(const domain::IssueState& state, domain::IssueState& kept) {
    kept.record = state.record;
    kept.responsibility = state.responsibility;
    kept.service = state.service;
}

}  // namespace dudao::store
