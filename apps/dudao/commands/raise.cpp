#include "workflow/raise.hpp"

#include "base/error_id.hpp"
#include "commands/declare.hpp"
#include "commands/filters.hpp"
#include "commands/raise.hpp"
#include "commands/record_options.hpp"
#include "commands/steps.hpp"
#include "exchange/decoder.hpp"
#include "output/listing.hpp"
#include "output/rows.hpp"
#include "report/wording.hpp"
#include "workflow/remind.hpp"

#include <ostream>
#include <span>

namespace dudao::commands {

namespace {

struct Options {
    workflow::IssueToRaise issue;
    std::vector<std::string> files;
    bool json = false;
};

void print_raised(const Context& context, const store::IssueRow& row) {
    constexpr std::size_t columns_of_text = 40;
    const auto& words = context.words();
    context.out() << fmt::format(
        fmt::runtime(words.text("{0} {1} {2}: {3}, due {4}\n")),
        shown_id(row),
        row.issue.unit,
        fitted(report::one_line(text_of(row)), columns_of_text, context.screen().ambiguous),
        report::shown(words, domain::issue_statuses, row.state.status),
        to_text(row.state.due.value()));
}

/// Who is to be told of it at once.
void print_told(const Context& context, const workflow::Reminding& told) {
    if (told.digests.empty()) {
        return;
    }
    const auto& words = context.words();
    std::string people;
    for (const auto& digest : told.digests) {
        people += people.empty() ? "" : words.text("list separator", ", ");
        people += digest.name.empty() ? digest.recipient
                                      : fmt::format("{} ({})", digest.name, digest.recipient);
    }
    context.out() << fmt::format(fmt::runtime(words.text("to be told at once: {0}\n")), people);
}

/// All of standard input, in any encoding that lists may have: exports of chats come as they
/// please. Errors (thrown): file_too_large, those of detect_encoding() and the Decoder.
std::string read_text(int descriptor) {
    auto input = exchange::Input::from_descriptor(descriptor, "-");
    exchange::Decoder decoder{input, exchange::detect_encoding(input).or_throw()};
    std::string text(workflow::most_issue_text + exchange::Decoder::least_room + 1, '\0');
    std::size_t size = 0;
    while (const auto more = decoder.read(std::span{text}.subspan(size)).or_throw()) {
        size += more;
        if (size > workflow::most_issue_text) {
            throw Failure{
                Error{ErrorId::file_too_large, {"-", std::to_string(workflow::most_issue_text)}}};
        }
    }
    text.resize(size);
    return text;
}

ExitCode run(const Options& options, Context& context) {
    auto request = options.issue;
    if (request.text == "-") {
        request.text = read_text(context.env().input);
    }
    if (request.record.contains(domain::IssueField::cause_class)) {
        request.causes = causes_of(context.workspace());
    }
    const auto rules = escalation_of(context.workspace());
    auto opened = context.open(store::Need::writing);
    request.evidence = keep_evidence(context, options.files);
    auto row = workflow::raise_issue(opened.session, request);
    const auto told = workflow::tell_at_once(opened.session, row, rules);
    if (!told.escalated.empty()) {
        row = told.escalated.front().issue;
    }
    if (options.json) {
        print_object(context, [&](report::JsonWriter& json) {
            json.key("issue");
            write_issue(json, row);
            json.key("told").begin_array();
            for (const auto& digest : told.digests) {
                json.value(digest.recipient);
            }
            json.end_array();
        });
    } else {
        print_raised(context, row);
        print_told(context, told);
    }
    return ExitCode::ok;
}

void add_due(Command& verb, workflow::IssueToRaise& issue, const Catalogue& words) {
    auto by = add_day(verb, "--by", issue.by, words.text("Last day to rectify, in place of days"));
    verb.add_option_function<int>(
            "--days",
            [&issue](int days) { issue.days = days; },
            std::string{words.text("Days to rectify; what the settings say for the urgency")})
        ->type_name("N")
        ->excludes(by);
    verb.add_flag("--working-days",
                  issue.working_days,
                  std::string{words.text("Count working days, not calendar days")})
        ->excludes(by);
}

void add_options(Command& verb, Options& options, const Catalogue& words) {
    const auto text = [&](std::string_view english) { return std::string{words.text(english)}; };
    auto& issue = options.issue;
    verb.add_option("STORE", issue.unit, text("Code of the store, or of another unit"))->required();
    verb.add_option("--text", issue.text, text("What is wrong; - for standard input"))
        ->type_name("TEXT")
        ->required();
    add_word(verb,
             "--source",
             issue.source,
             domain::issue_sources,
             text("Where it comes from: complaint, metric, risk, meeting, feedback, incident; "
                  "manual"))
        ->type_name("WORD");
    verb.add_option("--ref", issue.ref, text("Order, ticket or paper that it is about"))
        ->type_name("TEXT");
    verb.add_option("--category", issue.category, text("Its category; execution"))
        ->type_name("WORD");
    add_word(verb,
             "--urgency",
             issue.urgency,
             domain::urgencies,
             text("How urgent it is: low, medium, high, critical; medium"))
        ->type_name("WORD");
    verb.add_option("--department", issue.department, text("Code of the responsible department"))
        ->type_name("CODE");
    add_due(verb, issue, words);
    add_moment(verb,
               "--received",
               issue.received,
               words.text("When the complaint came in or the incident was known, if not just now"));
    add_record_options(verb, issue.record, words);
    verb.add_option("--owner", issue.owner, text("Code of the person who is to mend it"))
        ->type_name("CODE");
    add_evidence(verb, options.files, words);
    add_json(verb, options.json, words);
}

}  // namespace

void declare_issue_raise(Declaring& to) {
    const auto& words = to.words;
    declare_verb<Options>(
        to,
        "raise",
        words.text("Raise an issue that no visit found: a complaint, a figure, a risk …"),
        "  dudao issue raise S002 --text 顾客反映奶茶有异物 --source complaint --ref 订单20261105",
        [&](Command& verb, Options& options) { add_options(verb, options, words); },
        run);
}

}  // namespace dudao::commands
