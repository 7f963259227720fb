#include "workflow/import_units.hpp"

#include "base/text.hpp"
#include "domain/unit_words.hpp"
#include "report/json_writer.hpp"
#include "store/units.hpp"
#include "workflow/transact.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <unordered_map>
#include <unordered_set>

namespace dudao::workflow {

namespace {

/// Rows go in sorted by code in runs of this many: unsorted ones cost twice the time.
constexpr std::size_t run_length = 200'000;

/// What is wrong with a row, and at which field.
struct Wrong {
    Error error;
    std::string_view field;
};

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
    Place find(std::string_view code) const {
        const auto* node = organisation_.find(code);
        return node == nullptr ? Place{} : Place{node->key, node->code};
    }

    /// The region below `above` with this name; its key is 0 when it is not there yet.
    Place below(const Place& above, std::string_view name) const {
        if (const auto* node = organisation_.child(above.key, name)) {
            return {node->key, node->code};
        }
        return {0, above.code.empty() ? std::string{name} : fmt::format("{}/{}", above.code, name)};
    }

    Place make(const std::string& code, std::string_view name, const Place& above) {
        return add({.code = code,
                    .name = std::string{name},
                    .kind = domain::UnitKind::region,
                    .parent = above.code},
                   above.key);
    }

    /// A group that the list itself brings.
    Place add(const domain::Unit& unit, std::int64_t parent) {
        const auto key = writer_->add(unit, parent);
        organisation_.add({key, unit.code, unit.name, unit.kind, parent});
        made_.push_back(unit.code);
        return {key, unit.code};
    }

    /// A group that was there has got another parent.
    void move(std::int64_t key, const domain::Unit& unit, std::int64_t parent) {
        organisation_.add({key, unit.code, unit.name, unit.kind, parent});
    }

    /// Whether the unit with this code is `place` or lies above it.
    bool holds(std::string_view code, const Place& place) const {
        const auto* node = organisation_.find(code);
        return place.code == code ||
               (node != nullptr && organisation_.is_below(place.key, node->key));
    }

    std::vector<std::string>& made() noexcept { return made_; }

  private:
    domain::Organisation organisation_;
    store::UnitWriter* writer_;
    std::vector<std::string> made_;
};

/// People by code, and by name where only one has it.
class Staff {
  public:
    explicit Staff(Session& session) {
        for (const auto& row : store::People{session.driver()}.all()) {
            codes_.insert(row.person.code);
            const auto [found, first] = names_.try_emplace(row.person.name, row.person.code);
            if (!first) {
                found->second.clear();
            }
        }
    }

    /// Errors: no_such_person, person_ambiguous.
    Result<std::string> code_of(std::string_view text) const {
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

  private:
    std::unordered_set<std::string> codes_;
    std::unordered_map<std::string, std::string> names_;  ///< to a code; "" for several
};

/// Digits with what people put between them; several numbers in a cell are kept as they are.
bool is_phone(std::string_view text) {
    return text.find_first_not_of("0123456789+-() /,;*#.extEXT") == std::string_view::npos ||
           text.find("转") != std::string_view::npos || text.find("、") != std::string_view::npos ||
           text.find("轉") != std::string_view::npos || text.find("，") != std::string_view::npos;
}

/// Imports the rows of one list.
class UnitImport {
  public:
    UnitImport(Session& session,
               store::Writing& writing,
               const ListSource& source,
               std::optional<Day> as_of)
        : reader_(source, exchange::store_headers(), {"code", "name"}),
          writer_(writing),
          regions_(session, writer_),
          staff_(session),
          units_(session.driver()),
          marks_(units_.marks()),
          since_(as_of.value_or(session.today())) {}

    ImportedList run() {
        while (reader_.next()) {
            take_row();
        }
        reader_.check();
        add_run();
        writer_.finish();
        imported_.made = std::move(regions_.made());
        imported_.list = std::move(reader_.summary());
        return std::move(imported_);
    }

  private:
    struct New {
        domain::Unit unit;
        std::int64_t parent = 0;
    };

    void take_row() {
        const auto code = domain::parse_code(reader_.text("code"));
        if (!code) {
            reader_.refuse(code.error(), "code");
            return;
        }
        const auto [seen, first] = lines_.try_emplace(*code, reader_.line());
        if (!first) {
            reader_.refuse({ErrorId::code_repeated, {*code, std::to_string(seen->second)}}, "code");
            return;
        }
        const auto there = marks_.find(*code);
        if (there == marks_.end() && regions_.find(*code).key != 0) {
            reader_.refuse({ErrorId::group_after_children, {*code}}, "code");
            return;
        }
        domain::Unit unit{.code = *code, .name = {}};
        Regions::Place parent;
        if (const auto wrong = fill(unit, parent)) {
            reader_.refuse(wrong->error, wrong->field);
            return;
        }
        if (there == marks_.end()) {
            add(std::move(unit), parent.key);
        } else if (store::content_hash(unit) == there->second.hash) {
            ++imported_.unchanged;
        } else {
            change(there->second.key, parent);
        }
    }

    void add(domain::Unit unit, std::int64_t parent) {
        ++imported_.added;
        if (domain::is_group(unit.kind)) {
            regions_.add(unit, parent);
            regions_.made().pop_back();  // the list brought it
            return;
        }
        run_.push_back({std::move(unit), parent});
        if (run_.size() == run_length) {
            add_run();
        }
    }

    void add_run() {
        std::sort(run_.begin(), run_.end(), [](const New& a, const New& b) {
            return a.unit.code < b.unit.code;
        });
        for (const auto& [unit, parent] : run_) {
            writer_.add(unit, parent);
        }
        run_.clear();
    }

    /// The row again, over what is kept: a list changes only what it has columns for.
    void change(std::int64_t key, Regions::Place parent) {
        const auto before = units_.find(key).value();
        auto unit = before.unit;
        (void)fill(unit, parent);
        if (unit == before.unit) {
            ++imported_.unchanged;
            return;
        }
        const auto above = unit.parent == before.unit.parent ? before.parent : parent.key;
        writer_.change(before, unit, above, since_);
        if (domain::is_group(unit.kind)) {
            regions_.move(key, unit, above);
        }
        ++imported_.changed;
    }

    /// Puts what the row says into `unit`; the first thing that is wrong with it.
    std::optional<Wrong> fill(domain::Unit& unit, Regions::Place& parent) {
        if (auto wrong = fill_texts(unit)) {
            return wrong;
        }
        if (auto wrong = fill_words(unit)) {
            return wrong;
        }
        if (auto wrong = fill_figures(unit)) {
            return wrong;
        }
        if (auto wrong = fill_people(unit)) {
            return wrong;
        }
        fill_attributes(unit);
        return fill_parent(unit, parent);
    }

    std::optional<Wrong> fill_texts(domain::Unit& unit) const {
        for (const auto& [field, into] : {std::pair{"name", &unit.name},
                                          std::pair{"address", &unit.address},
                                          std::pair{"franchisee", &unit.franchisee},
                                          std::pair{"phone", &unit.phone},
                                          std::pair{"zone", &unit.zone}}) {
            if (!reader_.has(field)) {
                continue;
            }
            *into = unbroken(reader_.text(field));
            if (!is_line(*into)) {
                return Wrong{{ErrorId::bad_text, {*into}}, field};
            }
        }
        if (unit.name.empty()) {
            return Wrong{{ErrorId::bad_name, {unit.name}}, "name"};
        }
        if (!is_phone(unit.phone)) {
            return Wrong{{ErrorId::bad_phone, {unit.phone}}, "phone"};
        }
        if (!unit.zone.empty() && !Zone::find(unit.zone)) {
            return Wrong{{ErrorId::bad_zone, {unit.zone}}, "zone"};
        }
        if (reader_.has("tags")) {
            unit.tags = split_list(reader_.text("tags"), ",;、，；|");
            std::sort(unit.tags.begin(), unit.tags.end());
            unit.tags.erase(std::unique(unit.tags.begin(), unit.tags.end()), unit.tags.end());
        }
        return std::nullopt;
    }

    template <class Into, class Parse>
    std::optional<Wrong> fill_word(const char* field, Into& into, const Parse& parse) const {
        const auto text = reader_.text(field);
        if (text.empty()) {
            return std::nullopt;
        }
        const auto value = parse(text);
        if (!value) {
            return Wrong{value.error(), field};
        }
        into = *value;
        return std::nullopt;
    }

    std::optional<Wrong> fill_words(domain::Unit& unit) const {
        if (auto wrong = fill_word("kind", unit.kind, domain::read_unit_kind)) {
            return wrong;
        }
        if (auto wrong = fill_word("ownership", unit.ownership, domain::read_ownership)) {
            return wrong;
        }
        return fill_word("status", unit.status, domain::read_unit_status);
    }

    std::optional<Wrong> fill_figures(domain::Unit& unit) const {
        if (auto wrong = fill_word("opened_on", unit.opened_on, parse_day)) {
            return wrong;
        }
        const auto lat = reader_.text("lat");
        const auto lon = reader_.text("lon");
        if (lat.empty() && lon.empty()) {
            return std::nullopt;
        }
        const auto north = domain::parse_degrees(lat, domain::greatest_lat);
        if (!north) {
            return Wrong{north.error(), "lat"};
        }
        const auto east = domain::parse_degrees(lon, domain::greatest_lon);
        if (!east) {
            return Wrong{east.error(), "lon"};
        }
        unit.coordinates = {*north, *east};
        return std::nullopt;
    }

    std::optional<Wrong> fill_people(domain::Unit& unit) const {
        const auto code = [this](std::string_view text) { return staff_.code_of(text); };
        if (auto wrong = fill_word("head", unit.head, code)) {
            return wrong;
        }
        return fill_word("supervisor", unit.supervisor, code);
    }

    void fill_attributes(domain::Unit& unit) const {
        std::map<std::string_view, std::string_view> own;
        for (const auto& [column, header] : reader_.further()) {
            own.emplace(header, trimmed(reader_.cell(column)));
        }
        for (const auto* field : {"postcode", "district"}) {
            if (reader_.has(field)) {
                own.emplace(field, reader_.text(field));
            }
        }
        std::erase_if(own, [](const auto& entry) { return entry.second.empty(); });
        if (own.empty()) {
            return;
        }
        unit.attributes.clear();
        report::JsonWriter json{unit.attributes};
        json.begin_object();
        for (const auto& [name, value] : own) {
            json.member(name, value);
        }
        json.end_object();
    }

    /// The unit above: by its code, else the regions that the columns name, from the top down.
    std::optional<Wrong> fill_parent(domain::Unit& unit, Regions::Place& parent) {
        const auto above = reader_.text("parent");
        parent = above.empty() ? Regions::Place{} : regions_.find(above);
        if (above == unit.code || (parent.key != 0 && regions_.holds(unit.code, parent))) {
            return Wrong{{ErrorId::unit_below_itself, {unit.code, above}}, "parent"};
        }
        if (parent.key == 0) {
            if (auto wrong = fill_regions(parent)) {
                return wrong;
            }
        }
        if (parent.key != 0) {
            unit.parent = parent.code;
        }
        return std::nullopt;
    }

    /// The region that the columns name. A row that is refused makes none.
    std::optional<Wrong> fill_regions(Regions::Place& parent) {
        constexpr std::array<std::string_view, 3> fields{"parent", "province", "city"};
        for (const auto field : fields) {
            const auto name = reader_.text(field);
            if (!name.empty() && !domain::parse_code(name)) {
                return Wrong{{ErrorId::bad_name, {name}}, field};
            }
        }
        for (const auto field : fields) {
            const auto name = reader_.text(field);
            if (name.empty()) {
                continue;
            }
            auto region = regions_.below(parent, name);
            if (region.key == 0 && (marks_.contains(region.code) || lines_.contains(region.code))) {
                return Wrong{{ErrorId::not_a_group, {region.code}}, field};
            }
            parent = region.key == 0 ? regions_.make(region.code, name, parent) : region;
        }
        return std::nullopt;
    }

    ListReader reader_;
    store::UnitWriter writer_;
    Regions regions_;
    Staff staff_;
    store::Units units_;
    std::unordered_map<std::string, store::UnitMark> marks_;
    Day since_;
    std::unordered_map<std::string, std::size_t> lines_;
    std::vector<New> run_;
    ImportedList imported_;
};

}  // namespace

ImportedList import_units(Session& session, const ListSource& source, std::optional<Day> as_of) {
    return transact(session, "store import", [&](store::Writing& writing) {
        session.who_may(domain::Permission::set_up);
        auto imported = UnitImport{session, writing, source, as_of}.run();
        if (!source.dry_run) {
            writing.commit(fmt::format("{} added, {} changed", imported.added, imported.changed));
        }
        return imported;
    });
}

}  // namespace dudao::workflow
