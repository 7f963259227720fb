#include "workflow/unit_import_parts.hpp"

#include "base/error_id.hpp"
#include "base/hash.hpp"
#include "base/text.hpp"
#include "base/vocabulary.hpp"
#include "store/people.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <utility>

namespace dudao::workflow {

namespace {

enum class Datum : std::uint8_t { wgs84 = 1, gcj02 = 2, bd09 = 3 };

constexpr Vocabulary<Datum, 3> datums{
    "coordinate datum",
    {{{Datum::wgs84, "wgs84"}, {Datum::gcj02, "gcj02"}, {Datum::bd09, "bd09"}}}};

std::uint32_t hash_of(std::string_view code) noexcept {
    return static_cast<std::uint32_t>(hash64(code));
}

/// Where the code begins, after two bytes with its size: that of a region is a path.
std::uint32_t append_code(std::string& codes, std::string_view code) {
    const auto size = static_cast<std::uint16_t>(code.size());
    std::array<char, sizeof size> raw{};
    std::memcpy(raw.data(), &size, sizeof size);
    codes.append(raw.data(), raw.size());
    const auto begin = static_cast<std::uint32_t>(codes.size());
    codes += code;
    return begin;
}

std::string_view code_at(std::string_view codes, std::uint32_t begin) {
    std::uint16_t size = 0;
    std::memcpy(&size, codes.data() + begin - sizeof size, sizeof size);
    return codes.substr(begin, size);
}

}  // namespace

Regions::Place Regions::find(std::string_view code) const {
    const auto* node = organisation_.find(code);
    return node == nullptr ? Place{} : Place{node->key, node->code};
}

Regions::Place Regions::below(const Place& above, std::string_view name) const {
    if (const auto* node = organisation_.child(above.key, name)) {
        return {node->key, node->code};
    }
    return {0, above.code.empty() ? std::string{name} : fmt::format("{}/{}", above.code, name)};
}

Regions::Place Regions::make(const std::string& code, std::string_view name, const Place& above) {
    return add({.code = code,
                .name = std::string{name},
                .kind = domain::UnitKind::region,
                .parent = above.code},
               above.key);
}

Regions::Place Regions::add(const domain::Unit& unit, std::int64_t parent) {
    const auto key = writer_->add(unit, parent);
    organisation_.add({key, unit.code, unit.name, unit.kind, parent});
    made_.push_back(unit.code);
    return {key, unit.code};
}

void Regions::move(std::int64_t key, const domain::Unit& unit, std::int64_t parent) {
    organisation_.add({key, unit.code, unit.name, unit.kind, parent});
}

bool Regions::holds(std::string_view code, const Place& place) const {
    const auto* node = organisation_.find(code);
    return place.code == code || (node != nullptr && organisation_.is_below(place.key, node->key));
}

void ListedCodes::load(const store::Units& units) {
    units.each_mark([this](std::string_view code, const store::UnitMark& mark) {
        marks_.push_back(mark);
        take_entry(code).mark = static_cast<std::uint32_t>(marks_.size());
    });
}

ListedCodes::Code ListedCodes::bring(std::string_view code, std::size_t line) {
    auto& entry = take_entry(code);
    const auto known = told(entry);
    if (entry.line == 0) {
        entry.line = static_cast<std::uint32_t>(line);
    }
    return known;
}

ListedCodes::Code ListedCodes::find(std::string_view code) const {
    if (slots_.empty()) {
        return {};
    }
    const auto& slot = slots_[slot_of(code, hash_of(code))];
    return slot.number == 0 ? Code{} : told(entries_[slot.number - 1]);
}

ListedCodes::Code ListedCodes::told(const Entry& entry) const {
    return {entry.line, entry.mark == 0 ? nullptr : &marks_[entry.mark - 1]};
}

/// Where the code is, or the free slot where it belongs. Promises: there is a free one.
std::size_t ListedCodes::slot_of(std::string_view code, std::uint32_t hash) const {
    const auto mask = slots_.size() - 1;
    auto at = hash & mask;
    for (; slots_[at].number != 0; at = (at + 1) & mask) {
        const auto& slot = slots_[at];
        if (slot.hash == hash && code_at(codes_, entries_[slot.number - 1].begin) == code) {
            break;
        }
    }
    return at;
}

ListedCodes::Entry& ListedCodes::take_entry(std::string_view code) {
    if (entries_.size() * 4 >= slots_.size() * 3) {
        grow();
    }
    const auto hash = hash_of(code);
    auto& slot = slots_[slot_of(code, hash)];
    if (slot.number == 0) {
        entries_.push_back({.begin = append_code(codes_, code)});
        slot = {hash, static_cast<std::uint32_t>(entries_.size())};
    }
    return entries_[slot.number - 1];
}

void ListedCodes::grow() {
    constexpr std::size_t least = 1024;
    const auto before =
        std::exchange(slots_, std::vector<Slot>(std::max(least, slots_.size() * 2)));
    const auto mask = slots_.size() - 1;
    for (const auto& slot : before) {
        if (slot.number == 0) {
            continue;
        }
        auto at = slot.hash & mask;
        while (slots_[at].number != 0) {
            at = (at + 1) & mask;
        }
        slots_[at] = slot;
    }
}

Staff::Staff(Session& session) {
    for (const auto& row : store::People{session.driver()}.all()) {
        codes_.insert(row.person.code);
        const auto [found, first] = names_.try_emplace(row.person.name, row.person.code);
        if (!first) {
            found->second.clear();
        }
    }
}

Result<std::string> Staff::code_of(std::string_view text) const {
    auto wanted = std::string{text};
    if (codes_.contains(wanted)) {
        return wanted;
    }
    const auto named = names_.find(wanted);
    if (named == names_.end()) {
        return Error{ErrorId::no_such_person, {text}};
    }
    if (named->second.empty()) {
        return Error{ErrorId::person_ambiguous, {text}};
    }
    return named->second;
}

bool is_phone(std::string_view text) {
    return text.find_first_not_of("0123456789+-() /,;*#.extEXT") == std::string_view::npos ||
           text.find("转") != std::string_view::npos || text.find("、") != std::string_view::npos ||
           text.find("轉") != std::string_view::npos || text.find("，") != std::string_view::npos;
}

Result<std::string> read_datum(std::string_view text) {
    constexpr std::array<std::pair<std::string_view, Datum>, 4> others{{{"gps", Datum::wgs84},
                                                                        {"火星坐标", Datum::gcj02},
                                                                        {"百度坐标", Datum::bd09},
                                                                        {"百度座標", Datum::bd09}}};
    if (text.empty()) {
        return std::string{};
    }
    auto word = ascii_lower(text);
    std::erase(word, '-');
    for (const auto& [other, datum] : others) {
        if (word == other) {
            return std::string{datums.word(datum)};
        }
    }
    const auto datum = datums.parse(word);
    return datum ? Result<std::string>{std::string{datums.word(*datum)}} : datum.error();
}

}  // namespace dudao::workflow
