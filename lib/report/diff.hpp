#pragma once

#include "base/error.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace dudao::report {

/// A figure that two reports in JSON tell otherwise, or a line of a list that one of them lacks.
struct FigureChange {
    std::string figure;  ///< where it stands: scores.mean.now, regions[浙江省].overdue, overdue[ID]
    std::string before;  ///< as JSON; empty: the report does not have it
    std::string after;   ///< as JSON; empty: the report does not have it

    bool operator==(const FigureChange&) const = default;
};

/// The figures of `after` that are not as in `before`, in the order of the reports. Lines of lists
/// are found by what they are about (a region's code, an issue's id), wherever they stand; when a
/// report was made is no figure. Errors: bad_report, of the one that is none.
Result<std::vector<FigureChange>> changes_between(std::string_view before, std::string_view after);

}  // namespace dudao::report
