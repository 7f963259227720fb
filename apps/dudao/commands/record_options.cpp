#include "commands/record_options.hpp"

#include "base/error_id.hpp"
#include "base/text.hpp"
#include "domain/issue_record.hpp"
#include "domain/urgency.hpp"
#include "options.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace dudao::commands {

namespace {

using domain::IssueField;

/// What --set names, as the options of `issue raise` are called.
constexpr std::array<std::pair<std::string_view, IssueField>, 11> fields{
    {{"category", IssueField::category},
     {"urgency", IssueField::urgency},
     {"assist", IssueField::assisting},
     {"label", IssueField::labels},
     {"channel", IssueField::channel},
     {"scope", IssueField::scope},
     {"manifestation", IssueField::manifestation},
     {"containment", IssueField::containment},
     {"cause-class", IssueField::cause_class},
     {"why", IssueField::whys},
     {"risk", IssueField::risk}}};

/// Errors (thrown): unknown_word.
IssueField field_of(const std::string& name) {
    const auto* const found = std::find_if(
        fields.begin(), fields.end(), [&](const auto& each) { return each.first == name; });
    if (found != fields.end()) {
        return found->second;
    }
    std::vector<std::string_view> names{"department", "owner"};
    for (const auto& [each, field] : fields) {
        names.push_back(each);
    }
    throw Failure{unknown_word(name, "issue field", names)};
}

/// What separates the values of a field that takes several; "" for one that takes one.
std::string_view separator_of(IssueField field) {
    if (field == IssueField::whys) {
        return "\n";
    }
    return field == IssueField::assisting || field == IssueField::labels ? "," : "";
}

/// Adds a value, after those of the same field before it.
void add_value(domain::IssueChanges& changes, IssueField field, const std::string& value) {
    const auto [found, is_first] = changes.try_emplace(field, value);
    if (!is_first) {
        const auto separator = separator_of(field);
        found->second = separator.empty() || found->second.empty()
                            ? value
                            : found->second + std::string{separator} + value;
    }
}

/// Errors (thrown): unknown_word.
void check_word(IssueField field, const std::string& value) {
    if (field == IssueField::urgency) {
        given(domain::urgencies.parse(value));
    } else if (field == IssueField::scope) {
        given(domain::impact_scopes.parse(value));
    }
}

struct RecordOption {
    const char* name;
    IssueField field;
    std::string_view help;
    const char* type;
};

void add_record_option(Command& verb, domain::IssueChanges& record, const RecordOption& option) {
    auto added = verb.add_option_function<std::vector<std::string>>(
        option.name,
        [&record, field = option.field](const std::vector<std::string>& values) {
            for (const auto& value : values) {
                check_word(field, value);
                add_value(record, field, value);
            }
        },
        std::string{option.help});
    added->type_name(option.type)->repeated();
}

}  // namespace

void add_record_options(Command& verb, domain::IssueChanges& record, const Catalogue& words) {
    const std::array options{
        RecordOption{
            "--assist",
            IssueField::assisting,
            words.text("Code of a department or unit that helps; may be given several times"),
            "CODE"},
        RecordOption{"--channel",
                     IssueField::channel,
                     words.text("By which a complaint came in, such as 美团, 门店 or 热线"),
                     "TEXT"},
        RecordOption{"--scope",
                     IssueField::scope,
                     words.text("How far it reaches: store, stores, region, chain"),
                     "WORD"},
        RecordOption{
            "--manifestation", IssueField::manifestation, words.text("How it shows"), "TEXT"},
        RecordOption{
            "--containment", IssueField::containment, words.text("What was done at once"), "TEXT"},
        RecordOption{"--cause-class",
                     IssueField::cause_class,
                     words.text("Class of its cause, by rules/causes.yaml"),
                     "CODE"},
        RecordOption{"--why",
                     IssueField::whys,
                     words.text("Why it happened, then why that did …: up to five, the last is the "
                                "root cause"),
                     "TEXT"},
        RecordOption{"--risk",
                     IssueField::risk,
                     words.text("What names the risk in the list of risks"),
                     "TEXT"},
        RecordOption{"--label",
                     IssueField::labels,
                     words.text("A word to find it by; may be given several times"),
                     "TEXT"}};
    for (const auto& option : options) {
        add_record_option(verb, record, option);
    }
}

void set_field(workflow::IssueEdit& edit, const std::string& pair) {
    const auto [name, value] = field_and_text(pair, "--set");
    if (value.empty()) {
        throw Failure{Error{ErrorId::usage_bad_value, {pair, "--set"}}};
    }
    if (name == "department") {
        edit.department = value;
    } else if (name == "owner") {
        edit.owner = value;
    } else {
        const auto field = field_of(name);
        check_word(field, value);
        add_value(edit.changes, field, value);
    }
}

void clear_field(workflow::IssueEdit& edit, const std::string& name) {
    if (name == "department") {
        edit.department = "";
        return;
    }
    if (name == "owner" || name == "category" || name == "urgency") {
        throw Failure{Error{ErrorId::usage_bad_value, {name, "--clear"}}};
    }
    edit.changes[field_of(name)] = "";
}

}  // namespace dudao::commands
