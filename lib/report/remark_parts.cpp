#include "report/grids.hpp"
#include "report/period_parts.hpp"
#include "report/remarks.hpp"
#include "report/table.hpp"
#include "report/wording.hpp"

namespace dudao::report {

namespace {

/// What a remark says; {0}, {1} are its figures, {2} is what it is about.
std::string_view pattern_of(RemarkRule rule, const Catalogue& words) {
    switch (rule) {
        case RemarkRule::mean_up:
            return words.text("The mean score rose from {1} to {0}.");
        case RemarkRule::mean_down:
            return words.text("The mean score fell from {1} to {0}.");
        case RemarkRule::plan_done:
            return words.text("All {0} planned visits were made.");
        case RemarkRule::plan_missed:
            return words.text("{0} of {1} planned visits were missed.");
        case RemarkRule::closed_on_time:
            return words.text("{0} of {1} issues were closed on time.");
        case RemarkRule::overdue_many:
            return words.text("{0} of {1} open issues are overdue.");
        case RemarkRule::overdue_old:
            return words.text("Overdue for more than 30 days: {0}.");
        case RemarkRule::item_often:
            return words.text("{2}: failed in {0} of {1} answers.");
        case RemarkRule::item_critical:
            return words.text("{2}: critical, failed in {0} of {1} answers.");
        case RemarkRule::region_low:
        case RemarkRule::region_high:
            return words.text("{2}: a mean of {0}, against {1} in all.");
        case RemarkRule::grades_up:
            return words.text("{0} shops rose in grade, {1} fell.");
        case RemarkRule::grades_down:
            return words.text("{1} shops fell in grade, {0} rose.");
        case RemarkRule::exemplary:
            return words.text("{2}: a mean of {0} in {1} visits, no open issue.");
    }
    return {};
}

/// What is to be done about it; empty for highlights.
std::string_view advice_on(RemarkRule rule, const Catalogue& words) {
    switch (rule) {
        case RemarkRule::mean_down:
            return words.text("Look at the regions and items that cost most.");
        case RemarkRule::plan_missed:
            return words.text("Make up for them, or plan what can be done.");
        case RemarkRule::overdue_many:
            return words.text("Remind the owners, the most urgent first.");
        case RemarkRule::overdue_old:
            return words.text("Take them up with the managers one by one.");
        case RemarkRule::item_often:
            return words.text("Train for it, and look at it first in the next round.");
        case RemarkRule::item_critical:
            return words.text("Check it in every visit until it passes.");
        case RemarkRule::region_low:
            return words.text("Visit it more often, and ask for a plan.");
        case RemarkRule::grades_down:
            return words.text("See which shops fell, and why.");
        default:
            return {};
    }
}

/// A percentage where the figure is a mean, else a count.
std::string shown_figure(const RemarkFigure& figure, const Figures& figures) {
    const bool is_mean = figure.figure.find("mean") != std::string::npos;
    return is_mean ? figures.percent(std::optional{figure.value})
                   : figures.count(figure.value.millionths() / Decimal::one);
}

std::string text_of(const Remark& remark, const Figures& figures) {
    const auto value = [&](std::size_t at) {
        return at < remark.figures.size() ? shown_figure(remark.figures[at], figures)
                                          : std::string{};
    };
    return filled(pattern_of(remark.rule, figures.words()),
                  {value(0), value(1), one_line(remark.name)});
}

}  // namespace

Part remarks_part(const PeriodReport& report, const Figures& figures) {
    const auto& words = figures.words();
    Part part{.id = "remarks", .heading = std::string{words.text("Highlights and suggestions")}};
    Grid highlights{.columns = {text_column(words.text("Highlights"), 20)}};
    Grid suggestions{.columns = {text_column(words.text("Suggestions"), 20),
                                 text_column(words.text("What to do"), 16, 1)}};
    for (const auto& remark : remarks_of(report)) {
        if (is_highlight(remark.rule)) {
            highlights.rows.push_back({text_of(remark, figures)});
        } else {
            suggestions.rows.push_back({text_of(remark, figures), advice_on(remark.rule, words)});
        }
    }
    for (auto* grid : {&highlights, &suggestions}) {
        if (!grid->rows.empty()) {
            part.grids.push_back(std::move(*grid));
        }
    }
    return part;
}

}  // namespace dudao::report
