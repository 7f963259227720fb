#pragma once

#include "report/period_parts.hpp"
#include "report/period_pictures.hpp"

namespace dudao::report {

/// The charts of a part, in their order; none where it has none.
std::vector<Picture> pictures_of(const Part& part,
                                 const PeriodReport& report,
                                 const Figures& figures);

/// How many of a part's tables are shown at once, from the first on; the others repeat what its
/// pictures show.
std::size_t tables_shown(const Part& part);

}  // namespace dudao::report
