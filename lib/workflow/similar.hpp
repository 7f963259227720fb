#pragma once

#include "store/issues.hpp"
#include "workflow/session.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace dudao::workflow {

/// Another unit where the same item failed.
struct SimilarUnit {
    std::string code = {};
    std::string name = {};
    std::int64_t issues = 0;  ///< raised since then, without cancelled ones and duplicates
    std::int64_t open = 0;    ///< of those
    Day last{};               ///< raised last
};

/// Who else fails the item of an issue (举一反三).
struct Similar {
    store::IssueRow issue = {};
    Day from{};
    std::vector<SimilarUnit> units =
        {};  ///< the most issues first, then the last one, then by code
};

/// Of the last so many months up to today. An issue that no item raised has none. Errors (thrown):
/// no_such_issue, id_ambiguous.
Similar similar_units(Session& session, std::string_view tail, int months);

}  // namespace dudao::workflow
