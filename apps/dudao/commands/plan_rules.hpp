#pragma once

#include "commands/commands.hpp"
#include "report/json_writer.hpp"
#include "workflow/generate_visits.hpp"
#include "workflow/plan.hpp"

#include <string>
#include <vector>

namespace dudao::commands {

/// The rules in a file. Errors (thrown): those of read_file().
std::string read_rules(const Context& context, const std::string& file);

/// How often a rule visits whom, as members of an object that is open.
void write_rule(report::JsonWriter& json, const domain::FrequencyRule& rule);

/// The rules of a plan: the member `plan_rules`, or a table.
void write_rules(report::JsonWriter& json, const std::vector<domain::FrequencyRule>& rules);
void print_rules(const Context& context, const std::vector<domain::FrequencyRule>& rules);

/// What each rule of a plan brought: the member `rules`, or a table where the plan has rules, and
/// what was left out.
void write_rules_made(report::JsonWriter& json, const workflow::Generated& done);
void print_rules_made(const Context& context, const workflow::Generated& done);

/// The verb `why`.
void declare_plan_why(Declaring& to);

}  // namespace dudao::commands
