#include "domain/assignment_stretches.hpp"

namespace dudao::domain {

Stretches::Stretches(const Board& board, std::span<const std::size_t> visits)
    : board_(&board), ends_(board.problem().days.size()) {
    std::vector<bool> cuts(ends_.size() + 1);
    const auto apart = [&](std::size_t day) { cuts[day] = cuts[day + 1] = true; };
    for (const auto visit : visits) {
        cuts[board.first_day(visit)] = true;
        cuts[board.end_day(visit)] = true;
        for (auto day = board.first_day(visit); day < board.end_day(visit); ++day) {
            if (board.is_shared(visit) || !board.is_open(visit, day)) {
                apart(day);
            }
        }
        if (const auto earlier = board.earlier(visit)) {
            apart(earlier->day);
        }
    }
    auto end = ends_.size();
    for (auto day = ends_.size(); day-- > 0;) {
        ends_[day] = end;
        end = cuts[day] ? day : end;
    }
}

int Stretches::room(std::size_t goer, std::size_t day) const {
    int room = 0;
    for (auto each = day; each < ends_[day]; ++each) {
        room += board_->room({goer, each});
    }
    return room;
}

int Stretches::days_with_room_after(std::size_t goer, std::size_t day, int visits) const {
    int days = 0;
    for (auto each = day; each < ends_[day]; ++each) {
        const auto there = static_cast<int>(board_->at({goer, each}).size());
        days += there <= visits && visits < there + board_->room({goer, each}) ? 1 : 0;
    }
    return days;
}

}  // namespace dudao::domain
