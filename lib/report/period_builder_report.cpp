#include "report/period_builder.hpp"

#include <algorithm>

namespace dudao::report {

namespace {

constexpr int hundred = 100;
constexpr std::size_t most_failed_items = 20;
constexpr std::size_t most_ranked = 10;

/// A mean of percentages in thousandths, with one decimal.
std::optional<Decimal> mean(std::int64_t sum, std::int64_t count) {
    if (count == 0) {
        return std::nullopt;
    }
    return Ratio{Decimal::from_thousandths(sum), Decimal{count}}.rounded(1);
}

std::optional<Decimal> quotient(std::int64_t part, std::int64_t whole) {
    if (whole == 0) {
        return std::nullopt;
    }
    return Ratio{Decimal{part * hundred}, Decimal{whole}}.rounded(1);
}

/// Grades in the order of the first checklist that knows them, the best first.
std::vector<GradeCount> in_order(const std::map<std::string, std::int64_t, std::less<>>& counts,
                                 const std::vector<std::string>& order) {
    std::vector<GradeCount> list;
    for (const auto& grade : order) {
        const auto found = counts.find(grade);
        list.push_back({grade, found == counts.end() ? 0 : found->second});
    }
    for (const auto& [grade, visits] : counts) {
        if (std::find(order.begin(), order.end(), grade) == order.end()) {
            list.push_back({grade, visits});
        }
    }
    return list;
}

/// How often one item was answered how, whatever the region.
struct ItemSums {
    std::int64_t passed = 0;
    std::int64_t partial = 0;
    std::int64_t failed = 0;

    void count(domain::AnswerResult result, std::int64_t times) noexcept {
        switch (result) {
            case domain::AnswerResult::pass:
                passed += times;
                break;
            case domain::AnswerResult::partial:
                partial += times;
                break;
            case domain::AnswerResult::fail:
                failed += times;
                break;
            default:
                break;
        }
    }
};

/// 100 × got / max with one decimal.
std::optional<Decimal> points_percentage(const domain::SectionPoints& points) {
    if (points.max.is_zero()) {
        return std::nullopt;
    }
    return (Ratio{Decimal{hundred}} * Ratio{points.got, points.max}).rounded(1);
}

}  // namespace

PeriodReport PeriodBuilder::finish(std::string_view language,
                                   std::vector<Ranked>& best,
                                   std::vector<Ranked>& worst) const {
    PeriodReport report{.period = period_, .today = today_, .timezone = {}, .chain = {}};
    add_coverage(report);
    add_scores(report);
    add_trend_points(report);
    add_regions(report);
    add_matrices(report, language);
    add_failed_items(report, language);
    add_issues(report);
    add_rectification(report);
    rank(best, worst);
    return report;
}

/// Names of grades, the best first, as the checklists have them.
std::vector<std::string> PeriodBuilder::grade_order() const {
    std::vector<std::string> order;
    for (const auto& [key, counted] : checklists_) {
        for (const auto& grade : counted.sheet->checklist().scoring.grades) {
            if (std::find(order.begin(), order.end(), grade.name) == order.end()) {
                order.push_back(grade.name);
            }
        }
    }
    return order;
}

void PeriodBuilder::add_coverage(PeriodReport& report) const {
    report.coverage = {.planned = planned_.planned(),
                       .done = planned_.made(),
                       .late = planned_.late,
                       .open = planned_.open,
                       .missed = planned_.missed,
                       .cancelled = planned_.cancelled,
                       .unplanned = planned_.unplanned};
    for (const auto& sums : units_) {
        if (sums.fact.is_open_shop) {
            ++report.coverage.units.whole;
            report.coverage.units.part += sums.visits > 0 ? 1 : 0;
        }
    }
}

void PeriodBuilder::add_scores(PeriodReport& report) const {
    auto& scores = report.scores;
    scores.visits = visits_;
    scores.scored = scored_;
    scores.mean.now = mean(percentages_, scored_);
    scores.pooled = points_percentage(
        {Decimal::from_thousandths(points_), Decimal::from_thousandths(max_points_)});
    scores.passed = {passed_, scored_};
    scores.grades = in_order(grades_, grade_order());
    for (const auto& [verdict, word] : domain::verdicts.words) {
        const auto found = verdicts_.find(verdict);
        scores.verdicts.push_back({verdict, found == verdicts_.end() ? 0 : found->second});
    }
}

/// One period of the trend.
TrendPoint PeriodBuilder::trend_point(std::size_t index,
                                      const std::vector<std::string>& order) const {
    const auto& period = trend_periods_[index];
    TrendPoint point{.period = period, .breaks = breaks_.contains(period.first)};
    std::int64_t scored = 0;
    std::int64_t percentages = 0;
    std::map<std::string, std::int64_t, std::less<>> grades;
    for (const auto& fact : trend_[index]) {
        point.visits += fact.visits;
        if (domain::enters_means(fact.verdict)) {
            scored += fact.scored;
            percentages += fact.percentages;
            grades[fact.grade] += fact.visits;
        }
    }
    grades.erase("");
    point.mean = mean(percentages, scored);
    point.grades = in_order(grades, order);
    return point;
}

void PeriodBuilder::add_trend_points(PeriodReport& report) const {
    const auto order = grade_order();
    for (std::size_t index = 0; index < trend_.size(); ++index) {
        report.trend.push_back(trend_point(index, order));
    }
    auto& trend = report.trend;
    trend.front().breaks = false;  // what it is broken from is not in it
    if (!trend.back().breaks) {
        report.scores.mean.period_before = trend[trend.size() - 2].mean;
        report.scores.moves = moves_.moves();
    }
    if (period_.kind == domain::PeriodKind::year) {
        return;  // it is the period before
    }
    report.scores.visits_year_before = year_before_visits_;
    if (breaks_.upper_bound(year_before_.first) == breaks_.end()) {
        report.scores.mean.year_before = mean(year_before_percentages_, year_before_scored_);
    }
}

void PeriodBuilder::add_regions(PeriodReport& report) const {
    for (std::size_t at = 0; at < regions_.size(); ++at) {
        const auto& sums = region_sums_[at];
        report.regions.push_back({.code = regions_[at].code,
                                  .name = regions_[at].name,
                                  .units = sums.units,
                                  .coverage = {sums.planned.made(), sums.planned.planned()},
                                  .visits = sums.visits,
                                  .mean = mean(sums.percentages, sums.scored),
                                  .passed = {sums.passed, sums.scored},
                                  .issues = sums.raised,
                                  .overdue = sums.overdue});
    }
}

/// Points by section of one region's answers.
std::vector<domain::SectionPoints> PeriodBuilder::region_points(const Counted& counted,
                                                                std::size_t region) {
    const auto& sheet = *counted.sheet;
    const auto sections = sheet.checklist().sections.size();
    const auto* extra = counted.extra.data() + region * sections;
    std::vector<domain::SectionPoints> points{extra, extra + sections};
    for (std::size_t at = 0; at < sheet.size(); ++at) {
        const auto& item = *sheet.items()[at].item;
        const auto& marks = counted.marks[region * sheet.size() + at];
        for (const auto& [mark, outcome] : domain::known_marks(item)) {
            if (domain::needs_value(item)) {
                continue;  // in `extra`
            }
            const std::int64_t times = marks.at(mark_slot(mark));
            const auto& worth = sheet.worth(at, mark);
            auto& section = points[sheet.section_of(at)];
            section.got += Decimal::from_thousandths(worth.got * times);
            section.max += Decimal::from_thousandths(worth.possible * times);
        }
    }
    return points;
}

void PeriodBuilder::add_matrices(PeriodReport& report, std::string_view language) const {
    for (const auto& [key, counted] : checklists_) {
        const auto& list = counted.sheet->checklist();
        Matrix matrix{.code = list.code,
                      .version = list.version,
                      .checklist = std::string{list.title.in(language)}};
        for (const auto& section : list.sections) {
            matrix.section_ids.push_back(section.id);
            matrix.sections.emplace_back(section.title.in(language));
        }
        for (std::size_t region = 0; region < regions_.size(); ++region) {
            std::vector<std::optional<Decimal>> row;
            for (const auto& points : region_points(counted, region)) {
                row.push_back(points_percentage(points));
            }
            const bool any = std::any_of(
                row.begin(), row.end(), [](const auto& cell) { return cell.has_value(); });
            if (any) {
                matrix.region_codes.push_back(regions_[region].code);
                matrix.regions.push_back(regions_[region].name);
                matrix.cells.push_back(std::move(row));
            }
        }
        if (!matrix.cells.empty()) {
            report.matrices.push_back(std::move(matrix));
        }
    }
}

void PeriodBuilder::add_failed_items(PeriodReport& report, std::string_view language) const {
    std::vector<FailedItem> items;
    for (const auto& [key, counted] : checklists_) {
        const auto& sheet = *counted.sheet;
        for (std::size_t at = 0; at < sheet.size(); ++at) {
            const auto& placed = sheet.items()[at];
            ItemSums sums;
            for (std::size_t region = 0; region <= regions_.size(); ++region) {
                const auto& marks = counted.marks[region * sheet.size() + at];
                for (const auto& [mark, outcome] : domain::known_marks(*placed.item)) {
                    sums.count(outcome.result, marks.at(mark_slot(mark)));
                }
            }
            items.push_back({.checklist = sheet.checklist().code,
                             .item = placed.item->id,
                             .text = std::string{placed.item->text.in(language)},
                             .section = std::string{placed.section->title.in(language)},
                             .critical = placed.item->critical != domain::CriticalEffect::none,
                             .assessed = sums.passed + sums.partial + sums.failed,
                             .failed = sums.failed,
                             .partial = sums.partial});
            report.all_failures += sums.failed;
        }
    }
    std::erase_if(items, [](const FailedItem& item) { return item.failed == 0; });
    std::stable_sort(items.begin(), items.end(), [](const auto& a, const auto& b) {
        return a.failed > b.failed;
    });
    items.resize(std::min(items.size(), most_failed_items));
    std::int64_t above = 0;
    for (auto& item : items) {
        above += item.failed;
        item.share = quotient(item.failed, report.all_failures);
        item.cumulative = quotient(above, report.all_failures);
    }
    report.failed_items = std::move(items);
}

void PeriodBuilder::add_issues(PeriodReport& report) const {
    auto& issues = report.issues;
    issues.raised = raised_;
    issues.open = open_;
    issues.overdue = overdue_;
    for (std::size_t age = 0; age < age_names.size(); ++age) {
        issues.by_age.push_back({std::string{age_names.at(age)}, by_age_.at(age)});
    }
    for (const auto& [status, word] : domain::issue_statuses.words) {
        const auto found = by_status_.find(status);
        if (found != by_status_.end()) {
            issues.by_status.push_back({std::string{word}, found->second});
        }
    }
    for (const auto& [category, count] : by_category_) {
        issues.by_category.push_back({category, count});
    }
    std::stable_sort(issues.by_category.begin(),
                     issues.by_category.end(),
                     [](const auto& a, const auto& b) { return a.count > b.count; });
    for (const auto& [urgency, word] : domain::urgencies.words) {
        const auto found = by_urgency_.find(urgency);
        if (found != by_urgency_.end()) {
            issues.by_urgency.push_back({std::string{word}, found->second});
        }
    }
    std::reverse(issues.by_urgency.begin(), issues.by_urgency.end());
}

void PeriodBuilder::add_rectification(PeriodReport& report) const {
    report.rectification = rectification_.figures();
    report.rectification.closed_in_period = closed_in_period_;
}

void PeriodBuilder::rank(std::vector<Ranked>& best, std::vector<Ranked>& worst) const {
    std::vector<const UnitSums*> scored;
    for (const auto& sums : units_) {
        if (sums.scored > 0) {
            scored.push_back(&sums);
        }
    }
    // a / b < c / d without division: the sums of a period stay far below 2^63.
    const auto below = [](const UnitSums* a, const UnitSums* b) {
        const auto left = a->percentages * b->scored;
        const auto right = b->percentages * a->scored;
        return left != right ? left < right : a->fact.code < b->fact.code;
    };
    const auto above = [](const UnitSums* a, const UnitSums* b) {
        const auto left = a->percentages * b->scored;
        const auto right = b->percentages * a->scored;
        return left != right ? left > right : a->fact.code < b->fact.code;
    };
    const auto take = [&](auto order, std::vector<Ranked>& into) {
        const auto count = std::min(scored.size(), most_ranked);
        std::partial_sort(scored.begin(),
                          scored.begin() + static_cast<std::ptrdiff_t>(count),
                          scored.end(),
                          order);
        for (std::size_t at = 0; at < count; ++at) {
            const auto& sums = *scored[at];
            into.push_back({sums.fact.key,
                            {.code = sums.fact.code,
                             .name = {},
                             .region = {},
                             .visits = sums.visits,
                             .mean = *mean(sums.percentages, sums.scored),
                             .grade = sums.grade,
                             .open_issues = sums.open_issues}});
        }
    };
    take(above, best);
    take(below, worst);
}

}  // namespace dudao::report
