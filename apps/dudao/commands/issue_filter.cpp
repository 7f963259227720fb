#include "commands/issue_filter.hpp"

#include "commands/declare.hpp"
#include "commands/filters.hpp"

namespace dudao::commands {

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
    add_day(verb, "--from", filter.raised_from, words.text("Only raised on this day or later"));
    add_day(verb, "--to", filter.raised_to, words.text("Only raised on this day or earlier"));
    add_unit_filter(verb, filter.units, words);
}

}  // namespace dudao::commands
