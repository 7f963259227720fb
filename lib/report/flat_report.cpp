#include "report/flat_report.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <array>

namespace dudao::report {

namespace {

using Json = nlohmann::ordered_json;

/// What a line of a list is about, in this order: the first that it has names it.
constexpr std::array<std::string_view, 8> names{
    "item", "code", "id", "period", "month", "grade", "verdict", "name"};

/// Drops what is nested deeper than any report, so that walking it needs no more than a little.
bool within_depth(int depth, Json::parse_event_t /*event*/, Json& /*parsed*/) {
    constexpr int deepest = 16;
    return depth <= deepest;
}

}  // namespace

/// Walks through a report.
class FlatReport::Maker {
  public:
    explicit Maker(FlatReport& flat) : flat_(&flat) {}

    /// Errors (thrown): those of Json for what is no report.
    void walk(const Json& report) {
        for (const auto& [key, value] : report.items()) {
            if (key == "matrices") {
                add_matrices(value);
            } else if (key != "made_at") {
                add(key, value);
            }
        }
    }

  private:
    void add(const std::string& path, const Json& value, const std::string& line = {}) {
        if (value.is_object()) {
            for (const auto& [key, each] : value.items()) {
                add(fmt::format("{}.{}", path, key), each, line);
            }
        } else if (value.is_array()) {
            for (std::size_t at = 0; at < value.size(); ++at) {
                auto name = fmt::format("{}[{}]", path, name_of(value[at], at));
                while (!flat_->lines_.emplace(name, value[at].dump()).second) {
                    name += '+';  // another line about the same
                }
                add(name, value[at], line.empty() ? name : line);
            }
        } else {
            flat_->values_.emplace(path, value.dump());
            flat_->line_of_.emplace(path, line);
            flat_->order_.push_back(path);
        }
    }

    static std::string name_of(const Json& line, std::size_t at) {
        for (const auto name : names) {
            const auto found = line.is_object() ? line.find(name) : line.end();
            if (found != line.end() && found->is_string()) {
                const auto list = line.find("checklist");
                const bool is_item = name == "item" && list != line.end() && list->is_string();
                const auto text = found->get<std::string>();
                return is_item ? list->get<std::string>() + '/' + text : text;
            }
        }
        return std::to_string(at);
    }

    /// A cell stands under its checklist, region and section. Reports of before they had codes go
    /// by names.
    void add_matrices(const Json& matrices) {
        for (const auto& matrix : matrices) {
            const bool has_codes = matrix.contains("code");
            const auto& regions = matrix.at(has_codes ? "region_codes" : "regions");
            const auto& sections = matrix.at(has_codes ? "section_ids" : "sections");
            const auto list = has_codes ? fmt::format("{}@{}",
                                                      matrix.at("code").get<std::string>(),
                                                      matrix.at("version").get<std::string>())
                                        : matrix.at("checklist").get<std::string>();
            for (std::size_t row = 0; row < regions.size(); ++row) {
                for (std::size_t column = 0; column < sections.size(); ++column) {
                    add(fmt::format("matrices[{}][{}][{}]",
                                    list,
                                    regions[row].get<std::string>(),
                                    sections[column].get<std::string>()),
                        matrix.at("cells").at(row).at(column));
                }
            }
        }
    }

    FlatReport* flat_;
};

std::optional<FlatReport> FlatReport::parse(std::string_view json) {
    const auto parsed = Json::parse(json, within_depth, false);
    if (!parsed.is_object() || !parsed.contains("report") || !parsed.contains("schema_version")) {
        return std::nullopt;
    }
    FlatReport flat;
    try {
        Maker{flat}.walk(parsed);
    } catch (const Json::exception&) {
        return std::nullopt;
    }
    return flat;
}

}  // namespace dudao::report
