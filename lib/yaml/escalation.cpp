#include "yaml/escalation.hpp"

#include "base/error_id.hpp"
#include "domain/unit.hpp"
#include "yaml/map_reader.hpp"

#include <utility>

namespace dudao::yaml {

namespace {

constexpr WholeRange day_range{0, 366};
constexpr WholeRange step_range{0, 3};

std::vector<std::string> read_codes(const Node& node, Problems& problems) {
    std::vector<std::string> codes;
    for (const auto& item : read_list(node, problems)) {
        const auto text = read_line(item, problems);
        if (!text) {
            continue;
        }
        auto code = domain::parse_code(*text);
        if (code) {
            codes.push_back(*std::move(code));
        } else {
            problems.error(item, code.error());
        }
    }
    return codes;
}

/// When the rule holds: one of its times.
void read_time(MapReader& map, domain::EscalationRule& rule) {
    int found = 0;
    for (const auto& [kind, word] : domain::reminder_kinds.words) {
        if (map.find(word) != nullptr) {
            ++found;
            rule.kind = kind;
            rule.days = map.whole(word, day_range).value_or(0);
        }
    }
    if (found != 1 && map.node().kind == NodeKind::map) {
        map.problems().error(map.node(), ErrorId::rule_without_time);
    }
}

domain::EscalationRule read_rule(const Node& node, Problems& problems) {
    domain::EscalationRule rule;
    MapReader map{node, problems};
    rule.urgency = map.word("urgency", domain::urgencies);
    if (const auto* sources = map.find("source")) {
        rule.sources = read_words(*sources, problems, domain::issue_sources);
    }
    read_time(map, rule);
    const auto* people = map.find("people");
    if (people != nullptr) {
        rule.people = read_codes(*people, problems);
    }
    const auto* tell = people == nullptr ? map.must_find("tell") : map.find("tell");
    if (tell != nullptr) {
        rule.tell = read_words(*tell, problems, domain::told_words);
    }
    rule.raise_urgency = map.whole("raise_urgency", step_range).value_or(0);
    map.finish();
    return rule;
}

}  // namespace

EscalationReading read_escalation(std::string_view yaml, std::string_view file) {
    auto parsed = parse(yaml, file);
    if (!parsed.errors.empty()) {
        return {.errors = std::move(parsed.errors)};
    }
    Problems problems{file};
    std::vector<domain::EscalationRule> rules;
    MapReader map{parsed.root, problems};
    const auto* list = map.must_find("rules");
    map.finish();
    if (list != nullptr) {
        for (const auto& node : read_list(*list, problems)) {
            rules.push_back(read_rule(node, problems));
        }
    }
    if (problems.has_errors()) {
        return {.errors = problems.take_errors()};
    }
    return {.rules = std::move(rules)};
}

}  // namespace dudao::yaml
