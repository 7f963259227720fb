#include "commands/plan_rules.hpp"

#include "base/file.hpp"
#include "output/frequency.hpp"
#include "output/listing.hpp"
#include "output/rows.hpp"

#include <algorithm>

namespace dudao::commands {

namespace {

constexpr std::size_t largest_rules = 1U << 18U;

template <class Enum, std::size_t size>
std::vector<std::string> words_of(const Vocabulary<Enum, size>& vocabulary,
                                  const std::vector<Enum>& values) {
    std::vector<std::string> words;
    words.reserve(values.size());
    for (const auto value : values) {
        words.emplace_back(vocabulary.word(value));
    }
    return words;
}

}  // namespace

std::string read_rules(const Context& context, const std::string& file) {
    return read_file(from(context.workspace(), file), largest_rules).or_throw();
}

void write_rule(report::JsonWriter& json, const domain::FrequencyRule& rule) {
    const auto& frequency = rule.frequency;
    std::vector<std::string> below;
    for (const auto& unit : rule.below) {
        below.push_back(unit.code);
    }
    json.member("rule", rule.id).member("checklist", rule.checklist.code);
    write_texts(json, "kinds", words_of(domain::unit_kinds, rule.units.kinds));
    write_texts(json, "ownerships", words_of(domain::ownerships, rule.units.ownerships));
    write_texts(json, "tags", rule.units.tags);
    write_texts(json, "below", below);
    write_texts(json, "risks", words_of(domain::watches, rule.risks));
    json.member("rhythm", domain::rhythms.word(frequency.rhythm)).member("count", frequency.count);
    const bool has_span = frequency.rhythm == domain::Rhythm::spans;
    json.key("span").text_or_null(has_span ? domain::spans.word(frequency.span) : "");
    json.key("rrule").text_or_null(frequency.recurrence);
    json.member("starting", frequency.starting).key("weeks").begin_array();
    for (const auto week : frequency.weeks) {
        json.value(week);
    }
    json.end_array().member("working_days", rule.working_days);
    json.key("visit_kind")
        .text_or_null(rule.visit_kind ? domain::visit_kinds.word(*rule.visit_kind) : "");
    json.key("window_days").value(rule.window);
}

void write_rules(report::JsonWriter& json, const std::vector<domain::FrequencyRule>& rules) {
    json.key("plan_rules").begin_array();
    for (const auto& rule : rules) {
        json.begin_object();
        write_rule(json, rule);
        json.end_object();
    }
    json.end_array();
}

void print_rules(const Context& context, const std::vector<domain::FrequencyRule>& rules) {
    const auto& words = context.words();
    const auto text = [&](std::string_view english) { return std::string{words.text(english)}; };
    report::Table table{context.out(),
                        {{.title = text("Rule")},
                         {.title = text("Checklist")},
                         {.title = text("How often"), .least = 10}},
                        context.screen()};
    for (const auto& rule : rules) {
        table.add({rule.id, rule.checklist.code, frequency_text(words, rule)});
    }
    table.finish();
}

void write_rules_made(report::JsonWriter& json, const workflow::Generated& done) {
    json.key("rules").begin_array();
    for (const auto& rule : done.rules) {
        json.begin_object()
            .member("rule", rule.rule)
            .member("checklist", rule.checklist)
            .member("units", rule.units)
            .member("visits", rule.visits)
            .member("closed", rule.closed)
            .end_object();
    }
    json.end_array();
}

void print_rules_made(const Context& context, const workflow::Generated& done) {
    const auto& words = context.words();
    if (!done.plan.plan.rules.empty()) {
        const auto text = [&](std::string_view english) {
            return std::string{words.text(english)};
        };
        const auto right = report::Align::right;
        report::Table table{context.out(),
                            {{.title = text("Rule")},
                             {.title = text("Checklist"), .rank = 1},
                             {.title = text("Stores"), .align = right},
                             {.title = text("Visits"), .align = right}},
                            context.screen()};
        for (const auto& rule : done.rules) {
            table.add({rule.rule,
                       rule.checklist,
                       std::to_string(rule.units),
                       std::to_string(rule.visits)});
        }
        table.finish();
    }
    if (done.closed > 0) {
        context.note(words.text("{} visits are left out: all of their days are closed"),
                     done.closed);
    }
}

}  // namespace dudao::commands
