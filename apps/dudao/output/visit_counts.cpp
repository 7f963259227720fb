#include "output/visit_counts.hpp"

#include "base/ratio.hpp"

namespace dudao {

void write_counts(report::JsonWriter& json, const domain::VisitCounts& counts) {
    json.member("planned", counts.planned())
        .member("done", counts.made())
        .member("late", counts.late)
        .member("open", counts.open)
        .member("missed", counts.missed)
        .member("cancelled", counts.cancelled)
        .member("unplanned", counts.unplanned);
}

std::string rate_text(std::int64_t made, std::int64_t planned) {
    constexpr int hundred = 100;
    if (planned == 0) {
        return "-";
    }
    return to_text(Ratio{Decimal{made * hundred}, Decimal{planned}}.rounded(1), 1) + '%';
}

}  // namespace dudao
