#include "support/fresh_store.hpp"

#include "store/store.hpp"

#include <fmt/format.h>

#include <cstdlib>
#include <stdexcept>
#include <unistd.h>

namespace dudao::test {

namespace {

Engine& chosen_engine() noexcept {
    static auto chosen = Engine::sqlite;
    return chosen;
}

std::string server() {
    auto url = postgres_url();
    if (!url) {
        throw std::runtime_error{"DUDAO_TEST_POSTGRES names no server"};
    }
    return *url;
}

/// No two of a run are alike, however many processes take part.
std::string new_schema() {
    static int count = 0;
    return fmt::format("test_{}_{}", ::getpid(), ++count);
}

}  // namespace

Engine engine() noexcept {
    return chosen_engine();
}

void choose_engine(Engine chosen) noexcept {
    chosen_engine() = chosen;
}

std::optional<std::string> postgres_url() {
    const char* url = std::getenv("DUDAO_TEST_POSTGRES");  // NOLINT(concurrency-mt-unsafe)
    return url == nullptr || *url == '\0' ? std::nullopt : std::optional<std::string>{url};
}

std::string with_parameter(const std::string& url, std::string_view name, std::string_view value) {
    const char separator = url.find('?') == std::string::npos ? '?' : '&';
    return fmt::format("{}{}{}={}", url, separator, name, value);
}

FreshStore::FreshStore() {
    if (engine() == Engine::sqlite) {
        url_ = (folder_ / "store.db").string();
        return;
    }
    schema_ = new_schema();
    store::open_postgres(server(), {})->run("CREATE SCHEMA " + schema_);
    url_ = with_parameter(server(), "options", "-csearch_path%3D" + schema_);
}

FreshStore::~FreshStore() {
    if (!schema_.empty()) {
        store::open_postgres(server(), {})->run("DROP SCHEMA " + schema_ + " CASCADE");
    }
}

std::unique_ptr<store::Driver> FreshStore::create() const {
    return store::create(url_, {});
}

std::unique_ptr<store::Driver> FreshStore::connect(const std::function<void()>& on_wait) const {
    return store::open(url_, store::Need::writing, {.on_wait = on_wait}, [](const auto&) {});
}

std::unique_ptr<store::Driver> FreshStore::connect_bare() const {
    return engine() == Engine::sqlite ? store::open_sqlite(url_, {.create = true})
                                      : store::open_postgres(url_, {});
}

}  // namespace dudao::test
