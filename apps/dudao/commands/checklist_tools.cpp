#include "commands/checklist_tools.hpp"

#include "base/error_id.hpp"
#include "base/file.hpp"
#include "commands/checklist_file.hpp"
#include "commands/declare.hpp"
#include "domain/compare.hpp"
#include "domain/profile.hpp"
#include "domain/visibility.hpp"
#include "errors.hpp"
#include "output/explanation.hpp"
#include "output/listing.hpp"
#include "report/wording.hpp"
#include "workflow/checklists.hpp"
#include "workflow/lookup.hpp"
#include "workflow/record.hpp"
#include "workflow/transact.hpp"
#include "yaml/checklist.hpp"

#include <ostream>

namespace dudao::commands {

namespace {

struct DiffOptions {
    std::string before;
    std::string after;
    bool json = false;
};

struct TryOptions {
    std::string reference;
    std::vector<std::string> answers;
    std::string rest;
    std::string profile;
    std::string unit;
    bool json = false;
};

struct NewOptions {
    std::string code;
    std::string title = "检查表";
    domain::ScoringMethod method = domain::ScoringMethod::points;
    std::string output;
};

std::string_view comparability(const Catalogue& words, domain::ChangeEffect effect, bool same) {
    if (same) {
        return words.text("the two say the same\n");
    }
    switch (effect) {
        case domain::ChangeEffect::none:
            return words.text("scores of both are comparable\n");
        case domain::ChangeEffect::verdict:
            return words.text("percentages are comparable, verdicts and grades are not\n");
        case domain::ChangeEffect::score:
            break;
    }
    return words.text("scores are not comparable: a trend breaks here\n");
}

void print_changes(const Context& context, const std::vector<domain::Change>& changes) {
    const auto& words = context.words();
    const auto text = [&](std::string_view english) { return std::string{words.text(english)}; };
    report::Table table{context.out(),
                        {{.title = text("Change")},
                         {.title = text("Where")},
                         {.title = text("Key")},
                         {.title = text("Before"), .least = 10, .rank = 2},
                         {.title = text("After"), .least = 10, .rank = 1},
                         {.title = text("Affects")}},
                        context.screen()};
    for (const auto& change : changes) {
        const auto place = report::shown(words, domain::change_places, change.place);
        table.add({report::shown(words, domain::change_kinds, change.kind),
                   change.id.empty() ? place : place + ' ' + change.id,
                   change.key,
                   change.before,
                   change.after,
                   report::Cell{report::shown(words, domain::change_effects, change.effect),
                                change.effect == domain::ChangeEffect::score ? report::Tone::bad
                                                                             : report::Tone::dim}});
    }
    table.finish();
}

void write_changes(report::JsonWriter& json, const std::vector<domain::Change>& changes) {
    json.key("changes").begin_array();
    for (const auto& change : changes) {
        json.begin_object()
            .member("change", domain::change_kinds.word(change.kind))
            .member("place", domain::change_places.word(change.place));
        json.key("id").text_or_null(change.id);
        json.key("key").text_or_null(change.key);
        json.member("before", change.before)
            .member("after", change.after)
            .member("affects", domain::change_effects.word(change.effect))
            .end_object();
    }
    json.end_array();
}

ExitCode run_diff(const DiffOptions& options, Context& context) {
    const auto before = load_checklist(context, options.before).checklist;
    const auto after = load_checklist(context, options.after).checklist;
    const auto changes = domain::compare(before, after);
    const auto effect = domain::effect_of(changes);
    if (options.json) {
        print_object(context, [&](report::JsonWriter& json) {
            write_changes(json, changes);
            json.member("affects", domain::change_effects.word(effect))
                .member("comparable", effect != domain::ChangeEffect::score);
        });
    } else {
        if (!changes.empty()) {
            print_changes(context, changes);
        }
        context.out() << comparability(context.words(), effect, changes.empty());
    }
    return effect == domain::ChangeEffect::score ? ExitCode::negative : ExitCode::ok;
}

/// The answers of the command line, each in its place.
domain::Answers answers_of(const domain::ScoreSheet& sheet, const TryOptions& options) {
    auto answers = domain::no_answers(sheet.size());
    const auto give = [&](std::size_t at, std::string_view text) {
        auto answer = given(domain::parse_answer(*sheet.items()[at].item, text));
        answers.results[at] = answer.mark;
        answers.details.erase(at);
        if (!answer.detail.empty()) {
            answers.details.emplace(at, std::move(answer.detail));
        }
    };
    for (std::size_t at = 0; at < sheet.size() && !options.rest.empty(); ++at) {
        if (domain::parse_answer(*sheet.items()[at].item, options.rest)) {
            give(at, options.rest);
        }
    }
    for (const auto& text : options.answers) {
        const auto [item, answer] = field_and_text(text, "ITEM=ANSWER");
        std::size_t at = 0;
        while (at < sheet.size() && sheet.items()[at].item->id != item) {
            ++at;
        }
        if (at == sheet.size()) {
            throw Failure{Error{ErrorId::unknown_item, {item}}};
        }
        give(at, answer);
    }
    return answers;
}

/// Null for the whole checklist.
const domain::Profile* profile_of(const domain::Checklist& list, const std::string& id) {
    const auto* found = domain::find_profile(list, id);
    if (found == nullptr && !id.empty()) {
        throw Failure{Error{ErrorId::usage_bad_value, {id, "--profile"}}};
    }
    return found;
}

/// What conditions see of a store; without one nothing is known.
domain::UnitFacts unit_facts(Context& context, const std::string& unit) {
    if (unit.empty()) {
        return {};
    }
    auto opened = context.open(store::Need::reading);
    return workflow::reading(opened.session, [&] {
        return workflow::facts_of(workflow::find_unit(opened.session, unit).unit);
    });
}

ExitCode run_try(const TryOptions& options, Context& context) {
    const auto list = load_checklist(context, options.reference).checklist;
    const domain::ScoreSheet sheet{list};
    auto answers = answers_of(sheet, options);
    domain::Visibility{sheet}.apply(
        unit_facts(context, options.unit), answers, profile_of(list, options.profile));
    const auto why = domain::explain(sheet, answers);
    if (options.json) {
        print_object(context, [&](report::JsonWriter& json) {
            json.member("checklist", list.code + '@' + list.version);
            write_steps(json, list, why);
        });
        return ExitCode::ok;
    }
    const auto& words = context.words();
    Sheet heading{context};
    heading.add(words.text("Checklist"), list.code + '@' + list.version);
    heading.add(words.text("Scoring"),
                report::shown(words, domain::scoring_methods, list.scoring.method));
    heading.print();
    print_steps(context, list, answers, why);
    return ExitCode::ok;
}

/// A checklist to go on from, with what to think of in its comments.
std::string template_of(const NewOptions& options) {
    const bool weighted = options.method == domain::ScoringMethod::weighted_sections;
    const bool penalty = options.method == domain::ScoringMethod::penalty;
    std::string title = "\"";
    for (const char c : options.title) {
        title += c == '"' || c == '\\' ? std::string{'\\', c} : std::string(1, c);
    }
    title += '"';
    const std::string weight = weighted ? "    weight: 50\n" : "";
    return "# Check it with: dudao checklist lint " + options.code +
           ".yaml\n"
           "# Try it with:   dudao checklist try " +
           options.code +
           ".yaml A1=P A2=F\n"
           "# The language is described in docs/checklist-format.md.\n"
           "code: " +
           options.code +
           "\n"
           "version: \"1\"                  # a changed file needs a new one\n"
           "title: " +
           title +
           "\n"
           "scoring:\n"
           "  method: " +
           std::string{domain::scoring_methods.word(options.method)} + "\n" +
           (penalty ? "  pass_sum: 20                # the greatest sum that passes\n"
                      "  grades: [{name: A, max: 10}, {name: B, max: 20}, {name: C}]\n"
                    : "  pass: 80                    # 合格线\n"
                      "  grades: [{name: A, min: 90}, {name: B, min: 80}, {name: C, min: 0}]\n") +
           "issue: {category: execution}   # what a failure raises; issue: none for nothing\n"
           "sections:\n"
           "  - id: A\n"
           "    title: 第一部分\n" +
           weight +
           "    items:\n"
           "      # Worded so that yes is good.\n"
           "      - {id: A1, text: 门头灯箱已打开, points: 5}\n"
           "      # A partial answer, evidence of a failure, and where the line is.\n"
           "      - id: A2\n"
           "        text: 地面洁净\n"
           "        points: 5\n"
           "        partial_points: 2.5\n"
           "        evidence: on_failure\n"
           "        guidance: 无积水、无纸屑、无油污\n"
           "  - id: B\n"
           "    title: 第二部分\n" +
           weight +
           "    items:\n"
           "      # A measured number, and a failure that fails the visit.\n"
           "      - id: B1\n"
           "        text: 冷藏柜实测温度\n"
           "        type: number\n"
           "        unit: ℃\n"
           "        accept: {min: 0, max: 5}\n"
           "        points: 10\n"
           "        class: veto\n"
           "        critical: fail\n";
}

ExitCode run_new(const NewOptions& options, Context& context) {
    const auto yaml = template_of(options);
    auto reading = yaml::read_checklist(yaml, options.code + ".yaml");
    if (!reading.checklist) {
        throw Failure{Error{ErrorId::usage_bad_value, {options.code, "CODE"}}};
    }
    if (options.output.empty()) {
        context.out() << yaml;
        return ExitCode::ok;
    }
    write_new(context, options.output, yaml);
    return ExitCode::ok;
}

}  // namespace

void declare_checklist_tools(Declaring& to) {
    const auto& words = to.words;
    const auto text = [&](std::string_view english) { return std::string{words.text(english)}; };
    declare_verb<DiffOptions>(
        to,
        "diff",
        words.text("Compare two checklists: are their scores comparable?"),
        "  dudao checklist diff qsc-store@2026.1 checklists/qsc-store.yaml",
        [&](Command& verb, DiffOptions& options) {
            verb.add_option("BEFORE", options.before, text("A file, CODE or CODE@VERSION"))
                ->required();
            verb.add_option("AFTER", options.after, text("A file, CODE or CODE@VERSION"))
                ->required();
            add_json(verb, options.json, words);
        },
        run_diff);
    declare_verb<TryOptions>(
        to,
        "try",
        words.text("Score answers given here, and keep nothing"),
        "  dudao checklist try checklists/qsc-store.yaml --rest P C02=F F04=6.5",
        [&](Command& verb, TryOptions& options) {
            verb.add_option("CHECKLIST", options.reference, text("A file, CODE or CODE@VERSION"))
                ->required();
            verb.add_option("ANSWER", options.answers, text("ITEM=ANSWER, such as Q01=P"));
            verb.add_option(
                "--rest", options.rest, text("Answer of all items that are not named and know it"));
            verb.add_option("--profile", options.profile, text("Only this part of the checklist"))
                ->type_name("ID");
            verb.add_option("--store", options.unit, text("As if in this store, for conditions"))
                ->type_name("CODE");
            add_json(verb, options.json, words);
        },
        run_try);
    declare_verb<NewOptions>(
        to,
        "new",
        words.text("Write a checklist to begin with"),
        "  dudao checklist new opening --title 开店检查表 --output checklists/opening.yaml",
        [&](Command& verb, NewOptions& options) {
            verb.add_option("CODE", options.code, text("Code"))->required();
            verb.add_option("--title", options.title, text("Title, in your language"));
            add_word(verb,
                     "--method",
                     options.method,
                     domain::scoring_methods,
                     text("How answers become a score"));
            verb.add_option(
                "--output", options.output, text("File to write; standard output when absent"));
        },
        run_new);
}

}  // namespace dudao::commands
