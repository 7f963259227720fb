#include "workflow/issues.hpp"

#include "base/error_id.hpp"
#include "base/text.hpp"
#include "exchange/details.hpp"
#include "store/checklists.hpp"
#include "workflow/lookup.hpp"
#include "workflow/recurrence.hpp"
#include "workflow/transact.hpp"

namespace dudao::workflow {

namespace {

/// What the checklist and the inspector said about the item.
void add_item(Session& session, IssueDetail& detail, std::string_view language) {
    const auto checklist = store::Checklists{session.driver()}.load(detail.row.checklist).checklist;
    const auto items = domain::items_of(checklist);
    const auto& item = *items.at(detail.row.issue.position).item;
    detail.row.item_text = item.text.in(language);
    detail.guidance = item.guidance.in(language);
    if (item.issue) {
        detail.suggested_measure = item.issue->measure.in(language);
    }
    const auto inspection = store::Inspections{session.driver()}.find(*detail.row.issue.inspection);
    if (inspection && !inspection->details.empty()) {
        const auto details = exchange::parse_details(items, inspection->details).or_throw();
        const auto found = details.find(detail.row.issue.position);
        if (found != details.end()) {
            detail.remark = found->second.remark;
            if (!found->second.issue.measure.empty()) {
                detail.suggested_measure = found->second.issue.measure;
            }
            detail.evidence = found->second.evidence;
        }
    }
}

/// Nothing for no words. Errors (thrown): usage_bad_value.
std::optional<domain::SearchWords> words_of(const std::vector<std::string>& texts) {
    if (texts.empty()) {
        return std::nullopt;
    }
    for (const auto& text : texts) {
        if (!is_line(text)) {
            throw Failure{Error{ErrorId::usage_bad_value, {text, "WORDS"}}};
        }
    }
    domain::SearchWords words{texts};
    if (words.empty()) {
        throw Failure{Error{ErrorId::usage_bad_value, {texts.front(), "WORDS"}}};
    }
    return words;
}

bool does_recur(Session& session,
                const domain::RecurrencePolicy& policy,
                const store::IssueRow& row) {
    return recurred(session, policy, row).has_value();
}

bool waits_for_extension(Session& session, const store::IssueRow& row) {
    const auto events = store::Events{session.driver()}.of(row.issue.id);
    const auto state = domain::fold(row.issue, store::events_of(events)).state;
    return domain::is_open(state.status) && state.asked_due;
}

/// What came before, what is to be done, and what the rules offer.
void add_rules(Session& session,
               IssueDetail& detail,
               const IssueRules& rules,
               std::string_view language) {
    detail.before = issues_before(session, detail.row);
    detail.recurs = recurred(session, rules.recurrence, detail.row).has_value();
    detail.tasks = store::Tasks{session.driver()}.of_issue(detail.row.issue.id);
    const auto* playbook = detail.state.closed_on
                               ? nullptr
                               : domain::fitting(rules.playbooks,
                                                 domain::as_now(detail.row.issue, detail.state),
                                                 detail.state.urgency,
                                                 detail.row.checklist_code);
    if (playbook != nullptr) {
        detail.playbook = playbook->code;
        detail.playbook_title = playbook->title.in(language);
    }
}

}  // namespace

Listed each_issue(Session& session,
                  const IssueListRequest& request,
                  const std::function<void(const store::IssueRow&)>& print) {
    auto filter = request.filter;
    if (request.overdue) {
        filter.due_before = session.today();
    }
    filter.words = words_of(request.words);
    filter.extension_asked = request.extension_asked;
    filter.recurs = request.recurring.has_value();
    filter.served = filter.served || request.late;
    if (request.late == domain::ServiceStep::call_back) {  // that of closed ones is owed as well
        filter.open_only = false;
    }
    Listed listed;
    store::Issues{session.driver()}.each(
        filter, key_below(session, filter.units), [&](const store::IssueRow& row) {
            const bool is_wanted =
                (!request.recurring || does_recur(session, *request.recurring, row)) &&
                (!request.extension_asked || waits_for_extension(session, row)) &&
                (!request.late ||
                 domain::late_since(request.service, row.state, *request.late, session.now()));
            if (!is_wanted) {
                return true;
            }
            if (!listed.admit(request.limit)) {
                return false;
            }
            print(row);
            return true;
        });
    return listed;
}

Listed list_issues(Session& session,
                   const IssueListRequest& request,
                   const std::function<void(const store::IssueRow&)>& print) {
    return reading(session, [&] { return each_issue(session, request, print); });
}

IssueDetail show_issue(Session& session,
                       std::string_view tail,
                       std::string_view language,
                       const IssueRules& rules) {
    return reading(session, [&] {
        IssueDetail detail{
            .row = find_issue(session, tail), .state = {}, .events = {}, .allowed = {}};
        detail.evidence = detail.row.issue.evidence;
        detail.events = store::Events{session.driver()}.of(detail.row.issue.id);
        detail.state = domain::fold(detail.row.issue, store::events_of(detail.events)).state;
        detail.allowed = domain::allowed_verbs(detail.state.status);
        if (detail.row.checklist != 0) {
            add_item(session, detail, language);
        }
        add_rules(session, detail, rules, language);
        detail.clock = domain::service_clock(rules.service, detail.state, session.now());
        return detail;
    });
}

}  // namespace dudao::workflow
