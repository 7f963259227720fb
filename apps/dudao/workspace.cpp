#include "workspace.hpp"

#include "base/error_id.hpp"
#include "base/file.hpp"
#include "base/text.hpp"
#include "base/ulid.hpp"
#include "starter.hpp"
#include "store/store.hpp"
#include "yaml/calendar.hpp"
#include "yaml/causes.hpp"
#include "yaml/closed_days.hpp"
#include "yaml/escalation.hpp"
#include "yaml/playbook.hpp"
#include "yaml/recurrence.hpp"
#include "yaml/response.hpp"
#include "yaml/staff.hpp"
#include "yaml/waivers.hpp"

#include <algorithm>
#include <array>
#include <map>

namespace dudao {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view settings_file = "dudao.yaml";
constexpr std::size_t most_settings = 1U << 20U;

std::optional<fs::path> workspace_above(fs::path folder) {
    std::error_code ignored;
    for (;;) {
        if (fs::exists(folder / settings_file, ignored)) {
            return folder;
        }
        if (!folder.has_parent_path() || folder == folder.parent_path()) {
            return std::nullopt;
        }
        folder = folder.parent_path();
    }
}

yaml::Settings read_settings_file(const fs::path& path) {
    const auto bytes = read_file(path, most_settings).or_throw();
    auto read = yaml::read_settings(bytes, path.string());
    if (!read.settings) {
        throw Failure{std::move(read.errors)};
    }
    return *std::move(read.settings);
}

/// $XDG_CONFIG_HOME or ~/.config, and so on: the folder of one kind of the user's files.
std::optional<fs::path> user_folder(const Env& env, const char* variable, const char* fallback) {
    if (const auto set = env.variable(variable)) {
        return fs::path{*set} / "dudao";
    }
    if (const auto home = env.variable("HOME")) {
        return fs::path{*home} / fallback / "dudao";
    }
    return std::nullopt;
}

yaml::Settings user_settings(const Env& env) {
    const auto folder = user_folder(env, "XDG_CONFIG_HOME", ".config");
    std::error_code ignored;
    if (!folder || !fs::exists(*folder / "config.yaml", ignored)) {
        return {};
    }
    return read_settings_file(*folder / "config.yaml");
}

/// The first that says something.
std::string first_of(std::initializer_list<std::string> values) {
    for (const auto& value : values) {
        if (!value.empty()) {
            return value;
        }
    }
    return {};
}

/// zh_CN.UTF-8, zh-Hans-CN … as one of our languages; nothing for C and POSIX.
std::optional<std::string> our_language(std::string_view locale) {
    const auto lower = ascii_lower(locale);
    if (lower.starts_with("zh")) {
        const bool traditional =
            lower.find("tw") != std::string::npos || lower.find("hk") != std::string::npos ||
            lower.find("mo") != std::string::npos || lower.find("hant") != std::string::npos;
        return traditional ? "zh-TW" : "zh-CN";
    }
    const bool none = lower.empty() || lower == "c" || lower == "posix" || lower.starts_with("c.");
    return none ? std::nullopt : std::optional<std::string>{"en"};
}

/// A file or folder beside dudao.yaml, if it is there.
std::optional<fs::path> beside_settings(const Workspace& workspace, std::string_view name) {
    std::error_code ignored;
    const auto path = workspace.root.value_or(fs::path{}) / name;
    return workspace.root && fs::exists(path, ignored) ? std::optional{path} : std::nullopt;
}

/// What a file beside dudao.yaml says: nothing without it. Errors (thrown): every mistake in it.
template <class Reading, class Value>
Value from_beside(const Workspace& workspace,
                  std::string_view name,
                  Reading (*read)(std::string_view, std::string_view),
                  std::optional<Value> Reading::*value) {
    const auto path = beside_settings(workspace, name);
    if (!path) {
        return {};
    }
    auto reading = read(read_file(*path, most_settings).or_throw(), path->string());
    if (!(reading.*value)) {
        throw Failure{std::move(reading.errors)};
    }
    return *std::move(reading.*value);
}

/// A store in a file lies where the settings that name it lie.
std::string below(const fs::path& folder, const std::string& store) {
    if (store.empty() || store::is_postgres(store) || fs::path{store}.is_absolute()) {
        return store;
    }
    return (folder / store).lexically_normal().string();
}

}  // namespace

std::optional<std::string> language_of(const Env& env, const std::string& option) {
    for (const auto& said : {option, env.variable("DUDAO_LANG").value_or("")}) {
        if (!said.empty()) {
            return our_language(said);
        }
    }
    for (const char* variable : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
        if (const auto locale = env.variable(variable)) {
            return our_language(*locale);
        }
    }
    return std::nullopt;
}

void check_language(const GlobalOptions& options) {
    const auto lower = ascii_lower(options.language);
    if (!lower.empty() && !lower.starts_with("zh") && !lower.starts_with("en")) {
        throw Failure{Error{ErrorId::usage_bad_value, {options.language, "--lang"}}};
    }
}

Workspace find_workspace(const Env& env, const GlobalOptions& options) {
    Workspace workspace{.folder = options.folder};
    const auto folder = env.folder / workspace.folder;
    std::error_code failed;
    if (!fs::is_directory(folder, failed)) {
        throw Failure{Error{ErrorId::usage_no_folder, {options.folder}}};
    }
    const auto user = user_settings(env);
    workspace.root = workspace_above(fs::weakly_canonical(folder));
    const auto project =
        workspace.root ? read_settings_file(*workspace.root / settings_file) : yaml::Settings{};
    const auto& settings = workspace.root ? project : user;
    workspace.policy = settings.policy;
    workspace.chain = settings.chain;
    workspace.calendar = settings.calendar;
    workspace.evidence =
        workspace.root.value_or(folder) / first_of({settings.evidence, "evidence"});
    workspace.store = first_of(
        {below(folder, options.store),
         below(folder, env.variable("DUDAO_DB").value_or("")),
         workspace.root ? below(*workspace.root, first_of({project.store, "dudao.db"})) : "",
         below(folder, user.store)});
    workspace.actor = first_of(
        {options.actor, env.variable("DUDAO_ACTOR").value_or(""), project.actor, user.actor});
    workspace.language = language_of(env, options.language)
                             .value_or(first_of({project.language, user.language, "en"}));
    return workspace;
}

domain::Calendar calendar_of(const Workspace& workspace) {
    const auto& code = workspace.calendar;
    const auto path = workspace.root.value_or(fs::path{}) / "calendars" / (code + ".yaml");
    std::error_code ignored;
    if (!workspace.root || code.empty() || !fs::exists(path, ignored)) {
        return {.code = code};
    }
    auto read = yaml::read_calendar(read_file(path, most_settings).or_throw(), path.string());
    if (!read.calendar) {
        throw Failure{std::move(read.errors)};
    }
    return *std::move(read.calendar);
}

std::vector<domain::Waiver> waivers_of(const Workspace& workspace) {
    return from_beside(
        workspace, "waivers.yaml", yaml::read_waivers, &yaml::WaiversReading::waivers);
}

std::vector<domain::ClosedDays> closed_days_of(const Workspace& workspace) {
    return from_beside(workspace,
                       "closed-days.yaml",
                       yaml::read_closed_days,
                       &yaml::ClosedDaysReading::closed_days);
}

std::vector<domain::StaffMember> staff_of(const Workspace& workspace) {
    return from_beside(workspace, "staff.yaml", yaml::read_staff, &yaml::StaffReading::staff);
}

std::vector<domain::Role> report_approvers_of(const Workspace& workspace) {
    return workspace.root ? read_settings_file(*workspace.root / settings_file).report_approvers
                          : yaml::Settings{}.report_approvers;
}

domain::RecurrencePolicy recurrence_of(const Workspace& workspace) {
    return from_beside(workspace,
                       "rules/recurrence.yaml",
                       yaml::read_recurrence,
                       &yaml::RecurrenceReading::policy);
}

std::vector<domain::EscalationRule> escalation_of(const Workspace& workspace) {
    return from_beside(
        workspace, "rules/escalation.yaml", yaml::read_escalation, &yaml::EscalationReading::rules);
}

domain::ServicePolicy service_policy_of(const Workspace& workspace) {
    return from_beside(
        workspace, "rules/response.yaml", yaml::read_response, &yaml::ResponseReading::policy);
}

domain::CauseTree causes_of(const Workspace& workspace) {
    constexpr std::string_view file = "rules/causes.yaml";
    if (beside_settings(workspace, file)) {
        return from_beside(workspace, file, yaml::read_causes, &yaml::CausesReading::causes);
    }
    return yaml::read_causes(config_file(file), file).causes.value();
}

std::vector<domain::Playbook> playbooks_of(const Workspace& workspace) {
    const auto folder = beside_settings(workspace, "playbooks");
    if (!folder) {
        return {};
    }
    std::vector<fs::path> files;
    for (const auto& entry : fs::directory_iterator{*folder}) {
        if (entry.path().extension() == ".yaml") {
            files.push_back(entry.path());
        }
    }
    std::sort(files.begin(), files.end());
    std::vector<domain::Playbook> playbooks;
    std::map<std::string, std::string> seen;
    for (const auto& path : files) {
        auto read = yaml::read_playbook(read_file(path, most_settings).or_throw(), path.string());
        if (!read.playbook) {
            throw Failure{std::move(read.errors)};
        }
        const auto [first, is_new] =
            seen.try_emplace(read.playbook->code, path.filename().string());
        if (!is_new) {
            Error error{ErrorId::playbook_repeated, {read.playbook->code, first->second}};
            error.place.file = path.string();
            throw Failure{std::move(error)};
        }
        playbooks.push_back(*std::move(read.playbook));
    }
    return playbooks;
}

std::string device_id(const Env& env) {
    if (const auto set = env.variable("DUDAO_DEVICE")) {
        return domain::parse_code(*set).or_throw(Errc::usage);
    }
    const auto folder = user_folder(env, "XDG_STATE_HOME", ".local/state");
    if (!folder) {
        throw Failure{Error{ErrorId::no_home}};
    }
    const auto path = *folder / "device";
    constexpr std::size_t most = 1024;
    if (const auto kept = read_file(path, most)) {
        const auto id = std::string{trimmed(*kept)};
        if (!id.empty()) {
            return domain::parse_code(id).or_throw();
        }
    }
    std::error_code failed;
    fs::create_directories(*folder, failed);
    constexpr std::size_t length = 12;
    auto id = short_text(random_ulid(env.now(), system_random()), length);
    write_atomically(path, id + "\n");
    return id;
}

fs::path from(const Workspace& workspace, const std::string& path) {
    return workspace.folder / path;
}

}  // namespace dudao
