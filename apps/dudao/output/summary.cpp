#include "output/summary.hpp"

#include "base/text.hpp"
#include "output/explanation.hpp"
#include "output/rows.hpp"
#include "report/wording.hpp"

namespace dudao {

namespace {

using report::Tone;

/// Writes the page of one visit.
class SummaryWriter {
  public:
    SummaryWriter(const Context& context, const workflow::VisitSummary& summary)
        : words_(&context.words()),
          summary_(&summary),
          items_(domain::items_of(*summary.detail.checklist)),
          page_(words_->text("after a label", ": ")) {}

    void add_circumstances(const Zone& zone) {
        const auto& row = summary_->detail.row;
        const auto& list = *summary_->detail.checklist;
        page_.title(words_->text("Closing meeting"));
        page_.fact(words_->text("Store"), row.unit_code + ' ' + row.unit_name);
        page_.fact(
            words_->text("Checklist"),
            fmt::format(
                "{}@{} {}", row.checklist_code, row.version, list.title.in(words_->language())));
        page_.fact(words_->text("When"), to_minutes(row.at, zone));
        page_.fact(words_->text("Inspector"), row.inspector + ' ' + row.inspector_name);
        page_.fact(words_->text("Team"), listed(summary_->team));
        if (const auto& facts = summary_->detail.facts) {
            page_.fact(words_->text("On duty"), facts->manager_on_duty);
            page_.fact(words_->text("Shift"), facts->shift);
            page_.fact(words_->text("Area"), facts->area);
        }
        page_.fact(words_->text("Score"), score_text(*words_, row.score, " · "));
    }

    void add_sections() {
        if (summary_->sections.empty()) {
            return;
        }
        page_.heading(words_->text("Sections, the best first"));
        for (const auto& section : summary_->sections) {
            const auto& title = summary_->detail.checklist->sections[section.index].title;
            const bool full = section.got == section.max;
            auto line = fmt::format(
                "{} · {}%", title.in(words_->language()), to_text(section.share.rounded(1), 1));
            if (full) {
                line += fmt::format(" · {}", words_->text("full marks"));
            }
            page_.entry(line, full ? Tone::good : Tone::plain);
        }
    }

    void add_findings() {
        page_.heading(words_->text("Findings"));
        if (summary_->findings.empty()) {
            page_.text(words_->text("Nothing failed."));
        }
        for (const auto& finding : summary_->findings) {
            add_finding(finding);
        }
    }

    void add_earlier() {
        page_.heading(words_->text("From before"));
        page_.text(fmt::format(fmt::runtime(words_->text("Issues still open: {0}; overdue: {1}")),
                               summary_->open_before,
                               summary_->overdue_before));
        page_.heading(words_->text("Signatures"));
        page_.signature(words_->text("signature", "Inspector"));
        page_.signature(words_->text("signature", "Manager on duty"));
    }

    Page page() && { return std::move(page_); }

  private:
    std::string listed(const std::vector<std::string>& texts) const {
        return joined(texts, words_->text("list separator", ", "));
    }

    void add_finding(const workflow::SummaryFinding& finding) {
        const auto& item = *items_[finding.position].item;
        auto line = fmt::format("{} {}", item.id, item.text.in(words_->language()));
        if (item.red_line) {
            line = fmt::format("[{}] {}", words_->text("red line"), line);
        }
        if (!finding.lost.is_zero()) {
            line += fmt::format(" · -{}", to_text(finding.lost));
        }
        const bool failed = finding.result == domain::AnswerResult::fail;
        page_.entry(line, failed ? Tone::bad : Tone::warn);
        page_.below(report::shown(*words_, domain::answer_results, finding.result),
                    finding.remark.empty() ? words_->text("no remark") : finding.remark);
        page_.below(words_->text("No issue raised"), finding.declined);
        if (finding.issue) {
            page_.below(words_->text("Issue"), issue_line(*finding.issue));
            page_.below(words_->text("Suggested measure"), finding.measure);
            add_reply(finding.issue->state);
        }
    }

    std::string issue_line(const store::IssueRow& row) const {
        const auto& state = row.state;
        std::vector<std::string> parts{
            shown_id(row), report::shown(*words_, domain::urgencies, row.state.urgency)};
        if (state.status != domain::IssueStatus::open) {
            parts.push_back(report::shown(*words_, domain::issue_statuses, state.status));
        }
        parts.push_back(state.due ? report::filled(words_->text("by {0}"), {to_text(*state.due)})
                                  : report::filled(words_->text("{0} days once it is binding"),
                                                   {std::to_string(row.issue.days)}));
        return joined(parts, " · ");
    }

    void add_reply(const domain::IssueState& state) {
        if (!state.reply) {
            return;
        }
        std::vector<std::string> parts{report::shown(*words_, domain::replies, *state.reply)};
        if (!state.cause.empty()) {
            parts.push_back(page_.labelled(words_->text("Cause"), state.cause));
        }
        if (!state.reply_note.empty()) {
            const bool agrees = state.reply == domain::Reply::agreed;
            parts.push_back(agrees
                                ? page_.labelled(words_->text("Promised measure"), state.reply_note)
                                : state.reply_note);
        }
        if (state.promised_by) {
            parts.push_back(report::filled(words_->text("by {0}"), {to_text(*state.promised_by)}));
        }
        page_.below(words_->text("Reply of the store"), joined(parts, " · "));
    }

    const Catalogue* words_;
    const workflow::VisitSummary* summary_;
    std::vector<domain::PlacedItem> items_;
    Page page_;
};

void write_finding(report::JsonWriter& json,
                   const domain::Item& item,
                   const workflow::SummaryFinding& finding) {
    json.begin_object()
        .member("item", item.id)
        .member("text", item.text.in(""))
        .member("result", domain::answer_results.word(finding.result))
        .member("lost", finding.lost)
        .member("red_line", item.red_line);
    json.key("remark").text_or_null(finding.remark);
    json.key("declined").text_or_null(finding.declined);
    json.key("suggested_measure").text_or_null(finding.measure);
    json.key("issue");
    if (finding.issue) {
        write_issue(json, *finding.issue);
    } else {
        json.null();
    }
    const auto state = finding.issue ? finding.issue->state : domain::IssueState{};
    write_reply(json, state);
    json.end_object();
}

}  // namespace

Page summary_page(const Context& context, const workflow::VisitSummary& summary, const Zone& zone) {
    SummaryWriter writer{context, summary};
    writer.add_circumstances(zone);
    writer.add_sections();
    writer.add_findings();
    writer.add_earlier();
    return std::move(writer).page();
}

void write_summary(report::JsonWriter& json, const workflow::VisitSummary& summary) {
    const auto& list = *summary.detail.checklist;
    const auto items = domain::items_of(list);
    json.key("inspection");
    write_inspection(json, summary.detail.row);
    json.key("facts");
    write_facts(json, summary.detail.facts);
    json.key("sections").begin_array();
    for (const auto& section : summary.sections) {
        json.begin_object()
            .member("id", list.sections[section.index].id)
            .member("score", section.got)
            .member("max_score", section.max)
            .member("percentage", section.share.rounded(3))
            .end_object();
    }
    json.end_array().key("findings").begin_array();
    for (const auto& finding : summary.findings) {
        write_finding(json, *items[finding.position].item, finding);
    }
    json.end_array()
        .member("open_before", summary.open_before)
        .member("overdue_before", summary.overdue_before);
}

}  // namespace dudao
