#pragma once

#include "domain/issue.hpp"
#include "domain/local_text.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace dudao::domain {

/// Who is to take a step, beside a department that the playbook names.
enum class StepRole : std::uint8_t {
    head = 1,        ///< of the unit
    supervisor = 2,  ///< of the unit
    owner = 3,       ///< whoever is responsible for the issue; else the head
    department = 4,  ///< the responsible department of the issue; else the unit itself
};

inline constexpr Vocabulary<StepRole, 4> step_roles{"step role",
                                                    {{{StepRole::head, "head"},
                                                      {StepRole::supervisor, "supervisor"},
                                                      {StepRole::owner, "owner"},
                                                      {StepRole::department, "department"}}}};

struct PlaybookStep {
    LocalText text = {};
    std::optional<StepRole> who = {};
    std::string department = {};  ///< code of a unit; may be empty
    int days = 0;                 ///< after the day on which the playbook is taken
    bool blocking = false;

    bool operator==(const PlaybookStep&) const = default;
};

/// What to do about a kind of issue (常见问题处理指南).
struct Playbook {
    std::string code = {};
    LocalText title = {};
    std::vector<IssueSource> sources = {};     ///< empty: any
    std::vector<std::string> categories = {};  ///< empty: any
    std::optional<Urgency> urgency = {};       ///< at least
    std::vector<std::string> checklists = {};  ///< codes; empty: any, and none
    bool across = false;  ///< only where another department than the unit is responsible
    std::vector<PlaybookStep> steps = {};

    bool operator==(const Playbook&) const = default;
};

/// Whether it is for such an issue. `checklist` is the code; empty for one that no item raised.
bool is_for(const Playbook& playbook,
            const Issue& issue,
            Urgency urgency,
            std::string_view checklist);

/// The one that asks most of those that are for the issue, of two that ask as much the first by
/// code; null when none is.
const Playbook* fitting(const std::vector<Playbook>& playbooks,
                        const Issue& issue,
                        Urgency urgency,
                        std::string_view checklist);

}  // namespace dudao::domain
