#include "commands/issue_filter.hpp"

#include "commands/declare.hpp"
#include "commands/filters.hpp"

namespace dudao::commands {

namespace {

/// By who is responsible, and what else is said of an issue.
void add_record_filter(Command& verb, store::IssueFilter& filter, const Catalogue& words) {
    const auto text = [&](std::string_view english) { return std::string{words.text(english)}; };
    verb.add_option("--assist", filter.assisting, text("Only where this department helps"))
        ->type_name("CODE");
    add_word(verb,
             "--responsibility",
             filter.responsibility,
             domain::responsibilities,
             text("Only with responsibility proposed, confirmed or disputed"))
        ->type_name("WORD");
    verb.add_option("--label", filter.label, text("Only with this label"))->type_name("TEXT");
    verb.add_option("--channel", filter.channel, text("Only that came in this way"))
        ->type_name("TEXT");
    add_word(verb,
             "--scope",
             filter.scope,
             domain::impact_scopes,
             text("Only that reach this far: store, stores, region, chain"))
        ->type_name("WORD");
    verb.add_option("--cause-class",
                    filter.cause_class,
                    text("Only with a cause of this class or below it"))
        ->type_name("CODE");
    verb.add_option("--risk", filter.risk, text("Only of this risk"))->type_name("TEXT");
}

}  // namespace

void prepare_issue_filter(const Context& context, workflow::IssueListRequest& request) {
    if (request.late) {
        request.service = service_policy_of(context.workspace());
    }
}

void add_issue_filter(Command& verb, workflow::IssueListRequest& request, const Catalogue& words) {
    const auto text = [&](std::string_view english) { return std::string{words.text(english)}; };
    auto& filter = request.filter;
    verb.add_flag("--overdue", request.overdue, text("Only those overdue today"));
    verb.add_flag_callback(
        "--objected",
        [&filter] { filter.reply = domain::Reply::objected; },
        text("Only those that the store objects to"));
    verb.add_flag("--extension-asked",
                  request.extension_asked,
                  text("Only those for which a later deadline is asked"));
    add_word(
        verb,
        "--late",
        request.late,
        domain::service_steps,
        text("Only complaints and incidents for which this is late: respond, solve, call_back"))
        ->type_name("STEP");
    add_word(verb, "--status", filter.status, domain::issue_statuses, text("Only with this status"))
        ->type_name("STATUS");
    add_word(
        verb,
        "--source",
        filter.source,
        domain::issue_sources,
        text("Only from this source: item, manual, complaint, metric, risk, meeting, feedback, "
             "incident"))
        ->type_name("WORD");
    verb.add_option("--store", filter.unit, text("Only of this store"))->type_name("CODE");
    verb.add_option("--category", filter.category, text("Only of this category"))
        ->type_name("WORD");
    add_word(verb,
             "--urgency",
             filter.urgency,
             domain::urgencies,
             text("Only this urgent or more: low, medium, high, critical"))
        ->type_name("WORD");
    verb.add_option("--department", filter.department, text("Only of this department"))
        ->type_name("CODE");
    verb.add_option("--owner", filter.owner, text("Only of this person"))->type_name("CODE");
    verb.add_option("--checklist", filter.checklist, text("Only of this checklist"))
        ->type_name("CODE");
    verb.add_option("--item", filter.item, text("Only of this item of a checklist"))
        ->type_name("ID");
    add_record_filter(verb, filter, words);
    add_day(verb, "--from", filter.raised_from, words.text("Only raised on this day or later"));
    add_day(verb, "--to", filter.raised_to, words.text("Only raised on this day or earlier"));
    add_unit_filter(verb, filter.units, words);
}

}  // namespace dudao::commands
