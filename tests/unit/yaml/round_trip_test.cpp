// What is written by chance in the language of checklists is read as it was meant.
#include "base/text.hpp"
#include "findings.hpp"
#include "support/arbitrary.hpp"
#include "yaml/checklist.hpp"

#include <algorithm>

namespace dudao::yaml {

namespace {

using domain::CriticalEffect;
using domain::Item;
using domain::ItemKind;
using domain::LocalText;
using test::chance;

constexpr std::uint64_t many = 150;

bool is_ascii(std::string_view text) {
    return code_points(text) == text.size();
}

/// The item as the rules of the language want it.
void make_lawful(Item& item) {
    if (item.item_class == domain::ItemClass::veto && item.critical == CriticalEffect::none) {
        item.critical = CriticalEffect::fail;
    }
    if (is_unscored(item.kind)) {
        item.item_class = domain::ItemClass::general;
        item.critical = CriticalEffect::none;
    }
    if (item.critical != CriticalEffect::cap) {
        item.cap = Decimal{};
    }
    if (evades_critical(item)) {
        item.na = domain::NaPolicy::forbid;
    }
    for (auto& option : item.options) {
        if (option.label.empty()) {
            option.label = LocalText{option.value};
        }
    }
    if (item.issue && !is_ascii(item.issue->category)) {
        item.issue->category = "x";
    }
}

void shuffle(Random& random, std::vector<std::string>& list) {
    for (auto left = list.size(); left > 1; --left) {
        std::swap(list[left - 1], list[test::below(random, left)]);
    }
}

/// A checklist by chance that has no errors.
domain::Checklist lawful_checklist(Random& random) {
    auto list = test::arbitrary_checklist(random);
    for (auto& section : list.sections) {
        std::for_each(section.items.begin(), section.items.end(), make_lawful);
    }
    for (auto& section : list.sections) {
        section.weight += Decimal{1};
        section.repeat.reset();  // such sections are written once, not part by part
    }
    return list;
}

/// Writes a checklist, in one of the many ways there are.
class Writer {
  public:
    explicit Writer(Random& random) : random_(&random) {}

    std::string write(const domain::Checklist& list) {
        std::vector<std::string> keys{"code: " + list.code,
                                      "version: " + quoted(list.version),
                                      "title: " + local_text(list.title),
                                      "scoring: " + scoring(list.scoring)};
        if (!(list.applies_to == domain::Applicability{})) {
            keys.push_back("applies_to: " + applicability(list.applies_to));
        }
        has_default_ = chance(*random_, 50);
        if (has_default_) {
            keys.emplace_back("issue: {category: own, urgency: low}");
        }
        keys.push_back("sections:\n" + sections_text(list, std::nullopt, ""));
        if (!list.profiles.empty()) {
            keys.push_back("profiles: " + profiles_text(list));
        }
        shuffle(*random_, keys);
        return joined(keys, "\n") + "\n";
    }

  private:
    static std::string double_quoted(std::string_view text) {
        std::string quoted = "\"";
        for (const char c : text) {
            if (c == '"' || c == '\\') {
                quoted += '\\';
            }
            quoted += c == '\n' ? std::string{"\\n"} : std::string(1, c);
        }
        return quoted + '"';
    }

    static std::string single_quoted(std::string_view text) {
        std::string quoted = "'";
        for (const char c : text) {
            quoted += c == '\'' ? std::string{"''"} : std::string(1, c);
        }
        return quoted + "'";
    }

    static bool may_be_plain(std::string_view text) {
        return std::all_of(text.begin(), text.end(), [](char c) {
            return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80;
        });
    }

    std::string quoted(std::string_view text) {
        if (may_be_plain(text) && chance(*random_, 50)) {
            return std::string{text};
        }
        const bool one_line = text.find('\n') == std::string_view::npos;
        return one_line && chance(*random_, 50) ? single_quoted(text) : double_quoted(text);
    }

    std::string local_text(const LocalText& text) {
        std::vector<std::string> parts;
        for (const auto& [language, each] : text.all()) {
            if (language.empty()) {
                return quoted(each);
            }
            parts.push_back(language + ": " + quoted(each));
        }
        return "{" + joined(parts, ", ") + "}";
    }

    std::string list_text(const std::vector<std::string>& texts) {
        std::vector<std::string> parts;
        parts.reserve(texts.size());
        for (const auto& text : texts) {
            parts.push_back(quoted(text));
        }
        return "[" + joined(parts, ", ") + "]";
    }

    template <class Enum, std::size_t size>
    static std::string words_text(const std::vector<Enum>& values,
                                  const Vocabulary<Enum, size>& vocabulary) {
        std::vector<std::string> words;
        words.reserve(values.size());
        for (const auto value : values) {
            words.emplace_back(vocabulary.word(value));
        }
        return "[" + joined(words, ", ") + "]";
    }

    std::string number(Decimal value) {
        const auto text = to_text(value);
        return chance(*random_, 20) ? "'" + text + "'" : text;
    }

    std::string applicability(const domain::Applicability& rule) {
        return "{kinds: " + words_text(rule.kinds, domain::unit_kinds) +
               ", ownerships: " + words_text(rule.ownerships, domain::ownerships) +
               ", tags: " + list_text(rule.tags) + "}";
    }

    std::string scoring(const domain::Scoring& scoring) {
        std::vector<std::string> parts{
            "method: " + std::string{domain::scoring_methods.word(scoring.method)},
            "full_mark: " + number(scoring.full_mark),
            "decimals: " + std::to_string(scoring.decimals)};
        if (scoring.pass) {
            parts.push_back("pass: " + number(*scoring.pass));
        }
        std::vector<std::string> grades;
        for (const auto& grade : scoring.grades) {
            grades.push_back(grade_text(grade, scoring.method));
        }
        if (scoring.pass_sum) {
            parts.push_back("pass_sum: " + number(*scoring.pass_sum));
        }
        parts.push_back("grades: [" + joined(grades, ", ") + "]");
        return "{" + joined(parts, ", ") + "}";
    }

    std::string grade_text(const domain::Grade& grade, domain::ScoringMethod method) {
        std::vector<std::string> parts{"name: " + quoted(grade.name)};
        const auto add = [&](const char* key, const std::optional<Decimal>& value) {
            if (value) {
                parts.push_back(key + number(*value));
            }
        };
        if (method != domain::ScoringMethod::penalty) {
            add("min: ", grade.min);
        }
        add("max: ", grade.max);
        add("worst_item: ", grade.worst_item);
        add("worst_section: ", grade.worst_section);
        return "{" + joined(parts, ", ") + "}";
    }

    std::string profiles_text(const domain::Checklist& list) {
        const auto items = domain::items_of(list);
        std::vector<std::string> profiles;
        for (const auto& profile : list.profiles) {
            std::vector<std::string> ids;
            for (std::size_t at = 0; at < items.size(); ++at) {
                if (profile.items[at] == '1') {
                    ids.push_back(items[at].item->id);
                }
            }
            profiles.push_back("{id: " + profile.id + ", title: " + local_text(profile.title) +
                               ", items: [" + joined(ids, ", ") + "]}");
        }
        return "[" + joined(profiles, ", ") + "]";
    }

    /// The parts of a section, or the outermost ones.
    std::string sections_text(const domain::Checklist& list,
                              std::optional<std::size_t> parent,
                              const std::string& indent) {
        std::string text;
        for (std::size_t at = 0; at < list.sections.size(); ++at) {
            if (list.sections[at].parent == parent) {
                text += section_text(list, at, indent);
            }
        }
        return text;
    }

    std::string section_text(const domain::Checklist& list,
                             std::size_t index,
                             const std::string& indent) {
        const auto& section = list.sections[index];
        const auto deeper = indent + "    ";
        std::string text = indent + "  - id: " + section.id + "\n" + deeper +
                           "title: " + local_text(section.title) + "\n" + deeper +
                           "weight: " + number(section.weight) + "\n";
        if (section.pass) {
            text += deeper + "pass: " + number(*section.pass) + "\n";
        }
        if (section.items.empty()) {
            return text + deeper + "sections:\n" + sections_text(list, index, deeper);
        }
        text += deeper + "items:\n";
        for (const auto& item : section.items) {
            auto keys = item_keys(item);
            shuffle(*random_, keys);
            text += chance(*random_, 30) ? deeper + "  - {" + joined(keys, ", ") + "}\n"
                                         : deeper + "  - " + joined(keys, "\n    " + deeper) + "\n";
        }
        return text;
    }

    /// The keys of an item; those at their default may be left out.
    std::vector<std::string> item_keys(const Item& item) {
        std::vector<std::string> keys{
            "id: " + item.id, "text: " + local_text(item.text), "points: " + number(item.points)};
        const auto add = [&](bool is_default, const std::string& key) {
            if (!is_default || chance(*random_, 30)) {
                keys.push_back(key);
            }
        };
        const auto flag = [](bool value) { return value ? "true" : "false"; };
        add(item.kind == ItemKind::pass_fail,
            "type: " + std::string{domain::item_kinds.word(item.kind)});
        add(item.item_class == domain::ItemClass::general,
            "class: " + std::string{domain::item_classes.word(item.item_class)});
        add(!item.red_line, std::string{"red_line: "} + flag(item.red_line));
        add(item.required, std::string{"required: "} + flag(item.required));
        const bool is_critical = item.critical != CriticalEffect::none;
        const auto policy = std::string{domain::na_policies.word(item.na)};
        if (item.na_reason) {
            keys.push_back("na: {policy: " + policy + ", reason: true}");
        } else {
            add(item.na == (is_critical ? domain::NaPolicy::forbid : domain::NaPolicy::exclude),
                "na: " + policy);
        }
        add(item.weight == 1, "weight: " + std::to_string(item.weight));
        add(item.evidence == domain::EvidenceRule::never,
            "evidence: " + std::string{domain::evidence_rules.word(item.evidence)});
        if (item.critical == CriticalEffect::cap) {
            keys.push_back("critical: {cap: " + number(item.cap) + "}");
        } else if (item.critical != CriticalEffect::none) {
            keys.push_back("critical: " +
                           std::string{domain::critical_effects.word(item.critical)});
        }
        if (item.method) {
            keys.push_back("method: " + std::string{domain::methods.word(*item.method)});
        }
        if (!item.guidance.empty()) {
            keys.push_back("guidance: " + local_text(item.guidance));
        }
        if (!item.reference.empty()) {
            keys.push_back("reference: " + quoted(item.reference));
        }
        if (!item.tags.empty()) {
            keys.push_back("tags: " + list_text(item.tags));
        }
        add_answer_keys(item, keys);
        if (item.issue) {
            keys.push_back("issue: " + rule_text(*item.issue));
        } else if (has_default_) {
            keys.emplace_back("issue: none");
        }
        return keys;
    }

    void add_answer_keys(const Item& item, std::vector<std::string>& keys) {
        if (item.partial_points) {
            keys.push_back("partial_points: " + number(*item.partial_points));
        }
        if (item.when) {
            keys.push_back("when: {item: " + item.when->subject + ", is: [pass, na]}");
        }
        if (item.kind == ItemKind::count && !item.points.is_zero()) {
            keys.push_back("deduct: {per: " + number(item.points - item.levels[1].points) + "}");
        }
        if (item.kind == ItemKind::stopwatch) {
            keys.push_back("standard: " + number(*item.accept_max));
            keys.push_back("samples: " + std::to_string(item.samples));
            keys.push_back("judge: " + std::string{domain::judges.word(item.judge)});
            if (item.tolerate_max) {
                keys.push_back("slow_to: " + number(*item.tolerate_max));
            }
        }
        if (item.kind == ItemKind::knowledge) {
            std::vector<std::string> questions;
            for (const auto& option : item.options) {
                questions.push_back("{text: " + local_text(option.label) + "}");
            }
            keys.push_back("ask: " + std::to_string(item.samples));
            keys.push_back("questions: [" + joined(questions, ", ") + "]");
            return;
        }
        if (item.kind == ItemKind::scale) {
            std::vector<std::string> levels;
            for (const auto& level : item.levels) {
                const auto value = item.scale_from + static_cast<int>(levels.size());
                levels.push_back("{value: " + std::to_string(value) + ", " + outcome(level) + "}");
            }
            keys.push_back("levels: [" + joined(levels, ", ") + "]");
        }
        if (!item.measure_unit.empty()) {
            keys.push_back("unit: " + quoted(item.measure_unit));
        }
        std::vector<std::string> range;
        if (item.accept_min) {
            range.push_back("min: " + number(*item.accept_min));
        }
        if (item.accept_max && item.kind == ItemKind::number) {
            range.push_back("max: " + number(*item.accept_max));
        }
        if (!range.empty()) {
            keys.push_back("accept: {" + joined(range, ", ") + "}");
        }
        std::vector<std::string> options;
        for (const auto& option : item.options) {
            options.push_back("{value: " + option.value + ", label: " + local_text(option.label) +
                              ", " + outcome(option.outcome, item) + "}");
        }
        if (!options.empty()) {
            keys.push_back("options: [" + joined(options, ", ") + "]");
        }
    }

    /// Of an option: several choices take off points unless they add up.
    std::string outcome(const domain::Outcome& outcome, const Item& item) {
        if (item.kind != ItemKind::choices || item.additive) {
            return this->outcome(outcome);
        }
        return "result: " + std::string{domain::answer_results.word(outcome.result)} +
               ", deduct: " + number(item.points - outcome.points);
    }

    std::string outcome(const domain::Outcome& outcome) {
        return "result: " + std::string{domain::answer_results.word(outcome.result)} +
               ", points: " + number(outcome.points);
    }

    std::string rule_text(const domain::IssueRule& rule) {
        std::vector<std::string> parts{
            "category: " + rule.category,
            "urgency: " + std::string{domain::urgencies.word(rule.urgency)},
            std::string{"working_days: "} + (rule.working_days ? "true" : "false")};
        if (!rule.department.empty()) {
            parts.push_back("department: " + quoted(rule.department));
        }
        if (rule.days) {
            parts.push_back("days: " + std::to_string(*rule.days));
        }
        if (!rule.measure.empty()) {
            parts.push_back("measure: " + local_text(rule.measure));
        }
        return "{" + joined(parts, ", ") + "}";
    }

    Random* random_;
    bool has_default_ = false;
};

}  // namespace

TEST_SUITE("yaml/round_trip") {
    TEST_CASE("any checklist is read as it was written, in whichever way") {
        for (std::uint64_t seed = 0; seed < many; ++seed) {
            CAPTURE(seed);
            auto random = seeded_random(seed);
            const auto list = lawful_checklist(random);
            const auto yaml = Writer{random}.write(list);
            CAPTURE(yaml);
            const auto reading = read_checklist(yaml, "generated");
            REQUIRE(test::findings(reading.errors) == test::Findings{});
            REQUIRE(*reading.checklist == list);
        }
    }

    TEST_CASE("a checklist that is cut off anywhere is refused or read, never a crash") {
        auto random = seeded_random(7);
        const auto yaml = Writer{random}.write(lawful_checklist(random));
        for (std::size_t size = 0; size < yaml.size(); ++size) {
            CAPTURE(size);
            const auto reading = read_checklist(std::string_view{yaml}.substr(0, size), "cut");
            CHECK(reading.checklist.has_value() == reading.errors.empty());
        }
    }

    TEST_CASE("a checklist with any byte changed is refused or read, never a crash") {
        for (std::uint64_t seed = 0; seed < many; ++seed) {
            CAPTURE(seed);
            auto random = seeded_random(seed);
            auto yaml = Writer{random}.write(lawful_checklist(random));
            for (int n = 0; n < 4; ++n) {
                yaml[test::below(random, yaml.size())] =
                    "\"'{}[]:,#&*!|>%@-? \n\t\r\x80\xFFx0"[test::below(random, 24)];
            }
            const auto reading = read_checklist(yaml, "changed");
            CHECK(reading.checklist.has_value() == reading.errors.empty());
        }
    }
}

}  // namespace dudao::yaml
