#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dudao::report {

/// The figures of a report in JSON, each under its id: where it stands in it, such as
/// "scores.mean.now". Lines of lists are found by what they are about: "regions[R-HD].mean",
/// "failed_items[qsc/Q01].failed"; cells of matrices by "matrices[qsc-store@2026.1][R-HD][A]". When
/// the report was made is no figure.
class FlatReport {
  public:
    /// Nothing for what is no report.
    static std::optional<FlatReport> parse(std::string_view json);

    /// The ids, as they stand in the report.
    const std::vector<std::string>& order() const noexcept { return order_; }

    /// A figure as JSON; empty: there is none.
    std::string operator[](const std::string& figure) const { return at(values_, figure); }

    /// The outermost line of a list that a figure is part of, which other reports may lack; empty:
    /// it is part of none.
    std::string line_of(const std::string& figure) const { return at(line_of_, figure); }

    /// A line as JSON; empty: there is none.
    std::string line(const std::string& path) const { return at(lines_, path); }

  private:
    class Maker;

    static std::string at(const std::map<std::string, std::string>& map, const std::string& key) {
        const auto found = map.find(key);
        return found == map.end() ? std::string{} : found->second;
    }

    std::vector<std::string> order_ = {};
    std::map<std::string, std::string> values_ = {};
    std::map<std::string, std::string> line_of_ = {};
    std::map<std::string, std::string> lines_ = {};
};

}  // namespace dudao::report
