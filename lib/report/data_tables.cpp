#include "report/data_tables.hpp"

#include "report/flat_report.hpp"
#include "report/render.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <utility>

namespace dudao::report {

namespace {

using Json = nlohmann::ordered_json;

/// A value as a cell says it.
std::string cell_of(const Json& value) {
    if (value.is_null()) {
        return {};
    }
    return value.is_string() ? value.get<std::string>() : value.dump();
}

/// Sorts the lists of a report into tables.
class Tables {
  public:
    std::vector<DataTable> of(const Json& report) {
        walk(report, "");
        std::vector<DataTable> tables;
        for (auto& table : tables_) {
            if (!table.rows.empty()) {
                tables.push_back(std::move(table));
            }
        }
        return tables;
    }

  private:
    void walk(const Json& object, const std::string& prefix) {
        for (const auto& [key, value] : object.items()) {
            if (key == "matrices") {
                add_matrices(value);
            } else if (value.is_object()) {
                walk(value, prefix + key + '_');
            } else if (value.is_array()) {
                add_lines(prefix + key, value, nullptr);
            }
        }
    }

    /// The table of this name. Lists within a list share one.
    DataTable& table(const std::string& name) {
        const auto found = std::find_if(
            tables_.begin(), tables_.end(), [&](const auto& each) { return each.name == name; });
        if (found != tables_.end()) {
            return *found;
        }
        tables_.push_back({.name = name});
        return tables_.back();
    }

    /// `of` is the cell that names the line which the list is part of.
    void add_lines(const std::string& name, const Json& lines, const std::string* of) {
        for (const auto& line : lines) {
            std::vector<std::string> header;
            std::vector<std::string> cells;
            if (of != nullptr) {
                header.emplace_back("of");
                cells.push_back(*of);
            }
            add_cells(line, "", header, cells);
            auto& into = table(name);
            into.header = header;
            into.rows.push_back(cells);
            add_nested(name, line, cells.front());
        }
    }

    static void add_cells(const Json& line,
                          const std::string& prefix,
                          std::vector<std::string>& header,
                          std::vector<std::string>& cells) {
        for (const auto& [key, value] : line.items()) {
            if (value.is_object()) {
                add_cells(value, prefix + key + '.', header, cells);
            } else if (!value.is_array()) {
                header.push_back(prefix + key);
                cells.push_back(cell_of(value));
            }
        }
    }

    void add_nested(const std::string& name, const Json& line, const std::string& of) {
        for (const auto& [key, value] : line.items()) {
            if (value.is_array()) {
                auto nested = name;
                nested.append("_").append(key);
                add_lines(nested, value, &of);
            }
        }
    }

    void add_matrices(const Json& matrices) {
        for (const auto& matrix : matrices) {
            auto& into = table("matrices");
            into.header = {"checklist", "version", "region", "section", "percentage"};
            const auto& regions = matrix.at("region_codes");
            const auto& sections = matrix.at("section_ids");
            for (std::size_t row = 0; row < regions.size(); ++row) {
                for (std::size_t column = 0; column < sections.size(); ++column) {
                    into.rows.push_back({cell_of(matrix.at("code")),
                                         cell_of(matrix.at("version")),
                                         cell_of(regions[row]),
                                         cell_of(sections[column]),
                                         cell_of(matrix.at("cells").at(row).at(column))});
                }
            }
        }
    }

    std::vector<DataTable> tables_ = {};
};

}  // namespace

DataTable figures_table(const PeriodReport& report) {
    const auto flat = FlatReport::parse(render_json(report));
    DataTable table{.name = "figures", .header = {"figure", "value"}};
    for (const auto& figure : flat->order()) {
        table.rows.push_back({figure, cell_of(Json::parse((*flat)[figure]))});
    }
    return table;
}

std::vector<DataTable> data_tables(const PeriodReport& report) {
    return Tables{}.of(Json::parse(render_json(report)));
}

}  // namespace dudao::report
