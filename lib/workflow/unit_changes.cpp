#include "workflow/unit_changes.hpp"

#include "base/text.hpp"
#include "exchange/headers.hpp"
#include "exchange/json_events.hpp"
#include "exchange/rejects.hpp"
#include "report/json_writer.hpp"

namespace dudao::workflow {

namespace {

constexpr std::string_view attribute_prefix = "attributes.";

/// Takes one object of texts apart; anything else in it is left out.
class AttributeEvents final : public exchange::JsonEvents {
  public:
    std::map<std::string, std::string> found = {};

    bool begin_object() override { return true; }
    bool key(std::string& name, std::size_t /*at*/) override {
        key_ = std::move(name);
        return true;
    }
    bool end_object() override { return true; }
    bool begin_list() override { return true; }
    bool end_list() override { return true; }
    bool text(std::string& value) override {
        found.insert_or_assign(key_, std::move(value));
        return true;
    }
    bool number(std::string_view /*value*/) override { return true; }
    bool flag(bool /*value*/) override { return true; }
    bool null() override { return true; }

  private:
    std::string key_ = {};
};

/// Adds the fields that differ.
class Comparing {
  public:
    std::vector<FieldChange> found = {};

    void add(std::string_view field, std::string before, std::string after) {
        if (before != after) {
            found.push_back({std::string{field}, std::move(before), std::move(after)});
        }
    }

    void add_attributes(std::string_view before, std::string_view after) {
        if (before == after) {
            return;
        }
        const auto old = read_attributes(before);
        const auto now = read_attributes(after);
        for (const auto& [name, value] : old) {
            const auto other = now.find(name);
            add("attributes." + name, value, other == now.end() ? "" : other->second);
        }
        for (const auto& [name, value] : now) {
            if (!old.contains(name)) {
                add("attributes." + name, "", value);
            }
        }
    }
};

std::string lat_of(const domain::Unit& unit) {
    return unit.coordinates ? domain::degrees_text(unit.coordinates->lat) : std::string{};
}

std::string lon_of(const domain::Unit& unit) {
    return unit.coordinates ? domain::degrees_text(unit.coordinates->lon) : std::string{};
}

std::string ownership_of(const domain::Unit& unit) {
    return unit.ownership ? std::string{domain::ownerships.word(*unit.ownership)} : std::string{};
}

std::string opened_of(const domain::Unit& unit) {
    return unit.opened_on ? to_text(*unit.opened_on) : std::string{};
}

}  // namespace

std::vector<FieldChange> changes_between(const domain::Unit& before, const domain::Unit& after) {
    Comparing comparing;
    const auto word = [](const auto& words, auto value) { return std::string{words.word(value)}; };
    comparing.add("name", before.name, after.name);
    comparing.add(
        "kind", word(domain::unit_kinds, before.kind), word(domain::unit_kinds, after.kind));
    comparing.add("parent", before.parent, after.parent);
    comparing.add("ownership", ownership_of(before), ownership_of(after));
    comparing.add("status",
                  word(domain::unit_statuses, before.status),
                  word(domain::unit_statuses, after.status));
    comparing.add("head", before.head, after.head);
    comparing.add("supervisor", before.supervisor, after.supervisor);
    comparing.add("address", before.address, after.address);
    comparing.add("lat", lat_of(before), lat_of(after));
    comparing.add("lon", lon_of(before), lon_of(after));
    comparing.add("opened_on", opened_of(before), opened_of(after));
    comparing.add("franchisee", before.franchisee, after.franchisee);
    comparing.add("phone", before.phone, after.phone);
    comparing.add("zone", before.zone, after.zone);
    comparing.add("tags", joined(before.tags, ";"), joined(after.tags, ";"));
    comparing.add_attributes(before.attributes, after.attributes);
    return std::move(comparing.found);
}

std::map<std::string, std::string> read_attributes(std::string_view json) {
    AttributeEvents events;
    if (!json.empty()) {
        exchange::parse_json(json, events);
    }
    return std::move(events.found);
}

std::string attributes_text(const std::map<std::string, std::string>& attributes) {
    std::string text;
    if (attributes.empty()) {
        return text;
    }
    report::JsonWriter json{text};
    json.begin_object();
    for (const auto& [name, value] : attributes) {
        json.member(name, value);
    }
    json.end_object();
    return text;
}

std::string attribute_header(const std::string& name) {
    static const auto fields = [] {
        std::map<std::string, std::string> found;
        for (const auto& each : exchange::store_headers()) {
            for (const auto& other : each.names) {
                found.emplace(exchange::header_key(other), each.field);
            }
            found.insert_or_assign(exchange::header_key(each.field), each.field);
        }
        return found;
    }();
    const auto key = exchange::header_key(name);
    const auto field = fields.find(key);
    // These fields are kept as attributes of the same name.
    const bool is_kept = name == "postcode" || name == "district" || name == "datum";
    const bool is_free = field == fields.end() || is_kept;
    const bool is_plain = is_free && !key.empty() && !exchange::is_own_column(name) &&
                          !name.starts_with(attribute_prefix);
    return is_plain ? name : std::string{attribute_prefix} + name;
}

std::string attribute_of(std::string_view header) {
    header.remove_prefix(header.starts_with(attribute_prefix) ? attribute_prefix.size() : 0);
    return std::string{header};
}

}  // namespace dudao::workflow
