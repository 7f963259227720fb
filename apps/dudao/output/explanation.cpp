#include "output/explanation.hpp"

#include "base/text.hpp"
#include "output/evidence.hpp"
#include "output/listing.hpp"
#include "output/rows.hpp"
#include "report/table.hpp"
#include "report/wording.hpp"

#include <ostream>

namespace dudao {

namespace {

constexpr int share_places = 2;

std::string percent_text(const std::optional<Decimal>& value) {
    return value ? to_text(*value) + '%' : std::string{"-"};
}

const std::string& remark_of(const workflow::InspectionDetail& detail, std::size_t position) {
    static const std::string none;
    const auto found = detail.answers.details.find(position);
    return found == detail.answers.details.end() ? none : found->second.remark;
}

domain::Answer answer_of(const workflow::InspectionDetail& detail, std::size_t position) {
    const auto found = detail.answers.details.find(position);
    return {detail.answers.results.at(position),
            found == detail.answers.details.end() ? domain::AnswerDetail{} : found->second};
}

void print_findings(const Context& context, const workflow::InspectionDetail& detail) {
    const auto& words = context.words();
    const auto text = [&](std::string_view english) { return std::string{words.text(english)}; };
    const auto items = domain::items_of(*detail.checklist);
    report::Table table{context.out(),
                        {{.title = text("Item")},
                         {.title = text("What to look at"), .least = 14},
                         {.title = text("Answer")},
                         {.title = text("Lost"), .align = report::Align::right},
                         {.title = text("Remark"), .least = 8, .rank = 1}},
                        context.screen()};
    for (const auto& line : detail.explanation.items) {
        if (!domain::is_nonconforming(line.outcome.result)) {
            continue;
        }
        const auto& item = *items[line.position].item;
        table.add(
            {item.id,
             item.text.in(words.language()),
             report::Cell{report::shown(words, domain::answer_results, line.outcome.result),
                          line.outcome.result == domain::AnswerResult::fail ? report::Tone::bad
                                                                            : report::Tone::warn},
             to_text(line.possible - line.got),
             remark_of(detail, line.position)});
    }
    table.finish();
}

/// Why failures raised no issue.
void print_declined(const Context& context, const workflow::InspectionDetail& detail) {
    const auto items = domain::items_of(*detail.checklist);
    Sheet sheet{context};
    bool any = false;
    for (const auto& [position, answer] : detail.answers.details) {
        sheet.add(items[position].item->id, answer.issue.declined);
        any = any || !answer.issue.declined.empty();
    }
    if (any) {
        print_heading(context, context.words().text("No issue raised"));
        sheet.print();
    }
}

/// What the inspector said of the issue of an answer; null where he said nothing.
void write_amendment(report::JsonWriter& json, const domain::IssueAmendment& issue) {
    if (issue.empty()) {
        json.null();
        return;
    }
    json.begin_object();
    json.key("declined").text_or_null(issue.declined);
    json.key("category").text_or_null(issue.category);
    json.key("urgency").text_or_null(issue.urgency ? domain::urgencies.word(*issue.urgency) : "");
    json.key("department").value(issue.department);
    json.key("days").value(issue.days);
    json.key("text").text_or_null(issue.text);
    json.key("measure").text_or_null(issue.measure);
    json.end_object();
}

/// The photos and papers of the visit by item.
std::vector<std::pair<std::string, std::string>> evidence_of(
    const workflow::InspectionDetail& detail) {
    std::vector<std::pair<std::string, std::string>> files;
    const auto items = domain::items_of(*detail.checklist);
    for (const auto& [position, answer] : detail.answers.details) {
        for (const auto& digest : answer.evidence) {
            files.emplace_back(items[position].item->id, digest);
        }
    }
    return files;
}

void write_score(report::JsonWriter& json, const domain::Score& score) {
    json.member("score", score.got).member("max_score", score.max);
    json.key("percentage").value(score.percentage);
    json.key("grade").text_or_null(score.grade);
    json.member("verdict", domain::verdicts.word(score.verdict));
}

/// Two blanks for each group that the section is in.
std::string indent_of(const domain::Checklist& list, std::size_t section) {
    std::string indent;
    for (auto at = list.sections[section].parent; at; at = list.sections[*at].parent) {
        indent += "  ";
    }
    return indent;
}

/// What happened to a section as a whole.
void add_section_lines(Sheet& sheet,
                       const Catalogue& words,
                       const domain::Section& section,
                       const domain::ExplainedSection& line) {
    if (section.repeat) {
        sheet.add(words.text("Repeated section"),
                  fmt::format("{}: {}",
                              section.id,
                              report::shown(words, domain::repeat_scores, *section.repeat)));
    }
    if (!line.forfeited.is_zero()) {
        sheet.add(words.text("Section without points"),
                  fmt::format("{}: -{} (-{})",
                              section.id,
                              to_text(line.forfeited),
                              to_text(line.lost.rounded(share_places), share_places)));
    }
    if (line.below_pass) {
        sheet.add(words.text("Section below its pass mark"),
                  fmt::format("{}: {}% < {}%",
                              section.id,
                              to_text(line.share.rounded(share_places), share_places),
                              to_text(*section.pass)));
    }
}

/// The id of the item or the section that barred a grade; empty for the whole.
std::string place_of(const domain::Checklist& list, const domain::MissedGrade& missed) {
    switch (missed.bar) {
        case domain::GradeBar::worst_item:
            return domain::items_of(list)[missed.place].item->id;
        case domain::GradeBar::worst_section:
            return list.sections[missed.place].id;
        default:
            return {};
    }
}

std::string missed_text(const Catalogue& words,
                        const domain::Checklist& list,
                        const domain::MissedGrade& missed) {
    auto text = report::shown(words, domain::grade_bars, missed.bar);
    const auto place = place_of(list, missed);
    return place.empty() ? text : text + ": " + place;
}

/// Whether it is a part of a section that is repeated: one that nobody asked for is not shown.
bool is_repetition(const domain::Checklist& list, const domain::Section& section) {
    return section.parent && list.sections[*section.parent].repeat;
}

void print_section_table(const Context& context,
                         const domain::Checklist& list,
                         const domain::Explanation& why) {
    const auto& words = context.words();
    const auto text = [&](std::string_view english) { return std::string{words.text(english)}; };
    const auto& language = words.language();
    print_heading(context, words.text("Sections"));
    const auto right = report::Align::right;
    report::Table sections{context.out(),
                           {{.title = text("Section"), .least = 8},
                            {.title = text("Points"), .align = right},
                            {.title = text("Of"), .align = right},
                            {.title = std::string{words.text("section", "Share")}, .align = right},
                            {.title = text("Counts for"), .align = right}},
                           context.screen()};
    for (const auto& section : why.sections) {
        if (section.max.is_zero() && is_repetition(list, list.sections[section.index])) {
            continue;
        }
        sections.add(
            {indent_of(list, section.index) +
                 std::string{list.sections[section.index].title.in(language)},
             to_text(section.got),
             to_text(section.max),
             section.max.is_zero() ? std::string{"-"} : to_text(section.share.rounded(1), 1) + '%',
             to_text(section.weight.rounded(share_places), share_places)});
    }
    sections.finish();
}

/// The result; of what was not looked at, with the reason.
std::string result_text(const Catalogue& words,
                        const domain::ExplainedItem& line,
                        const domain::Answers& answers) {
    auto text = report::shown(words, domain::answer_results, line.outcome.result);
    const auto found = answers.details.find(line.position);
    const bool with_reason = line.outcome.result == domain::AnswerResult::waived ||
                             line.outcome.result == domain::AnswerResult::na;
    if (with_reason && found != answers.details.end() && !found->second.remark.empty()) {
        text += ": " + report::one_line(found->second.remark);
    }
    return text;
}

void print_item_table(const Context& context,
                      const domain::Checklist& list,
                      const domain::Answers& answers,
                      const domain::Explanation& why) {
    const auto& words = context.words();
    const auto text = [&](std::string_view english) { return std::string{words.text(english)}; };
    const auto& language = words.language();
    const auto items = domain::items_of(list);
    const auto right = report::Align::right;
    print_heading(context, words.text("Where points went"));
    report::Table lost{context.out(),
                       {{.title = text("Item")},
                        {.title = text("What to look at"), .least = 12},
                        {.title = text("Answer"), .least = 8},
                        {.title = text("Points"), .align = right, .rank = 1},
                        {.title = text("Cost"), .align = right}},
                       context.screen()};
    for (const auto& line : why.items) {
        const bool is_unasked = line.outcome.result == domain::AnswerResult::hidden &&
                                is_repetition(list, *items[line.position].section);
        if (is_unasked ||
            (line.outcome.result == domain::AnswerResult::pass && line.possible == line.got)) {
            continue;
        }
        const auto& item = *items[line.position].item;
        const bool counts = domain::counts(item, line.outcome);
        lost.add({item.id,
                  item.text.in(language),
                  result_text(words, line, answers),
                  counts ? fmt::format("{}/{}", to_text(line.got), to_text(line.possible))
                         : text("not counted"),
                  counts ? "-" + to_text(line.lost.rounded(share_places), share_places)
                         : std::string{}});
    }
    lost.finish();
}

void print_result(const Context& context,
                  const domain::Checklist& list,
                  const domain::Explanation& why) {
    const auto& words = context.words();
    const auto items = domain::items_of(list);
    print_heading(context, words.text("Result"));
    Sheet result{context};
    if (why.score.percentage) {
        result.add(words.text("Before gates and rounding"), to_text(why.raw.rounded(4), 4) + '%');
    }
    if (list.scoring.method == domain::ScoringMethod::penalty && why.score.percentage) {
        result.add(words.text("Lost points"), to_text(why.score.max - why.score.got));
    }
    for (const auto& hit : why.critical) {
        const auto& item = *items[hit.position].item;
        const auto effect = report::shown(words, domain::critical_effects, hit.effect);
        result.add(words.text("Critical item failed"),
                   hit.effect == domain::CriticalEffect::cap
                       ? fmt::format("{}: {} {}%", item.id, effect, to_text(hit.cap))
                       : fmt::format("{}: {}", item.id, effect));
    }
    for (const auto& section : why.sections) {
        add_section_lines(result, words, list.sections[section.index], section);
    }
    result.add(words.text("Percentage"), percent_text(why.score.percentage));
    result.add(words.text("Verdict"), report::shown(words, domain::verdicts, why.score.verdict));
    result.add(words.text("Grade"), why.score.grade);
    for (const auto& missed : why.missed_grades) {
        result.add(fmt::format(fmt::runtime(words.text("Not {0}")),
                               list.scoring.grades[missed.grade].name),
                   missed_text(words, list, missed));
    }
    result.print();
}

}  // namespace

std::string score_text(const Catalogue& words,
                       const domain::Score& score,
                       std::string_view separator) {
    std::vector<std::string> parts{fmt::format("{} / {}", to_text(score.got), to_text(score.max)),
                                   percent_text(score.percentage),
                                   report::shown(words, domain::verdicts, score.verdict)};
    if (!score.grade.empty()) {
        parts.push_back(score.grade);
    }
    return joined(parts, separator);
}

void write_facts(report::JsonWriter& json, const std::optional<store::VisitFactRow>& facts) {
    if (!facts) {
        json.null();
        return;
    }
    json.begin_object();
    json.key("arrived").value(facts->arrived);
    json.key("departed").value(facts->departed);
    json.key("shift").text_or_null(facts->shift);
    json.key("manager_on_duty").text_or_null(facts->manager_on_duty);
    json.key("area").text_or_null(facts->area);
    json.key("profile").text_or_null(facts->profile);
    write_texts(json, "team", split_list(facts->team, ","));
    json.end_object();
}

void print_visit(const Context& context,
                 const workflow::InspectionDetail& detail,
                 const Zone& zone) {
    const auto& words = context.words();
    const auto& row = detail.row;
    Sheet sheet{context};
    sheet.add(words.text("Visit"), to_text(row.id));
    sheet.add(words.text("Store"), row.unit_code + ' ' + row.unit_name);
    sheet.add(words.text("Checklist"),
              fmt::format("{}@{} {}",
                          row.checklist_code,
                          row.version,
                          detail.checklist->title.in(words.language())));
    sheet.add(words.text("Kind"), report::shown(words, domain::visit_kinds, row.kind));
    sheet.add(words.text("When"), to_minutes(row.at, zone));
    sheet.add(words.text("Inspector"), row.inspector + ' ' + row.inspector_name);
    if (detail.facts) {
        const auto& facts = *detail.facts;
        sheet.add(words.text("Departed"), facts.departed ? to_minutes(*facts.departed, zone) : "");
        sheet.add(words.text("Shift"), facts.shift);
        sheet.add(words.text("On duty"), facts.manager_on_duty);
        sheet.add(words.text("Area"), facts.area);
        sheet.add(words.text("Profile"), facts.profile);
        sheet.add(words.text("Team"), facts.team);
    }
    sheet.add(words.text("visit", "Planned"),
              row.visit.key != 0 ? words.text("yes") : words.text("no"));
    sheet.add(words.text("Score"), score_text(words, row.score, "  "));
    if (row.revises) {
        sheet.add(words.text("Corrects"),
                  fmt::format("{}: {} ({}, {})",
                              short_text(*row.revises, shortest_tail),
                              row.reason,
                              row.recorded_by,
                              to_minutes(row.recorded_at, zone)));
    }
    if (detail.corrected_by) {
        sheet.add(words.text("Corrected by"), short_text(*detail.corrected_by, shortest_tail));
    }
    if (row.state.voided) {
        sheet.add(words.text("Counts"), words.text("no: it was voided"));
    }
    sheet.print();
    print_heading(context, words.text("Findings"));
    print_findings(context, detail);
    print_declined(context, detail);
    print_evidence(context, evidence_of(detail));
    if (!detail.issues.empty()) {
        print_heading(context, words.text("Issues"));
        print_issues(context, detail.issues);
    }
    if (!detail.events.empty()) {
        print_heading(context, words.text("History"));
        print_events(context, detail.events);
    }
}

void write_visit(report::JsonWriter& json, const workflow::InspectionDetail& detail) {
    json.key("inspection");
    write_inspection(json, detail.row);
    json.key("answers").begin_array();
    const auto items = domain::items_of(*detail.checklist);
    for (const auto& line : detail.explanation.items) {
        const auto& item = *items[line.position].item;
        const auto answer = answer_of(detail, line.position);
        json.begin_object()
            .member("item", item.id)
            .member("answer", domain::answer_text(item, answer))
            .member("result", domain::answer_results.word(line.outcome.result))
            .member("points", line.got)
            .member("max_points", line.possible);
        json.key("value").value(answer.detail.value);
        json.key("remark").text_or_null(answer.detail.remark);
        write_texts(json, "evidence", answer.detail.evidence);
        json.key("issue");
        write_amendment(json, answer.detail.issue);
        json.end_object();
    }
    json.end_array().key("corrected_by").value(detail.corrected_by).key("facts");
    write_facts(json, detail.facts);
    json.key("issues").begin_array();
    for (const auto& row : detail.issues) {
        write_issue(json, row);
    }
    json.end_array().key("events").begin_array();
    for (const auto& row : detail.events) {
        write_event(json, row);
    }
    json.end_array();
}

void print_explanation(const Context& context, const workflow::InspectionDetail& detail) {
    const auto& words = context.words();
    Sheet sheet{context};
    sheet.add(words.text("Visit"), to_text(detail.row.id));
    sheet.add(words.text("Store"), detail.row.unit_code + ' ' + detail.row.unit_name);
    sheet.add(words.text("Scoring"),
              report::shown(words, domain::scoring_methods, detail.checklist->scoring.method));
    sheet.print();
    print_steps(context, *detail.checklist, detail.answers, detail.explanation);
    print_declined(context, detail);
}

void print_steps(const Context& context,
                 const domain::Checklist& list,
                 const domain::Answers& answers,
                 const domain::Explanation& why) {
    print_section_table(context, list, why);
    print_item_table(context, list, answers, why);
    print_result(context, list, why);
}

void write_explanation(report::JsonWriter& json, const workflow::InspectionDetail& detail) {
    json.key("inspection");
    write_inspection(json, detail.row);
    write_steps(json, *detail.checklist, detail.explanation);
}

void write_steps(report::JsonWriter& json,
                 const domain::Checklist& list,
                 const domain::Explanation& why) {
    const auto items = domain::items_of(list);
    json.member("method", domain::scoring_methods.word(list.scoring.method));
    json.key("raw_percentage");
    why.score.percentage ? json.value(why.raw.rounded(4)) : json.null();
    write_score(json, why.score);
    json.key("sections").begin_array();
    for (const auto& section : why.sections) {
        json.begin_object()
            .member("id", list.sections[section.index].id)
            .member("score", section.got)
            .member("max_score", section.max);
        json.key("percentage");
        section.max.is_zero() ? json.null() : json.value(section.share.rounded(3));
        json.member("counts_for", section.weight.rounded(3));
        const auto& parent = list.sections[section.index].parent;
        json.key("parent").text_or_null(parent ? list.sections[*parent].id : "");
        const auto& repeat = list.sections[section.index].repeat;
        json.key("repeat").text_or_null(repeat ? domain::repeat_scores.word(*repeat) : "");
        json.member("forfeited", section.forfeited)
            .member("cost", section.lost.rounded(4))
            .member("below_pass", section.below_pass)
            .end_object();
    }
    json.end_array().key("items").begin_array();
    for (const auto& line : why.items) {
        json.begin_object()
            .member("item", items[line.position].item->id)
            .member("result", domain::answer_results.word(line.outcome.result))
            .member("points", line.got)
            .member("max_points", line.possible)
            .member("cost", line.lost.rounded(4))
            .end_object();
    }
    json.end_array().key("critical").begin_array();
    for (const auto& hit : why.critical) {
        json.begin_object()
            .member("item", items[hit.position].item->id)
            .member("effect", domain::critical_effects.word(hit.effect));
        json.key("cap");
        hit.effect == domain::CriticalEffect::cap ? json.value(hit.cap) : json.null();
        json.end_object();
    }
    json.end_array().key("missed_grades").begin_array();
    for (const auto& missed : why.missed_grades) {
        json.begin_object()
            .member("grade", list.scoring.grades[missed.grade].name)
            .member("reason", domain::grade_bars.word(missed.bar));
        json.key("at").text_or_null(place_of(list, missed));
        json.end_object();
    }
    json.end_array();
}

}  // namespace dudao
