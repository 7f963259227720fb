#include "store/terms.hpp"

#include "store/cells.hpp"
#include "store/event_changes.hpp"

#include <array>
#include <utility>

namespace dudao::store {

namespace {

constexpr std::array<std::string_view, 2> columns{"gram", "issue"};
constexpr std::string_view terms_sql = "SELECT issue, gram FROM term ORDER BY issue, gram";
/// The order of the ids is the same in every store: neighbours in it make grams, too.
constexpr std::string_view texts_sql =
    "SELECT i.key, i.id, i.text, i.ref, e.note, e.cause, e.changes FROM issue i "
    "LEFT JOIN event e ON e.subject = i.id "
    "AND (e.note IS NOT NULL OR e.cause IS NOT NULL OR e.changes IS NOT NULL) AND e.verb <> 15 "
    "WHERE (i.text IS NOT NULL OR e.id IS NOT NULL) ";
constexpr std::string_view texts_order_sql = "ORDER BY i.key, e.id";
constexpr std::string_view one_sql = "AND i.tail = $1 AND i.id = $2 ";
constexpr std::string_view remove_sql = "DELETE FROM term WHERE issue = $1";
/// Further languages name their item by its position: item:17.
constexpr std::string_view items_sql =
    "SELECT checklist, position, text FROM checklist_item UNION ALL "
    "SELECT checklist, CAST(substr(subject, 6) AS BIGINT), text FROM checklist_text "
    "WHERE substr(subject, 1, 5) = 'item:' ORDER BY 1, 2";

/// The grams that are kept, issue by issue.
class KeptTerms {
  public:
    explicit KeptTerms(Driver& driver) : rows_(driver, terms_sql), more_(rows_.step()) {}

    /// The issue whose grams come next; nothing at the end.
    std::optional<std::int64_t> next() const {
        return more_ ? std::optional{rows_.integer(0)} : std::nullopt;
    }

    /// Its grams.
    std::vector<std::string> take() {
        std::vector<std::string> grams;
        for (const auto issue = next(); next() && next() == issue; more_ = rows_.step()) {
            grams.push_back(rows_.text(1));
        }
        return grams;
    }

  private:
    Statement rows_;
    bool more_;
};

/// The texts of issues and their steps, issue by issue.
class OwnTexts {
  public:
    explicit OwnTexts(Driver& driver)
        : rows_(driver, std::string{texts_sql} + std::string{texts_order_sql}),
          more_(rows_.step()) {}

    /// Those of one issue.
    OwnTexts(Driver& driver, const Ulid& issue)
        : rows_(driver,
                std::string{texts_sql} + std::string{one_sql} + std::string{texts_order_sql}) {
        rows_.bind(std::int64_t{tail_of(issue)}).bind(id_cell(issue));
        more_ = rows_.step();
    }

    /// The next issue with what a search goes through of it; nothing at the end.
    std::optional<StaleTerms> next() {
        if (!more_) {
            return std::nullopt;
        }
        StaleTerms found{.issue = rows_.integer(0), .id = rows_.id(1)};
        found.text = searched_text(domain::Issue{.text = rows_.text(2), .ref = rows_.text(3)});
        for (; more_ && rows_.integer(0) == found.issue; more_ = rows_.step()) {
            const auto step = searched_text(domain::Event{.note = rows_.text(4),
                                                          .cause = rows_.text(5),
                                                          .changes = parse_changes(rows_.view(6))});
            if (!step.empty()) {
                found.text += (found.text.empty() ? "" : "\n") + step;
            }
        }
        return found;
    }

  private:
    Statement rows_;
    bool more_ = false;
};

/// Whether people may look for what is said there.
bool is_prose(domain::IssueField field) {
    using domain::IssueField;
    return field == IssueField::labels || field == IssueField::channel ||
           field == IssueField::manifestation || field == IssueField::containment ||
           field == IssueField::whys || field == IssueField::risk;
}

}  // namespace

std::string searched_text(const domain::Issue& issue) {
    return issue.text.empty() ? std::string{} : issue.text + '\n' + issue.ref;
}

std::string searched_text(const domain::Event& event) {
    if (event.verb == domain::Verb::escalated) {  // its note is the level of the rule
        return {};
    }
    std::string text = event.note;
    const auto add = [&](const std::string& more) {
        text += (text.empty() || more.empty() ? "" : "\n") + more;
    };
    add(event.cause);
    for (const auto& [field, value] : event.changes) {
        if (is_prose(field)) {
            add(value);
        }
    }
    return text;
}

void Terms::add(std::int64_t issue, std::string_view text) const {
    const auto rows = driver_->bulk("term", columns);
    for (const auto& gram : domain::grams_of(text)) {
        rows->add(std::array{must_text_cell(gram), cell(issue)});
    }
    rows->finish();
}

void Terms::each_stale(const std::function<void(const StaleTerms&)>& visit) const {
    KeptTerms kept{*driver_};
    const auto pass_over = [&](std::optional<std::int64_t> until) {
        while (kept.next() && (!until || *kept.next() < *until)) {
            const auto issue = *kept.next();
            kept.take();
            visit({.issue = issue, .has_some = true});
        }
    };
    OwnTexts texts{*driver_};
    while (auto issue = texts.next()) {
        pass_over(issue->issue);
        const auto grams = kept.next() == issue->issue ? kept.take() : std::vector<std::string>{};
        if (grams != domain::grams_of(issue->text)) {
            issue->has_some = !grams.empty();
            visit(*issue);
        }
    }
    pass_over(std::nullopt);
}

void Terms::renew(const StaleTerms& issue) const {
    if (issue.has_some) {
        Statement{*driver_, remove_sql}.bind(issue.issue).run();
    }
    add(issue.issue, issue.text);
}

void Terms::renew(const Ulid& issue) const {
    std::vector<StaleTerms> found;
    OwnTexts texts{*driver_, issue};
    while (auto text = texts.next()) {
        text->has_some = true;
        found.push_back(*std::move(text));
    }
    for (const auto& each : found) {
        renew(each);
    }
}

std::string Terms::text_of(const Ulid& issue) const {
    const auto found = OwnTexts{*driver_, issue}.next();
    return found ? found->text : std::string{};
}

std::vector<std::int64_t> Terms::items(const domain::SearchWords& words) const {
    std::vector<std::int64_t> found;
    std::int64_t item = -1;
    std::string text;
    const auto finish = [&] {
        if (item >= 0 && words.match(text)) {
            found.push_back(item);
        }
        text.clear();
    };
    Statement row{*driver_, items_sql};
    while (row.step()) {
        const auto next = row.integer(0) * items_a_checklist + row.integer(1);
        if (next != item) {
            finish();
            item = next;
        }
        text += row.text(2) + '\n';
    }
    finish();
    return found;
}

}  // namespace dudao::store
