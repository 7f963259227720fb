#include "domain/waiver.hpp"

namespace dudao::domain {

WaiverState state_on(const Waiver& waiver, Day day) {
    if (waiver.from && day < *waiver.from) {
        return WaiverState::upcoming;
    }
    return day <= waiver.until ? WaiverState::active : WaiverState::expired;
}

bool covers(const Waiver& waiver, std::string_view checklist, std::string_view item, Day day) {
    return waiver.item == item && (waiver.checklist.empty() || waiver.checklist == checklist) &&
           state_on(waiver, day) == WaiverState::active;
}

}  // namespace dudao::domain
