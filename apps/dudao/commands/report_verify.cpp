#include "commands/report_verify.hpp"

#include "base/error_id.hpp"
#include "base/file.hpp"
#include "commands/declare.hpp"
#include "commands/report_approval.hpp"
#include "commands/report_diff.hpp"
#include "output/listing.hpp"
#include "workflow/report_check.hpp"

#include <ostream>

namespace dudao::commands {

namespace {

struct Options {
    std::string file;
    bool json = false;
};

ExitCode code_of(const workflow::ReportCheck& check) {
    if (!check.is_approved()) {
        return ExitCode::integrity;
    }
    return check.moved.empty() ? ExitCode::ok : ExitCode::negative;
}

void write_check(report::JsonWriter& json, const workflow::ReportCheck& check) {
    json.member("approved", check.is_approved()).member("same_bytes", check.same_bytes);
    json.key("report");
    if (check.revision) {
        write_submitted(json, *check.revision);
    } else {
        json.null();
    }
    write_changes(json, "altered", check.altered);
    write_changes(json, "moved", check.moved);
    json.key("later").begin_array();
    for (const auto& later : check.later) {
        json.begin_object().member("table", later.table).member("count", later.count);
        json.key("ids").begin_array();
        for (const auto& id : later.first) {
            json.value(id);
        }
        json.end_array().end_object();
    }
    json.end_array();
}

/// Whose file it is.
std::string judgement(const Catalogue& words, const workflow::ReportCheck& check) {
    const auto say = [&](std::string_view pattern) {
        return fmt::format(fmt::runtime(pattern),
                           check.revision ? name_of(words, *check.revision) : "");
    };
    if (check.is_approved()) {
        return say(words.text("this is the approved report {0}\n"));
    }
    if (check.same_bytes) {
        return say(words.text("this is the report {0}, which is not approved\n"));
    }
    if (!check.revision) {
        return say(words.text("no approved report is like this one\n"));
    }
    if (check.altered.empty()) {
        return say(
            words.text("the figures are those of the approved report {0}, the file is not\n"));
    }
    return say(words.text("this is not what was approved; most like it is {0}:\n"));
}

std::string_view shown_table(const Catalogue& words, std::string_view table) {
    if (table == "plan") {
        return words.text("plans");
    }
    if (table == "visit") {
        return words.text("planned visits");
    }
    if (table == "inspection") {
        return words.text("visits");
    }
    return table == "issue" ? words.text("issues") : words.text("steps");
}

void print_later(const Context& context, const workflow::ReportCheck& check) {
    const auto& words = context.words();
    for (const auto& later : check.later) {
        std::string ids;
        for (const auto& id : later.first) {
            ids += (ids.empty() ? "" : ", ") + short_text(id, shortest_tail);
        }
        ids += static_cast<std::size_t>(later.count) > later.first.size() ? " …" : "";
        context.out() << fmt::format(fmt::runtime(words.text("came later: {0} {1} ({2})\n")),
                                     later.count,
                                     shown_table(words, later.table),
                                     ids);
    }
}

void print_check(const Context& context, const workflow::ReportCheck& check) {
    const auto& words = context.words();
    context.out() << judgement(words, check);
    if (!check.altered.empty()) {
        print_changes(context, check.altered);
    }
    if (!check.revision) {
        return;
    }
    if (check.moved.empty()) {
        context.out() << words.text("the store still gives the figures of that report\n");
    } else {
        context.out() << words.text("the store gives other figures now:\n");
        print_changes(context, check.moved);
    }
    print_later(context, check);
}

ExitCode run(const Options& options, Context& context) {
    constexpr std::size_t most = 1U << 26U;
    const auto bytes = read_file(from(context.workspace(), options.file), most).or_throw();
    auto opened = context.open(store::Need::reading);
    const auto check = [&] {
        try {
            return workflow::check_report(opened.session, bytes, context.workspace().chain);
        } catch (const Failure& failure) {
            auto error = failure.error();
            if (error.id == ErrorId::bad_report) {
                error.args = {options.file};
            }
            throw Failure{std::move(error)};
        }
    }();
    if (options.json) {
        print_object(context, [&](report::JsonWriter& json) { write_check(json, check); });
    } else {
        print_check(context, check);
    }
    return code_of(check);
}

}  // namespace

void declare_report_verify(Declaring& to) {
    const auto& words = to.words;
    declare_verb<Options>(
        to,
        "verify",
        words.text("Say whether a report in JSON is what was approved, and still holds"),
        "  dudao report verify approved.json",
        [&](Command& verb, Options& options) {
            verb.add_option("FILE", options.file, std::string{words.text("A report in JSON")})
                ->required();
            add_json(verb, options.json, words);
        },
        run);
}

}  // namespace dudao::commands
