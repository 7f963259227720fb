// Any bytes may be refused as a checklist, but nothing may crash, and what is accepted is fit for
// use: it can be answered and scored.
#include "base/text.hpp"
#include "domain/score.hpp"
#include "yaml/checklist.hpp"

#include <cstdint>
#include <cstdlib>
#include <set>

namespace dudao {

namespace {

void must(bool holds) {
    if (!holds) {
        std::abort();
    }
}

bool is_within(Decimal value, Decimal most) {
    return value >= Decimal{} && value <= most && value.is_in_thousandths();
}

void check_text(const domain::LocalText& text) {
    for (const auto& [language, each] : text.all()) {
        must(!each.empty() && is_text(each));
    }
}

void check_outcome(const domain::Outcome& outcome, const domain::Item& item) {
    must(is_within(outcome.points, item.points));
    must(outcome.result == domain::AnswerResult::pass ||
         outcome.result == domain::AnswerResult::partial ||
         outcome.result == domain::AnswerResult::fail ||
         (outcome.result == domain::AnswerResult::na &&
          item.critical == domain::CriticalEffect::none));
}

void check_kind(const domain::Item& item) {
    switch (item.kind) {
        case domain::ItemKind::pass_fail:
            must(!item.partial_points || is_within(*item.partial_points, item.points));
            break;
        case domain::ItemKind::scale:
            must(item.levels.size() >= 2);
            break;
        case domain::ItemKind::number:
            must(!item.accept_min || !item.accept_max || *item.accept_min <= *item.accept_max);
            break;
        case domain::ItemKind::choices:
        case domain::ItemKind::choice:
            must(item.options.size() >= 2 && item.options.size() <= 26);
            break;
        case domain::ItemKind::count:
            must(item.levels.size() >= 10);
            break;
        case domain::ItemKind::knowledge:
            must(item.samples >= 1 && !item.options.empty());
            break;
        case domain::ItemKind::step:
            must(item.partial_points && is_within(*item.partial_points, item.points));
            break;
        case domain::ItemKind::stopwatch:
            must(item.accept_max && item.samples >= 1);
            break;
        case domain::ItemKind::text:
        case domain::ItemKind::date:
        case domain::ItemKind::time:
        case domain::ItemKind::photo:
        case domain::ItemKind::signature:
            must(item.points.is_zero() && item.critical == domain::CriticalEffect::none);
            break;
    }
}

void check_item(const domain::Item& item) {
    must(!item.text.empty() && is_within(item.points, Decimal{10'000}));
    must(is_within(item.cap, Decimal{100}));
    must(item.critical == domain::CriticalEffect::none || !domain::evades_critical(item));
    must(item.item_class != domain::ItemClass::veto ||
         item.critical != domain::CriticalEffect::none);
    check_text(item.text);
    check_text(item.guidance);
    check_kind(item);
    for (const auto& level : item.levels) {
        check_outcome(level, item);
    }
    for (const auto& option : item.options) {
        check_text(option.label);
        if (item.kind != domain::ItemKind::knowledge) {
            check_outcome(option.outcome, item);
        }
    }
    must(!item.issue || !item.issue->category.empty());
}

/// The best answer there is at every item.
domain::Answers best_answers(const domain::ScoreSheet& sheet) {
    auto answers = domain::no_answers(sheet.size());
    for (std::size_t at = 0; at < sheet.size(); ++at) {
        const auto& item = *sheet.items()[at].item;
        if (item.kind == domain::ItemKind::choices) {
            const auto answer = domain::parse_answer(item, "none");
            must(answer.has_value());
            answers.results[at] = answer->mark;
        } else if (domain::needs_value(item)) {
            const auto last = item.scale_from + static_cast<int>(item.levels.size()) - 1;
            const auto answer = domain::parse_answer(item, std::to_string(last));
            must(answer.has_value());
            answers.results[at] = answer->mark;
            answers.details[at] = answer->detail;
        } else {
            const auto marks = domain::scored_marks(item);
            must(!marks.empty());
            answers.results[at] = marks.front().first;
        }
    }
    return answers;
}

void check(const domain::Checklist& list) {
    const domain::ScoreSheet sheet{list};
    must(sheet.size() > 0);
    std::set<std::string> ids;
    for (const auto& [section, item] : sheet.items()) {
        must(!section->id.empty() && !section->title.empty());
        must(!item->id.empty() && ids.insert(ascii_lower(item->id)).second);
        check_item(*item);
    }
    const auto score = sheet.score(best_answers(sheet));
    must(!score.percentage || is_within(*score.percentage, Decimal{100}));
}

}  // namespace

}  // namespace dudao

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes{reinterpret_cast<const char*>(data), size};
    const auto reading = dudao::yaml::read_checklist(bytes, "fuzz");
    dudao::must(reading.checklist.has_value() == reading.errors.empty());
    if (reading.checklist) {
        dudao::check(*reading.checklist);
    }
    return 0;
}
