// What becomes of the visits, once all answers are gathered.
#include "exchange/details.hpp"
#include "store/units.hpp"
#include "workflow/answer_collector.hpp"

#include <algorithm>
#include <array>
#include <tuple>

namespace dudao::workflow {

domain::Answers AnswerCollector::answers_of(const Visit& visit) {
    const auto& sheet = visit.list->use->sheet();
    domain::Answers answers{.results = {visit.results, sheet.size()}};
    if (!visit.details.empty()) {
        answers.details = exchange::parse_details(sheet.items(), visit.details).or_throw();
    }
    return answers;
}

void AnswerCollector::replace(Visit& visit, const domain::Answers& answers) {
    std::copy(answers.results.begin(), answers.results.end(), visit.results);
    visit.details = keep(exchange::details_text(visit.list->use->sheet().items(), answers.details));
}

/// Whether a visit has the answers that are kept of it, but for those that were left out then.
bool AnswerCollector::is_recorded_as(Visit& visit, const store::KeptAnswers& kept) {
    const std::string_view results{visit.results, visit.list->use->sheet().size()};
    if (results == kept.results && visit.details == kept.details) {
        return true;
    }
    constexpr std::array<char, 2> out{domain::mark::waived, domain::mark::hidden};
    if (results.size() != kept.results.size() ||
        kept.results.find_first_of(out.data(), 0, out.size()) == std::string::npos) {
        return false;
    }
    auto given = answers_of(visit);
    const auto& items = visit.list->use->sheet().items();
    const auto details = exchange::parse_details(items, kept.details).or_throw();
    for (std::size_t at = 0; at < results.size(); ++at) {
        if (std::find(out.begin(), out.end(), kept.results[at]) == out.end()) {
            continue;
        }
        given.results[at] = kept.results[at];
        given.details.erase(at);
        if (const auto found = details.find(at); found != details.end()) {
            given.details.emplace(at, found->second);
        }
    }
    if (given.results != kept.results || given.details != details) {
        return false;
    }
    replace(visit, given);
    return true;
}

bool AnswerCollector::leaves_out(const Visit& visit) const {
    return waivers_.any() || visit.profile != nullptr || visit.list->use->visibility().any();
}

/// Those of which something may be left out, in the order in which they took place, since each may
/// depend on those before.
std::vector<AnswerCollector::Visit*> AnswerCollector::new_visits() {
    std::vector<Visit*> visits;
    for (auto& visit : visits_) {
        if (!visit.spoilt && !visit.recorded && leaves_out(visit)) {
            visits.push_back(&visit);
        }
    }
    std::sort(visits.begin(), visits.end(), [](const Visit* a, const Visit* b) {
        return std::tie(a->at, a->id) < std::tie(b->at, b->id);
    });
    return visits;
}

void AnswerCollector::leave_out(Visit& visit) {
    const auto& use = *visit.list->use;
    const auto unit = visit.unit->key;
    auto facts = facts_.find(unit);
    if (facts == facts_.end()) {
        const auto row = store::Units{session_->driver()}.find(unit);
        facts = facts_.emplace(unit, facts_of(row->unit)).first;
    }
    auto answers = answers_of(visit);
    waivers_.apply(unit, use, visit.day, answers);
    history_.add_to(facts->second, unit, use, visit.at);
    use.visibility().apply(facts->second, answers, visit.profile);
    history_.remember(unit, use, visit.at, answers);
    replace(visit, answers);
}

std::vector<Error> AnswerCollector::settle(const std::string& file) {
    close();
    has_texts_ = false;
    if (visits_.empty()) {
        return {};
    }
    const auto [first, last] =
        std::minmax_element(visits_.begin(), visits_.end(), [](const Visit& a, const Visit& b) {
            return a.day < b.day;
        });
    const store::Inspections inspections{session_->driver()};
    const auto recorded = inspections.ids(first->day, last->day);
    std::vector<Error> differing;
    for (auto& visit : visits_) {
        const auto there = visit.spoilt ? recorded.end() : recorded.find(visit.id);
        if (there == recorded.end()) {
            continue;
        }
        visit.recorded = is_recorded_as(visit, inspections.answers(there->second));
        if (!visit.recorded) {
            visit.spoilt = true;
            differing.push_back({ErrorId::visit_differs,
                                 {visit.unit->code,
                                  to_text(visit.day),
                                  std::to_string(visit.line),
                                  short_text(visit.id, shortest_tail)},
                                 {file, visit.line}});
        }
    }
    for (auto* visit : new_visits()) {
        leave_out(*visit);
    }
    return differing;
}

}  // namespace dudao::workflow
