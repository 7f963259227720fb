#include "report/json_writer.hpp"
#include "report/remarks.hpp"
#include "report/render.hpp"

namespace dudao::report {

namespace {

constexpr int schema_version = 1;

void write(JsonWriter& json, std::string_view name, const Share& share) {
    json.key(name).begin_object();
    json.member("part", share.part);
    json.member("whole", share.whole);
    json.member("percent", percent(share));
    json.end_object();
}

/// An array of objects; `write_members` writes what is in one.
template <class T, class Function>
void write_list(JsonWriter& json,
                std::string_view name,
                const std::vector<T>& list,
                const Function& write_members) {
    json.key(name).begin_array();
    for (const auto& each : list) {
        json.begin_object();
        write_members(each);
        json.end_object();
    }
    json.end_array();
}

void write_remarks(JsonWriter& json, const PeriodReport& report) {
    write_list(json, "remarks", remarks_of(report), [&json](const Remark& each) {
        const auto rule = remark_rules.word(each.rule);
        json.member("name", std::string{rule} + (each.about.empty() ? "" : ":" + each.about));
        json.member("rule", rule);
        json.member("highlight", is_highlight(each.rule));
        json.key("about").text_or_null(each.about);
        write_list(json, "figures", each.figures, [&json](const RemarkFigure& figure) {
            json.key("figure").text_or_null(figure.figure);
            json.member("value", figure.value);
        });
    });
}

void write_texts(JsonWriter& json, std::string_view name, const std::vector<std::string>& texts) {
    json.key(name).begin_array();
    for (const auto& text : texts) {
        json.value(text);
    }
    json.end_array();
}

void write_grades(JsonWriter& json, const std::vector<GradeCount>& grades) {
    write_list(json, "grades", grades, [&json](const GradeCount& each) {
        json.member("grade", each.grade);
        json.member("visits", each.visits);
    });
}

void write_counts(JsonWriter& json, std::string_view name, const std::vector<NamedCount>& counts) {
    write_list(json, name, counts, [&json](const NamedCount& each) {
        json.member("name", each.name);
        json.member("count", each.count);
    });
}

void write(JsonWriter& json, const domain::UnitFilter& units) {
    json.key("units").begin_object();
    json.key("kind").text_or_null(units.kind ? domain::unit_kinds.word(*units.kind) : "");
    json.key("ownership")
        .text_or_null(units.ownership ? domain::ownerships.word(*units.ownership) : "");
    json.key("status").text_or_null(units.status ? domain::unit_statuses.word(*units.status) : "");
    json.key("tag").text_or_null(units.tag);
    json.key("supervisor").text_or_null(units.supervisor);
    json.end_object();
}

void write(JsonWriter& json, const Coverage& coverage) {
    json.key("coverage").begin_object();
    json.member("planned", coverage.planned);
    json.member("done", coverage.done);
    json.member("late", coverage.late);
    json.member("open", coverage.open);
    json.member("missed", coverage.missed);
    json.member("cancelled", coverage.cancelled);
    json.member("unplanned", coverage.unplanned);
    json.member("completion", percent({coverage.done, coverage.planned}));
    write(json, "units", coverage.units);
    json.end_object();
}

void write(JsonWriter& json, const Scores& scores, bool of_month) {
    json.key("scores").begin_object();
    json.member("visits", scores.visits);
    json.member("visits_year_before", scores.visits_year_before);
    json.member("scored", scores.scored);
    json.key("mean").begin_object();
    json.member("now", scores.mean.now);
    json.member("period_before", scores.mean.period_before);
    json.member("month_before", of_month ? scores.mean.period_before : std::nullopt);
    json.member("year_before", scores.mean.year_before);
    json.end_object();
    json.member("pooled", scores.pooled);
    write(json, "passed", scores.passed);
    write_grades(json, scores.grades);
    write_list(json, "verdicts", scores.verdicts, [&json](const VerdictCount& each) {
        json.member("verdict", domain::verdicts.word(each.verdict));
        json.member("visits", each.visits);
    });
    write_list(json, "moves", scores.moves, [&json](const GradeMove& each) {
        json.member("name", each.from + '>' + each.to);
        json.member("from", each.from);
        json.member("to", each.to);
        json.member("units", each.units);
    });
    json.end_object();
}

/// The month; empty for other periods.
std::string month_text(const domain::Period& period) {
    return period.kind == domain::PeriodKind::month ? domain::to_text(period) : std::string{};
}

void write_trend(JsonWriter& json, const std::vector<TrendPoint>& trend) {
    write_list(json, "trend", trend, [&json](const TrendPoint& each) {
        json.member("period", domain::to_text(each.period));
        json.key("month").text_or_null(month_text(each.period));
        json.member("breaks", each.breaks);
        json.member("visits", each.visits);
        json.member("mean", each.mean);
        write_grades(json, each.grades);
    });
}

void write_regions(JsonWriter& json, const std::vector<RegionLine>& regions) {
    write_list(json, "regions", regions, [&json](const RegionLine& each) {
        json.member("code", each.code);
        json.member("name", each.name);
        json.member("units", each.units);
        write(json, "coverage", each.coverage);
        json.member("visits", each.visits);
        json.member("mean", each.mean);
        write(json, "passed", each.passed);
        json.member("issues", each.issues);
        json.member("overdue", each.overdue);
    });
}

void write_units(JsonWriter& json, std::string_view name, const std::vector<UnitLine>& units) {
    write_list(json, name, units, [&json](const UnitLine& each) {
        json.member("code", each.code);
        json.member("name", each.name);
        json.key("region").text_or_null(each.region);
        json.member("visits", each.visits);
        json.member("mean", each.mean);
        json.key("grade").text_or_null(each.grade);
        json.member("open_issues", each.open_issues);
    });
}

void write_matrices(JsonWriter& json, const std::vector<Matrix>& matrices) {
    write_list(json, "matrices", matrices, [&json](const Matrix& each) {
        json.member("code", each.code);
        json.member("version", each.version);
        json.member("checklist", each.checklist);
        write_texts(json, "section_ids", each.section_ids);
        write_texts(json, "sections", each.sections);
        write_texts(json, "region_codes", each.region_codes);
        write_texts(json, "regions", each.regions);
        json.key("cells").begin_array();
        for (const auto& row : each.cells) {
            json.begin_array();
            for (const auto& cell : row) {
                json.value(cell);
            }
            json.end_array();
        }
        json.end_array();
    });
}

void write_failed_items(JsonWriter& json, const std::vector<FailedItem>& items) {
    write_list(json, "failed_items", items, [&json](const FailedItem& each) {
        json.member("checklist", each.checklist);
        json.member("item", each.item);
        json.member("text", each.text);
        json.key("section").text_or_null(each.section);
        json.member("critical", each.critical);
        json.member("assessed", each.assessed);
        json.member("failed", each.failed);
        json.member("partial", each.partial);
        json.member("share", each.share);
        json.member("cumulative", each.cumulative);
    });
}

void write(JsonWriter& json, const IssueFigures& issues) {
    json.key("issues").begin_object();
    json.member("raised", issues.raised);
    json.member("open", issues.open);
    json.member("overdue", issues.overdue);
    write_counts(json, "by_age", issues.by_age);
    write_counts(json, "by_status", issues.by_status);
    write_counts(json, "by_category", issues.by_category);
    write_counts(json, "by_urgency", issues.by_urgency);
    json.end_object();
}

void write_overdue(JsonWriter& json, const std::vector<OverdueLine>& lines) {
    write_list(json, "overdue", lines, [&json](const OverdueLine& each) {
        json.member("id", each.id);
        json.member("unit", each.unit);
        json.member("unit_name", each.unit_name);
        json.member("text", each.text);
        json.key("category").text_or_null(each.category);
        json.member("urgency", domain::urgencies.word(each.urgency));
        json.member("status", domain::issue_statuses.word(each.status));
        json.key("owner").text_or_null(each.owner);
        json.member("due", each.due);
        json.member("days", each.days);
    });
}

void write(JsonWriter& json, const Rectification& mended, bool of_month) {
    json.key("rectification").begin_object();
    write(json, "closed", mended.closed);
    write(json, "on_time", mended.on_time);
    write(json, "first_pass", mended.first_pass);
    json.member("closed_in_period", mended.closed_in_period);
    json.member("closed_in_month",
                of_month ? std::optional{mended.closed_in_period} : std::nullopt);
    json.member("median_days", mended.median_days);
    json.member("p90_days", mended.p90_days);
    json.end_object();
}

}  // namespace

std::string render_json(const PeriodReport& report) {
    // What monthly reports said before there were others, they say for ever.
    const bool of_month = report.period.kind == domain::PeriodKind::month;
    std::string out;
    JsonWriter json{out};
    json.begin_object();
    json.member("schema_version", schema_version);
    json.member("report", domain::period_kinds.word(report.period.kind));
    json.key("month").text_or_null(month_text(report.period));
    json.key("period").begin_object();
    json.member("text", domain::to_text(report.period));
    json.member("first", report.period.first);
    json.member("last", report.period.last);
    json.end_object();
    json.member("today", report.today);
    json.member("made_at", report.made_at);
    json.member("timezone", report.timezone);
    json.key("chain").text_or_null(report.chain);
    json.key("scope").text_or_null(report.scope);
    write(json, report.units);
    json.member("organised_on", report.organised_on);
    write_remarks(json, report);
    write(json, report.coverage);
    write(json, report.scores, of_month);
    write_trend(json, report.trend);
    write_regions(json, report.regions);
    write_units(json, "best", report.best);
    write_units(json, "worst", report.worst);
    write_matrices(json, report.matrices);
    write_failed_items(json, report.failed_items);
    json.member("all_failures", report.all_failures);
    write(json, report.issues);
    write_overdue(json, report.overdue);
    write(json, report.rectification, of_month);
    json.end_object();
    out += '\n';
    return out;
}

}  // namespace dudao::report
