#include "helper.hpp"

#include "base/error.hpp"
#include "base/error_id.hpp"

#include <array>
#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <spawn.h>
#include <sys/wait.h>
#include <system_error>
#include <unistd.h>

namespace dudao {

namespace {

struct Close {
    void operator()(std::FILE* file) const noexcept {
        (void)std::fclose(file);  // NOLINT(*-owning-memory): it is the owner that calls
    }
};
using File = std::unique_ptr<std::FILE, Close>;

[[noreturn]] void fail() {
    const auto code = std::error_code{errno, std::generic_category()};
    throw Failure{Error{ErrorId::file_unwritable,
                        {std::filesystem::temp_directory_path().string(), code.message()}}};
}

/// Without a name, gone when it is closed.
File temporary() {
    File file{std::tmpfile()};
    if (file == nullptr) {
        fail();
    }
    return file;
}

std::string content_of(std::FILE* file) {
    std::string content;
    constexpr std::size_t block = 1U << 16U;
    std::array<char, block> bytes{};
    std::rewind(file);
    while (const auto count = std::fread(bytes.data(), 1, bytes.size(), file)) {
        content.append(bytes.data(), count);
    }
    return content;
}

std::string path_of(const std::string& name) {
    std::error_code ignored;
    const auto self = std::filesystem::read_symlink("/proc/self/exe", ignored);
    const auto beside = self.parent_path() / name;
    return std::filesystem::exists(beside, ignored) ? beside.string() : name;
}

}  // namespace

HelperRun run_helper(const std::string& name, std::string_view input) {
    const auto in = temporary();
    const auto out = temporary();
    const auto err = temporary();
    if (std::fwrite(input.data(), 1, input.size(), in.get()) != input.size() ||
        std::fflush(in.get()) != 0) {
        fail();
    }
    std::rewind(in.get());
    posix_spawn_file_actions_t actions{};
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, fileno(in.get()), STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&actions, fileno(out.get()), STDOUT_FILENO);
    posix_spawn_file_actions_adddup2(&actions, fileno(err.get()), STDERR_FILENO);
    auto path = path_of(name);
    const std::array<char*, 2> arguments{path.data(), nullptr};
    pid_t child = 0;
    const auto trouble =
        posix_spawnp(&child, path.c_str(), &actions, nullptr, arguments.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    if (trouble != 0) {
        const auto code = std::error_code{trouble, std::generic_category()};
        throw Failure{Error{ErrorId::no_helper, {name, code.message()}}};
    }
    int status = 0;
    while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    constexpr int by_signal = 128;
    constexpr int not_found = 127;  // what posix_spawnp() of some systems says afterwards
    const auto code = WIFEXITED(status) ? WEXITSTATUS(status) : by_signal + WTERMSIG(status);
    if (code == not_found) {
        throw Failure{Error{ErrorId::no_helper, {name, "127"}}};
    }
    return {code, content_of(out.get()), content_of(err.get())};
}

}  // namespace dudao
