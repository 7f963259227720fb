#include "commands/service.hpp"

#include "commands/declare.hpp"
#include "commands/filters.hpp"
#include "commands/steps.hpp"
#include "output/rows.hpp"
#include "workflow/service.hpp"

namespace dudao::commands {

namespace {

struct Options {
    workflow::ServiceRequest request;
    bool unsatisfied = false;
    std::vector<std::string> files;
    bool json = false;
};

ExitCode run(const Options& options, Context& context) {
    auto request = options.request;
    if (options.unsatisfied) {
        request.outcome = domain::CallBackOutcome::unsatisfied;
    }
    auto opened = context.open(store::Need::writing);
    request.evidence = keep_evidence(context, options.files);
    const auto row = workflow::serve_issue(opened.session, request);
    print_step(context, row, options.json);
    return ExitCode::ok;
}

void add_options(Command& verb,
                 Options& options,
                 domain::ServiceStep step,
                 const Catalogue& words) {
    const auto text = [&](std::string_view english) { return std::string{words.text(english)}; };
    auto& request = options.request;
    request.step = step;
    verb.add_option("ISSUE", request.issue, text("End of its id"))->required();
    verb.add_option("--note", request.note, text("What there is to say about it"))
        ->type_name("TEXT");
    add_moment(verb, "--at", request.at, words.text("When it happened, if not just now"));
    if (step == domain::ServiceStep::call_back) {
        verb.add_flag("--unsatisfied",
                      options.unsatisfied,
                      text("The customer is not content: it is to be solved again"));
    }
    add_evidence(verb, options.files, words);
    add_json(verb, options.json, words);
}

void declare_service_step(Declaring& to,
                          domain::ServiceStep step,
                          const char* name,
                          std::string_view summary,
                          std::string_view example) {
    declare_verb<Options>(
        to,
        name,
        summary,
        example,
        [&](Command& verb, Options& options) { add_options(verb, options, step, to.words); },
        run);
}

}  // namespace

void declare_service(Declaring& to) {
    const auto& words = to.words;
    declare_service_step(
        to,
        domain::ServiceStep::respond,
        "respond",
        words.text("Record the first response to a customer, or that an incident was reported"),
        "  dudao issue respond 7QX2M --note 已致电顾客致歉 --at \"2026-11-05 10:20\"");
    declare_service_step(to,
                         domain::ServiceStep::solve,
                         "solve",
                         words.text("Record that what a customer complained of is solved"),
                         "  dudao issue solve 7QX2M --note 已退款并赠券");
    declare_service_step(to,
                         domain::ServiceStep::call_back,
                         "call-back",
                         words.text("Record that the customer was called back"),
                         "  dudao issue call-back 7QX2M --note 顾客表示满意");
}

}  // namespace dudao::commands
