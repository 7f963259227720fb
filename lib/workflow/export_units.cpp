#include "workflow/export_units.hpp"

#include "base/text.hpp"
#include "exchange/csv_writer.hpp"
#include "report/json_writer.hpp"
#include "store/units.hpp"
#include "workflow/transact.hpp"
#include "workflow/unit_changes.hpp"
#include "workflow/unit_scope.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <memory>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace dudao::workflow {

namespace {

/// The user's own columns: the name of each attribute, and its header.
using OwnColumns = std::map<std::string, std::string>;

/// Writes units in one of the formats at the end of a string.
class UnitListWriter {
  public:
    UnitListWriter() = default;
    UnitListWriter(const UnitListWriter&) = delete;
    UnitListWriter& operator=(const UnitListWriter&) = delete;
    virtual ~UnitListWriter() = default;

    virtual void add(const domain::Unit& unit) = 0;
    virtual void finish() {}
};

class CsvUnits final : public UnitListWriter {
  public:
    CsvUnits(std::string& out, const OwnColumns& own, bool excel)
        : csv_(out, {.excel = excel, .guard_formulas = false}), own_(&own), excel_(excel) {
        constexpr std::array fields{"code",
                                    "name",
                                    "kind",
                                    "parent",
                                    "ownership",
                                    "status",
                                    "address",
                                    "lat",
                                    "lon",
                                    "opened_on",
                                    "head",
                                    "supervisor",
                                    "franchisee",
                                    "phone",
                                    "zone",
                                    "tags"};
        for (const auto* field : fields) {
            csv_.field(field);
        }
        for (const auto& [name, header] : own) {
            put(header);
        }
        csv_.end_row();
    }

    void add(const domain::Unit& unit) override {
        put(unit.code);
        put(unit.name);
        csv_.field(domain::unit_kinds.word(unit.kind));
        put(unit.parent);
        csv_.field(unit.ownership ? domain::ownerships.word(*unit.ownership) : "");
        csv_.field(domain::unit_statuses.word(unit.status));
        put(unit.address);
        csv_.field(unit.coordinates ? domain::degrees_text(unit.coordinates->lat) : "");
        csv_.field(unit.coordinates ? domain::degrees_text(unit.coordinates->lon) : "");
        csv_.field(unit.opened_on ? to_text(*unit.opened_on) : "");
        put(unit.head);
        put(unit.supervisor);
        put(unit.franchisee);
        put(unit.phone);
        put(unit.zone);
        put(unit.tags.empty() ? std::string{} : joined(unit.tags, ";"));
        add_attributes(unit);
        csv_.end_row();
    }

  private:
    /// What the import would take an apostrophe from gets one more.
    void put(std::string_view text) {
        const bool guards = exchange::is_guarded(text) || (excel_ && exchange::is_formula(text));
        if (guards) {
            csv_.field("'" + std::string{text});
        } else {
            csv_.field(text);
        }
    }

    void add_attributes(const domain::Unit& unit) {
        if (own_->empty()) {
            return;
        }
        const auto attributes = read_attributes(unit.attributes);
        for (const auto& [name, header] : *own_) {
            const auto found = attributes.find(name);
            put(found == attributes.end() ? std::string_view{} : found->second);
        }
    }

    exchange::CsvWriter csv_;
    const OwnColumns* own_;
    bool excel_;
};

class JsonUnits final : public UnitListWriter {
  public:
    JsonUnits(std::string& out, const OwnColumns& own, bool lines)
        : out_(&out), own_(&own), lines_(lines) {
        renames_ = std::any_of(
            own.begin(), own.end(), [](const auto& each) { return each.first != each.second; });
        *out_ += lines_ ? "" : "[";
    }

    void add(const domain::Unit& unit) override {
        if (!lines_) {
            *out_ += is_first_ ? "\n" : ",\n";
        }
        is_first_ = false;
        text("{\"code\":", unit.code);
        text(",\"name\":", unit.name);
        text(",\"kind\":", domain::unit_kinds.word(unit.kind));
        text(",\"parent\":", unit.parent);
        text(",\"ownership\":",
             unit.ownership ? domain::ownerships.word(*unit.ownership) : std::string_view{});
        text(",\"status\":", domain::unit_statuses.word(unit.status));
        text(",\"address\":", unit.address);
        const auto& place = unit.coordinates;
        raw(",\"lat\":", place ? domain::degrees_text(place->lat) : "null");
        raw(",\"lon\":", place ? domain::degrees_text(place->lon) : "null");
        text(",\"opened_on\":", unit.opened_on ? to_text(*unit.opened_on) : std::string{});
        text(",\"head\":", unit.head);
        text(",\"supervisor\":", unit.supervisor);
        text(",\"franchisee\":", unit.franchisee);
        text(",\"phone\":", unit.phone);
        text(",\"zone\":", unit.zone);
        raw(",\"tags\":", "[");
        for (const auto& tag : unit.tags) {
            text(&tag == &unit.tags.front() ? "" : ",", tag);
        }
        raw("]", ",\"attributes\":");
        add_attributes(unit);
        *out_ += '}';
        *out_ += lines_ ? "\n" : "";
    }

    void finish() override { *out_ += lines_ ? "" : "\n]\n"; }

  private:
    /// What stands before the value, which is JSON: rows are many, and their names stay the same.
    void raw(std::string_view before, std::string_view value) {
        *out_ += before;
        *out_ += value;
    }

    /// null for an empty text.
    void text(std::string_view before, std::string_view value) {
        *out_ += before;
        report::JsonWriter{*out_}.text_or_null(value);
    }

    void add_attributes(const domain::Unit& unit) {
        if (!renames_) {
            *out_ += unit.attributes.empty() ? "{}" : unit.attributes;
            return;
        }
        report::JsonWriter json{*out_};
        json.begin_object();
        for (const auto& [name, value] : read_attributes(unit.attributes)) {
            json.member(own_->at(name), value);
        }
        json.end_object();
    }

    std::string* out_;
    const OwnColumns* own_;
    bool lines_;
    bool renames_ = false;  ///< a header is not the name of its attribute
    bool is_first_ = true;
};

class Exporting {
  public:
    Exporting(Session& session, const UnitExport& request)
        : units_(session.driver()), scope_(session, request.filter), request_(&request) {}

    std::size_t run(const std::function<void(std::string_view)>& put) {
        const auto own = own_columns();
        std::string out;
        const auto writer = writer_for(out, own);
        std::size_t count = 0;
        const auto add = [&](store::UnitRow& row) {
            constexpr std::size_t enough = 1U << 16U;
            if (!scope_.place(row)) {
                return;
            }
            writer->add(row.unit);
            ++count;
            if (out.size() > enough) {
                put(out);
                out.clear();
            }
        };
        for (const auto key : groups()) {
            auto row = units_.find(key).value();
            add(row);
        }
        units_.each([&](store::UnitRow& row) {
            if (!domain::is_group(row.unit.kind)) {
                add(row);
            }
            return true;
        });
        writer->finish();
        put(out);
        return count;
    }

  private:
    std::unique_ptr<UnitListWriter> writer_for(std::string& out, const OwnColumns& own) const {
        if (request_->format == ListFormat::csv) {
            return std::make_unique<CsvUnits>(out, own, request_->excel);
        }
        return std::make_unique<JsonUnits>(out, own, request_->format == ListFormat::jsonl);
    }

    OwnColumns own_columns() const {
        OwnColumns own;
        units_.each_attributes([&](std::string_view json) {
            for (const auto& [name, value] : read_attributes(json)) {
                own.try_emplace(name, attribute_header(name));
            }
        });
        return own;
    }

    /// Keys of the groups: those above come first, then by code.
    std::vector<std::int64_t> groups() const {
        const auto& organisation = scope_.organisation();
        std::vector<std::pair<std::size_t, const domain::Organisation::Node*>> order;
        order.reserve(organisation.nodes().size());
        for (const auto& node : organisation.nodes()) {
            std::size_t depth = 0;
            const auto most = organisation.nodes().size();
            for (auto above = node.parent; above != 0 && depth < most; ++depth) {
                const auto* next = organisation.find(above);
                above = next == nullptr ? 0 : next->parent;
            }
            order.emplace_back(depth, &node);
        }
        std::sort(order.begin(), order.end(), [](const auto& one, const auto& other) {
            return std::tie(one.first, one.second->code) <
                   std::tie(other.first, other.second->code);
        });
        std::vector<std::int64_t> keys;
        keys.reserve(order.size());
        for (const auto& [depth, node] : order) {
            keys.push_back(node->key);
        }
        return keys;
    }

    store::Units units_;
    UnitScope scope_;
    const UnitExport* request_;
};

}  // namespace

std::size_t export_units(Session& session,
                         const UnitExport& request,
                         const std::function<void(std::string_view)>& put) {
    return reading(session, [&] { return Exporting{session, request}.run(put); });
}

}  // namespace dudao::workflow
