#include "report/period_parts.hpp"

namespace dudao::report {

std::vector<Part> parts_of(const PeriodReport& report, const Figures& figures) {
    std::vector<Part> parts;
    for (const auto make : {remarks_part,
                            coverage_part,
                            scores_part,
                            trend_part,
                            regions_part,
                            matrix_part,
                            units_part,
                            failed_items_part,
                            issues_part,
                            overdue_part,
                            rectification_part}) {
        auto part = make(report, figures);
        if (!part.note.empty() || !part.grids.empty()) {
            parts.push_back(std::move(part));
        }
    }
    return parts;
}

}  // namespace dudao::report
