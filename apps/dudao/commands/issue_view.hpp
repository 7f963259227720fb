#pragma once

#include "commands/commands.hpp"
#include "domain/issue_column.hpp"
#include "workflow/sort_issues.hpp"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace dudao::commands {

/// How a listing of issues looks.
struct IssueLook {
    std::string view = {};  ///< name of the one that is saved; "": none
    std::vector<workflow::IssueSortKey> sort = {};
    std::vector<domain::IssueColumn> columns = {};  ///< none: the usual ones
};

/// --view, --sort, --columns.
void add_look(Command& verb, IssueLook& look, const Catalogue& words);

/// Takes over what the view that is asked for says, but for options that `line` names as given
/// already. `bind` adds the options of the listing to an app, bound to what is to be filled.
/// Errors (thrown): no_such_view, every mistake in dudao.yaml, with its place.
void apply_view(const Context& context,
                const std::string& name,
                const std::vector<std::string>& given,
                const std::function<void(Command&)>& bind);

}  // namespace dudao::commands
