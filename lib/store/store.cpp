#include "store/store.hpp"

namespace dudao::store {

namespace {

std::unique_ptr<Driver> open_driver(const std::string& url, const OpenOptions& options) {
    if (is_postgres(url)) {
        return open_postgres(url, options);
    }
    constexpr std::string_view scheme = "sqlite:";
    return open_sqlite(url.starts_with(scheme) ? url.substr(scheme.size()) : url, options);
}

}  // namespace

bool is_postgres(const std::string& url) noexcept {
    return url.starts_with("postgresql://") || url.starts_with("postgres://");
}

std::unique_ptr<Driver> open(const std::string& url,
                             Need need,
                             const OpenOptions& options,
                             const std::function<void(const std::string&)>& on_backup) {
    auto driver = open_driver(url, options);
    const auto backup = ensure_schema(*driver, need);
    if (!backup.empty()) {
        on_backup(backup);
    }
    return driver;
}

std::unique_ptr<Driver> create(const std::string& url, const OpenOptions& options) {
    auto creating = options;
    creating.create = true;
    auto driver = open_driver(url, creating);
    create_schema(*driver);
    return driver;
}

}  // namespace dudao::store
