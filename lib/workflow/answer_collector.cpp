#include "workflow/answer_collector.hpp"

#include "base/error_id.hpp"
#include "base/text.hpp"
#include "exchange/details.hpp"
#include "store/units.hpp"
#include "workflow/checklists.hpp"

#include <algorithm>

namespace dudao::workflow {

namespace {

/// Texts that an item remembers: people write few different ones.
constexpr std::size_t most_remembered = 8;

/// Whether there is more to an answer than the answer.
bool says_more(const AnswerTexts& texts) {
    return !texts.remark.empty() || !texts.evidence.empty() || texts.issue != nullptr;
}

}  // namespace

AnswerCollector::AnswerCollector(Session& session,
                                 std::string_view checklist,
                                 TakeFile take_file,
                                 std::string reason)
    : session_(&session),
      take_file_(std::move(take_file)),
      reason_(std::move(reason)),
      heads_(store::Checklists{session.driver()}.heads()),
      waivers_(session),
      history_(session) {
    load_units();
    for (auto& row : store::People{session.driver()}.all()) {
        people_.emplace(row.person.code, row);
    }
    const auto at = checklist.find('@');
    code_ = checklist.substr(0, at);
    if (!checklist.empty()) {
        const auto head = find_checklist(session, checklist);
        if (at != std::string_view::npos) {
            pinned_ = list_of(head);
        }
    }
}

void AnswerCollector::load_units() {
    std::map<std::string, std::uint32_t, std::less<>> zone_index;
    const auto zone_of = [&](std::string_view name) {
        const auto found = zone_index.find(name);
        if (found != zone_index.end()) {
            return found->second;
        }
        const auto wanted = name.empty() ? session_->policy().timezone : std::string{name};
        zones_.push_back(Zone::find(wanted).or_throw());
        const auto index = static_cast<std::uint32_t>(zones_.size() - 1);
        zone_index.emplace(name, index);
        return index;
    };
    store::Units{session_->driver()}.scan([&](const store::UnitScan& row) {
        const auto code = keep(row.code);
        units_.emplace(code, Place{row.key, code, zone_of(row.zone)});
    });
}

std::string_view AnswerCollector::keep(std::string_view text) {
    if (text.empty()) {
        return {};
    }
    auto* bytes = static_cast<char*>(memory_.allocate(text.size(), 1));
    std::copy(text.begin(), text.end(), bytes);
    return {bytes, text.size()};
}

AnswerCollector::List* AnswerCollector::list_of(const store::ChecklistHead& head) {
    auto& list = lists_[head.key];
    if (!list.use) {
        list.use = std::make_unique<ChecklistInUse>(*session_, head);
        for (const auto& placed : list.use->sheet().items()) {
            list.items.emplace_back(placed.item->id);
        }
        list.seen.resize(list.items.size());
    }
    return &list;
}

Result<AnswerCollector::List*> AnswerCollector::list_for(std::string_view code, Instant at) {
    if (pinned_ != nullptr) {
        return pinned_;
    }
    const auto at_sign = code.find('@');
    if (at_sign != std::string_view::npos) {
        const auto head = std::find_if(heads_.begin(), heads_.end(), [&](const auto& each) {
            return each.code == code.substr(0, at_sign) && each.version == code.substr(at_sign + 1);
        });
        return head == heads_.end() ? Result<List*>{Error{ErrorId::no_such_checklist, {code}}}
                                    : list_of(*head);
    }
    const store::ChecklistHead* in_force = nullptr;
    bool known = false;
    for (const auto& head : heads_) {
        known = known || head.code == code;
        if (head.code == code && head.published_at <= at) {
            in_force = &head;  // heads come in the order in which they were published
        }
    }
    if (in_force == nullptr) {
        return Error{known ? ErrorId::checklist_not_yet : ErrorId::no_such_checklist,
                     {code, to_text(at)}};
    }
    return list_of(*in_force);
}

std::optional<AnswerError> AnswerCollector::read(const VisitTexts& texts, Visit& visit) {
    const auto unit = units_.find(texts.unit);
    if (unit == units_.end()) {
        return AnswerError{{ErrorId::no_such_unit, {texts.unit}}, "unit"};
    }
    visit.unit = &unit->second;
    const auto& zone = zones_[visit.unit->zone];
    const auto moment = parse_moment(texts.at);
    if (!moment) {
        return AnswerError{moment.error(), "at"};
    }
    visit.at = zone.instant_of(*moment);
    visit.day = zone.day_of(visit.at);
    const auto person = people_.find(std::string{texts.inspector});
    if (person == people_.end()) {
        return AnswerError{{ErrorId::no_such_person, {texts.inspector}}, "inspector"};
    }
    visit.inspector = &person->second;
    if (!texts.kind.empty()) {
        const auto kind = domain::visit_kinds.parse(ascii_lower(texts.kind));
        if (!kind) {
            return AnswerError{kind.error(), "kind"};
        }
        visit.kind = *kind;
    }
    const auto list =
        list_for(texts.checklist.empty() ? std::string_view{code_} : texts.checklist, visit.at);
    if (!list) {
        return AnswerError{list.error(), "checklist"};
    }
    visit.list = *list;
    return texts.profile.empty() ? std::nullopt : read_profile(texts.profile, visit);
}

std::optional<AnswerError> AnswerCollector::read_profile(std::string_view id, Visit& visit) {
    const auto profile = visit.list->use->profile(id);
    if (!profile) {
        return AnswerError{profile.error(), "profile"};
    }
    if (*profile != nullptr) {
        visit.profile = *profile;
        const auto facts = by_profile_.try_emplace((*profile)->id);
        facts.first->second.profile = (*profile)->id;
        visit.facts = &facts.first->second;
    }
    return std::nullopt;
}

std::optional<AnswerError> AnswerCollector::visit(const VisitTexts& texts,
                                                  std::size_t line,
                                                  bool must_be_new) {
    if (must_be_new || !has_texts_ || texts != open_texts_) {
        return begin(texts, line, must_be_new);
    }
    return same_visit();
}

std::optional<AnswerError> AnswerCollector::same_visit() const {
    return open_ != nullptr ? std::nullopt
                            : std::optional{AnswerError{{ErrorId::visit_refused}, "unit"}};
}

std::optional<AnswerError> AnswerCollector::begin(const VisitTexts& texts,
                                                  std::size_t line,
                                                  bool must_be_new) {
    close();
    has_texts_ = false;
    Visit fresh{.line = static_cast<std::uint32_t>(line)};
    if (auto error = read(texts, fresh)) {
        remember(texts);
        return error;
    }
    fresh.id = domain::inspection_id(fresh.list->use->head().code,
                                     fresh.unit->code,
                                     fresh.at,
                                     fresh.inspector->person.code,
                                     texts.ref);
    const auto there = index_.find(fresh.id);
    if (there != index_.end()) {
        if (must_be_new) {
            return AnswerError{{ErrorId::visit_repeated, {std::to_string(there->second->line)}},
                               "unit"};
        }
        open(*there->second, texts);
        return std::nullopt;
    }
    const auto size = fresh.list->use->sheet().size();
    fresh.results = static_cast<char*>(memory_.allocate(size, 1));
    std::fill_n(fresh.results, size, domain::mark::not_checked);
    fresh.ref = keep(texts.ref);
    visits_.push_back(fresh);
    index_.emplace(fresh.id, &visits_.back());
    open(visits_.back(), texts);
    return std::nullopt;
}

void AnswerCollector::open(Visit& visit, const VisitTexts& texts) {
    open_ = &visit;
    expected_ = 0;
    remember(texts);
    if (!visit.details.empty()) {
        // Its rows are not adjacent: what was closed is opened again.
        const auto& items = visit.list->use->sheet().items();
        for (auto& [position, detail] : *exchange::parse_details(items, visit.details)) {
            details_.push_back({position, detail});
        }
    }
}

void AnswerCollector::remember(const VisitTexts& texts) {
    has_texts_ = true;
    open_bytes_.clear();
    for (const auto text : {texts.unit,
                            texts.at,
                            texts.inspector,
                            texts.ref,
                            texts.checklist,
                            texts.kind,
                            texts.profile}) {
        open_bytes_ += text;
    }
    std::string_view rest = open_bytes_;
    const auto take = [&](std::string_view like) {
        const auto part = rest.substr(0, like.size());
        rest.remove_prefix(like.size());
        return part;
    };
    open_texts_ = {.unit = take(texts.unit),
                   .at = take(texts.at),
                   .inspector = take(texts.inspector),
                   .ref = take(texts.ref),
                   .checklist = take(texts.checklist),
                   .kind = take(texts.kind),
                   .profile = take(texts.profile)};
}

void AnswerCollector::close() {
    if (open_ == nullptr) {
        return;
    }
    if (!details_.empty()) {
        std::sort(details_.begin(), details_.end(), [](const auto& a, const auto& b) {
            return a.position < b.position;
        });
        std::string text;
        const auto& items = open_->list->use->sheet().items();
        for (const auto& [position, detail] : details_) {
            exchange::append_detail(text, items[position].item->id, detail);
        }
        exchange::end_details(text);
        open_->details = keep(text);
        details_.clear();
    }
    open_ = nullptr;
}

std::optional<std::size_t> AnswerCollector::position(std::string_view item) {
    const auto& list = *open_->list;
    if (expected_ < list.items.size() && list.items[expected_] == item) {
        return expected_;
    }
    return list.use->position(item);
}

std::optional<domain::Mark> AnswerCollector::remembered(std::size_t position,
                                                        const AnswerTexts& texts) const {
    // Only items whose marks say all remember: what they are given by is the answer.
    const auto text = texts.answer.empty() ? texts.value : texts.answer;
    for (const auto& [seen, mark] : open_->list->seen[position]) {
        if (seen == text) {
            return mark;
        }
    }
    return std::nullopt;
}

Result<domain::Answer> AnswerCollector::parsed(std::size_t position, const AnswerTexts& texts) {
    const auto& item = this->item(position);
    const bool marked = domain::is_marked(item);
    const bool by_value = texts.answer.empty() || (!marked && !texts.value.empty());
    const auto text = by_value ? texts.value : texts.answer;
    auto answer = domain::parse_answer(item, text);
    auto& seen = open_->list->seen[position];
    if (answer && marked && answer->detail.empty() && seen.size() < most_remembered) {
        seen.push_back({std::string{text}, answer->mark});
    }
    return answer;
}

std::optional<AnswerError> AnswerCollector::answer(std::size_t position, const AnswerTexts& texts) {
    expected_ = position + 1;
    if (!recorded_.empty() && recorded_[position]) {
        replace_recorded(position, texts);
    }
    if (const auto mark = remembered(position, texts)) {
        auto error = take_mark(position, *mark, texts);
        return error || !says_more(texts) ? error : keep_detail(position, {}, texts);
    }
    auto given = parsed(position, texts);
    if (!given) {
        return AnswerError{given.error(), "answer"};
    }
    auto error = take_mark(position, given->mark, texts);
    if (error || (!says_more(texts) && given->detail.empty())) {
        return error;
    }
    auto answer = *std::move(given);
    return keep_detail(position, std::move(answer.detail), texts);
}

std::optional<AnswerError> AnswerCollector::take_mark(std::size_t position,
                                                      domain::Mark mark,
                                                      const AnswerTexts& texts) {
    if (mark == domain::mark::not_checked) {
        return std::nullopt;
    }
    if (mark == domain::mark::na && texts.remark.empty() && !texts.remark_follows) {
        if (item(position).na_reason) {
            return AnswerError{{ErrorId::na_reason_missing, {item(position).id}}, "answer"};
        }
    }
    const auto& visit = *open_;
    if (mark == domain::mark::waived &&
        !waivers_.leaves_out(visit.unit->key, *visit.list->use, position, visit.day)) {
        return AnswerError{
            {ErrorId::not_waived, {item(position).id, visit.unit->code, to_text(visit.day)}},
            "answer"};
    }
    auto& kept = open_->results[position];
    if (kept != domain::mark::not_checked) {
        return twice(position);
    }
    kept = mark;
    return std::nullopt;
}

AnswerError AnswerCollector::twice(std::size_t position) const {
    const auto& item = *open_->list->use->sheet().items()[position].item;
    return {{ErrorId::answer_twice, {item.id, std::to_string(open_->line)}}, "item"};
}

std::optional<AnswerError> AnswerCollector::keep_detail(std::size_t position,
                                                        domain::AnswerDetail&& detail,
                                                        const AnswerTexts& texts) {
    if (!is_text(texts.remark)) {
        return AnswerError{{ErrorId::bad_text, {texts.remark}}, "remark"};
    }
    detail.remark = texts.remark;
    if (auto error = take_files(texts, detail)) {
        return error;
    }
    // The value may come in one row or column, the remark in another.
    auto& kept = detail_at(position);
    if ((kept.value && detail.value) || (!kept.values.empty() && !detail.values.empty()) ||
        (!kept.remark.empty() && !detail.remark.empty())) {
        return twice(position);
    }
    if (detail.value) {
        kept.value = detail.value;
    }
    if (!detail.values.empty()) {
        kept.values = std::move(detail.values);
    }
    if (!detail.remark.empty()) {
        kept.remark = detail.remark;
    }
    for (const auto& file : detail.evidence) {
        domain::add_evidence(kept, file);
    }
    return texts.issue == nullptr ? std::nullopt : take_issue(position, *texts.issue, kept);
}

domain::AnswerDetail& AnswerCollector::detail_at(std::size_t position) {
    const auto there = std::find_if(details_.begin(), details_.end(), [&](const auto& each) {
        return each.position == position;
    });
    return there != details_.end() ? there->detail
                                   : details_.emplace_back(OpenDetail{position, {}}).detail;
}

/// An answer that does not fail raises no issue: what is said of one is left out.
std::optional<AnswerError> AnswerCollector::take_issue(std::size_t position,
                                                       const domain::IssueAmendment& issue,
                                                       domain::AnswerDetail& detail) const {
    const auto& department = issue.department;
    if (department && !department->empty() && !units_.contains(*department)) {
        return AnswerError{{ErrorId::no_such_unit, {*department}}, "issue"};
    }
    const auto outcome = domain::outcome_of(item(position), {open_->results[position], detail});
    if (outcome && outcome->result == domain::AnswerResult::fail) {
        detail.issue = domain::differing(item(position), issue);
    }
    return std::nullopt;
}

std::optional<AnswerError> AnswerCollector::take_files(const AnswerTexts& texts,
                                                       domain::AnswerDetail& detail) {
    for (const auto& file : texts.evidence) {
        const auto taken = take_file_(file);
        if (!taken) {
            return AnswerError{taken.error(), "evidence"};
        }
        domain::add_evidence(detail, to_text(*taken));
    }
    return std::nullopt;
}

std::optional<std::size_t> AnswerCollector::missing_reason() const {
    const auto& items = open_->list->use->sheet().items();
    for (std::size_t at = 0; at < items.size(); ++at) {
        const bool asks = items[at].item->na_reason && open_->results[at] == domain::mark::na;
        const auto has = [at](const OpenDetail& each) {
            return each.position == at && !each.detail.remark.empty();
        };
        if (asks && std::none_of(details_.begin(), details_.end(), has)) {
            return at;
        }
    }
    return std::nullopt;
}

void AnswerCollector::spoil() noexcept {
    if (open_ != nullptr) {
        open_->spoilt = true;
    }
}

bool AnswerCollector::is_spoilt(const VisitTexts& texts, std::size_t line, bool must_be_new) {
    // Of a visit that is refused it cannot even be told which one it is.
    return visit(texts, line, false) || open_->spoilt || (must_be_new && open_->line != line);
}

VisitRecord AnswerCollector::record_of(const Visit& visit) const {
    const auto& use = *visit.list->use;
    return {.id = visit.id,
            .unit = {visit.unit->key, visit.unit->code},
            .checklist = &use,
            .at = visit.at,
            .day = visit.day,
            .inspector = {visit.inspector->key, visit.inspector->person.code},
            .ref = visit.ref,
            .kind = visit.kind,
            .results = {visit.results, use.sheet().size()},
            .details = visit.details,
            .reason = visit.corrects == nullptr ? std::string_view{} : reason_,
            .facts = visit.facts,
            .corrects = visit.corrects};
}

AnswerCollector::Collected AnswerCollector::finish(Recorder& recorder) {
    close();
    Collected collected;
    index_.clear();
    recorder.reserve(visits_.size());
    // Each is dropped when it is handed over: there may be a million.
    for (; !visits_.empty(); visits_.pop_front()) {
        const auto& visit = visits_.front();
        if (visit.spoilt) {
            continue;
        }
        const auto record = record_of(visit);
        const auto open =
            std::count(record.results.begin(), record.results.end(), domain::mark::not_checked);
        const auto waived =
            std::count(record.results.begin(), record.results.end(), domain::mark::waived);
        collected.answers += static_cast<std::int64_t>(record.results.size()) - open - waived;
        collected.waived += waived;
        if (visit.recorded) {
            ++collected.unchanged;
        } else {
            recorder.add(record);
            ++(visit.corrects == nullptr ? collected.added : collected.corrected);
        }
    }
    return collected;
}

}  // namespace dudao::workflow
