#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <sys/types.h>
#include <vector>

namespace dudao::test {

/// A new, empty folder that is gone with all it holds when this object is.
class Folder {
  public:
    Folder();
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    ~Folder();

    const std::filesystem::path& path() const noexcept { return path_; }
    std::filesystem::path operator/(std::string_view name) const { return path_ / name; }

    /// Writes a file of this name.
    void put(std::string_view name, std::string_view bytes) const;

    /// Reads it.
    std::string get(std::string_view name) const;

    /// The names of what it holds, sorted.
    std::vector<std::string> names() const;

  private:
    std::filesystem::path path_;
};

/// While it lives the process has no right but those of everyone: root is not stopped by any.
class AsNobody {
  public:
    AsNobody();
    AsNobody(const AsNobody&) = delete;
    AsNobody& operator=(const AsNobody&) = delete;
    ~AsNobody();

  private:
    uid_t before_;
};

}  // namespace dudao::test
