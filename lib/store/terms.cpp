#include "store/terms.hpp"

#include "store/cells.hpp"

#include <array>

namespace dudao::store {

namespace {

constexpr std::array<std::string_view, 2> columns{"gram", "issue"};
constexpr std::string_view terms_sql = "SELECT issue, gram FROM term ORDER BY issue, gram";
constexpr std::string_view texts_sql =
    "SELECT key, id, text, ref FROM issue WHERE text IS NOT NULL ORDER BY key";
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

}  // namespace

std::string searched_text(const domain::Issue& issue) {
    return issue.text.empty() ? std::string{} : issue.text + '\n' + issue.ref;
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
    Statement row{*driver_, texts_sql};
    while (row.step()) {
        const auto key = row.integer(0);
        pass_over(key);
        const auto grams = kept.next() == key ? kept.take() : std::vector<std::string>{};
        const auto text = searched_text({.text = row.text(2), .ref = row.text(3)});
        if (grams != domain::grams_of(text)) {
            visit({.issue = key, .id = row.id(1), .text = text, .has_some = !grams.empty()});
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
