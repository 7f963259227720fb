#include "report/month_builder.hpp"

#include <algorithm>
#include <numeric>

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

MonthBuilder::MonthBuilder(const domain::Period& month, Day today, std::vector<RegionFact> regions)
    : month_(month),
      today_(today),
      regions_(std::move(regions)),
      region_sums_(regions_.size()),
      rectification_(today) {}

void MonthBuilder::add_unit(UnitFact unit) {
    if (unit.is_open_shop && unit.region != no_region) {
        ++region_sums_[unit.region].units;
    }
    index_.emplace(unit.key, units_.size());
    units_.push_back({.fact = std::move(unit)});
}

void MonthBuilder::add_checklist(std::int64_t key, const domain::ScoreSheet& sheet) {
    const auto regions = regions_.size() + 1;  // the last: of no region
    checklists_[key] = {
        .sheet = &sheet,
        .marks = std::vector<Marks>(regions * sheet.size()),
        .extra = std::vector<domain::SectionPoints>(regions * sheet.checklist().sections.size())};
}

MonthBuilder::UnitSums* MonthBuilder::unit(std::int64_t key) {
    const auto found = index_.find(key);
    return found == index_.end() ? nullptr : &units_[found->second];
}

MonthBuilder::RegionSums* MonthBuilder::region_of(const UnitSums& sums) {
    return sums.fact.region == no_region ? nullptr : &region_sums_[sums.fact.region];
}

void MonthBuilder::count_marks(const VisitFact& visit, std::size_t region) {
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
void MonthBuilder::count_score(const VisitFact& visit, UnitSums& sums, RegionSums* region) {
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

void MonthBuilder::add_visit(const VisitFact& visit) {
    auto* sums = unit(visit.unit);
    if (sums == nullptr) {
        return;
    }
    ++visits_;
    ++sums->visits;
    planned_.unplanned += visit.planned ? 0 : 1;
    ++verdicts_[visit.verdict];
    if (visit.day >= sums->last) {
        sums->last = visit.day;
        sums->grade = visit.grade;
    }
    auto* region = region_of(*sums);
    if (region != nullptr) {
        ++region->visits;
    }
    if (domain::enters_means(visit.verdict) && visit.percentage) {
        count_score(visit, *sums, region);
    }
    count_marks(visit, sums->fact.region);
}

void MonthBuilder::add_planned(std::int64_t key, domain::VisitStanding standing) {
    auto* sums = unit(key);
    if (sums == nullptr) {
        return;
    }
    planned_.count(standing);
    if (auto* region = region_of(*sums)) {
        region->planned.count(standing);
    }
}

void MonthBuilder::break_trend(Day first) {
    breaks_.insert(first);
}

void MonthBuilder::add_trend(const TrendFact& fact) {
    trend_[domain::month_of(fact.day).first].push_back(fact);
}

void MonthBuilder::add_raised(const IssueFact& issue) {
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

void MonthBuilder::add_open(const IssueFact& issue) {
    auto* sums = unit(issue.unit);
    if (sums == nullptr || !domain::is_open(issue.course.status)) {
        return;
    }
    ++open_;
    ++sums->open_issues;
    if (issue.course.due && today_ > *issue.course.due) {
        ++overdue_;
        if (auto* region = region_of(*sums)) {
            ++region->overdue;
        }
    }
}

void MonthBuilder::add_closed(std::int64_t key) {
    closed_in_month_ += unit(key) == nullptr ? 0 : 1;
}

}  // namespace dudao::report
