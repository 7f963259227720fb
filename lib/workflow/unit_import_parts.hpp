#pragma once

#include "domain/organisation.hpp"
#include "store/units.hpp"
#include "workflow/session.hpp"

#include <cstddef>
#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace dudao::workflow {

/// The region units that a list names, made where they are missing.
class Regions {
  public:
    Regions(Session& session, store::UnitWriter& writer)
        : organisation_(store::Units{session.driver()}.organisation()), writer_(&writer) {}

    struct Place {
        std::int64_t key = 0;
        std::string code = {};
    };

    /// The unit with this code that others may hang under; key 0 when there is none.
    Place find(std::string_view code) const;

    /// The region below `above` with this name; its key is 0 when it is not there yet.
    Place below(const Place& above, std::string_view name) const;

    Place make(const std::string& code, std::string_view name, const Place& above);

    /// A group that the list itself brings.
    Place add(const domain::Unit& unit, std::int64_t parent);

    /// A group that was there has got another parent.
    void move(std::int64_t key, const domain::Unit& unit, std::int64_t parent);

    /// Whether the unit with this code is `place` or lies above it.
    bool holds(std::string_view code, const Place& place) const;

    std::vector<std::string>& made() noexcept { return made_; }

  private:
    domain::Organisation organisation_;
    store::UnitWriter* writer_;
    std::vector<std::string> made_;
};

/// The codes that the store has, with their marks, and those that a list has brought so far, with
/// the lines where they stand. A million of them take some 35 MB.
class ListedCodes {
  public:
    struct Code {
        std::size_t line = 0;                   ///< 0: the list has not brought it
        const store::UnitMark* mark = nullptr;  ///< until the next load(); null: not in the store
    };

    void load(const store::Units& units);

    /// What was known of the code. When the list brings it for the first time, `line` is kept.
    Code bring(std::string_view code, std::size_t line);

    Code find(std::string_view code) const;

  private:
    /// Open addressing: a slot is the code's own or one of those behind it. They are copied when
    /// there get to be more, so they are small.
    struct Slot {
        std::uint32_t hash = 0;
        std::uint32_t number = 0;  ///< of its entry, from 1; 0: free
    };
    struct Entry {
        std::uint32_t begin = 0;  ///< of the code in `codes_`, after its size
        std::uint32_t line = 0;
        std::uint32_t mark = 0;  ///< its number, from 1
    };

    Entry& take_entry(std::string_view code);
    std::size_t slot_of(std::string_view code, std::uint32_t hash) const;
    Code told(const Entry& entry) const;
    void grow();

    std::vector<Slot> slots_ = {};    ///< a power of two of them
    std::deque<Entry> entries_ = {};  ///< grow without being copied
    std::string codes_ = {};          ///< each after two bytes with its size
    std::vector<store::UnitMark> marks_ = {};
};

/// People by code, and by name where only one has it.
class Staff {
  public:
    explicit Staff(Session& session);

    /// Errors: no_such_person, person_ambiguous.
    Result<std::string> code_of(std::string_view text) const;

  private:
    std::unordered_set<std::string> codes_;
    std::unordered_map<std::string, std::string> names_;  ///< to a code; "" for several
};

/// Digits with what people put between them; several numbers in a cell are kept as they are.
bool is_phone(std::string_view text);

/// What coordinates are measured against, in a word of ours: wgs84, gcj02 (火星坐标) or bd09
/// (百度坐标). Recorded, never converted. "" stays so. Errors: unknown_word.
Result<std::string> read_datum(std::string_view text);

}  // namespace dudao::workflow
