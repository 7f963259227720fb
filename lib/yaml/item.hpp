#pragma once

#include "domain/checklist.hpp"
#include "yaml/condition.hpp"
#include "yaml/ids.hpp"
#include "yaml/issue_rule.hpp"
#include "yaml/item_answers.hpp"
#include "yaml/translations.hpp"

#include <map>
#include <optional>
#include <string>

namespace dudao::yaml {

/// What the items of one checklist have in common while they are read.
struct ItemScope {
    Names ids = {};
    AnswerScope answers = {};
    EarlierItems earlier = {};
    std::map<std::string, std::string> ids_by_text = {};  ///< the first item with each text
};

/// One item; problems for everything that makes it unfit for use. `issue` is what the section says
/// about issues.
domain::Item read_item(const Node& node,
                       Problems& problems,
                       ItemScope& scope,
                       const std::optional<IssueDraft>& issue);

}  // namespace dudao::yaml
