#include "workflow/import_units.hpp"

#include "base/error_id.hpp"
#include "base/text.hpp"
#include "domain/unit_words.hpp"
#include "exchange/csv_writer.hpp"
#include "store/units.hpp"
#include "workflow/lookup.hpp"
#include "workflow/transact.hpp"
#include "workflow/unit_import_parts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <sstream>

namespace dudao::workflow {

namespace {

/// Imports the rows of one list.
class UnitImport {
  public:
    UnitImport(Session& session,
               store::Writing& writing,
               const ListSource& source,
               Day since,
               const std::vector<std::string>& required = {"code", "name"})
        : reader_(source, exchange::store_headers(), required),
          writer_(writing),
          regions_(session, writer_),
          staff_(session),
          units_(session.driver()),
          since_(since),
          fields_(reader_) {
        for (const auto& [column, header] : reader_.further()) {
            own_.emplace_back(column, attribute_of(header));
        }
    }

    ImportedList run(Missing missing) {
        codes_.load(units_);
        while (reader_.next()) {
            take_row();
        }
        reader_.check();
        imported_.list = std::move(reader_.summary());
        if (missing != Missing::unknown) {
            writer_.finish();
            find_missing(missing == Missing::closed && imported_.list.rejected == 0);
        }
        writer_.finish();
        imported_.made = std::move(regions_.made());
        return std::move(imported_);
    }

    /// Sets fields of units that are there; the list has no names. As run(), else.
    ImportedList edit() {
        if (fields_.parent.column || fields_.province.column || fields_.city.column) {
            codes_.load(units_);
        }
        while (reader_.next()) {
            auto [key, above, since, unit] = units_.find(text(fields_.code)).value();
            Regions::Place parent;
            wrong_.clear();
            if (fill(unit, parent)) {
                change(key, parent);
            } else {
                reader_.refuse(wrong_);
            }
        }
        reader_.check();
        writer_.finish();
        imported_.list = std::move(reader_.summary());
        return std::move(imported_);
    }

  private:
    /// A field of ours and the column that it has in the list.
    struct Field {
        Field(const ListReader& reader, const char* called)
            : name(called), column(reader.column(called)) {}
        const char* name;
        std::optional<std::size_t> column;
    };

    /// Looked up once, since rows are many.
    struct Fields {
        explicit Fields(const ListReader& reader)
            : code(reader, "code"),
              parent(reader, "parent"),
              province(reader, "province"),
              city(reader, "city"),
              lat(reader, "lat"),
              lon(reader, "lon"),
              opened_on(reader, "opened_on"),
              kind(reader, "kind"),
              ownership(reader, "ownership"),
              status(reader, "status"),
              head(reader, "head"),
              supervisor(reader, "supervisor"),
              tags(reader, "tags"),
              texts({{{{reader, "name"}, &domain::Unit::name},
                      {{reader, "address"}, &domain::Unit::address},
                      {{reader, "franchisee"}, &domain::Unit::franchisee},
                      {{reader, "phone"}, &domain::Unit::phone},
                      {{reader, "zone"}, &domain::Unit::zone}}}),
              datum(reader, "datum"),
              kept({{{reader, "postcode"}, {reader, "district"}}}) {}
        Field code;
        Field parent;
        Field province;
        Field city;
        Field lat;
        Field lon;
        Field opened_on;
        Field kind;
        Field ownership;
        Field status;
        Field head;
        Field supervisor;
        Field tags;
        std::array<std::pair<Field, std::string domain::Unit::*>, 5> texts;
        Field datum;
        std::array<Field, 2> kept;  ///< as attributes
    };

    std::string_view text(const Field& field) const {
        return field.column ? trimmed(reader_.cell(*field.column)) : std::string_view{};
    }

    void take_row() {
        wrong_.clear();
        domain::Unit unit{.code = {}, .name = {}};
        const auto* mark = take_code(unit);
        Regions::Place parent;
        if (!fill(unit, parent)) {
            reader_.refuse(wrong_);
        } else if (mark == nullptr) {
            add(unit, parent.key);
        } else if (store::content_hash(unit) == mark->hash) {
            ++imported_.unchanged;
        } else {
            change(mark->key, parent);
        }
    }

    /// The code of the row, and what the store knows of it; null when that is nothing.
    const store::UnitMark* take_code(domain::Unit& unit) {
        const auto code = domain::parse_code(text(fields_.code));
        if (!code) {
            find_fault(code.error(), "code");
            return nullptr;
        }
        unit.code = *code;
        const auto [line, mark] = codes_.bring(*code, reader_.line());
        if (line != 0) {
            find_fault({ErrorId::code_repeated, {*code, std::to_string(line)}}, "code");
        } else if (mark == nullptr && regions_.find(*code).key != 0) {
            find_fault({ErrorId::group_after_children, {*code}}, "code");
        }
        return mark;
    }

    void add(const domain::Unit& unit, std::int64_t parent) {
        ++imported_.added;
        if (domain::is_group(unit.kind)) {
            regions_.add(unit, parent);
            regions_.made().pop_back();  // the list brought it
            return;
        }
        writer_.add_later(unit, parent);
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
        if (imported_.changes.size() < most_changes) {
            imported_.changes.push_back({unit.code, changes_between(before.unit, unit)});
        }
        const auto above = unit.parent == before.unit.parent ? before.parent : parent.key;
        writer_.change(before, unit, above, since_);
        if (domain::is_group(unit.kind)) {
            regions_.move(key, unit, above);
        }
        ++imported_.changed;
    }

    /// Units in the store that the list has not, and that are not closed yet.
    void find_missing(bool close) {
        std::vector<std::int64_t> keys;
        units_.scan([&](const store::UnitScan& unit) {
            const auto [line, mark] = codes_.find(unit.code);
            const bool is_there = mark != nullptr && !domain::is_group(unit.kind);
            if (is_there && unit.status != domain::UnitStatus::closed && line == 0) {
                imported_.missing.emplace_back(unit.code);
                keys.push_back(unit.key);
            }
        });
        std::sort(imported_.missing.begin(), imported_.missing.end());
        for (const auto key : close ? keys : std::vector<std::int64_t>{}) {
            const auto before = units_.find(key).value();
            auto unit = before.unit;
            unit.status = domain::UnitStatus::closed;
            writer_.change(before, unit, before.parent, since_);
            ++imported_.closed;
        }
    }

    /// Puts what the row says into `unit`. False when something is wrong with it, here or before.
    bool fill(domain::Unit& unit, Regions::Place& parent) {
        fill_texts(unit);
        fill_words(unit);
        fill_figures(unit);
        fill_people(unit);
        fill_attributes(unit);
        fill_parent(unit, parent);
        return wrong_.empty();
    }

    void find_fault(Error error, std::string_view field) {
        wrong_.push_back({std::move(error), field});
    }

    void fill_texts(domain::Unit& unit) {
        for (const auto& [field, into] : fields_.texts) {
            if (!field.column) {
                continue;
            }
            unit.*into = unbroken(text(field));
            if (!is_line(unit.*into)) {
                find_fault({ErrorId::bad_text, {unit.*into}}, field.name);
            }
        }
        if (unit.name.empty()) {
            find_fault({ErrorId::bad_name, {unit.name}}, "name");
        }
        if (!is_phone(unit.phone)) {
            find_fault({ErrorId::bad_phone, {unit.phone}}, "phone");
        }
        if (!unit.zone.empty() && !Zone::find(unit.zone)) {
            find_fault({ErrorId::bad_zone, {unit.zone}}, "zone");
        }
        if (fields_.tags.column) {
            unit.tags = split_list(text(fields_.tags), ",;、，；|");
            std::sort(unit.tags.begin(), unit.tags.end());
            unit.tags.erase(std::unique(unit.tags.begin(), unit.tags.end()), unit.tags.end());
        }
    }

    template <class Into, class Parse>
    void fill_word(const Field& field, Into& into, const Parse& parse) {
        const auto said = text(field);
        if (said.empty()) {
            return;
        }
        const auto value = parse(said);
        if (value) {
            into = *value;
        } else {
            find_fault(value.error(), field.name);
        }
    }

    void fill_words(domain::Unit& unit) {
        fill_word(fields_.kind, unit.kind, domain::read_unit_kind);
        fill_word(fields_.ownership, unit.ownership, domain::read_ownership);
        fill_word(fields_.status, unit.status, domain::read_unit_status);
    }

    void fill_figures(domain::Unit& unit) {
        fill_word(fields_.opened_on, unit.opened_on, parse_day);
        const auto lat = text(fields_.lat);
        const auto lon = text(fields_.lon);
        if (lat.empty() && lon.empty()) {
            return;
        }
        const auto north = domain::parse_degrees(lat, domain::greatest_lat);
        if (!north) {
            find_fault(north.error(), "lat");
        }
        const auto east = domain::parse_degrees(lon, domain::greatest_lon);
        if (!east) {
            find_fault(east.error(), "lon");
        }
        if (north && east) {
            unit.coordinates = {*north, *east};
        }
    }

    void fill_people(domain::Unit& unit) {
        const auto code = [this](std::string_view text) { return staff_.code_of(text); };
        fill_word(fields_.head, unit.head, code);
        fill_word(fields_.supervisor, unit.supervisor, code);
    }

    /// What the list has columns for is set or, where a cell is empty, taken away; the others stay.
    void fill_attributes(domain::Unit& unit) {
        const bool has_kept =
            fields_.datum.column || fields_.kept[0].column || fields_.kept[1].column;
        if (own_.empty() && !has_kept) {
            return;
        }
        auto own = read_attributes(unit.attributes);
        const auto put = [&own](const std::string& name, std::string_view value) {
            if (value.empty()) {
                own.erase(name);
            } else {
                own.insert_or_assign(name, std::string{value});
            }
        };
        for (const auto& [column, name] : own_) {
            put(name, trimmed(reader_.cell(column)));
        }
        for (const auto& field : fields_.kept) {
            if (field.column) {
                put(field.name, text(field));
            }
        }
        if (fields_.datum.column) {
            if (const auto datum = read_datum(text(fields_.datum))) {
                put(fields_.datum.name, *datum);
            } else {
                find_fault(datum.error(), fields_.datum.name);
            }
        }
        unit.attributes = attributes_text(own);
    }

    /// The unit above: by its code, else the regions that the columns name, from the top down.
    void fill_parent(domain::Unit& unit, Regions::Place& parent) {
        const auto above = text(fields_.parent);
        parent = above.empty() ? Regions::Place{} : regions_.find(above);
        const bool is_itself = !above.empty() && above == unit.code;
        if (is_itself || (parent.key != 0 && regions_.holds(unit.code, parent))) {
            find_fault({ErrorId::unit_below_itself, {unit.code, above}}, "parent");
            return;
        }
        if (parent.key == 0) {
            fill_regions(parent);
        }
        if (parent.key != 0) {
            unit.parent = parent.code;
        }
    }

    /// The region that the columns name. A row that is refused makes none.
    void fill_regions(Regions::Place& parent) {
        const std::array fields{&fields_.parent, &fields_.province, &fields_.city};
        for (const auto* field : fields) {
            const auto name = text(*field);
            if (!name.empty() && !domain::parse_code(name)) {
                find_fault({ErrorId::bad_name, {name}}, field->name);
            }
        }
        for (const auto* field : fields) {
            const auto name = text(*field);
            if (name.empty() || !wrong_.empty()) {
                continue;
            }
            auto region = regions_.below(parent, name);
            const auto [line, mark] = codes_.find(region.code);
            if (region.key == 0 && (line != 0 || mark != nullptr)) {
                find_fault({ErrorId::not_a_group, {region.code}}, field->name);
                return;
            }
            parent = region.key == 0 ? regions_.make(region.code, name, parent) : region;
        }
    }

    ListReader reader_;
    store::UnitWriter writer_;
    Regions regions_;
    Staff staff_;
    store::Units units_;
    Day since_;
    Fields fields_;
    std::vector<std::pair<std::size_t, std::string>> own_;  ///< columns that are attributes
    ListedCodes codes_;
    std::vector<FieldError> wrong_;  ///< with the row
    ImportedList imported_;
};

}  // namespace

ImportedList import_units(Session& session,
                          const ListSource& source,
                          std::optional<Day> as_of,
                          Missing missing) {
    return transact(session, "store import", [&](store::Writing& writing) {
        session.who_may(domain::Permission::set_up);
        const auto since = as_of.value_or(session.today());
        auto imported = UnitImport{session, writing, source, since}.run(missing);
        if (!source.dry_run) {
            writing.commit(fmt::format(
                "{} added, {} changed", imported.added, imported.changed + imported.closed));
        }
        return imported;
    });
}

ImportedList edit_unit(Session& session,
                       const std::string& code,
                       const std::vector<std::pair<std::string, std::string>>& fields,
                       std::optional<Day> as_of,
                       bool dry_run) {
    std::vector<std::string_view> header{"code"};
    std::vector<std::string_view> row{code};
    for (const auto& [field, text] : fields) {
        header.push_back(field);
        row.push_back(text);
    }
    std::string bytes;
    exchange::CsvWriter csv{bytes, {.guard_formulas = false}};
    csv.row(header);
    csv.row(row);
    return transact(session, "store edit", [&](store::Writing& writing) {
        session.who_may(domain::Permission::set_up);
        find_unit(session, code);
        std::istringstream stream{bytes};
        auto input = exchange::Input::from_stream(stream, "");
        const ListSource source{.input = &input,
                                .format = exchange::TableFormat::csv,
                                .encoding = exchange::Encoding::utf8,
                                .delimiter = ',',
                                .dry_run = dry_run};
        const auto since = as_of.value_or(session.today());
        auto imported = UnitImport{session, writing, source, since, {"code"}}.edit();
        if (!dry_run && imported.changed > 0) {
            writing.commit(fmt::format("{} changed", code));
        }
        return imported;
    });
}

}  // namespace dudao::workflow
