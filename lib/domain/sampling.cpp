#include "domain/sampling.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <numeric>

namespace dudao::domain {

namespace {

constexpr std::string_view letters = "ABCDEFGHJKLMNPQRS";
constexpr std::array<std::int64_t, 17> sizes{
    2, 3, 5, 8, 13, 20, 32, 50, 80, 125, 200, 315, 500, 800, 1250, 2000, 3150};

/// The greatest lot of each row of table 1; the last has no end.
constexpr std::array<std::int64_t, 14> lots{
    8, 15, 25, 50, 90, 150, 280, 500, 1200, 3200, 10'000, 35'000, 150'000, 500'000};

/// The letters of table 1 by row, from S-1 to III.
constexpr std::array<std::string_view, 15> rows{"AAAAAAB",
                                                "AAAAABC",
                                                "AABBBCD",
                                                "ABBCCDE",
                                                "BBCCCEF",
                                                "BBCDDFG",
                                                "BCDEEGH",
                                                "BCDEFHJ",
                                                "CCEFGJK",
                                                "CDEGHKL",
                                                "CDFGJLM",
                                                "CDFHKMN",
                                                "DEGJLNP",
                                                "DEGJMPQ",
                                                "DEHKNQR"};

/// In thousandths.
constexpr std::array<std::int64_t, 26> limits{
    10,   15,   25,    40,    65,    100,   150,   250,    400,    650,    1000,   1500,   2500,
    4000, 6500, 10000, 15000, 25000, 40000, 65000, 100000, 150000, 250000, 400000, 650000, 1000000};

/// Down each column of the table the acceptance numbers follow each other: 0, then two arrows, then
/// these. The great ones stand only in the rows of the smallest samples. All letters, and all cells
/// of both tables with their arrows followed, were compared with the tables of MIL-STD-105E that
/// ISO 2859-1 took over, as the R package AQLSchemes (AAZ14Single) holds them.
constexpr std::array<int, 10> normal_numbers{1, 2, 3, 5, 7, 10, 14, 21, 30, 44};
constexpr std::array<int, 10> tightened_numbers{1, 2, 3, 5, 8, 12, 18, 27, 41, 41};
constexpr std::size_t usual_numbers = 8;
constexpr std::size_t last_row_of_great = 4;  ///< E

enum class CellKind : std::uint8_t { plan, up, down };

struct TableCell {
    CellKind kind = CellKind::up;
    int accept = 0;
};

/// What stands in the row of a letter and the column of a limit. Row and column decide together:
/// one letter further is the same step as one limit further.
TableCell cell_at(std::size_t row, std::size_t column, Severity severity) {
    const bool normal = severity == Severity::normal;
    const auto zero_at = static_cast<std::ptrdiff_t>(normal ? 14 : 15);  // A: 6.5; B: 4, 6.5
    const auto step = static_cast<std::ptrdiff_t>(row + column) - zero_at;
    constexpr std::size_t first_without_zero = 15;  // above A, and in A itself from 10 on, is none
    if (step < 0 || (row == 0 && column == first_without_zero)) {
        return {CellKind::down, 0};
    }
    if (step == 0) {
        return {CellKind::plan, 0};
    }
    if (step == 1) {
        return {normal ? CellKind::up : CellKind::down, 0};
    }
    if (step == 2) {
        return {CellKind::down, 0};
    }
    const auto number = static_cast<std::size_t>(step - 3);
    const auto& numbers = normal ? normal_numbers : tightened_numbers;
    const auto most = row <= last_row_of_great ? numbers.size() : usual_numbers;
    return number < (normal ? most : most - 1) ? TableCell{CellKind::plan, numbers.at(number)}
                                               : TableCell{};
}

std::size_t last_row(Severity severity) {
    return severity == Severity::normal ? 15 : 16;  // R, and S for tightened inspection
}

}  // namespace

char sample_letter(std::int64_t lot, SampleLevel level) noexcept {
    const auto row = std::lower_bound(lots.begin(), lots.end(), lot) - lots.begin();
    return rows.at(static_cast<std::size_t>(row))[static_cast<std::size_t>(level) - 1];
}

std::vector<Decimal> acceptance_limits() {
    std::vector<Decimal> all;
    all.reserve(limits.size());
    for (const auto limit : limits) {
        all.push_back(Decimal::from_thousandths(limit));
    }
    return all;
}

std::optional<SamplingPlan> sampling_plan(std::int64_t lot,
                                          SampleLevel level,
                                          Decimal aql,
                                          Severity severity) {
    const auto* const limit = std::find(limits.begin(), limits.end(), aql.thousandths());
    if (limit == limits.end() || !aql.is_in_thousandths()) {
        return std::nullopt;
    }
    const auto column = static_cast<std::size_t>(limit - limits.begin());
    auto row = letters.find(sample_letter(lot, level));
    auto found = cell_at(row, column, severity);
    const auto follow = [&](CellKind arrow) {
        const auto end = arrow == CellKind::down ? last_row(severity) : std::size_t{0};
        while (found.kind != CellKind::plan && row != end) {
            row += arrow == CellKind::down ? 1 : static_cast<std::size_t>(-1);
            found = cell_at(row, column, severity);
        }
    };
    if (found.kind != CellKind::plan) {
        follow(found.kind);
    }
    if (found.kind != CellKind::plan) {
        follow(CellKind::up);  // nothing stands below: the arrow ends at the edge of the table
    }
    const auto size = std::min(sizes.at(row), lot);
    return SamplingPlan{letters[row], size, found.accept};
}

SeriesState series_state(const std::vector<bool>& accepted) {
    constexpr std::size_t window = 5;
    constexpr int most_rejected = 2;
    SeriesState state;
    std::vector<bool> recent;  // since the last switch
    int rejected_in_all = 0;   // under tightened inspection
    for (const bool lot : accepted) {
        recent.push_back(lot);
        const auto from =
            recent.end() - static_cast<std::ptrdiff_t>(std::min(window, recent.size()));
        const auto rejected = std::count(from, recent.end(), false);
        if (state.severity == Severity::normal) {
            if (rejected >= most_rejected) {
                state.severity = Severity::tightened;
                recent.clear();
                rejected_in_all = 0;
            }
            continue;
        }
        rejected_in_all += lot ? 0 : 1;
        state.discontinued = rejected_in_all >= static_cast<int>(window);
        if (state.discontinued) {
            return state;
        }
        if (recent.size() >= window && rejected == 0) {
            state.severity = Severity::normal;
            recent.clear();
        }
    }
    return state;
}

std::vector<std::size_t> allocation(const std::vector<std::size_t>& strata, std::size_t size) {
    const auto total = std::accumulate(strata.begin(), strata.end(), std::size_t{0});
    std::vector<std::size_t> shares;
    std::vector<std::pair<std::size_t, std::size_t>> remainders;  // of the share, index
    std::size_t given = 0;
    for (std::size_t at = 0; at < strata.size(); ++at) {
        const auto product = strata[at] * size;
        shares.push_back(total == 0 ? 0 : product / total);
        given += shares.back();
        remainders.emplace_back(total == 0 ? 0 : product % total, at);
    }
    std::stable_sort(remainders.begin(), remainders.end(), [](const auto& a, const auto& b) {
        return a.first > b.first;
    });
    for (std::size_t at = 0; given < size; ++at) {
        ++shares[remainders[at].second];
        ++given;
    }
    return shares;
}

std::vector<std::size_t> drawn_sample(const Random& chance,
                                      std::size_t population,
                                      std::size_t size) {
    // Each number is taken with the chance that so many of the rest are still wanted.
    constexpr auto greatest = std::numeric_limits<std::uint64_t>::max();
    std::vector<std::size_t> drawn;
    for (std::size_t at = 0; at < population && drawn.size() < size; ++at) {
        const auto left = population - at;
        const auto bound = greatest - greatest % left;
        auto number = chance();
        while (number >= bound) {
            number = chance();
        }
        if (number % left < size - drawn.size()) {
            drawn.push_back(at);
        }
    }
    return drawn;
}

}  // namespace dudao::domain
