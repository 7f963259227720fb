#include "report/month.hpp"

#include "base/ratio.hpp"

namespace dudao::report {

std::optional<Decimal> percent(const Share& share) {
    if (share.whole == 0) {
        return std::nullopt;
    }
    constexpr std::int64_t hundred = 100;
    const Ratio part{Decimal{share.part}, Decimal{share.whole}};
    return (part * Ratio{Decimal{hundred}}).rounded(1);
}

}  // namespace dudao::report
