#include "workflow/report_check.hpp"

#include "base/error_id.hpp"
#include "base/text.hpp"
#include "report/render.hpp"
#include "workflow/report_period.hpp"
#include "workflow/transact.hpp"

#include <algorithm>
#include <charconv>
#include <map>

namespace dudao::workflow {

namespace {

/// Later facts are named by a few of them.
constexpr std::size_t most_named = 5;

/// Whether two reports are about the same days.
bool same_period(const std::vector<report::FigureChange>& changes) {
    return std::none_of(changes.begin(), changes.end(), [](const auto& change) {
        return change.figure == "period" || change.figure.starts_with("period.");
    });
}

/// The sequence of each device's last entry then. Errors (thrown): store_corrupt.
std::map<std::string, std::int64_t> sequences(std::string_view heads) {
    std::map<std::string, std::int64_t> last;
    for (const auto& line : split_list(heads, "\n")) {
        const auto parts = split_list(line, " ");
        std::int64_t sequence = 0;
        const bool is_head =
            parts.size() == 3 &&
            std::from_chars(parts[1].data(), parts[1].data() + parts[1].size(), sequence).ec ==
                std::errc{};
        if (!is_head) {
            throw Failure{Error{ErrorId::store_corrupt, {line}}};
        }
        last[parts[0]] = sequence;
    }
    return last;
}

/// The revision with these bytes: one that was approved before others.
std::optional<store::ReportRow> with_bytes(Session& session, std::string_view bytes) {
    const auto rows = store::Reports{session.driver()}.of_content(sha256(bytes));
    const auto found = std::find_if(
        rows.begin(), rows.end(), [](const auto& row) { return domain::is_approved(row.status); });
    if (found != rows.end()) {
        return *found;
    }
    return rows.empty() ? std::nullopt : std::optional{rows.back()};
}

/// The approved revision for the same days from which the report differs least.
void find_likest(Session& session, std::string_view bytes, ReportCheck& check) {
    for (const auto& row : store::Reports{session.driver()}.all()) {
        if (!domain::is_approved(row.status)) {
            continue;
        }
        auto changes = report::changes_between(row.report.content, bytes).or_throw();
        if (same_period(changes) && (!check.revision || changes.size() < check.altered.size())) {
            check.revision = row;
            check.altered = std::move(changes);
        }
    }
}

std::string content_now(Session& session,
                        const domain::ReportRevision& report,
                        std::string_view chain) {
    session.advance(report.at);
    return report::render_json(report_period(session,
                                             {.period = report.subject.period,
                                              .units = report.subject.units,
                                              .organised_on = report.subject.organised_on,
                                              .chain = std::string{chain}},
                                             {}));
}

}  // namespace

ReportCheck check_report(Session& session, std::string_view bytes, std::string_view chain) {
    report::changes_between(bytes, bytes).or_throw();
    auto check = reading(session, [&] {
        ReportCheck found{.revision = with_bytes(session, bytes)};
        found.same_bytes = found.revision.has_value();
        if (!found.same_bytes) {
            find_likest(session, bytes, found);
        }
        if (found.revision) {
            found.later = store::Reports{session.driver()}.facts_after(
                sequences(found.revision->report.heads), most_named);
        }
        return found;
    });
    if (check.revision) {
        const auto& report = check.revision->report;
        check.moved =
            report::changes_between(report.content, content_now(session, report, chain)).or_throw();
    }
    return check;
}

}  // namespace dudao::workflow
