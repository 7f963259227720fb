#pragma once

#include "domain/assignment.hpp"

#include <span>
#include <vector>

namespace dudao::domain {

/// What is left of everybody's days while visits are given out.
class Board {
  public:
    /// Visits that are kept stand on it already; `problem` must outlive it.
    explicit Board(const AssignmentProblem& problem);

    const AssignmentProblem& problem() const noexcept { return *problem_; }
    const WantedVisit& visit(std::size_t at) const { return problem_->visits[at]; }

    /// The days of a visit's window, as places among the working days: from, and behind the last.
    std::size_t first_day(std::size_t visit) const { return spans_[visit].first; }
    std::size_t end_day(std::size_t visit) const { return spans_[visit].second; }

    /// Whether the shop may be visited on a day of its window, whoever goes.
    bool is_open(std::size_t visit, std::size_t day) const;

    /// Visits that somebody still has room for on a day, and those that he has.
    int room(const Slot& slot) const { return room_[index(slot)]; }
    const std::vector<std::size_t>& at(const Slot& slot) const { return placed_[index(slot)]; }

    /// A shop, by its place among the shops, and whether another of its visits, too, waits for a
    /// day that this one may have.
    std::size_t shop(std::size_t visit) const { return shops_[visit]; }
    bool is_shared(std::size_t visit) const { return shared_[visit]; }

    /// Who may make a visit: the shop's own supervisor alone or, where it has none, those of the
    /// region; with `all`, these besides. Whoever has it by an earlier assignment may keep it.
    std::vector<std::size_t> candidates(std::size_t visit, bool all) const;

    /// The slot of an earlier assignment, if the visit may stay there.
    std::optional<Slot> earlier(std::size_t visit) const;

    bool fits(std::size_t visit, const Slot& slot) const;
    void put(std::size_t visit, const Slot& slot);
    void take(std::size_t visit);
    const std::optional<Slot>& slot_of(std::size_t visit) const { return slots_[visit]; }

    /// How long the ways of a day with these visits are.
    std::int64_t metres(const Slot& slot, std::span<const std::size_t> visits) const;

  private:
    std::size_t index(const Slot& slot) const {
        return slot.goer * problem_->days.size() + slot.day;
    }
    std::size_t seen(std::size_t visit, std::size_t day) const {
        return shops_[visit] * problem_->days.size() + day;
    }
    void make_room();
    void find_shops();
    void find_shared();

    const AssignmentProblem* problem_;
    std::vector<int> room_ = {};                                   ///< by person and day
    std::vector<std::vector<std::size_t>> placed_ = {};            ///< visits, by person and day
    std::vector<std::size_t> shops_ = {};                          ///< by visit
    std::vector<bool> shared_ = {};                                ///< by visit
    std::vector<std::uint8_t> seen_ = {};                          ///< by shop and day
    std::vector<std::pair<std::size_t, std::size_t>> spans_ = {};  ///< by visit
    std::vector<std::optional<Slot>> slots_ = {};                  ///< by visit
};

/// What so many visits and so long ways take.
std::int64_t minutes_of(const AssignmentProblem& problem,
                        std::size_t visits,
                        std::int64_t metres) noexcept;

/// The middle of places; nothing when none is known.
std::optional<Coordinates> middle(const Board& board, std::span<const std::size_t> visits);

}  // namespace dudao::domain
