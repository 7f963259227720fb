#include "report/period_builder.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace dudao::report {

namespace {

using Counts = std::map<std::string, std::int64_t, std::less<>>;

/// The count under `name`, which begins at none.
std::int64_t& count_of(Counts& counts, std::string_view name) {
    auto found = counts.find(name);
    if (found == counts.end()) {
        found = counts.emplace(name, 0).first;
    }
    return found->second;
}

}  // namespace

std::size_t age_of(std::optional<Day> due, Day today) noexcept {
    constexpr std::array<std::int64_t, age_names.size() - 1> most{0, 7, 30, 90};  // days
    const auto days = due ? (today - *due).count() : 0;
    std::size_t age = 0;
    while (age < most.size() && days > most.at(age)) {
        ++age;
    }
    return age;
}

PeriodBuilder::PeriodBuilder(const domain::Period& period,
                             Day today,
                             std::vector<RegionFact> regions)
    : period_(period),
      today_(today),
      regions_(std::move(regions)),
      region_sums_(regions_.size()),
      trend_periods_(trend_of(period)),
      trend_(trend_periods_.size()),
      year_before_(domain::year_before(period)),
      rectification_(today) {}

void PeriodBuilder::add_unit(UnitFact unit) {
    if (unit.is_open_shop && unit.region != no_region) {
        ++region_sums_[unit.region].units;
    }
    index_.emplace(unit.key, units_.size());
    units_.push_back({.fact = std::move(unit)});
}

void PeriodBuilder::add_checklist(std::int64_t key, const domain::ScoreSheet& sheet) {
    const auto regions = regions_.size() + 1;  // the last: of no region
    checklists_[key] = {
        .sheet = &sheet,
        .marks = std::vector<Marks>(regions * sheet.size()),
        .extra = std::vector<domain::SectionPoints>(regions * sheet.checklist().sections.size())};
}

PeriodBuilder::UnitSums* PeriodBuilder::unit(std::int64_t key) {
    const auto found = index_.find(key);
    return found == index_.end() ? nullptr : &units_[found->second];
}

PeriodBuilder::RegionSums* PeriodBuilder::region_of(const UnitSums& sums) {
    return sums.fact.region == no_region ? nullptr : &region_sums_[sums.fact.region];
}

void PeriodBuilder::count_marks(const VisitFact& visit, std::size_t region) {
    auto& counted = checklists_.at(visit.checklist);
    const auto& sheet = *counted.sheet;
    const auto row = region == no_region ? regions_.size() : region;
    auto* marks = counted.marks.data() + row * sheet.size();
    for (const char mark : visit.results.substr(0, sheet.size())) {
        ++(*marks++)[mark_slot(mark)];
    }
    if (visit.answers == nullptr) {
        return;
    }
    auto* extra = counted.extra.data() + row * sheet.checklist().sections.size();
    for (std::size_t at = 0; at < sheet.size(); ++at) {
        const auto& item = *sheet.items()[at].item;
        if (domain::needs_value(item)) {
            const auto worth = sheet.worth(at, *visit.answers);
            extra[sheet.section_of(at)].got += Decimal::from_thousandths(worth.got);
            extra[sheet.section_of(at)].max += Decimal::from_thousandths(worth.possible);
        }
    }
}

/// A visit that has a percentage.
void PeriodBuilder::count_score(const VisitFact& visit, UnitSums& sums, RegionSums* region) {
    const bool passed = visit.verdict == domain::Verdict::passed;
    ++scored_;
    percentages_ += *visit.percentage;
    points_ += visit.score;
    max_points_ += visit.max_score;
    passed_ += passed ? 1 : 0;
    ++sums.scored;
    sums.percentages += *visit.percentage;
    if (!visit.grade.empty()) {
        ++count_of(grades_, visit.grade);
    }
    if (region != nullptr) {
        ++region->scored;
        region->percentages += *visit.percentage;
        region->passed += passed ? 1 : 0;
    }
}

void PeriodBuilder::add_visit(const VisitFact& visit) {
    auto* sums = unit(visit.unit);
    if (sums == nullptr) {
        return;
    }
    ++visits_;
    ++sums->visits;
    planned_.unplanned += visit.planned ? 0 : 1;
    ++verdicts_[visit.verdict];
    if (std::pair{visit.day, visit.key} >= std::pair{sums->last, sums->last_key}) {
        sums->last = visit.day;
        sums->last_key = visit.key;
        sums->grade = visit.grade;
    }
    const bool is_scored = domain::enters_means(visit.verdict) && visit.percentage;
    if (is_scored && !visit.grade.empty()) {
        moves_.add_now({.unit = visit.unit,
                        .checklist = checklists_.at(visit.checklist).sheet->checklist().code,
                        .day = visit.day,
                        .key = visit.key,
                        .grade = visit.grade});
    }
    auto* region = region_of(*sums);
    if (region != nullptr) {
        ++region->visits;
    }
    if (is_scored) {
        count_score(visit, *sums, region);
    }
    count_marks(visit, sums->fact.region);
}

void PeriodBuilder::add_grade_before(const GradeMoves::Graded& visit) {
    if (has_unit(visit.unit)) {
        moves_.add_before(visit);
    }
}

void PeriodBuilder::add_planned(std::int64_t key, domain::VisitStanding standing) {
    auto* sums = unit(key);
    if (sums == nullptr) {
        return;
    }
    planned_.count(standing);
    if (auto* region = region_of(*sums)) {
        region->planned.count(standing);
    }
}

void PeriodBuilder::break_trend(Day first) {
    breaks_.insert(first);
}

void PeriodBuilder::add_trend(const TrendFact& fact) {
    if (domain::contains(year_before_, fact.day)) {
        const bool enters = domain::enters_means(fact.verdict);
        year_before_visits_ += fact.visits;
        year_before_scored_ += enters ? fact.scored : 0;
        year_before_percentages_ += enters ? fact.percentages : 0;
    }
    const auto after = std::upper_bound(
        trend_periods_.begin(), trend_periods_.end(), fact.day, [](Day day, const auto& period) {
            return day < period.first;
        });
    if (after != trend_periods_.begin() && domain::contains(*std::prev(after), fact.day)) {
        trend_[static_cast<std::size_t>(after - trend_periods_.begin()) - 1].push_back(fact);
    }
}

void PeriodBuilder::add_raised(const IssueFact& issue) {
    auto* sums = unit(issue.unit);
    if (sums == nullptr) {
        return;
    }
    ++raised_;
    ++by_status_[issue.course.status];
    ++by_urgency_[issue.urgency];
    ++count_of(by_category_, issue.category);
    if (auto* region = region_of(*sums)) {
        ++region->raised;
    }
    rectification_.add(issue.course);
}

void PeriodBuilder::add_open(const IssueFact& issue) {
    auto* sums = unit(issue.unit);
    if (sums == nullptr || !domain::is_open(issue.course.status)) {
        return;
    }
    ++open_;
    ++by_age_.at(age_of(issue.course.due, today_));
    ++sums->open_issues;
    if (issue.course.due && today_ > *issue.course.due) {
        ++overdue_;
        if (auto* region = region_of(*sums)) {
            ++region->overdue;
        }
    }
}

void PeriodBuilder::add_closed(std::int64_t key) {
    closed_in_period_ += unit(key) == nullptr ? 0 : 1;
}

}  // namespace dudao::report
