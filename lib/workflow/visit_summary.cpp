#include "workflow/visit_summary.hpp"

#include "base/text.hpp"
#include "workflow/transact.hpp"

#include <algorithm>
#include <tuple>

namespace dudao::workflow {

namespace {

std::vector<std::string> team_of(Session& session, const InspectionDetail& detail) {
    std::vector<std::string> team;
    const store::People people{session.driver()};
    for (auto& code : split_list(detail.facts ? detail.facts->team : std::string{}, ",")) {
        const auto person = people.find(code);
        team.push_back(person ? code + ' ' + person->person.name : std::move(code));
    }
    return team;
}

std::vector<domain::ExplainedSection> best_first(const InspectionDetail& detail) {
    std::vector<domain::ExplainedSection> sections;
    for (const auto& section : detail.explanation.sections) {
        if (!section.max.is_zero() && !detail.checklist->sections[section.index].parent) {
            sections.push_back(section);
        }
    }
    std::stable_sort(sections.begin(), sections.end(), [](const auto& a, const auto& b) {
        return b.share < a.share;
    });
    return sections;
}

/// The issue that the item raised, as its events leave it.
std::optional<store::IssueRow> issue_at(Session& session,
                                        const InspectionDetail& detail,
                                        std::size_t position) {
    for (auto row : detail.issues) {
        if (row.issue.position == position) {
            const auto events = store::Events{session.driver()}.of(row.issue.id);
            row.state = domain::fold(row.issue, store::events_of(events)).state;
            return row;
        }
    }
    return std::nullopt;
}

std::vector<SummaryFinding> findings_of(Session& session,
                                        const InspectionDetail& detail,
                                        std::string_view language) {
    const auto items = domain::items_of(*detail.checklist);
    std::vector<SummaryFinding> findings;
    for (const auto& line : detail.explanation.items) {
        if (!domain::is_nonconforming(line.outcome.result)) {
            continue;
        }
        SummaryFinding finding{.position = line.position,
                               .result = line.outcome.result,
                               .lost = line.possible - line.got,
                               .issue = issue_at(session, detail, line.position)};
        const auto& rule = items[line.position].item->issue;
        if (finding.issue && rule) {
            finding.measure = rule->measure.in(language);
        }
        const auto answer = detail.answers.details.find(line.position);
        if (answer != detail.answers.details.end()) {
            const auto& amendment = answer->second.issue;
            finding.remark = answer->second.remark;
            finding.declined = amendment.declined;
            finding.measure = amendment.measure.empty() ? finding.measure : amendment.measure;
        }
        findings.push_back(std::move(finding));
    }
    const auto rank = [&](const SummaryFinding& finding) {
        return std::tuple{!items[finding.position].item->red_line, Decimal{} - finding.lost};
    };
    std::stable_sort(findings.begin(), findings.end(), [&](const auto& a, const auto& b) {
        return rank(a) < rank(b);
    });
    return findings;
}

void count_earlier(Session& session, VisitSummary& summary) {
    const auto& row = summary.detail.row;
    const auto today = session.today();
    store::Issues{session.driver()}.each(
        {.unit = row.unit_code}, 0, [&](const store::IssueRow& issue) {
            if (issue.issue.raised_at < row.at && issue.issue.inspection != row.id) {
                ++summary.open_before;
                summary.overdue_before += domain::is_overdue(issue.state, today) ? 1 : 0;
            }
            return true;
        });
}

}  // namespace

VisitSummary summarise_visit(Session& session, std::string_view tail, std::string_view language) {
    return reading(session, [&] {
        VisitSummary summary{.detail = inspection_detail(session, tail)};
        summary.team = team_of(session, summary.detail);
        summary.sections = best_first(summary.detail);
        summary.findings = findings_of(session, summary.detail, language);
        count_earlier(session, summary);
        return summary;
    });
}

}  // namespace dudao::workflow
