#include "workflow/score_history.hpp"

#include "domain/compare.hpp"
#include "store/checklists.hpp"

#include <algorithm>
#include <iterator>

namespace dudao::workflow {

ScoreHistory::ScoreHistory(store::Driver& driver, const domain::Period& period)
    : driver_(&driver), periods_(report::trend_of(period)) {
    const auto trend = domain::range_of(periods_.front().first, period.last);
    const auto year = domain::year_before(period);
    if (year.first >= trend.first) {
        spans_ = {trend};
    } else if (year.last < trend.first) {
        spans_ = {year, trend};
        periods_.insert(periods_.begin(), year);
    } else {
        spans_ = {domain::range_of(year.first, trend.last)};
    }
    for (const auto& head : store::Checklists{driver}.heads()) {
        codes_.emplace(head.key, head.code);
    }
}

std::vector<store::ScoreGroup> ScoreHistory::groups() const {
    std::vector<store::ScoreGroup> all;
    for (const auto& span : spans_) {
        auto groups = store::Inspections{*driver_}.groups(span.first, span.last);
        std::move(groups.begin(), groups.end(), std::back_inserter(all));
    }
    return all;
}

std::vector<std::vector<store::ScoreGroup>> ScoreHistory::groups(
    std::size_t parts, const store::Inspections::PartOf& part_of) const {
    std::vector<std::vector<store::ScoreGroup>> all(parts);
    for (const auto& span : spans_) {
        auto groups = store::Inspections{*driver_}.groups(span.first, span.last, parts, part_of);
        for (std::size_t part = 0; part < parts; ++part) {
            std::move(groups[part].begin(), groups[part].end(), std::back_inserter(all[part]));
        }
    }
    return all;
}

/// Versions by the first day of the period that they were used in.
std::map<Day, ScoreHistory::Versions> ScoreHistory::used(
    const std::vector<store::ScoreGroup>& groups) const {
    std::map<Day, Versions> used;
    for (const auto& group : groups) {
        const auto after = std::upper_bound(
            periods_.begin(), periods_.end(), group.day, [](Day day, const auto& period) {
                return day < period.first;
            });
        if (after != periods_.begin() && domain::contains(*std::prev(after), group.day)) {
            used[std::prev(after)->first].insert(group.checklist);
        }
    }
    return used;
}

void ScoreHistory::give(report::PeriodBuilder& builder,
                        const std::vector<store::ScoreGroup>& groups) {
    std::map<std::string, Versions> before;  // by the code of the checklist
    for (const auto& [first, checklists] : used(groups)) {
        std::map<std::string, Versions> now;
        for (const auto checklist : checklists) {
            now[codes_.at(checklist)].insert(checklist);
        }
        for (auto& [code, versions] : now) {
            const auto known = before.find(code);
            if (known != before.end() && !are_comparable(known->second, versions)) {
                builder.break_trend(first);
            }
            before[code] = std::move(versions);
        }
    }
    for (const auto& group : groups) {
        builder.add_trend({.day = group.day,
                           .verdict = group.verdict,
                           .grade = group.grade,
                           .visits = group.visits,
                           .scored = group.scored,
                           .percentages = group.percentages});
    }
}

const domain::Checklist& ScoreHistory::version(std::int64_t checklist) {
    const auto found = versions_.find(checklist);
    if (found != versions_.end()) {
        return found->second;
    }
    return versions_.emplace(checklist, store::Checklists{*driver_}.load(checklist).checklist)
        .first->second;
}

bool ScoreHistory::are_comparable(const Versions& before, const Versions& after) {
    for (const auto one : before) {
        for (const auto other : after) {
            const bool differ =
                one != other && domain::effect_of(domain::compare(version(one), version(other))) ==
                                    domain::ChangeEffect::score;
            if (differ) {
                return false;
            }
        }
    }
    return true;
}

}  // namespace dudao::workflow
