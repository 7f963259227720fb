#include "term/round_screen.hpp"

#include "base/text.hpp"
#include "output/answer_hint.hpp"
#include "output/rows.hpp"
#include "report/table.hpp"
#include "report/wording.hpp"
#include "report/wrap.hpp"

#include <algorithm>
#include <ostream>

namespace dudao {

namespace {

using report::Tone;

constexpr std::size_t least_columns = 16;

}  // namespace

void RoundScreen::say(std::string_view sentence, Tone tone, std::size_t taken) const {
    const auto& screen = context_->screen();
    const auto indent = std::min(sentence.find_first_not_of(' '), sentence.size());
    const auto columns = std::max(least_columns, screen.columns) - indent - taken;
    const auto lines = report::wrapped(sentence.substr(indent), columns, screen.ambiguous);
    for (const auto& line : lines) {
        context_->out() << std::string(indent, ' ') << report::painted(line, tone, screen) << '\n';
    }
    if (lines.empty()) {
        context_->out() << '\n';
    }
}

std::string RoundScreen::score_text() const {
    const auto score = round_->score();
    return score.percentage ? to_text(*score.percentage, 1) + '%' : std::string{"-"};
}

void RoundScreen::opening() const {
    const auto& words = context_->words();
    const auto& unit = round_->unit();
    const auto title = round_->checklist().checklist().title.in(words.language());
    const auto pattern = round_->resumed()
                             ? words.text("{0} {1} · {2} · going on, {3} of {4} answered")
                             : words.text("{0} {1} · {2} · {4} items");
    const auto line = fmt::format(fmt::runtime(pattern),
                                  unit.code,
                                  report::one_line(unit.name),
                                  report::one_line(title),
                                  round_->answered(),
                                  round_->asked());
    say(line, Tone::strong);
    waived();
    say(words.text("? for the keys; every answer is kept at once, q goes on another time"));
}

/// What a waiver leaves out, and why.
void RoundScreen::waived() const {
    for (const auto position : round_->waived()) {
        say(fmt::format(fmt::runtime(context_->words().text("waived: {0} ({1})")),
                        round_->item(position).id,
                        report::one_line(round_->answer(position).detail.remark)),
            Tone::dim);
    }
}

std::vector<std::string> RoundScreen::choice_texts(const domain::Item& item) const {
    const auto& words = context_->words();
    std::vector<std::string> all;
    const auto add = [&](std::string_view key, std::string_view meaning) {
        all.push_back(fmt::format("{} {}", key, meaning));
    };
    const auto result = [&](domain::AnswerResult value) {
        return report::shown(words, domain::answer_results, value);
    };
    switch (item.kind) {
        case domain::ItemKind::pass_fail:
            add("p", result(domain::AnswerResult::pass));
            if (item.partial_points) {
                add("m", result(domain::AnswerResult::partial));
            }
            add("f", result(domain::AnswerResult::fail));
            break;
        case domain::ItemKind::step:
            add("p", words.text("done"));
            add("m", words.text("slow"));
            add("f", words.text("omitted"));
            break;
        case domain::ItemKind::choice:
            for (std::size_t at = 0; at < item.options.size(); ++at) {
                add(std::to_string(at + 1), item.options[at].label.in(words.language()));
            }
            break;
        case domain::ItemKind::choices:
            for (const auto& option : item.options) {
                add(option.value, option.label.in(words.language()));
            }
            add("none", words.text("none of them"));
            break;
        default:
            all.push_back(typed_hint(words, item));
            break;
    }
    if (na_allowed(item)) {
        add("n", result(domain::AnswerResult::na));
    }
    return all;
}

void RoundScreen::choices(const domain::Item& item) const {
    const auto& screen = context_->screen();
    const auto columns = std::max(least_columns, screen.columns) - 2;
    const auto put = [&](const std::string& line) {
        if (display_width(line, screen.ambiguous) > columns) {
            say("  " + line);  // one choice that needs several lines
        } else {
            context_->out() << "  " << line << '\n';
        }
    };
    std::string line;
    for (const auto& choice : choice_texts(item)) {
        const auto longer = line.empty() ? choice : fmt::format("{}  {}", line, choice);
        if (!line.empty() && display_width(longer, screen.ambiguous) > columns) {
            put(line);
            line = choice;
        } else {
            line = longer;
        }
    }
    put(line);
}

void RoundScreen::item(std::size_t position) const {
    const auto& words = context_->words();
    const auto& item = round_->item(position);
    const auto& section = *round_->checklist().sheet().items()[position].section;
    const auto place = fmt::format("[{}/{}] {} · {}",
                                   position + 1,
                                   round_->size(),
                                   report::one_line(section.title.in(words.language())),
                                   score_text());
    say("");
    say(place, Tone::dim);
    std::string text = fmt::format("{} {}", item.id, item.text.in(words.language()));
    if (item.item_class != domain::ItemClass::general) {
        text += fmt::format(" [{}]", report::shown(words, domain::item_classes, item.item_class));
    }
    say(report::one_line(text));
    if (item.kind == domain::ItemKind::knowledge) {
        questions(position);
    }
    past(position);
    const auto given = round_->answer(position);
    if (given.mark != domain::mark::not_checked) {
        say(fmt::format(fmt::runtime(words.text("  so far: {}")),
                        domain::answer_text(item, given)));
    }
    if (!given.detail.remark.empty()) {
        say(fmt::format(fmt::runtime(words.text("  remark: {}")),
                        report::one_line(given.detail.remark)));
    }
    if (!given.detail.evidence.empty()) {
        say(fmt::format(fmt::runtime(words.text("  files of evidence: {}")),
                        given.detail.evidence.size()));
    }
    issue(position);
    choices(item);
}

void RoundScreen::issue(std::size_t position) const {
    const auto& words = context_->words();
    const auto& declined = round_->answer(position).detail.issue.declined;
    if (!declined.empty()) {
        say(fmt::format(fmt::runtime(words.text("  no issue: {}")), report::one_line(declined)),
            Tone::dim);
    }
    const auto rule = round_->issue(position);
    if (!rule) {
        return;
    }
    auto line = fmt::format(fmt::runtime(words.text("  issue: {0} · {1} days")),
                            report::shown(words, domain::urgencies, rule->urgency),
                            round_->days_of(*rule));
    if (!rule->department.empty()) {
        line += fmt::format(" · {}", report::one_line(rule->department));
    }
    line += fmt::format("  {}", words.text("(i: change it)"));
    say(line, Tone::dim);
}

/// What the shop got here the last times, and what of it is still open.
void RoundScreen::past(std::size_t position) const {
    const auto& words = context_->words();
    std::string before;
    for (const auto& [at, result] : round_->past(position)) {
        constexpr std::size_t year_length = 5;  // "2026-"
        before +=
            fmt::format("{}{} {}",
                        before.empty() ? std::string_view{} : words.text("list separator", ", "),
                        to_text(round_->day_of(at)).substr(year_length),
                        report::shown(words, domain::answer_results, result));
    }
    if (!before.empty()) {
        say(fmt::format(fmt::runtime(words.text("  before: {}")), before), Tone::dim);
    }
    constexpr std::size_t most_issues = 2;
    const auto issues = round_->open_issues(position);
    for (std::size_t at = 0; at < std::min(issues.size(), most_issues); ++at) {
        const auto* issue = issues[at];
        say(fmt::format(fmt::runtime(words.text("  open issue {0}, {1}, due {2}")),
                        shown_id(*issue),
                        report::shown(words, domain::issue_statuses, issue->state.status),
                        issue->state.due ? to_text(*issue->state.due) : std::string{"-"}),
            Tone::warn);
    }
    if (issues.size() > most_issues) {
        say(fmt::format(fmt::runtime(words.text("  and {} more")), issues.size() - most_issues));
    }
}

void RoundScreen::guidance(std::size_t position) const {
    const auto& words = context_->words();
    const auto& item = round_->item(position);
    if (item.method) {
        say("  " + report::shown(words, domain::methods, *item.method));
    }
    const auto guidance = report::one_line(item.guidance.in(words.language()));
    say(guidance.empty() ? std::string{words.text("  the checklist says nothing more")}
                         : "  " + guidance);
    if (!item.reference.empty()) {
        say("  " + report::one_line(item.reference), Tone::dim);
    }
}

/// What this round asks for a knowledge check, and whom.
void RoundScreen::questions(std::size_t position) const {
    const auto& language = context_->words().language();
    for (const auto& [text, person] : round_->questions(position)) {
        const auto whom = person == nullptr ? std::string{}
                                            : fmt::format(" → {} ({})", person->name, person->code);
        say(fmt::format("  ? {}{}", report::one_line(text->in(language)), whom));
    }
}

void RoundScreen::help() const {
    const auto& words = context_->words();
    for (const auto line :
         {words.text("p pass, f fail, m partial, n not applicable; digits for scales and options"),
          words.text("F, M: fail or partial, and then a remark"),
          words.text("r remark, e photo or file, b back, s skip, g go to an item"),
          words.text("i the issue that a failure raises: amend it, or say why there is none"),
          words.text("h how to look at it, / search, l what is open, u take back"),
          words.text("q quit: everything is kept")}) {
        say(fmt::format("  {}", line));
    }
}

void RoundScreen::open() const {
    std::string ids;
    for (const auto position : round_->missing()) {
        ids += (ids.empty() ? "" : " ") + round_->item(position).id;
    }
    const auto& words = context_->words();
    say(ids.empty() ? std::string{words.text("  nothing is open")}
                    : fmt::format(fmt::runtime(words.text("  open: {}")), ids));
    std::string bare;
    for (const auto position : round_->without_evidence()) {
        bare += (bare.empty() ? "" : " ") + round_->item(position).id;
    }
    if (!bare.empty()) {
        say(fmt::format(fmt::runtime(words.text("  without a photo or file: {}")), bare));
    }
}

void RoundScreen::closing() const {
    const auto& words = context_->words();
    say("");
    say(fmt::format(fmt::runtime(words.text("{0} of {1} answered · {2}")),
                    round_->answered(),
                    round_->asked(),
                    score_text()));
    open();
    say(words.text("  y submit, b back, g go to an item, q quit and keep"));
    context_->out() << "> " << std::flush;
}

}  // namespace dudao
