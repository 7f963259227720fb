#include "store/migrate.hpp"

#include "base/error.hpp"
#include "domain/inspection.hpp"
#include "domain/issue.hpp"
#include "domain/plan.hpp"
#include "store/statement.hpp"
#include "store/transaction.hpp"

namespace dudao::store {

namespace {

constexpr std::string_view insert_word_sql =
    "INSERT INTO word (kind, number, name) VALUES ($1, $2, $3)";

template <class Enum, std::size_t size>
void insert_words(Driver& driver, const Vocabulary<Enum, size>& vocabulary) {
    Statement insert{driver, insert_word_sql};
    for (const auto& [value, name] : vocabulary.words) {
        insert.bind(vocabulary.kind).bind(static_cast<std::int64_t>(value)).bind(name).run();
        insert.again();
    }
}

/// Table `word` as this program knows the words.
void renew_words(Driver& driver) {
    driver.run("DELETE FROM word");
    insert_words(driver, domain::unit_kinds);
    insert_words(driver, domain::ownerships);
    insert_words(driver, domain::unit_statuses);
    insert_words(driver, domain::item_kinds);
    insert_words(driver, domain::item_classes);
    insert_words(driver, domain::critical_effects);
    insert_words(driver, domain::evidence_rules);
    insert_words(driver, domain::methods);
    insert_words(driver, domain::answer_results);
    insert_words(driver, domain::scoring_methods);
    insert_words(driver, domain::visit_kinds);
    insert_words(driver, domain::verdicts);
    insert_words(driver, domain::urgencies);
    insert_words(driver, domain::issue_sources);
    insert_words(driver, domain::issue_statuses);
    insert_words(driver, domain::plan_kinds);
    insert_words(driver, domain::plan_statuses);
    insert_words(driver, domain::subject_kinds);
    insert_words(driver, domain::verbs);
}

void run_scripts(Driver& driver, std::int64_t from) {
    Transaction transaction{driver, Access::set_up};
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
