#include "report/diff.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <array>
#include <map>
#include <optional>
#include <set>

namespace dudao::report {

namespace {

using Json = nlohmann::ordered_json;

/// What a line of a list is about, in this order: the first that it has names it.
constexpr std::array<std::string_view, 7> names{
    "item", "code", "id", "month", "grade", "verdict", "name"};

/// The figures of a report, each under where it stands.
class Flat {
  public:
    explicit Flat(const Json& report) {
        for (const auto& [key, value] : report.items()) {
            if (key == "matrices") {
                add_matrices(value);
            } else if (key != "made_at") {
                add(key, value);
            }
        }
    }

    const std::vector<std::string>& order() const noexcept { return order_; }

    /// As JSON; empty: there is none.
    std::string operator[](const std::string& figure) const {
        const auto found = values_.find(figure);
        return found == values_.end() ? std::string{} : found->second;
    }

    /// The outermost line of a list that a figure is part of, which other reports may lack; empty:
    /// it is part of none.
    std::string line_of(const std::string& figure) const {
        const auto found = line_of_.find(figure);
        return found == line_of_.end() ? std::string{} : found->second;
    }

    /// A line as JSON; empty: there is none.
    std::string line(const std::string& path) const {
        const auto found = lines_.find(path);
        return found == lines_.end() ? std::string{} : found->second;
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
                while (!lines_.emplace(name, value[at].dump()).second) {
                    name += '+';  // another line about the same
                }
                add(name, value[at], line.empty() ? name : line);
            }
        } else {
            values_.emplace(path, value.dump());
            line_of_.emplace(path, line);
            order_.push_back(path);
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

    /// A cell stands under its checklist, region and section.
    void add_matrices(const Json& matrices) {
        for (const auto& matrix : matrices) {
            const auto& regions = matrix.at("regions");
            const auto& sections = matrix.at("sections");
            for (std::size_t row = 0; row < regions.size(); ++row) {
                for (std::size_t column = 0; column < sections.size(); ++column) {
                    add(fmt::format("matrices[{}][{}][{}]",
                                    matrix.at("checklist").get<std::string>(),
                                    regions[row].get<std::string>(),
                                    sections[column].get<std::string>()),
                        matrix.at("cells").at(row).at(column));
                }
            }
        }
    }

    std::vector<std::string> order_ = {};
    std::map<std::string, std::string> values_ = {};
    std::map<std::string, std::string> line_of_ = {};
    std::map<std::string, std::string> lines_ = {};
};

/// Gathers what differs, a line that one report lacks as one.
class Changes {
  public:
    Changes(const Flat& before, const Flat& after) : before_(&before), after_(&after) {
        for (const auto& figure : before.order()) {
            if (before[figure] != after[figure]) {
                add(figure, before.line_of(figure));
            }
        }
        for (const auto& figure : after.order()) {
            if (before[figure].empty()) {
                add(figure, after.line_of(figure));
            }
        }
    }

    std::vector<FigureChange>&& take() && { return std::move(changes_); }

  private:
    void add(const std::string& figure, const std::string& line) {
        const auto old = before_->line(line);
        const auto now = after_->line(line);
        if (old.empty() == now.empty()) {
            changes_.push_back({figure, (*before_)[figure], (*after_)[figure]});
        } else if (told_.insert(line).second) {
            changes_.push_back({line, old, now});
        }
    }

    const Flat* before_;
    const Flat* after_;
    std::set<std::string> told_ = {};
    std::vector<FigureChange> changes_ = {};
};

/// Drops what is nested deeper than any report, so that walking it needs no more than a little.
bool within_depth(int depth, Json::parse_event_t /*event*/, Json& /*parsed*/) {
    constexpr int deepest = 16;
    return depth <= deepest;
}

/// Nothing for what is no report.
std::optional<Flat> flat_report(std::string_view text) {
    const auto json = Json::parse(text, within_depth, false);
    if (!json.is_object() || !json.contains("report") || !json.contains("schema_version")) {
        return std::nullopt;
    }
    try {
        return Flat{json};
    } catch (const Json::exception&) {
        return std::nullopt;
    }
}

}  // namespace

Result<std::vector<FigureChange>> changes_between(std::string_view before, std::string_view after) {
    const auto old = flat_report(before);
    const auto now = flat_report(after);
    if (!old || !now) {
        return Error{ErrorId::bad_report, {old ? "after" : "before"}};
    }
    return Changes{*old, *now}.take();
}

}  // namespace dudao::report
