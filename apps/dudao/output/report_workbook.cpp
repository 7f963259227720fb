#include "output/report_workbook.hpp"

#include "base/text.hpp"
#include "exchange/xlsx_report.hpp"
#include "report/data_tables.hpp"
#include "report/period_parts.hpp"
#include "report/wording.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>

namespace dudao {

namespace {

using exchange::XlsxCell;
using exchange::XlsxKind;
using exchange::XlsxShape;
using exchange::XlsxTable;

/// The digits of a figure as people read it: "1,240", "+1.2", "86.4%"; nothing for any other text.
std::optional<std::string> digits_of(std::string_view figure) {
    std::string digits;
    for (const auto c : figure) {
        if (c != ',') {
            digits += c;
        }
    }
    if (digits.ends_with('%')) {
        digits.pop_back();
    }
    return parse_decimal(digits) ? std::optional{digits} : std::nullopt;
}

/// Figures become numbers; names, codes among them, stay texts.
XlsxCell cell_of(const report::Cell& cell, bool is_figure) {
    if (is_figure) {
        if (auto digits = digits_of(cell.text)) {
            return {cell.text.ends_with('%') ? XlsxKind::percent : XlsxKind::number,
                    *std::move(digits)};
        }
    }
    return {parse_day(cell.text) ? XlsxKind::day : XlsxKind::text, cell.text};
}

XlsxTable table_of(const report::Grid& grid) {
    XlsxTable table;
    for (const auto& column : grid.columns) {
        table.header.push_back(column.title);
    }
    for (const auto& row : grid.rows) {
        auto& cells = table.rows.emplace_back();
        for (std::size_t at = 0; at < grid.columns.size(); ++at) {
            const bool is_figure = grid.columns[at].align == report::Align::right;
            cells.push_back(at < row.size() ? cell_of(row[at], is_figure) : XlsxCell{});
        }
    }
    return table;
}

/// A chart of one of the tables of a part: which table, and which of its columns.
struct PartChart {
    std::string_view part;
    std::size_t grid;
    XlsxShape shape;
    std::size_t column;
    std::size_t most_rows = 20;
};

constexpr std::array part_charts{PartChart{"scores", 1, XlsxShape::column, 1},
                                 PartChart{"trend", 0, XlsxShape::line, 2},
                                 PartChart{"trend", 0, XlsxShape::column, 1},
                                 PartChart{"regions", 0, XlsxShape::bar, 4, 40},
                                 PartChart{"failed_items", 0, XlsxShape::bar, 1},
                                 PartChart{"issues", 1, XlsxShape::column, 1},
                                 PartChart{"issues", 2, XlsxShape::column, 1}};

/// Writes the sheets of one report.
class ReportBook {
  public:
    ReportBook(const Context& context, const report::PeriodReport& report)
        : words_(&context.words()),
          report_(&report),
          figures_(*words_),
          xlsx_(std::chrono::floor<std::chrono::seconds>(context.now())) {}

    std::string write(const EachVisit& each_visit) {
        add_front();
        for (const auto& part : report::parts_of(*report_, figures_)) {
            xlsx_.sheet(part.heading);
            xlsx_.heading(part.heading);
            add_part(part);
        }
        add_figures();
        add_visits(each_visit);
        return xlsx_.finish();
    }

  private:
    void add_front() {
        const auto heading = report::heading_of(*report_, *words_);
        const auto part = report::key_part(*report_, figures_);
        xlsx_.sheet(part.heading);
        xlsx_.heading(heading.full_title);
        for (const auto& [label, value] : {std::pair{words_->text("Chain"), heading.chain},
                                           std::pair{words_->text("Scope"), heading.scope},
                                           std::pair{words_->text("As of"), heading.as_of},
                                           std::pair{words_->text("Made at"), heading.made_at}}) {
            if (!value.empty()) {
                xlsx_.note(fmt::format("{}: {}", label, value));
            }
        }
        add_part(part);
    }

    void add_part(const report::Part& part) {
        if (!part.note.empty()) {
            xlsx_.note(part.note);
        }
        for (std::size_t at = 0; at < part.grids.size(); ++at) {
            const auto& grid = part.grids[at];
            if (!grid.title.empty()) {
                xlsx_.subheading(grid.title);
            }
            auto table = table_of(grid);
            table.is_heat_map = part.id == "matrix";
            xlsx_.table(table);
            add_charts(part, at, table);
        }
    }

    void add_charts(const report::Part& part, std::size_t grid, const XlsxTable& table) {
        for (const auto& chart : part_charts) {
            if (chart.part == part.id && chart.grid == grid && !table.rows.empty() &&
                chart.column < table.header.size()) {
                xlsx_.chart({.shape = chart.shape,
                             .title = table.header[chart.column],
                             .values = {chart.column},
                             .most_rows = chart.most_rows,
                             .are_percentages =
                                 table.rows.front()[chart.column].kind == XlsxKind::percent});
            }
        }
    }

    /// Every figure with its id, for `report why`.
    void add_figures() {
        const auto title = words_->text("heading", "Figures");
        XlsxTable table{
            .header = {std::string{words_->text("Figure")}, std::string{words_->text("Value")}},
            .rows = {}};
        for (const auto& row : report::figures_table(*report_).rows) {
            table.rows.push_back(
                {{XlsxKind::text, row[0]},
                 {parse_decimal(row[1]) ? XlsxKind::number : XlsxKind::text, row[1]}});
        }
        xlsx_.sheet(title);
        xlsx_.heading(title);
        xlsx_.table(table);
    }

    /// A row for each visit.
    void add_visits(const EachVisit& each_visit) {
        const auto text = [&](std::string_view english) {
            return std::string{words_->text(english)};
        };
        XlsxTable table{.header = {text("Visit"),
                                   text("Day"),
                                   text("Store"),
                                   std::string{words_->text("column of a form", "Store name")},
                                   text("Checklist"),
                                   text("Version"),
                                   text("Kind"),
                                   std::string{words_->text("column of a form", "Inspector")},
                                   text("Points"),
                                   text("Of"),
                                   text("Percentage"),
                                   text("Grade"),
                                   text("Verdict")},
                        .rows = {}};
        each_visit([&](const store::InspectionRow& row) {
            const auto& score = row.score;
            table.rows.push_back(
                {{XlsxKind::text, to_text(row.id)},
                 {XlsxKind::day, to_text(row.day)},
                 {XlsxKind::text, row.unit_code},
                 {XlsxKind::text, row.unit_name},
                 {XlsxKind::text, row.checklist_code},
                 {XlsxKind::text, row.version},
                 {XlsxKind::text, report::shown(*words_, domain::visit_kinds, row.kind)},
                 {XlsxKind::text, row.inspector_name},
                 {XlsxKind::number, to_text(score.got)},
                 {XlsxKind::number, to_text(score.max)},
                 {XlsxKind::percent, score.percentage ? to_text(*score.percentage) : ""},
                 {XlsxKind::text, score.grade},
                 {XlsxKind::text, report::shown(*words_, domain::verdicts, score.verdict)}});
        });
        const auto title = words_->text("heading", "Visits");
        xlsx_.sheet(title);
        xlsx_.heading(title);
        xlsx_.table(table);
    }

    const Catalogue* words_;
    const report::PeriodReport* report_;
    report::Figures figures_;
    exchange::XlsxReport xlsx_;
};

}  // namespace

std::string report_workbook(const Context& context,
                            const report::PeriodReport& report,
                            const EachVisit& each_visit) {
    return ReportBook{context, report}.write(each_visit);
}

}  // namespace dudao
