#include "report/part_pictures.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace dudao::report {

std::vector<Picture> pictures_of(const Part& part,
                                 const PeriodReport& report,
                                 const Figures& figures) {
    using Make = std::vector<Picture> (*)(const PeriodReport&, const Figures&);
    static constexpr std::array<std::pair<std::string_view, Make>, 8> makers{
        {{"coverage", coverage_pictures},
         {"scores", scores_pictures},
         {"trend", trend_pictures},
         {"regions", regions_pictures},
         {"matrix", matrix_pictures},
         {"failed_items", failed_items_pictures},
         {"issues", issues_pictures},
         {"rectification", rectification_pictures}}};
    for (const auto& [id, make] : makers) {
        if (id == part.id) {
            return make(report, figures);
        }
    }
    return {};
}

std::size_t tables_shown(const Part& part) {
    if (part.id == "trend" || part.id == "matrix" || part.id == "issues") {
        return 0;
    }
    return part.id == "scores" ? std::min<std::size_t>(1, part.grids.size()) : part.grids.size();
}

}  // namespace dudao::report
