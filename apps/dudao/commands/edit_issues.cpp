#include "commands/edit_issues.hpp"

#include "base/error_id.hpp"
#include "base/text.hpp"
#include "commands/declare.hpp"
#include "commands/issue_filter.hpp"
#include "commands/record_options.hpp"
#include "errors.hpp"
#include "output/listing.hpp"
#include "output/rows.hpp"
#include "report/wrap.hpp"
#include "term/typed_line.hpp"
#include "workflow/edit_issues.hpp"

#include <charconv>
#include <ostream>

namespace dudao::commands {

namespace {

struct EditOptions {
    workflow::EditRequest request;
    std::vector<std::string> sets;
    std::vector<std::string> clears;
    bool all = false;
    bool json = false;
};

/// Errors (thrown): usage_bad_value.
std::size_t parse_count(const std::string& text) {
    std::size_t count = 0;
    const auto* const end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, count);
    if (read.ec != std::errc{} || read.ptr != end) {
        throw Failure{Error{ErrorId::usage_bad_value, {text, "--yes"}, {}, Errc::usage}};
    }
    return count;
}

void print_left_alone(const Context& context, const std::vector<workflow::LeftAlone>& left) {
    if (left.empty()) {
        return;
    }
    const auto& words = context.words();
    print_heading(context, words.text("Left alone"));
    for (const auto& each : left) {
        context.out() << fmt::format(
            "{} {}: {}\n", shown_id(each.row), each.row.issue.unit, message_of(each.reason, words));
    }
}

void print_edited(const Context& context, const workflow::EditedIssues& edited, bool dry_run) {
    if (!edited.changed.empty()) {
        print_issues(context, edited.changed);
    }
    print_left_alone(context, edited.left_alone);
    const auto& words = context.words();
    context.note(dry_run ? words.text("{0} issues would change, {1} would stay as they are")
                         : words.text("{0} issues changed, {1} stay as they are"),
                 edited.changed.size(),
                 edited.left_alone.size());
}

void write_edited(report::JsonWriter& json,
                  const workflow::EditedIssues& edited,
                  const Catalogue& english) {
    json.key("changed").begin_array();
    for (const auto& row : edited.changed) {
        write_issue(json, row);
    }
    json.end_array().key("left_alone").begin_array();
    for (const auto& each : edited.left_alone) {
        json.begin_object()
            .member("issue", each.row.issue.id)
            .member("error", fmt::format("E{:04}", static_cast<unsigned>(each.reason.id)))
            .member("message", message_of(each.reason, english))
            .end_object();
    }
    json.end_array();
}

/// How many are to change: what --yes says, or what is typed on a terminal.
/// Errors (thrown): count_missing, usage_bad_value.
std::size_t confirmed_count(Context& context, const workflow::EditRequest& request, bool is_json) {
    auto trial = request;
    trial.dry_run = true;
    auto opened = context.open(store::Need::reading);
    const auto edited = workflow::edit_issues(opened.session, trial);
    const auto count = std::to_string(edited.changed.size());
    if (edited.changed.empty()) {
        return 0;
    }
    if (!context.env().input_is_terminal || is_json) {
        throw Failure{Error{ErrorId::count_missing, {count}}};
    }
    print_edited(context, edited, true);
    context.err() << fmt::format(fmt::runtime(context.words().text("Type {0} to change them: ")),
                                 count);
    context.err().flush();
    return parse_count(std::string{trimmed(typed_line(context.env().input))});
}

ExitCode run_edit(const EditOptions& options, Context& context) {
    auto request = options.request;
    request.which.filter.open_only = !options.all;
    prepare_issue_filter(context, request.which);
    for (const auto& pair : options.sets) {
        set_field(request.edit, pair);
    }
    for (const auto& name : options.clears) {
        clear_field(request.edit, name);
    }
    request.causes = causes_of(context.workspace());
    if (request.issues.size() != 1 && !request.dry_run && !request.expected) {
        request.expected = confirmed_count(context, request, options.json);
    }
    auto opened = context.open(request.dry_run ? store::Need::reading : store::Need::writing);
    const auto edited = workflow::edit_issues(opened.session, request);
    if (options.json) {
        print_object(context,
                     [&](report::JsonWriter& json) { write_edited(json, edited, Catalogue{}); });
    } else {
        print_edited(context, edited, request.dry_run);
    }
    return edited.changed.empty() ? ExitCode::negative : ExitCode::ok;
}

void add_texts(Command& verb,
               const char* name,
               std::vector<std::string>& into,
               std::string_view help,
               const char* type) {
    verb.add_option(name, into, std::string{help})->type_name(type)->repeated();
}

void add_edit_options(Command& verb, EditOptions& options, const Catalogue& words) {
    const auto text = [&](std::string_view english) { return std::string{words.text(english)}; };
    auto& edit = options.request.edit;
    verb.add_option("ISSUE", options.request.issues, text("Ends of ids; none: all that are found"))
        ->type_name("");
    add_texts(verb,
              "--set",
              options.sets,
              words.text("category, urgency, department, owner, assist, label, channel, scope, "
                         "manifestation, containment, cause-class, why or risk; may be given "
                         "several times"),
              "NAME=VALUE");
    add_texts(verb, "--clear", options.clears, words.text("Take back what is said there"), "NAME");
    add_texts(verb, "--add-label", edit.add_labels, words.text("Add this label"), "TEXT");
    add_texts(
        verb, "--remove-label", edit.remove_labels, words.text("Take this label away"), "TEXT");
    verb.add_option("--reason", edit.reason, text("Why; needed where the department changes"))
        ->type_name("TEXT");
    verb.add_flag("--dry-run", options.request.dry_run, text("Say what would change"));
    verb.add_option_function<std::string>(
            "--yes",
            [&options](const std::string& count) { options.request.expected = parse_count(count); },
            text("How many are to change; another number changes nothing"))
        ->type_name("N");
    add_issue_filter(verb, options.request.which, words);
    verb.add_flag("--all", options.all, text("Closed and proposed ones as well"));
    add_json(verb, options.json, words);
}

}  // namespace

void declare_issue_edit(Declaring& to) {
    const auto& words = to.words;
    declare_verb<EditOptions>(
        to,
        "edit",
        words.text("Change what is said of issues: of one, or of all that filters find"),
        "  dudao issue edit --source complaint --region 浙江省 --set urgency=high --dry-run",
        [&](Command& verb, EditOptions& options) { add_edit_options(verb, options, words); },
        run_edit);
}

}  // namespace dudao::commands
