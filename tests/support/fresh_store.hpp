#pragma once

#include "store/driver.hpp"
#include "support/folder.hpp"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace dudao::test {

enum class Engine { sqlite, postgres };

/// The engine that this run of the store tests is about; SQLite unless choose_engine() said
/// otherwise.
Engine engine() noexcept;
void choose_engine(Engine chosen) noexcept;

/// "postgresql://…" of the server that tests may use; nothing when there is none.
std::optional<std::string> postgres_url();

/// Where a store can be made that nobody else sees: a file in a folder of its own, or a schema of
/// its own on the server. Gone, with all that is in it, when this object is.
class FreshStore {
  public:
    FreshStore();
    FreshStore(const FreshStore&) = delete;
    FreshStore& operator=(const FreshStore&) = delete;
    ~FreshStore();

    /// What store::open() takes.
    const std::string& url() const noexcept { return url_; }

    /// The file that `url` names; the folder around it holds nothing else. SQLite only.
    const Folder& folder() const noexcept { return folder_; }

    /// Makes the store with its schema.
    std::unique_ptr<store::Driver> create() const;

    /// One more connection to the store that is there.
    std::unique_ptr<store::Driver> connect(const std::function<void()>& on_wait = [] {}) const;

    /// A connection to the place as it is, whether or not a store is there.
    std::unique_ptr<store::Driver> connect_bare() const;

  private:
    Folder folder_;
    std::string schema_;  ///< PostgreSQL only
    std::string url_;
};

/// `url` with one more parameter, whose value holds nothing to be escaped.
std::string with_parameter(const std::string& url, std::string_view name, std::string_view value);

}  // namespace dudao::test
