#include "support/folder.hpp"

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <system_error>
#include <unistd.h>

namespace dudao::test {

namespace {

constexpr uid_t nobody = 65534;

/// In memory where the system has such a place, since stores wait for the disk at every commit.
std::filesystem::path parent_folder() {
    constexpr const char* memory = "/dev/shm";
    const bool usable = std::getenv("TMPDIR") == nullptr &&  // NOLINT(concurrency-mt-unsafe)
                        ::access(memory, W_OK | X_OK) == 0;
    return usable ? std::filesystem::path{memory} : std::filesystem::temp_directory_path();
}

}  // namespace

Folder::Folder() {
    auto name = (parent_folder() / "dudao-test-XXXXXX").string();
    if (::mkdtemp(name.data()) == nullptr) {
        throw std::system_error{errno, std::generic_category(), name};
    }
    path_ = name;
    std::filesystem::permissions(
        path_, std::filesystem::perms{0755}, std::filesystem::perm_options::replace);
}

Folder::~Folder() {
    std::error_code ignored;
    std::filesystem::permissions(path_, std::filesystem::perms::owner_all, ignored);
    std::filesystem::remove_all(path_, ignored);
}

void Folder::put(std::string_view name, std::string_view bytes) const {
    std::ofstream file{path_ / name, std::ios::binary};
    file << bytes;
    if (!file.flush()) {
        throw std::runtime_error{"cannot write " + (path_ / name).string()};
    }
}

std::string Folder::get(std::string_view name) const {
    std::ifstream file{path_ / name, std::ios::binary};
    if (!file) {
        throw std::runtime_error{"cannot read " + (path_ / name).string()};
    }
    return {std::istreambuf_iterator<char>{file}, {}};
}

std::vector<std::string> Folder::names() const {
    std::vector<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator{path_}) {
        names.push_back(entry.path().filename().string());
    }
    std::sort(names.begin(), names.end());
    return names;
}

AsNobody::AsNobody() : before_(::geteuid()) {
    if (before_ == 0 && ::seteuid(nobody) != 0) {
        throw std::system_error{errno, std::generic_category(), "seteuid"};
    }
}

AsNobody::~AsNobody() {
    if (before_ == 0 && ::seteuid(before_) != 0) {
        std::abort();  // nothing that follows would test what it says
    }
}

}  // namespace dudao::test
