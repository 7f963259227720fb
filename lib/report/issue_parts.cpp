#include "report/grids.hpp"
#include "report/period_parts.hpp"
#include "report/table.hpp"
#include "report/wording.hpp"

#include <fmt/format.h>

#include <set>

namespace dudao::report {

namespace {

/// The shortest length of tails that tells these issues apart.
std::size_t tail_length(const std::vector<OverdueLine>& lines) {
    constexpr std::size_t whole = 26;
    auto length = shortest_tail;
    for (; length < whole; ++length) {
        std::set<std::string> tails;
        for (const auto& line : lines) {
            tails.insert(short_text(line.id, length));
        }
        if (tails.size() == lines.size()) {
            break;
        }
    }
    return length;
}

Tone tone_of(domain::Urgency urgency) noexcept {
    switch (urgency) {
        case domain::Urgency::critical:
            return Tone::bad;
        case domain::Urgency::high:
            return Tone::warn;
        case domain::Urgency::medium:
        case domain::Urgency::low:
            break;
    }
    return Tone::plain;
}

/// The issues by one of their sides, each count with its share of those raised.
Grid issues_grid(const Figures& figures,
                 std::string_view title,
                 std::string_view kind,
                 std::string_view list,
                 const std::vector<NamedCount>& counts,
                 std::int64_t raised) {
    auto grid = counted_grid(figures, title, figures.words().text("count", "Issues"));
    for (const auto& each : counts) {
        const bool ours = kind != "issue category";
        const auto name = ours ? shown(figures.words(), kind, each.name)
                               : std::string{figures.words().text(kind, each.name)};
        add_counted(grid,
                    figures,
                    name,
                    each.count,
                    raised,
                    fmt::format("issues.{}[{}].count", list, each.name));
    }
    return grid;
}

/// How long the open issues are overdue.
Grid ages_grid(const IssueFigures& issues, const Figures& figures) {
    const auto& words = figures.words();
    auto grid =
        counted_grid(figures, words.text("Open, overdue for"), words.text("count", "Issues"));
    for (const auto& each : issues.by_age) {
        const auto name = each.name == "not_due" ? words.text("not due yet")
                          : each.name == "1-7"   ? words.text("1 to 7 days")
                          : each.name == "8-30"  ? words.text("8 to 30 days")
                          : each.name == "31-90" ? words.text("31 to 90 days")
                                                 : words.text("more than 90 days");
        add_counted(grid,
                    figures,
                    name,
                    each.count,
                    issues.open,
                    fmt::format("issues.by_age[{}].count", each.name));
    }
    return grid;
}

}  // namespace

Part issues_part(const PeriodReport& report, const Figures& figures) {
    const auto& words = figures.words();
    const auto& issues = report.issues;
    Part part{.id = "issues", .heading = std::string{words.text("heading", "Issues")}};
    if (issues.raised + issues.open == 0) {
        part.note = words.text("No issues were raised in this period, and none is open.");
        return part;
    }
    part.note = filled(words.text("{0} issues were raised in this period. On {1}, {2} were open, "
                                  "whenever raised; {3} of these were overdue."),
                       {figures.count(issues.raised),
                        to_text(report.today),
                        figures.count(issues.open),
                        figures.count(issues.overdue)});
    const auto add = [&](std::string_view title,
                         std::string_view kind,
                         std::string_view list,
                         const std::vector<NamedCount>& counts) {
        if (!counts.empty()) {
            part.grids.push_back(issues_grid(figures, title, kind, list, counts, issues.raised));
        }
    };
    add(words.text("Status"), domain::issue_statuses.kind, "by_status", issues.by_status);
    add(words.text("Category"), "issue category", "by_category", issues.by_category);
    add(words.text("Urgency"), domain::urgencies.kind, "by_urgency", issues.by_urgency);
    if (issues.open > 0) {
        part.grids.push_back(ages_grid(issues, figures));
    }
    return part;
}

Part overdue_part(const PeriodReport& report, const Figures& figures) {
    const auto& words = figures.words();
    Part part{.id = "overdue", .heading = std::string{words.text("Overdue issues")}};
    if (report.overdue.empty()) {
        part.note = report.issues.open > 0 ? words.text("No open issue is overdue.") : "";
        return part;
    }
    const auto listed = static_cast<std::int64_t>(report.overdue.size());
    if (listed < report.issues.overdue) {
        part.note = filled(words.text("The {0} that are overdue longest, of {1}."),
                           {figures.count(listed), figures.count(report.issues.overdue)});
    }
    Grid grid{.columns = {text_column(words.text("Issue"), 0, 3),
                          number_column(words.text("Days")),
                          text_column(words.text("Shop"), 10),
                          text_column(words.text("What is wrong"), 18),
                          text_column(words.text("Urgency"), 0, 4),
                          text_column(words.text("Owner"), 6, 5),
                          text_column(words.text("Due"), 0, 2),
                          text_column(words.text("Status"), 0, 6),
                          text_column(words.text("Category"), 6, 8)}};
    const auto length = tail_length(report.overdue);
    for (const auto& line : report.overdue) {
        grid.rows.push_back({short_text(line.id, length),
                             {figures.count(line.days), Tone::strong},
                             one_line(line.unit_name),
                             one_line(line.text),
                             {shown(words, domain::urgencies, line.urgency), tone_of(line.urgency)},
                             one_line(line.owner.empty() ? words.text("nobody yet") : line.owner),
                             to_text(line.due),
                             shown(words, domain::issue_statuses, line.status),
                             one_line(words.text("issue category", line.category))});
        identify(grid.rows.back(), fmt::format("overdue[{}].", to_text(line.id)), {"", "days"});
    }
    part.grids.push_back(std::move(grid));
    return part;
}

Part rectification_part(const PeriodReport& report, const Figures& figures) {
    const auto& words = figures.words();
    const auto& mended = report.rectification;
    Part part{.id = "rectification", .heading = std::string{words.text("Rectification")}};
    if (mended.closed.whole + mended.closed_in_period == 0) {
        part.note = report.issues.raised > 0
                        ? words.text("No issue of this period was to be rectified.")
                        : "";
        return part;
    }
    part.note = words.text(
        "Of the issues raised in this period, without the cancelled ones and duplicates.");
    auto grid = figures_grid(figures);
    const auto add = [&](std::string_view name, const Share& share, std::string_view pattern) {
        grid.rows.push_back(
            {name,
             figures.percent(share),
             filled(pattern, {figures.count(share.part), figures.count(share.whole)})});
    };
    add(words.text("Issues closed"), mended.closed, words.text("{0} of {1} closed"));
    add(words.text("Closed on time"), mended.on_time, words.text("{0} of {1} due by now"));
    add(words.text("Accepted at once"), mended.first_pass, words.text("{0} of {1} accepted"));
    grid.rows.push_back({words.text("Median time to close"), figures.days(mended.median_days), ""});
    grid.rows.push_back({words.text("90% closed within"), figures.days(mended.p90_days), ""});
    grid.rows.push_back({words.text("Closed in this period"),
                         figures.count(mended.closed_in_period),
                         words.text("whenever raised")});
    std::size_t at = 0;
    for (const auto* member : {"closed.percent",
                               "on_time.percent",
                               "first_pass.percent",
                               "median_days",
                               "p90_days",
                               "closed_in_period"}) {
        grid.rows[at++][1].figure = std::string{"rectification."} + member;
    }
    part.grids.push_back(std::move(grid));
    return part;
}

}  // namespace dudao::report
