#include "store/migrate.hpp"

#include "base/error.hpp"
#include "base/error_id.hpp"
#include "domain/inspection.hpp"
#include "domain/issue.hpp"
#include "domain/plan.hpp"
#include "domain/report_revision.hpp"
#include "domain/task.hpp"
#include "store/statement.hpp"
#include "store/transaction.hpp"

#include <set>
#include <tuple>

namespace dudao::store {

namespace {

constexpr std::string_view insert_word_sql =
    "INSERT INTO word (kind, number, name) VALUES ($1, $2, $3)";

/// kind, number, name
using Words = std::set<std::tuple<std::string, std::int64_t, std::string>>;

template <class Enum, std::size_t size>
void add_words(Words& words, const Vocabulary<Enum, size>& vocabulary) {
    for (const auto& [value, name] : vocabulary.words) {
        words.emplace(vocabulary.kind, static_cast<std::int64_t>(value), name);
    }
}

/// Table `word` as this program knows the words.
Words our_words() {
    Words words;
    add_words(words, domain::unit_kinds);
    add_words(words, domain::ownerships);
    add_words(words, domain::unit_statuses);
    add_words(words, domain::item_kinds);
    add_words(words, domain::item_classes);
    add_words(words, domain::critical_effects);
    add_words(words, domain::evidence_rules);
    add_words(words, domain::methods);
    add_words(words, domain::answer_results);
    add_words(words, domain::scoring_methods);
    add_words(words, domain::visit_kinds);
    add_words(words, domain::verdicts);
    add_words(words, domain::urgencies);
    add_words(words, domain::issue_sources);
    add_words(words, domain::issue_statuses);
    add_words(words, domain::replies);
    add_words(words, domain::task_statuses);
    add_words(words, domain::plan_kinds);
    add_words(words, domain::plan_statuses);
    add_words(words, domain::report_statuses);
    add_words(words, domain::subject_kinds);
    add_words(words, domain::verbs);
    return words;
}

void renew_words(Driver& driver) {
    driver.run("DELETE FROM word");
    Statement insert{driver, insert_word_sql};
    for (const auto& [kind, number, name] : our_words()) {
        insert.bind(kind).bind(number).bind(name).run();
        insert.again();
    }
}

void run_scripts(Driver& driver, std::int64_t from) {
    Transaction transaction{driver, Access::set_up};
    if (driver.schema_version() != from) {
        return;  // another process was quicker
    }
    const auto scripts = migrations();
    for (auto version = from; version < newest_schema(); ++version) {
        driver.run(driver.dialect(scripts[static_cast<std::size_t>(version)]));
    }
    renew_words(driver);
    driver.set_schema_version(newest_schema());
    transaction.commit();
}

}  // namespace

std::int64_t newest_schema() noexcept {
    return static_cast<std::int64_t>(migrations().size());
}

bool words_are_ours(Driver& driver) {
    Words words;
    Statement row{driver, "SELECT kind, number, name FROM word"};
    while (row.step()) {
        words.emplace(row.text(0), row.integer(1), row.text(2));
    }
    return words == our_words();
}

std::string ensure_schema(Driver& driver, Need need) {
    const auto version = driver.schema_version();
    if (version == newest_schema()) {
        return {};
    }
    if (version == 0) {
        throw Failure{Error{ErrorId::store_empty}};
    }
    if (version < 0) {
        throw Failure{Error{ErrorId::store_foreign}};
    }
    const std::vector<Arg> both{std::to_string(version), std::to_string(newest_schema())};
    if (version > newest_schema()) {
        throw Failure{Error{ErrorId::store_newer, both}};
    }
    if (need == Need::reading) {
        throw Failure{Error{ErrorId::store_old, both}};
    }
    auto backup = driver.back_up();
    run_scripts(driver, version);
    return backup;
}

void create_schema(Driver& driver) {
    const auto version = driver.schema_version();
    if (version != 0) {
        throw Failure{Error{version < 0 ? ErrorId::store_foreign : ErrorId::store_exists}};
    }
    run_scripts(driver, 0);
}

}  // namespace dudao::store
