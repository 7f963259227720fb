#include "workflow/history.hpp"

#include "exchange/details.hpp"
#include "store/checklists.hpp"
#include "store/inspections.hpp"

#include <algorithm>

namespace dudao::workflow {

namespace {

std::map<std::string, domain::AnswerResult, std::less<>> results_of(
    const domain::ScoreSheet& sheet, const domain::Answers& answers) {
    std::map<std::string, domain::AnswerResult, std::less<>> results;
    for (std::size_t at = 0; at < sheet.size(); ++at) {
        results.emplace(sheet.items()[at].item->id, sheet.outcome(at, answers).result);
    }
    return results;
}

}  // namespace

const ChecklistInUse& History::version(std::int64_t key) {
    auto found = versions_.find(key);
    if (found == versions_.end()) {
        const auto heads = store::Checklists{session_->driver()}.heads();
        const auto head = std::find_if(
            heads.begin(), heads.end(), [&](const auto& each) { return each.key == key; });
        found = versions_.try_emplace(key, *session_, *head).first;
    }
    return found->second;
}

std::vector<History::Past>& History::of(std::int64_t unit, const std::string& checklist) {
    const auto [found, is_new] = past_.try_emplace({unit, checklist});
    if (is_new) {
        const auto kept = store::Inspections{session_->driver()}.of_unit(unit, checklist);
        for (const auto& visit : kept) {
            const auto& sheet = version(visit.checklist).sheet();
            domain::Answers answers{.results = visit.answers.results};
            if (!visit.answers.details.empty()) {
                answers.details =
                    exchange::parse_details(sheet.items(), visit.answers.details).or_throw();
            }
            found->second.push_back({visit.at, results_of(sheet, answers)});
        }
    }
    return found->second;
}

void History::add_to(domain::UnitFacts& facts,
                     std::int64_t unit,
                     const ChecklistInUse& checklist,
                     Instant at) {
    facts.history.clear();
    auto visits = checklist.visibility().visits();
    if (visits == 0) {
        return;
    }
    const auto& past = of(unit, checklist.head().code);
    const auto before = std::partition_point(
        past.begin(), past.end(), [&](const Past& each) { return each.at < at; });
    for (auto visit = before; visit != past.begin() && visits > 0; --visits) {
        --visit;
        for (const auto& placed : checklist.sheet().items()) {
            const auto& id = placed.item->id;
            const auto found = visit->results.find(id);
            facts.history[id].push_back(
                found == visit->results.end() ? domain::AnswerResult::not_checked : found->second);
        }
    }
}

std::map<std::string, std::vector<PastResult>> History::last(std::int64_t unit,
                                                             const std::string& checklist,
                                                             Instant at,
                                                             std::size_t most) {
    std::map<std::string, std::vector<PastResult>> last;
    const auto& past = of(unit, checklist);
    std::for_each(past.rbegin(), past.rend(), [&](const Past& visit) {
        for (const auto& [item, result] : visit.results) {
            const bool was_looked_at =
                domain::is_scored(result) || result == domain::AnswerResult::na;
            auto& results = last[item];
            if (visit.at < at && was_looked_at && results.size() < most) {
                results.push_back({visit.at, result});
            }
        }
    });
    return last;
}

std::vector<std::string> History::failed(std::int64_t unit,
                                         const std::string& checklist,
                                         Instant at) {
    std::vector<std::string> items;
    for (const auto& visit : of(unit, checklist)) {
        if (visit.at != at) {
            continue;
        }
        for (const auto& [item, result] : visit.results) {
            if (result == domain::AnswerResult::fail) {
                items.push_back(item);
            }
        }
    }
    return items;
}

void History::remember(std::int64_t unit,
                       const ChecklistInUse& checklist,
                       Instant at,
                       const domain::Answers& answers) {
    if (checklist.visibility().visits() == 0) {
        return;
    }
    auto& past = of(unit, checklist.head().code);
    const auto later = std::partition_point(
        past.begin(), past.end(), [&](const Past& each) { return each.at <= at; });
    past.insert(later, {at, results_of(checklist.sheet(), answers)});
}

}  // namespace dudao::workflow
