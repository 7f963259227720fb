#include "output/report_csv.hpp"

#include "exchange/csv_writer.hpp"
#include "report/data_tables.hpp"

namespace dudao {

namespace {

std::string csv_of(const report::DataTable& table, bool excel) {
    std::string out;
    exchange::CsvWriter csv{out, {.excel = excel}};
    const auto write = [&](const std::vector<std::string>& cells) {
        for (const auto& cell : cells) {
            csv.field(cell);
        }
        csv.end_row();
    };
    write(table.header);
    for (const auto& row : table.rows) {
        write(row);
    }
    return out;
}

report::DataTable visits_table(const EachVisit& each_visit) {
    report::DataTable table{.name = "visits",
                            .header = {"id",
                                       "day",
                                       "unit",
                                       "unit_name",
                                       "checklist",
                                       "version",
                                       "kind",
                                       "inspector",
                                       "score",
                                       "max_score",
                                       "percentage",
                                       "grade",
                                       "verdict"}};
    each_visit([&](const store::InspectionRow& row) {
        const auto& score = row.score;
        table.rows.push_back({to_text(row.id),
                              to_text(row.day),
                              row.unit_code,
                              row.unit_name,
                              row.checklist_code,
                              row.version,
                              std::string{domain::visit_kinds.word(row.kind)},
                              row.inspector,
                              to_text(score.got),
                              to_text(score.max),
                              score.percentage ? to_text(*score.percentage) : "",
                              score.grade,
                              std::string{domain::verdicts.word(score.verdict)}});
    });
    return table;
}

}  // namespace

std::string report_csv(const report::PeriodReport& report, bool excel) {
    return csv_of(report::figures_table(report), excel);
}

std::vector<std::pair<std::string, std::string>> report_csv_set(const report::PeriodReport& report,
                                                                const EachVisit& each_visit,
                                                                bool excel) {
    std::vector<std::pair<std::string, std::string>> files;
    files.emplace_back("figures.csv", report_csv(report, excel));
    for (const auto& table : report::data_tables(report)) {
        files.emplace_back(table.name + ".csv", csv_of(table, excel));
    }
    files.emplace_back("visits.csv", csv_of(visits_table(each_visit), excel));
    return files;
}

}  // namespace dudao
