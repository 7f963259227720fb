#include "domain/acceptance.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <span>
#include <string_view>

namespace dudao::domain {

namespace {

constexpr std::string_view letters = "ABCDEFGHJKLMNPQRS";
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

/// Down each column of a master table the acceptance numbers follow each other: 0, then arrows,
/// then `numbers`, of which the great ones stand only in the rows of the smallest samples. Row and
/// column decide together: one letter further is the same step as one limit further.
struct MasterTable {
    std::array<std::int64_t, 17> sizes;  ///< by letter; 0: the table has no such row
    std::size_t zero_at;                 ///< row + column where 0 stands
    std::size_t arrows;                  ///< between 0 and 1
    bool first_arrow_up;                 ///< to the 0 above; the others lead down to the 1 below
    std::span<const int> numbers;
    std::size_t usual;               ///< so many of them stand in every row
    std::size_t first_row, end_row;  ///< rows in which all of them stand
};

constexpr std::array normal_numbers{1, 2, 3, 5, 7, 10, 14, 21, 30, 44};
constexpr std::array tightened_numbers{1, 2, 3, 5, 8, 12, 18, 27, 41};
constexpr std::array reduced_numbers{1, 2, 3, 5, 6, 8, 10, 14, 21};

/// Letters, and all cells of 2-A and 2-B with their arrows followed, were compared with the tables
/// of MIL-STD-105E that ISO 2859-1 took over, as the R package AQLSchemes (AAZ14Single) holds them;
/// 2-C of 1999 has other numbers than MIL-STD-105E: its cells stand in the test.
constexpr MasterTable table_2a{
    {2, 3, 5, 8, 13, 20, 32, 50, 80, 125, 200, 315, 500, 800, 1250, 2000, 0},
    14,
    2,
    true,
    normal_numbers,
    8,
    0,
    5};
constexpr MasterTable table_2b{
    {2, 3, 5, 8, 13, 20, 32, 50, 80, 125, 200, 315, 500, 800, 1250, 2000, 3150},
    15,
    2,
    false,
    tightened_numbers,
    7,
    0,
    5};
constexpr MasterTable table_2c{{2, 2, 2, 3, 5, 8, 13, 20, 32, 50, 80, 125, 200, 315, 500, 800, 0},
                               14,
                               3,
                               true,
                               reduced_numbers,
                               7,
                               2,
                               5};

const MasterTable& table_of(Severity severity) {
    switch (severity) {
        case Severity::normal:
            return table_2a;
        case Severity::tightened:
            return table_2b;
        case Severity::reduced:
            return table_2c;
    }
    return table_2a;
}

enum class CellKind : std::uint8_t { plan, up, down };

struct TableCell {
    CellKind kind = CellKind::up;
    int accept = 0;
};

/// Above A stands no 0 for an arrow to lead to.
constexpr std::size_t first_without_zero = 15;
/// A and B of reduced inspection have the 2 of A of normal inspection, and its numbers.
constexpr std::size_t last_row_of_two = 1;

/// What stands in the row of a letter and the column of a limit.
TableCell cell_at(std::size_t row, std::size_t column, Severity severity) {
    if (severity == Severity::reduced && row <= last_row_of_two && column >= first_without_zero) {
        return cell_at(0, column, Severity::normal);
    }
    const auto& table = table_of(severity);
    if (row + column < table.zero_at || (row == 0 && column == first_without_zero)) {
        return {CellKind::down, 0};
    }
    const auto step = row + column - table.zero_at;
    if (step == 0) {
        return {CellKind::plan, 0};
    }
    if (step <= table.arrows) {
        return {step == 1 && table.first_arrow_up ? CellKind::up : CellKind::down, 0};
    }
    const auto number = step - table.arrows - 1;
    const bool has_all = row >= table.first_row && row < table.end_row;
    return number < (has_all ? table.numbers.size() : table.usual)
               ? TableCell{CellKind::plan, table.numbers[number]}
               : TableCell{};
}

std::size_t last_row(const MasterTable& table) {
    return table.sizes.back() == 0 ? table.sizes.size() - 2 : table.sizes.size() - 1;
}

std::optional<std::size_t> column_of(Decimal aql) {
    const auto* const limit = std::find(limits.begin(), limits.end(), aql.thousandths());
    if (limit == limits.end() || !aql.is_in_thousandths()) {
        return std::nullopt;
    }
    return static_cast<std::size_t>(limit - limits.begin());
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
    const auto column = column_of(aql);
    if (!column) {
        return std::nullopt;
    }
    const auto& table = table_of(severity);
    auto row = letters.find(sample_letter(lot, level));
    auto found = cell_at(row, *column, severity);
    const auto follow = [&](CellKind arrow) {
        const auto end = arrow == CellKind::down ? last_row(table) : std::size_t{0};
        while (found.kind != CellKind::plan && row != end) {
            row += arrow == CellKind::down ? 1 : static_cast<std::size_t>(-1);
            found = cell_at(row, *column, severity);
        }
    };
    if (found.kind != CellKind::plan) {
        follow(found.kind);
    }
    if (found.kind != CellKind::plan) {
        follow(CellKind::up);  // nothing stands below: the arrow ends at the edge of the table
    }
    return SamplingPlan{letters[row], std::min(table.sizes.at(row), lot), found.accept};
}

std::optional<int> accept_one_step_tighter(char letter, Decimal aql) {
    const auto column = column_of(aql);
    const auto row = letters.find(letter);
    if (!column || *column == 0 || row == std::string_view::npos) {
        return std::nullopt;
    }
    const auto found = cell_at(row, *column - 1, Severity::normal);
    return found.kind == CellKind::plan ? std::optional{found.accept} : std::nullopt;
}

}  // namespace dudao::domain
