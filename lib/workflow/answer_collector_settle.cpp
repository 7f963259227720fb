// What becomes of the visits, once all answers are gathered.
#include "base/error_id.hpp"
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

/// Makes a visit one that stands in the place of a recorded one.
void AnswerCollector::make_correction(Visit& visit, const store::InspectionRow& row) {
    const auto& use = *visit.list->use;
    corrected_.push_back(to_be_corrected(*session_, row, use.sheet()));
    visit.id = session_->new_id();
    visit.corrects = &corrected_.back();
    if (auto facts = store::Inspections{session_->driver()}.facts(row.key)) {
        if (visit.profile != nullptr) {
            facts->profile = visit.profile->id;
        }
        corrected_facts_.push_back(*std::move(facts));
        visit.facts = &corrected_facts_.back();
    }
}

void AnswerCollector::correct(const store::InspectionRow& row) {
    close();
    const auto head = std::find_if(
        heads_.begin(), heads_.end(), [&](const auto& each) { return each.key == row.checklist; });
    Visit visit{.unit = &units_.at(row.unit_code),
                .list = list_of(*head),
                .inspector = &people_.at(row.inspector),
                .at = row.at,
                .day = row.day,
                .ref = keep(row.ref),
                .kind = row.kind,
                .line = 1};
    make_correction(visit, row);
    if (visit.facts != nullptr) {
        visit.profile = visit.list->use->profile(visit.facts->profile).or_throw();
    }
    visit.results = static_cast<char*>(memory_.allocate(row.results.size(), 1));
    std::replace_copy(row.results.begin(),
                      row.results.end(),
                      visit.results,
                      domain::mark::hidden,
                      domain::mark::not_checked);
    visit.details = keep(row.details);
    visits_.push_back(visit);
    index_.emplace(visit.id, &visits_.back());
    open(visits_.back(), {});
    recorded_.assign(row.results.size(), true);
}

void AnswerCollector::replace_recorded(std::size_t position, const AnswerTexts& texts) {
    recorded_[position] = false;
    auto& detail = detail_at(position);
    if (!texts.answer.empty() || !texts.value.empty()) {
        open_->results[position] = domain::mark::not_checked;
        detail = {.remark = {}, .evidence = detail.evidence};
    } else if (!texts.remark.empty()) {
        detail.remark.clear();
    }
}

/// Settles a visit that is recorded already; what is wrong with it.
std::optional<Error> AnswerCollector::settle_recorded(Visit& visit,
                                                      const Ulid& in_force,
                                                      std::int64_t key) {
    const store::Inspections inspections{session_->driver()};
    visit.recorded = is_recorded_as(visit, inspections.answers(key));
    if (visit.recorded) {
        return std::nullopt;
    }
    if (!reason_.empty()) {
        const auto row = inspections.find(in_force).value();
        if (!row.state.voided) {
            make_correction(visit, row);
            return std::nullopt;
        }
        return Error{ErrorId::visit_voided, {short_text(in_force, shortest_tail)}};
    }
    return Error{ErrorId::visit_differs,
                 {visit.unit->code,
                  to_text(visit.day),
                  std::to_string(visit.line),
                  short_text(in_force, shortest_tail)}};
}

/// A correction that leaves everything as it was is none.
void AnswerCollector::drop_unchanged() {
    for (auto& visit : visits_) {
        if (visit.corrects != nullptr) {
            const auto& row = visit.corrects->row;
            const std::string_view results{visit.results, visit.list->use->sheet().size()};
            visit.recorded = results == row.results && visit.details == row.details;
        }
    }
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
    const domain::Corrections corrections{inspections.corrections(first->day, last->day)};
    std::vector<Error> differing;
    for (auto& visit : visits_) {
        const auto there = visit.spoilt ? recorded.end() : recorded.find(visit.id);
        if (there == recorded.end()) {
            continue;
        }
        const auto in_force = corrections.in_force(visit.id);
        if (auto wrong = settle_recorded(visit, in_force, recorded.at(in_force))) {
            visit.spoilt = true;
            wrong->place = {file, visit.line};
            differing.push_back(*std::move(wrong));
        }
    }
    for (auto* visit : new_visits()) {
        leave_out(*visit);
    }
    drop_unchanged();
    return differing;
}

}  // namespace dudao::workflow
