#pragma once

#include "base/dates.hpp"
#include "base/vocabulary.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dudao::domain {

/// What can be supervised, or groups what can.
enum class UnitKind : std::uint8_t {
    store = 1,
    department = 2,
    warehouse = 3,
    project = 4,
    online = 5,
    branch = 6,
    region = 7,
    headquarters = 8,
};

/// Who owns a shop: 直营, 加盟, 联营, 托管.
enum class Ownership : std::uint8_t { owned = 1, franchise = 2, joint = 3, managed = 4 };

enum class UnitStatus : std::uint8_t { preparing = 1, open = 2, suspended = 3, closed = 4 };

inline constexpr Vocabulary<UnitKind, 8> unit_kinds{"unit kind",
                                                    {{{UnitKind::store, "store"},
                                                      {UnitKind::department, "department"},
                                                      {UnitKind::warehouse, "warehouse"},
                                                      {UnitKind::project, "project"},
                                                      {UnitKind::online, "online"},
                                                      {UnitKind::branch, "branch"},
                                                      {UnitKind::region, "region"},
                                                      {UnitKind::headquarters, "headquarters"}}}};
inline constexpr Vocabulary<Ownership, 4> ownerships{"ownership",
                                                     {{{Ownership::owned, "owned"},
                                                       {Ownership::franchise, "franchise"},
                                                       {Ownership::joint, "joint"},
                                                       {Ownership::managed, "managed"}}}};
inline constexpr Vocabulary<UnitStatus, 4> unit_statuses{"unit status",
                                                         {{{UnitStatus::preparing, "preparing"},
                                                           {UnitStatus::open, "open"},
                                                           {UnitStatus::suspended, "suspended"},
                                                           {UnitStatus::closed, "closed"}}}};

/// A place on earth in units of 1e-7 degree (about a centimetre), so that it is exact everywhere.
struct Coordinates {
    std::int64_t lat = 0;  ///< -900,000,000 to 900,000,000
    std::int64_t lon = 0;  ///< -1,800,000,000 to 1,800,000,000

    bool operator==(const Coordinates&) const = default;
};

inline constexpr std::int64_t greatest_lat = 900'000'000;
inline constexpr std::int64_t greatest_lon = 1'800'000'000;

/// Reads degrees with any number of decimals, rounded half up to seven. `greatest` is the limit.
/// Errors: bad_coordinate.
Result<std::int64_t> parse_degrees(std::string_view text, std::int64_t greatest);

/// Degrees with up to seven decimals, as short as it says all.
std::string degrees_text(std::int64_t value);

/// A unit (受检单位): a shop, a department, a region … An empty text means that nothing is known.
struct Unit {
    std::string code;  ///< the key that people use; never empty, text from end to end
    std::string name;  ///< never empty
    UnitKind kind = UnitKind::store;
    std::string parent = {};  ///< code of the unit above; empty for the top of a tree
    std::optional<Ownership> ownership = {};
    UnitStatus status = UnitStatus::open;
    std::string address = {};
    std::optional<Coordinates> coordinates = {};
    std::optional<Day> opened_on = {};
    std::string head = {};        ///< code of a person
    std::string supervisor = {};  ///< code of a person
    std::string franchisee = {};
    std::string phone = {};
    std::string zone = {};               ///< IANA name; empty: the workspace's
    std::vector<std::string> tags = {};  ///< sorted, no duplicates
    std::string attributes = {};  ///< the user's own columns: a JSON object of texts, keys sorted

    bool operator==(const Unit&) const = default;
};

/// The fields whose earlier values reports of earlier months need.
struct Affiliation {
    std::string parent;
    std::optional<Ownership> ownership;
    UnitStatus status = UnitStatus::open;
    std::string head;
    std::string supervisor;

    bool operator==(const Affiliation&) const = default;
};

Affiliation affiliation_of(const Unit& unit);

/// A code is a line without blanks at its ends, of at most 64 characters. Errors: bad_code.
Result<std::string> parse_code(std::string_view text);

inline constexpr std::size_t longest_code = 64;

}  // namespace dudao::domain
