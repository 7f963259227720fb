#pragma once

#include "base/catalogue.hpp"
#include "domain/cause_tree.hpp"
#include "domain/escalation.hpp"
#include "domain/playbook.hpp"
#include "domain/policy.hpp"
#include "domain/service_clock.hpp"
#include "env.hpp"
#include "yaml/settings.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace dudao {

/// What people say before and after any command.
struct GlobalOptions {
    std::string folder = {};     ///< -C
    std::string store = {};      ///< --db
    std::string actor = {};      ///< --actor
    std::string language = {};   ///< --lang
    std::string now = {};        ///< --now
    std::string ambiguous = {};  ///< --ambiguous-width
    bool no_colour = false;      ///< --no-color
    bool quiet = false;          ///< -q
};

/// Where the program works and by which rules: flags, then the environment, then the project's
/// file, then the user's.
struct Workspace {
    std::filesystem::path folder;  ///< what -C says, as seen from the current one; may be empty
    std::optional<std::filesystem::path> root = {};  ///< of the workspace that the folder lies in
    std::string store = {};                          ///< file or URL; empty: none is known
    std::string actor = {};                          ///< empty: nobody said
    std::string language = "en";                     ///< en, zh-CN or zh-TW
    std::string chain = {};
    std::filesystem::path evidence = {};  ///< its folder
    std::string calendar = {};            ///< its code
    domain::Policy policy = {};           ///< without the calendar, the waivers and what recurs
};

/// Errors (thrown): usage_bad_value when --lang names no language of ours.
void check_language(const GlobalOptions& options);

/// Finds the workspace upward from the folder, as git does, and reads its settings.
/// Errors (thrown): every mistake in dudao.yaml and in the user's file; usage_bad_value.
Workspace find_workspace(const Env& env, const GlobalOptions& options);

/// The calendar of the workspace, for what may set a due day: reading it takes longer than a
/// listing. Without a file there are no days in it. Errors (thrown): every mistake in the file.
domain::Calendar calendar_of(const Workspace& workspace);

/// The waivers of the workspace: none without a file. Errors (thrown): every mistake in the file.
std::vector<domain::Waiver> waivers_of(const Workspace& workspace);

/// The closed days of the workspace: none without a file. Errors (thrown): every mistake in the
/// file.
std::vector<domain::ClosedDays> closed_days_of(const Workspace& workspace);
/// What the workspace says of its people's days: nothing without a file. Errors (thrown): every
/// mistake in the file.
std::vector<domain::StaffMember> staff_of(const Workspace& workspace);
/// Who approves reports, by the settings of the workspace or the defaults. Errors (thrown): every
/// mistake in dudao.yaml.
std::vector<domain::Role> report_approvers_of(const Workspace& workspace);

/// When issues recur, by rules/recurrence.yaml: never without that file. Errors (thrown): every
/// mistake in the file.
domain::RecurrencePolicy recurrence_of(const Workspace& workspace);

/// Who is told of issues, by rules/escalation.yaml: nobody without that file. Errors (thrown):
/// every mistake in the file.
std::vector<domain::EscalationRule> escalation_of(const Workspace& workspace);

/// How soon complaints and incidents are to be taken care of, by rules/response.yaml: no limits
/// without that file. Errors (thrown): every mistake in the file.
domain::ServicePolicy service_policy_of(const Workspace& workspace);

/// The classes of causes, by rules/causes.yaml: those that come with the program without that file.
/// Errors (thrown): every mistake in the file.
domain::CauseTree causes_of(const Workspace& workspace);

/// The files of playbooks/, by name. Errors (thrown): every mistake in them; playbook_repeated.
std::vector<domain::Playbook> playbooks_of(const Workspace& workspace);

/// The language of the user interface by --lang, DUDAO_LANG, LC_ALL, LC_MESSAGES, LANG, without
/// reading any file; nothing when none of them says.
std::optional<std::string> language_of(const Env& env, const std::string& option);

/// The id of this device: DUDAO_DEVICE, else $XDG_STATE_HOME/dudao/device, which is made when it is
/// not there. Never in the store, which gets copied. Errors (thrown): file_unwritable, no_home.
std::string device_id(const Env& env);

/// `path` as seen from the folder that -C names.
std::filesystem::path from(const Workspace& workspace, const std::string& path);

}  // namespace dudao
