#include "yaml/frequency.hpp"

#include "base/error_id.hpp"
#include "domain/recurrence_rule.hpp"
#include "yaml/applicability.hpp"
#include "yaml/ids.hpp"
#include "yaml/map_reader.hpp"
#include "yaml/risk.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace dudao::yaml {

namespace {

using domain::Frequency;
using domain::FrequencyRule;
using domain::Rhythm;
using domain::Span;

/// The words of `frequency`.
constexpr Vocabulary<Span, 3> frequencies{
    "frequency", {{{Span::day, "daily"}, {Span::week, "weekly"}, {Span::month, "monthly"}}}};
/// The words of `per`.
constexpr Vocabulary<Span, 3> longer_spans{
    "span", {{{Span::week, "week"}, {Span::month, "month"}, {Span::quarter, "quarter"}}}};

constexpr std::array<std::string_view, 6> ways{
    "frequency", "every", "at_least", "rrule", "on_opening", "after_change_of"};

constexpr int most_days = 366;
constexpr WholeRange week_range{1, 104};

/// Days of a span: more visits than that are not possible in it.
int most_in(Span span) {
    constexpr int of_week = 7;
    constexpr int of_month = 28;
    constexpr int of_quarter = 90;
    return span == Span::week ? of_week : span == Span::month ? of_month : of_quarter;
}

/// "10 days", "1 day" or "10".
std::optional<int> read_days(const Node& node, Problems& problems) {
    const auto text = read_line(node, problems);
    if (!text) {
        return std::nullopt;
    }
    int days = 0;
    const auto* const end = text->data() + text->size();
    const auto parsed = std::from_chars(text->data(), end, days);
    const std::string_view rest{parsed.ptr, static_cast<std::size_t>(end - parsed.ptr)};
    const bool is_days = parsed.ec == std::errc{} && days >= 1 && days <= most_days &&
                         (rest.empty() || rest == " days" || rest == " day");
    if (!is_days) {
        problems.error(node, ErrorId::bad_days, {shortened(*text), std::to_string(most_days)});
        return std::nullopt;
    }
    return days;
}

/// Reads one rule.
class RuleReader {
  public:
    /// `scores_risk`: the file says how.
    RuleReader(const Node& node, Problems& problems, bool scores_risk)
        : map_(node, problems), scores_risk_(scores_risk) {}

    FrequencyRule read() {
        FrequencyRule rule;
        rule.id = must_id("id").code;
        rule.checklist = must_id("checklist");
        if (const auto* units = map_.find("units")) {
            read_units(*units, rule);
        }
        rule.frequency = read_frequency();
        rule.working_days = map_.flag("working_days").value_or(false);
        rule.visit_kind = map_.word("visit_kind", domain::visit_kinds);
        if (const auto* window = map_.find("window")) {
            rule.window = read_days(*window, problems()).value_or(0);
        }
        map_.finish();
        return rule;
    }

  private:
    Problems& problems() const noexcept { return map_.problems(); }

    domain::NamedCode must_id(std::string_view key) {
        const auto* node = map_.must_find(key);
        if (node == nullptr) {
            return {};
        }
        return {read_id(*node, problems()).value_or(""), problems().place_of(*node)};
    }

    void read_units(const Node& node, FrequencyRule& rule) {
        MapReader map{node, problems()};
        rule.units = read_applicability(map);
        if (const auto* below = map.find("below")) {
            const bool is_list = below->kind == NodeKind::list;
            for (const auto& unit : is_list ? below->items : std::vector<Node>{*below}) {
                if (auto code = read_line(unit, problems())) {
                    rule.below.push_back({*std::move(code), problems().place_of(unit)});
                }
            }
        }
        if (const auto* risks = map.find("risk")) {
            rule.risks = read_words(*risks, problems(), domain::watches);
            if (!scores_risk_) {
                problems().error(*risks, ErrorId::key_missing, {"risk"});
            }
        }
        map.finish();
    }

    Frequency read_frequency() {
        Frequency frequency;
        const auto said = std::count_if(ways.begin(), ways.end(), [&](std::string_view way) {
            return map_.find(way) != nullptr;
        });
        if (said != 1 && map_.node().kind == NodeKind::map) {
            problems().error(map_.node(), ErrorId::rule_not_one);
        }
        read_spans(frequency);
        read_counted(frequency);
        read_occasions(frequency);
        return frequency;
    }

    void read_spans(Frequency& frequency) {
        if (const auto* word = map_.find("frequency")) {
            frequency.span = read_word(*word, problems(), frequencies).value_or(Span::month);
        }
        const auto* number = map_.find("at_least");
        if (number == nullptr) {
            return;
        }
        const auto* per = map_.must_find("per");
        if (per != nullptr) {
            frequency.span = read_word(*per, problems(), longer_spans).value_or(Span::quarter);
        }
        frequency.count = read_whole(*number, problems(), {1, most_in(frequency.span)}).value_or(1);
    }

    void read_counted(Frequency& frequency) {
        const auto* every = map_.find("every");
        const auto* rrule = map_.find("rrule");
        if (every != nullptr) {
            frequency.rhythm = Rhythm::every;
            frequency.count = read_days(*every, problems()).value_or(1);
        }
        if (rrule != nullptr) {
            frequency.rhythm = Rhythm::recurrence;
            frequency.recurrence = read_recurrence(*rrule);
        }
        if (every != nullptr || rrule != nullptr) {
            if (const auto* starting = map_.find("starting")) {
                frequency.starting =
                    read_day(*starting, problems()).value_or(domain::counting_begins);
            }
        }
    }

    std::string read_recurrence(const Node& node) {
        auto text = read_line(node, problems()).value_or("");
        constexpr std::string_view prefix = "RRULE:";
        if (text.starts_with(prefix)) {
            text.erase(0, prefix.size());
        }
        if (!text.empty()) {
            if (const auto part = domain::impossible_part(text)) {
                problems().error(node, ErrorId::bad_recurrence, {shortened(*part)});
            }
        }
        return text;
    }

    void read_occasions(Frequency& frequency) {
        if (const auto* opening = map_.find("on_opening")) {
            frequency.rhythm = Rhythm::on_opening;
            read_weeks(*opening, frequency);
        }
        const auto* change = map_.find("after_change_of");
        if (change == nullptr) {
            return;
        }
        frequency.rhythm = Rhythm::after_change;
        const auto what = read_line(*change, problems());
        if (what && *what != "head") {
            problems().error(*change, ErrorId::change_unknown, {shortened(*what)});
        }
        if (const auto* within = map_.must_find("within")) {
            frequency.count = read_days(*within, problems()).value_or(1);
        }
    }

    void read_weeks(const Node& node, Frequency& frequency) {
        MapReader map{node, problems()};
        if (const auto* weeks = map.must_find("weeks")) {
            for (const auto& item : read_list(*weeks, problems())) {
                const auto week = read_whole(item, problems(), week_range);
                const auto& known = frequency.weeks;
                if (week && std::find(known.begin(), known.end(), *week) != known.end()) {
                    report_twice(item, problems(), std::to_string(*week));
                } else if (week) {
                    frequency.weeks.push_back(*week);
                }
            }
            if (weeks->kind == NodeKind::list && weeks->items.empty()) {
                problems().error(*weeks, ErrorId::value_missing);
            }
        }
        std::sort(frequency.weeks.begin(), frequency.weeks.end());
        map.finish();
    }

    MapReader map_;
    bool scores_risk_;
};

}  // namespace

FrequencyReading read_frequency(std::string_view yaml, std::string_view file) {
    auto parsed = parse(yaml, file);
    if (!parsed.errors.empty()) {
        return {.errors = std::move(parsed.errors)};
    }
    Problems problems{file};
    std::vector<FrequencyRule> rules;
    MapReader map{parsed.root, problems};
    const auto* list = map.must_find("rules");
    map.local_text("name", true);
    std::optional<domain::RiskPolicy> risk;
    if (const auto* node = map.find("risk")) {
        risk = read_risk(*node, problems);
    }
    map.finish();
    if (list != nullptr) {
        for (const auto& node : read_list(*list, problems)) {
            auto rule = RuleReader{node, problems, risk.has_value()}.read();
            const bool known = std::any_of(rules.begin(), rules.end(), [&](const auto& each) {
                return !rule.id.empty() && each.id == rule.id;
            });
            if (known) {
                report_twice(*value_of(node, "id"), problems, rule.id);
            }
            rules.push_back(std::move(rule));
        }
        if (list->kind == NodeKind::list && list->items.empty()) {
            problems.error(*list, ErrorId::no_rules);
        }
    }
    if (problems.has_errors()) {
        return {.errors = problems.take_errors()};
    }
    return {.rules = std::move(rules), .risk = std::move(risk)};
}

}  // namespace dudao::yaml
