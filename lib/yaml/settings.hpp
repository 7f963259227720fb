#pragma once

#include "base/error.hpp"
#include "domain/policy.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dudao::yaml {

/// The settings of a workspace: dudao.yaml. An empty text means that nothing is said.
struct Settings {
    std::string chain = {};      ///< the chain's name, for the heads of reports
    std::string store = {};      ///< a file beside dudao.yaml, or a URL
    std::string language = {};   ///< zh-CN, zh-TW or en
    std::string actor = {};      ///< code of the person who works here
    std::string evidence = {};   ///< folder of photos and papers, beside dudao.yaml
    std::string calendar = {};   ///< the name of a file in calendars/, without .yaml
    domain::Policy policy = {};  ///< without its calendar, which stands in a file of its own
    /// Who approves reports, one after another: all but the last review.
    std::vector<domain::Role> report_approvers = {domain::Role::manager, domain::Role::approver};

    bool operator==(const Settings&) const = default;
};

struct SettingsReading {
    std::optional<Settings> settings = {};  ///< present exactly when there are no errors
    std::vector<Error> errors = {};         ///< by place
};

/// Reads dudao.yaml. What it does not say keeps its default; an empty file says nothing. Whether
/// the time zone, the calendar and the actor exist is not looked at. Never throws on bad input.
SettingsReading read_settings(std::string_view yaml, std::string_view file);

}  // namespace dudao::yaml
